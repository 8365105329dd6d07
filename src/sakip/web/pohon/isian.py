"""What a write request says, as JSON of the canvas or as a form of the list, turned into the service's words."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.galat import GalatPerencanaan
from sakip.apps.perencanaan.galat_pohon import IndukBedaPohon, IndukDuaKali
from sakip.apps.perencanaan.models import Pohon, PohonSimpul, Simpul
from sakip.apps.perencanaan.services import IsiPohonIndikator, IsiPohonSimpul
from sakip.platform.organisasi.models import Jabatan, Unit

Isi = dict[str, Any]
#: Fields that name a row by its uid.
RUJUKAN: Mapping[str, Any] = {
    "pemilik_unit": Unit, "pemilik_jabatan": Jabatan, "simpul": Simpul,
}  # fmt: skip
TEKS = ("pernyataan", "jenis", "kode", "pemilik_teks", "sumber")


class IsianSalah(GalatPerencanaan):
    """The request does not read as what it should be."""

    def __init__(self, bidang: str) -> None:
        super().__init__(_("Isian ini tidak dapat dibaca."), bidang=bidang)


def wants_json(request: HttpRequest) -> bool:
    return request.content_type == "application/json" or "application/json" in request.headers.get(
        "Accept", ""
    )


def read_isi(request: HttpRequest) -> Isi:
    """The body as names and values; a form may carry JSON in its field `isi`."""
    if request.content_type == "application/json":
        return _loads(request.body)
    if "isi" in request.POST:
        return _loads(request.POST["isi"])
    return {nama: nilai for nama, nilai in request.POST.items() if nama != "csrfmiddlewaretoken"}


def _loads(teks: str | bytes) -> Isi:
    try:
        isi = json.loads(teks or "{}")
    except ValueError:
        raise IsianSalah("isi") from None
    if not isinstance(isi, dict):
        raise IsianSalah("isi")
    return isi


def read_lock(isi: Isi, pohon: Pohon) -> Isi:
    """What the writer read: a version, or (of an undo) the content it expects to find."""
    if isinstance(isi.get("kini"), dict):
        return {"kini": read_fields(isi["kini"], pohon) | _flag(isi["kini"])}
    return {"versi": read_int(isi, "versi")}


def _flag(isi: Isi) -> Isi:
    return {"pensiun": read_bool(isi, "pensiun")} if "pensiun" in isi else {}


def read_int(isi: Isi, nama: str) -> int | None:
    nilai = isi.get(nama)
    if nilai is None or nilai == "":
        return None
    try:
        return int(nilai)
    except (TypeError, ValueError):
        raise IsianSalah(nama) from None


def read_bool(isi: Isi, nama: str) -> bool:
    return isi.get(nama) in (True, "true", "1", "on", 1)


def read_uid(nilai: Any, bidang: str) -> UUID:
    try:
        return UUID(str(nilai))
    except ValueError:
        raise IsianSalah(bidang) from None


def read_induk(isi: Isi, pohon: Pohon) -> PohonSimpul | None:
    """The one main parent; a condition of another tree is none."""
    nilai = isi.get("induk")
    if nilai is None or nilai == "":
        return None
    if isinstance(nilai, list):
        raise IndukDuaKali
    induk = PohonSimpul.objects.filter(pohon=pohon, uid=read_uid(nilai, "induk")).first()
    if induk is None:
        raise IndukBedaPohon
    induk.pohon = pohon
    return induk


def read_fields(isi: Isi, pohon: Pohon) -> Isi:
    """The fields of an edit that the request names."""
    hasil: Isi = {nama: _text(isi, nama) for nama in TEKS if nama in isi}
    for nama, model in RUJUKAN.items():
        if nama in isi:
            hasil[nama] = find_row(model, isi[nama], pohon.instansi_id, nama)
    if "induk" in isi:
        hasil["induk"] = read_induk(isi, pohon)
    return hasil


def _text(isi: Isi, nama: str) -> str:
    nilai = isi[nama]
    if not isinstance(nilai, str):
        raise IsianSalah(nama)
    return " ".join(nilai.split()) if nama == "pernyataan" else nilai.strip()


def find_row(model: Any, nilai: Any, instansi_id: int, bidang: str) -> Any:
    """A row of the same government; anything else does not exist."""
    if nilai is None or nilai == "":
        return None
    baris = model.objects.filter(uid=read_uid(nilai, bidang), instansi_id=instansi_id).first()
    if baris is None:
        raise IsianSalah(bidang)
    return baris


def read_new(isi: Isi, pohon: Pohon) -> IsiPohonSimpul:
    """A condition to be added, or one that comes back whole."""
    bidang = read_fields(isi, pohon)
    bidang.setdefault("jenis", "")
    bidang.setdefault("pernyataan", "")
    if isi.get("uid"):
        bidang |= {"uid": read_uid(isi["uid"], "uid"), "asal": read_uid(isi.get("asal"), "asal")}
    if isi.get("indikator"):
        bidang["indikator"] = tuple(_indikator(satu, pohon) for satu in _list(isi, "indikator"))
    if isi.get("mendukung"):
        kunci = [read_uid(satu, "mendukung") for satu in _list(isi, "mendukung")]
        bidang["mendukung"] = tuple(PohonSimpul.objects.filter(pohon=pohon, uid__in=kunci))
    return IsiPohonSimpul(**bidang, urutan=read_int(isi, "urutan"))


def _list(isi: Isi, nama: str) -> list[Any]:
    if not isinstance(isi[nama], list):
        raise IsianSalah(nama)
    return list(isi[nama])


def _indikator(isi: Any, pohon: Pohon) -> IsiPohonIndikator:
    if not isinstance(isi, dict):
        raise IsianSalah("indikator")
    teks = {nama: str(isi.get(nama, "")) for nama in ("nama", "kode", "satuan_teks", "target_teks")}
    return IsiPohonIndikator(
        **teks, indikator=find_row(Indikator, isi.get("indikator"), pohon.instansi_id, "indikator")
    )


def as_json(nilai: Any) -> Any:
    """A value of the service as the request that would set it says it."""
    return str(nilai.uid) if hasattr(nilai, "uid") else nilai


def contents_json(isi: IsiPohonSimpul) -> Isi:
    """All that a deleted condition held, as the request that brings it back."""
    bidang = {nama: getattr(isi, nama) for nama in (*TEKS, "urutan")}
    rujukan = {nama: as_json(getattr(isi, nama)) for nama in (*RUJUKAN, "induk")}
    return {
        **bidang,
        **rujukan,
        "uid": str(isi.uid),
        "asal": str(isi.asal),
        "indikator": [
            {
                "nama": i.nama,
                "kode": i.kode,
                "satuan_teks": i.satuan_teks,
                "target_teks": i.target_teks,
                "indikator": as_json(i.indikator),
            }
            for i in isi.indikator
        ],
        "mendukung": [str(satu.uid) for satu in isi.mendukung],
    }
