"""From a file, uploaded or stored, to its plan."""

from collections.abc import Callable

from django.conf import settings

from sakip.apps.pengukuran.impor.bentuk import capaian, program, templat
from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.rencana import Rencana
from sakip.platform.files.selectors import berkas_path
from sakip.platform.lembar.baca import Batas, Buku, read_buku
from sakip.platform.lembar.models import Impor
from sakip.platform.lembar.pesan import BerkasTakTerpakai

BENTUK: dict[str, Callable[[Buku, PilihanImpor], Rencana]] = {
    "templat": templat.parse,
    "capaian": capaian.parse,
    "program": program.parse,
}


def read_batas() -> Batas:
    """The limits of this installation."""
    return Batas(byte=settings.UPLOAD_MAX_BYTES, baris=settings.IMPORT_MAX_ROWS)


def parse_berkas(isi: bytes, nama: str, bentuk: str, pilihan: PilihanImpor) -> Rencana:
    """The plan of a file; raises BerkasTakTerpakai."""
    return BENTUK[bentuk](read_buku(isi, nama, read_batas()), pilihan)


def parse_stored(impor: Impor) -> Rencana:
    """The plan of the file that an import keeps, with what was chosen beside it."""
    if impor.berkas is None:
        raise BerkasTakTerpakai(f"Berkas {impor.nama_berkas} tidak tersimpan lagi. Unggah sekali lagi.")
    pilihan = PilihanImpor(
        impor.tahun, unit=impor.pilihan.get("unit", ""), desimal=impor.pilihan.get("desimal", "otomatis")
    )
    try:
        isi = berkas_path(impor.berkas).read_bytes()
    except OSError as error:
        raise BerkasTakTerpakai(
            f"Berkas {impor.nama_berkas} tidak ada di penyimpanan. Unggah sekali lagi."
        ) from error
    return parse_berkas(isi, impor.nama_berkas, impor.bentuk, pilihan)
