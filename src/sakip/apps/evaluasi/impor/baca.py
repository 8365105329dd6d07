"""From the bytes of a file to its sheets, by whichever shape each has."""

from collections.abc import Mapping

from django.conf import settings

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi import lke
from sakip.apps.evaluasi.impor.bacaan import LembarTerbaca
from sakip.apps.evaluasi.impor.bentuk.daerah import header_row, read_daerah
from sakip.apps.evaluasi.impor.bentuk.ekspor import is_ekspor, read_ekspor
from sakip.platform.lembar.baca import Batas, Buku, Lembar, read_buku
from sakip.platform.lembar.pesan import BerkasTakTerpakai


def open_buku(isi: bytes, nama: str) -> Buku:
    """Raises BerkasTakTerpakai with what to do."""
    return read_buku(isi, nama, Batas(byte=settings.UPLOAD_MAX_BYTES, baris=settings.IMPORT_MAX_ROWS))


def read_lembar(
    buku: Buku, baku: Instrumen, menurut_uid: Mapping[str, Instrumen]
) -> tuple[list[LembarTerbaca], list[str]]:
    """The sheets that hold answers, and the names of those that do not.

    `baku` is the units' instrument; `menurut_uid` that of each sheet of the evaluation.
    """
    hasil: list[LembarTerbaca] = []
    dilewati: list[str] = []
    for lembar in buku.lembar:
        terbaca = _read_one(lembar, baku, menurut_uid)
        if terbaca is None:
            dilewati.append(lembar.nama)
        else:
            hasil.append(terbaca)
    if not hasil:
        raise BerkasTakTerpakai(
            f"Berkas {buku.nama} tidak memuat lembar kerja evaluasi. Pakai berkas dari sakip lke ekspor, atau buku "
            "kerja dengan kolom No, Komponen, Bobot, Jawaban."
        )
    return hasil, dilewati


def _read_one(lembar: Lembar, baku: Instrumen, menurut_uid: Mapping[str, Instrumen]) -> LembarTerbaca | None:
    if is_ekspor(lembar):
        uid = str(lembar.at(lke.BARIS_UID, lke.KODE))
        return read_ekspor(lembar, menurut_uid.get(uid, baku))
    kepala = header_row(lembar)
    return None if kepala is None else read_daerah(lembar, kepala, baku)
