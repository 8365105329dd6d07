"""The page of probes is what the code declares, and the page on writing one shows a real one."""

import inspect
import re

from docs.alat import probe
from docs.alat.contoh import AKAR

from sakip.apps.pengukuran.probes import ukur
from sakip.platform.probe import susun

CARA = (AKAR / "docs" / "cara" / "tulis-probe.md").read_text(encoding="utf-8")


def test_the_page_of_probes_is_what_the_code_says() -> None:
    assert probe.HALAMAN.read_text(encoding="utf-8") == probe.render()


def test_the_example_is_the_probe_as_it_stands_in_the_code() -> None:
    m = re.search(r"^( +)```python\n(.*?)\n +```$", CARA, re.MULTILINE | re.DOTALL)
    assert m is not None
    contoh = re.sub(rf"^{m[1]}", "", m[2], flags=re.MULTILINE)
    assert contoh in inspect.getsource(ukur)


def test_the_named_thresholds_are_those_of_the_code() -> None:
    for nama, persen in (("HAMPIR_SEMUA", "90%"), ("SEBAGIAN_BESAR", "75%"), ("SALAH_SATU", "50%")):
        assert nama in CARA
        assert susun.describe_ambang(getattr(susun, nama)) == persen
