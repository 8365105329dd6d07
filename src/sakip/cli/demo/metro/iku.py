"""IKU decrees of the city and of two agencies, from the indicators the data marks as IKU. Example data."""

from datetime import date

from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen
from sakip.apps.perencanaan.selectors.iku import calon_iku
from sakip.apps.perencanaan.services import activate_dokumen, discard_dokumen
from sakip.apps.perencanaan.services.iku import choose_iku, create_iku
from sakip.platform.organisasi.models import Unit

UNIT = {"PEMDA": "Kota Metro", "DINKES": "Dinas Kesehatan", "DISDIKBUD": "Dinas Pendidikan dan Kebudayaan"}
MULAI, SELESAI = 2025, 2029
ALASAN = "Menggambarkan langsung tercapainya sasaran dan datanya tersedia setiap tahun (contoh)."


def load_iku(units: dict[str, Unit]) -> int:
    """Decrees in force; returns how many. A unit whose plan names no IKU gets none, one that has a decree keeps it."""
    jumlah = 0
    for kode, nama in UNIT.items():
        if kode not in units:
            continue
        judul = f"Indikator Kinerja Utama {nama} {MULAI}-{SELESAI} (contoh)"
        if Dokumen.objects.filter(unit=units[kode], jenis=JenisDokumen.IKU, nama=judul).exists():
            jumlah += 1
            continue
        dokumen = create_iku(
            unit=units[kode],
            nama=judul,
            tahun_mulai=MULAI,
            tahun_selesai=SELESAI,
            by=None,
        )
        calon = calon_iku(dokumen)
        versi = versi_pada([satu.indikator_id for satu in calon], date(MULAI, 12, 31))
        # An indicator may stand under several nodes of the plan; the decree names it once.
        pilihan = {s.indikator_id: s for s in reversed(calon) if versi[s.indikator_id].is_iku}
        if not pilihan:
            discard_dokumen(dokumen=dokumen, by=None)
            continue
        urut = sorted(pilihan.values(), key=lambda s: (s.simpul.urutan, s.urutan, s.pk))
        choose_iku(dokumen=dokumen, pilihan=urut, alasan=ALASAN, by=None)
        activate_dokumen(
            dokumen=dokumen, by=None, ditetapkan_pada=date(2025, 9, 15), dasar="Keputusan IKU (contoh)"
        )
        jumlah += 1
    return jumlah
