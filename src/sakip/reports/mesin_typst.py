"""One typst compile in a process of its own: typst keeps some 200 MB per report in a long-lived one.

Run as a script: `python mesin_typst.py pdf|png FOLDER FONT_FOLDER TIMESTAMP`. Reads FOLDER/naskah.typ; writes
FOLDER/hasil.pdf, or FOLDER/hasil-N.png per page. Imports nothing of sakip, so that it starts at once.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typst


def compile_pdf(folder: Path, huruf: str, cap_waktu: int) -> None:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[huruf])
    compiler = typst.Compiler(str(folder / "naskah.typ"), root=str(folder), font_paths=fonts)
    # Both standards are enforced: a document that misses one of them does not compile.
    compiler.compile(
        output=str(folder / "hasil.pdf"), format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=cap_waktu
    )


def compile_png(folder: Path, huruf: str) -> None:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[huruf])
    compiler = typst.Compiler(str(folder / "naskah.typ"), root=str(folder), font_paths=fonts)
    hasil = compiler.compile(format="png", ppi=220)
    for nomor, isi in enumerate(hasil if isinstance(hasil, list) else [hasil or b""]):
        (folder / f"hasil-{nomor}.png").write_bytes(isi)


def main(bentuk: str, folder: str, huruf: str, cap_waktu: str) -> int:
    try:
        if bentuk == "pdf":
            compile_pdf(Path(folder), huruf, int(cap_waktu))
        else:
            compile_png(Path(folder), huruf)
    except typst.TypstError as salah:
        sys.stderr.write("\n".join([salah.message, *salah.hints]))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
