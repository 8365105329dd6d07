"""An instansi's admin: units, posts, accounts, roles, the calendar, and the trail of all of it."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.alat import isi_formulir, masuk, setel_sandi, tautan_sandi_baru
from tests.journeys.conftest import Buka, Situs

pytestmark = pytest.mark.journey

AKUN = "admin.organisasi"
SANDI_BARU = "padi menguning di sawah"


def _kirim(page: Page, kata: str) -> None:
    page.locator("main form.s-formulir").get_by_role("button", name=kata, exact=True).click()


def _unit_baru(page: Page, situs: Situs, kode: str) -> str:
    """Add a unit of the top level; its address."""
    page.goto(situs.alamat("/kelola/unit/baru/"))
    isi_formulir(page, kode=kode, nama=f"Badan Uji {kode}", jenis="perangkat_daerah")
    _kirim(page, "Tambah")
    expect(page.get_by_text("Unit ditambahkan.")).to_be_visible()
    return page.url


def _pilih(page: Page, bidang: str, teks: str) -> None:
    """Choose the entry that contains a text, as somebody scanning the list would."""
    pilihan = page.locator(f"main select[name={bidang}]")
    value = pilihan.locator("option", has_text=teks).first.get_attribute("value")
    pilihan.select_option(value)


def _pengguna_baru(page: Page, situs: Situs, nama: str, *, kode_unit: str = "") -> None:
    """Add an account with an address; with a unit it becomes that unit's planner at once."""
    page.goto(situs.alamat("/kelola/pengguna/baru/"))
    isi_formulir(page, username=nama, sebutan="Penyusun Program", email=f"{nama}@contoh.invalid")
    if kode_unit:
        isi_formulir(page, peran="perencana_unit")
        _pilih(page, "unit", f"({kode_unit})")
    _kirim(page, "Tambah")
    expect(page.get_by_text("Pengguna ditambahkan.")).to_be_visible()
    expect(page.get_by_text(f"terkirim ke {nama}@contoh.invalid")).to_be_visible()


@pytest.fixture
def kode() -> str:
    """A code of its own for every run, so that a loaded database can be used again."""
    return f"UJI{uuid4().hex[:6].upper()}"


def test_a_unit_gets_a_post_and_somebody_in_it(buka: Buka, situs: Situs, kode: str) -> None:
    page = buka(AKUN, "/kelola/unit/")
    _unit_baru(page, situs, kode)
    page.get_by_role("link", name="Tambah jabatan").click()
    isi_formulir(page, kode=f"{kode}-KA", nama=f"Kepala Badan {kode}", eselon="II.b")
    page.locator("main [name=kepala]").check()
    _kirim(page, "Tambah")
    expect(page.get_by_text("Jabatan ditambahkan.")).to_be_visible()
    page.locator("main").get_by_role("link", name=re.compile("Isi jabatan|Isi")).first.click()
    _pilih(page, "pengguna", "(walidata)")
    isi_formulir(page, jenis="plt")
    _kirim(page, "Isi")
    expect(page.get_by_text("Pejabat dicatat.")).to_be_visible()
    expect(page.get_by_role("table", name="Pejabat dari masa ke masa")).to_contain_text("Plt")


def test_a_new_account_sets_its_password_and_sees_only_its_unit(buka: Buka, situs: Situs, kode: str) -> None:
    admin = buka(AKUN, "/kelola/")
    _unit_baru(admin, situs, kode)
    nama = f"perencana.{kode.lower()}"
    sejak = situs.log.stat().st_size
    _pengguna_baru(admin, situs, nama, kode_unit=kode)
    page = buka(None, "/akun/login/")
    page.goto(tautan_sandi_baru(situs.log, sejak))
    setel_sandi(page, SANDI_BARU)
    expect(page.locator("h1")).to_have_text("Kata sandi tersimpan")
    page.get_by_role("link", name="Masuk").click()
    masuk(page, nama, SANDI_BARU)
    page.wait_for_url(lambda url: "/akun/" not in url)
    page.goto(situs.alamat("/kinerja/"))
    assert page.locator("tbody td.utama a").all_inner_texts() == [f"Badan Uji {kode}"]
    admin.goto(situs.alamat("/kinerja/?tahun=2025&tw=setahun"))
    lain = admin.locator("tbody td.utama a").first.get_attribute("href")
    assert page.request.get(f"{situs.url}{lain}").status == 404
    assert page.request.get(situs.alamat("/kelola/unit/")).status == 403


def test_a_role_is_granted_and_taken_back(buka: Buka, situs: Situs, kode: str) -> None:
    page = buka(AKUN, "/kelola/")
    _pengguna_baru(page, situs, f"uji.{kode.lower()}")
    expect(page.get_by_text("Belum ada peran")).to_be_visible()
    page.get_by_role("link", name="Beri peran").first.click()
    isi_formulir(page, peran="pimpinan_unit")
    _pilih(page, "unit", "(DINKES)")
    _kirim(page, "Beri peran")
    expect(page.get_by_text("Peran diberikan.")).to_be_visible()
    expect(page.locator("main table")).to_contain_text("DINKES")
    page.locator("details.s-tegas summary", has_text="Cabut").click()
    page.locator("details.s-tegas[open]").get_by_role("button", name="Cabut").click()
    expect(page.get_by_text("Peran dicabut.")).to_be_visible()
    expect(page.get_by_text("Belum ada peran")).to_be_visible()


def test_a_closed_account_cannot_sign_in(buka: Buka, situs: Situs, kode: str) -> None:
    admin = buka(AKUN, "/kelola/")
    nama = f"tutup.{kode.lower()}"
    sejak = situs.log.stat().st_size
    _pengguna_baru(admin, situs, nama)
    page = buka(None, "/akun/login/")
    page.goto(tautan_sandi_baru(situs.log, sejak))
    setel_sandi(page, SANDI_BARU)
    admin.locator("details.s-tegas summary", has_text="Nonaktifkan").click()
    admin.locator("details.s-tegas[open]").get_by_role("button", name="Nonaktifkan").click()
    expect(admin.get_by_text("Akun dinonaktifkan.")).to_be_visible()
    page.goto(situs.alamat("/akun/login/"))
    masuk(page, nama, SANDI_BARU)
    expect(page.locator("h1")).not_to_have_text("Beranda")
    page.goto(situs.alamat("/kinerja/"))
    assert "/akun/login/" in page.url


def test_a_unit_is_renamed_and_keeps_its_old_name_in_the_past(buka: Buka, situs: Situs, kode: str) -> None:
    page = buka(AKUN, "/kelola/unit/")
    rinci = _unit_baru(page, situs, kode)
    page.get_by_role("link", name="Ubah nama dan ciri").click()
    isi_formulir(page, nama=f"Badan Baru {kode}")
    _kirim(page, "Simpan")
    expect(page.locator("h1")).to_have_text(f"Badan Baru {kode}")
    expect(page.locator("main table")).to_contain_text(f"Badan Uji {kode}")
    page.goto(situs.alamat(f"/kelola/unit/?pada=2026-02-01&q={kode}"))
    expect(page.locator("main table")).to_contain_text(f"Badan Uji {kode}")
    assert page.url != rinci


def test_a_wrong_form_says_what_to_do_and_loses_nothing(buka: Buka) -> None:
    page = buka(AKUN, "/kelola/unit/baru/", boleh=(422,))
    isi_formulir(page, kode="DINKES", nama="Dinas Kesehatan Kedua")
    _kirim(page, "Tambah")
    expect(page.locator("[name=kode][aria-invalid=true]")).to_have_value("DINKES")
    expect(page.locator("#id_kode_galat")).to_be_visible()
    assert page.locator("[name=nama]").input_value() == "Dinas Kesehatan Kedua"


def test_a_deadline_in_the_calendar_stands_on_the_year_line(buka: Buka, situs: Situs, kode: str) -> None:
    page = buka(AKUN, "/kelola/kalender/")
    page.get_by_role("link", name="Tambah jadwal").click()
    isi_formulir(page, nama=f"Rapat {kode}", tahun="2026", buka="2026-12-01", tutup="2026-12-20")
    _kirim(page, "Tambah")
    expect(page.get_by_text("Jadwal tersimpan.")).to_be_visible()
    baris = page.locator("main tbody tr").filter(has_text=f"Rapat {kode}")
    baris.locator("summary", has_text="Hapus").click()
    baris.get_by_role("button", name="Hapus").click()
    expect(page.get_by_text("Jadwal dihapus.")).to_be_visible()
    expect(page.locator("main table")).not_to_contain_text(f"Rapat {kode}")


def test_the_trail_shows_the_acts_and_its_chain_holds(buka: Buka, situs: Situs, kode: str) -> None:
    page = buka(AKUN, "/kelola/unit/")
    _unit_baru(page, situs, kode)
    page.goto(situs.alamat(f"/kelola/audit/?q={kode}"))
    row = page.locator("main tbody tr").first
    expect(row).to_contain_text("dibuat")
    expect(row).to_contain_text(AKUN)
    expect(row).to_contain_text(kode)
    row.locator("summary").click()
    expect(row.locator("dl")).to_contain_text("perangkat_daerah")
    checked = situs.sakip("audit", "verifikasi")
    assert checked.returncode == 0, checked.stdout + checked.stderr
