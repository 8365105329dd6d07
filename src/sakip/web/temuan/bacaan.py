"""Findings arranged for a page. The checks are the apps'; acknowledgements come with them."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from sakip.platform.organisasi.models import Instansi
from sakip.platform.temuan.daftar import aturan_temuan, run
from sakip.platform.temuan.model import (
    Alamat,
    AturanTemuan,
    LingkupTemuan,
    SasaranTemuan,
    TemuanTerpasang,
    TingkatTemuan,
)
from sakip.platform.temuan.selectors import attach_pengakuan
from sakip.web.pembaca import as_of
from sakip.web.temuan.forms import AkuiForm

#: The badge of a severity: class and symbol.
RUPA = {"galat": ("l-salah", "awas"), "peringatan": ("l-ingat", "bendera"), "saran": ("", "info")}


@dataclass(frozen=True, slots=True)
class TemuanTampil:
    """One finding with the address of the field that mends it."""

    temuan: TemuanTerpasang
    perbaiki: str
    akui: AkuiForm | None = None


@dataclass(frozen=True, slots=True)
class KelompokTemuan:
    """The findings of one rule."""

    kode: str
    tingkat: TingkatTemuan
    judul: str
    aturan: AturanTemuan | None
    butir: tuple[TemuanTampil, ...]

    @property
    def kelas(self) -> str:
        return RUPA[self.tingkat][0]

    @property
    def ikon(self) -> str:
        return RUPA[self.tingkat][1]


def find_temuan(
    instansi: Instansi,
    unit_ids: Collection[int],
    tahun: int,
    *,
    lingkup: Collection[LingkupTemuan] = tuple(LingkupTemuan),
    semua: bool = False,
) -> tuple[TemuanTerpasang, ...]:
    """Every finding of some units in a year as the rows stand now, with what people said to them."""
    sasaran = SasaranTemuan(instansi, frozenset(unit_ids), tahun, as_of(tahun), semua=semua)
    return attach_pengakuan(instansi, run(sasaran, lingkup))


def arrange(
    temuan: Iterable[TemuanTerpasang], *, form: Callable[[TemuanTerpasang], AkuiForm] | None = None
) -> list[KelompokTemuan]:
    """Grouped by rule, the worst first, as `run` sorted them; `form` builds what accepts a finding."""
    aturan = aturan_temuan()
    hasil = []
    for (tingkat, kode), isi in groupby(temuan, key=lambda satu: (satu.tingkat, satu.kode)):
        butir = tuple(
            TemuanTampil(
                satu, resolve_alamat(satu, ubah=form is not None), None if form is None else form(satu)
            )
            for satu in isi
        )
        judul = butir[0].temuan.judul or (aturan[kode].judul if kode in aturan else kode)
        hasil.append(KelompokTemuan(kode, TingkatTemuan(tingkat), judul, aturan.get(kode), butir))
    return hasil


def resolve_alamat(temuan: TemuanTerpasang, *, ubah: bool) -> str:
    """The address of the field to mend, or for a reader of what is there; empty when nothing has a page."""
    if temuan.alamat is None:
        return ""
    nama, argumen, kueri = temuan.alamat if ubah else _readable(temuan, temuan.alamat)
    jalan = reverse(nama, kwargs=argumen)
    if not kueri or kueri.startswith("#"):
        return f"{jalan}{kueri}"
    return f"{jalan}?{kueri}"


def _readable(temuan: TemuanTerpasang, alamat: Alamat) -> Alamat:
    """An edit page refuses who may not write: the page that shows the same thing takes its place."""
    nama, argumen, _kueri = alamat
    if nama == "kamus:ubah":
        return ("kamus:rinci", argumen, "")
    if nama.startswith("rencana:") and temuan.objek.jenis == "dokumen":
        jangkar = "" if temuan.simpul_uid is None else f"#simpul-{temuan.simpul_uid}"
        return ("perencanaan:dokumen", {"uid": temuan.objek.uid}, jangkar)
    return alamat


def count_terbuka(temuan: Iterable[TemuanTerpasang]) -> dict[str, int]:
    """Open findings by severity."""
    hitung = dict.fromkeys(TingkatTemuan.values, 0)
    for satu in temuan:
        if satu.terbuka:
            hitung[satu.tingkat] += 1
    return hitung
