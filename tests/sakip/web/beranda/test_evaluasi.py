"""What the evaluation puts on the home pages."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, buat_tim, jalankan, orang

from sakip.apps.evaluasi.models import TahapLembar
from sakip.apps.evaluasi.services import IsiLangkah, adopt_plan, assign_tim, plan_tindak_lanjut
from sakip.platform.dasar import today

pytestmark = pytest.mark.django_db
BERANDA = "/"


@pytest.fixture
def evaluasi(dunia):
    return buat_evaluasi(dunia.instansi)


@pytest.fixture
def final(evaluasi, dunia):
    return jalankan(buat_lembar(evaluasi, dunia.dinkes), TahapLembar.FINAL)


def adopsi(lembar):
    return adopt_plan(
        unit=lembar.unit,
        lembar=lembar,
        tahun=today().year,
        target="A",
        masukan={},
        hasil={"layak": True},
        langkah=[IsiLangkah("1.b.8", "Menata cascading", Decimal(5), batas_waktu=today())],
        by=None,
    )


def test_the_planner_is_told_of_the_self_assessment(evaluasi, dunia, sebagai):
    lembar = buat_lembar(evaluasi, dunia.dinkes)
    halaman = sebagai("perencana_unit").get(BERANDA).text
    assert "Penilaian mandiri 2025: DINKES" in halaman
    assert reverse("evaluasi:lembar", args=[lembar.uid]) in halaman


def test_the_planner_is_told_of_recommendations_with_their_date(final, sebagai):
    plan_tindak_lanjut(
        rekomendasi=final.rekomendasi_set.get(),
        uraian="Menyusun",
        penanggung_jawab="Sekretaris",
        batas_waktu=today() + timedelta(days=2),
        by=None,
    )
    halaman = sebagai("perencana_unit").get(BERANDA).text
    assert "Tindak lanjuti 1 rekomendasi evaluasi" in halaman
    assert "2 hari lagi" in halaman


def test_the_head_sees_how_far_the_adopted_plan_is(final, sebagai):
    rencana = adopsi(final)
    halaman = sebagai("pimpinan_unit").get(BERANDA).text
    assert "0 dari 1 langkah" in halaman
    assert "Kerjakan 1 langkah rencana predikat" in halaman
    assert reverse("jalan:rencana", args=[rencana.uid]) in halaman


def test_an_inspector_sees_the_sheets_that_wait_for_his_role(evaluasi, dunia, client):
    lembar = buat_lembar(evaluasi, dunia.dinkes)
    tim = buat_tim(evaluasi)
    assign_tim(lembar=[lembar], tim=tim, by=None)
    lembar.refresh_from_db()
    jalankan(lembar, TahapLembar.REVIU)
    client.force_login(orang(tim, "pengawas"))
    assert "Reviu tingkat 1 2025: DINKES" in client.get(BERANDA).text
    client.force_login(orang(tim, "anggota"))
    assert "Reviu tingkat 1 2025" not in client.get(BERANDA).text


def test_a_reader_of_everything_is_given_no_tasks(final, sebagai):
    assert "Evaluasi: menunggu Anda" not in sebagai("pimpinan_instansi").get(BERANDA).text


def test_another_units_work_is_not_shown(final, dunia, sebagai):
    adopsi(final)
    halaman = sebagai("perencana_unit", unit=dunia.dinsos).get(BERANDA).text
    assert "Tindak lanjuti" not in halaman
    assert "langkah rencana predikat" not in halaman
