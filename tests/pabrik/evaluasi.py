"""Evaluations for tests, made through the services."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.organisasi import buat_instansi, buat_unit

from kinerja.instrumen import load
from sakip.apps.evaluasi import services
from sakip.apps.evaluasi.models import (
    Evaluasi,
    LembarKerja,
    PeranTim,
    ProfilLembar,
    StatusEvaluasi,
    TahapLembar,
    TimEvaluasi,
)
from sakip.apps.evaluasi.services.tindak_lanjut import add_rekomendasi
from sakip.apps.evaluasi.workflow import TRANSISI
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi, JenisUnit, Unit

SUB = tuple(butir.kode for butir in load("akip-88-2021-unit").penilaian)
#: The steps from the unit's own assessment to the final result.
JALUR = (
    "kirim_mandiri",
    "kirim_reviu",
    "kirim_panel",
    "tutup_panel",
    "kirim_tanggapan",
    "beri_tanggapan",
    "setujui_teknis",
    "setujui_mutu",
    "tandatangani",
    "finalkan",
)


def buat_evaluasi(instansi: Instansi | None = None, *, mulai: bool = True, **isi: Any) -> Evaluasi:
    """A running evaluation, unless `mulai` is False. Sheets may be added while it runs."""
    instansi = instansi or buat_instansi()
    evaluasi = services.create_evaluasi(instansi=instansi, **{"tahun": 2025, **isi}, by=None)
    if mulai:
        Evaluasi.objects.filter(pk=evaluasi.pk).update(status=StatusEvaluasi.BERJALAN)
        evaluasi.status = StatusEvaluasi.BERJALAN
    return evaluasi


def buat_lembar(evaluasi: Evaluasi | None = None, unit: Unit | None = None, **isi: Any) -> LembarKerja:
    """A sheet of a unit in the first stage, in a running evaluation."""
    if evaluasi is None:
        evaluasi = buat_evaluasi(unit.instansi if unit else None)
    if unit is None:
        pemda = isi.get("profil") == ProfilLembar.INSTANSI
        unit = buat_unit(evaluasi.instansi, **({"jenis": JenisUnit.PEMDA} if pemda else {}))
    return services.add_lembar(evaluasi=evaluasi, unit=unit, **isi, by=None)


def buat_tim(evaluasi: Evaluasi, peran: Iterable[str] = PeranTim.values, **isi: Any) -> TimEvaluasi:
    """A team with one APIP account per role; `orang(tim, peran)` finds them."""
    tim = services.create_tim(
        evaluasi=evaluasi, **{"nama": "Tim 1", "surat_tugas": "ST/1/2026", **isi}, by=None
    )
    anggota = [(buat_pengguna("apip", instansi=evaluasi.instansi), satu, f"Jabatan {satu}") for satu in peran]
    services.set_anggota(tim=tim, anggota=anggota, by=None)
    return tim


def orang(tim: TimEvaluasi, peran: str) -> Pengguna:
    """The account that has a role in a team."""
    return tim.anggota_set.get(peran=peran).pengguna


def isi_lembar(lembar: LembarKerja, nilai: str | Mapping[str, str] = "B", **isi: Any) -> None:
    """Answer every sub-component with a grade (or the given ones), with a note and named evidence."""
    jawaban = dict.fromkeys(SUB, nilai) if isinstance(nilai, str) else nilai
    lengkap = {"catatan": "Sudah memadai", "daftar_bukti": "Renstra dan PK", "alasan": "Hasil telaah", **isi}
    services.save_banyak(
        lembar=lembar,
        isian=[services.IsiJawaban(kode=kode, nilai=satu, **lengkap) for kode, satu in jawaban.items()],
        by=None,
    )


def jalankan(lembar: LembarKerja, sampai: str, nilai: str | Mapping[str, str] = "B") -> LembarKerja:
    """Bring a sheet to a stage as the system, with everything that the steps ask for."""
    for langkah in JALUR:
        if lembar.tahap == sampai:
            break
        if TRANSISI[langkah].dari != lembar.tahap:
            continue
        if lembar.tahap in {TahapLembar.MANDIRI, TahapLembar.EVALUASI}:
            isi_lembar(lembar, nilai)
        if langkah == "kirim_tanggapan":
            add_rekomendasi(lembar=lembar, kode="1.a", uraian="Agar dilengkapi.", by=None)
        if langkah == "tandatangani":
            services.save_lhe(
                lembar=lembar, nomor="700/1", tanggal=date(2026, 11, 2), penandatangan="Inspektur", by=None
            )
        alasan = "Kami menerima hasil ini." if langkah == "beri_tanggapan" else ""
        lembar = services.transition_lembar(lembar=lembar, langkah=langkah, alasan=alasan, by=None)
    return lembar
