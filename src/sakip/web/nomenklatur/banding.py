"""Two lists side by side, on the page and as a file."""

import csv
import io
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sakip.apps.perencanaan.models import VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur_banding import (
    BarisBanding,
    KeadaanButir,
    Ringkas,
    compare_nomenklatur,
)
from sakip.reports.xlsx import Buku, KolomLembar, Lembar, render_xlsx
from sakip.web.nomenklatur.akses import may_keep, pair_or_404
from sakip.web.nomenklatur.forms import KEADAAN, SaringBandingForm
from sakip.web.saring import build_keping

PER_HALAMAN = 50
JENIS_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def pilih(request: HttpRequest) -> HttpResponse:
    """The two lists chosen on the page of lists, as the address of their comparison."""
    try:
        dari, ke = UUID(request.GET.get("dari", "")), UUID(request.GET.get("ke", ""))
    except ValueError:
        return redirect("nomenklatur:daftar")
    if dari == ke:
        return redirect("nomenklatur:daftar")
    return redirect("nomenklatur:banding", dari=dari, ke=ke)


@require_safe
def banding(request: HttpRequest, dari: UUID, ke: UUID) -> HttpResponse:
    """What is new, gone, renamed or recoded; the older list always stands first."""
    lama, baru = pair_or_404(request, dari, ke)
    if lama.berlaku_mulai > baru.berlaku_mulai:
        return redirect("nomenklatur:banding", dari=ke, ke=dari)
    form = SaringBandingForm(request.GET)
    form.is_valid()
    semua = compare_nomenklatur(lama, baru)
    baris = _filter(semua, form)
    bentuk = request.GET.get("bentuk")
    if bentuk in ("csv", "xlsx"):
        return _file(lama, baru, baris, bentuk)
    nama = dict(KEADAAN)
    page = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "lama": lama,
        "baru": baru,
        "form": form,
        "keping": build_keping(form),
        "jumlah": [(k.value, nama[k.value], sum(b.keadaan is k for b in semua)) for k in KeadaanButir],
        "page": page,
        "baris": [(b, nama[b.keadaan.value]) for b in page.object_list],
        "kosong": not semua,
        "boleh": may_keep(request, lama.instansi),
    }
    return render(request, "nomenklatur/banding.html", konteks)


def _filter(semua: list[BarisBanding], form: SaringBandingForm) -> list[BarisBanding]:
    isi = form.cleaned_data
    keadaan, jenis, kata = isi.get("keadaan"), isi.get("jenis"), (isi.get("q") or "").casefold().split()
    return [
        b
        for b in semua
        if (b.keadaan.value == keadaan if keadaan else b.keadaan is not KeadaanButir.SAMA)
        and (not jenis or b.utama.jenis == jenis)
        and all(satu in _text(b) for satu in kata)
    ]


def _text(b: BarisBanding) -> str:
    return " ".join(f"{s.kode} {s.kode_baku} {s.nama}" for s in (b.lama, b.baru) if s is not None).casefold()


def _file(
    lama: VersiNomenklatur, baru: VersiNomenklatur, baris: list[BarisBanding], bentuk: str
) -> HttpResponse:
    judul = _("Perbandingan nomenklatur %(lama)s dan %(baru)s") % {"lama": lama.kode, "baru": baru.kode}
    kolom = (
        KolomLembar(_("Perubahan"), 16), KolomLembar(_("Tingkat"), 14),
        KolomLembar(_("Kode lama"), 20), KolomLembar(_("Nama lama"), 60),
        KolomLembar(_("Kode baru"), 20), KolomLembar(_("Nama baru"), 60), KolomLembar(_("Padanan"), 14),
    )  # fmt: skip
    isi = tuple(_line(b) for b in baris)
    if bentuk == "csv":
        keluar = io.StringIO()
        csv.writer(keluar).writerows([[k.judul for k in kolom], *([_guard(s) for s in satu] for satu in isi)])
        # The mark lets a spreadsheet read the letters as they are.
        jawab = HttpResponse(keluar.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    else:
        buku = Buku(
            judul=judul,
            penulis=lama.instansi.nama,
            dibuat=timezone.localtime(),
            peringatan=_("Data contoh, bukan data resmi.") if lama.instansi.sifat_data == "contoh" else "",
            keterangan=(
                (_("Versi lama"), lama.nama),
                (_("Versi baru"), baru.nama),
                (_("Butir"), str(len(isi))),
            ),
            lembar=(Lembar(nama=_("Perbandingan"), judul=judul, kolom=kolom, baris=isi),),
        )
        jawab = HttpResponse(render_xlsx(buku), content_type=JENIS_XLSX)
    jawab["Content-Disposition"] = f'attachment; filename="banding-nomenklatur.{bentuk}"'
    return jawab


def _line(b: BarisBanding) -> tuple[str, ...]:
    def sisi(satu: Ringkas | None) -> tuple[str, str]:
        return ("", "") if satu is None else (satu.kode, satu.nama)

    padanan = _("tersimpan") if b.dipadankan else ""
    nama = str(dict(KEADAAN)[b.keadaan.value])
    return (nama, b.utama.nama_jenis, *sisi(b.lama), *sisi(b.baru), padanan)


def _guard(teks: str) -> str:
    """A cell that begins like a formula is text: a spreadsheet would run it."""
    return f"'{teks}" if teks[:1] in ("=", "+", "-", "@", "\t", "\r") else teks
