"""Walk through the site as one account: every kind of page it can reach, one of each.

Every page is fetched and read; a page that no account has shown yet, or that differs by role, is also looked at
in the browser.
"""

from collections import Counter, deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page, ViewportSize

from tests.journeys.alat import lebar_lebih, pelanggaran

PALING_BANYAK = 150
PONSEL: ViewportSize = {"width": 390, "height": 844}
MEJA: ViewportSize = {"width": 1366, "height": 900}
UNDUHAN = {
    "pelaporan:lkjip", "impor:templat", "berkas:unduh",
    "evaluasi:lhe_unduh", "evaluasi:lke_unduh", "evaluasi:rekap_unduh", "kamus:unduh", "iku:unduh", "peran:unduh",
    "temuan:unduh", "pohon:ekspor", "lembar:ekspor", "lembar:templat",
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
# Pages of one kind that show more than one thing: how many of them a walk opens. A planner's own documents are a few,
# and the one being drafted leads further than those in force.
BEBERAPA = {"perencanaan:dokumen": 6}
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


class Isi(HTMLParser):
    """What a page says of itself: its title, its h1, its links, and whose data it shows."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tautan: list[str] = []
        self.judul = ""
        self.h1: list[str] = []
        self.instansi = ""
        self._dalam: str | None = None
        self._kaki = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = dict(attrs)
        if tag == "a" and isi.get("href"):
            self.tautan.append(isi["href"] or "")
        if tag == "h1":
            self.h1.append("")
        self._kaki = self._kaki or "s-kaki-hal" in (isi.get("class") or "").split()
        if tag in {"title", "h1"} or (tag == "span" and self._kaki and not self.instansi):
            self._dalam = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._dalam:
            self._dalam = None

    def handle_data(self, data: str) -> None:
        if self._dalam == "title":
            self.judul = self.judul or data.strip()
        elif self._dalam == "h1":
            self.h1[-1] += data
        elif self._dalam == "span":
            self.instansi += data.strip()

    def faults(self) -> list[str]:
        hasil = [] if self.judul.replace("·", "").strip() else ["tanpa judul"]
        if len(self.h1) != 1 or not self.h1[0].strip():
            hasil.append(f"h1: {self.h1}")
        return hasil


def _links(isi: Isi, url: str, path: str) -> list[str]:
    """Addresses on this site that the page leads to, without the part after #."""
    semua = (urldefrag(urljoin(f"{url}{path}", tautan))[0] for tautan in isi.tautan)
    paths = [tautan.removeprefix(url) for tautan in semua if tautan.startswith(url)]
    return list(dict.fromkeys(satu or "/" for satu in paths))


def _key(isi: Isi, nama: str, akun: str) -> tuple[str, ...]:
    """What makes a page worth another look: its kind, whose data it shows, for some the role."""
    pandangan = nama.split()[0]
    if pandangan.startswith("kelola:"):
        # The admin's pages are the same forms and lists in every instansi.
        return (nama,)
    return nama, isi.instansi, akun if pandangan in MENURUT_PERAN else ""


def _axe(page: Page, nama: str, rangkap: bool) -> list[str]:
    """axe at desktop width; when `rangkap`, in the dark and on a phone too. Leaves the page at a phone's width."""
    page.set_viewport_size(MEJA)
    hasil = [f"axe {satu}" for satu in pelanggaran(page)]
    if rangkap:
        page.emulate_media(color_scheme="dark")
        hasil += [f"axe gelap {satu}" for satu in pelanggaran(page)]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size(PONSEL)
    if rangkap:
        hasil += [f"axe ponsel {satu}" for satu in pelanggaran(page)]
    return hasil


def look(page: Page, alamat: str, nama: str, terlihat: set[tuple[str, ...]]) -> list[str]:
    """Everything that must hold on a page in the browser; what does not, in words."""
    page.goto(alamat)
    dua_kali = ("gelap dan ponsel", nama)
    rangkap = nama in UTAMA and dua_kali not in terlihat
    terlihat.add(dua_kali)
    hasil = _axe(page, nama, rangkap)
    if lebih := lebar_lebih(page):
        hasil.append(f"{lebih} px lebih lebar daripada layar 390 px")
    return hasil


def crawl(page: Page, url: str, akun: str, problems: list[str], dilihat: set[tuple[str, ...]]) -> Jelajah:
    """Breadth first from the home page; one page of each kind."""
    hasil = Jelajah(akun)
    antre = deque(["/"])
    terlihat = Counter({"beranda": 1})
    alamat = {"/"}
    while antre and len(hasil.halaman) < PALING_BANYAK:
        path = antre.popleft()
        nama = nama_halaman(path)
        jawab = page.request.get(f"{url}{path}")
        if jawab.status == 200 and "text/html" not in jawab.headers.get("content-type", ""):
            hasil.unduhan[nama] = path
            continue
        isi = Isi(jawab.text())
        hasil.halaman[nama] = path
        salah = isi.faults()
        if jawab.status != 200:
            salah.append(f"status {jawab.status}")
        kunci = _key(isi, nama, akun)
        if kunci not in dilihat:
            dilihat.add(kunci)
            salah += look(page, f"{url}{path}", nama, dilihat)
        hasil.masalah += [f"{akun} {path} ({nama}): {satu}" for satu in (*salah, *problems)]
        problems.clear()
        for tautan in _links(isi, url, path):
            jenis = nama_halaman(tautan)
            pandangan = jenis.split(" ")[0]
            if not jenis:
                hasil.masalah.append(f"{akun} {path}: tautan ke {tautan}, yang tidak ada")
            elif pandangan in UNDUHAN:
                hasil.unduhan.setdefault(jenis, tautan)
            elif pandangan in BUKAN_HALAMAN or tautan in alamat:
                continue
            elif terlihat[jenis] < BEBERAPA.get(jenis, 1):
                terlihat[jenis] += 1
                alamat.add(tautan)
                antre.append(tautan)
    return hasil
