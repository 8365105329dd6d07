"""What an entry of an older list is called in a newer one: by itself where it is plain, else by a person."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from sakip.apps.perencanaan.galat import BedaInstansi, GalatPerencanaan
from sakip.apps.perencanaan.models import ButirNomenklatur, PadananNomenklatur, VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur_banding import Ringkas, pair_butir, read_ringkas, unmapped
from sakip.apps.perencanaan.services._dasar import BATCH
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record


class PadananSalah(GalatPerencanaan):
    """A mapping leads from one list into a later one, between entries of one kind, once."""

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan, bidang="kode")


@dataclass(frozen=True, slots=True)
class HasilPadanan:
    """What matched by itself; the rest is left to a person."""

    kode_sama: int
    nama_sama: int
    sisa: tuple[Ringkas, ...]


@transaction.atomic
def match_versi(*, dari: VersiNomenklatur, ke: VersiNomenklatur, by: Pengguna | None) -> HasilPadanan:
    """Map an older list to a newer one: same code and alike name, or the same name once under another code."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=dari.instansi)
    _require_order(dari, ke)
    VersiNomenklatur.objects.select_for_update().get(pk=dari.pk)
    pasangan = pair_butir(unmapped(dari, ke), read_ringkas(ke.butir_set.all()))
    baris = [
        PadananNomenklatur(instansi_id=dari.instansi_id, dari_id=satu.pk, ke_id=tujuan.pk)
        for satu, tujuan in (*pasangan.kode_sama, *pasangan.nama_sama)
    ]
    PadananNomenklatur.objects.bulk_create(baris, batch_size=BATCH)
    isi = {"ke": ke.kode, "dipadankan": len(baris), "sisa": len(pasangan.sisa)}
    record(
        aksi="perencanaan.nomenklatur.dipadankan", objek=dari, by=by, instansi=dari.instansi, perubahan=isi
    )
    return HasilPadanan(len(pasangan.kode_sama), len(pasangan.nama_sama), pasangan.sisa)


@transaction.atomic
def add_padanan(
    *, dari: ButirNomenklatur, ke: ButirNomenklatur, by: Pengguna | None, keterangan: str = ""
) -> PadananNomenklatur:
    """Say what an entry is called later; an entry that was split has several."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=dari.instansi)
    VersiNomenklatur.objects.select_for_update().get(pk=dari.versi_id)
    _require_order(dari.versi, ke.versi)
    if dari.jenis != ke.jenis:
        pesan = _("%(dari)s adalah %(jenis)s, sedangkan %(ke)s %(lain)s. Pilih butir yang setingkat.")
        raise PadananSalah(
            pesan
            % {
                "dari": dari.kode,
                "jenis": str(dari.get_jenis_display()).lower(),
                "ke": ke.kode,
                "lain": str(ke.get_jenis_display()).lower(),
            }
        )
    if PadananNomenklatur.objects.filter(dari=dari, ke=ke).exists():
        pesan = _("%(dari)s sudah dipadankan dengan %(ke)s.")
        raise PadananSalah(pesan % {"dari": dari.kode, "ke": ke.kode})
    padanan = PadananNomenklatur(
        instansi_id=dari.instansi_id, dari=dari, ke=ke, keterangan=" ".join(keterangan.split())
    )
    padanan.full_clean(validate_constraints=False)
    padanan.save(force_insert=True)
    _record("perencanaan.nomenklatur.padanan_ditambah", padanan, by)
    return padanan


@transaction.atomic
def remove_padanan(*, padanan: PadananNomenklatur, by: Pengguna | None) -> None:
    """Take a mapping away; the entries stay."""
    require(by, Izin.KELOLA_NOMENKLATUR, instansi=padanan.dari.instansi)
    terkunci = PadananNomenklatur.objects.select_for_update(of=("self",)).filter(pk=padanan.pk).first()
    if terkunci is None:
        return
    _record("perencanaan.nomenklatur.padanan_dihapus", padanan, by)
    terkunci.delete()


def _record(aksi: str, padanan: PadananNomenklatur, by: Pengguna | None) -> None:
    dari, ke = padanan.dari, padanan.ke
    isi = {"dari": dari.kode, "ke": ke.kode, "versi_ke": ke.versi.kode}
    record(aksi=aksi, objek=dari.versi, by=by, instansi=dari.instansi, perubahan=isi)


def _require_order(dari: VersiNomenklatur, ke: VersiNomenklatur) -> None:
    if dari.instansi_id != ke.instansi_id:
        raise BedaInstansi("kode")
    if dari.pk == ke.pk or dari.berlaku_mulai > ke.berlaku_mulai:
        raise PadananSalah(_("Padanan menghubungkan versi lama dengan versi yang berlaku sesudahnya."))
