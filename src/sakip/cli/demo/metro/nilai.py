"""Values as the city's files hold them."""

from decimal import Decimal
from pathlib import Path

from kinerja.nilai import JenisNilai, Nilai
from sakip.cli.demo.berkas import rows


class Pembanding:
    """Provincial figures that a target such as "<provinsi" stands for, by indicator and year."""

    def __init__(self, data: Path) -> None:
        self._provinsi = {
            (row["indikator"], int(row["tahun"])): Decimal(row["nilai"])
            for row in rows(data / "pembanding.csv")
            if row["lingkup"] == "provinsi"
        }

    def resolve(self, indikator: str, tahun: int, teks: str) -> Nilai:
        """The threshold when the provincial figure is known, else the words as promised."""
        angka = self._provinsi.get((indikator, tahun))
        if teks[:1] in "<>" and angka is not None:
            return Nilai(JenisNilai.AMBANG, teks=teks, angka=angka, pembanding=teks[0])
        return Nilai(JenisNilai.TEKS, teks=teks)


def read_nilai(
    *, indikator: str, tahun: int, polaritas: str, angka: str, bawah: str = "", atas: str = "", teks: str = "",
    pembanding: Pembanding,
) -> Nilai | None:  # fmt: skip
    """The value of one row; None when nothing is given."""
    if polaritas == "ordinal" and (teks or angka):
        return Nilai.ordinal(teks or angka)
    if angka:
        return Nilai.dari_angka(Decimal(angka))
    if bawah and atas:
        return Nilai.rentang(Decimal(bawah), Decimal(atas))
    return pembanding.resolve(indikator, tahun, teks) if teks else None
