"""Setting an evaluation up: instruments, sheets, windows, beginning and end."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.apps.evaluasi import policies
from sakip.apps.evaluasi.galat import GalatEvaluasi
from sakip.apps.evaluasi.instrumen import instrumen_tersedia, muat_instrumen
from sakip.apps.evaluasi.models import (
    Evaluasi,
    InstrumenEvaluasi,
    JendelaTahap,
    LembarKerja,
    StatusEvaluasi,
    TahapLembar,
)
from sakip.apps.evaluasi.services import (
    add_semua_lembar,
    close_evaluasi,
    create_evaluasi,
    set_jendela,
    start_evaluasi,
)
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Unit
from sakip.platform.organisasi.selectors import unit_versi_terakhir
from sakip.web.evaluasi.akses import kelola_or_403
from sakip.web.evaluasi.forms import CARA_GABUNG, EvaluasiForm, JendelaForm
from sakip.web.evaluasi.kirim import act_or_tell, run_form
from sakip.web.evaluasi.tampilan.atur import build_tim
from sakip.web.evaluasi.tampilan.rekap import KLASTER
from sakip.web.evaluasi.tampilan.tahap import kelas_tahap
from sakip.web.kelola.dasar import HalamanFormulir, data_of
from sakip.web.komponen.angka import format_tanggal
from sakip.web.pembaca import as_of, instansi_or_404, reader_of

#: The stages whose days are set; the others wait for nobody outside the team.
BERJADWAL = (
    TahapLembar.MANDIRI,
    TahapLembar.EVALUASI,
    TahapLembar.REVIU,
    TahapLembar.PANEL,
    TahapLembar.TANGGAPAN,
    TahapLembar.SANGGAH,
)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Bind the instruments of a year; the sheets come next."""
    instansi = instansi_or_404(request)
    policies.require_kelola(reader_of(request), instansi)
    tersedia = instrumen_tersedia()
    tahun = today().year - 1
    awal = {"tahun": tahun, "cara_gabung": "rata_klaster"} | _latest(tersedia)
    form = EvaluasiForm(data_of(request), initial=awal, instrumen=tersedia)

    def act(isi: dict[str, Any]) -> Evaluasi:
        isi["instrumen_instansi"] = isi["instrumen_instansi"] or None
        return create_evaluasi(instansi=instansi, by=reader_of(request), **isi)

    halaman = HalamanFormulir(
        _("Evaluasi baru"),
        _("Buat evaluasi"),
        reverse("evaluasi:rekap"),
        penjelasan=_(
            "Instrumen terikat pada evaluasi ini beserta sidiknya; bobotnya tidak berubah di tengah jalan."
        ),
    )
    return run_form(
        request,
        halaman,
        form,
        act,
        berhasil=_("Evaluasi dibuat. Tambahkan lembar dan tim, lalu mulai."),
        lanjut=lambda evaluasi: reverse("evaluasi:atur", args=[evaluasi.uid]),
    )


def _latest(tersedia: tuple[Any, ...]) -> dict[str, str]:
    """The instruments in force today, the newest first."""
    kini = sorted(
        (i for i in tersedia if i.berlaku_pada(today()) and i.induk is None),
        key=lambda i: i.berlaku_mulai,
        reverse=True,
    )
    hasil = {}
    for profil in ("unit", "instansi"):
        pilihan = next((i.id for i in kini if i.profil == profil), None)
        if pilihan is not None:
            hasil[f"instrumen_{profil}"] = pilihan
    return hasil


@require_safe
def atur(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Everything that is set before and during an evaluation, on one page."""
    instansi, evaluasi = kelola_or_403(request, uid)
    versi = unit_versi_terakhir(instansi, as_of(evaluasi.tahun))
    lembar = list(evaluasi.lembar_set.select_related("unit", "tim").order_by("unit__kode"))
    berlembar = {satu.unit_id for satu in lembar}
    konteks = {
        "evaluasi": evaluasi,
        "instrumen": [_instrument(pin) for pin in evaluasi.instrumen_set.order_by("-profil")],
        "cara_gabung": dict(CARA_GABUNG).get(evaluasi.cara_gabung, evaluasi.cara_gabung),
        "jendela": _windows(evaluasi),
        "tim": build_tim(evaluasi, Counter(satu.tim_id for satu in lembar)),
        "lembar": [_sheet(satu, versi) for satu in lembar],
        "belum_berlembar": sum(
            1
            for v in versi.values()
            if v.unit.entitas_sakip and v.unit_id not in berlembar and _alive(v, evaluasi.tahun)
        ),
    }
    return render(request, "evaluasi/atur.html", konteks)


def _alive(versi: Any, tahun: int) -> bool:
    return versi.berlaku_sampai is None or versi.berlaku_sampai > as_of(tahun)


def _instrument(pin: InstrumenEvaluasi) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "profil": pin.get_profil_display(),
        "id": pin.instrumen_id,
        "sidik": pin.instrumen_hash,
        "nama": pin.instrumen_id,
        "dasar": "",
        "galat": "",
    }
    try:
        instrumen = muat_instrumen(pin)
    except GalatEvaluasi as galat:
        return isi | {"galat": str(galat)}
    return isi | {"nama": instrumen.nama, "dasar": instrumen.dasar}


def _sheet(lembar: LembarKerja, versi: dict[int, Any]) -> dict[str, Any]:
    return {
        "uid": lembar.uid,
        "nama": versi[lembar.unit_id].nama if lembar.unit_id in versi else lembar.unit.kode,
        "klaster": KLASTER.get(lembar.klaster, ""),
        "tim": lembar.tim,
        "tahap": lembar.tahap,
        "tahap_teks": lembar.get_tahap_display(),
        "tahap_kelas": kelas_tahap(lembar.tahap),
    }


@dataclass(frozen=True, slots=True)
class JendelaTampil:
    """The window in force of one stage, and how many sheets have their own."""

    tahap: str
    nama: str
    baris: JendelaTahap | None
    khusus: int

    @property
    def keadaan(self) -> str:
        if self.baris is None:
            return _("selalu terbuka")
        hari = today()
        if hari < self.baris.buka:
            return _("belum dibuka")
        return _("terbuka") if hari <= self.baris.tutup else _("sudah ditutup")


def _windows(evaluasi: Evaluasi) -> list[JendelaTampil]:
    umum: dict[str, JendelaTahap] = {}
    khusus: dict[str, set[int]] = {}
    for satu in evaluasi.jendela_set.order_by("pada", "id"):
        if satu.lembar_id is None:
            umum[satu.tahap] = satu
        else:
            khusus.setdefault(satu.tahap, set()).add(satu.lembar_id)
    return [JendelaTampil(t.value, str(t.label), umum.get(t), len(khusus.get(t, ()))) for t in BERJADWAL]


@require_POST
def keadaan(request: HttpRequest, uid: UUID, ke: str) -> HttpResponse:
    """Begin or end an evaluation."""
    _instansi, evaluasi = kelola_or_403(request, uid)
    if ke == StatusEvaluasi.BERJALAN:
        act_or_tell(
            request,
            lambda: start_evaluasi(evaluasi=evaluasi, by=reader_of(request)),
            _("Evaluasi dimulai. Unit dapat mengisi penilaian mandiri."),
        )
    elif ke == StatusEvaluasi.SELESAI:
        act_or_tell(
            request,
            lambda: close_evaluasi(evaluasi=evaluasi, by=reader_of(request)),
            _("Evaluasi ditutup. Hasilnya tetap terbaca."),
        )
    else:
        raise Http404
    return redirect("evaluasi:atur", uid=uid)


@require_POST
def tambah_lembar(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A sheet for every SAKIP entity in force that has none yet."""
    _instansi, evaluasi = kelola_or_403(request, uid)
    act_or_tell(
        request,
        lambda: add_semua_lembar(evaluasi=evaluasi, by=reader_of(request)),
        _("Lembar kerja ditambahkan."),
    )
    return redirect("evaluasi:atur", uid=uid)


@require_http_methods(["GET", "HEAD", "POST"])
def jendela(request: HttpRequest, uid: UUID, tahap: str) -> HttpResponse:
    """The days of a stage, for all sheets or for one; each change is a new row."""
    instansi, evaluasi = kelola_or_403(request, uid)
    if tahap not in BERJADWAL:
        raise Http404
    versi = unit_versi_terakhir(instansi, as_of(evaluasi.tahun))
    lembar = list(evaluasi.lembar_set.select_related("unit").order_by("unit__kode"))
    kini = next((j.baris for j in _windows(evaluasi) if j.tahap == tahap), None)
    awal = {} if kini is None else {"buka": kini.buka, "tutup": kini.tutup}
    form = JendelaForm(data_of(request), initial=awal)
    form.fields["lembar"].set_baris(  # type: ignore[attr-defined]
        [(satu, _name(satu.unit, versi)) for satu in lembar], _("Semua lembar")
    )

    def act(isi: dict[str, Any]) -> JendelaTahap:
        return set_jendela(evaluasi=evaluasi, tahap=tahap, by=reader_of(request), **isi)

    nama = str(TahapLembar(tahap).label)
    halaman = HalamanFormulir(
        _("Jadwal: %(tahap)s") % {"tahap": nama.lower()},
        _("Simpan jadwal"),
        reverse("evaluasi:atur", args=[evaluasi.uid]),
        remah=((_("Atur"), reverse("evaluasi:atur", args=[evaluasi.uid])),),
        penjelasan=_history(kini),
    )
    return run_form(request, halaman, form, act, berhasil=_("Jadwal tersimpan."))


def _history(kini: JendelaTahap | None) -> str:
    if kini is None:
        return _("Tahap ini belum berjadwal, jadi selalu terbuka.")
    return _("Kini %(buka)s sampai %(tutup)s.") % {
        "buka": format_tanggal(kini.buka),
        "tutup": format_tanggal(kini.tutup),
    }


def _name(unit: Unit, versi: dict[int, Any]) -> str:
    return versi[unit.pk].nama if unit.pk in versi else unit.kode
