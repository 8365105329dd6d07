"""Message catalogues without GNU gettext: extract, update and compile with Babel.

python tools/bahasa.py perbarui     new texts from code and templates into the .po files
python tools/bahasa.py kompilasi    .po -> .mo (part of the build)
python tools/bahasa.py periksa      what is untranslated; exit 1 when anything is
"""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SUMBER = Path(__file__).resolve().parents[1] / "src" / "sakip"
LOCALE = SUMBER / "locale"
KATA_KUNCI = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def _templatize(text: str, name: str) -> str:
    """Django's own reading of a template's translatable parts, as source that Babel can read."""
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=True)
    from django.utils.translation.template import templatize

    # What is not a message is blanked out but keeps its indentation, which Python's tokenizer would refuse.
    return "\n".join(line.lstrip() for line in templatize(text, origin=name).splitlines())


def messages() -> Catalog:
    """All texts of code and templates."""
    catalog = Catalog(locale="en", domain="django", charset="utf-8")
    for file, source in _sources():
        found = extract("python", io.BytesIO(source.encode()), keywords=KATA_KUNCI, comment_tags=())
        for line, message, _comments, context in found:
            catalog.add(message, locations=[(str(file.relative_to(SUMBER)), line)], context=context)
    return catalog


def _sources() -> Iterator[tuple[Path, str]]:
    for file in sorted(SUMBER.rglob("*")):
        if "migrations" in file.parts or "dist" in file.parts:
            continue
        if file.suffix == ".py":
            yield file, file.read_text(encoding="utf-8")
        elif "templates" in file.parts and file.suffix in {".html", ".txt"}:
            yield file, _templatize(file.read_text(encoding="utf-8"), str(file))


def catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def load(file: Path) -> Catalog:
    with file.open("rb") as handle:
        return read_po(handle, locale=file.parts[-3], domain="django")


def update() -> None:
    template = messages()
    for file in catalogues():
        catalog = load(file)
        # Guessing from similar texts puts wrong words on the screen: a new text starts untranslated.
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with file.open("wb") as handle:
            write_po(handle, catalog, omit_header=False, sort_output=True, width=110, include_lineno=False)


def compile_all() -> None:
    for file in catalogues():
        target = file.with_suffix(".mo")
        temporary = target.with_suffix(".tmp")
        with temporary.open("wb") as handle:
            write_mo(handle, load(file))
        os.replace(temporary, target)


def missing() -> list[str]:
    """Texts without an English translation."""
    template = messages()
    lines = []
    for file in catalogues():
        catalog = load(file)
        for message in template:
            if not message.id:
                continue
            known = catalog.get(message.id, message.context)
            if (
                known is None
                or known.fuzzy
                or not (all(known.string) if known.pluralizable else known.string)
            ):
                lines.append(f"{file.parts[-3]}: {message.id!r}")
    return lines


def main(arguments: list[str]) -> int:
    command = arguments[0] if arguments else ""
    if command == "perbarui":
        update()
    elif command == "kompilasi":
        compile_all()
    elif command == "periksa":
        lines = missing()
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        return 1 if lines else 0
    else:
        sys.stderr.write(__doc__ or "")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
