"""The whole instansi: how many findings of which kind stand open in which unit."""

import csv
import io
from collections import Counter
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from sakip.platform.organisasi.models import Instansi, UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_pada
from sakip.platform.temuan.model import TemuanTerpasang, TingkatTemuan
from sakip.reports.xlsx import Buku, KolomLembar, Lembar, render_xlsx
from sakip.web.pembaca import as_of, instansi_or_404, readable_unit_ids
from sakip.web.temuan.bacaan import count_terbuka, find_temuan
from sakip.web.temuan.views import describe, read_tahun

#: Kinds of findings as columns: what a rule's code begins with.
KELOMPOK = ("POH", "IND", "DOK", "REN", "PJK", "UKR")
#: From this many findings on a cell has the strongest shade; counts, so that a colour never stands alone.
JENJANG = (1, 3, 8, 20)
#: Steps of the sequential scale that the grades of the evaluation use too.
PANAS = (2, 3, 5, 6)
JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class SelKota:
    """How many findings of a kind are open in a unit."""

    kelompok: str
    n: int

    @property
    def kelas(self) -> str:
        if self.n == 0:
            return ""
        return f"panas-{PANAS[sum(self.n >= batas for batas in JENJANG) - 1]}"


@dataclass(frozen=True, slots=True)
class BarisKota:
    versi: UnitVersi
    sel: tuple[SelKota, ...]
    galat: int
    jumlah: int
    diterima: int


def kelompok_of(kode: str) -> str:
    return kode[:3]


def label_kelompok() -> dict[str, str]:
    return {
        "POH": _("Pohon dan rumusan"),
        "IND": _("Indikator dan target"),
        "DOK": _("Antardokumen"),
        "REN": _("Penetapan dan IKU"),
        "PJK": _("Perjanjian"),
        "UKR": _("Anggaran"),
    }


@require_safe
def kota(request: HttpRequest) -> HttpResponse:
    """Findings by kind and unit, computed live for every unit within reach."""
    instansi = instansi_or_404(request)
    tahun = read_tahun(request)
    versi, temuan = _read(request, instansi, tahun)
    kolom = [satu for satu in KELOMPOK if any(kelompok_of(t.kode) == satu for t in temuan)]
    baris = _rows(versi, temuan, kolom)
    label = label_kelompok()
    per_kode = Counter((t.tingkat, t.kode, t.judul) for t in temuan if t.terbuka)
    konteks = {
        "tahun": tahun,
        "pilihan_tahun": [tahun - 1, tahun, tahun + 1],
        "judul": describe(count_terbuka(temuan)),
        "tingkat": [(TingkatTemuan(t), n) for t, n in count_terbuka(temuan).items()],
        "n_diterima": sum(not satu.terbuka for satu in temuan),
        "n_unit": _with_findings(baris),
        "kolom": [(satu, label[satu]) for satu in kolom],
        "baris": baris,
        "sering": [
            (TingkatTemuan(tingkat), kode, judul, n)
            for (tingkat, kode, judul), n in sorted(per_kode.items(), key=lambda satu: (-satu[1], satu[0]))
        ],
    }
    return render(request, "temuan/kota.html", konteks)


def _read(
    request: HttpRequest, instansi: Instansi, tahun: int
) -> tuple[list[UnitVersi], tuple[TemuanTerpasang, ...]]:
    terlihat = readable_unit_ids(request)
    versi = [
        satu
        for satu in unit_versi_pada(instansi, as_of(tahun)).values()
        if satu.unit.entitas_sakip and satu.unit_id in terlihat
    ]
    ids = [satu.unit_id for satu in versi]
    return versi, find_temuan(instansi, ids, tahun, semua=len(ids) > 1)


def _rows(versi: list[UnitVersi], temuan: tuple[TemuanTerpasang, ...], kolom: list[str]) -> list[BarisKota]:
    hasil = []
    for satu in versi:
        milik = [t for t in temuan if t.unit_id == satu.unit_id]
        terbuka = [t for t in milik if t.terbuka]
        hitung = Counter(kelompok_of(t.kode) for t in terbuka)
        hasil.append(
            BarisKota(
                versi=satu,
                sel=tuple(SelKota(nama, hitung[nama]) for nama in kolom),
                galat=sum(t.tingkat == TingkatTemuan.GALAT for t in terbuka),
                jumlah=len(terbuka),
                diterima=len(milik) - len(terbuka),
            )
        )
    return sorted(hasil, key=lambda b: (-b.galat, -b.jumlah, b.versi.nama))


def _with_findings(baris: list[BarisKota]) -> str:
    n = sum(b.jumlah > 0 for b in baris)
    return ngettext("%(n)s unit punya temuan terbuka", "%(n)s unit punya temuan terbuka", n) % {"n": n}


@require_safe
def unduh(request: HttpRequest, bentuk: str) -> HttpResponse:
    """Every finding within reach, as a workbook or a CSV file."""
    if bentuk not in ("xlsx", "csv"):
        raise Http404
    instansi = instansi_or_404(request)
    tahun = read_tahun(request)
    versi, temuan = _read(request, instansi, tahun)
    nama = {satu.unit_id: satu.nama for satu in versi}
    kolom = (
        KolomLembar(_("Perangkat daerah"), 32), KolomLembar(_("Kode"), 10), KolomLembar(_("Tingkat"), 12),
        KolomLembar(_("Temuan"), 36), KolomLembar(_("Dokumen"), 32), KolomLembar(_("Tempat"), 40),
        KolomLembar(_("Penjelasan"), 70), KolomLembar(_("Dasar"), 40), KolomLembar(_("Keadaan"), 12),
        KolomLembar(_("Alasan diterima"), 40),
    )  # fmt: skip
    baris = tuple(_line(satu, nama.get(satu.unit_id, "")) for satu in temuan)
    nama_berkas = f"temuan-{tahun}.{bentuk}"
    if bentuk == "csv":
        return _file(_csv(kolom, baris), nama_berkas, "text/csv; charset=utf-8")
    buku = Buku(
        judul=_("Temuan perencanaan %(tahun)s") % {"tahun": tahun},
        penulis=instansi.nama,
        dibuat=timezone.localtime(),
        peringatan=_("Data contoh, bukan data resmi.") if instansi.sifat_data == "contoh" else "",
        keterangan=(
            (_("Instansi"), instansi.nama),
            (_("Tahun"), str(tahun)),
            (_("Temuan"), str(len(baris))),
        ),
        lembar=(Lembar(nama=_("Temuan"), judul=_("Temuan"), kolom=kolom, baris=baris),),
    )
    return _file(render_xlsx(buku), nama_berkas, JENIS_XLSX)


def _line(temuan: TemuanTerpasang, unit: str) -> tuple[str, ...]:
    pengakuan = temuan.pengakuan
    return (
        unit,
        temuan.kode,
        str(TingkatTemuan(temuan.tingkat).label),
        temuan.judul,
        temuan.objek.label,
        temuan.label,
        temuan.pesan,
        temuan.dasar,
        _("terbuka") if pengakuan is None else _("diterima"),
        "" if pengakuan is None else pengakuan.alasan,
    )


def _csv(kolom: tuple[KolomLembar, ...], baris: tuple[tuple[str, ...], ...]) -> bytes:
    keluar = io.StringIO()
    tulis = csv.writer(keluar)
    tulis.writerow([satu.judul for satu in kolom])
    tulis.writerows([[_safe(sel) for sel in satu] for satu in baris])
    # The mark lets a spreadsheet read the letters as they are.
    return b"\xef\xbb\xbf" + keluar.getvalue().encode()


def _safe(teks: str) -> str:
    """A cell that begins like a formula is text: a spreadsheet would run it."""
    return f"'{teks}" if teks[:1] in ("=", "+", "-", "@", "\t", "\r") else teks


def _file(isi: bytes, nama: str, jenis: str) -> HttpResponse:
    tanggapan = HttpResponse(isi, content_type=jenis)
    tanggapan["Content-Disposition"] = f'attachment; filename="{nama}"'
    tanggapan["X-Content-Type-Options"] = "nosniff"
    tanggapan["Cache-Control"] = "private, no-store"
    return tanggapan
