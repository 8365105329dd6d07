"""Live answers on the page and on the command line."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from tests.pabrik.probe import buat_unit_berencana

from sakip.platform.probe.model import CatatanProbe, HasilProbe

JAWAB = HasilProbe(
    n=1,
    dari=2,
    saran=False,
    alasan="1 dari 2 indikator punya bukti.",
    perubah="Lampirkan bukti.",
    catatan=(
        CatatanProbe("Indikator satu", False, "tanpa bukti", ("perencanaan:daftar", {}, "tahun=2025")),
        CatatanProbe("Indikator dua", True, "", ("tidak:ada", {"uid": "x"}, "")),
    ),
    cara="Indikator yang berbukti.",
)


def render(hasil: HasilProbe, *, tahap: str = "mandiri", nilai: str = "") -> str:
    konteks = {"langsung": (hasil,), "hak": {"tahap": tahap}, "b": {"kode": "2.b.3", "nilai": nilai}}
    return render_to_string("evaluasi/_probe.html", konteks)


def test_reason_records_and_what_would_change_it_are_shown():
    html = render(JAWAB)
    for isi in (
        "1 dari 2 indikator punya bukti.",
        "tanpa bukti",
        "Lampirkan bukti.",
        "Indikator yang berbukti.",
    ):
        assert isi in html


def test_a_record_links_to_its_page_where_there_is_one():
    html = render(JAWAB)
    assert 'href="/rencana/?tahun=2025"' in html
    assert html.count("<a ") == 1


def test_the_suggestion_can_be_taken_over():
    assert 'name="nilai"' in render(JAWAB)
    assert 'value="tidak"' in render(JAWAB)


@pytest.mark.parametrize("isi", [{"tahap": ""}, {"nilai": "tidak"}])
def test_no_button_for_readers_and_for_what_is_answered_so(isi):
    assert "<button" not in render(JAWAB, **isi)


def test_no_button_where_the_data_cannot_say():
    assert "<button" not in render(HasilProbe(0, 0, None, "Tidak terlihat."))


@pytest.mark.django_db
def test_the_command_prints_every_answer(capsys):
    unit = buat_unit_berencana().unit
    call_command("evaluasi", "probe", instansi=unit.instansi.kode_wilayah, unit=unit.kode, tahun=2025)
    keluar = capsys.readouterr().out
    assert "rencana-menengah: 1 dari 1 rencana jangka menengah (Renstra) berlaku." in keluar
    assert "48 dari 80 kriteria punya probe." in keluar


@pytest.mark.django_db
def test_the_command_prints_json(capsys):
    unit = buat_unit_berencana().unit
    pilihan = {"instansi": unit.instansi.kode_wilayah, "unit": unit.kode, "tahun": 2025}
    call_command("evaluasi", "probe", json=True, **pilihan)
    isi = json.loads(capsys.readouterr().out)
    assert isi["1.a.3"][0]["saran"] is True
    assert isi["1.a.3"][0]["catatan"][0]["halaman"] == "perencanaan:dokumen"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ubah", "disebut"),
    [
        ({"instansi": "00.00"}, "Instansi 00.00 tidak ada"),
        ({"unit": "TIDAK"}, "Unit TIDAK tidak ada"),
        ({"instrumen": "lain"}, "lain"),
    ],
)
def test_a_wrong_question_is_refused(ubah, disebut):
    unit = buat_unit_berencana().unit
    benar = {"instansi": unit.instansi.kode_wilayah, "unit": unit.kode, "tahun": 2025}
    with pytest.raises(CommandError, match=disebut):
        call_command("evaluasi", "probe", **{**benar, **ubah})
