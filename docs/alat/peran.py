"""Write docs/rujukan/peran.md from the roles in the code.

`python -m docs.alat.peran` exits with 1 when the page is not up to date; `... perbarui` writes it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HALAMAN = Path(__file__).resolve().parents[1] / "rujukan" / "peran.md"

IZIN = {
    "baca": "membaca data instansi atau unitnya",
    "kelola_organisasi": "unit, jabatan, profil instansi, pedoman pengukuran",
    "kelola_pengguna": "pengguna, pemegang jabatan, pemberian peran",
    "kelola_kalender": "jendela isi, verifikasi, dan batas waktu",
    "susun_rencana": "dokumen rencana, kamus indikator, target, pohon kinerja",
    "verifikasi_rencana": "memverifikasi, mengembalikan, dan memberlakukan dokumen rencana",
    "kelola_nomenklatur": "daftar urusan sampai sub kegiatan dan kode indikator nasional",
    "susun_pk": "Perjanjian Kinerja",
    "isi_realisasi": "mengisi realisasi dan bukti",
    "ajukan_realisasi": "menyerahkan realisasi untuk diperiksa",
    "verifikasi_realisasi": "memeriksa realisasi di tingkat unit",
    "validasi_realisasi": "mengesahkan realisasi di tingkat instansi",
    "buka_kunci": "membuka realisasi yang dikunci",
    "impor": "mengimpor dan mengurungkan impor",
    "laporan": "mengunduh LKjIP",
    "lihat_audit": "membaca jejak audit",
    "kelola_instansi": "menyiapkan instansi",
    "kelola_evaluasi": "menyiapkan evaluasi: instrumen, lembar kerja, tim, jendela tahap",
    "isi_mandiri": "mengisi penilaian mandiri lembar kerja evaluasi",
    "nilai_evaluasi": "menilai, mereviu, dan mengesahkan hasil evaluasi, menurut peran dalam timnya",
    "tanggapi_evaluasi": "menanggapi draf LHE dan mengajukan sanggah",
    "tindak_lanjut": "merencanakan dan melaporkan tindak lanjut rekomendasi",
    "susun_jalan": "menaksir upaya dan menjalankan rencana menuju predikat",
}

KEPALA = """# Peran dan izin

<!-- Dibuat dari src/sakip/platform/access/peran.py. Jangan disunting: python -m docs.alat.peran perbarui -->

Satu pengguna dapat memegang beberapa peran. Tiap peran berlaku untuk seluruh instansi atau untuk satu unit
**beserta semua unit di bawahnya**, dan selama masa tertentu. Baris instansi lain tidak ada bagi siapa pun (404).
Cara memberi peran: [kelola pengguna](../cara/kelola-pengguna.md).
"""


def render() -> str:
    """The page."""
    from django.utils.translation import override

    with override("id"):
        return "\n".join([KEPALA, *_roles(), "", *_permissions(), "", *_steps(), ""])


def _roles() -> list[str]:
    from sakip.platform.access.peran import PERAN

    baris = [f"| {peran.nama} | `{kode}` | {peran.deskripsi} |" for kode, peran in PERAN.items()]
    ekor = "`operator` tidak dapat diberikan: ia akun superuser pemasangan, yang tidak terikat pada satu instansi."
    return ["## Peran", "", "| peran | kode | untuk |", "|---|---|---|", *baris, "", ekor]


def _permissions() -> list[str]:
    from sakip.platform.access.peran import PERAN, Izin

    baris = []
    for izin in Izin:
        pemegang = ", ".join(f"`{kode}`" for kode, peran in PERAN.items() if izin in peran.izin)
        baris.append(f"| `{izin}` | {IZIN[izin]} | {pemegang} |")
    return ["## Izin", "", "| izin | isi | peran |", "|---|---|---|", *baris]


def _steps() -> list[str]:
    from sakip.platform.access.peran import LANGKAH_BAWAAN

    baris = [
        f"| `{alur}` | `{langkah}` | {', '.join(f'`{kode}`' for kode in sorted(peran))} |"
        for (alur, langkah), peran in LANGKAH_BAWAAN.items()
    ]
    return [
        "## Siapa menjalankan langkah mana (bawaan)",
        "",
        "| alur | langkah | peran |",
        "|---|---|---|",
        *baris,
    ]


def main(arguments: list[str]) -> int:
    """Check or write."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings.test")
    django.setup()
    isi = render()
    if arguments == ["perbarui"]:
        HALAMAN.write_text(isi, encoding="utf-8")
    elif not HALAMAN.exists() or HALAMAN.read_text(encoding="utf-8") != isi:
        sys.stdout.write("docs/rujukan/peran.md tidak mutakhir: python -m docs.alat.peran perbarui\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
