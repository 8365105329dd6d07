"""What the services of the performance tree share: who may write, and what holds in the tree's year."""

from django.utils.translation import gettext as _

from sakip.apps.perencanaan.galat import GalatPerencanaan
from sakip.apps.perencanaan.galat_pohon import UnitTidakBerlaku
from sakip.apps.perencanaan.models import JenisPohonSimpul
from sakip.apps.perencanaan.selectors.pohon import hari_pohon
from sakip.platform.organisasi.models import Jabatan, JabatanVersi, Unit, UnitVersi

LANGKAH_TERAKHIR = 5


def require_jenis(jenis: str) -> str:
    if jenis not in JenisPohonSimpul.values:
        raise GalatPerencanaan(_("Jenis kondisi ini tidak dikenal."), bidang="jenis")
    return jenis


def require_unit_berlaku(unit: Unit, tahun: int, *, bidang: str) -> None:
    if not UnitVersi.objects.pada(hari_pohon(tahun)).filter(unit=unit).exists():
        terakhir = unit.versi.order_by("-berlaku_mulai").first()
        raise UnitTidakBerlaku(unit.kode if terakhir is None else terakhir.nama, tahun, bidang=bidang)


def require_jabatan_berlaku(jabatan: Jabatan, tahun: int) -> None:
    if not JabatanVersi.objects.pada(hari_pohon(tahun)).filter(jabatan=jabatan).exists():
        terakhir = jabatan.versi.order_by("-berlaku_mulai").first()
        raise UnitTidakBerlaku(
            jabatan.kode if terakhir is None else terakhir.nama, tahun, bidang="pemilik_jabatan"
        )
