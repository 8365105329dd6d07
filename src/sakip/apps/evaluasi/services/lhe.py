"""The LHE: written until it is signed, then kept as it was, with its hash."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from sakip.apps.evaluasi.galat import LHEBelumLengkap, LHETertanda, TahapTidakMenilai
from sakip.apps.evaluasi.models import LHE, LembarKerja, PeranTim, TahapLembar
from sakip.apps.evaluasi.policies import require_dalam_tim
from sakip.apps.evaluasi.selectors.lhe import konteks_lhe, sidik_konteks
from sakip.apps.evaluasi.services._kunci import lock_lembar, record_lembar, require_berjalan
from sakip.platform.accounts.models import Pengguna
from sakip.platform.wewenang import Izin

#: Who words the report: the ketua drafts it, those who review and sign it may put it right.
PENYUSUN = frozenset(
    {
        PeranTim.KETUA,
        PeranTim.PENGENDALI_TEKNIS,
        PeranTim.PENGENDALI_MUTU,
        PeranTim.PENANGGUNG_JAWAB,
    }
)
_DISUSUN = frozenset(
    {
        TahapLembar.PANEL,
        TahapLembar.DRAF_LHE,
        TahapLembar.TANGGAPAN,
        TahapLembar.REVIU_TEKNIS,
        TahapLembar.REVIU_MUTU,
        TahapLembar.SIAP_TTD,
    }
)
_WAJIB = ("nomor", "tanggal", "penandatangan")


@transaction.atomic
def save_lhe(
    *,
    lembar: LembarKerja,
    by: Pengguna | None,
    nomor: str | None = None,
    tanggal: date | None = None,
    latar_belakang: str | None = None,
    catatan_umum: str | None = None,
    penandatangan: str | None = None,
) -> LHE:
    """Write parts of the report; what is not given stays as it is."""
    terkunci = lock_lembar(lembar)
    require_dalam_tim(by, terkunci, Izin.NILAI_EVALUASI, PENYUSUN)
    require_berjalan(terkunci)
    if terkunci.tahap in {TahapLembar.SANGGAH, TahapLembar.FINAL}:
        raise LHETertanda
    if terkunci.tahap not in _DISUSUN:
        raise TahapTidakMenilai(terkunci.get_tahap_display())
    lhe, _ = LHE.objects.get_or_create(lembar=terkunci, defaults={"instansi_id": terkunci.instansi_id})
    teks = {
        "nomor": nomor,
        "latar_belakang": latar_belakang,
        "catatan_umum": catatan_umum,
        "penandatangan": penandatangan,
    }
    baru: dict[str, object] = {nama: isi.strip() for nama, isi in teks.items() if isi is not None}
    if tanggal is not None:
        baru["tanggal"] = tanggal
    ubah = {nama: [getattr(lhe, nama), isi] for nama, isi in baru.items() if getattr(lhe, nama) != isi}
    if ubah:
        for nama, isi in baru.items():
            setattr(lhe, nama, isi)
        lhe.full_clean(exclude=["instansi", "lembar"], validate_unique=False)
        lhe.save(update_fields=list(ubah))
        record_lembar(terkunci, "lhe.ditulis", by, ubah)
    return lhe


def get_lhe_lengkap(lembar: LembarKerja) -> LHE:
    """The report, when it has what a signature needs; raises LHEBelumLengkap."""
    lhe = LHE.objects.filter(lembar=lembar).first()
    if lhe is None:
        raise LHEBelumLengkap(_WAJIB[0])
    for bidang in _WAJIB:
        if not getattr(lhe, bidang):
            raise LHEBelumLengkap(bidang)
    return lhe


def sign_lhe(lembar: LembarKerja, by: Pengguna | None) -> LHE:
    """Freeze the content with its hash: from here on the database keeps it. Part of the step `tandatangani`."""
    lhe = get_lhe_lengkap(lembar)
    konteks = konteks_lhe(lembar).to_dict()
    lhe.konteks, lhe.sha256 = konteks, sidik_konteks(konteks)
    lhe.ditandatangani_oleh, lhe.ditandatangani_pada = by, timezone.now()
    lhe.save(update_fields=["konteks", "sha256", "ditandatangani_oleh", "ditandatangani_pada"])
    record_lembar(lembar, "lhe.ditandatangani", by, {"nomor": lhe.nomor, "sha256": lhe.sha256})
    return lhe
