"""Run the examples of the documentation and compare, or refresh, the output printed under them.

    python -m docs.alat.contoh             which examples differ; exit 1 when any does
    python -m docs.alat.contoh perbarui    write the real output into the pages

An example is a fenced `sh` block that starts with `kinerja`, and the `json` or `text` block that follows it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parents[2]
LEBAR = 108
_CONTOH = re.compile(
    r"^```sh\n(?P<perintah>kinerja [^`]*?)\n```\n\n?(?:```(?P<jenis>json|text)\n(?P<keluaran>.*?)\n```$)?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Contoh:
    """One command of a page with the output that the page prints, if it prints one."""

    halaman: Path
    perintah: str
    jenis: str | None
    keluaran: str

    def run(self) -> tuple[int, str]:
        """Exit code and output (both streams) of the command, started in the project's root."""
        lingkungan = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"}
        selesai = subprocess.run(
            ["bash", "-c", self.perintah],
            cwd=AKAR,
            env=lingkungan,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return selesai.returncode, selesai.stdout

    def same(self, keluaran: str) -> bool:
        """JSON is compared as data, other output line by line."""
        if self.jenis is None:
            return True
        if self.jenis == "json":
            return bool(json.loads(keluaran) == json.loads(self.keluaran))
        return keluaran.rstrip() == self.keluaran.rstrip()


def pages() -> list[Path]:
    """Every page of the documentation, and the README."""
    return [AKAR / "README.md", *sorted((AKAR / "docs").rglob("*.md"))]


def find_contoh() -> Iterator[Contoh]:
    """The executed examples of all pages."""
    for halaman in pages():
        if halaman.name == "README.md":
            continue
        for m in _CONTOH.finditer(halaman.read_text(encoding="utf-8")):
            yield Contoh(halaman, m["perintah"], m["jenis"], m["keluaran"] or "")


def lay_out(isi: Any, masuk: int = 0) -> str:
    """JSON that is read by people: a value stays on one line while it fits.

    >>> lay_out({"a": [1, 2]})
    '{"a": [1, 2]}'
    """
    satu = json.dumps(isi, ensure_ascii=False)
    if len(satu) + masuk <= LEBAR or not isinstance(isi, dict | list):
        return satu
    jeda = " " * (masuk + 1)
    if isinstance(isi, list):
        return "[\n" + ",\n".join(jeda + lay_out(v, masuk + 1) for v in isi) + "\n" + " " * masuk + "]"
    baris = (f"{jeda}{json.dumps(k, ensure_ascii=False)}: {lay_out(v, masuk + 1)}" for k, v in isi.items())
    return "{\n" + ",\n".join(baris) + "\n" + " " * masuk + "}"


def refresh(contoh: Contoh) -> None:
    """Put the real output in its place."""
    _, keluaran = contoh.run()
    baru = lay_out(json.loads(keluaran)) if contoh.jenis == "json" else keluaran.rstrip()
    teks = contoh.halaman.read_text(encoding="utf-8")
    lama = f"{contoh.perintah}\n```\n\n```{contoh.jenis}\n{contoh.keluaran}\n```"
    ganti = f"{contoh.perintah}\n```\n\n```{contoh.jenis}\n{baru}\n```"
    contoh.halaman.write_text(teks.replace(lama, ganti), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Report or refresh."""
    beda = 0
    for contoh in list(find_contoh()):
        if contoh.jenis and arguments == ["perbarui"]:
            refresh(contoh)
        elif not contoh.same(contoh.run()[1]):
            beda += 1
            sys.stdout.write(f"{contoh.halaman.relative_to(AKAR)}: {contoh.perintah}\n")
    return 1 if beda else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
