"""One tree: its steps and what they lack, the nested list, crosscutting, history, and what is done with it whole."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.perencanaan.models import Pohon, StatusCrosscutting
from sakip.apps.perencanaan.selectors import BaganPohon, bagan_pohon
from sakip.apps.perencanaan.selectors.crosscutting import crosscutting_pohon
from sakip.apps.perencanaan.selectors.pohon import hari_pohon
from sakip.apps.perencanaan.selectors.pohon_langkah import kurang_langkah
from sakip.apps.perencanaan.services import advance_langkah, copy_pohon, return_langkah, update_pohon
from sakip.platform.audit.selectors import catatan_of
from sakip.platform.organisasi.selectors import versi_unit
from sakip.web.evaluasi.kirim import act_or_tell
from sakip.web.kelola.dasar import HalamanFormulir, data_of, submit
from sakip.web.pembaca import reader_of
from sakip.web.pohon.akses import may_edit, pohon_or_404
from sakip.web.pohon.baris import Baris, build_rows
from sakip.web.pohon.catatan import with_words
from sakip.web.pohon.forms import KepalaForm, SalinForm
from sakip.web.pohon.urung import take_urung

#: A larger tree is shown closed below this depth; a branch is then read when it is opened.
TERBANYAK, DALAM = 600, 3
KURANG_TERBANYAK = 30
LANGKAH = (
    (
        gettext_lazy("Menetapkan hasil"),
        gettext_lazy(
            "Tetapkan hasil akhir yang akan dijabarkan beserta dasarnya: mandat, isu strategis, ekspektasi."
        ),
    ),
    (
        gettext_lazy("Menemukan CSF"),
        gettext_lazy(
            "Temukan faktor kunci keberhasilan setiap hasil: keadaan yang paling menentukan tercapainya."
        ),
    ),
    (
        gettext_lazy("Menguraikan kondisi antara"),
        gettext_lazy(
            "Uraikan CSF menjadi kondisi antara sampai paling operasional. "
            "Jangan dulu melihat struktur, program, atau anggaran."
        ),
    ),
    (
        gettext_lazy("Merumuskan indikator"),
        gettext_lazy("Beri indikator pada setiap kondisi, supaya tercapainya dapat diukur."),
    ),
    (
        gettext_lazy("Menerjemahkan ke rencana dan jabatan"),
        gettext_lazy(
            "Tautkan kondisi ke komponen perencanaan, anggaran, dan jabatan yang bertanggung jawab."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class BarisDaftar:
    """One line of the nested list; `tutup` closes the lists that end with it."""

    isi: Baris
    dalam: int
    terbuka: bool
    ada_anak: bool
    tutup: int

    @property
    def tutup_kali(self) -> range:
        """For the template, which can only walk."""
        return range(self.tutup)


def frame(request: HttpRequest, pohon: Pohon, kini: str, bagan: BaganPohon | None = None) -> dict[str, Any]:
    """What every tab of a tree shows: its name, its steps, what the present one lacks.

    The tab that has read the whole tree hands it over.
    """
    nama = None if bagan is None else bagan.versi.get(pohon.unit_id)
    nama = nama or versi_unit(pohon.unit, hari_pohon(pohon.tahun))
    kurang = kurang_langkah(pohon, pohon.langkah, bagan)
    return {
        "pohon": pohon,
        "nama_unit": pohon.unit.kode if nama is None else nama.nama,
        "judul": pohon.tema or (pohon.unit.kode if nama is None else nama.nama),
        "kini": kini,
        "ubah": may_edit(request, pohon),
        "langkah": [
            (n, judul, n < pohon.langkah, n == pohon.langkah) for n, (judul, _i) in enumerate(LANGKAH, 1)
        ],
        "langkah_isi": LANGKAH[pohon.langkah - 1],
        "kurang": kurang[:KURANG_TERBANYAK],
        "n_kurang": len(kurang),
        "n_kurang_lain": max(0, len(kurang) - KURANG_TERBANYAK),
    }


@require_safe
def rinci(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The nested list: the canvas's twin, complete for keyboard and screen reader."""
    pohon = pohon_or_404(request, uid)
    bagan = bagan_pohon(pohon)
    jalur = path_of(_uid(request.GET.get("simpul")), bagan)
    semua = build_rows(pohon, bagan, None)
    konteks = frame(request, pohon, "daftar", bagan) | {
        "baris": arrange(semua, set(jalur), seluruhnya="semua" in request.GET),
        "n_simpul": len(semua),
        "n_indikator": sum(len(s["indikator"]) for s in semua),
        "terpotong": len(semua) > TERBANYAK and "semua" not in request.GET,
        "tuju": jalur[0] if jalur else "",
        "urung": take_urung(request, pohon),
        "alamat": addresses(pohon),
    }
    return render(request, "pohon/rinci.html", konteks)


def addresses(pohon: Pohon) -> dict[str, str]:
    nol = UUID(int=0)
    return {
        "pindah": reverse("pohon:simpul_pindah", args=[nol]),
        "hapus": reverse("pohon:simpul_hapus", args=[nol]),
        "pensiun": reverse("pohon:simpul_pensiun", args=[nol]),
        "formulir": reverse("pohon:formulir", args=[nol]),
        "tambah": reverse("pohon:tambah", args=[pohon.uid]),
    }


def path_of(uid: UUID, bagan: BaganPohon) -> list[str]:
    """A condition and what lies above it, nearest first: the rows that must be open for it to be seen."""
    induk = {satu["id"]: satu["induk_id"] for satu in bagan.simpul}
    kini = next((pk for pk, satu in bagan.uid.items() if satu == uid), None)
    jalur: dict[int, None] = {}
    while kini is not None and kini not in jalur:
        jalur[kini] = None
        kini = induk.get(kini)
    return [str(bagan.uid[pk]) for pk in jalur if pk in bagan.uid]


def arrange(semua: list[Baris], jalur: set[str], *, seluruhnya: bool = False) -> list[BarisDaftar]:
    """The tree as lines in reading order. Of a large tree the lower levels are left out until asked for."""
    anak: dict[str | None, list[Baris]] = {}
    for satu in semua:
        anak.setdefault(satu["induk"], []).append(satu)
    penuh = seluruhnya or len(semua) <= TERBANYAK
    urut: list[tuple[Baris, int, bool]] = []
    tumpuk = [(satu, 0) for satu in reversed(anak.get(None, []))]
    while tumpuk:
        satu, dalam = tumpuk.pop()
        bawah = anak.get(satu["uid"], [])
        buka = bool(bawah) and (penuh or dalam + 1 < DALAM or satu["uid"] in jalur)
        urut.append((satu, dalam, buka))
        if buka:
            tumpuk += [(dua, dalam + 1) for dua in reversed(bawah)]
    hasil = []
    for nomor, (satu, dalam, buka) in enumerate(urut):
        berikut = urut[nomor + 1][1] if nomor + 1 < len(urut) else 0
        tutup = 0 if buka else dalam - berikut
        hasil.append(BarisDaftar(satu, dalam, buka, bool(anak.get(satu["uid"])), max(0, tutup)))
    return hasil


def _uid(teks: str | None) -> UUID:
    try:
        return UUID(teks or "")
    except ValueError:
        return UUID(int=0)


@require_safe
def lintas(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What the tree asks of other units, and what it is asked for."""
    pohon = pohon_or_404(request, uid)
    usulan = crosscutting_pohon(pohon)
    konteks = frame(request, pohon, "lintas") | {
        "keluar": [u for u in usulan if u.simpul.pohon_id == pohon.pk],
        "masuk": [u for u in usulan if u.simpul.pohon_id != pohon.pk],
        "MENUNGGU": StatusCrosscutting.DIUSULKAN,
    }
    return render(request, "pohon/lintas.html", konteks)


@require_safe
def riwayat(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Everything that was done to the tree and its conditions, from the audit trail."""
    pohon = pohon_or_404(request, uid)
    halaman = Paginator(history_of(pohon), 30).get_page(request.GET.get("halaman"))
    return render(
        request,
        "pohon/riwayat.html",
        frame(request, pohon, "riwayat") | {"page": halaman, "catatan": with_words(halaman)},
    )


def history_of(pohon: Pohon) -> Any:
    semua = catatan_of(pohon.instansi, aksi="perencanaan.")
    # Acts on conditions name their tree, so that those of deleted ones are found too.
    return semua.filter(Q(perubahan__pohon=str(pohon.uid)) | Q(objek__endswith=f":{pohon.uid}"))


@require_POST
def langkah(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One step on, or back."""
    pohon = pohon_or_404(request, uid)
    maju = request.POST.get("arah") != "kembali"
    service = advance_langkah if maju else return_langkah
    act_or_tell(
        request,
        lambda: service(pohon=pohon, by=reader_of(request)),
        _("Pohon maju satu langkah.") if maju else _("Pohon kembali satu langkah."),
    )
    return redirect("pohon:rinci", uid=uid)


@require_http_methods(["GET", "HEAD", "POST"])
def kepala(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The name, the ground of its outcome, the day it was agreed on."""
    pohon = pohon_or_404(request, uid)
    awal = {b: getattr(pohon, b) for b in ("nama", "tema", "dasar_hasil", "disepakati_pada")}
    form = KepalaForm(data_of(request), pohon=pohon, initial=awal)
    halaman = HalamanFormulir(
        _("Keterangan pohon"), _("Simpan"), reverse("pohon:rinci", args=[uid]), _trail(pohon)
    )
    if request.method == "POST":
        by = reader_of(request)
        simpan = submit(request, form, lambda isi: update_pohon(pohon=pohon, by=by, **isi), _("Tersimpan."))
        if simpan is not None:
            return redirect(halaman.kembali)
    return render(request, "pohon/formulir.html", {"halaman": halaman, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def salin(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Carry the tree into another year."""
    pohon = pohon_or_404(request, uid)
    form = SalinForm(data_of(request), initial={"tahun": pohon.tahun + 1, "nama": pohon.nama})
    halaman = HalamanFormulir(
        _("Salin pohon ke tahun lain"),
        _("Salin pohon"),
        reverse("pohon:rinci", args=[uid]),
        _trail(pohon),
        penjelasan=_(
            "Kondisi yang dipensiunkan dan target tercetak tidak ikut; silsilah tiap kondisi terjaga."
        ),
    )
    if request.method == "POST":
        by = reader_of(request)
        baru = submit(request, form, lambda isi: copy_pohon(pohon=pohon, by=by, **isi), _("Pohon disalin."))
        if baru is not None:
            return redirect("pohon:rinci", uid=baru.uid)
    return render(request, "pohon/formulir.html", {"halaman": halaman, "form": form})


def _trail(pohon: Pohon) -> tuple[tuple[str, str], ...]:
    return ((f"{pohon.nama} {pohon.tahun}", reverse("pohon:rinci", args=[pohon.uid])),)
