"""Writing the evaluation: set-up, answers, stages, the LHE, objections."""

from sakip.apps.evaluasi.services.bukti import attach_bukti, detach_bukti
from sakip.apps.evaluasi.services.evaluasi import (
    add_lembar,
    add_riwayat_nilai,
    add_semua_lembar,
    close_evaluasi,
    create_evaluasi,
    set_jendela,
    set_klaster,
    start_evaluasi,
)
from sakip.apps.evaluasi.services.hitung import BedaHasil, LaporanHasil, recompute_hasil
from sakip.apps.evaluasi.services.jalan import (
    IsiLangkah,
    IsiUpaya,
    adopt_plan,
    cancel_plan,
    edit_langkah,
    finish_langkah,
    reopen_langkah,
    reset_upaya,
    set_upaya,
)
from sakip.apps.evaluasi.services.jawaban import (
    HasilSimpan,
    IsiJawaban,
    add_diskusi,
    save_banyak,
    save_jawaban,
)
from sakip.apps.evaluasi.services.lhe import save_lhe
from sakip.apps.evaluasi.services.muat_tindak_lanjut import IsiRekomendasi, load_rekomendasi
from sakip.apps.evaluasi.services.pengingat import HasilPengingat, send_pengingat
from sakip.apps.evaluasi.services.sanggah import decide_sanggah, file_sanggah
from sakip.apps.evaluasi.services.tahap import transition_lembar
from sakip.apps.evaluasi.services.tim import assign_tim, create_tim, set_anggota
from sakip.apps.evaluasi.services.tindak_lanjut import (
    add_rekomendasi,
    carry_over,
    edit_rekomendasi,
    judge_tindak_lanjut,
    plan_tindak_lanjut,
    remove_rekomendasi,
    submit_tindak_lanjut,
)

__all__ = [
    "BedaHasil",
    "HasilPengingat",
    "HasilSimpan",
    "IsiJawaban",
    "IsiLangkah",
    "IsiRekomendasi",
    "IsiUpaya",
    "LaporanHasil",
    "add_diskusi",
    "add_lembar",
    "add_rekomendasi",
    "add_riwayat_nilai",
    "add_semua_lembar",
    "adopt_plan",
    "assign_tim",
    "attach_bukti",
    "cancel_plan",
    "carry_over",
    "close_evaluasi",
    "create_evaluasi",
    "create_tim",
    "decide_sanggah",
    "detach_bukti",
    "edit_langkah",
    "edit_rekomendasi",
    "file_sanggah",
    "finish_langkah",
    "judge_tindak_lanjut",
    "load_rekomendasi",
    "plan_tindak_lanjut",
    "recompute_hasil",
    "remove_rekomendasi",
    "reopen_langkah",
    "reset_upaya",
    "save_banyak",
    "save_jawaban",
    "save_lhe",
    "send_pengingat",
    "set_anggota",
    "set_jendela",
    "set_klaster",
    "set_upaya",
    "start_evaluasi",
    "submit_tindak_lanjut",
    "transition_lembar",
]
