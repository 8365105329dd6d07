"""Readings of the evaluation, for pages, reports and the importer."""

from sakip.apps.evaluasi.bacaan import (
    BarisPanel,
    BarisRekap,
    JawabanTampil,
    KomponenTampil,
    KriteriaTampil,
    LembarTampil,
    Panel,
    RataKlaster,
    Rekap,
    Sebaran,
    SubTampil,
)
from sakip.apps.evaluasi.selectors.dasar import (
    evaluasi_of,
    evaluasi_terakhir,
    evaluasi_visible_to,
    get_lembar,
    hasil_akhir,
    jendela_of,
    jendela_tahap,
    lembar_lalu,
    lembar_visible_to,
    penelusuran,
    riwayat_kota,
)
from sakip.apps.evaluasi.selectors.jalan import (
    DasarJalan,
    RencanaTampil,
    dasar_jalan,
    rencana_berjalan,
    rencana_visible_to,
    soal_of,
)
from sakip.apps.evaluasi.selectors.jalan_kota import DasarKota, dasar_kota, soal_kota_of
from sakip.apps.evaluasi.selectors.lembar import lembar_lengkap, stage_shown, sub_tampil
from sakip.apps.evaluasi.selectors.lhe import (
    KonteksLHE,
    konteks_from,
    konteks_lhe,
    lhe_utuh,
    sidik_konteks,
)
from sakip.apps.evaluasi.selectors.panel import panel
from sakip.apps.evaluasi.selectors.rekap import rekap
from sakip.apps.evaluasi.selectors.tindak_lanjut import (
    RekapTindakLanjut,
    rekap_tindak_lanjut,
    rekomendasi_visible_to,
    riwayat_tindak_lanjut,
)
from sakip.apps.evaluasi.selectors.tugas import TugasEvaluasi, tugas_evaluasi

__all__ = [
    "BarisPanel",
    "BarisRekap",
    "DasarJalan",
    "DasarKota",
    "JawabanTampil",
    "KomponenTampil",
    "KonteksLHE",
    "KriteriaTampil",
    "LembarTampil",
    "Panel",
    "RataKlaster",
    "Rekap",
    "RekapTindakLanjut",
    "RencanaTampil",
    "Sebaran",
    "SubTampil",
    "TugasEvaluasi",
    "dasar_jalan",
    "dasar_kota",
    "evaluasi_of",
    "evaluasi_terakhir",
    "evaluasi_visible_to",
    "get_lembar",
    "hasil_akhir",
    "jendela_of",
    "jendela_tahap",
    "konteks_from",
    "konteks_lhe",
    "lembar_lalu",
    "lembar_lengkap",
    "lembar_visible_to",
    "lhe_utuh",
    "panel",
    "penelusuran",
    "rekap",
    "rekap_tindak_lanjut",
    "rekomendasi_visible_to",
    "rencana_berjalan",
    "rencana_visible_to",
    "riwayat_kota",
    "riwayat_tindak_lanjut",
    "sidik_konteks",
    "soal_kota_of",
    "soal_of",
    "stage_shown",
    "sub_tampil",
    "tugas_evaluasi",
]
