"""Walk through the site as one account: every kind of page it can reach, one of each."""

from collections import deque
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page, ViewportSize

from tests.journeys.alat import lebar_lebih, pelanggaran

PALING_BANYAK = 120
PONSEL: ViewportSize = {"width": 390, "height": 844}
MEJA: ViewportSize = {"width": 1366, "height": 900}
UNDUHAN = {
    "pelaporan:lkjip", "impor:templat", "berkas:unduh",
    "evaluasi:lhe_unduh", "evaluasi:lke_unduh", "evaluasi:rekap_unduh",
}  # fmt: skip
# Leaving, answers to a button, and changes of what the browser remembers are no pages.
BUKAN_HALAMAN = {"account_logout", "set_language", "pelaporan:siapkan", "gaya:kirim"}
# Looked at by axe in the dark and on a phone too, once.
UTAMA = {
    "beranda", "pengukuran:unit", "pengukuran:instansi", "pengukuran:indikator", "pengukuran:mengapa_indikator",
    "pengukuran:mengapa_unit", "pengukuran:anggaran", "perencanaan:dokumen", "perencanaan:pohon", "perjanjian:pk",
    "pelaporan:unit", "impor:mulai", "evaluasi:rekap", "evaluasi:lembar", "evaluasi:sub", "evaluasi:panel",
    "evaluasi:lhe", "evaluasi:atur", "kelola:unit_rinci", "kelola:pengguna_rinci", "pencarian",
}  # fmt: skip
# Differ by role, not only by instansi.
MENURUT_PERAN = {
    "beranda",
    "pelaporan:unit",
    "pengukuran:instansi",
    "evaluasi:rekap",
    "evaluasi:sub",
    "evaluasi:lhe",
}
# A choice in the address that makes another page of the same pattern.
RUPA = ("tampil", "sebagai")


@dataclass
class Jelajah:
    """What the walk saw: pages by kind, downloads by kind, and everything that was wrong."""

    akun: str
    halaman: dict[str, str] = field(default_factory=dict)
    unduhan: dict[str, str] = field(default_factory=dict)
    masalah: list[str] = field(default_factory=list)


def nama_halaman(path: str) -> str:
    """The kind of page an address is: its view, the act on a unit, the way it is shown. Empty: no page."""
    parts = urlsplit(path)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return ""
    query = parse_qs(parts.query)
    shown = [query[name][0] for name in RUPA if name in query]
    detail = [str(match.kwargs[name]) for name in ("nama", "bentuk") if name in match.kwargs]
    return " ".join([match.view_name, *detail, *shown])


def _links(page: Page, url: str) -> list[str]:
    """Addresses on this site that the page leads to, without the part after #."""
    found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    paths = [
        urldefrag(urljoin(page.url, link))[0].removeprefix(url) for link in found if link.startswith(url)
    ]
    return list(dict.fromkeys(path or "/" for path in paths))


def _axe_key(page: Page, nama: str, akun: str) -> tuple[str, ...]:
    """What makes a page worth another look by axe: its kind, whose data it shows, for some the role."""
    pandangan = nama.split()[0]
    if pandangan.startswith("kelola:"):
        # The admin's pages are the same forms and lists in every instansi.
        return (nama,)
    kaki = page.locator(".s-kaki-hal span")
    instansi = kaki.first.inner_text() if kaki.count() else ""
    return nama, instansi, akun if pandangan in MENURUT_PERAN else ""


def _axe(page: Page, nama: str, akun: str, axed: set[tuple[str, ...]]) -> list[str]:
    """axe on a kind of page not seen yet, at desktop width; a main page also in the dark and on a phone."""
    kunci = _axe_key(page, nama, akun)
    if kunci in axed:
        return []
    axed.add(kunci)
    page.set_viewport_size(MEJA)
    hasil = [f"axe {satu}" for satu in pelanggaran(page)]
    rangkap = ("gelap dan ponsel", nama)
    dua_kali = nama in UTAMA and rangkap not in axed
    if dua_kali:
        axed.add(rangkap)
        page.emulate_media(color_scheme="dark")
        hasil += [f"axe gelap {satu}" for satu in pelanggaran(page)]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size(PONSEL)
    if dua_kali:
        hasil += [f"axe ponsel {satu}" for satu in pelanggaran(page)]
    return hasil


def periksa(page: Page, nama: str, akun: str, axed: set[tuple[str, ...]]) -> list[str]:
    """Everything that must hold on any page; what does not, in words. The page is at a phone's width."""
    hasil = _axe(page, nama, akun, axed)
    if not page.title().replace("·", "").strip():
        hasil.append("tanpa judul")
    h1 = page.locator("h1").all_inner_texts()
    if len(h1) != 1 or not h1[0].strip():
        hasil.append(f"h1: {h1}")
    if lebih := lebar_lebih(page):
        hasil.append(f"{lebih} px lebih lebar daripada layar 390 px")
    return hasil


def crawl(page: Page, url: str, akun: str, problems: list[str], axed: set[tuple[str, ...]]) -> Jelajah:
    """Breadth first from the home page; one page of each kind."""
    hasil = Jelajah(akun)
    antre = deque(["/"])
    terlihat = {"beranda"}
    while antre and len(hasil.halaman) < PALING_BANYAK:
        path = antre.popleft()
        nama = nama_halaman(path)
        answer = page.goto(f"{url}{path}")
        hasil.halaman[nama] = path
        salah = periksa(page, nama, akun, axed)
        if answer is None or answer.status != 200:
            salah.append(f"status {answer and answer.status}")
        hasil.masalah += [f"{akun} {path} ({nama}): {satu}" for satu in (*salah, *problems)]
        problems.clear()
        for tautan in _links(page, url):
            jenis = nama_halaman(tautan)
            pandangan = jenis.split(" ")[0]
            if not jenis:
                hasil.masalah.append(f"{akun} {path}: tautan ke {tautan}, yang tidak ada")
            elif pandangan in UNDUHAN:
                hasil.unduhan.setdefault(jenis, tautan)
            elif jenis not in terlihat and pandangan not in BUKAN_HALAMAN:
                terlihat.add(jenis)
                antre.append(tautan)
    return hasil
