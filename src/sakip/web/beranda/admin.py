"""The home of the admin: who is late, what the calendar asks next, and where to keep things in order."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.apps.pengukuran.bacaan import RekapInstansi
from sakip.apps.pengukuran.models import RealisasiVersi
from sakip.apps.pengukuran.selectors import rekap_instansi
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, JenisJadwal
from sakip.platform.organisasi.selectors import jadwal_of
from sakip.web.beranda.tugas import open_windows
from sakip.web.kalender import label_jadwal
from sakip.web.pembaca import as_of, instansi_or_404, reach_of
from sakip.web.pengukuran.sebaran import bar_counts
from sakip.web.pengukuran.tampilan import BarisRekap, build_baris_rekap
from sakip.web.pengukuran.tersedia import tersedia_of
from sakip.web.periode import Periode, choices_of, read_periode

TERLAMBAT_TERBANYAK = 12


def beranda(request: HttpRequest, pilihan: tuple[str, ...]) -> HttpResponse:
    instansi = instansi_or_404(request)
    tersedia = tersedia_of(instansi)
    periode = read_periode(request.GET, tersedia)
    rekap = rekap_instansi(
        instansi=instansi,
        tahun=periode.tahun,
        triwulan=periode.triwulan,
        unit_ids=reach_of(request),
        pada=as_of(periode.tahun),
    )
    baris = build_baris_rekap(rekap.units, rekap.units, periode)
    kurang = sorted((b for b in baris if not b.lengkap), key=_share)
    terakhir = _last_change(instansi, periode)
    jadwal = list(jadwal_of(instansi).filter(tutup__gte=today()).order_by("tutup")[:8])
    konteks = {
        "judul": _title(rekap, kurang, periode),
        "periode": periode,
        "tersedia": tersedia,
        "pilihan_periode": choices_of(periode.tahun),
        "pilihan": pilihan,
        "sebagai": "admin",
        "rekap": rekap,
        "sebaran": bar_counts(rekap.sebaran),
        "kurang": [(b, terakhir.get(b.rekap.unit.pk)) for b in kurang[:TERLAMBAT_TERBANYAK]],
        "n_kurang": len(kurang),
        "jadwal": [(j, label_jadwal(j), (j.tutup - today()).days) for j in jadwal],
        "isian": next((j for j in open_windows(jadwal, today()) if j.jenis == JenisJadwal.REALISASI), None),
        "n_pengguna": Pengguna.objects.filter(instansi=instansi, is_active=True).count(),
    }
    return render(request, "beranda/admin.html", konteks)


def _share(baris: BarisRekap) -> float:
    return baris.rekap.n_terukur / baris.rekap.n_wajib if baris.rekap.n_wajib else -1


def _title(rekap: RekapInstansi, kurang: list[BarisRekap], periode: Periode) -> str:
    if not rekap.units:
        return _("Mulai dengan unit, lalu impor datanya")
    n = len(kurang)
    if n == 0:
        return _("Semua unit lengkap untuk %(periode)s") % {"periode": periode.label}
    return ngettext(
        "%(n)s unit belum lengkap untuk %(periode)s", "%(n)s unit belum lengkap untuk %(periode)s", n
    ) % {"n": n, "periode": periode.label}


def _last_change(instansi: Instansi, periode: Periode) -> Mapping[int, datetime]:
    """When each unit last wrote a figure of the year."""
    versi = RealisasiVersi.objects.filter(realisasi__instansi=instansi, realisasi__tahun=periode.tahun)
    return dict(versi.order_by().values_list("realisasi__unit").annotate(pada=Max("pada")))
