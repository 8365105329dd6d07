"""Every link of the documentation leads somewhere, and every page can be reached."""

import re
from pathlib import Path

import pytest
from docs.alat.contoh import AKAR, pages

from kinerja.capaian.skala import parse_skala

HALAMAN = [*pages(), AKAR / "CONTRIBUTING.md", AKAR / "CHANGELOG.md"]
DOCS = AKAR / "docs"
_TAUTAN = re.compile(r"(?<!!)\[[^\]]*\]\((?P<ke>[^)\s]+)\)")
_PAGAR = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
# Homes, scratch folders and workspaces of the machine on which something was written.
_MESIN = re.compile(r"(?<![\w.])/(?:work|root|tmp)/|/home/(?!\.)\w|/Users/|[A-Z]:\\\\")


def links(halaman: Path) -> list[tuple[Path, str, str]]:
    """(page, target, anchor) of every relative link outside of code."""
    teks = _PAGAR.sub("", halaman.read_text(encoding="utf-8"))
    semua = [m["ke"] for m in _TAUTAN.finditer(teks)]
    return [
        (halaman, ke.partition("#")[0], ke.partition("#")[2]) for ke in semua if not re.match(r"[a-z]+:", ke)
    ]


def slugs(halaman: Path) -> set[str]:
    """The anchors that a repository page makes of its headings."""
    judul = re.findall(r"^#+ (.+)$", _PAGAR.sub("", halaman.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", j.lower()).replace(" ", "-") for j in judul}


TAUTAN = [satu for halaman in HALAMAN for satu in links(halaman)]


@pytest.mark.parametrize(
    ("halaman", "ke", "jangkar"), TAUTAN, ids=[f"{h.relative_to(AKAR)}:{k}#{j}" for h, k, j in TAUTAN]
)
def test_a_relative_link_resolves(halaman: Path, ke: str, jangkar: str) -> None:
    tujuan = (halaman.parent / ke).resolve() if ke else halaman
    assert tujuan.exists()
    assert tujuan.is_relative_to(AKAR)
    assert not jangkar or jangkar in slugs(tujuan)


def test_the_index_reaches_every_page() -> None:
    dicapai = {(DOCS / ke).resolve() for _, ke, _ in links(DOCS / "README.md") if ke}
    halaman = {h for h in DOCS.rglob("*.md") if "adr" not in h.parts}
    assert {str(h.relative_to(DOCS)) for h in halaman - dicapai - {DOCS / "README.md"}} == set()


def test_the_list_of_decisions_reaches_every_decision() -> None:
    daftar = DOCS / "adr" / "README.md"
    dicapai = {(daftar.parent / ke).resolve() for _, ke, _ in links(daftar) if ke}
    assert {h.name for h in daftar.parent.glob("0*.md")} - {h.name for h in dicapai} == set()


@pytest.mark.parametrize(
    "berkas",
    [
        *HALAMAN,
        AKAR / ".env.example",
        *(b for folder in ("deploy", "docs/contoh") for b in sorted((AKAR / folder).iterdir())),
    ],
    ids=lambda b: str(b.relative_to(AKAR)),
)
def test_no_page_names_a_path_of_somebodys_machine(berkas: Path) -> None:
    assert _MESIN.search(berkas.read_text(encoding="utf-8")) is None


def test_the_scale_of_the_developers_tutorial_loads() -> None:
    teks = (DOCS / "tutorial" / "pengembang.md").read_text(encoding="utf-8")
    m = re.search(r"^( +)```yaml\n(.*?)\n +```$", teks, re.MULTILINE | re.DOTALL)
    assert m is not None
    skala = parse_skala(re.sub(rf"^{m[1]}", "", m[2], flags=re.MULTILINE), nama="contoh-2026.yaml")
    assert [k.kode for k in skala.kategori] == ["B", "C", "K"]
