"""An evaluation from its set-up to the final result: the unit and the team, in a real browser.

A year before all others of the demo, so that no other journey meets it as the latest.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.alat import isi_formulir
from tests.journeys.conftest import Buka, Situs

pytestmark = pytest.mark.journey

TAHUN = "2022"
UNIT = "Dinas Kesehatan"
TIM, UNIT_AKUN = "apip.ketuatim", "perencana.dinkes"
PERAN = ("anggota", "ketua", "pengawas", "pengendali_teknis", "pengendali_mutu", "penanggung_jawab")
SUB = [f"{komponen}.{sub}" for komponen in (1, 2, 3, 4) for sub in "abc"]


def _kirim(page: Page, kata: str) -> None:
    page.locator("main form.s-formulir").get_by_role("button", name=kata, exact=True).click()


def _langkah(page: Page, kata: str, *, alasan: str = "") -> None:
    """Take a step: its button opens the question, the button in it answers."""
    tanya = page.locator("details.s-tegas", has=page.locator("summary", has_text=kata))
    tanya.locator("summary").click()
    if alasan:
        tanya.locator("textarea").fill(alasan)
    tanya.get_by_role("button", name=kata, exact=True).click()
    expect(page.get_by_text("Lembar kini pada tahap")).to_be_visible()


def _siapkan(page: Page, situs: Situs) -> None:
    """The evaluation with all sheets and one team, whose every role one account holds."""
    page.goto(situs.alamat("/evaluasi/baru/"))
    isi_formulir(page, tahun=TAHUN)
    _kirim(page, "Buat evaluasi")
    page.get_by_role("button", name=re.compile("Tambahkan lembar")).click()
    page.get_by_role("link", name="Tim baru").click()
    isi_formulir(page, nama="Tim perjalanan")
    _kirim(page, "Buat tim")
    for kelompok in (PERAN[:3], PERAN[3:]):
        _isi_tim(page, kelompok)
    page.get_by_label(UNIT, exact=True).check()
    page.get_by_role("button", name="Bagikan", exact=True).click()
    page.locator("summary", has_text="Mulai").click()
    page.locator("details.s-tegas").get_by_role("button", name="Mulai", exact=True).click()
    expect(page.get_by_text("Evaluasi dimulai")).to_be_visible()


def _isi_tim(page: Page, peran: tuple[str, ...]) -> None:
    """Fill the empty rows of the team's form; three come with every visit."""
    if "/tim/" not in page.url:
        page.get_by_role("link", name="Tim perjalanan").click()
    kosong = page.locator("tbody tr").filter(has=page.locator("select[name$=peran]")).count() - 3
    for n, satu in enumerate(peran, kosong):
        akun = page.locator(f"select[name=form-{n}-pengguna]")
        akun.select_option(akun.locator("option", has_text=TIM).get_attribute("value"))
        page.locator(f"select[name=form-{n}-peran]").select_option(satu)
    page.get_by_role("button", name="Simpan anggota").click()
    expect(page.get_by_text("Anggota tim tersimpan.")).to_be_visible()


def _nilai(page: Page, lembar: str, nilai: str) -> None:
    """Grade every sub-component with a note; each says that it was saved."""
    for kode in SUB:
        page.goto(f"{lembar}{kode}/")
        noda = kode.replace(".", "-")
        page.locator(f"#ct-{noda}").fill(f"Catatan {kode}")
        page.locator(f"#db-{noda}").fill("Renstra dan PK")
        page.locator(f"#n-{nilai}").click()
        expect(page.locator(f"#d-{noda}")).to_have_text(nilai)
        expect(page.locator(f"#st-{noda}")).to_contain_text("Tersimpan")
    page.goto(lembar)


def _lembar(page: Page, situs: Situs) -> str:
    """The sheet of the unit, from the recap of that year."""
    page.goto(situs.alamat(f"/evaluasi/?tahun={TAHUN}"))
    page.get_by_role("link", name=UNIT, exact=True).click()
    return page.url


def _sampai_draf(page: Page, lembar: str) -> None:
    """Team, supervisor and panel; then a recommendation and the letter's data."""
    _nilai(page, lembar, "B")
    for kata in ("Kirim ke pengawas", "Kirim ke panel", "Tetapkan hasil panel"):
        _langkah(page, kata)
    page.get_by_role("link", name="LHE", exact=True).click()
    page.get_by_role("link", name="Tambah rekomendasi").click()
    isi_formulir(page, kode="1.c", uraian="Agar rencana aksi dipakai memantau kinerja.")
    _kirim(page, "Tambah")
    isi_formulir(page, nomor="700/1/LHE", tanggal="2023-08-10", penandatangan="Inspektur")
    _kirim(page, "Simpan naskah")
    expect(page.get_by_text("Naskah LHE tersimpan.")).to_be_visible()
    _langkah(page, "Kirim draf LHE ke unit")


def _tandatangani(page: Page, lembar: str) -> None:
    page.goto(lembar)
    for kata in ("Setujui (teknis)", "Setujui (mutu)", "Tandatangani LHE"):
        _langkah(page, kata)


def _sanggah(unit: Page, tim: Page, lembar: str) -> None:
    """The unit objects to one value; the one who signed rules."""
    unit.goto(f"{lembar}sanggah/")
    isi_formulir(unit, kode="1.a", nilai_diminta="BB", alasan="Dokumen lengkap sejak awal tahun.")
    _kirim(unit, "Ajukan")
    expect(unit.get_by_text("Sanggah diajukan.")).to_be_visible()
    tim.goto(f"{lembar}sanggah/")
    tim.get_by_label("Diterima").check()
    isi_formulir(tim, nilai_putusan="BB", putusan="Bukti diperiksa dan benar.")
    _kirim(tim, "Putuskan")
    expect(tim.get_by_text("Sanggah diputus.")).to_be_visible()


def test_an_evaluation_goes_from_the_set_up_to_the_final_result(buka: Buka, situs: Situs) -> None:
    tim = buka(TIM, "/evaluasi/")
    _siapkan(tim, situs)
    unit = buka(UNIT_AKUN, "/evaluasi/")
    lembar = _lembar(unit, situs)
    _nilai(unit, lembar, "BB")
    _langkah(unit, "Kirim penilaian mandiri")
    _sampai_draf(tim, lembar)
    unit.goto(f"{lembar}lhe/")
    _langkah(unit, "Kirim tanggapan", alasan="Kami menerima hasil ini.")
    _tandatangani(tim, lembar)
    _sanggah(unit, tim, lembar)
    _langkah(tim, "Tetapkan final")
    expect(unit.goto(lembar) and unit.locator("#skor b").first).to_contain_text("70,60")
    with unit.expect_download() as unduhan:
        unit.goto(f"{lembar}lhe/")
        unit.get_by_role("link", name="PDF").click()
    assert unduhan.value.path().read_bytes().startswith(b"%PDF")


def test_two_people_at_once_choose_between_their_values(buka: Buka, situs: Situs) -> None:
    """A sheet of the demo in the evaluation stage, opened twice by the same account."""
    satu = buka(TIM, "/evaluasi/?tahun=2025&tahap=evaluasi", boleh=(409,))
    satu.locator("td.utama a").first.click()
    alamat = f"{satu.url}4.c/"
    dua = buka(TIM, alamat.removeprefix(situs.url), boleh=(409,))
    satu.goto(alamat)
    satu.locator("#n-CC").click()
    expect(satu.locator("#st-4-c")).to_contain_text("Tersimpan")
    dua.locator("#n-C").click()
    expect(dua.locator("#st-4-c")).to_contain_text("Isian Anda tidak hilang")
    dua.get_by_role("button", name="Pakai isian saya").click()
    expect(dua.locator("#d-4-c")).to_have_text("C")


def test_a_criterion_is_answered_by_keyboard(buka: Buka) -> None:
    page = buka(TIM, "/evaluasi/?tahun=2025&tahap=evaluasi")
    page.locator("td.utama a").first.click()
    page.goto(f"{page.url}4.a/")
    page.locator("#r-4-a-1-1").focus()
    page.keyboard.press("t")
    expect(page.locator("#r-4-a-1-2")).to_be_checked()
    page.keyboard.press("y")
    expect(page.locator("#r-4-a-1-1")).to_be_focused()
    expect(page.locator("#st-4-a-1")).to_contain_text(re.compile("Tersimpan|alasannya"))
