"""Finding stored files."""

from pathlib import Path
from uuid import UUID

from django.conf import settings

from sakip.platform.accounts.models import Pengguna
from sakip.platform.files.models import Berkas
from sakip.platform.files.policies import boleh_baca


def berkas_root() -> Path:
    """The folder of the store."""
    return Path(settings.DATA_DIR) / "berkas"


def berkas_path(berkas: Berkas) -> Path:
    return berkas_root() / berkas.lokasi


def berkas_visible_to(pengguna: Pengguna, uid: UUID) -> Berkas:
    """The file, when this account may read it; raises Berkas.DoesNotExist in every other case."""
    berkas = Berkas.objects.select_related("instansi").get(uid=uid)
    if berkas.instansi_id != pengguna.instansi_id or not boleh_baca(pengguna, berkas):
        raise Berkas.DoesNotExist
    return berkas
