"""One page for a leader: where are we, why, what now."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sakip.apps.pengukuran.bacaan import TIDAK_BERLAKU, RekapInstansi, RekapUnit
from sakip.apps.pengukuran.models import Realisasi, StatusRealisasi
from sakip.apps.pengukuran.selectors import rekap_instansi
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import boleh
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Jadwal
from sakip.platform.organisasi.selectors import jadwal_of
from sakip.web.beranda.bagan import TitikRata, render_rata
from sakip.web.beranda.evaluasi import rencana_kota, tugas_apip
from sakip.web.beranda.sebagian import build_belum_waktunya, count_belum_waktunya, read_tahun_penuh
from sakip.web.beranda.tugas import open_windows
from sakip.web.beranda.ujung import read_ujung
from sakip.web.kalender import label_jadwal
from sakip.web.kalimat import build_cakupan, build_tak_dihitung, build_temuan, change_direction
from sakip.web.pembaca import as_of, instansi_or_404, reach_of, reader_of
from sakip.web.pengukuran.alamat import url_rata_instansi, url_rata_unit
from sakip.web.pengukuran.sebaran import bar_counts
from sakip.web.pengukuran.tampilan import BarisRekap, build_baris_rekap
from sakip.web.pengukuran.tersedia import tersedia_of
from sakip.web.periode import Periode, PeriodeTersedia, choices_of, read_periode

BELUM_LENGKAP_TERBANYAK = 6


def beranda(request: HttpRequest, pilihan: tuple[str, ...]) -> HttpResponse:
    """The finding as title, the distribution, the average, both ends, every unit, who is incomplete."""
    instansi = instansi_or_404(request)
    tersedia = tersedia_of(instansi)
    periode = read_periode(request.GET, tersedia)
    pada = as_of(periode.tahun)
    rekap = rekap_instansi(
        instansi=instansi,
        tahun=periode.tahun,
        triwulan=periode.triwulan,
        unit_ids=reach_of(request),
        pada=pada,
    )
    baris = build_baris_rekap(rekap.units, sorted(rekap.units, key=lambda u: u.versi.nama_pendek), periode)
    unit = {u.unit.pk: u.versi for u in [*rekap.units, *([rekap.pemda] if rekap.pemda else [])]}
    konteks = {
        **_kepala(rekap, periode, tersedia, pada),
        "periode": periode,
        "tersedia": tersedia,
        "pilihan_periode": choices_of(periode.tahun),
        "pilihan": pilihan,
        "sebagai": "pimpinan",
        "rekap": rekap,
        "ubin": [b for b in baris if b.rekap.n_wajib],
        "ujung": read_ujung(instansi=instansi, periode=periode, unit=unit, skala=rekap.skala, pada=pada),
        "belum_lengkap": _incomplete(baris),
        "menunggu": _waiting(request, instansi, periode, rekap),
        "jadwal": [(j, label_jadwal(j)) for j in _next(instansi)],
        "pembanding": periode.sebelumnya(),
        "tugas_evaluasi": tugas_apip(request),
        "rencana_jalan": rencana_kota(request),
    }
    return render(request, "beranda/pimpinan.html", konteks)


def _kepala(rekap: RekapInstansi, periode: Periode, tersedia: PeriodeTersedia, pada: date) -> dict[str, Any]:
    """Title, bar and average: of the Pemda's own indicators once some are measured, else of all units.

    Many indicators are measured once a year: before its end the page says so, and shows the last whole year.
    """
    pemda = rekap.pemda if rekap.pemda is not None and rekap.pemda.n_terukur else None
    sumber: RekapUnit | RekapInstansi = pemda or rekap
    unit_ids = [pemda.unit.pk] if pemda else [u.unit.pk for u in rekap.units]
    belum: dict[str, int] = {}
    if sumber.sebaran.get(TIDAK_BERLAKU, 0):
        belum = count_belum_waktunya(unit_ids, periode, tersedia, pada)
    n_belum = sum(belum.values())
    rata = pemda.rata if pemda else rekap.rata.nilai
    tren = [(t, n) for t, n in sumber.tren]
    lalu = next((n for _t, n in reversed(tren) if n is not None), None)
    ubah = None if rata is None or lalu is None else rata - lalu
    return {
        "temuan": build_temuan(
            sebaran=sumber.sebaran,
            n_terukur=sumber.n_terukur,
            n_wajib=sumber.n_wajib,
            periode=periode,
            sebagian=n_belum > 0,
        ),
        "belum_waktunya": build_belum_waktunya(belum),
        "tahun_penuh": read_tahun_penuh(unit_ids, periode, tersedia, rekap.pedoman) if n_belum else None,
        "apa": _("indikator pemerintah daerah") if pemda else _("seluruh unit"),
        "sebaran": bar_counts(sumber.sebaran),
        "cakupan": build_cakupan(n_terukur=sumber.n_terukur, n_wajib=sumber.n_wajib),
        "tak_dihitung": build_tak_dihitung(
            {**sumber.sebaran, TIDAK_BERLAKU: max(0, sumber.sebaran.get(TIDAK_BERLAKU, 0) - n_belum)}
        ),
        "rata": rata,
        "kategori": pemda.kategori if pemda else rekap.rata.kategori,
        "url_rata": url_rata_unit(pemda.unit, periode) if pemda else url_rata_instansi(periode),
        "bagan": render_rata([*(TitikRata(str(t), n) for t, n in tren), TitikRata(periode.singkat, rata)]),
        "arah": change_direction(ubah),
        "selisih": None if ubah is None else abs(ubah),
        "tahun_lalu": str(tren[-1][0]) if tren else "",
    }


def _incomplete(baris: list[BarisRekap]) -> list[BarisRekap]:
    kurang = [b for b in baris if b.rekap.n_wajib and not b.lengkap]
    return sorted(kurang, key=lambda b: b.rekap.n_terukur / b.rekap.n_wajib)[:BELUM_LENGKAP_TERBANYAK]


def _waiting(
    request: HttpRequest, instansi: Instansi, periode: Periode, rekap: RekapInstansi
) -> list[tuple[RekapUnit, int]] | None:
    """Verified figures that wait for validation, per unit; None for somebody who does not validate."""
    if not boleh(reader_of(request), Izin.VALIDASI_REALISASI, instansi=instansi):
        return None
    hitung = Counter(
        Realisasi.objects.filter(
            instansi=instansi, tahun=periode.tahun, status=StatusRealisasi.DIVERIFIKASI
        ).values_list("unit_id", flat=True)
    )
    return sorted(((u, hitung[u.unit.pk]) for u in rekap.units if hitung[u.unit.pk]), key=lambda p: -p[1])


def _next(instansi: Instansi) -> list[Jadwal]:
    hari_ini: date = today()
    jadwal = jadwal_of(instansi).filter(tutup__gte=hari_ini).order_by("tutup")[:12]
    return open_windows(jadwal, hari_ini)[:4] or list(jadwal[:3])
