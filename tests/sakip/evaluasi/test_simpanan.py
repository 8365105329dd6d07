"""What is written stays: database triggers, evidence by marks, and stored scores equal to computed ones."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, transaction
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.datakinerja import buat_bukti
from tests.pabrik.evaluasi import buat_lembar, buat_tim, isi_lembar, jalankan, orang
from tests.pabrik.organisasi import buat_unit

from sakip.apps.evaluasi import galat, penjaga, services
from sakip.apps.evaluasi.models import (
    LHE,
    BuktiJawaban,
    Diskusi,
    HasilLembar,
    InstrumenEvaluasi,
    Jawaban,
    JendelaTahap,
    LangkahLembar,
)
from sakip.apps.evaluasi.selectors import sub_tampil
from sakip.platform.dasar import today
from sakip.platform.wewenang import TidakBerwenang

pytestmark = pytest.mark.django_db


def _refuse(perintah, pesan) -> None:
    with pytest.raises(DatabaseError, match=pesan), transaction.atomic():
        perintah()


def test_an_answer_is_never_changed_or_deleted():
    isi_lembar(buat_lembar())
    _refuse(lambda: Jawaban.objects.update(nilai="AA"), "tulis versi baru")
    _refuse(lambda: Jawaban.objects.all()._raw_delete("default"), "tulis versi baru")


def test_the_steps_of_a_sheet_are_kept():
    jalankan(buat_lembar(), "evaluasi")
    _refuse(lambda: LangkahLembar.objects.update(alasan="lain"), "riwayat langkah")
    _refuse(lambda: LangkahLembar.objects.all()._raw_delete("default"), "riwayat langkah")


def test_a_window_is_replaced_never_changed():
    lembar = buat_lembar()
    services.set_jendela(evaluasi=lembar.evaluasi, tahap="mandiri", buka=today(), tutup=today(), by=None)
    _refuse(lambda: JendelaTahap.objects.update(alasan="lain"), "tulis yang baru")


def test_a_message_is_not_unsaid():
    services.add_diskusi(lembar=buat_lembar(), kode="1.a", isi="Mana buktinya?", by=None)
    _refuse(lambda: Diskusi.objects.update(isi="-"), "pesan diskusi")
    _refuse(lambda: Diskusi.objects.all()._raw_delete("default"), "pesan diskusi")


def test_a_signed_lhe_is_kept_by_the_database():
    lembar = jalankan(buat_lembar(), "siap_ttd")
    services.save_lhe(lembar=lembar, nomor="700/1", tanggal=today(), penandatangan="Inspektur", by=None)
    LHE.objects.update(nomor="700/2")
    services.transition_lembar(lembar=lembar, langkah="tandatangani", by=None)
    _refuse(lambda: LHE.objects.update(nomor="700/3"), "sudah ditandatangani")
    _refuse(lambda: LHE.objects.all()._raw_delete("default"), "sudah ditandatangani")


def test_a_pinned_instrument_is_not_exchanged():
    buat_lembar()
    _refuse(lambda: InstrumenEvaluasi.objects.update(instrumen_hash="0" * 64), "tidak dapat diganti")


def test_every_trigger_is_installed_once():
    penjaga.install()
    nama = {satu.nama for satu in penjaga.PENJAGA}
    sqlite = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    postgresql = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    with connection.cursor() as cursor:
        cursor.execute(postgresql if connection.vendor == "postgresql" else sqlite)
        ada = [baris[0] for baris in cursor.fetchall() if baris[0] in nama]
    assert sorted(ada) == sorted(nama)


def test_evidence_is_put_beside_a_criterion_with_its_page():
    lembar = buat_lembar()
    bukti = buat_bukti(lembar.unit)
    services.attach_bukti(lembar=lembar, kode="1.a.1", bukti=bukti, halaman="12", by=None)
    (milik,) = sub_tampil(lembar, "1.a").kriteria[0].bukti
    assert (milik.bukti, milik.halaman) == (bukti, "12")
    with pytest.raises(galat.SudahAdaBukti):
        services.attach_bukti(lembar=lembar, kode="1.a.1", bukti=bukti, by=None)


def test_evidence_taken_off_leaves_its_trace():
    lembar = buat_lembar()
    tautan = services.attach_bukti(lembar=lembar, kode="1.a", bukti=buat_bukti(lembar.unit), by=None)
    services.detach_bukti(tautan=tautan, by=None)
    assert sub_tampil(lembar, "1.a").bukti == ()
    assert BuktiJawaban.objects.get().dilepas_pada is not None


def test_evidence_of_another_instansi_or_item_is_refused():
    lembar = buat_lembar()
    with pytest.raises(galat.BedaInstansi):
        services.attach_bukti(lembar=lembar, kode="1.a", bukti=buat_bukti(), by=None)
    with pytest.raises(galat.KodeTidakDikenal):
        services.attach_bukti(lembar=lembar, kode="9.z", bukti=buat_bukti(lembar.unit), by=None)


def test_evidence_out_of_the_persons_reach_is_refused():
    lembar = buat_lembar()
    unit = buat_pengguna("perencana_unit", unit=lembar.unit)
    with pytest.raises(TidakBerwenang):
        services.attach_bukti(
            lembar=lembar, kode="1.a", bukti=buat_bukti(buat_unit(lembar.instansi)), by=unit
        )


def test_nobody_takes_away_what_another_stage_rested_on():
    lembar = buat_lembar()
    tim = buat_tim(lembar.evaluasi)
    services.assign_tim(lembar=[lembar], tim=tim, by=None)
    tautan = services.attach_bukti(lembar=lembar, kode="1.a", bukti=buat_bukti(lembar.unit), by=None)
    jalankan(lembar, "evaluasi")
    with pytest.raises(galat.BuktiTahapLain, match="penilaian mandiri"):
        services.detach_bukti(tautan=tautan, by=orang(tim, "anggota"))


def test_the_unit_adds_evidence_to_its_response():
    lembar = jalankan(buat_lembar(), "tanggapan")
    unit = buat_pengguna("perencana_unit", unit=lembar.unit)
    tautan = services.attach_bukti(lembar=lembar, kode="1.a", bukti=buat_bukti(lembar.unit), by=unit)
    assert tautan.oleh == unit


def test_readers_do_not_write_in_the_thread():
    lembar = buat_lembar()
    for peran in ("pengamat", "walidata", "pimpinan_instansi"):
        with pytest.raises(TidakBerwenang):
            services.add_diskusi(
                lembar=lembar, kode="", isi="Halo", by=buat_pengguna(peran, instansi=lembar.instansi)
            )


def test_a_message_names_the_capacity_of_its_author():
    lembar = buat_lembar()
    tim = buat_tim(lembar.evaluasi)
    services.assign_tim(lembar=[lembar], tim=tim, by=None)
    pesan = services.add_diskusi(lembar=lembar, kode="1.a", isi="Mana?", by=orang(tim, "ketua"))
    assert pesan.peran_teks == "Ketua tim"


def _hitung(lembar, *lain):
    keluar = StringIO()
    call_command("evaluasi", "hitung-ulang", "--instansi", lembar.instansi.kode_wilayah, *lain, stdout=keluar)
    return keluar.getvalue()


def test_stored_scores_are_the_computed_ones_after_a_whole_evaluation():
    lembar = jalankan(buat_lembar(), "panel")
    services.save_jawaban(lembar=lembar, kode="1.a", nilai="C", alasan="Disamakan", by=None)
    services.save_jawaban(lembar=lembar, kode="1.b", nilai="A", alasan="Disamakan", by=None)
    services.save_jawaban(lembar=lembar, kode="1.b", nilai=None, by=None)
    jalankan(lembar, "final")
    assert _hitung(lembar) == "5 nilai diperiksa, semua sama.\n"


def test_a_stored_score_that_is_off_is_reported_and_mended():
    lembar = buat_lembar()
    isi_lembar(lembar)
    HasilLembar.objects.update(total="71")
    keluar = StringIO()
    with pytest.raises(SystemExit) as tertangkap:
        call_command(
            "evaluasi", "hitung-ulang", "--instansi", lembar.instansi.kode_wilayah, "--json", stdout=keluar
        )
    assert tertangkap.value.code == 1
    assert json.loads(keluar.getvalue())["beda"][0] | {"unit": ""} == {
        "unit": "", "tahun": 2025, "tahap": "mandiri", "tersimpan": "71", "dihitung": "70", "bidang": ["total"],
    }  # fmt: skip
    assert "1 berbeda, sudah diperbaiki" in _hitung(lembar, "--tulis")
    assert HasilLembar.objects.get().total == "70"


def test_an_unknown_instansi_is_named():
    with pytest.raises(CommandError, match=r"Instansi 00\.00 tidak ada"):
        call_command("evaluasi", "hitung-ulang", "--instansi", "00.00")
