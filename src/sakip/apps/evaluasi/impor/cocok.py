"""Which sheet of the file is which sheet of the evaluation, and what it would change there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from kinerja.instrumen import HasilSkor, Instrumen, parse_pecahan
from kinerja.instrumen.angka import BukanPecahan
from sakip.apps.evaluasi.convert import (
    TIDAK,
    YA,
    chain_to,
    check_nilai,
    effective,
    effective_values,
    score_of,
)
from sakip.apps.evaluasi.galat import GalatEvaluasi
from sakip.apps.evaluasi.impor.bacaan import Isian, LembarTerbaca
from sakip.apps.evaluasi.models import Evaluasi, LembarKerja, StatusEvaluasi, TahapNilai
from sakip.apps.evaluasi.policies import boleh_nilai
from sakip.apps.evaluasi.selectors.dasar import Peta, jendela_tahap, lembar_visible_to, load_peta, terbuka
from sakip.apps.evaluasi.services import IsiJawaban
from sakip.apps.evaluasi.workflow import PENULIS_NILAI
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.lembar.pesan import Pesan, Tingkat
from sakip.platform.organisasi.models import UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_terakhir

_SAMA = {"y": YA, "ya": YA, "t": TIDAK, "tdk": TIDAK, "tidak": TIDAK}
_TERCETAK = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Selisih:
    """The file shows another total than its answers give."""

    lembar: str
    tercetak: Fraction
    hitung: Fraction


@dataclass(slots=True)
class LembarCocok:
    """One sheet of the file with what it would do to its sheet of the evaluation (None: to none)."""

    terbaca: LembarTerbaca
    lembar: LembarKerja | None = None
    nama_unit: str = ""
    tahap: TahapNilai | None = None
    isian: list[IsiJawaban] = field(default_factory=list)
    dibaca: int = 0
    dibuat: int = 0
    diubah: int = 0
    tetap: int = 0
    ditolak: int = 0
    sebelum: HasilSkor | None = None
    sesudah: HasilSkor | None = None
    selisih: Selisih | None = None
    pesan: list[Pesan] = field(default_factory=list)

    @property
    def nama(self) -> str:
        return self.terbaca.nama

    @property
    def berubah(self) -> bool:
        return bool(self.isian)

    def refuse(self, sel: str, pesan: str) -> None:
        self.pesan.append(Pesan(self.nama, sel, Tingkat.GALAT, pesan))


@dataclass(frozen=True, slots=True)
class Sasaran:
    """The sheets of the evaluation that a file may fill, and what is known of them."""

    evaluasi: Evaluasi
    lembar: Sequence[LembarKerja]
    versi: Mapping[int, UnitVersi]
    peta: Mapping[int, Peta]
    instrumen: Mapping[int, Instrumen]


def load_sasaran(evaluasi: Evaluasi, by: Pengguna | None, instrumen: Mapping[int, Instrumen]) -> Sasaran:
    """Without a person every sheet; else those that the person may see."""
    semua = LembarKerja.objects if by is None else lembar_visible_to(by)
    lembar = list(
        semua.filter(evaluasi=evaluasi)
        .select_related("unit__instansi", "instansi", "evaluasi", "instrumen", "tim")
        .order_by("unit__kode")
    )
    return Sasaran(
        evaluasi,
        lembar,
        unit_versi_terakhir(evaluasi.instansi, date(evaluasi.tahun, 12, 31)),
        load_peta([satu.pk for satu in lembar]),
        instrumen,
    )


def match_lembar(
    terbaca: LembarTerbaca, sasaran: Sasaran, by: Pengguna | None, tahap: TahapNilai | None, unit: str = ""
) -> LembarCocok:
    """What applying one sheet would do. `tahap`: only sheets at that stage; None: each at its own."""
    hasil = LembarCocok(terbaca, pesan=list(terbaca.pesan))
    hasil.dibaca = len(terbaca.apip)
    hasil.lembar = _find(terbaca, sasaran, unit)
    if terbaca.rusak:
        hasil.ditolak = max(1, hasil.dibaca)
        return hasil
    if hasil.lembar is None:
        sebut = " atau ".join(dict.fromkeys(terbaca.calon)) or terbaca.uid
        hasil.refuse("", f'Tidak ada lembar kerja untuk "{sebut}" pada evaluasi {sasaran.evaluasi.tahun}.')
        hasil.ditolak = max(1, hasil.dibaca)
        return hasil
    versi = sasaran.versi.get(hasil.lembar.unit_id)
    hasil.nama_unit = hasil.lembar.unit.kode if versi is None else versi.nama
    hasil.tahap = _stage(hasil, by, tahap)
    if hasil.tahap is None:
        hasil.ditolak = max(1, hasil.dibaca)
        return hasil
    _compare(hasil, sasaran)
    return hasil


def _find(terbaca: LembarTerbaca, sasaran: Sasaran, unit: str) -> LembarKerja | None:
    if terbaca.uid:
        return next((satu for satu in sasaran.lembar if str(satu.uid) == terbaca.uid), None)
    calon = {_plain(satu) for satu in ((unit,) if unit else terbaca.calon)}
    cocok = [satu for satu in sasaran.lembar if calon & _known_as(satu, sasaran.versi)]
    return cocok[0] if len(cocok) == 1 else None


def _known_as(lembar: LembarKerja, versi: Mapping[int, UnitVersi]) -> set[str]:
    nama = {lembar.unit.kode}
    if lembar.unit_id in versi:
        nama |= {versi[lembar.unit_id].nama, versi[lembar.unit_id].singkatan}
    return {_plain(satu) for satu in nama if satu}


def _plain(teks: str) -> str:
    return "".join(c for c in teks.casefold() if c.isalnum())


def _stage(hasil: LembarCocok, by: Pengguna | None, tahap: TahapNilai | None) -> TahapNilai | None:
    """At which stage the sheet takes values now; None, with the reason, when it does not."""
    lembar = hasil.lembar
    assert lembar is not None
    kini = PENULIS_NILAI.get(lembar.tahap)
    nama = lembar.get_tahap_display().lower()
    if lembar.evaluasi.status != StatusEvaluasi.BERJALAN:
        hasil.refuse(
            "", f"Evaluasi berstatus {lembar.evaluasi.get_status_display().lower()}; tidak dapat diisi."
        )
    elif kini is None:
        hasil.refuse("", f"Lembar {lembar.unit.kode} pada tahap {nama}; nilainya tidak dapat diisi lagi.")
    elif tahap is not None and kini[0] != tahap:
        diminta = TahapNilai(tahap).label.lower()
        hasil.refuse("", f"Lembar {lembar.unit.kode} pada tahap {nama}, bukan {diminta}.")
    elif not boleh_nilai(by, lembar):
        hasil.refuse("", f"Anda tidak berwenang mengisi lembar {lembar.unit.kode} pada tahap {nama}.")
    elif not terbuka(jendela := jendela_tahap(lembar), today()):
        assert jendela is not None
        hasil.refuse(
            "",
            f"Jendela tahap {nama} tidak terbuka: {jendela.buka:%d-%m-%Y} sampai {jendela.tutup:%d-%m-%Y}.",
        )
    else:
        return kini[0]
    return None


def _compare(hasil: LembarCocok, sasaran: Sasaran) -> None:
    lembar, tahap = hasil.lembar, hasil.tahap
    assert lembar is not None
    assert tahap is not None
    instrumen, peta = sasaran.instrumen[lembar.pk], sasaran.peta[lembar.pk]
    milik = hasil.terbaca.mandiri if tahap == TahapNilai.MANDIRI else hasil.terbaca.apip
    hasil.dibaca = len(milik)
    nilai = effective_values(peta, tahap)
    hasil.sebelum = score_of(instrumen, nilai)
    for isian in milik:
        _compare_one(hasil, instrumen, isian, peta, tahap, nilai)
    hasil.sesudah = score_of(instrumen, nilai)
    _compare_total(hasil, tahap)


def _compare_one(
    hasil: LembarCocok,
    instrumen: Instrumen,
    isian: Isian,
    peta: Peta,
    tahap: TahapNilai,
    nilai: dict[str, str],
) -> None:
    try:
        baru = None if isian.nilai is None else _checked(instrumen, isian.kode, isian.nilai)
    except GalatEvaluasi as galat:
        hasil.refuse(isian.sel, str(galat))
        hasil.ditolak += 1
        return
    punya = peta.get(isian.kode, {})
    lama = effective(punya, tahap)
    catatan = _changed(isian.catatan, _shown(peta, isian.kode, tahap, "catatan"))
    bukti = _changed(isian.daftar_bukti, _shown(peta, isian.kode, tahap, "daftar_bukti"))
    nilai_berubah = baru is not None and (lama is None or lama.nilai != baru)
    if not (nilai_berubah or catatan is not None or bukti is not None):
        hasil.tetap += 1
        return
    sendiri = punya.get(str(tahap))
    tulis = baru or (sendiri.nilai if sendiri else "") or (lama.nilai if lama else "")
    hasil.isian.append(
        IsiJawaban(
            isian.kode,
            tulis or None,
            catatan=catatan,
            daftar_bukti=bukti,
            versi_diharapkan=0 if sendiri is None else sendiri.versi_ke,
        )
    )
    if baru is not None:
        nilai[isian.kode] = baru
    if lama is None and sendiri is None:
        hasil.dibuat += 1
    else:
        hasil.diubah += 1


def _checked(instrumen: Instrumen, kode: str, nilai: str) -> str:
    """The stored form; letters may be written small, and ya or tidak shortened."""
    butir = instrumen.butir(kode)
    if not butir.berjawaban:
        return check_nilai(instrumen, kode, _SAMA.get(nilai.casefold(), nilai))
    if butir.skala is not None:
        resmi = {satu.casefold(): satu for satu in instrumen.skala[butir.skala].kode}
        nilai = resmi.get(nilai.casefold(), nilai)
    return check_nilai(instrumen, kode, nilai)


def _shown(peta: Peta, kode: str, tahap: TahapNilai, bidang: str) -> str:
    """The text that the export showed in that cell."""
    apip = chain_to(TahapNilai.AKHIR)
    urut: tuple[str, ...] = (str(TahapNilai.MANDIRI),) if tahap == TahapNilai.MANDIRI else apip
    if bidang == "daftar_bukti":
        urut = (*apip, str(TahapNilai.MANDIRI))
    isi = peta.get(kode, {})
    return next((teks for t in urut if t in isi and (teks := getattr(isi[t], bidang))), "")


def _changed(baru: str | None, lama: str) -> str | None:
    """None keeps what is there: an empty cell erases nothing."""
    if baru is None or baru.split() == lama.split():
        return None
    return baru


def _compare_total(hasil: LembarCocok, tahap: TahapNilai) -> None:
    terbaca = hasil.terbaca
    teks = terbaca.total_mandiri if tahap == TahapNilai.MANDIRI else terbaca.total_apip
    hitung = None if hasil.sesudah is None else hasil.sesudah.total
    if not teks or hitung is None:
        return
    try:
        tercetak = parse_pecahan(teks.replace(",", "."))
    except BukanPecahan:
        return
    if abs(tercetak - hitung) >= _TERCETAK:
        hasil.selisih = Selisih(hasil.nama, tercetak, hitung)
