"""Where a sheet is downloaded and uploaded, and what its pages call it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _l

from sakip.apps.perencanaan.lembar.jenis import BERLEMBAR, macam_dokumen
from sakip.apps.perencanaan.lembar.macam import Macam
from sakip.apps.perencanaan.lembar.pohon import Kaskade
from sakip.apps.perencanaan.lembar.riwayat import Riwayat
from sakip.apps.perencanaan.models import Dokumen, JenisDokumen
from sakip.platform.lembar.models import Impor
from sakip.web.pembaca import owned_or_404
from sakip.web.pohon.akses import pohon_or_404

Teks = str | Promise


@dataclass(frozen=True, slots=True)
class Halaman:
    """A sheet with the addresses and words of its pages."""

    macam: Macam
    alamat: str
    asal: str
    ekspor: str
    templat: str
    kata: "Kata"
    riwayat: str = ""


@dataclass(frozen=True, slots=True)
class Kata:
    """What the pages of one kind of sheet say."""

    judul: Teks
    pengantar: Teks
    unduh: Teks
    terkunci: Teks
    sebab_terkunci: Teks
    bantuan: Teks = field(
        default=_l("Buku kerja .xlsx dari ekspor, dari templatnya, atau tabel Anda sendiri.")
    )


_DRAF = _l("Dokumen ini bukan draf, jadi tidak menerima berkas.")
_VERSI = _l(
    "Dokumen yang berlaku diubah lewat versi perubahan; yang sedang diverifikasi ditarik kembali lebih dahulu."
)
RENCANA = Kata(
    _l("Susun lewat Excel"),
    _l(
        "Unduh matriksnya, ubah di Excel, lalu unggah. Sebelum diterapkan, tiap perbedaan ditunjukkan: isi berkas, isi "
        "sistem, dan isi saat diekspor."
    ),
    _l("Unduh matriks dokumen ini"),
    _DRAF,
    _VERSI,
)
IKU = Kata(
    _l("Susun IKU lewat Excel"),
    _l(
        "Satu baris satu indikator: formula, sumber data, alasan, kondisi awal, dan target tiap tahun. Sebelum "
        "diterapkan, tiap perbedaan ditunjukkan: isi berkas, isi sistem, dan isi saat diekspor."
    ),
    _l("Unduh tabel IKU"),
    _DRAF,
    _VERSI,
)

POHON = Kata(
    _l("Cascading lewat Excel"),
    _l(
        "Satu baris satu kondisi: kode, induk, jenis, indikator dengan satuan dan target, unit dan jabatan pemiliknya. "
        "Sebelum diterapkan, tiap perbedaan ditunjukkan: isi berkas, isi sistem, dan isi saat diekspor."
    ),
    _l("Unduh tabel pohon ini"),
    "",
    "",
)

RIWAYAT = Kata(
    _l("Tahun lalu lewat Excel"),
    _l(
        "Target dan realisasi beberapa tahun dalam satu berkas, misalnya dari aplikasi lama. Target masuk ke dokumen "
        "yang memuat tahunnya; realisasi diteruskan ke menu Impor, dengan pratinjau dan urungnya sendiri."
    ),
    _l("Unduh tabel tahun lalu"),
    "",
    "",
)


def _dokumen(request: HttpRequest, uid: UUID, jenis: tuple[JenisDokumen, ...] = BERLEMBAR) -> Dokumen:
    semua = Dokumen.objects.filter(jenis__in=jenis).select_related("instansi", "unit__instansi")
    return owned_or_404(request, semua, uid)


def page_dokumen(request: HttpRequest, uid: UUID) -> Halaman:
    """The sheet of a plan or decree that the reader may see."""
    dokumen = _dokumen(request, uid)
    iku = dokumen.jenis == JenisDokumen.IKU
    return Halaman(
        macam_dokumen(dokumen),
        reverse("lembar:mulai", args=[uid]),
        reverse("iku:rinci" if iku else "perencanaan:dokumen", args=[uid]),
        reverse("lembar:ekspor", args=[uid]),
        f"{reverse('lembar:templat')}?jenis={dokumen.jenis}&tahun={dokumen.tahun_mulai}",
        IKU if iku else RENCANA,
        reverse("lembar:mulai_riwayat", args=[uid]) if dokumen.jenis in Riwayat.jenis else "",
    )


def page_pohon(request: HttpRequest, uid: UUID) -> Halaman:
    """The cascading table of a tree that the reader may see."""
    return Halaman(
        Kaskade(pohon_or_404(request, uid)),
        reverse("lembar:mulai_pohon", args=[uid]),
        reverse("pohon:rinci", args=[uid]),
        reverse("lembar:ekspor_pohon", args=[uid]),
        reverse("lembar:templat_pohon", args=[uid]),
        POHON,
    )


def page_riwayat(request: HttpRequest, uid: UUID) -> Halaman:
    """The past years of a five-year plan that the reader may see."""
    return Halaman(
        Riwayat(_dokumen(request, uid, Riwayat.jenis)),
        reverse("lembar:mulai_riwayat", args=[uid]),
        reverse("perencanaan:dokumen", args=[uid]),
        reverse("lembar:ekspor_riwayat", args=[uid]),
        reverse("lembar:templat_riwayat", args=[uid]),
        RIWAYAT,
    )


Cari = Callable[[HttpRequest, UUID], Halaman]
#: How the page of a stored import is found: its shape -> finder and the key that names the object.
ASAL: dict[str, tuple[Cari, str]] = {
    "rencana": (page_dokumen, "dokumen"),
    "iku": (page_dokumen, "dokumen"),
    "pohon": (page_pohon, "pohon"),
    "riwayat": (page_riwayat, "dokumen"),
}


def page_of(request: HttpRequest, impor: Impor) -> Halaman:
    """The sheet that an import goes into."""
    cari, kunci = ASAL[impor.bentuk]
    teks = impor.pilihan.get(kunci)
    if teks is None:
        raise Http404
    return cari(request, UUID(teks))
