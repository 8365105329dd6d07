"""The command lines of the pages can be run as they stand: their commands and options exist."""

import argparse
import re
import shlex

import pytest
from django.core.management import get_commands, load_command_class
from docs.alat.contoh import AKAR, pages

RUJUKAN = (AKAR / "docs" / "rujukan" / "perintah.md").read_text(encoding="utf-8")
SENDIRI = (
    "instansi buat",
    "instansi daftar",
    "demo",
    "impor",
    "unit daftar",
    "lkjip",
    "lhe",
    "lke ekspor",
    "lke impor",
    "lke urungkan",
    "nomenklatur impor",
    "nomenklatur daftar",
    "nomenklatur padankan",
    "nomenklatur urungkan",
    "lembar ekspor",
    "lembar templat",
    "lembar impor",
    "lembar urungkan",
    "capaian hitung-ulang",
    "evaluasi hitung-ulang",
    "evaluasi ingatkan",
    "evaluasi probe",
    "audit verifikasi",
    "audit tambat",
)
_PAGAR = re.compile(r"^```sh\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_BAWAAN = {"--help", "--version", "--verbosity", "--settings", "--pythonpath", "--traceback"}
_BAWAAN |= {"--no-color", "--force-color", "--skip-checks"}


def command_lines() -> list[tuple[str, str]]:
    """Every `sakip ...` in a fenced block of a page, continuation lines joined, comments dropped."""
    hasil = []
    for halaman in pages():
        for isi in _PAGAR.findall(halaman.read_text(encoding="utf-8")):
            for baris in isi.replace("\\\n", " ").splitlines():
                m = re.search(r".*(?:^|/|\s)sakip (?P<sisa>[a-z].*)", baris.partition("  #")[0])
                if m is not None:
                    hasil.append((str(halaman.relative_to(AKAR)), re.split("[<>|]", m["sisa"])[0]))
    return hasil


def parser_of(nama: str) -> argparse.ArgumentParser:
    app = get_commands()[nama]
    perintah = load_command_class(app, nama) if isinstance(app, str) else app
    return perintah.create_parser("sakip", nama)


def options_of(nama: str) -> set[str]:
    """The long options of a command and, with a second word, of that subcommand."""
    kata, _, sub = nama.partition(" ")
    parser = parser_of(kata)
    if sub:
        aksi = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
        parser = aksi.choices[sub]
    return {o for a in parser._actions for o in a.option_strings if o.startswith("--")} - _BAWAAN


@pytest.mark.parametrize(("halaman", "perintah"), command_lines())
def test_a_command_line_of_a_page_is_understood(halaman: str, perintah: str) -> None:
    nama, *argumen = shlex.split(perintah)
    assert nama in get_commands(), halaman
    parser_of(nama).parse_args(argumen)


def test_the_pages_have_command_lines() -> None:
    assert len(command_lines()) > 10


@pytest.mark.parametrize("nama", SENDIRI)
def test_every_option_is_documented_with_its_command(nama: str) -> None:
    bagian = next(b for b in RUJUKAN.split("\n## ") if f"`sakip {nama}`" in b.partition("\n")[0])
    assert {o for o in options_of(nama) if o not in bagian} == set()


def test_every_command_of_the_project_is_documented() -> None:
    proyek = {nama for nama, app in get_commands().items() if app == "sakip.cli"} - {"flush"}
    assert {nama.split()[0] for nama in SENDIRI} == proyek
