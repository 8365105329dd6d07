"""Moving a sheet through its stages; what must hold first is named in the transition table."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from sakip.apps.evaluasi.convert import effective_values
from sakip.apps.evaluasi.galat import (
    AlasanWajib,
    BelumLengkap,
    LangkahTidakDikenal,
    LangkahTidakSah,
    SanggahBelumDiputus,
    SanggahMasihDibuka,
    TanpaCatatanBukti,
    TanpaRekomendasi,
    TanpaTanggapan,
)
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    BuktiJawaban,
    Diskusi,
    LangkahLembar,
    LembarKerja,
    Sanggah,
    StatusSanggah,
    TahapLembar,
    TahapNilai,
)
from sakip.apps.evaluasi.policies import require_langkah
from sakip.apps.evaluasi.selectors.dasar import jendela_tahap, load_peta_satu
from sakip.apps.evaluasi.services._kunci import (
    lock_lembar,
    record_lembar,
    require_berjalan,
    require_jendela,
)
from sakip.apps.evaluasi.services.jawaban import add_diskusi
from sakip.apps.evaluasi.services.lhe import get_lhe_lengkap, sign_lhe
from sakip.apps.evaluasi.workflow import TRANSISI
from sakip.platform.accounts.models import Pengguna
from sakip.platform.dasar import today


@transaction.atomic
def transition_lembar(
    *, lembar: LembarKerja, langkah: str, by: Pengguna | None, alasan: str = ""
) -> LembarKerja:
    """Take one step of workflow.TRANSISI. The reason of `beri_tanggapan` is the response itself."""
    if langkah not in TRANSISI:
        raise LangkahTidakDikenal(langkah)
    terkunci = lock_lembar(lembar)
    transisi = TRANSISI[langkah]
    require_langkah(by, terkunci, langkah)
    require_berjalan(terkunci)
    if terkunci.tahap != transisi.dari:
        raise LangkahTidakSah(terkunci.get_tahap_display())
    if transisi.beralasan and not alasan.strip():
        raise AlasanWajib
    if langkah == "beri_tanggapan" and alasan.strip():
        add_diskusi(lembar=terkunci, kode="", isi=alasan, by=by)
    for nama in transisi.syarat:
        SYARAT[nama](terkunci)
    if langkah == "beri_tanggapan":
        # What was said in the thread is the response: the report prints it with the step.
        alasan = alasan.strip() or "\n".join(_responses(terkunci).values_list("isi", flat=True))
    if langkah == "tandatangani":
        sign_lhe(terkunci, by)
    terkunci.tahap = transisi.ke
    terkunci.save(update_fields=["tahap"])
    LangkahLembar.objects.create(
        instansi_id=terkunci.instansi_id,
        lembar=terkunci,
        langkah=langkah,
        dari=transisi.dari,
        ke=transisi.ke,
        alasan=alasan.strip(),
        oleh=by,
        pada=timezone.now(),
    )
    record_lembar(
        terkunci,
        f"lembar.{langkah}",
        by,
        {"tahap": [str(transisi.dari), str(transisi.ke)], "alasan": alasan.strip()},
    )
    lembar.tahap = terkunci.tahap
    return terkunci


def _lengkap(lembar: LembarKerja, tahap: TahapNilai) -> None:
    instrumen = muat_instrumen(lembar.instrumen)
    nilai = effective_values(load_peta_satu(lembar), tahap)
    belum = [butir.kode for butir in instrumen.penilaian if butir.kode not in nilai and butir.baku is None]
    if belum:
        raise BelumLengkap(belum)


def _lengkap_mandiri(lembar: LembarKerja) -> None:
    _lengkap(lembar, TahapNilai.MANDIRI)


def _lengkap_evaluasi(lembar: LembarKerja) -> None:
    _lengkap(lembar, TahapNilai.EVALUASI)


def _catatan_dan_bukti(lembar: LembarKerja) -> None:
    """Each sub-component has the evaluator's note, and evidence: attached, or named by either side."""
    instrumen, peta = muat_instrumen(lembar.instrumen), load_peta_satu(lembar)
    berbukti = set(
        BuktiJawaban.objects.filter(lembar=lembar, dilepas_pada__isnull=True).values_list("kode", flat=True)
    )
    tanpa_catatan, tanpa_bukti = [], []
    for sub in instrumen.sub:
        kode = [butir.kode for butir in sub.walk()]
        isi = [satu for k in kode for satu in peta.get(k, {}).values()]
        if not any(satu.catatan for satu in isi if satu.tahap != TahapNilai.MANDIRI):
            tanpa_catatan.append(sub.kode)
        if not (berbukti.intersection(kode) or any(satu.daftar_bukti for satu in isi)):
            tanpa_bukti.append(sub.kode)
    if tanpa_catatan or tanpa_bukti:
        raise TanpaCatatanBukti(tanpa_catatan, tanpa_bukti)


def _ada_rekomendasi(lembar: LembarKerja) -> None:
    if not lembar.rekomendasi_set.exists():
        raise TanpaRekomendasi


def _ada_tanggapan(lembar: LembarKerja) -> None:
    if not _responses(lembar).exists():
        raise TanpaTanggapan


def _responses(lembar: LembarKerja) -> QuerySet[Diskusi]:
    """What somebody outside the team wrote about the whole sheet since the draft was sent."""
    kirim = lembar.langkah_set.filter(ke=TahapLembar.TANGGAPAN).order_by("pada", "pk").last()
    pesan = Diskusi.objects.filter(lembar=lembar, kode="")
    if kirim is not None:
        pesan = pesan.filter(pada__gte=kirim.pada)
    if lembar.tim is not None:
        pesan = pesan.exclude(oleh_id__in=list(lembar.tim.anggota_set.values_list("pengguna_id", flat=True)))
    return pesan.order_by("pada", "pk")


def _nomor_lhe(lembar: LembarKerja) -> None:
    get_lhe_lengkap(lembar)


def _sanggah_selesai(lembar: LembarKerja) -> None:
    """No objection without a ruling, and none can still come."""
    terbuka = Sanggah.objects.filter(lembar=lembar, status=StatusSanggah.DIAJUKAN)
    kode = list(terbuka.values_list("kode", flat=True))
    if kode:
        raise SanggahBelumDiputus(kode)
    jendela = jendela_tahap(lembar, TahapLembar.SANGGAH)
    if jendela is not None and today() <= jendela.tutup:
        raise SanggahMasihDibuka(jendela.tutup)


SYARAT: dict[str, Callable[[LembarKerja], None]] = {
    "jendela": require_jendela,
    "lengkap_mandiri": _lengkap_mandiri,
    "lengkap_evaluasi": _lengkap_evaluasi,
    "catatan_dan_bukti": _catatan_dan_bukti,
    "ada_rekomendasi": _ada_rekomendasi,
    "ada_tanggapan": _ada_tanggapan,
    "nomor_lhe": _nomor_lhe,
    "sanggah_selesai": _sanggah_selesai,
}
