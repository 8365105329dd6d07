"""The deadlines of a calendar year for the year line, read together with the instansi or unit of the page."""

import json
from datetime import date
from typing import Any, TypedDict

from django.db.models import OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, JSONObject

from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Jadwal, JenisJadwal
from sakip.platform.organisasi.selectors import jadwal_of
from sakip.web.gabung import GabungTeks
from sakip.web.periode import name_triwulan

BIDANG = ("nama", "jenis", "tahun", "triwulan", "tutup")


class Tenggat(TypedDict):
    tanggal: date
    label: str
    jenis: str


def label_jadwal(jadwal: Jadwal) -> str:
    """The name of a window of the calendar; its kind and period when it has no name of its own."""
    return _label(jadwal.nama, jadwal.jenis, jadwal.tahun, jadwal.triwulan)


def _label(nama: str, jenis: str, tahun: int, triwulan: int | None) -> str:
    if nama:
        return nama
    periode = str(tahun) if triwulan is None else f"{name_triwulan(triwulan)} {tahun}"
    return f"{JenisJadwal(jenis).label} {periode}"


def kalender_subquery(bidang_instansi: str) -> Subquery:
    """The deadlines as one column, so that the year line asks no query of its own."""
    jadwal = _of_year(Jadwal.objects.filter(instansi=OuterRef(bidang_instansi))).order_by()
    butir = Cast(JSONObject(**{nama: nama for nama in BIDANG}), TextField())
    return Subquery(jadwal.values("instansi").annotate(isi=GabungTeks(butir)).values("isi"))


def read_kalender(instansi: Instansi) -> list[Tenggat]:
    """The deadlines of today's year by date (last year's report is due in this one)."""
    if hasattr(instansi, "kalender_teks"):
        baris: list[dict[str, Any]] = json.loads(f"[{instansi.kalender_teks or ''}]")
    else:
        baris = list(_of_year(jadwal_of(instansi)).values(*BIDANG))
    tenggat = [
        Tenggat(
            tanggal=_date(satu["tutup"]),
            label=_label(satu["nama"], satu["jenis"], satu["tahun"], satu["triwulan"]),
            jenis=satu["jenis"],
        )
        for satu in baris
    ]
    return sorted(tenggat, key=lambda t: t["tanggal"])


def _of_year(jadwal: QuerySet[Jadwal]) -> QuerySet[Jadwal]:
    return jadwal.filter(tutup__year=today().year)


def _date(nilai: date | str) -> date:
    return date.fromisoformat(nilai) if isinstance(nilai, str) else nilai
