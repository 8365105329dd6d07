"""Everything an LHE says, read from the sheet as it stands now."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from kinerja.instrumen import Butir, Instrumen, to_exact
from sakip.apps.evaluasi.convert import PetaIsi, chain_to, effective_values, score_of
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    LHE,
    AnggotaTim,
    BuktiJawaban,
    HasilLembar,
    LangkahLembar,
    LembarKerja,
    PeranTim,
    Rekomendasi,
    TahapLembar,
    TahapNilai,
)
from sakip.apps.evaluasi.selectors.dasar import (
    hasil_of,
    jendela_tahap,
    lembar_lalu,
    load_peta_satu,
    pick_akhir,
)
from sakip.apps.evaluasi.selectors.konteks import (
    AnggotaLHE,
    BatasPredikat,
    InstansiLHE,
    InstrumenLHE,
    KomponenLHE,
    KonteksLHE,
    KriteriaLHE,
    PilihanJawaban,
    RekomendasiLHE,
    SubLHE,
    TahapLHE,
    TindakLaluLHE,
    UnitLHE,
)
from sakip.apps.evaluasi.selectors.lhe_kinerja import achievement_of, documents_of, long_date
from sakip.apps.evaluasi.workflow import RANTAI_APIP
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, SifatData
from sakip.platform.organisasi.selectors import kepala_unit, unit_versi_pada, versi_unit

_SEMUA_TAHAP = (TahapNilai.MANDIRI, *RANTAI_APIP)


def build_konteks(lembar: LembarKerja, lhe: LHE) -> KonteksLHE:
    """The report of a sheet; `lhe` gives what the team worded itself."""
    instrumen = muat_instrumen(lembar.instrumen)
    peta = load_peta_satu(lembar)
    nilai = effective_values(peta, TahapNilai.AKHIR)
    skor = score_of(instrumen, nilai)
    hasil = hasil_of([lembar.pk]).get(lembar.pk, {})
    lalu = lembar_lalu(lembar)
    hasil_lalu = None if lalu is None else pick_akhir(hasil_of([lalu.pk]).get(lalu.pk, {}))
    mulai, selesai = _period(lembar)
    return KonteksLHE(
        tahun=lembar.evaluasi.tahun,
        instansi=_instansi(lembar),
        unit=_unit(lembar),
        evaluator=evaluator_of(lembar.instansi, lhe.tanggal or today()),
        instrumen=_instrument(lembar, instrumen),
        predikat=tuple(
            BatasPredikat(p.kode, p.sebutan, to_exact(p.di_atas), to_exact(p.sampai), p.termasuk)
            for p in instrumen.predikat.daftar
        ),
        skala=_scale(instrumen),
        komponen=_components(lembar, instrumen, peta, nilai, _comparable(lembar, lalu, hasil_lalu)),
        total=_exact(skor.total),
        predikat_kode="" if skor.predikat is None else skor.predikat.kode,
        total_lalu=None if hasil_lalu is None else hasil_lalu.total,
        predikat_lalu="" if hasil_lalu is None else hasil_lalu.predikat,
        instrumen_lalu="" if lalu is None else lalu.instrumen.instrumen_id,
        per_tahap=tuple(
            TahapLHE(str(t), str(t.label), hasil[t].total, hasil[t].predikat)
            for t in _SEMUA_TAHAP
            if t in hasil
        ),
        nomor=lhe.nomor,
        tanggal=_iso(lhe.tanggal),
        penandatangan=lhe.penandatangan,
        latar_belakang=lhe.latar_belakang,
        catatan_umum=lhe.catatan_umum,
        dasar=_basis(lembar, instrumen),
        mulai=_iso(mulai),
        selesai=_iso(selesai),
        tim=_team(lembar),
        dokumen=documents_of(lembar),
        capaian=achievement_of(lembar),
        rekomendasi=_recommendations(lembar),
        tindak_lalu=_follow_up(lalu),
        tanggapan=_response(lembar),
    )


def _iso(hari: date | None) -> str | None:
    return None if hari is None else hari.isoformat()


def _exact(nilai: Fraction | None) -> str | None:
    return None if nilai is None else to_exact(nilai)


def _instansi(lembar: LembarKerja) -> InstansiLHE:
    instansi = lembar.instansi
    return InstansiLHE(
        kode=instansi.kode_wilayah,
        nama=instansi.nama,
        jenis=instansi.jenis,
        contoh=instansi.sifat_data == SifatData.CONTOH,
        sumber=instansi.sumber_data,
    )


def _unit(lembar: LembarKerja) -> UnitLHE:
    akhir_tahun = date(lembar.evaluasi.tahun, 12, 31)
    versi = versi_unit(lembar.unit, akhir_tahun)
    kepala = kepala_unit(lembar.unit, akhir_tahun)
    nama = lembar.unit.kode if versi is None else versi.nama
    return UnitLHE(
        kode=lembar.unit.kode,
        nama=nama,
        kepala=f"Kepala {nama}" if kepala is None else kepala.nama,
        klaster=lembar.klaster,
        profil=lembar.instrumen.profil,
        urusan="" if versi is None else versi.urusan,
    )


def evaluator_of(instansi: Instansi, pada: date) -> str:
    """The inspectorate of the government; by its kind where none is registered."""
    nama = [
        versi.nama
        for versi in unit_versi_pada(instansi, pada).values()
        if versi.nama.lower().startswith("inspektorat")
    ]
    return min(nama, key=len, default="Aparat Pengawasan Intern Pemerintah")


def _instrument(lembar: LembarKerja, instrumen: Instrumen) -> InstrumenLHE:
    return InstrumenLHE(
        id=instrumen.id,
        nama=instrumen.nama,
        dasar=instrumen.dasar,
        hash=lembar.instrumen.instrumen_hash,
        cara="jawaban" if all(sub.berjawaban for sub in instrumen.sub) else "rata",
    )


def _scale(instrumen: Instrumen) -> tuple[PilihanJawaban, ...]:
    """The one scale of the sheet; none where items have different ones."""
    nama = {butir.skala for butir in instrumen.penilaian}
    if len(nama) != 1 or None in nama:
        return ()
    skala = instrumen.skala[str(next(iter(nama)))]
    return tuple(PilihanJawaban(p.kode, to_exact(p.skor)) for p in skala.pilihan)


def _comparable(
    lembar: LembarKerja, lalu: LembarKerja | None, hasil: HasilLembar | None
) -> HasilLembar | None:
    """Last year's result where it was scored with the same instrument: other codes mean other things."""
    sama = lalu is not None and lalu.instrumen.instrumen_id == lembar.instrumen.instrumen_id
    return hasil if sama else None


def _components(
    lembar: LembarKerja,
    instrumen: Instrumen,
    peta: PetaIsi,
    nilai: Mapping[str, str],
    lalu: HasilLembar | None,
) -> tuple[KomponenLHE, ...]:
    skor = score_of(instrumen, nilai)
    bukti = _evidence(lembar)
    return tuple(
        KomponenLHE(
            kode=komponen.kode,
            nama=komponen.nama,
            bobot=_exact(komponen.bobot) or "0",
            nilai=_exact(skor.komponen.get(komponen.kode)),
            nilai_lalu=None if lalu is None else lalu.komponen.get(komponen.kode),
            sub=tuple(
                SubLHE(
                    kode=butir.kode,
                    nama=butir.nama,
                    gradasi=butir.gradasi,
                    bobot=_exact(butir.bobot) or "0",
                    jawaban=nilai.get(butir.kode, ""),
                    nilai=_exact(skor.sub.get(butir.kode)),
                    jawaban_lalu=_past(lalu, butir.kode, "nilai") or "",
                    nilai_lalu=_past(lalu, butir.kode, "skor"),
                    jawaban_mandiri=_own(peta, butir.kode),
                    catatan=_note(peta, butir),
                    bukti=_named(peta, butir, bukti),
                    kriteria=tuple(
                        KriteriaLHE(k.kode, k.nama, nilai.get(k.kode, ""))
                        for k in instrumen.kriteria(butir.kode)
                    ),
                )
                for butir in komponen.walk()
                if butir.jenis == "sub"
            ),
        )
        for komponen in instrumen.komponen
    )


def _past(lalu: HasilLembar | None, kode: str, bagian: str) -> str | None:
    return None if lalu is None else lalu.sub.get(kode, {}).get(bagian)


def _own(peta: PetaIsi, kode: str) -> str:
    milik = peta.get(kode, {}).get(str(TahapNilai.MANDIRI))
    return "" if milik is None else milik.nilai


def _note(peta: PetaIsi, sub: Butir) -> str:
    """The evaluator's latest note on the sub-component, else those on its criteria."""
    utama = _latest_note(peta, sub.kode)
    return utama or " ".join(filter(None, (_latest_note(peta, butir.kode) for butir in sub.anak)))


def _latest_note(peta: PetaIsi, kode: str) -> str:
    milik = peta.get(kode, {})
    for tahap in chain_to(TahapNilai.AKHIR):
        if tahap in milik and milik[tahap].catatan:
            return milik[tahap].catatan
    return ""


def _evidence(lembar: LembarKerja) -> dict[str, list[str]]:
    """Titles of the attached pieces per item, with the page that was pointed at."""
    hasil: dict[str, list[str]] = {}
    baris = BuktiJawaban.objects.filter(lembar=lembar, dilepas_pada__isnull=True).select_related("bukti")
    for satu in baris:
        judul = satu.bukti.judul + (f" (hlm. {satu.halaman})" if satu.halaman else "")
        hasil.setdefault(satu.kode, []).append(judul)
    return hasil


def _named(peta: PetaIsi, sub: Butir, bukti: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Attached pieces and those named in words, each once."""
    semua: dict[str, None] = {}
    for butir in sub.walk():
        semua.update(dict.fromkeys(bukti.get(butir.kode, ())))
        for isi in peta.get(butir.kode, {}).values():
            semua.update(dict.fromkeys(b.strip() for b in isi.daftar_bukti.splitlines() if b.strip()))
    return tuple(semua)


def _basis(lembar: LembarKerja, instrumen: Instrumen) -> tuple[str, ...]:
    """Legal basis in order of rank: regulation, instrument, policy of the year, assignment."""
    hasil = [
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        instrumen.dasar,
        lembar.evaluasi.dasar,
    ]
    tim = lembar.tim
    if tim is not None and tim.surat_tugas:
        tanggal = f" tanggal {long_date(tim.tanggal_surat)}" if tim.tanggal_surat else ""
        hasil.append(f"Surat tugas {tim.surat_tugas}{tanggal}")
    return tuple(dict.fromkeys(satu.strip() for satu in hasil if satu.strip()))


def _period(lembar: LembarKerja) -> tuple[date | None, date | None]:
    """When it was carried out: from the unit's own assessment to the panel, else the announced window."""
    langkah = list(LangkahLembar.objects.filter(lembar=lembar).order_by("pada", "pk"))
    mulai = [satu.pada.date() for satu in langkah if satu.ke == TahapLembar.EVALUASI]
    selesai = [satu.pada.date() for satu in langkah if satu.dari == TahapLembar.PANEL]
    jendela = jendela_tahap(lembar, TahapLembar.EVALUASI)
    buka, tutup = (None, None) if jendela is None else (jendela.buka, jendela.tutup)
    return (mulai[0] if mulai else buka, selesai[-1] if selesai else tutup)


def _team(lembar: LembarKerja) -> tuple[AnggotaLHE, ...]:
    """From the one who answers for it down to the members."""
    if lembar.tim_id is None:
        return ()
    urut = [str(peran) for peran in reversed(PeranTim)]
    anggota = sorted(
        AnggotaTim.objects.filter(tim_id=lembar.tim_id), key=lambda satu: (urut.index(satu.peran), satu.pk)
    )
    return tuple(AnggotaLHE(a.peran, str(PeranTim(a.peran).label), a.jabatan_teks) for a in anggota)


def _recommendations(lembar: LembarKerja) -> tuple[RekomendasiLHE, ...]:
    baris = Rekomendasi.objects.filter(lembar=lembar).select_related("asal__lembar__evaluasi")
    return tuple(
        RekomendasiLHE(
            kode=satu.kode,
            uraian=satu.uraian,
            penanggung_jawab=satu.penanggung_jawab,
            batas_waktu=_iso(satu.batas_waktu),
            tahun_asal=satu.asal.lembar.evaluasi.tahun if satu.asal else None,
        )
        for satu in baris.order_by("kode", "urutan", "pk")
    )


def _follow_up(lalu: LembarKerja | None) -> tuple[TindakLaluLHE, ...]:
    """What became of last year's recommendations, with the last thing that was written about each."""
    if lalu is None:
        return ()
    baris = Rekomendasi.objects.filter(lembar=lalu).prefetch_related("tindak_lanjut_set")
    hasil = []
    for satu in baris.order_by("kode", "urutan", "pk"):
        peristiwa = [p.uraian for p in satu.tindak_lanjut_set.all() if p.uraian]
        hasil.append(
            TindakLaluLHE(
                kode=satu.kode,
                uraian=satu.uraian,
                status=satu.status,
                sebutan=satu.get_status_display(),
                keterangan=peristiwa[-1] if peristiwa else "",
            )
        )
    return tuple(hasil)


def _response(lembar: LembarKerja) -> str:
    """What the unit answered to the draft."""
    langkah = LangkahLembar.objects.filter(lembar=lembar, langkah="beri_tanggapan").order_by("pada", "pk")
    terakhir = langkah.last()
    return "" if terakhir is None else terakhir.alasan
