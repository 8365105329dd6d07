"""Documents in versions: drafted, submitted, verified, put in force (which supersedes the former one)."""

from datetime import date

from django.db import transaction

from sakip.apps.perencanaan.galat import (
    DasarBelumLengkap,
    DokumenKosong,
    LangkahTidakSah,
    PengajuMemverifikasi,
    PeriodeTerbalik,
    TanggalMundur,
)
from sakip.apps.perencanaan.models import (
    Dokumen,
    JenisDokumen,
    SifatDokumen,
    Simpul,
    StatusDokumen,
    Target,
)
from sakip.apps.perencanaan.services._dasar import announce_dokumen, lock_dokumen, lock_terbuka, require_text
from sakip.apps.perencanaan.services._langkah import record_dokumen, write_langkah
from sakip.apps.perencanaan.services.iku_tanda import follow_iku
from sakip.apps.perencanaan.services.surel import tell_returned, tell_submitted
from sakip.apps.perencanaan.workflow import LANGSUNG, TRANSISI
from sakip.platform.access.peran import Izin
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Unit


@transaction.atomic
def create_dokumen(
    *,
    unit: Unit,
    jenis: str,
    nama: str,
    tahun_mulai: int,
    tahun_selesai: int,
    by: Pengguna | None,
    sifat: str = SifatDokumen.MURNI,
    dasar: str = "",
    ditetapkan_pada: date | None = None,
    sumber: str = "",
    turunan_dari: Dokumen | None = None,
) -> Dokumen:
    """Begin a new version of a plan, as a draft."""
    require(by, Izin.SUSUN_RENCANA, unit=unit)
    if tahun_selesai < tahun_mulai:
        raise PeriodeTerbalik
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    dokumen = Dokumen(
        instansi_id=unit.instansi_id,
        unit=unit,
        jenis=jenis,
        nama=require_text(nama, "nama"),
        tahun_mulai=tahun_mulai,
        tahun_selesai=tahun_selesai,
        versi_ke=_next_versi(unit, jenis, tahun_mulai, tahun_selesai),
        sifat=sifat,
        dasar=dasar.strip(),
        ditetapkan_pada=ditetapkan_pada,
        sumber=sumber.strip(),
        turunan_dari=turunan_dari,
    )
    dokumen.full_clean(validate_constraints=False)
    dokumen.save(force_insert=True)
    write_langkah(dokumen, "dibuat", dari="", by=by)
    perubahan = {"versi_ke": dokumen.versi_ke, "periode": f"{tahun_mulai}-{tahun_selesai}"}
    record_dokumen(dokumen, "dibuat", by, perubahan)
    return dokumen


@transaction.atomic
def update_dokumen(
    *, dokumen: Dokumen, nama: str, sifat: str, dasar: str, sumber: str, by: Pengguna | None
) -> Dokumen:
    """Change what a draft is called and what it rests on; period and kind stay."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    terkunci = lock_terbuka(dokumen, "")
    baru = {
        "nama": require_text(nama, "nama"),
        "sifat": sifat,
        "dasar": dasar.strip(),
        "sumber": sumber.strip(),
    }
    beda = {b: [getattr(terkunci, b), isi] for b, isi in baru.items() if getattr(terkunci, b) != isi}
    for bidang, isi in baru.items():
        setattr(terkunci, bidang, isi)
    terkunci.full_clean(validate_constraints=False)
    terkunci.save(update_fields=list(baru))
    if beda:
        record_dokumen(terkunci, "diubah", by, beda)
    return terkunci


@transaction.atomic
def discard_dokumen(*, dokumen: Dokumen, by: Pengguna | None) -> None:
    """Throw a draft away with everything in it; what was ever submitted stays in the audit trail."""
    require(by, Izin.SUSUN_RENCANA, unit=dokumen.unit)
    terkunci = lock_terbuka(dokumen, "")
    jumlah = Simpul.objects.filter(dokumen=terkunci).count()
    record_dokumen(terkunci, "dibuang", by, {"versi_ke": terkunci.versi_ke, "simpul": jumlah})
    # Children first: a parent is protected while a child points to it.
    Simpul.objects.filter(dokumen=terkunci).update(induk=None)
    terkunci.delete()


@transaction.atomic
def submit_dokumen(*, dokumen: Dokumen, by: Pengguna | None, catatan: str = "") -> Dokumen:
    """Send a draft to verification; from here on it is not edited."""
    terkunci = _begin(dokumen, "ajukan", by)
    _require_isi(terkunci)
    _step(terkunci, "ajukan", by, catatan)
    tell_submitted(terkunci, by)
    return _same(dokumen, terkunci)


@transaction.atomic
def withdraw_dokumen(*, dokumen: Dokumen, by: Pengguna | None, catatan: str = "") -> Dokumen:
    """Take a submitted document back before it is verified."""
    terkunci = _begin(dokumen, "tarik", by)
    _step(terkunci, "tarik", by, catatan)
    return _same(dokumen, terkunci)


@transaction.atomic
def return_dokumen(*, dokumen: Dokumen, catatan: str, by: Pengguna | None) -> Dokumen:
    """Send a document back to its planner, with the reason."""
    terkunci = _begin(dokumen, "kembalikan", by)
    alasan = catatan.strip()
    require_text(alasan, "catatan")
    pengaju = submitter_of(terkunci)
    _step(terkunci, "kembalikan", by, alasan)
    tell_returned(terkunci, pengaju, alasan)
    return _same(dokumen, terkunci)


@transaction.atomic
def verify_dokumen(*, dokumen: Dokumen, by: Pengguna | None, catatan: str = "") -> Dokumen:
    """Mark a submitted document as checked; the account that submitted it may not."""
    terkunci = _begin(dokumen, "verifikasi", by)
    if by is not None and submitter_of(terkunci) == by.get_username():
        raise PengajuMemverifikasi
    _step(terkunci, "verifikasi", by, catatan)
    return _same(dokumen, terkunci)


@transaction.atomic
def activate_dokumen(
    *,
    dokumen: Dokumen,
    by: Pengguna | None,
    ditetapkan_pada: date | None = None,
    dasar: str = "",
    catatan: str = "",
) -> Dokumen:
    """Put a plan in force; the version of the same period that was in force is superseded.

    A person does so with a verified document, its legal basis and its date. The system (an import of what was
    published) may do so with a draft, and without knowing either. An IKU decree carries its marks into the dictionary.
    """
    require(by, TRANSISI["berlakukan"].izin, unit=dokumen.unit)
    terkunci = lock_dokumen(dokumen)
    if terkunci.status not in (TRANSISI["berlakukan"].dari if by is not None else LANGSUNG):
        raise LangkahTidakSah(terkunci.nama, terkunci.get_status_display())
    terkunci.ditetapkan_pada = ditetapkan_pada or terkunci.ditetapkan_pada
    terkunci.dasar = dasar.strip() or terkunci.dasar
    if by is not None:
        _require_dasar(terkunci)
    _require_isi(terkunci)
    lama = _supersede(terkunci, by)
    terkunci.save(update_fields=["ditetapkan_pada", "dasar"])
    _step(terkunci, "berlakukan", by, catatan, {"ditetapkan_pada": terkunci.ditetapkan_pada})
    if terkunci.jenis == JenisDokumen.IKU:
        follow_iku(dokumen=terkunci, by=by)
    announce_dokumen(terkunci, indikator_ids=_indikator_of(terkunci, lama))
    return _same(dokumen, terkunci)


def submitter_of(dokumen: Dokumen) -> str:
    """The account that submitted it last; empty when nobody did."""
    langkah = dokumen.langkah_set.filter(langkah="ajukan").order_by("-pada", "-id").first()
    return "" if langkah is None else langkah.oleh


def _begin(dokumen: Dokumen, langkah: str, by: Pengguna | None) -> Dokumen:
    """The document, locked, in a state that allows the step."""
    transisi = TRANSISI[langkah]
    require(by, transisi.izin, unit=dokumen.unit)
    terkunci = lock_dokumen(dokumen)
    if terkunci.status not in transisi.dari:
        raise LangkahTidakSah(terkunci.nama, terkunci.get_status_display())
    return terkunci


def _step(
    dokumen: Dokumen,
    langkah: str,
    by: Pengguna | None,
    catatan: str,
    perubahan: dict[str, object] | None = None,
) -> None:
    dari, dokumen.status = dokumen.status, TRANSISI[langkah].ke
    dokumen.save(update_fields=["status"])
    write_langkah(dokumen, langkah, dari=dari, by=by, catatan=catatan)
    isi = {**(perubahan or {}), **({"catatan": catatan.strip()} if catatan.strip() else {})}
    record_dokumen(dokumen, _KATA[langkah], by, isi)


#: Names of the steps in the audit trail.
_KATA = {
    "ajukan": "diajukan",
    "tarik": "ditarik",
    "kembalikan": "dikembalikan",
    "verifikasi": "diverifikasi",
    "berlakukan": "diberlakukan",
    "ganti": "diganti",
}


def _supersede(baru: Dokumen, by: Pengguna | None) -> Dokumen | None:
    """The version in force of the same period gives way; its last day is the one before the new date."""
    lama = (
        Dokumen.objects.select_for_update(of=("self",))
        .select_related("instansi")
        .filter(
            unit_id=baru.unit_id,
            jenis=baru.jenis,
            tahun_mulai=baru.tahun_mulai,
            tahun_selesai=baru.tahun_selesai,
            status=StatusDokumen.BERLAKU,
        )
        .first()
    )
    if lama is None:
        return None
    if lama.ditetapkan_pada and baru.ditetapkan_pada and baru.ditetapkan_pada < lama.ditetapkan_pada:
        raise TanggalMundur(lama.nama)
    lama.berlaku_sampai = baru.ditetapkan_pada
    lama.save(update_fields=["berlaku_sampai"])
    _step(lama, "ganti", by, "", {"oleh_versi": baru.versi_ke})
    return lama


def _require_isi(dokumen: Dokumen) -> None:
    if not Simpul.objects.filter(dokumen=dokumen).exists() and not dokumen.target_set.exists():
        raise DokumenKosong(dokumen.nama)


def _require_dasar(dokumen: Dokumen) -> None:
    if not dokumen.dasar:
        raise DasarBelumLengkap("dasar")
    if dokumen.ditetapkan_pada is None:
        raise DasarBelumLengkap("ditetapkan_pada")


def _same(dokumen: Dokumen, terkunci: Dokumen) -> Dokumen:
    """The caller's object shows the new state too."""
    dokumen.status = terkunci.status
    return terkunci


def _next_versi(unit: Unit, jenis: str, tahun_mulai: int, tahun_selesai: int) -> int:
    terakhir = (
        Dokumen.objects.filter(unit=unit, jenis=jenis, tahun_mulai=tahun_mulai, tahun_selesai=tahun_selesai)
        .order_by("-versi_ke")
        .values_list("versi_ke", flat=True)
        .first()
    )
    return (terakhir or 0) + 1


def _indikator_of(*dokumen: Dokumen | None) -> set[int]:
    """Indicators whose target may move: those of the new version and of the one it supersedes."""
    ada = [satu.pk for satu in dokumen if satu is not None]
    return set(Target.objects.filter(dokumen_id__in=ada).values_list("indikator_id", flat=True))
