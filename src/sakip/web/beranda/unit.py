"""The home of a unit's planner and of its head: what to do next, and where the unit stands."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sakip.apps.pengukuran.bacaan import KinerjaUnit
from sakip.apps.pengukuran.selectors import anggaran_unit, kinerja_unit, total_anggaran
from sakip.platform.access.selectors import peran_aktif
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Unit
from sakip.platform.organisasi.selectors import jadwal_of
from sakip.web.beranda.evaluasi import rencana_unit
from sakip.web.beranda.tugas import arrange_tugas, title_of
from sakip.web.beranda.tugas_unit import build_tugas, red_rows
from sakip.web.kalender import label_jadwal
from sakip.web.kalimat import build_tak_dihitung
from sakip.web.pembaca import as_of, reader_of, remember_instansi, unit_with_frame
from sakip.web.pengukuran.alamat import url_indikator, url_rata_unit
from sakip.web.pengukuran.saringan import BarisTampil
from sakip.web.pengukuran.sebaran import bar_counts
from sakip.web.pengukuran.tersedia import tersedia_of
from sakip.web.periode import Periode, choices_of, read_periode

MERAH_TERBANYAK = 6


def beranda(request: HttpRequest, pilihan: tuple[str, ...]) -> HttpResponse:
    units = _own_units(request)
    if not units:
        return render(request, "beranda/tanpa_peran.html", {})
    unit = next((u for u in units if str(u.uid) == request.GET.get("unit")), units[0])
    remember_instansi(reader_of(request), unit)
    tersedia = tersedia_of(unit)
    periode = read_periode(request.GET, tersedia)
    kinerja = kinerja_unit(
        unit=unit, tahun=periode.tahun, triwulan=periode.triwulan, pada=as_of(periode.tahun)
    )
    jadwal = list(jadwal_of(unit.instansi).filter(tutup__gte=today()).order_by("tutup"))
    tugas = arrange_tugas(build_tugas(request, kinerja=kinerja, periode=periode, jadwal=jadwal), today())
    konteks = {
        "judul": title_of(tugas),
        "tugas": tugas,
        "unit": unit,
        "units": units,
        "nama": unit.kode if kinerja.versi_unit is None else kinerja.versi_unit.nama,
        "periode": periode,
        "tersedia": tersedia,
        "pilihan_periode": choices_of(periode.tahun),
        "pilihan": pilihan,
        "sebagai": "unit",
        "kinerja": kinerja,
        "merah": _rows(kinerja, unit, periode),
        "jadwal": [(j, label_jadwal(j), (j.tutup - today()).days) for j in jadwal[:4]],
        "rencana_jalan": rencana_unit(request, unit),
        **_ringkas(kinerja, unit, periode),
    }
    return render(request, "beranda/unit.html", konteks)


def _own_units(request: HttpRequest) -> list[Unit]:
    """The units the account's unit roles are bound to, first role first."""
    ids = [p.unit_id for p in peran_aktif(reader_of(request)) if p.unit_id is not None]
    unit = {u.pk: u for u in unit_with_frame().filter(pk__in=ids)}
    return [unit[pk] for pk in dict.fromkeys(ids) if pk in unit]


def _rows(kinerja: KinerjaUnit, unit: Unit, periode: Periode) -> list[BarisTampil]:
    kelompok = {b.indikator.pk: k for k in kinerja.kelompok for b in k.baris}
    urut = sorted(red_rows(kinerja), key=lambda b: b.capaian if b.capaian is not None else 0)[
        :MERAH_TERBANYAK
    ]
    return [BarisTampil(b, kelompok[b.indikator.pk], url_indikator(unit, b, periode)) for b in urut]


def _ringkas(kinerja: KinerjaUnit, unit: Unit, periode: Periode) -> dict[str, Any]:
    baris = anggaran_unit(unit=unit, tahun=periode.tahun, triwulan=periode.triwulan)
    return {
        "sebaran": bar_counts(kinerja.sebaran),
        "tak_dihitung": build_tak_dihitung(kinerja.sebaran),
        "url_rata": url_rata_unit(unit, periode),
        "anggaran": total_anggaran(baris),
        "n_bukti": sum(b.jumlah_bukti for b in kinerja.semua_baris),
        "n_tanpa_bukti": sum(
            1 for b in kinerja.semua_baris if b.realisasi is not None and b.jumlah_bukti == 0
        ),
    }
