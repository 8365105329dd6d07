"""Accounts are made and kept by the instansi's admin; nobody signs up."""

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.db.models import Q

from sakip.platform import wewenang
from sakip.platform.accounts.galat import (
    AkunNonaktif,
    BedaInstansi,
    JabatanTerisi,
    MenonaktifkanDiriSendiri,
    NamaPenggunaTerpakai,
    SurelKosong,
    SurelTerpakai,
    TanggalPenugasanSalah,
)
from sakip.platform.accounts.models import JenisPenugasan, Pengguna, Penugasan
from sakip.platform.accounts.surel import send_tautan_sandi
from sakip.platform.audit.services import record
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Jabatan
from sakip.platform.wewenang import Izin

BIDANG_UBAH = {"username", "email", "sebutan", "bahasa"}


@transaction.atomic
def create_pengguna(
    *,
    instansi: Instansi | None,
    username: str,
    email: str = "",
    sebutan: str = "",
    by: Pengguna | None,
    sandi: str | None = None,
    operator: bool = False,
) -> Pengguna:
    """Make an account. Without `sandi` nobody can sign in until a set-password link is used."""
    wewenang.require(
        by, Izin.KELOLA_INSTANSI if instansi is None else Izin.KELOLA_PENGGUNA, instansi=instansi
    )
    pengguna = Pengguna(
        instansi=instansi,
        username=username.strip(),
        email=email.strip().lower(),
        sebutan=sebutan.strip(),
        is_superuser=operator and instansi is None,
    )
    _require_unique(pengguna)
    if sandi is not None:
        validate_password(sandi, pengguna)
    pengguna.set_password(sandi)
    pengguna.full_clean(validate_unique=False, validate_constraints=False)
    pengguna.save(force_insert=True)
    _sync_email(pengguna)
    record(
        aksi="accounts.pengguna.dibuat",
        objek=pengguna,
        by=by,
        instansi=instansi,
        perubahan={"username": pengguna.username, "operator": pengguna.is_superuser},
    )
    return pengguna


@transaction.atomic
def update_pengguna(*, pengguna: Pengguna, by: Pengguna | None, **baru: str) -> Pengguna:
    """Change username, email, sebutan or bahasa."""
    asing = baru.keys() - BIDANG_UBAH
    if asing:
        raise TypeError(f"update_pengguna: {sorted(asing)}")
    _require_manage(pengguna, by)
    terkunci = _lock(pengguna)
    baru = {bidang: nilai.strip() for bidang, nilai in baru.items()}
    if "email" in baru:
        baru["email"] = baru["email"].lower()
    berubah = sorted(bidang for bidang, nilai in baru.items() if getattr(terkunci, bidang) != nilai)
    if not berubah:
        return terkunci
    lama = {bidang: getattr(terkunci, bidang) for bidang in berubah}
    for bidang in berubah:
        setattr(terkunci, bidang, baru[bidang])
    _require_unique(terkunci)
    terkunci.full_clean(exclude=["password"], validate_unique=False, validate_constraints=False)
    terkunci.save(update_fields=berubah)
    _sync_email(terkunci)
    # Addresses are personal: the trail, which nobody can shorten, says that one changed, not what it was.
    isi = {bidang: "***" if bidang == "email" else [lama[bidang], baru[bidang]] for bidang in berubah}
    record(aksi="accounts.pengguna.diubah", objek=terkunci, by=by, instansi=terkunci.instansi, perubahan=isi)
    return terkunci


@transaction.atomic
def deactivate_pengguna(*, pengguna: Pengguna, by: Pengguna | None) -> Pengguna:
    """Close the account: it can no longer sign in, and its open sessions end with their next request."""
    _require_manage(pengguna, by)
    if by is not None and by.pk == pengguna.pk:
        raise MenonaktifkanDiriSendiri
    wewenang.require_bukan_admin_terakhir(pengguna)
    return _set_active(pengguna, False, by)


@transaction.atomic
def activate_pengguna(*, pengguna: Pengguna, by: Pengguna | None) -> Pengguna:
    _require_manage(pengguna, by)
    return _set_active(pengguna, True, by)


@transaction.atomic
def send_password_link(*, pengguna: Pengguna, by: Pengguna | None) -> None:
    """Mail a link with which the owner sets a password. Raises SurelGagal when the mail server refuses."""
    _require_manage(pengguna, by)
    if not pengguna.is_active:
        raise AkunNonaktif
    if not pengguna.email:
        raise SurelKosong
    record(aksi="accounts.pengguna.tautan_sandi", objek=pengguna, by=by, instansi=pengguna.instansi)
    send_tautan_sandi(pengguna)


@transaction.atomic
def assign_jabatan(
    *,
    jabatan: Jabatan,
    pengguna: Pengguna,
    berlaku_mulai: date,
    by: Pengguna | None,
    jenis: str = JenisPenugasan.DEFINITIF,
    berlaku_sampai: date | None = None,
) -> Penugasan:
    """Put an account into a post. A post has one definitive holder, one Plt. and one Plh. at a time."""
    if pengguna.instansi_id != jabatan.instansi_id:
        raise BedaInstansi
    wewenang.require(by, Izin.KELOLA_ORGANISASI, instansi=jabatan.instansi)
    Jabatan.objects.select_for_update(of=("self",)).get(pk=jabatan.pk)
    if berlaku_sampai is not None and berlaku_sampai <= berlaku_mulai:
        raise TanggalPenugasanSalah(berlaku_mulai)
    masa = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gt=berlaku_mulai)
    if berlaku_sampai is not None:
        masa &= Q(berlaku_mulai__lt=berlaku_sampai)
    bentrok = Penugasan.objects.filter(masa, Q(jenis=jenis) | Q(pengguna=pengguna), jabatan=jabatan).first()
    if bentrok is not None:
        raise JabatanTerisi(str(bentrok.pengguna), bentrok.get_jenis_display())
    penugasan = Penugasan(
        instansi=jabatan.instansi,
        jabatan=jabatan,
        pengguna=pengguna,
        jenis=jenis,
        berlaku_mulai=berlaku_mulai,
        berlaku_sampai=berlaku_sampai,
    )
    penugasan.full_clean(validate_constraints=False)
    penugasan.save(force_insert=True)
    isi = {
        "jabatan": jabatan.kode,
        "jenis": jenis,
        "berlaku_mulai": berlaku_mulai,
        "berlaku_sampai": berlaku_sampai,
    }
    record(aksi="accounts.penugasan.dibuat", objek=pengguna, by=by, instansi=jabatan.instansi, perubahan=isi)
    return penugasan


@transaction.atomic
def end_penugasan(*, penugasan: Penugasan, by: Pengguna | None, tanggal: date | None = None) -> Penugasan:
    """End it: `tanggal` (today when not given) is the first day on which the post is no longer held."""
    wewenang.require(by, Izin.KELOLA_ORGANISASI, instansi=penugasan.instansi)
    akhir = tanggal or today()
    baris = (
        Penugasan.objects.select_for_update(of=("self",))
        .select_related("jabatan", "pengguna")
        .get(pk=penugasan.pk)
    )
    if akhir <= baris.berlaku_mulai:
        raise TanggalPenugasanSalah(baris.berlaku_mulai)
    baris.berlaku_sampai = akhir
    baris.save(update_fields=["berlaku_sampai"])
    record(
        aksi="accounts.penugasan.diakhiri",
        objek=baris.pengguna,
        by=by,
        instansi=penugasan.instansi,
        perubahan={"jabatan": baris.jabatan.kode, "berlaku_sampai": akhir},
    )
    return baris


@transaction.atomic
def record_masuk(*, pengguna: Pengguna, alamat_ip: str) -> None:
    """Somebody signed in."""
    _record_sesi("masuk", pengguna, pengguna, alamat_ip)


@transaction.atomic
def record_masuk_gagal(*, nama: str, alamat_ip: str) -> None:
    """Somebody failed to sign in to an account that exists.

    A name that is no account is not kept: people type their password into that field by mistake.
    """
    nama = nama.strip()
    pengguna = (
        Pengguna.objects.filter(Q(username__iexact=nama) | Q(email__iexact=nama)).first() if nama else None
    )
    if pengguna is not None:
        _record_sesi("masuk_gagal", pengguna, None, alamat_ip)


@transaction.atomic
def record_keluar(*, pengguna: Pengguna, alamat_ip: str) -> None:
    """Somebody signed out."""
    _record_sesi("keluar", pengguna, pengguna, alamat_ip)


def _record_sesi(kata: str, pengguna: Pengguna, by: Pengguna | None, alamat_ip: str) -> None:
    record(
        aksi=f"accounts.sesi.{kata}",
        objek=pengguna,
        by=by,
        instansi=pengguna.instansi,
        perubahan={"alamat_ip": alamat_ip},
    )


def _require_manage(pengguna: Pengguna, by: Pengguna | None) -> None:
    izin = Izin.KELOLA_INSTANSI if pengguna.instansi_id is None else Izin.KELOLA_PENGGUNA
    wewenang.require(by, izin, instansi=pengguna.instansi)


def _lock(pengguna: Pengguna) -> Pengguna:
    return Pengguna.objects.select_for_update(of=("self",)).select_related("instansi").get(pk=pengguna.pk)


def _set_active(pengguna: Pengguna, aktif: bool, by: Pengguna | None) -> Pengguna:
    terkunci = _lock(pengguna)
    if terkunci.is_active is aktif:
        return terkunci
    terkunci.is_active = pengguna.is_active = aktif
    terkunci.save(update_fields=["is_active"])
    kata = "diaktifkan" if aktif else "dinonaktifkan"
    record(aksi=f"accounts.pengguna.{kata}", objek=terkunci, by=by, instansi=terkunci.instansi)
    return terkunci


def _require_unique(pengguna: Pengguna) -> None:
    lain: Any = Pengguna.objects.exclude(pk=pengguna.pk)
    # A user name that is somebody's address (or the reverse) would make signing in ambiguous.
    if lain.filter(Q(username__iexact=pengguna.username) | Q(email__iexact=pengguna.username)).exists():
        raise NamaPenggunaTerpakai(pengguna.username)
    if (
        pengguna.email
        and lain.filter(Q(email__iexact=pengguna.email) | Q(username__iexact=pengguna.email)).exists()
    ):
        raise SurelTerpakai(pengguna.email)


def _sync_email(pengguna: Pengguna) -> None:
    """Allauth looks accounts up in its own table: the old address must no longer reset the password."""
    EmailAddress.objects.filter(user=pengguna).exclude(email=pengguna.email).delete()
    if pengguna.email:
        EmailAddress.objects.update_or_create(
            user=pengguna, email=pengguna.email, defaults={"primary": True, "verified": False}
        )
