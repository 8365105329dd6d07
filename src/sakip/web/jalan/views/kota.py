"""The way of a government: which OPD must rise to what, what binds, and what it costs."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.instrumen.angka import to_cetak
from kinerja.jalan import GalatJalan
from kinerja.jalan.hasil_kota import HasilKota, LembarKota
from kinerja.jalan.rencana_kota import plan_kota
from sakip.apps.evaluasi.galat import InstrumenBerubah
from sakip.apps.evaluasi.models import Evaluasi
from sakip.apps.evaluasi.selectors.jalan import rencana_berjalan
from sakip.apps.evaluasi.selectors.jalan_kota import (
    DasarKota,
    dasar_kota,
    digest_soal,
    evaluasi_berjawaban,
    soal_kota_of,
)
from sakip.apps.evaluasi.services.jalan import adopt_plan
from sakip.apps.evaluasi.services.susun_jalan import (
    INSTANSI,
    hasil_kota_to_dict,
    langkah_kota,
    masukan_kota,
)
from sakip.platform import wewenang
from sakip.platform.access.peran import Izin
from sakip.platform.access.selectors import has_whole_instansi, peran_aktif
from sakip.platform.dasar import GalatDomain, today
from sakip.platform.organisasi.models import KlasterAkip, Unit, UnitVersi
from sakip.platform.organisasi.selectors import unit_versi_terakhir
from sakip.web.jalan.keadaan import tahun_baku
from sakip.web.jalan.views.unit import BAKU, TARGET, satuan
from sakip.web.pembaca import instansi_or_404, may, reader_of

CARA = ("rata_klaster", "rata_unit")
SIMPAN_DETIK = 3600
URUT: dict[str, Callable[["BarisKota"], Any]] = {
    "unit": lambda b: b.nama.casefold(),
    "kini": lambda b: b.lembar.kini,
    "perlu": lambda b: b.lembar.total,
    "naik": lambda b: b.lembar.total - b.lembar.kini,
    "biaya": lambda b: b.lembar.biaya,
}


@dataclass(frozen=True, slots=True)
class KeadaanKota:
    """What the page is asked for, as it stands in the address."""

    tahun: int
    target: str
    cara: str
    ketat: bool

    @property
    def kueri(self) -> str:
        isi: dict[str, str] = {"tahun": str(self.tahun), "target": self.target, "cara": self.cara}
        if self.ketat:
            isi["ketat"] = "1"
        return urlencode(isi)


@dataclass(frozen=True, slots=True)
class BarisKota:
    """One sheet of the city: present and needed score, and what it costs."""

    lembar: LembarKota
    unit: Unit
    nama: str

    @property
    def naik(self) -> Fraction:
        return self.lembar.total - self.lembar.kini


@require_safe
def kota(request: HttpRequest) -> HttpResponse:
    """Clusters, conditions, and every OPD with what it has to reach."""
    instansi = instansi_or_404(request)
    if not has_whole_instansi(reader_of(request), Izin.BACA):
        return _to_own_unit(request)
    evaluasi = evaluasi_berjawaban(instansi)
    if not evaluasi:
        return render(request, "jalan/kota_kosong.html", {})
    k, terpilih = _read(request, evaluasi)
    konteks: dict[str, Any] = {
        "k": k,
        "evaluasi": evaluasi,
        "target": TARGET,
        "cara": [(c, _cara(c)) for c in CARA],
        "satuan": satuan(),
    }
    try:
        dasar = dasar_kota(terpilih, pengguna=reader_of(request), selisih=k.ketat)
        konteks["dasar"] = dasar
        if dasar.instansi is None:
            return render(request, "jalan/kota_kosong.html", konteks)
        hasil = solve_kota(dasar, k)
    except (GalatJalan, InstrumenBerubah) as galat:
        return render(request, "jalan/kota_kosong.html", {**konteks, "galat": str(galat)})
    nama = unit_versi_terakhir(instansi, today())
    utama = dasar.instansi.lembar.unit
    konteks |= {
        "h": hasil,
        "judul": _title(hasil),
        "klaster": _clusters(hasil, dasar),
        "instansi_baris": next(b for b in _rows(hasil, dasar, nama) if b.lembar.kode == INSTANSI),
        "baris": _sorted(request, [b for b in _rows(hasil, dasar, nama) if b.lembar.kode != INSTANSI]),
        "predikat": dasar.gabungan.predikat.daftar,
        "berjalan": rencana_berjalan(utama),
        "boleh_susun": may(request, Izin.SUSUN_JALAN, utama),
        "urut_baku": "-biaya",
    }
    return render(request, "jalan/kota.html", konteks)


def _to_own_unit(request: HttpRequest) -> HttpResponse:
    """Values of other units are not for somebody bound to one: the way of the own unit is."""
    ids = [p.unit_id for p in peran_aktif(reader_of(request)) if p.unit_id is not None]
    unit = Unit.objects.filter(pk__in=ids).order_by("pk").first()
    if unit is None:
        raise Http404(_("Halaman ini untuk pembaca seluruh instansi."))
    return redirect("jalan:unit", uid=unit.uid)


def _read(request: HttpRequest, evaluasi: list[Evaluasi]) -> tuple[KeadaanKota, Evaluasi]:
    tahun = request.GET.get("tahun", "")
    terpilih = next((e for e in evaluasi if str(e.tahun) == tahun), evaluasi[0])
    target, cara = request.GET.get("target", ""), request.GET.get("cara", "")
    keadaan = KeadaanKota(
        tahun=terpilih.tahun,
        target=target if target in TARGET else terpilih.target_predikat or BAKU,
        cara=cara if cara in CARA else terpilih.cara_gabung,
        ketat=request.GET.get("ketat") == "1",
    )
    return keadaan, terpilih


def solve_kota(dasar: DasarKota, k: KeadaanKota) -> HasilKota:
    """Solve once: the same question is answered from the cache."""
    soal = soal_kota_of(dasar, target=k.target, cara=k.cara, ketat=k.ketat)
    kunci = f"jalan-kota:{digest_soal(soal)}"
    hasil = cache.get(kunci)
    if not isinstance(hasil, HasilKota):
        hasil = plan_kota(soal)
        cache.set(kunci, hasil, SIMPAN_DETIK)
    return hasil


def _cara(cara: str) -> str:
    if cara == "rata_unit":
        return _("setengah nilai instansi, setengah rata-rata seluruh unit")
    return _("setengah nilai instansi, setengah rata-rata klaster")


def _title(hasil: HasilKota) -> str:
    kini = f"{hasil.predikat_kini} {to_cetak(hasil.kini)}"
    if not hasil.layak:
        return _("%(target)s belum terjangkau kota: paling tinggi %(total)s") % {
            "target": hasil.target,
            "total": to_cetak(hasil.total),
        }
    if hasil.biaya == 0:
        return _("Kota sudah %(kini)s: target %(target)s tercapai") % {"kini": kini, "target": hasil.target}
    n = len(_risers(hasil))
    return ngettext(
        "Dari %(kini)s ke %(target)s: %(n)s OPD perlu naik",
        "Dari %(kini)s ke %(target)s: %(n)s OPD perlu naik",
        n,
    ) % {"kini": kini, "target": hasil.target, "n": n}


def _risers(hasil: HasilKota) -> list[LembarKota]:
    return [satu for satu in hasil.lembar if satu.langkah and satu.kode != INSTANSI]


@dataclass(frozen=True, slots=True)
class KlasterTampil:
    nama: str
    jumlah: int
    kini: Fraction | None
    nanti: Fraction | None


def _clusters(hasil: HasilKota, dasar: DasarKota) -> list[KlasterTampil]:
    kolom = []
    for kode, nama in KlasterAkip.choices:
        milik = [satu for satu in hasil.lembar if satu.klaster == kode]
        kini = sum((satu.kini for satu in milik), Fraction(0)) / len(milik) if milik else None
        kolom.append(KlasterTampil(str(nama), len(milik), kini, hasil.rata_klaster.get(kode)))
    return kolom


def _rows(hasil: HasilKota, dasar: DasarKota, nama: dict[int, UnitVersi]) -> list[BarisKota]:
    assert dasar.instansi is not None
    unit = {kode: satu.lembar.unit for kode, satu in dasar.unit.items()} | {
        INSTANSI: dasar.instansi.lembar.unit
    }
    return [
        BarisKota(
            satu, unit[satu.kode], nama[unit[satu.kode].pk].nama if unit[satu.kode].pk in nama else satu.kode
        )
        for satu in hasil.lembar
    ]


def _sorted(request: HttpRequest, baris: list[BarisKota]) -> list[BarisKota]:
    urut = request.GET.get("urut", "-biaya")
    kunci = URUT.get(urut.removeprefix("-"), URUT["biaya"])
    return sorted(sorted(baris, key=lambda b: b.unit.kode), key=kunci, reverse=urut.startswith("-"))


@require_http_methods(["GET", "HEAD", "POST"])
def jalankan(request: HttpRequest) -> HttpResponse:
    """Carry the city's plan out: its own steps, and one task per OPD that must rise."""
    instansi = instansi_or_404(request)
    evaluasi = evaluasi_berjawaban(instansi)
    if not evaluasi or not has_whole_instansi(reader_of(request), Izin.BACA):
        raise Http404(_("Belum ada evaluasi."))
    k, terpilih = _read(request, evaluasi)
    dasar = dasar_kota(terpilih, pengguna=reader_of(request), selisih=k.ketat)
    if dasar.instansi is None:
        raise Http404(_("Evaluasi ini belum punya LKE instansi yang terisi."))
    utama = dasar.instansi.lembar.unit
    wewenang.require(reader_of(request), Izin.SUSUN_JALAN, unit=utama)
    kembali = f"{reverse('jalan:kota')}?{k.kueri}"
    hasil = solve_kota(dasar, k)
    if not hasil.layak or hasil.biaya == 0:
        messages.error(request, _("Susunan ini tidak memuat langkah yang mencapai target."))
        return redirect(kembali)
    versi = unit_versi_terakhir(instansi, today())
    nama = {b.lembar.kode: b.nama for b in _rows(hasil, dasar, versi)}
    langkah = langkah_kota(hasil, nama, tahun=tahun_baku())
    if request.method != "POST":
        konteks = {
            "k": k,
            "h": hasil,
            "judul": _title(hasil),
            "langkah": langkah,
            "tahun": tahun_baku(),
            "kembali": kembali,
            "satuan": satuan(),
        }
        return render(request, "jalan/kota_jalankan.html", konteks)
    try:
        baru = adopt_plan(
            unit=utama,
            lembar=dasar.instansi.lembar,
            tahun=tahun_baku(),
            target=k.target,
            masukan=masukan_kota(target=k.target, cara=k.cara, ketat=k.ketat),
            hasil=hasil_kota_to_dict(hasil),
            langkah=langkah,
            by=reader_of(request),
        )
    except GalatDomain as galat:
        messages.error(request, str(galat))
        return redirect(kembali)
    messages.success(request, _("Rencana kota dijalankan. Langkahnya kini menjadi tugas."))
    return redirect("jalan:rencana", uid=baru.uid)
