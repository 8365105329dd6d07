"""What the services of perencanaan share."""

from collections.abc import Iterable

from sakip.apps.perencanaan.galat import DokumenTerkunci, IsianKosong, TriwulanSalah
from sakip.apps.perencanaan.models import Dokumen, StatusDokumen
from sakip.apps.perencanaan.workflow import BERJALAN, TERBUKA
from sakip.platform.turunan import announce

BATCH = 500


def lock_dokumen(dokumen: Dokumen) -> Dokumen:
    """The document as it stands now, held until the transaction ends."""
    semua = Dokumen.objects.select_for_update(of=("self",)).select_related("unit", "instansi")
    return semua.get(pk=dokumen.pk)


def lock_terbuka(dokumen: Dokumen, koreksi: str) -> Dokumen:
    """The document, locked, once it may be edited.

    `koreksi` is the reason for correcting a document in force in place, as an import of a publication does;
    it goes into the audit record.
    """
    terkunci = lock_dokumen(dokumen)
    boleh = terkunci.status in TERBUKA or (terkunci.status == StatusDokumen.BERLAKU and koreksi.strip())
    if not boleh:
        diproses = terkunci.status in BERJALAN - TERBUKA
        raise DokumenTerkunci(terkunci.nama, terkunci.get_status_display(), diproses=diproses)
    return terkunci


def announce_dokumen(dokumen: Dokumen, *, indikator_ids: Iterable[int] = ()) -> None:
    """Years covered by a document in force are computed again; a draft moves no figure."""
    if dokumen.status == StatusDokumen.BERLAKU:
        announce(
            instansi_id=dokumen.instansi_id,
            unit_ids=[dokumen.unit_id],
            indikator_ids=list(indikator_ids),
            tahun=range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1),
        )


def require_text(nilai: str, bidang: str) -> str:
    bersih = " ".join(nilai.split())
    if not bersih:
        raise IsianKosong(bidang)
    return bersih


def require_triwulan(triwulan: int | None) -> None:
    if triwulan is not None and not 1 <= triwulan <= 4:
        raise TriwulanSalah
