"""Whole evaluations in bulk: history from elsewhere, and the example city. One audit record per sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from kinerja.instrumen import Instrumen
from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.convert import Isi, check_nilai
from sakip.apps.evaluasi.galat import BedaInstansi
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    LHE,
    BuktiJawaban,
    Diskusi,
    Evaluasi,
    HasilLembar,
    Jawaban,
    LangkahLembar,
    LembarKerja,
    Rekomendasi,
    Sanggah,
    StatusSanggah,
    TahapLembar,
    TahapNilai,
)
from sakip.apps.evaluasi.policies import require_kelola
from sakip.apps.evaluasi.selectors.dasar import Peta, garis_unit, load_peta_satu
from sakip.apps.evaluasi.selectors.lhe import konteks_lhe, sidik_konteks
from sakip.apps.evaluasi.services._hasil import SEMUA_TAHAP, build_hasil
from sakip.apps.evaluasi.services._kunci import record_lembar
from sakip.apps.evaluasi.services.jawaban import insert_versions, isi_of
from sakip.apps.evaluasi.workflow import TRANSISI
from sakip.apps.evaluasi.workflow_rekomendasi import TERBUKA
from sakip.platform.accounts.models import Pengguna

BATCH = 1000


@dataclass(frozen=True, slots=True)
class MuatJawaban:
    """One answer of one stage as a source gives it."""

    nilai: str
    catatan: str = ""
    daftar_bukti: str = ""
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class MuatTahap:
    """The answers of one stage, with who gave them and when."""

    jawaban: Mapping[str, MuatJawaban]
    oleh: Pengguna | None
    pada: datetime


@dataclass(frozen=True, slots=True)
class MuatLangkah:
    """One step of the workflow as it was taken."""

    langkah: str
    pada: datetime
    oleh: Pengguna | None
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class MuatLembar:
    """A sheet with its answers per stage of value and the steps that brought it where it is."""

    lembar: LembarKerja
    tahap: Mapping[TahapNilai, MuatTahap]
    langkah: Sequence[MuatLangkah] = ()
    bukti: Sequence[tuple[str, Bukti]] = ()
    diskusi: Sequence[tuple[str, str, Pengguna | None, datetime]] = ()


@dataclass(frozen=True, slots=True)
class MuatLHE:
    """A report as it was signed."""

    lembar: LembarKerja
    nomor: str
    tanggal: date
    penandatangan: str
    pada: datetime
    oleh: Pengguna | None = None
    latar_belakang: str = ""
    catatan_umum: str = ""


@dataclass(frozen=True, slots=True)
class MuatSanggah:
    """An objection, with its ruling when there is one."""

    lembar: LembarKerja
    kode: str
    nilai_semula: str
    alasan: str
    pada: datetime
    oleh: Pengguna | None = None
    nilai_diminta: str = ""
    status: str = StatusSanggah.DIAJUKAN
    nilai_putusan: str = ""
    putusan: str = ""
    diputus_pada: datetime | None = None
    diputus_oleh: Pengguna | None = None


@dataclass(slots=True)
class _Penampung:
    jawaban: list[Jawaban] = field(default_factory=list)
    hasil: list[HasilLembar] = field(default_factory=list)
    langkah: list[LangkahLembar] = field(default_factory=list)
    bukti: list[BuktiJawaban] = field(default_factory=list)
    diskusi: list[Diskusi] = field(default_factory=list)


@transaction.atomic
def load_lembar_bulk(*, evaluasi: Evaluasi, isi: Sequence[MuatLembar], by: Pengguna | None) -> None:
    """Write whole sheets at once: every value is checked against the pinned instrument, scores are computed."""
    require_kelola(by, evaluasi.instansi)
    tampung, instrumen = _Penampung(), dict[int, Instrumen]()
    periksa = _Pemeriksa()
    for satu in isi:
        lembar = satu.lembar
        if lembar.evaluasi_id != evaluasi.pk:
            raise BedaInstansi("lembar")
        pin = lembar.instrumen
        if pin.pk not in instrumen:
            instrumen[pin.pk] = muat_instrumen(pin)
        peta = _collect(satu, instrumen[pin.pk], periksa, tampung)
        semua = (build_hasil(lembar, instrumen[pin.pk], peta, tahap) for tahap in SEMUA_TAHAP)
        tampung.hasil += [hasil for hasil in semua if hasil is not None]
        if satu.langkah:
            lembar.tahap = TRANSISI[satu.langkah[-1].langkah].ke
    Jawaban.objects.bulk_create(tampung.jawaban, batch_size=BATCH)
    HasilLembar.objects.bulk_create(tampung.hasil, batch_size=BATCH)
    LangkahLembar.objects.bulk_create(tampung.langkah, batch_size=BATCH)
    BuktiJawaban.objects.bulk_create(tampung.bukti, batch_size=BATCH)
    Diskusi.objects.bulk_create(tampung.diskusi, batch_size=BATCH)
    LembarKerja.objects.bulk_update([satu.lembar for satu in isi], ["tahap"], batch_size=BATCH)
    for satu in isi:
        jumlah = {str(tahap): len(milik.jawaban) for tahap, milik in satu.tahap.items()}
        record_lembar(satu.lembar, "lembar.dimuat", by, {"jawaban": jumlah, "tahap": satu.lembar.tahap})


@transaction.atomic
def load_lhe_bulk(*, evaluasi: Evaluasi, isi: Sequence[MuatLHE], by: Pengguna | None) -> list[LHE]:
    """Signed reports: their content is built from the sheets as they are now, and frozen."""
    require_kelola(by, evaluasi.instansi)
    dibuat = []
    for satu in isi:
        if satu.lembar.evaluasi_id != evaluasi.pk:
            raise BedaInstansi("lembar")
        lhe = LHE(
            instansi_id=evaluasi.instansi_id,
            lembar=satu.lembar,
            nomor=satu.nomor,
            tanggal=satu.tanggal,
            penandatangan=satu.penandatangan,
            latar_belakang=satu.latar_belakang,
            catatan_umum=satu.catatan_umum,
        )
        lhe.konteks = konteks_lhe(satu.lembar, lhe).to_dict()
        lhe.sha256 = sidik_konteks(lhe.konteks)
        lhe.ditandatangani_oleh, lhe.ditandatangani_pada = satu.oleh, satu.pada
        dibuat.append(lhe)
    LHE.objects.bulk_create(dibuat, batch_size=BATCH)
    for lhe in dibuat:
        record_lembar(lhe.lembar, "lhe.dimuat", by, {"nomor": lhe.nomor, "sha256": lhe.sha256})
    return dibuat


@transaction.atomic
def load_sanggah_bulk(*, evaluasi: Evaluasi, isi: Sequence[MuatSanggah], by: Pengguna | None) -> None:
    """Objections with their rulings; one that was accepted gives a new final value."""
    require_kelola(by, evaluasi.instansi)
    for satu in isi:
        if satu.lembar.evaluasi_id != evaluasi.pk:
            raise BedaInstansi("lembar")
        sanggah = Sanggah(
            instansi_id=evaluasi.instansi_id,
            lembar=satu.lembar,
            kode=satu.kode,
            nilai_semula=satu.nilai_semula,
            nilai_diminta=satu.nilai_diminta,
            alasan=satu.alasan,
            diajukan_oleh=satu.oleh,
            diajukan_pada=satu.pada,
            status=satu.status,
            nilai_putusan=satu.nilai_putusan,
            putusan=satu.putusan,
            diputus_oleh=satu.diputus_oleh,
            diputus_pada=satu.diputus_pada,
        )
        sanggah.save(force_insert=True)
        if satu.status == StatusSanggah.DITERIMA:
            _write_ruling(satu)
        record_lembar(satu.lembar, "sanggah.dimuat", by, {"kode": satu.kode, "status": str(satu.status)})


@transaction.atomic
def link_berulang(*, evaluasi: Evaluasi, by: Pengguna | None) -> int:
    """Recommendations worded as last year's open ones of the unit and item continue those. Returns how many."""
    require_kelola(by, evaluasi.instansi)
    baris = list(Rekomendasi.objects.filter(lembar__evaluasi=evaluasi, asal__isnull=True))
    garis = garis_unit(evaluasi.instansi_id, {satu.unit_id for satu in baris}, evaluasi.tahun)
    lama = {
        (satu.unit_id, satu.kode, satu.uraian): satu
        for satu in Rekomendasi.objects.filter(
            instansi_id=evaluasi.instansi_id, lembar__evaluasi__tahun=evaluasi.tahun - 1, status__in=TERBUKA
        )
    }
    ubah = []
    for satu in baris:
        cocok = (lama.get((unit_id, satu.kode, satu.uraian)) for unit_id in garis[satu.unit_id])
        satu.asal = next((milik for milik in cocok if milik is not None), None)
        if satu.asal is not None:
            ubah.append(satu)
    Rekomendasi.objects.bulk_update(ubah, ["asal"], batch_size=BATCH)
    return len(ubah)


class _Pemeriksa:
    """Checks each pair of code and value once: thousands of rows hold few different ones."""

    def __init__(self) -> None:
        self._sudah: dict[tuple[str, str, str], str] = {}

    def check(self, instrumen: Instrumen, kode: str, nilai: str) -> str:
        kunci = (instrumen.hash, kode, nilai)
        if kunci not in self._sudah:
            self._sudah[kunci] = check_nilai(instrumen, kode, nilai)
        return self._sudah[kunci]


def _collect(satu: MuatLembar, instrumen: Instrumen, periksa: _Pemeriksa, tampung: _Penampung) -> Peta:
    """Add a sheet's rows to what is to be written; returns its answers for scoring."""
    lembar, peta = satu.lembar, dict[str, dict[str, Isi]]()
    for tahap, isi in satu.tahap.items():
        for kode, milik in isi.jawaban.items():
            jawaban = Jawaban(
                instansi_id=lembar.instansi_id,
                lembar=lembar,
                kode=kode,
                tahap=tahap,
                versi_ke=1,
                nilai=periksa.check(instrumen, kode, milik.nilai),
                catatan=milik.catatan.strip(),
                daftar_bukti=milik.daftar_bukti.strip(),
                alasan=milik.alasan.strip(),
                oleh=isi.oleh,
                pada=isi.pada,
            )
            tampung.jawaban.append(jawaban)
            peta.setdefault(kode, {})[tahap] = isi_of(jawaban)
    tampung.langkah += [_step(lembar, langkah) for langkah in satu.langkah]
    tampung.bukti += [_evidence(satu, kode, bukti) for kode, bukti in satu.bukti]
    tampung.diskusi += [
        Diskusi(
            instansi_id=lembar.instansi_id,
            lembar=lembar,
            kode=kode,
            isi=isi_pesan,
            oleh=oleh,
            peran_teks="" if oleh is None else oleh.sebutan[:120],
            pada=pada,
        )
        for kode, isi_pesan, oleh, pada in satu.diskusi
    ]
    return peta


def _step(lembar: LembarKerja, isi: MuatLangkah) -> LangkahLembar:
    transisi = TRANSISI[isi.langkah]
    return LangkahLembar(
        instansi_id=lembar.instansi_id,
        lembar=lembar,
        langkah=isi.langkah,
        dari=transisi.dari,
        ke=transisi.ke,
        alasan=isi.alasan,
        oleh=isi.oleh,
        pada=isi.pada,
    )


def _evidence(satu: MuatLembar, kode: str, bukti: Bukti) -> BuktiJawaban:
    mandiri = satu.tahap[TahapNilai.MANDIRI]
    return BuktiJawaban(
        instansi_id=satu.lembar.instansi_id,
        lembar=satu.lembar,
        kode=kode,
        bukti=bukti,
        halaman=bukti.halaman,
        oleh=mandiri.oleh,
        pada=mandiri.pada,
    )


def _write_ruling(satu: MuatSanggah) -> None:
    peta = load_peta_satu(satu.lembar)
    lama = peta.get(satu.kode, {}).get(TahapNilai.AKHIR)
    assert satu.diputus_pada is not None
    jawaban = Jawaban(
        instansi_id=satu.lembar.instansi_id,
        lembar=satu.lembar,
        kode=satu.kode,
        tahap=TahapNilai.AKHIR,
        versi_ke=1 if lama is None else lama.versi_ke + 1,
        nilai=satu.nilai_putusan,
        alasan=satu.putusan,
        oleh=satu.diputus_oleh,
        pada=satu.diputus_pada,
    )
    insert_versions(satu.lembar, muat_instrumen(satu.lembar.instrumen), TahapNilai.AKHIR, [jawaban], peta)


def steps_to(tahap: str) -> tuple[str, ...]:
    """The shortest way of steps from the first stage to another, without going back."""
    maju = {t.dari: (nama, t.ke) for nama, t in TRANSISI.items() if not t.beralasan}
    langkah: list[str] = []
    kini: str = TahapLembar.MANDIRI
    while kini != tahap:
        nama, kini = maju[TahapLembar(kini)]
        langkah.append(nama)
    return tuple(langkah)
