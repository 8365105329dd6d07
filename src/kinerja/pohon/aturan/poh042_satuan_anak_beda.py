"""The same indicator in another unit or measure one level down."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.kata import Ukuran
from kinerja.pohon.bentuk import SMART, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan

_SETARA = (Ukuran.PERSEN, Ukuran.JUMLAH)


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """By the unit where both print one, else by the measure word."""
    for anak, induk in ix.turunan:
        beda = _difference(anak, induk)
        if beda is not None:
            pesan = (
                f"{kutip(anak.indikator.nama)} diukur dengan {beda[0]}, sedangkan induknya "
                f"({induk.simpul.id}) dengan "
            )
            pesan += f"{beda[1]}. Samakan, atau tulis penyebutnya agar dapat dibandingkan."
            yield Lapor(anak.simpul.id, pesan, anak.indikator.nama)


def _difference(anak: Terbaca, induk: Terbaca) -> tuple[str, str] | None:
    if anak.satuan is not None and induk.satuan is not None:
        return None if anak.satuan == induk.satuan else (anak.satuan, induk.satuan)
    satu, dua = anak.ukuran, induk.ukuran
    if satu is dua or satu not in _SETARA or dua not in _SETARA:
        return None
    return satu.value, dua.value


ATURAN = Aturan(
    kode="POH042",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Ukuran anak berbeda dari ukuran induk",
    alasan=(
        "Indikator yang diturunkan dengan jumlah, sedangkan induknya persentase (atau sebaliknya), tidak "
        "dapat dibandingkan tanpa penyebutnya."
    ),
    perbaikan="Samakan satuannya, atau tulis penyebut pada indikator induk.",
    dasar=SMART,
    bidang="satuan",
    contoh_buruk=contoh(
        "Sasaran: jumlah pelaku usaha 52; eselon III dengan kode sama: persentase 5%",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"kode": "1.2", "nama": "Jumlah unit usaha bersertifikat mutu", "target": "52"}],
        },
        {
            "id": "E1",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [
                {"kode": "1.2", "nama": "Persentase unit usaha bersertifikat mutu", "target": "5%"}
            ],
        },
    ),
    contoh_baik=contoh(
        "Keduanya jumlah",
        {
            "id": "S1",
            "level": "sasaran",
            "indikator": [{"kode": "1.2", "nama": "Jumlah unit usaha bersertifikat mutu", "target": "52"}],
        },
        {
            "id": "E1",
            "induk": "S1",
            "level": "eselon III",
            "indikator": [{"kode": "1.2", "nama": "Jumlah unit usaha bersertifikat mutu", "target": "52"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(10, 17),
    kategori=("H", "J"),
)
