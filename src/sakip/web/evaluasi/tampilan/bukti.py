"""Evidence beside an item: what it is, of which day, with which hash, and whether it is last year's."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.models import BuktiJawaban


@dataclass(frozen=True, slots=True)
class BuktiTampil:
    uid: UUID
    judul: str
    jenis: str
    url: str
    halaman: str
    tanggal: date | None
    tahun_lalu: bool
    sidik: str = ""
    oleh: str = ""


def url_bukti(bukti: Bukti) -> str:
    """Where a piece can be opened: its file, its link, or nowhere (a statement is its own text)."""
    if bukti.berkas is not None:
        return reverse("berkas:unduh", args=[bukti.berkas.uid])
    return bukti.tautan


def build_bukti(bukti: Bukti, tahun: int, lampiran: BuktiJawaban | None = None) -> BuktiTampil:
    """A piece of the unit's evidence, as attached when `lampiran` says where."""
    return BuktiTampil(
        uid=bukti.uid,
        judul=bukti.judul,
        jenis=str(bukti.get_jenis_display()),
        url=url_bukti(bukti),
        halaman=bukti.halaman if lampiran is None else lampiran.halaman,
        tanggal=bukti.tanggal_bukti,
        tahun_lalu=bukti.tanggal_bukti is not None and bukti.tanggal_bukti.year < tahun,
        sidik="" if bukti.berkas is None else bukti.berkas.sha256,
        oleh="" if lampiran is None or lampiran.oleh is None else str(lampiran.oleh),
    )
