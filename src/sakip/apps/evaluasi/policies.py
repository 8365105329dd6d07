"""Who may write, move and see what of a sheet: a permission on its unit and, for APIP, a role in its team."""

from collections.abc import Collection

from sakip.apps.evaluasi.galat import TahapTidakMenilai
from sakip.apps.evaluasi.models import AnggotaTim, LembarKerja, TahapLembar, TahapNilai
from sakip.apps.evaluasi.workflow import PENULIS_NILAI, RANTAI_APIP, TRANSISI, langkah_dari
from sakip.platform.access.policies import boleh, require
from sakip.platform.access.selectors import has_whole_instansi
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import Izin, TidakBerwenang, pesan

#: In these stages the unit answers a report, and may put evidence beside its answer.
_TANGGAPAN = frozenset({TahapLembar.TANGGAPAN, TahapLembar.SANGGAH})
#: From here on the unit has been shown what APIP says.
_DIPERLIHATKAN = frozenset(
    {
        TahapLembar.TANGGAPAN,
        TahapLembar.REVIU_TEKNIS,
        TahapLembar.REVIU_MUTU,
        TahapLembar.SIAP_TTD,
        TahapLembar.SANGGAH,
        TahapLembar.FINAL,
    }
)
_PENULIS_DISKUSI = (Izin.ISI_MANDIRI, Izin.TANGGAPI_EVALUASI, Izin.NILAI_EVALUASI)


def require_kelola(by: Pengguna | None, instansi: Instansi) -> None:
    """Set an evaluation up: APIP over the whole instansi."""
    require(by, Izin.KELOLA_EVALUASI, instansi=instansi)


def boleh_kelola(by: Pengguna | None, instansi: Instansi) -> bool:
    return boleh(by, Izin.KELOLA_EVALUASI, instansi=instansi)


def peran_tim(by: Pengguna, lembar: LembarKerja) -> frozenset[str]:
    """The person's roles in the sheet's team, kept on the account for the rest of the request."""
    if lembar.tim_id is None:
        return frozenset()
    simpanan: dict[int, frozenset[str]] = by.__dict__.setdefault("_peran_tim", {})
    if lembar.tim_id not in simpanan:
        baris = AnggotaTim.objects.filter(tim_id=lembar.tim_id, pengguna=by)
        simpanan[lembar.tim_id] = frozenset(baris.values_list("peran", flat=True))
    return simpanan[lembar.tim_id]


def forget_peran_tim(by: Pengguna) -> None:
    """Drop what was kept, after the team changed."""
    by.__dict__.pop("_peran_tim", None)


def boleh_dalam_tim(by: Pengguna | None, lembar: LembarKerja, izin: Izin, peran: Collection[str]) -> bool:
    """The permission on the sheet's unit and, where roles are named, one of them in its team."""
    if by is None:
        return True
    if not boleh(by, izin, unit=lembar.unit):
        return False
    return not peran or bool(peran_tim(by, lembar).intersection(peran))


def require_dalam_tim(by: Pengguna | None, lembar: LembarKerja, izin: Izin, peran: Collection[str]) -> None:
    if not boleh_dalam_tim(by, lembar, izin, peran):
        raise TidakBerwenang(pesan())


def require_nilai(by: Pengguna | None, lembar: LembarKerja) -> TahapNilai:
    """The stage of value that may be written now by this person; raises TahapTidakMenilai or TidakBerwenang."""
    if lembar.tahap not in PENULIS_NILAI:
        raise TahapTidakMenilai(lembar.get_tahap_display())
    tahap, izin, peran = PENULIS_NILAI[lembar.tahap]
    require_dalam_tim(by, lembar, izin, peran)
    return tahap


def boleh_nilai(by: Pengguna | None, lembar: LembarKerja) -> bool:
    """May this person write values now (windows apart): whether a page offers its inputs."""
    if lembar.tahap not in PENULIS_NILAI:
        return False
    _, izin, peran = PENULIS_NILAI[lembar.tahap]
    return boleh_dalam_tim(by, lembar, izin, peran)


def boleh_bukti(by: Pengguna | None, lembar: LembarKerja) -> bool:
    """May this person put evidence beside an item now: who writes values, and the unit while it answers."""
    if lembar.tahap in _TANGGAPAN:
        return boleh_dalam_tim(by, lembar, Izin.TANGGAPI_EVALUASI, ())
    return boleh_nilai(by, lembar)


def require_bukti(by: Pengguna | None, lembar: LembarKerja) -> None:
    if lembar.tahap in _TANGGAPAN:
        require_dalam_tim(by, lembar, Izin.TANGGAPI_EVALUASI, ())
    else:
        require_nilai(by, lembar)


def boleh_diskusi(by: Pengguna | None, lembar: LembarKerja) -> bool:
    return any(boleh(by, izin, unit=lembar.unit) for izin in _PENULIS_DISKUSI)


def require_diskusi(by: Pengguna | None, lembar: LembarKerja) -> None:
    """The two sides of the evaluation talk; readers only read."""
    if not boleh_diskusi(by, lembar):
        raise TidakBerwenang(pesan())


def require_langkah(by: Pengguna | None, lembar: LembarKerja, langkah: str) -> None:
    """Raise TidakBerwenang unless this person may take the step."""
    transisi = TRANSISI[langkah]
    require_dalam_tim(by, lembar, transisi.izin, transisi.peran_tim)


def langkah_boleh(by: Pengguna | None, lembar: LembarKerja) -> list[str]:
    """The steps this person may take now: what a page offers as buttons."""
    return [
        nama
        for nama in langkah_dari(lembar.tahap)
        if boleh_dalam_tim(by, lembar, TRANSISI[nama].izin, TRANSISI[nama].peran_tim)
    ]


def tahap_terlihat(by: Pengguna | None, lembar: LembarKerja) -> frozenset[str]:
    """Whose values this person is shown: the unit sees APIP's once the draft LHE was sent to it."""
    semua = frozenset({str(TahapNilai.MANDIRI), *(str(satu) for satu in RANTAI_APIP)})
    if by is None or lembar.tahap in _DIPERLIHATKAN:
        return semua
    if boleh(by, Izin.NILAI_EVALUASI, unit=lembar.unit) or has_whole_instansi(by, Izin.BACA):
        return semua
    return frozenset({str(TahapNilai.MANDIRI)})
