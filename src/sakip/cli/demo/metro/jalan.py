"""The way to A in the example city: one department carries its plan out, and so does the city."""

from datetime import date

from kinerja.jalan import plan
from kinerja.jalan.baca import hasil_to_dict
from kinerja.jalan.rencana_kota import plan_kota
from sakip.apps.evaluasi.models import RencanaJalan
from sakip.apps.evaluasi.selectors.jalan import dasar_jalan, soal_of
from sakip.apps.evaluasi.selectors.jalan_kota import dasar_kota, evaluasi_berjawaban, soal_kota_of
from sakip.apps.evaluasi.services.jalan import adopt_plan, finish_langkah
from sakip.apps.evaluasi.services.susun_jalan import (
    hasil_kota_to_dict,
    langkah_kota,
    langkah_of,
    masukan_kota,
    masukan_of,
)
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi
from sakip.platform.organisasi.selectors import get_unit, kepala_unit, unit_versi_terakhir

# The model department of the story, a little below A, and its planner.
UNIT, PERENCANA = "DISDUKCAPIL", "perencana.disdukcapil"
TARGET = "A"
TAHUN, TRIWULAN_AWAL = 2026, 3
# What was done by the day as of which the files describe the city.
SELESAI = (date(2026, 9, 11), date(2026, 10, 23))
CATATAN = "Dibahas dalam dialog kinerja triwulan (contoh)."
# The city sets out from its last finished evaluation.
TAHUN_KOTA = 2024


def load_jalan(instansi: Instansi) -> int:
    """Both plans, adopted; the department has finished its first steps. Returns how many tasks they hold."""
    unit = _load_unit(instansi)
    kota = _load_kota(instansi)
    return sum(satu.langkah_set.count() for satu in (unit, kota))


def _load_unit(instansi: Instansi) -> RencanaJalan:
    unit = get_unit(instansi, UNIT)
    perencana = Pengguna.objects.get(instansi=instansi, username=PERENCANA)
    dasar = dasar_jalan(unit, pengguna=perencana)
    assert dasar is not None
    soal = soal_of(dasar, target=TARGET)
    hasil = plan(soal, alternatif=0)
    kepala = kepala_unit(unit, SELESAI[-1])
    rencana = adopt_plan(
        unit=unit,
        lembar=dasar.lembar,
        tahun=TAHUN,
        target=TARGET,
        masukan=masukan_of(soal),
        hasil=hasil_to_dict(hasil),
        langkah=langkah_of(
            soal,
            hasil,
            tahun=TAHUN,
            awal=TRIWULAN_AWAL,
            penanggung_jawab="" if kepala is None else kepala.nama,
        ),
        by=None,
    )
    for langkah, hari in zip(list(rencana.langkah_set.all())[:-1], SELESAI, strict=False):
        finish_langkah(langkah=langkah, selesai_pada=hari, catatan=CATATAN, by=None)
    return rencana


def _load_kota(instansi: Instansi) -> RencanaJalan:
    evaluasi = next(satu for satu in evaluasi_berjawaban(instansi) if satu.tahun == TAHUN_KOTA)
    dasar = dasar_kota(evaluasi)
    assert dasar.instansi is not None
    hasil = plan_kota(soal_kota_of(dasar, target=TARGET))
    nama = {v.unit.kode: v.nama for v in unit_versi_terakhir(instansi, SELESAI[-1]).values()}
    return adopt_plan(
        unit=dasar.instansi.lembar.unit,
        lembar=dasar.instansi.lembar,
        tahun=TAHUN + 1,
        target=TARGET,
        masukan=masukan_kota(target=TARGET, cara=hasil.cara, ketat=False),
        hasil=hasil_kota_to_dict(hasil),
        langkah=langkah_kota(hasil, nama, tahun=TAHUN + 1),
        by=None,
    )
