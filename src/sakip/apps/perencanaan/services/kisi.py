"""The grid of a draft: targets and ceilings of one page saved together, each cell against what it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from kinerja.nilai import Nilai
from sakip.apps.datakinerja.convert import fields_of
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.ejaan import eja_baris
from sakip.apps.perencanaan.galat import BedaInstansi, TahunDiLuarPeriode
from sakip.apps.perencanaan.models import Dokumen, PaguIndikatif, Simpul, Target
from sakip.apps.perencanaan.services._dasar import announce_dokumen, lock_terbuka, require_triwulan
from sakip.apps.perencanaan.services.pagu import BarisPagu, write_pagu
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record

#: A cell: uid of the indicator or node, year, quarter (None: the whole year).
Sel = tuple[str, int, int | None]


@dataclass(frozen=True, slots=True)
class UbahTarget:
    """A target as typed, and the text the cell was opened with. None takes the promise back.

    A quarter's target is cumulative: what is to be reached by its end.
    """

    indikator: Indikator
    tahun: int
    awal: str
    nilai: Nilai | None
    triwulan: int | None = None


@dataclass(frozen=True, slots=True)
class UbahPagu:
    """A ceiling as typed, and the amount the cell was opened with."""

    simpul: Simpul
    tahun: int
    awal: Decimal | None
    jumlah: Decimal | None


@dataclass(frozen=True, slots=True)
class HasilKisi:
    """How many cells were saved, and which somebody else had changed meanwhile: what stands there now."""

    tersimpan: int
    bentrok: dict[Sel, str]


@transaction.atomic
def save_kisi(
    *, dokumen: Dokumen, target: Sequence[UbahTarget], pagu: Sequence[UbahPagu], by: Pengguna | None
) -> HasilKisi:
    """Save the changed cells; one that somebody else changed is left as it is and reported."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    terkunci = lock_terbuka(dokumen, "")
    bentrok: dict[Sel, str] = {}
    jejak = _save_target(terkunci, target, bentrok) + _save_pagu(terkunci, pagu, bentrok)
    if jejak:
        record(
            aksi="perencanaan.kisi.disimpan",
            objek=terkunci,
            by=by,
            instansi=terkunci.instansi,
            label=terkunci.nama,
            perubahan={"sel": jejak},
        )
        announce_dokumen(terkunci, indikator_ids=[satu.indikator.pk for satu in target])
    return HasilKisi(len(jejak), bentrok)


def _save_target(
    dokumen: Dokumen, baris: Sequence[UbahTarget], bentrok: dict[Sel, str]
) -> list[list[object]]:
    ada = {
        (satu.indikator_id, satu.tahun, satu.triwulan): satu
        for satu in Target.objects.filter(dokumen=dokumen)
    }
    jejak: list[list[object]] = []
    for satu in baris:
        _check(dokumen, satu)
        lama = ada.get((satu.indikator.pk, satu.tahun, satu.triwulan))
        kini = "" if lama is None else eja_baris(lama)
        if kini != satu.awal:
            bentrok[str(satu.indikator.uid), satu.tahun, satu.triwulan] = kini
            continue
        _write(dokumen, satu, lama)
        periode = satu.tahun if satu.triwulan is None else f"{satu.tahun} TW {satu.triwulan}"
        jejak.append([satu.indikator.kode, periode, kini, "" if satu.nilai is None else satu.nilai.teks])
    return jejak


def _write(dokumen: Dokumen, satu: UbahTarget, lama: Target | None) -> None:
    if satu.nilai is None or not satu.nilai.dilaporkan:
        if lama is not None:
            lama.delete()
        return
    target = lama or Target(
        instansi_id=dokumen.instansi_id,
        dokumen=dokumen,
        indikator=satu.indikator,
        tahun=satu.tahun,
        triwulan=satu.triwulan,
    )
    for bidang, isi in fields_of(satu.nilai).items():
        setattr(target, bidang, isi)
    target.save()


def _check(dokumen: Dokumen, satu: UbahTarget) -> None:
    require_triwulan(satu.triwulan)
    if satu.indikator.instansi_id != dokumen.instansi_id:
        raise BedaInstansi("indikator")
    if not dokumen.tahun_mulai <= satu.tahun <= dokumen.tahun_selesai:
        raise TahunDiLuarPeriode(satu.tahun, dokumen.nama)


def _save_pagu(dokumen: Dokumen, baris: Sequence[UbahPagu], bentrok: dict[Sel, str]) -> list[list[object]]:
    ada = {
        (satu.simpul_id, satu.tahun): satu.jumlah for satu in PaguIndikatif.objects.filter(dokumen=dokumen)
    }
    siap, jejak = [], []
    for satu in baris:
        kini = ada.get((satu.simpul.pk, satu.tahun))
        if kini != satu.awal:
            bentrok[str(satu.simpul.uid), satu.tahun, None] = "" if kini is None else f"{kini:f}"
            continue
        siap.append(BarisPagu(satu.simpul, satu.tahun, satu.jumlah))
        jejak.append([satu.simpul.kode or satu.simpul.pernyataan[:80], satu.tahun, kini, satu.jumlah])
    write_pagu(dokumen, siap)
    return jejak
