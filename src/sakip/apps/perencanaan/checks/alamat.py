"""Where a finding is mended. Only names and arguments of addresses stand here; the web resolves them."""

from sakip.apps.perencanaan.convert import ButirPohon, ButirSimpul
from sakip.apps.perencanaan.models import Dokumen, Pohon, StatusDokumen
from sakip.platform.temuan.model import Alamat

#: The field of a rule -> the edit page of a draft and the field on it; each page is named by node or by document.
_HALAMAN_SIMPUL = {
    "pernyataan": ("rencana:simpul_ubah", "pernyataan"),
    "kode": ("rencana:simpul_ubah", "kode"),
    "induk": ("rencana:simpul_ubah", "induk"),
    "indikator": ("rencana:indikator", ""),
}
_HALAMAN_DOKUMEN = {
    "target": ("rencana:kisi", ""),
    "pagu": ("rencana:kisi", ""),
    "dasar": ("rencana:ubah", "dasar"),
}


def alamat_simpul(dokumen: Dokumen, simpul: ButirSimpul | None, bidang: str) -> Alamat:
    """The field on its edit page while the plan is a draft; else the node in the document, which is revised first."""
    if dokumen.status == StatusDokumen.DRAF:
        if simpul is not None and bidang in _HALAMAN_SIMPUL:
            nama, isian = _HALAMAN_SIMPUL[bidang]
            return (nama, {"uid": str(simpul.uid)}, _query(bidang, f"id_{isian}" if isian else ""))
        nama, isian = _HALAMAN_DOKUMEN.get(bidang, ("rencana:susun", ""))
        return (nama, {"uid": str(dokumen.uid)}, _query(bidang, f"id_{isian}" if isian else ""))
    jangkar = "" if simpul is None else f"simpul-{simpul.uid}"
    return ("perencanaan:dokumen", {"uid": str(dokumen.uid)}, _query(bidang, jangkar))


def _query(bidang: str, jangkar: str) -> str:
    kueri = f"bidang={bidang}" if bidang else ""
    return f"{kueri}#{jangkar}" if jangkar else kueri


#: What the edit page of the dictionary has a field for; the rest is read on the entry.
_ISIAN_KAMUS = frozenset({"nama", "satuan", "polaritas", "sumber", "rumus"})


def alamat_indikator(indikator_uid: str, bidang: str) -> Alamat:
    """The dictionary entry: what fixes the meaning of an indicator is mended there."""
    if bidang in _ISIAN_KAMUS:
        return ("kamus:ubah", {"uid": indikator_uid}, f"bidang={bidang}#id_{bidang}")
    return ("kamus:rinci", {"uid": indikator_uid}, "")


#: The field of a rule -> the field on the page of a condition; what is not there is mended on its tree.
_BIDANG_POHON = {
    "pernyataan": "pernyataan", "tingkat": "jenis", "kode": "kode", "pemilik": "pemilik_unit", "tautan": "simpul",
}  # fmt: skip


def alamat_pohon(pohon: Pohon, simpul: ButirPohon | None, bidang: str) -> Alamat:
    """The page of the condition with the field to mend, or the tree as a whole."""
    if simpul is None:
        return ("pohon:rinci", {"uid": str(pohon.uid)}, "")
    kueri = f"bidang={_BIDANG_POHON.get(bidang, bidang)}"
    return ("pohon:simpul", {"uid": simpul.uid}, kueri)
