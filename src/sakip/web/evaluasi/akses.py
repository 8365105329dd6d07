"""Whose page it is: the evaluation or sheet asked for, and what the reader may do with it now."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from kinerja.instrumen import Butir, Instrumen
from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import Evaluasi, LembarKerja, PeranTim, StatusEvaluasi, TahapNilai
from sakip.apps.evaluasi.selectors.dasar import jendela_tahap, terbuka
from sakip.apps.evaluasi.workflow import PENULIS_NILAI, TRANSISI, langkah_dari
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi
from sakip.platform.organisasi.selectors import versi_unit
from sakip.web.evaluasi.tampilan.tahap import kecil
from sakip.web.komponen.angka import format_tanggal
from sakip.web.pembaca import as_of, instansi_or_404, may, owned_or_404, reader_of


@dataclass(frozen=True, slots=True)
class Hak:
    """What the reader may write on a sheet: the stage of the values, or why not; and evidence."""

    tahap: TahapNilai | None
    sebab: str = ""
    bukti: bool = False


def lembar_or_404(request: HttpRequest, uid: UUID) -> LembarKerja:
    """A sheet of a unit that the reader may read; anything else does not exist."""
    lembar = owned_or_404(
        request, LembarKerja.objects.select_related("evaluasi", "instrumen__evaluasi", "tim"), uid
    )
    lembar.instansi = lembar.unit.instansi
    lembar.evaluasi.instansi = lembar.unit.instansi
    return lembar


def evaluasi_or_404(request: HttpRequest, uid: UUID) -> tuple[Instansi, Evaluasi]:
    instansi = instansi_or_404(request)
    evaluasi = get_object_or_404(Evaluasi, instansi=instansi, uid=uid)
    evaluasi.instansi = instansi
    return instansi, evaluasi


def kelola_or_403(request: HttpRequest, uid: UUID) -> tuple[Instansi, Evaluasi]:
    """The evaluation, for those who set evaluations up."""
    instansi, evaluasi = evaluasi_or_404(request, uid)
    policies.require_kelola(reader_of(request), instansi)
    return instansi, evaluasi


def butir_or_404(lembar: LembarKerja, kode: str) -> tuple[Instrumen, Butir]:
    """An item of the pinned instrument; another code does not exist."""
    instrumen = muat_instrumen(lembar.instrumen)
    if not instrumen.knows(kode):
        raise Http404(_("Butir tidak ditemukan."))
    return instrumen, instrumen.butir(kode)


def nama_unit(lembar: LembarKerja) -> str:
    """The unit's name at the end of the year that is evaluated."""
    versi = versi_unit(lembar.unit, as_of(lembar.evaluasi.tahun))
    return lembar.unit.kode if versi is None else versi.nama


def hak_of(request: HttpRequest, lembar: LembarKerja) -> Hak:
    """Whether the sheet's stage is the reader's to write, in words when not."""
    pembaca = reader_of(request)
    bukti = policies.boleh_bukti(pembaca, lembar)
    sebab = _hindrance(request, lembar)
    if sebab:
        return Hak(None, sebab, bukti=bukti and lembar.tahap not in PENULIS_NILAI)
    return Hak(PENULIS_NILAI[lembar.tahap][0], bukti=bukti)


def _hindrance(request: HttpRequest, lembar: LembarKerja) -> str:
    """What keeps the reader from writing values; blank when nothing does."""
    tahap = kecil(lembar.get_tahap_display())
    if lembar.tahap not in PENULIS_NILAI:
        return _("Lembar pada tahap %(tahap)s; nilainya tidak ditulis lagi.") % {"tahap": tahap}
    if lembar.evaluasi.status != StatusEvaluasi.BERJALAN:
        return _("Evaluasi berstatus %(status)s.") % {"status": kecil(lembar.evaluasi.get_status_display())}
    _nilai, izin, peran = PENULIS_NILAI[lembar.tahap]
    if not may(request, izin, lembar.unit):
        return _("Tahap %(tahap)s bukan bagian peran Anda.") % {"tahap": tahap}
    if not policies.boleh_nilai(reader_of(request), lembar):
        return _("Tahap %(tahap)s dikerjakan %(peran)s dalam tim lembar ini.") % {
            "tahap": tahap,
            "peran": label_peran(peran),
        }
    return _closed(lembar)


def _closed(lembar: LembarKerja) -> str:
    jendela = jendela_tahap(lembar)
    if jendela is None or terbuka(jendela, today()):
        return ""
    return _(
        "Tahap ini dibuka %(buka)s sampai %(tutup)s. Hubungi pengelola evaluasi bila perlu dibuka kembali."
    ) % {"buka": format_tanggal(jendela.buka), "tutup": format_tanggal(jendela.tutup)}


def label_peran(peran: frozenset[str]) -> str:
    return _(" atau ").join(str(PeranTim(p).label).lower() for p in PeranTim.values if p in peran)


def giliran(lembar: LembarKerja) -> str:
    """Whose turn the sheet's stage is."""
    nama = langkah_dari(lembar.tahap)
    if not nama:
        return _("Lembar ini final. Hasilnya tidak berubah lagi.")
    peran = frozenset().union(*(TRANSISI[satu].peran_tim for satu in nama))
    siapa = label_peran(peran) if peran else _("unit")
    return _("Giliran %(siapa)s: %(tahap)s.") % {
        "siapa": siapa,
        "tahap": kecil(lembar.get_tahap_display()),
    }
