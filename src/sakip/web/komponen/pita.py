"""The band of an achievement: colour, stairs and letter together, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Protocol, runtime_checkable

from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from sakip.web.komponen.angka import format_angka

KOSONG: Final = "belum"
TIDAK_BERLAKU: Final = "tidak_berlaku"


@runtime_checkable
class KategoriTampil(Protocol):
    """What a category must offer to be shown (kinerja.capaian.skala.Kategori does)."""

    @property
    def kode(self) -> str: ...
    @property
    def nama(self) -> str: ...


class HasilTampil(Protocol):
    """What a result must offer to be shown (kinerja.capaian.HasilCapaian does)."""

    @property
    def cetak(self) -> Decimal | None: ...
    @property
    def kategori(self) -> KategoriTampil | None: ...


@dataclass(frozen=True, slots=True)
class Pita:
    kode: str
    kelas: str
    tangga: int
    nama: str | Promise


PITA: Final = {
    pita.kode: pita
    for pita in (
        Pita("ST", "st", 5, gettext_lazy("Sangat tinggi")),
        Pita("T", "t", 4, gettext_lazy("Tinggi")),
        Pita("S", "s", 3, gettext_lazy("Sedang")),
        Pita("R", "r", 2, gettext_lazy("Rendah")),
        Pita("SR", "sr", 1, gettext_lazy("Sangat rendah")),
    )
}


NAMA_BAKU: Final = {"ST": "sangat tinggi", "T": "tinggi", "S": "sedang", "R": "rendah", "SR": "sangat rendah"}
# Codes of other published scales (kinerja.capaian.skala) and the band whose look they take.
SETARA: Final = {"M": "ST", "SB": "ST", "B": "T", "C": "S", "AK": "R", "K": "R", "SK": "SR", "BU": "SR"}


def pita_of(kategori: KategoriTampil | str) -> Pita:
    """The look of a category; a code that no scale knows keeps its own name and has no colour."""
    return _pita_of(*_kunci(kategori))


def _kunci(kategori: KategoriTampil | str) -> tuple[str, str, int | None]:
    if isinstance(kategori, str):
        return kategori, "", None
    return kategori.kode, kategori.nama, getattr(kategori, "urutan", None)


def _pita_of(kode: str, nama: str, urutan: int | None) -> Pita:
    if kode in PITA and nama.lower() in {"", NAMA_BAKU[kode]}:
        return PITA[kode]
    look = PITA.get(SETARA.get(kode, kode))
    # "Kurang" is the lowest word of some scales and the second lowest of others.
    if look is PITA["R"] and urutan == 1:
        look = PITA["SR"]
    shown = nama[:1].upper() + nama[1:] or kode
    if look is None:
        return Pita(kode, "polos", 0, shown)
    return Pita(kode, look.kelas, look.tangga, shown)


def _tangga(jumlah: int) -> SafeString:
    if jumlah == 0:
        return SafeString("")
    return format_html('<svg aria-hidden="true"><use href="#t{}"/></svg>', jumlah)


def ketiadaan(keadaan: str, *, besar: bool = False, singkat: bool = False) -> SafeString:
    """The two absences: dashed for not reported, grey for not applicable."""
    return _ketiadaan(keadaan, besar, singkat, get_language())


# A table prints the same few chips in every row; the language is part of the key.
@lru_cache(maxsize=64)
def _ketiadaan(keadaan: str, besar: bool, singkat: bool, bahasa: str | None) -> SafeString:
    ukuran = " s-pita-l" if besar else ""
    if keadaan == TIDAK_BERLAKU:
        kelas, panjang, pendek = "p-tb", pgettext("nilai", "Tidak berlaku"), _("t.b.")
    else:
        kelas, panjang, pendek = "p-nol", _("Belum dilaporkan"), "–"
    if not singkat:
        return format_html('<span class="s-pita {}{}">{}</span>', kelas, ukuran, panjang)
    return format_html(
        '<span class="s-pita {}{}" title="{}"><span aria-hidden="true">{}</span>'
        '<span class="sembunyi">{}</span></span>',
        kelas,
        ukuran,
        panjang,
        pendek,
        panjang,
    )


def render_pita(
    kategori: KategoriTampil | str | None,
    *,
    panjang: bool = False,
    besar: bool = False,
    singkat: bool = False,
) -> SafeString:
    """The band as a chip; None is "not reported", the word "tidak_berlaku" is "not applicable"."""
    if kategori is None or kategori in ("", KOSONG, TIDAK_BERLAKU):
        return ketiadaan(str(kategori or KOSONG), besar=besar, singkat=singkat)
    return _pita(*_kunci(kategori), panjang, besar, get_language())


@lru_cache(maxsize=512)
def _pita(
    kode: str, nama: str, urutan: int | None, panjang: bool, besar: bool, bahasa: str | None
) -> SafeString:
    pita = _pita_of(kode, nama, urutan)
    ukuran = " s-pita-l" if besar else ""
    if panjang or besar or pita.tangga == 0:
        return format_html(
            '<span class="s-pita p-{}{}">{}{}</span>', pita.kelas, ukuran, _tangga(pita.tangga), pita.nama
        )
    return format_html(
        '<span class="s-pita p-{}" title="{}">{}<span aria-hidden="true">{}</span>'
        '<span class="sembunyi">{}</span></span>',
        pita.kelas,
        pita.nama,
        _tangga(pita.tangga),
        pita.kode,
        pita.nama,
    )


def render_jelas(angka: Decimal | str, url: str | None, *, nama: str = "") -> SafeString:
    """A number that answers "Mengapa?": a link that htmx opens in the drawer."""
    text = angka if isinstance(angka, str) else format_angka(angka, 2)
    if not url:
        return format_html('<span class="tebal">{}</span>', text)
    text, address, about = escape(text), escape(url), escape(f"{nama}: " if nama else "")
    # Written out rather than with format_html: a page prints this a thousand times.
    return mark_safe(
        f'<a class="s-jelas" href="{address}" hx-get="{address}" hx-target="#laci">'
        f'<span class="sembunyi">{about}</span>{text}</a>'
    )


def render_capaian(hasil: HasilTampil | None, url: str | None = None, *, nama: str = "") -> SafeString:
    """Number and band of one result; the reason is shown when there is no number."""
    if hasil is None:
        return ketiadaan(KOSONG)
    angka = hasil.cetak
    if angka is None:
        return _tanpa_angka(hasil, url, nama=nama)
    kategori = hasil.kategori
    number = render_jelas(angka, url, nama=nama)
    return number if kategori is None else mark_safe(f"{number} {render_pita(kategori)}")


_BELUM: Final = frozenset({"belum_dilaporkan", KOSONG})


def _tanpa_angka(hasil: HasilTampil, url: str | None, *, nama: str) -> SafeString:
    sebab = getattr(hasil, "sebab", None)
    if sebab is None or sebab in _BELUM:
        return ketiadaan(KOSONG)
    if sebab == TIDAK_BERLAKU:
        return ketiadaan(TIDAK_BERLAKU)
    return render_jelas(_("Tidak terhitung"), url, nama=nama)
