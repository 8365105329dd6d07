"""A recommendation from its plan to APIP's verdict, and a plan to A from the question to its first finished step."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.alat import isi_formulir
from tests.journeys.conftest import Buka

pytestmark = pytest.mark.journey

UNIT, APIP = "perencana.dinkes", "apip.ketuatim"
BERKAS = {
    "name": "notula.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n",
}


def test_a_recommendation_goes_from_plan_to_verdict(buka: Buka) -> None:
    unit = buka(UNIT, "/tindak-lanjut/?status=terbuka&tahun=2025")
    unit.locator("td.utama a").first.click()
    isi_formulir(unit, penanggung_jawab="Kepala Subbagian Perencanaan", batas_waktu="2027-03-31")
    unit.locator("#rencana_uraian").fill("Menyusun matriks prioritas anggaran.")
    unit.get_by_role("button", name="Simpan rencana").click()
    expect(unit.get_by_text("Menyusun matriks prioritas anggaran.").first).to_be_visible()
    unit.locator("#pelaksanaan_uraian").fill("Matriks disepakati dalam rapat.")
    unit.locator("#pelaksanaan_berkas").set_input_files([BERKAS])
    unit.get_by_role("button", name="Kirim ke APIP").click()
    expect(unit.get_by_role("link", name="notula.pdf")).to_be_visible()
    apip = buka(APIP, re.sub(r"^https?://[^/]+", "", unit.url))
    tanya = apip.locator("details.s-tegas", has=apip.locator("summary", has_text="Nyatakan sesuai"))
    tanya.locator("summary").click()
    tanya.locator("textarea").fill("Notula memuat matriks dan keputusannya.")
    tanya.get_by_role("button", name="Nyatakan sesuai", exact=True).click()
    expect(apip.get_by_text("Putusan tercatat.")).to_be_visible()
    unit.reload()
    expect(unit.get_by_text("Notula memuat matriks dan keputusannya.")).to_be_visible()


def test_a_unit_adopts_its_way_to_bb_and_finishes_a_step(buka: Buka) -> None:
    unit = buka(UNIT, "/jalan/?target=BB")
    unit.get_by_role("link", name="Jalankan rencana ini").click()
    langkah = unit.locator("tbody tr")
    banyak = langkah.count()
    assert banyak > 1
    unit.get_by_role("button", name="Jalankan rencana ini").click()
    expect(unit.get_by_role("heading", level=1)).to_contain_text(f"0 dari {banyak} langkah")
    unit.locator("main a[href*='/jalan/langkah/']").first.click()
    unit.get_by_role("button", name="Simpan sebagai selesai").click()
    unit.goto(unit.url.split("/jalan/")[0] + "/")
    expect(unit.get_by_text(re.compile(rf"1 dari {banyak}")).first).to_be_visible()
