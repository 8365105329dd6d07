"""What the evaluation asks of an account: sheets, follow-ups, verdicts, and steps of an adopted plan."""

from collections import defaultdict
from collections.abc import Iterable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sakip.apps.evaluasi.models import RencanaJalan, StatusRencana, TahapLembar
from sakip.apps.evaluasi.selectors.jalan import RencanaTampil, rencana_tampil, rencana_visible_to
from sakip.apps.evaluasi.selectors.tugas import Hitungan, TugasLembar, tugas_evaluasi
from sakip.platform.access.selectors import peran_aktif
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Unit
from sakip.web.beranda.tugas import Tugas, TugasTampil, arrange_tugas
from sakip.web.pembaca import reader_of

APIP = "apip"
UNIT_TERBANYAK = 3


def tugas_of(request: HttpRequest, unit: Unit | None = None) -> list[Tugas]:
    """Everything of the evaluation that waits for this account, in one unit or wherever it is."""
    t = tugas_evaluasi(reader_of(request), unit_ids=None if unit is None else [unit.pk])
    daftar = f"{reverse('tindaklanjut:daftar')}?status="
    return [
        *_sheets(t.lembar),
        *_follow_up(t.tindak_lanjut, daftar),
        *_verdicts(t.putusan if unit is None else Hitungan(0), daftar),
        *_steps(t.langkah, unit),
    ]


def tugas_apip(request: HttpRequest) -> list[TugasTampil]:
    """The panel of an inspector on the page of the whole government; empty for everybody else."""
    pengguna = reader_of(request)
    if not any(p.peran.kode == APIP for p in peran_aktif(pengguna)):
        return []
    return arrange_tugas(tugas_of(request), today())


def rencana_unit(request: HttpRequest, unit: Unit) -> RencanaTampil | None:
    """The plan the unit carries out, for the progress on its home."""
    return _latest(request, unit__in=[unit.pk])


def rencana_kota(request: HttpRequest) -> RencanaTampil | None:
    """The plan of the government itself."""
    return _latest(request, dasar__instrumen__profil="instansi")


def _latest(request: HttpRequest, **saring: object) -> RencanaTampil | None:
    berjalan = rencana_visible_to(reader_of(request)).filter(status=StatusRencana.DIADOPSI, **saring)
    rencana: RencanaJalan | None = berjalan.order_by("-tahun").first()
    return None if rencana is None else rencana_tampil(rencana)


def _sheets(lembar: Iterable[TugasLembar]) -> list[Tugas]:
    """Sheets that wait in the same stage are one thing to do."""
    per_tahap: dict[tuple[int, str], list[TugasLembar]] = defaultdict(list)
    for satu in lembar:
        per_tahap[satu.lembar.evaluasi.tahun, satu.lembar.tahap].append(satu)
    return [_sheet(tahun, isi) for (tahun, _tahap), isi in per_tahap.items()]


def _sheet(tahun: int, isi: list[TugasLembar]) -> Tugas:
    satu = isi[0].lembar
    tahap = satu.get_tahap_display()
    tutup = [t.tutup for t in isi if t.tutup is not None]
    if len(isi) == 1:
        judul = _("%(tahap)s %(tahun)s: %(unit)s") % {"tahap": tahap, "tahun": tahun, "unit": satu.unit.kode}
        url = reverse("evaluasi:lembar", args=[satu.uid])
    else:
        judul = ngettext(
            "%(tahap)s %(tahun)s: %(n)s lembar", "%(tahap)s %(tahun)s: %(n)s lembar", len(isi)
        ) % {
            "tahap": tahap,
            "tahun": tahun,
            "n": len(isi),
        }
        url = f"{reverse('evaluasi:rekap')}?tahun={tahun}&tahap={satu.tahap}"
    kode = ", ".join(t.lembar.unit.kode for t in isi[:UNIT_TERBANYAK])
    return Tugas(
        judul=judul,
        isi=str(_ISI.get(satu.tahap, "")) or (f"{kode}, …" if len(isi) > UNIT_TERBANYAK else kode),
        tombol=_("Buka lembar") if len(isi) == 1 else _("Buka daftar"),
        url=url,
        tenggat=min(tutup) if tutup else None,
        utama=True,
    )


#: What the unit does in its own two stages.
_ISI: dict[str, str | Promise] = {
    TahapLembar.MANDIRI: gettext_lazy("Jawab tiap kriteria dengan buktinya, lalu kirim ke tim evaluasi."),
    TahapLembar.TANGGAPAN: gettext_lazy("Baca draf LHE dan tulis tanggapan unit Anda."),
}


def _follow_up(hitungan: Hitungan, daftar: str) -> list[Tugas]:
    if hitungan.jumlah == 0:
        return []
    return [
        Tugas(
            judul=ngettext(
                "Tindak lanjuti %(n)s rekomendasi evaluasi",
                "Tindak lanjuti %(n)s rekomendasi evaluasi",
                hitungan.jumlah,
            )
            % {"n": hitungan.jumlah},
            isi=_late(hitungan) or _("Tulis rencananya, lalu ajukan buktinya kepada APIP."),
            tombol=_("Buka rekomendasi"),
            url=f"{daftar}terbuka",
            tenggat=hitungan.tenggat,
        )
    ]


def _verdicts(hitungan: Hitungan, daftar: str) -> list[Tugas]:
    if hitungan.jumlah == 0:
        return []
    return [
        Tugas(
            judul=ngettext(
                "Nilai %(n)s tindak lanjut yang diajukan",
                "Nilai %(n)s tindak lanjut yang diajukan",
                hitungan.jumlah,
            )
            % {"n": hitungan.jumlah},
            isi=_("Periksa buktinya, lalu nyatakan sesuai atau belum sesuai."),
            tombol=_("Buka yang diajukan"),
            url=f"{daftar}diajukan",
        )
    ]


def _steps(hitungan: Hitungan, unit: Unit | None) -> list[Tugas]:
    if hitungan.jumlah == 0:
        return []
    url = reverse("jalan:kota") if unit is None else reverse("jalan:unit", args=[unit.uid])
    return [
        Tugas(
            judul=ngettext(
                "Kerjakan %(n)s langkah rencana predikat",
                "Kerjakan %(n)s langkah rencana predikat",
                hitungan.jumlah,
            )
            % {"n": hitungan.jumlah},
            isi=_late(hitungan) or _("Langkah dari rencana yang sedang dijalankan unit Anda."),
            tombol=_("Buka rencana"),
            url=url,
            tenggat=hitungan.tenggat,
        )
    ]


def _late(hitungan: Hitungan) -> str:
    if hitungan.terlambat == 0:
        return ""
    return ngettext("%(n)s lewat batas waktu.", "%(n)s lewat batas waktu.", hitungan.terlambat) % {
        "n": hitungan.terlambat
    }
