"""Who evaluates: teams with their assignment letter, their members, and the sheets they are given."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from sakip.apps.evaluasi.galat import BedaInstansi, IsianKosong, TimBerjalan
from sakip.apps.evaluasi.models import (
    AnggotaTim,
    Evaluasi,
    LembarKerja,
    PeranTim,
    TahapLembar,
    TimEvaluasi,
)
from sakip.apps.evaluasi.policies import forget_peran_tim, require_kelola
from sakip.apps.evaluasi.services._kunci import lock_evaluasi, lock_lembar, record_evaluasi, record_lembar
from sakip.platform.accounts.models import Pengguna

#: Once the LHE is signed the sheet belongs to the team that signed it.
_TERTANDA = frozenset({TahapLembar.SANGGAH, TahapLembar.FINAL})


@transaction.atomic
def create_tim(
    *,
    evaluasi: Evaluasi,
    nama: str,
    by: Pengguna | None,
    surat_tugas: str = "",
    tanggal_surat: date | None = None,
) -> TimEvaluasi:
    """A team with its assignment letter."""
    require_kelola(by, evaluasi.instansi)
    if not nama.strip() or evaluasi.tim_set.filter(nama=nama.strip()).exists():
        raise IsianKosong("nama")
    tim = TimEvaluasi(
        instansi_id=evaluasi.instansi_id,
        evaluasi=evaluasi,
        nama=nama.strip(),
        surat_tugas=surat_tugas.strip(),
        tanggal_surat=tanggal_surat,
    )
    tim.save(force_insert=True)
    record_evaluasi(evaluasi, "tim_dibuat", by, {"tim": tim.nama, "surat_tugas": tim.surat_tugas})
    return tim


@transaction.atomic
def set_anggota(
    *, tim: TimEvaluasi, anggota: Sequence[tuple[Pengguna, str, str]], by: Pengguna | None
) -> list[AnggotaTim]:
    """Who is in the team, in what role, under which post: replaces the former list."""
    require_kelola(by, tim.instansi)
    lock_evaluasi(tim.evaluasi)
    for pengguna, peran, _ in anggota:
        if pengguna.instansi_id != tim.instansi_id:
            raise BedaInstansi("anggota")
        if peran not in PeranTim.values:
            raise IsianKosong("peran")
    lama = list(tim.anggota_set.select_related("pengguna"))
    AnggotaTim.objects.filter(tim=tim).delete()
    baru = AnggotaTim.objects.bulk_create(
        AnggotaTim(
            instansi_id=tim.instansi_id,
            tim=tim,
            pengguna=pengguna,
            peran=peran,
            jabatan_teks=jabatan.strip() or pengguna.sebutan,
        )
        for pengguna, peran, jabatan in dict.fromkeys(anggota)
    )
    for satu in [*lama, *baru]:
        forget_peran_tim(satu.pengguna)
    if by is not None:
        forget_peran_tim(by)
    susunan = [[f"{s.peran}:{s.pengguna.get_username()}" for s in daftar] for daftar in (lama, baru)]
    record_evaluasi(tim.evaluasi, "tim_disusun", by, {"tim": tim.nama, "anggota": susunan})
    return baru


@transaction.atomic
def assign_tim(*, lembar: Sequence[LembarKerja], tim: TimEvaluasi, by: Pengguna | None) -> None:
    """Give sheets to a team, until their LHE is signed."""
    require_kelola(by, tim.instansi)
    for satu in lembar:
        terkunci = lock_lembar(satu)
        if terkunci.evaluasi_id != tim.evaluasi_id:
            raise BedaInstansi("tim")
        if terkunci.tahap in _TERTANDA:
            raise TimBerjalan
        semula = terkunci.tim.nama if terkunci.tim else ""
        terkunci.tim = tim
        terkunci.save(update_fields=["tim"])
        satu.tim = tim
        record_lembar(terkunci, "lembar.tim", by, {"tim": [semula, tim.nama]})
