"""Which side of a result an individual indicator measures (PermenPANRB 6/2022): chosen, or read from the indicator."""

import re

from sakip.apps.datakinerja.models import JenisUkuran
from sakip.apps.perencanaan.models import AspekSKP

A = AspekSKP
_SATUAN_WAKTU = frozenset({"detik", "menit", "jam", "hari", "hari kerja", "minggu", "bulan", "triwulan"})
_WAKTU = re.compile(
    r"tepat waktu|waktu (?:tanggap|tunggu|layanan|penyelesaian)|lama(?:nya)? (?:proses|layanan|waktu)", re.I
)
_BIAYA = re.compile(
    r"\b(?:biaya|efisiensi anggaran|penghematan|penyerapan anggaran|serapan (?:anggaran|belanja))\b", re.I
)
_KUANTITAS = re.compile(r"^(?:jumlah|banyaknya)\b", re.I)
_KUALITAS = re.compile(
    r"^(?:persentase|proporsi|rasio|indeks|nilai|tingkat|angka|prevalensi|cakupan|predikat|laju|skor)\b", re.I
)


def infer_aspek(*, ukuran: str, satuan: str = "", jenis_ukuran: str = "") -> str:
    """The side that words, unit of measure and kind of figure tell; empty when they tell nothing.

    Time and money go before counts and rates: "persentase yang selesai tepat waktu" is about time.
    """
    satuan = " ".join(satuan.split()).casefold()
    if satuan in _SATUAN_WAKTU or _WAKTU.search(ukuran):
        return A.WAKTU
    if "rp" in re.split(r"\W+", satuan) or "rupiah" in satuan or _BIAYA.search(ukuran):
        return A.BIAYA
    if jenis_ukuran:
        return A.KUANTITAS if jenis_ukuran == JenisUkuran.JUMLAH else A.KUALITAS
    if _KUANTITAS.search(ukuran.strip()):
        return A.KUANTITAS
    return A.KUALITAS if _KUALITAS.search(ukuran.strip()) or satuan in {"%", "persen"} else ""
