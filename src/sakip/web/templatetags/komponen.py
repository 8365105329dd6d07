"""The components of the interface as template tags; described in docs/penjelasan/tampilan.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms, template
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kinerja.nilai.jenis import Nilai
from sakip.web.komponen import (
    angka,
    batang,
    bidang,
    kueri,
    lencana,
    mistar,
    pita,
    riwayat,
    spark,
    svg,
    tahun,
)

register = template.Library()
TEMA = ("light", "dark", "auto")


# --- filters -------------------------------------------------------------------------------------


@register.filter("angka")
def filter_angka(nilai: Decimal | int | None, desimal: int | None = None) -> str:
    return angka.TAK_ADA if nilai is None else angka.format_angka(nilai, desimal)


@register.filter("persen")
def filter_persen(nilai: Decimal | int | None, desimal: int | None = 2) -> str:
    return angka.TAK_ADA if nilai is None else angka.format_persen(nilai, desimal)


@register.filter("rupiah")
def filter_rupiah(nilai: Decimal | int | None, desimal: int | None = 0) -> str:
    return angka.TAK_ADA if nilai is None else angka.format_rupiah(nilai, desimal)


@register.filter("tanggal")
def filter_tanggal(nilai: date | None, bentuk: str = "panjang") -> str:
    return angka.TAK_ADA if nilai is None else angka.format_tanggal(nilai, bentuk)


@register.filter("waktu")
def filter_waktu(nilai: datetime | None, bentuk: str = "panjang") -> str:
    return angka.TAK_ADA if nilai is None else angka.format_waktu(nilai, bentuk)


@register.filter("nilai")
def filter_nilai(nilai: Nilai | Decimal | int | str | None, desimal: int | None = None) -> SafeString | str:
    return angka.format_nilai(nilai, desimal)


# --- small parts ---------------------------------------------------------------------------------


@register.simple_tag
def ikon(nama: str, kelas: str = "", judul: str = "") -> SafeString:
    return svg.ikon(nama, kelas, judul)


@register.simple_tag(name="pita")
def tag_pita(
    kategori: pita.KategoriTampil | str | None,
    panjang: bool = False,
    besar: bool = False,
    singkat: bool = False,
) -> SafeString:
    return pita.render_pita(kategori, panjang=panjang, besar=besar, singkat=singkat)


@register.simple_tag
def jelas(nilai: Decimal | str | None, url: str | None = None, nama: str = "") -> SafeString:
    return pita.ketiadaan(pita.KOSONG) if nilai is None else pita.render_jelas(nilai, url, nama=nama)


@register.simple_tag
def capaian(hasil: pita.HasilTampil | None, url: str | None = None, nama: str = "") -> SafeString:
    return pita.render_capaian(hasil, url, nama=nama)


@register.simple_tag(name="lencana")
def tag_lencana(keadaan: str, teks: str = "", kelas: str = "", ikon: str = "") -> SafeString:
    return lencana.render_lencana(keadaan, teks, kelas, ikon)


# --- drawings ------------------------------------------------------------------------------------


@register.simple_tag(name="spark")
def tag_spark(nilai: Sequence[Decimal | None], label: Sequence[str] = ()) -> SafeString:
    return spark.render_spark(nilai, label)


@register.simple_tag(name="mistar")
def tag_mistar(nilai: Decimal | None, skala: Iterable[mistar.Ambang]) -> SafeString:
    return mistar.render_mistar(nilai, skala)


@register.simple_tag
def batang_pita(
    jumlah: Mapping[str, int],
    tinggi: int = 40,
    legenda: bool = True,
    dua_kolom: bool = False,
    skala: Iterable[pita.KategoriTampil] | None = None,
) -> SafeString:
    bands = None if skala is None else list(skala)
    bar = batang.render_batang(jumlah, tinggi, bands)
    if not legenda or not bar:
        return bar
    return format_html(
        '{}<div class="mt-2">{}</div>', bar, batang.render_legenda(jumlah, skala=bands, dua_kolom=dua_kolom)
    )


@register.inclusion_tag("komponen/riwayat.html")
def grafik_riwayat(
    titik: Iterable[riwayat.Titik | Mapping[str, Any]],
    satuan: str = "",
    desimal: int | None = None,
    judul: str = "",
) -> dict[str, object]:
    points = [riwayat.read_titik(item) for item in titik]
    return {
        "titik": points,
        "gambar": riwayat.gambar(points, satuan, desimal),
        "satuan": satuan,
        "desimal": desimal,
        "judul": judul,
    }


@register.inclusion_tag("komponen/garis_tahun.html")
def garis_tahun(kalender: Iterable[Mapping[str, Any]] | None, hari_ini: date | None) -> dict[str, object]:
    if hari_ini is None:
        return {"garis": None}
    return {"garis": tahun.susun_garis_tahun(kalender or (), hari_ini)}


@register.simple_tag
def maju(nilai: int, maks: int, label: str = "", jeda: bool = False) -> SafeString:
    return format_html(
        '<progress class="s-maju{}" value="{}" max="{}" aria-label="{}"></progress>',
        " jeda" if jeda else "",
        str(nilai),
        str(maks),
        label or f"{nilai} / {maks}",
    )


# --- lists: pages, order, filters ----------------------------------------------------------------


@register.simple_tag(takes_context=True, name="kueri")
def tag_kueri(context: Context, **ubahan: object) -> str:
    return kueri.ubah_kueri(context["request"].GET, ubahan)


@register.inclusion_tag("komponen/halaman.html", takes_context=True)
def halaman(context: Context, page: Page[Any], parameter: str = "halaman") -> dict[str, object]:
    query = context["request"].GET
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [
        (number, kueri.ubah_kueri(query, {parameter: number}) if isinstance(number, int) else "")
        for number in numbers
    ]
    before = kueri.ubah_kueri(query, {parameter: page.number - 1}) if page.has_previous() else ""
    after = kueri.ubah_kueri(query, {parameter: page.number + 1}) if page.has_next() else ""
    return {"page": page, "daftar": links, "sebelum": before, "sesudah": after}


@register.inclusion_tag("komponen/urut.html", takes_context=True)
def urut(
    context: Context, kolom: str, label: str, kelas: str = "", parameter: str = "urut", baku: str = ""
) -> dict[str, object]:
    head = kueri.susun_urut(context["request"].GET, kolom, parameter, baku)
    return {"kepala": head, "label": label, "kelas": kelas}


@register.inclusion_tag("komponen/keping.html", takes_context=True)
def keping_saring(context: Context, saringan: Mapping[str, tuple[str, str]]) -> dict[str, object]:
    request = context["request"]
    gone = dict.fromkeys(saringan)
    return {
        "keping": kueri.susun_keping(request.GET, saringan),
        "hapus": kueri.ubah_kueri(request.GET, gone, kosongkan=("halaman",)),
    }


# --- forms ---------------------------------------------------------------------------------------


@register.inclusion_tag("komponen/bidang.html", name="bidang")
def tag_bidang(
    field: BoundField, satuan: str = "", label: str = "", bantuan: bool = True
) -> dict[str, object]:
    return {"b": bidang.susun_bidang(field, satuan, label=label), "bantuan": bantuan}


@register.inclusion_tag("komponen/unggah.html")
def unggah(field: BoundField, batas: int = 0) -> dict[str, object]:
    return {"b": bidang.susun_bidang(field, unggah_batas=batas)}


@register.inclusion_tag("komponen/formulir.html")
def formulir(form: forms.BaseForm) -> dict[str, object]:
    return {"form": form}


@register.inclusion_tag("komponen/galat_formulir.html")
def galat_formulir(form: forms.BaseForm) -> dict[str, object]:
    return {
        "form": form,
        "bidang": [form[name] for name in form.errors if name != NON_FIELD_ERRORS],
    }


@register.inclusion_tag("komponen/konfirmasi.html", takes_context=True)
def konfirmasi(
    context: Context,
    url: str,
    tombol: str,
    judul: str,
    isi: str = "",
    kata: str = "",
    kelas: str = "btn-garis btn-sm",
    bahaya: bool = False,
    ke_kiri: bool = False,
    form: forms.BaseForm | None = None,
) -> dict[str, object]:
    return {
        "csrf_token": context.get("csrf_token"),
        "url": url,
        "tombol": tombol,
        "judul": judul,
        "isi": isi,
        "kata": kata or tombol,
        "kelas": kelas,
        "kelas_ya": "btn-bahaya" if bahaya else "btn-primary",
        "ke_kiri": ke_kiri,
        "form": form,
        "id": f"tegas-{uuid4().hex[:8]}",
    }


@register.inclusion_tag("komponen/kosong.html")
def kosong(
    judul: str, isi: str = "", url: str = "", tombol: str = "", ikon: str = "berkas"
) -> dict[str, object]:
    return {"judul": judul, "isi": isi, "url": url, "tombol": tombol, "ikon": ikon}


@register.inclusion_tag("komponen/pesan.html")
def pesan(jenis: str, judul: str = "", isi: str = "") -> dict[str, object]:
    return {"jenis": jenis, "judul": judul, "isi": isi, "ikon": IKON_PESAN.get(jenis, "info")}


IKON_PESAN = {"baik": "cek", "ingat": "jam", "salah": "awas", "info": "info"}
JENIS_PESAN = {"success": "baik", "warning": "ingat", "error": "salah"}


@register.filter
def jenis_pesan(level_tag: str) -> str:
    """Django's message level as one of our kinds of message."""
    return JENIS_PESAN.get(level_tag, "info")


# --- page ----------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def tema(context: Context) -> str:
    """The theme the reader chose, from the cookie that tema.js writes."""
    request = context.get("request")
    chosen = request.COOKIES.get("sakip_tema", "auto") if request is not None else "auto"
    return chosen if chosen in TEMA else "auto"
