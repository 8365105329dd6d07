"""What waits for a unit's planner or head: from the states of its figures and from the calendar."""

from collections import Counter
from collections.abc import Callable, Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.apps.pengukuran.bacaan import BarisKinerja, KinerjaUnit
from sakip.apps.pengukuran.models import Realisasi, RekapCapaian, StatusRealisasi
from sakip.apps.perencanaan.selectors.crosscutting import count_menunggu
from sakip.platform.access.peran import Izin
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Jadwal, JenisJadwal, Unit
from sakip.web.beranda import evaluasi
from sakip.web.beranda.tugas import Tugas, open_windows
from sakip.web.kalender import label_jadwal
from sakip.web.kalimat import MERAH
from sakip.web.pembaca import may
from sakip.web.periode import Periode

NAMA_TERBANYAK = 3
Maju = tuple[int, int]


def red_rows(kinerja: KinerjaUnit) -> list[BarisKinerja]:
    return [b for b in kinerja.semua_baris if b.kategori is not None and b.kategori.kode in MERAH]


def build_tugas(
    request: HttpRequest, *, kinerja: KinerjaUnit, periode: Periode, jadwal: Sequence[Jadwal]
) -> list[Tugas]:
    """Everything that waits for this account in this unit."""
    unit = kinerja.unit
    url = f"{reverse('pengukuran:unit', args=[unit.uid])}?{periode.kueri}"
    status = _count_status(unit)
    tugas = []
    if may(request, Izin.ISI_REALISASI, unit):
        tugas += [_returned(status, url), _missing(kinerja, url, periode)]
        tugas += _windows(unit, jadwal)
    if may(request, Izin.SUSUN_RENCANA, unit):
        tugas.append(_crosscutting(unit))
    if may(request, Izin.VERIFIKASI_REALISASI, unit):
        tugas.append(_submitted(status, url))
    tugas += [_unexplained(kinerja, url), _without_pk(kinerja, periode)]
    tugas += evaluasi.tugas_of(request, unit)
    return [t for t in tugas if t is not None]


def _count_status(unit: Unit) -> Counter[str]:
    """How many slots of the unit stand in each state, this year's and last year's."""
    slot = Realisasi.objects.filter(unit=unit, tahun__gte=today().year - 1)
    return Counter(slot.values_list("status", flat=True))


def _returned(status: Counter[str], url: str) -> Tugas | None:
    n = status[StatusRealisasi.DIKEMBALIKAN]
    if n == 0:
        return None
    return Tugas(
        judul=ngettext(
            "Perbaiki %(n)s realisasi yang dikembalikan", "Perbaiki %(n)s realisasi yang dikembalikan", n
        )
        % {"n": n},
        isi=_("Alasannya ada pada penjelasan angka masing-masing."),
        tombol=_("Lihat yang dikembalikan"),
        url=f"{url}&status={StatusRealisasi.DIKEMBALIKAN}",
        utama=True,
    )


def _submitted(status: Counter[str], url: str) -> Tugas | None:
    n = status[StatusRealisasi.DIAJUKAN]
    if n == 0:
        return None
    return Tugas(
        judul=ngettext("Periksa %(n)s realisasi yang diajukan", "Periksa %(n)s realisasi yang diajukan", n)
        % {"n": n},
        isi=_("Perencana unit Anda sudah mengisinya; yang sudah diperiksa lalu divalidasi."),
        tombol=_("Lihat yang diajukan"),
        url=f"{url}&status={StatusRealisasi.DIAJUKAN}",
        utama=True,
    )


def _crosscutting(unit: Unit) -> Tugas | None:
    """Needs that other units put to this one and that wait for an answer."""
    n = count_menunggu(unit)
    if n == 0:
        return None
    return Tugas(
        judul=ngettext("Jawab %(n)s usulan crosscutting", "Jawab %(n)s usulan crosscutting", n) % {"n": n},
        isi=_("Unit lain membutuhkan kondisi yang dapat Anda wujudkan."),
        tombol=_("Lihat usulannya"),
        url=f"{reverse('pohon:usulan')}?status=diusulkan",
    )


def _missing(kinerja: KinerjaUnit, url: str, periode: Periode) -> Tugas | None:
    """Indicators of the period for which nothing was reported and no reason given."""
    kosong = [b for b in kinerja.semua_baris if b.wajib and b.realisasi is None and not b.alasan]
    if not kosong:
        return None
    return Tugas(
        judul=ngettext(
            "Lengkapi %(n)s indikator %(periode)s yang belum dilaporkan",
            "Lengkapi %(n)s indikator %(periode)s yang belum dilaporkan",
            len(kosong),
        )
        % {"n": len(kosong), "periode": periode.label},
        isi=_first_names(kosong),
        tombol=_("Lihat daftarnya"),
        url=f"{url}&pita=belum",
        utama=True,
    )


def _unexplained(kinerja: KinerjaUnit, url: str) -> Tugas | None:
    tanpa_sebab = [b for b in red_rows(kinerja) if not b.sebab]
    if not tanpa_sebab:
        return None
    return Tugas(
        judul=ngettext(
            "Jawab %(n)s indikator merah yang belum punya penyebab",
            "Jawab %(n)s indikator merah yang belum punya penyebab",
            len(tanpa_sebab),
        )
        % {"n": len(tanpa_sebab)},
        isi=_first_names(tanpa_sebab),
        tombol=_("Lihat indikator merah"),
        url=f"{url}&pita=merah",
    )


def _without_pk(kinerja: KinerjaUnit, periode: Periode) -> Tugas | None:
    if kinerja.pk is not None or kinerja.n_wajib == 0:
        return None
    return Tugas(
        judul=_("PK %(tahun)s belum ada") % {"tahun": periode.tahun},
        isi=_("Tanpa PK yang berlaku, capaian diukur terhadap target rencana."),
        tombol=_("Buka Perjanjian"),
        url=f"{reverse('perjanjian:daftar')}?tahun={periode.tahun}",
    )


def _first_names(baris: Sequence[BarisKinerja]) -> str:
    nama = "; ".join(b.versi.nama for b in baris[:NAMA_TERBANYAK])
    return f"{nama}; …" if len(baris) > NAMA_TERBANYAK else nama


def _windows(unit: Unit, jadwal: Sequence[Jadwal]) -> list[Tugas]:
    """Open windows of the calendar in which this unit owes something."""
    terbuka = [j for j in open_windows(jadwal, today()) if j.jenis in _PEMBANGUN]
    if not terbuka:
        return []
    rekap = RekapCapaian.objects.filter(unit=unit, tahun__in={j.tahun for j in terbuka}, n_wajib__gt=0)
    maju = {(r.tahun, r.triwulan): (r.n_terukur, r.n_wajib) for r in rekap}
    return [_PEMBANGUN[j.jenis](unit, j, maju.get((j.tahun, j.triwulan))) for j in terbuka]


def _fill(unit: Unit, jadwal: Jadwal, maju: Maju | None) -> Tugas:
    isi = _("Belum ada yang terisi.")
    if maju is not None:
        isi = ngettext(
            "%(n)s dari %(wajib)s indikator terukur.", "%(n)s dari %(wajib)s indikator terukur.", maju[1]
        ) % {"n": maju[0], "wajib": maju[1]}
    return Tugas(
        judul=label_jadwal(jadwal),
        isi=isi,
        tombol=_("Isi lewat Excel"),
        url=reverse("impor:mulai"),
        tenggat=jadwal.tutup,
        maju=maju,
        utama=True,
    )


def _report(unit: Unit, jadwal: Jadwal, maju: Maju | None) -> Tugas:
    return Tugas(
        judul=label_jadwal(jadwal),
        isi=_("Laporan disusun dari data; periksa kelengkapannya sebelum diunduh."),
        tombol=_("Buka laporan"),
        url=reverse("pelaporan:unit", args=[unit.uid, jadwal.tahun]),
        tenggat=jadwal.tutup,
    )


def _sign(unit: Unit, jadwal: Jadwal, maju: Maju | None) -> Tugas:
    return Tugas(
        judul=label_jadwal(jadwal),
        isi=_("Sasaran, indikator, dan target PK disalin dari rencana."),
        tombol=_("Buka Perjanjian"),
        url=f"{reverse('perjanjian:daftar')}?tahun={jadwal.tahun}",
        tenggat=jadwal.tutup,
    )


_PEMBANGUN: dict[str, Callable[[Unit, Jadwal, Maju | None], Tugas]] = {
    JenisJadwal.REALISASI: _fill,
    JenisJadwal.LKJIP: _report,
    JenisJadwal.PENANDATANGANAN_PK: _sign,
}
