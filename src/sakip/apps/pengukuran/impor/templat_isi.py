"""The template of a unit and a year, filled with what is known: nodes, dictionary, targets, figures, budget."""

from collections.abc import Mapping
from decimal import Decimal

from django.db.models import F

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.datakinerja.nilai import Bernilai, Keadaan
from sakip.apps.pengukuran.impor.bentuk.uraian_templat import (
    ANGGARAN,
    INDIKATOR,
    PETUNJUK,
    REALISASI,
    SASARAN,
    TARGET,
)
from sakip.apps.pengukuran.models import Anggaran, RealisasiVersi
from sakip.apps.perencanaan.models import JenisDokumen, Simpul, SimpulIndikator, StatusDokumen, Target
from sakip.platform.lembar.tulis import Isi, IsiLembar, Templat, write_template
from sakip.platform.organisasi.models import Instansi, Unit

_AWALAN = {"tujuan": "T", "sasaran": "S", "program": "P", "kegiatan": "K", "sub_kegiatan": "SK"}
_KEADAAN = {Keadaan.BELUM_RILIS.value: "belum rilis", Keadaan.TIDAK_BERLAKU.value: "tidak berlaku"}
Baris = dict[str, Isi]


def build_template(*, instansi: Instansi, unit: Unit | None, tahun: int) -> bytes:
    """The workbook to fill in; for one unit with its own rows, else empty with the list of all units."""
    sasaran, kode_simpul = _nodes(unit, tahun)
    indikator = _dictionary(unit, tahun, kode_simpul)
    kode = {str(b["kode"]): str(b["nama"]) for b in indikator}
    satu_unit = [unit.kode] if unit is not None else []
    daftar_unit = satu_unit or list(
        Unit.objects.filter(instansi=instansi).order_by("kode").values_list("kode", flat=True)
    )
    return write_template(
        Templat(
            judul=f"Templat sakip {tahun}" + (f": {unit.kode}" if unit is not None else ""),
            petunjuk=PETUNJUK,
            lembar=(
                IsiLembar(SASARAN, sasaran),
                IsiLembar(INDIKATOR, indikator),
                IsiLembar(TARGET, _with_figures(kode, _targets(unit, tahun))),
                IsiLembar(REALISASI, _with_figures(kode, _figures(unit, tahun))),
                IsiLembar(ANGGARAN, _budget(unit, tahun, kode_simpul)),
            ),
            daftar={
                "unit": daftar_unit,
                "simpul": [str(b["kode"]) for b in sasaran],
                "indikator": list(kode),
            },
        )
    )


def _nodes(unit: Unit | None, tahun: int) -> tuple[list[Baris], dict[int, tuple[str, str]]]:
    """Nodes of the plan that an import writes to, with a code for those that were printed without."""
    if unit is None:
        return [], {}
    baris = Simpul.objects.filter(
        dokumen__unit=unit,
        dokumen__jenis=JenisDokumen.RENJA,
        dokumen__status=StatusDokumen.BERLAKU,
        dokumen__tahun_mulai=tahun,
        jenis__in=_AWALAN,
    ).order_by("urutan", "id")
    kode: dict[int, tuple[str, str]] = {}
    terpakai = {s.kode for s in baris if s.kode}
    hitung: dict[str, int] = {}
    for s in baris:
        satu = s.kode
        while not satu:
            hitung[s.jenis] = hitung.get(s.jenis, 0) + 1
            calon = f"{_AWALAN[s.jenis]}{hitung[s.jenis]}"
            satu = "" if calon in terpakai else calon
        kode[s.pk] = satu, s.pernyataan
    return [
        {
            "kode": kode[s.pk][0],
            "unit": unit.kode,
            "jenis": s.jenis,
            "induk": kode[s.induk_id][0] if s.induk_id in kode else "",
            "uraian": s.pernyataan,
        }
        for s in baris
    ], kode


def _dictionary(unit: Unit | None, tahun: int, kode_simpul: Mapping[int, tuple[str, str]]) -> list[Baris]:
    if unit is None:
        return []
    tempat: dict[int, str] = {}
    for simpul, indikator in SimpulIndikator.objects.filter(
        simpul__dokumen__unit=unit, simpul__dokumen__tahun_mulai=tahun
    ).values_list("simpul_id", "indikator_id"):
        if simpul in kode_simpul:
            tempat.setdefault(indikator, kode_simpul[simpul][0])
    terakhir: dict[int, IndikatorVersi] = {}
    versi = IndikatorVersi.objects.filter(unit=unit, berlaku_mulai__year__lte=tahun).exclude(
        berlaku_sampai__year__lt=tahun
    )
    for v in versi.select_related("indikator", "satuan").order_by("berlaku_mulai"):
        terakhir[v.indikator_id] = v
    return [
        {
            "kode": v.indikator.kode,
            "unit": unit.kode,
            "simpul": tempat.get(v.indikator_id, ""),
            "nama": v.nama,
            "satuan": v.satuan.nama if v.satuan else "",
            "polaritas": v.polaritas,
            "batas": v.batas,
            "agregasi_waktu": v.agregasi_waktu,
            "frekuensi": v.frekuensi,
            "is_iku": "ya" if v.is_iku else "tidak",
            "definisi": v.definisi,
            "rumus": v.rumus,
            "sumber": v.sumber,
            "pj_teks": v.pj_teks,
        }
        for v in sorted(terakhir.values(), key=lambda v: v.indikator.kode)
    ]


def _targets(unit: Unit | None, tahun: int) -> dict[str, Baris]:
    hasil: dict[str, Baris] = {}
    baris = Target.objects.filter(
        dokumen__unit=unit,
        dokumen__jenis=JenisDokumen.RENJA,
        dokumen__status=StatusDokumen.BERLAKU,
        tahun=tahun,
    )
    for t in baris.select_related("indikator") if unit is not None else ():
        hasil.setdefault(t.indikator.kode, {})[_period(t.triwulan)] = _cell(t)
    return hasil


def _figures(unit: Unit | None, tahun: int) -> dict[str, Baris]:
    hasil: dict[str, Baris] = {}
    baris = RealisasiVersi.objects.filter(
        realisasi__unit=unit, realisasi__tahun=tahun, versi_ke=F("realisasi__versi_terakhir")
    )
    for v in baris.select_related("realisasi__indikator") if unit is not None else ():
        satu = hasil.setdefault(v.realisasi.indikator.kode, {})
        if v.keadaan == Keadaan.DILAPORKAN:
            satu[_period(v.realisasi.triwulan)] = _cell(v)
        elif v.realisasi.triwulan is None and v.keadaan in _KEADAAN:
            satu |= {"keadaan": _KEADAAN[v.keadaan], "alasan": v.alasan}
    return hasil


def _budget(unit: Unit | None, tahun: int, kode_simpul: Mapping[int, tuple[str, str]]) -> list[Baris]:
    if unit is None:
        return []
    hasil: dict[int, Baris] = {
        pk: {"kode": kode, "uraian": uraian} for pk, (kode, uraian) in kode_simpul.items()
    }
    for a in Anggaran.objects.filter(unit=unit, tahun=tahun, simpul_id__in=kode_simpul):
        assert a.simpul_id is not None
        if a.triwulan is None:
            hasil[a.simpul_id] |= {"pagu": a.pagu, "rp": a.realisasi}
        else:
            hasil[a.simpul_id][f"rp{a.triwulan}"] = a.realisasi
    return list(hasil.values())


def _with_figures(kode: Mapping[str, str], isi: Mapping[str, Baris]) -> list[Baris]:
    return [{"kode": satu, "nama": nama, **isi.get(satu, {})} for satu, nama in kode.items()]


def _period(triwulan: int | None) -> str:
    return "setahun" if triwulan is None else f"tw{triwulan}"


def _cell(nilai: Bernilai) -> Isi:
    """A plain number as a number; everything else as it was printed."""
    if nilai.jenis_nilai == "angka" and nilai.angka is not None and nilai.pengali is None:
        return _trim(nilai.angka)
    return nilai.teks or None


def _trim(angka: Decimal) -> Decimal:
    teks = f"{angka:f}"
    return Decimal(teks.rstrip("0").rstrip(".") if "." in teks else teks)
