"""A tree as the answer that the canvas and the list read: rows, achievement, findings."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import nilai_from_json, nilai_of
from sakip.apps.pengukuran.selectors import capaian_pohon
from sakip.apps.perencanaan.checks import count_temuan_pohon
from sakip.apps.perencanaan.models import JenisPohonSimpul, Pohon
from sakip.apps.perencanaan.selectors import BaganPohon, bagan_pohon, bagan_simpul
from sakip.web.komponen.angka import format_nilai, format_persen
from sakip.web.komponen.pita import PITA, pita_of
from sakip.web.pohon.akses import may_edit

NOL = str(UUID(int=0))
#: Trees up to this size are checked again after every edit.
PERIKSA_LANGSUNG = 500
URUT_PITA = ("SR", "R", "S", "T", "ST")
Baris = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ukur:
    """One indicator's year as text: what was reached, and its band."""

    realisasi: str | None
    capaian: str | None
    pita: str | None


def tree_json(
    request: HttpRequest,
    pohon: Pohon,
    *,
    akar: int | None = None,
    dalam: int | None = None,
    temuan: bool = True,
) -> Baris:
    """The whole answer of pohon:data; without findings when the reader asks for them afterwards (pohon:temuan)."""
    bagan = bagan_pohon(pohon, akar=akar, dalam=dalam)
    return {
        "pohon": head_json(request, pohon, bagan),
        "simpul": build_rows(pohon, bagan, None, periksa=temuan),
        "terpotong": bagan.terpotong,
    }


def nodes_json(pohon: Pohon, ids: Collection[int], *, periksa: bool = True) -> list[Baris]:
    """Some conditions, as the answer to an edit; a page that lists findings itself has no use for their number."""
    if not ids:
        return []
    # One edit does not have a large tree checked again; its badges come with the next reading.
    langsung = periksa and pohon.simpul_set.count() <= PERIKSA_LANGSUNG
    return build_rows(pohon, bagan_simpul(pohon, ids), ids, periksa=langsung)


def head_json(request: HttpRequest, pohon: Pohon, bagan: BaganPohon) -> Baris:
    versi = bagan.versi.get(pohon.unit_id) or pohon.unit.versi.order_by("-berlaku_mulai").first()
    return {
        "uid": str(pohon.uid),
        "nama": pohon.nama,
        "tahun": pohon.tahun,
        "unit": {
            "nama": pohon.unit.kode if versi is None else versi.nama,
            "singkatan": pohon.unit.kode if versi is None else versi.nama_pendek,
        },
        "jenis": pohon.jenis,
        "tema": pohon.tema,
        "langkah": pohon.langkah,
        "ubah": may_edit(request, pohon),
    }


def build_rows(
    pohon: Pohon, bagan: BaganPohon, ids: Collection[int] | None, *, periksa: bool = True
) -> list[Baris]:
    """Every condition with what it shows. The address is resolved once: thousands of reverses take their time."""
    pola = reverse("pohon:simpul", args=[NOL])
    jenis = {kode: str(nama) for kode, nama in JenisPohonSimpul.choices}
    ukur = {pk: _ukur(satu) for pk, satu in capaian_pohon(pohon, ids).items()} if bagan.indikator else {}
    target = {pk: _teks(nilai_of(satu)) for pk, satu in bagan.target.items()}
    temuan = count_temuan_pohon(pohon, bagan) if periksa else None
    nol = {"galat": 0, "peringatan": 0, "saran": 0}
    baris = []
    for satu in bagan.simpul:
        pk, uid = satu["id"], str(satu["uid"])
        indikator = [_indikator(i, target, ukur) for i in bagan.indikator.get(pk, ())]
        baris.append(
            {
                "uid": uid,
                "induk": None if satu["induk_id"] is None else str(bagan.uid[satu["induk_id"]]),
                "kode": satu["kode"],
                "jenis": satu["jenis"],
                "jenis_nama": jenis[satu["jenis"]],
                "pernyataan": satu["pernyataan"],
                "unit": bagan.unit.get(satu["pemilik_unit_id"], ""),
                "pemilik": bagan.jabatan.get(satu["pemilik_jabatan_id"], satu["pemilik_teks"]),
                "urutan": satu["urutan"],
                "versi": satu["versi"],
                "n_anak": bagan.n_anak.get(pk, 0),
                "n_turunan": bagan.n_turunan.get(pk, 0),
                "pensiun": satu["pensiun_pada"] is not None,
                "indikator": indikator,
                "pita": _pita(ukur, bagan.indikator.get(pk, ())),
                **({} if temuan is None else {"temuan": temuan.get(uid, nol)}),
                "crosscutting": bagan.crosscutting.get(pk, 0),
                "komentar": bagan.komentar.get(pk, 0),
                "dukungan": [str(dua) for _dua_pk, dua in bagan.dukungan.get(pk, ())],
                "url": pola.replace(NOL, uid),
            }
        )
    return baris


def _indikator(isi: Mapping[str, Any], target: Mapping[int, str], ukur: Mapping[int, Ukur]) -> Baris:
    satu = ukur.get(isi["indikator_id"])
    return {
        "kode": isi["kode"],
        "nama": isi["nama"],
        "satuan": isi["satuan_teks"],
        "target": target.get(isi["indikator_id"]) or isi["target_teks"],
        "realisasi": None if satu is None else satu.realisasi,
        "capaian": None if satu is None else satu.capaian,
    }


def _ukur(capaian: Any) -> Ukur:
    dipakai = capaian.dipakai.get("nilai")
    kelas = pita_of(capaian.kategori).kelas.upper() if capaian.kategori else ""
    return Ukur(
        realisasi=_teks(nilai_from_json(dipakai)) or None if dipakai else None,
        capaian=None if capaian.terbatas is None else format_persen(capaian.terbatas),
        pita=kelas if kelas in PITA else None,
    )


def _teks(nilai: Nilai) -> str:
    return str(format_nilai(nilai)) if nilai.dilaporkan else ""


def _pita(ukur: Mapping[int, Ukur], indikator: Iterable[Mapping[str, Any]]) -> Baris:
    """The lowest band among the indicators: a condition is as far as what lags behind."""
    kode = [ukur[i["indikator_id"]].pita for i in indikator if i["indikator_id"] in ukur]
    ada = [satu for satu in kode if satu is not None]
    if not ada:
        return {"kode": None, "teks": _("Belum dilaporkan") if kode else ""}
    terendah = min(ada, key=URUT_PITA.index)
    return {"kode": terendah, "teks": str(PITA[terendah].nama)}
