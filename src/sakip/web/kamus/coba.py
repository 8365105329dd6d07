"""Trying an entry before it is kept: hints on its wording by the tree's rules, and its arithmetic by the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kinerja.capaian import AturanTidakSah
from kinerja.instrumen.angka import round_pecahan
from kinerja.nilai import read_value
from kinerja.pohon.lint import lint
from kinerja.pohon.model import IndikatorPohon, Pohon, SimpulPohon, Tingkat
from kinerja.pohon.temuan import Temuan
from sakip.apps.datakinerja.galat import UngkapanSalah
from sakip.apps.datakinerja.models import IndikatorVersi, PolaritasIndikator, Satuan
from sakip.apps.datakinerja.ungkapan import Hitung, kunci_nama, read_ungkapan, write_ungkapan
from sakip.apps.datakinerja.variabel import check_ungkapan, count_nilai
from sakip.web.kamus.contoh import try_capaian
from sakip.web.kamus.variabel import named, read_baris
from sakip.web.komponen.angka import format_angka
from sakip.web.pembaca import instansi_or_404


@dataclass(frozen=True, slots=True)
class HasilCoba:
    """What the entry is worth so far: hints on its name, the worked example, the achievement, what is wrong."""

    petunjuk: tuple[Temuan, ...]
    hitungan: str
    nilai: str
    capaian: str
    galat: str = ""


@require_POST
def coba(request: HttpRequest) -> HttpResponse:
    """The fragment beside the form; nothing is written."""
    instansi = instansi_or_404(request)
    return render(request, "kamus/_coba.html", {"coba": try_entry(request.POST, instansi.pk)})


def try_entry(isi: Mapping[str, str], instansi_id: int) -> HasilCoba:
    satuan = isi.get("satuan_baru", "").strip() or _satuan(isi.get("satuan", ""), instansi_id)
    try:
        hitungan, nilai = work_out(isi)
        galat = ""
    except UngkapanSalah as salah:
        hitungan, nilai, galat = "", None, str(salah)
    realisasi = isi.get("contoh_realisasi", "").strip() or ("" if nilai is None else format_angka(nilai))
    return HasilCoba(
        hints(isi, satuan),
        hitungan,
        "" if nilai is None else f"{format_angka(nilai)} {satuan}".strip(),
        _capaian(isi, isi.get("contoh_target", "").strip(), realisasi),
        galat,
    )


def hints(isi: Mapping[str, str], satuan: str) -> tuple[Temuan, ...]:
    """Findings on the wording alone: what needs targets, sources or a tree says nothing here."""
    nama = isi.get("nama", "").strip()
    if not nama:
        return ()
    indikator = IndikatorPohon(
        nama=nama, satuan=satuan or None, polaritas=_polaritas(isi.get("polaritas", ""))
    )
    simpul = SimpulPohon("I", tingkat=Tingkat.SASARAN, indikator=(indikator,))
    return tuple(satu for satu in lint(Pohon((simpul,))) if satu.kode in _UNTUK_NAMA)


#: Rules that judge a name, its unit of measure and its polarity.
_UNTUK_NAMA = frozenset({f"IND0{n:02d}" for n in (3, 4, 5, 6, 7, 10, 11, 17, 21, 22)})


def _polaritas(kode: str) -> str | None:
    dasar = {"min_b": "min", "laju_turun": "min", "rentang_biaya": "rentang"}
    return dasar.get(kode, kode) or None


def _satuan(pk: str, instansi_id: int) -> str:
    if not pk.isdecimal():
        return ""
    nama = Satuan.objects.filter(instansi_id=instansi_id, pk=int(pk)).values_list("nama", flat=True).first()
    return nama or ""


def work_out(isi: Mapping[str, str]) -> tuple[str, Decimal | None]:
    """The formula with the example numbers in it and what it gives; nothing while a number is missing.

    Raises UngkapanSalah for a formula that cannot be read.
    """
    baris = [satu for satu in read_baris(isi) if satu.nama]
    variabel, ungkapan = named(baris), isi.get("ungkapan", "")
    check_ungkapan(ungkapan, variabel)
    angka = {satu.nama: read_value(satu.contoh).angka for satu in baris if satu.contoh}
    lengkap = {nama: satu for nama, satu in angka.items() if satu is not None}
    if not baris or len(lengkap) != len(baris):
        return "", None
    pengali = read_value(isi.get("pengali", "")).angka
    hasil = count_nilai(ungkapan, variabel, lengkap, pengali)
    if hasil is None:
        return str(_("Penyebut bernilai nol, jadi tidak ada hasilnya.")), None
    desimal = isi.get("desimal", "")
    bulat = round_pecahan(hasil, int(desimal) if desimal.isdecimal() and int(desimal) <= 10 else 2)
    return _write(ungkapan, {satu.nama: satu.contoh for satu in baris}, pengali), Decimal(
        bulat.numerator
    ) / bulat.denominator


def _write(ungkapan: str, contoh: Mapping[str, str], pengali: Decimal | None) -> str:
    """The calculation in the reader's own numbers."""
    if ungkapan.strip():
        isi = {kunci_nama(nama): teks for nama, teks in contoh.items()}
        rumus = read_ungkapan(ungkapan, contoh)
        teks = write_ungkapan(rumus, isi)
        if pengali is not None and isinstance(rumus, Hitung) and rumus.tanda in "+-":
            teks = f"({teks})"
    else:
        teks = " ÷ ".join(contoh.values())
    return teks if pengali is None else f"{teks} × {format_angka(pengali)}"


def _capaian(isi: Mapping[str, str], target: str, realisasi: str) -> str:
    if not target or not realisasi:
        return ""
    polaritas = isi.get("polaritas", "")
    if polaritas not in PolaritasIndikator.values:
        return ""
    tangga = [satu.strip() for satu in isi.get("peringkat", "").split(",") if satu.strip()]
    versi = IndikatorVersi(polaritas=polaritas, peringkat=tangga if polaritas == "ordinal" else [])
    try:
        return try_capaian(versi, target, realisasi)
    except AturanTidakSah:
        return str(_("tangga peringkat belum lengkap"))
