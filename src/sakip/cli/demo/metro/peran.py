"""The matrix of roles and results of two agencies: posts of the data, example wording. Example data."""

from sakip.apps.perencanaan.selectors.peran import Matriks, matriks_peran
from sakip.apps.perencanaan.services.peran_hasil import set_peran_hasil
from sakip.platform.organisasi.models import Unit

UNIT = ("DINKES", "DISDIKBUD")
TAHUN = 2025
#: How deep below the head: its bureau heads, and the posts below those.
TINGKAT = 2


def load_peran(units: dict[str, Unit]) -> int:
    """Contributions there are. The last result of each head stays open, so that the page has a gap to show.

    A post that carries one already is left alone.
    """
    return sum(_load(units[kode]) for kode in UNIT if kode in units)


def _load(unit: Unit) -> int:
    awal = matriks_peran(unit, TAHUN)
    if awal.atasan is None:
        return 0
    jumlah, kepala = 0, [str(awal.atasan.jabatan.uid)]
    for _tingkat in range(TINGKAT):
        bawah: list[str] = []
        for uid in kepala:
            isi = matriks_peran(unit, TAHUN, uid)
            jumlah += _fill(isi)
            bawah += [str(b.versi.jabatan.uid) for b in isi.baris if b.versi.eselon.startswith("III")]
        membawahi = {str(v.jabatan.uid) for v in awal.kepala}
        kepala = [uid for uid in bawah if uid in membawahi]
    return jumlah


def _fill(isi: Matriks) -> int:
    """Each post carries one result, in turn; a bureau head of the sector directly, any other indirectly."""
    kolom = isi.kolom[:-1] or isi.kolom
    if not kolom:
        return 0
    for nomor, baris in enumerate(isi.baris):
        if not baris.kosong:
            continue
        hasil = kolom[nomor % len(kolom)]
        langsung = baris.versi.eselon.startswith("III") and baris.versi.nama != "Sekretaris"
        bidang = baris.versi.nama.removeprefix("Kepala ")
        set_peran_hasil(
            unit=isi.unit,
            tahun=isi.tahun,
            jabatan=baris.versi.jabatan,
            hasil_atasan=hasil.objek,
            cara="langsung" if langsung else "tidak_langsung",
            hasil=f"Terpenuhinya dukungan {bidang} bagi {hasil.pernyataan[0].lower()}{hasil.pernyataan[1:]} (contoh)"[
                :700
            ],
            ukuran="Persentase rencana kerja yang selesai tepat waktu (contoh)",
            target_teks="100%",
            by=None,
        )
    return len(isi.baris)
