"""Writing the matrix of roles and results: what a post contributes to one result of its head."""

from django.db import transaction
from django.utils.translation import gettext as _

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan.galat import BedaInstansi, GalatPerencanaan
from sakip.apps.perencanaan.models import PeranHasil, PohonSimpul, Simpul
from sakip.apps.perencanaan.selectors.peran import post_of
from sakip.apps.perencanaan.services._dasar import require_text
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.organisasi.models import Jabatan, Unit


class PeranGanda(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(
            _("Jabatan ini sudah punya hasil dengan rumusan itu pada kolom ini."), bidang="hasil"
        )


class JabatanLain(GalatPerencanaan):
    def __init__(self) -> None:
        super().__init__(_("Jabatan ini tidak berada di unit itu pada tahun itu."), bidang="jabatan")


@transaction.atomic
def set_peran_hasil(
    *,
    unit: Unit,
    tahun: int,
    jabatan: Jabatan,
    hasil_atasan: Simpul | PohonSimpul,
    cara: str,
    hasil: str,
    by: Pengguna | None,
    ukuran: str = "",
    target_teks: str = "",
    aspek: str = "",
    indikator: Indikator | None = None,
    peran: PeranHasil | None = None,
) -> PeranHasil:
    """Enter what a post contributes to a result of its head, or change an entry (`peran`)."""
    require(by, Izin.SUSUN_RENCANA, unit=unit)
    for bidang, objek in (("jabatan", jabatan), ("simpul", hasil_atasan), ("indikator", indikator)):
        if objek is not None and objek.instansi_id != unit.instansi_id:
            raise BedaInstansi(bidang)
    if post_of(unit, jabatan, tahun) is None:
        raise JabatanLain
    # One writer of a post at a time: two equal results cannot slip in side by side.
    Jabatan.objects.select_for_update(no_key=True).get(pk=jabatan.pk)
    teks = require_text(hasil, "hasil")
    tempat = {"simpul": None, "pohon_simpul": None}
    tempat["simpul" if isinstance(hasil_atasan, Simpul) else "pohon_simpul"] = hasil_atasan  # type: ignore[assignment]
    kembar = PeranHasil.objects.filter(jabatan=jabatan, tahun=tahun, hasil=teks, **tempat)
    if peran is not None:
        kembar = kembar.exclude(pk=peran.pk)
    if kembar.exists():
        raise PeranGanda
    baris = (
        PeranHasil() if peran is None else PeranHasil.objects.select_for_update(of=("self",)).get(pk=peran.pk)
    )
    lama = _plain(baris)
    baris.instansi_id, baris.unit, baris.tahun, baris.jabatan = unit.instansi_id, unit, tahun, jabatan
    baris.simpul, baris.pohon_simpul = tempat["simpul"], tempat["pohon_simpul"]
    baris.cara, baris.hasil, baris.indikator = cara, teks, indikator
    baris.ukuran, baris.target_teks = " ".join(ukuran.split()), " ".join(target_teks.split())
    baris.aspek = aspek
    baris.full_clean(validate_constraints=False)
    baris.save()
    baru = _plain(baris)
    record(
        aksi="perencanaan.peran_hasil.dibuat" if peran is None else "perencanaan.peran_hasil.diubah",
        objek=baris,
        by=by,
        instansi=unit.instansi,
        label=teks,
        perubahan={"unit": unit.kode, "tahun": tahun, "jabatan": jabatan.kode}
        | (baru if peran is None else {k: [lama[k], v] for k, v in baru.items() if lama[k] != v}),
    )
    return baris


def _plain(baris: PeranHasil) -> dict[str, str]:
    return {
        "hasil": baris.hasil,
        "ukuran": baris.ukuran,
        "target": baris.target_teks,
        "cara": baris.cara,
        "aspek": baris.aspek,
        "indikator": "" if baris.indikator is None else baris.indikator.kode,
    }


@transaction.atomic
def remove_peran_hasil(*, peran: PeranHasil, by: Pengguna | None) -> None:
    """Take a contribution out of the matrix; the audit trail keeps what it said."""
    require(by, Izin.SUSUN_RENCANA, unit=peran.unit)
    baris = (
        PeranHasil.objects.select_for_update(of=("self",)).select_related("unit", "jabatan").get(pk=peran.pk)
    )
    record(
        aksi="perencanaan.peran_hasil.dihapus",
        objek=baris,
        by=by,
        instansi=baris.unit.instansi,
        label=baris.hasil,
        perubahan={"unit": baris.unit.kode, "tahun": baris.tahun, "jabatan": baris.jabatan.kode},
    )
    baris.delete()
