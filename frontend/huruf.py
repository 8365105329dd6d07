"""Turn the npm fonts into the TTF files that typst reads.

typst opens TTF and OTF, npm ships woff2 only. Static weights, because typst does not pick instances
of a variable font. The result is build output (git-ignored); the licence text goes beside the files.

    python frontend/huruf.py [TARGET_FOLDER]
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FRONTEND = Path(__file__).resolve().parent
PACKAGES = FRONTEND / "node_modules" / "@fontsource"
TARGET = FRONTEND.parent / "src" / "sakip" / "reports" / "huruf"

# Only what the documents use: every file is embedded in the wheel.
STYLES = {
    "plus-jakarta-sans": ("400-normal", "400-italic", "500-normal", "600-normal", "700-normal"),
    "source-serif-4": ("400-normal", "400-italic", "600-normal", "600-italic", "700-normal"),
}


def convert(source: Path, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    font.save(target)


def build(target: Path) -> list[Path]:
    """Write every TTF and licence into `target`; skip files that are newer than their source."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for family, styles in STYLES.items():
        package = PACKAGES / family
        shutil.copyfile(package / "LICENSE", target / f"{family}-OFL.txt")
        for style in styles:
            source = package / "files" / f"{family}-latin-{style}.woff2"
            path = target / f"{family}-{style}.ttf"
            if not path.exists() or path.stat().st_mtime < source.stat().st_mtime:
                convert(source, path)
            written.append(path)
    return written


def main(arguments: list[str]) -> int:
    target = Path(arguments[0]) if arguments else TARGET
    if not PACKAGES.is_dir():
        sys.stderr.write("Huruf belum terpasang. Jalankan npm ci di folder frontend lebih dahulu.\n")
        return 1
    files = build(target)
    size = sum(path.stat().st_size for path in files)
    sys.stdout.write(f"huruf dokumen: {len(files)} berkas TTF, {size // 1024} KB, di {target.name}/\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
