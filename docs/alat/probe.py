"""Write docs/rujukan/probe.md from the probes that the apps declare.

`python -m docs.alat.probe` exits with 1 when the page is not up to date; `... perbarui` writes it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HALAMAN = Path(__file__).resolve().parents[1] / "rujukan" / "probe.md"
INSTRUMEN = {
    "akip-88-2021-unit": "88/2021 unit",
    "akip-88-2021-instansi": "88/2021 instansi",
    "akip-12-2015-unit": "12/2015 unit",
}

KEPALA = """# Probe: kriteria yang dijawab langsung dari data

<!-- Dibuat dari src/sakip/apps/*/probes. Jangan disunting: python -m docs.alat.probe perbarui -->

Probe membaca data sistem dan menyarankan "ya", "tidak", atau mengatakan bahwa data tidak dapat menjawab, dengan
catatan di baliknya. Penilai yang memutuskan. **Ambang** adalah bagian catatan yang membuat sarannya "ya"; di bawahnya
"tidak". Bila beberapa probe berbicara tentang satu kriteria, satu "tidak" sudah cukup, dan yang tidak dapat menjawab
tidak ikut berbicara. Cara menulisnya: [menulis probe](../cara/tulis-probe.md). Melihat jawabannya:
[`sakip evaluasi probe`](perintah.md).
"""

EKOR = """## Yang belum dijawab dari data

Kriteria berikut tidak punya probe: pertanyaannya perlu pertimbangan orang, atau sistem belum mencatat apa yang
ditanyakan (misalnya pengumuman dokumen, penetapan dan penyampaian laporan, SKP pegawai, tunjangan kinerja).
"""


def render() -> str:
    """The page."""
    return "\n".join([KEPALA, *_coverage(), "", *_table(), "", EKOR, *_unanswered(), ""])


def _coverage() -> list[str]:
    from sakip.apps.evaluasi.selectors.jawaban_langsung import cakupan

    baris = [f"| {nama} | {cakupan(kode)[0]} dari {cakupan(kode)[1]} |" for kode, nama in INSTRUMEN.items()]
    return ["| instrumen | kriteria yang punya probe |", "|---|---|", *baris]


def _table() -> list[str]:
    from sakip.platform.probe.daftar import probes
    from sakip.platform.probe.susun import describe_ambang

    judul = " | ".join(INSTRUMEN.values())
    baris = []
    for satu in probes():
        kriteria = " | ".join(", ".join(satu.kriteria.get(kode, ())) or "-" for kode in INSTRUMEN)
        baris.append(f"| `{satu.kode}` | {satu.cara} | {describe_ambang(satu.ambang)} | {kriteria} |")
    garis = "---|" * (3 + len(INSTRUMEN))
    return ["## Semua probe", "", f"| probe | yang dihitung | ambang | {judul} |", f"|{garis}", *baris]


def _unanswered() -> list[str]:
    from sakip.apps.evaluasi.instrumen import baca_instrumen
    from sakip.apps.evaluasi.selectors.jawaban_langsung import criteria_of, probes_for

    kode = "akip-88-2021-unit"
    berprobe = probes_for(kode)
    sisa = {k: b for k, b in criteria_of(baca_instrumen(kode)).items() if k not in berprobe}
    baris = [f"| {k} | {butir.nama} |" for k, butir in sisa.items()]
    return [f"| {INSTRUMEN[kode]} | kriteria |", "|---|---|", *baris]


def main(arguments: list[str]) -> int:
    """Check or write."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings.test")
    django.setup()
    isi = render()
    if arguments == ["perbarui"]:
        HALAMAN.write_text(isi, encoding="utf-8")
    elif not HALAMAN.exists() or HALAMAN.read_text(encoding="utf-8") != isi:
        sys.stdout.write("docs/rujukan/probe.md tidak mutakhir: python -m docs.alat.probe perbarui\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
