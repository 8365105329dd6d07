"""Two versions side by side, and the same as CSV or a workbook."""

import csv
import io
from collections.abc import Iterable
from uuid import UUID

import xlsxwriter
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.selectors import versi_pada
from sakip.apps.perencanaan.banding import BandingSimpul, Keadaan, compare_versi, load_versi
from sakip.apps.perencanaan.selectors import versi_dokumen
from sakip.web.perencanaan.bacaan import as_of_dokumen
from sakip.web.rencana.akses import dokumen_or_404

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def banding(request: HttpRequest, uid: UUID, lain: UUID) -> HttpResponse:
    """`uid` is the newer version, `lain` the one it is held against."""
    baru, lama = dokumen_or_404(request, uid), dokumen_or_404(request, lain)
    if (baru.unit_id, baru.jenis) != (lama.unit_id, lama.jenis):
        raise Http404(_("Hanya versi dari dokumen yang sama dapat dibandingkan."))
    semua = compare_versi(load_versi(lama), load_versi(baru))
    versi = versi_pada({i.indikator_id for b in semua for i in b.indikator}, as_of_dokumen(baru))
    if (bentuk := request.GET.get("bentuk")) in ("csv", "xlsx"):
        return _file(list(_rows(semua, versi)), bentuk, f"banding-{lama.versi_ke}-{baru.versi_ke}")
    hanya = request.GET.get("tampil") != "semua"
    jumlah = {k.value: sum(1 for b in semua if b.keadaan is k) for k in Keadaan}
    konteks = {
        "dokumen": baru,
        "unit": baru.unit,
        "lama": lama,
        "baru": baru,
        "jumlah": jumlah,
        "hanya": hanya,
        "baris": [
            (b, [(i, versi[i.indikator_id].nama if i.indikator_id in versi else i.kode) for i in b.indikator])
            for b in semua
            if not hanya or b.keadaan is not Keadaan.SAMA
        ],
        "versi": [v for v in versi_dokumen(baru) if v.pk != baru.pk],
    }
    return render(request, "rencana/banding.html", konteks)


def _rows(semua: Iterable[BandingSimpul], versi: dict[int, IndikatorVersi]) -> Iterable[list[str]]:
    yield [_("Keadaan"), _("Tingkat"), _("Kode"), _("Hal"), _("Tahun"), _("Semula"), _("Menjadi")]
    for b in semua:
        kepala = [b.keadaan.value, str(b.simpul.get_jenis_display()), b.simpul.kode]
        lama, baru = (x.pernyataan if x else "" for x in (b.lama, b.baru))
        yield [*kepala, _("Pernyataan"), "", lama, baru]
        for i in b.indikator:
            nama = versi[i.indikator_id].nama if i.indikator_id in versi else i.kode
            if not i.tahun:
                yield [i.keadaan.value, _("Indikator"), i.kode, nama, "", "", ""]
            for t in i.tahun:
                yield [i.keadaan.value, _("Indikator"), i.kode, nama, str(t.tahun), t.lama, t.baru]
        for t in b.pagu:
            yield [*kepala, _("Pagu indikatif"), str(t.tahun), t.lama, t.baru]


def _file(baris: list[list[str]], bentuk: str, nama: str) -> HttpResponse:
    if bentuk == "csv":
        teks = io.StringIO()
        # A leading apostrophe keeps a spreadsheet from taking a text for a formula.
        csv.writer(teks).writerows([[_guard(s) for s in satu] for satu in baris])
        tanggapan = HttpResponse(teks.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    else:
        keluar = io.BytesIO()
        pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(keluar, pilihan) as buku:
            lembar = buku.add_worksheet("Banding")
            lembar.set_column(0, 2, 14)
            lembar.set_column(3, 6, 40)
            for nomor, satu in enumerate(baris):
                lembar.write_row(nomor, 0, satu)
        tanggapan = HttpResponse(keluar.getvalue(), content_type=XLSX)
    tanggapan["Content-Disposition"] = f'attachment; filename="{nama}.{bentuk}"'
    tanggapan["Cache-Control"] = "private, no-store"
    return tanggapan


def _guard(teks: str) -> str:
    return f"'{teks}" if teks[:1] in ("=", "+", "-", "@") else teks
