"""Who may read a stored file. The app that hangs it on one of its records decides; it registers here."""

from collections.abc import Callable

from sakip.platform.access.selectors import has_whole_instansi
from sakip.platform.accounts.models import Pengguna
from sakip.platform.files.models import Berkas
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import Izin, TidakBerwenang, pesan

PemilikBerkas = Callable[[Pengguna, Berkas], bool]
_pemilik: dict[str, PemilikBerkas] = {}


def register_pemilik(nama: str, boleh: PemilikBerkas) -> None:
    """Let an app open its files: asked with an account and a file of the account's own instansi."""
    _pemilik[nama] = boleh


def boleh_baca(pengguna: Pengguna, berkas: Berkas) -> bool:
    """The sender, readers of the whole instansi, everybody for the arms, and whoever an owner app lets in."""
    if not pengguna.is_active or pengguna.instansi_id != berkas.instansi_id:
        return False
    if berkas.diunggah_oleh == pengguna.username or berkas.instansi.logo_uid == berkas.uid:
        return True
    if has_whole_instansi(pengguna, Izin.BACA):
        return True
    return any(boleh(pengguna, berkas) for boleh in _pemilik.values())


def require_store(by: Pengguna | None, instansi: Instansi) -> None:
    """Only the wall between instansi; whether a record may have a file is its own service's to say."""
    if by is not None and (not by.is_active or by.instansi_id != instansi.pk):
        raise TidakBerwenang(pesan())
