"""File, system now, system at export: what each difference between the three means. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sakip.apps.perencanaan.lembar.tabel import HANYA_BACA, Baris, Tabel, is_simpul, pecah_indikator, setara


class Arti(StrEnum):
    """What one difference is, and so what happens to it."""

    BERUBAH_DI_BERKAS = "berubah_di_berkas"
    BERUBAH_DI_SISTEM = "berubah_di_sistem"
    SAMA_DIUBAH = "sama_diubah"
    KONFLIK = "konflik"
    RAGU = "ragu"
    BARIS_BARU = "baris_baru"
    BARIS_HILANG = "baris_hilang"
    BARIS_BARU_DI_SISTEM = "baris_baru_di_sistem"
    BARIS_HILANG_DI_SISTEM = "baris_hilang_di_sistem"


#: Somebody has to choose between the file and the system.
DITANYAKAN = frozenset({Arti.KONFLIK, Arti.RAGU})
#: Without a choice the system stays as it is.
BAWAAN_SISTEM = frozenset({Arti.BARIS_HILANG, Arti.BARIS_HILANG_DI_SISTEM})
#: What an applied file writes without being asked again.
DITERAPKAN = frozenset({Arti.BERUBAH_DI_BERKAS, Arti.BARIS_BARU})
BERKAS, SISTEM = "berkas", "sistem"


@dataclass(frozen=True, slots=True)
class Beda:
    """One cell or row (`bidang` empty) on which the three do not agree."""

    kunci: str
    bidang: str
    arti: Arti
    berkas: str = ""
    sistem: str = ""
    ekspor: str | None = None
    asli: str = ""

    @property
    def nama(self) -> str:
        return f"{self.kunci}#{self.bidang}"

    @property
    def bisa_pilih(self) -> bool:
        return self.arti in DITANYAKAN or self.arti in BAWAAN_SISTEM


def compare(
    berkas: Tabel,
    sistem: Tabel,
    ekspor: Tabel | None,
    ragu: Mapping[tuple[str, str], str] | None = None,
    hanya_baca: frozenset[str] = HANYA_BACA,
) -> list[Beda]:
    """Every difference, in the order of the file and then of the system.

    Cells that the file has no column for are left out of its rows and are not compared. `ragu` holds the text of
    cells whose numeral was recognised but has to be confirmed.
    """
    nilai = {
        kunci: {b: isi for b, isi in baris.items() if b not in hanya_baca} for kunci, baris in berkas.items()
    }
    hasil = [
        beda
        for kunci, baris in berkas.items()
        for beda in _row(kunci, baris, nilai[kunci], (sistem, ekspor), ragu or {})
    ]
    for kunci, baris in sistem.items():
        if kunci not in berkas:
            dikenal = ekspor is None or kunci in ekspor
            arti = Arti.BARIS_HILANG if dikenal else Arti.BARIS_BARU_DI_SISTEM
            hasil.append(Beda(kunci, "", arti, "", sebutan(baris), None))
    return hasil


def _row(
    kunci: str,
    f: Baris,
    nilai: Baris,
    lain: tuple[Tabel, Tabel | None],
    ragu: Mapping[tuple[str, str], str],
) -> Iterator[Beda]:
    sistem, ekspor = lain
    s, d = sistem.get(kunci), None if ekspor is None else ekspor.get(kunci)
    if s is not None:
        for bidang, isi in nilai.items():
            yield from _cell(kunci, bidang, isi, s.get(bidang, ""), d, ragu)
        return
    if d is not None:
        yield Beda(kunci, "", Arti.BARIS_HILANG_DI_SISTEM, sebutan(f), "", sebutan(d))
        return
    yield Beda(kunci, "", Arti.BARIS_BARU, sebutan(f))
    for bidang, isi in f.items():
        if (kunci, bidang) in ragu:
            yield Beda(kunci, bidang, Arti.RAGU, isi, "", None, ragu[kunci, bidang])


def _cell(
    kunci: str, bidang: str, f: str, s: str, baris_ekspor: Baris | None, ragu: Mapping[tuple[str, str], str]
) -> Iterator[Beda]:
    d = None if baris_ekspor is None else baris_ekspor.get(bidang, "")
    if setara(f, s):
        if d is not None and not setara(f, d):
            yield Beda(kunci, bidang, Arti.SAMA_DIUBAH, f, s, d)
        return
    if d is None:
        # Nobody knows which of the two is the newer one; an empty cell of such a file says nothing.
        if f:
            arti = Arti.KONFLIK if s else Arti.BERUBAH_DI_BERKAS
            yield _asked(kunci, bidang, arti, (f, s, d), ragu)
    elif setara(f, d):
        yield Beda(kunci, bidang, Arti.BERUBAH_DI_SISTEM, f, s, d)
    else:
        arti = Arti.BERUBAH_DI_BERKAS if setara(s, d) else Arti.KONFLIK
        yield _asked(kunci, bidang, arti, (f, s, d), ragu)


def _asked(
    kunci: str,
    bidang: str,
    arti: Arti,
    isi: tuple[str, str, str | None],
    ragu: Mapping[tuple[str, str], str],
) -> Beda:
    asli = ragu.get((kunci, bidang), "")
    if asli and arti is Arti.BERUBAH_DI_BERKAS:
        arti = Arti.RAGU
    return Beda(kunci, bidang, arti, *isi, asli)


def sebutan(baris: Mapping[str, str]) -> str:
    """What a row is called: its statement, or the name of its indicator."""
    return baris.get("pernyataan") or baris.get("nama", "")


def merge(berkas: Tabel, sistem: Tabel, beda: Collection[Beda], pilih: Mapping[str, str]) -> Tabel:
    """The system as it will be: its own rows, changed where the file is followed."""
    ikut = {b.nama for b in beda if _follows(b, pilih)}
    tolak = {(b.kunci, b.bidang) for b in beda if b.arti is Arti.RAGU and b.nama not in ikut}
    hasil = {kunci: dict(baris) for kunci, baris in sistem.items()}
    for b in beda:
        if b.nama not in ikut:
            continue
        if b.arti is Arti.BARIS_HILANG:
            hasil.pop(b.kunci, None)
        elif b.bidang:
            if b.kunci in hasil:
                hasil[b.kunci][b.bidang] = b.berkas
        else:
            isi = berkas[b.kunci].items()
            hasil[b.kunci] = {bidang: n for bidang, n in isi if (b.kunci, bidang) not in tolak}
    _drop_dangling(hasil)
    return hasil


def _follows(b: Beda, pilih: Mapping[str, str]) -> bool:
    if b.arti in DITERAPKAN:
        return True
    return b.bisa_pilih and pilih.get(b.nama) == BERKAS


def _drop_dangling(tabel: Tabel) -> None:
    """Indicators of a node that goes, go with it."""
    for kunci in list(tabel):
        if not is_simpul(kunci) and pecah_indikator(kunci)[0] not in tabel:
            del tabel[kunci]


def undecided(beda: Collection[Beda], pilih: Mapping[str, str]) -> list[Beda]:
    """What still has to be chosen before the file can be applied."""
    return [b for b in beda if b.arti in DITANYAKAN and b.nama not in pilih]
