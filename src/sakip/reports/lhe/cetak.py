"""From a context to a file, and from a sheet to its context: live while a draft, frozen once signed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sakip.apps.evaluasi.models import LHE, LembarKerja
from sakip.apps.evaluasi.selectors import KonteksLHE, konteks_lhe
from sakip.reports.lhe.naskah import build_surat
from sakip.reports.lkjip.susun_organisasi import load_instansi

#: extension -> media type
BENTUK = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


class BentukTidakDikenal(ValueError):
    """An LHE is written as PDF or DOCX, nothing else."""


@dataclass(frozen=True, slots=True)
class BahanLHE:
    """What is printed: the context, the fingerprint of a signed one ("" for a draft), the arms."""

    konteks: KonteksLHE
    sidik: str
    logo: str | None

    @property
    def draf(self) -> bool:
        return not self.sidik


def load_lhe(lembar: LembarKerja) -> BahanLHE:
    """The signed report as it was signed; otherwise the sheet as it stands now, as a draft."""
    logo = load_instansi(lembar.instansi).logo
    sidik = LHE.objects.filter(lembar=lembar, konteks__isnull=False).values_list("sha256", flat=True).first()
    return BahanLHE(konteks_lhe(lembar), sidik or "", logo)


def render_lhe(bahan: BahanLHE, bentuk: str, *, huruf: Path | None = None) -> bytes:
    if bentuk not in BENTUK:
        raise BentukTidakDikenal(f'Bentuk "{bentuk}" tidak dikenal. Pilihan: {", ".join(BENTUK)}.')
    surat = build_surat(bahan.konteks, sidik=bahan.sidik, logo=bahan.logo)
    if bentuk == "pdf":
        from sakip.reports.pdf import render_pdf

        return render_pdf(surat, huruf=huruf)
    from sakip.reports.docx_surat import render_surat

    return render_surat(surat, huruf=huruf)


def name_file(bahan: BahanLHE, bentuk: str) -> str:
    """`lhe-dinkes-2025.pdf`: what a browser offers as the file's name."""
    kode = "".join(c if c.isascii() and c.isalnum() else "-" for c in bahan.konteks.unit.kode.lower()).strip(
        "-"
    )
    return f"{'draf-' if bahan.draf else ''}lhe-{kode or 'unit'}-{bahan.konteks.tahun}.{bentuk}"
