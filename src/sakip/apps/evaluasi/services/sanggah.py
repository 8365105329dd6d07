"""Objections to the value of a sub-component, and the ruling on them."""

from django.db import transaction
from django.utils import timezone

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi.convert import check_nilai, effective
from sakip.apps.evaluasi.galat import (
    BukanMasaSanggah,
    IsianKosong,
    KodeTidakDikenal,
    SanggahSudahAda,
    SanggahSudahDiputus,
)
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    Jawaban,
    LembarKerja,
    PeranTim,
    Sanggah,
    StatusSanggah,
    TahapLembar,
    TahapNilai,
)
from sakip.apps.evaluasi.policies import require_dalam_tim
from sakip.apps.evaluasi.selectors.dasar import Peta, load_peta_satu
from sakip.apps.evaluasi.services._kunci import (
    lock_lembar,
    record_lembar,
    require_berjalan,
    require_jendela,
)
from sakip.apps.evaluasi.services.jawaban import insert_versions
from sakip.platform.access.policies import require
from sakip.platform.accounts.models import Pengguna
from sakip.platform.wewenang import Izin

PEMUTUS = frozenset({PeranTim.PENANGGUNG_JAWAB})


@transaction.atomic
def file_sanggah(
    *, lembar: LembarKerja, kode: str, alasan: str, by: Pengguna | None, nilai_diminta: str = ""
) -> Sanggah:
    """Object to one value of a signed LHE, while the window for it is open."""
    terkunci = lock_lembar(lembar)
    require(by, Izin.TANGGAPI_EVALUASI, unit=terkunci.unit)
    require_berjalan(terkunci)
    if terkunci.tahap != TahapLembar.SANGGAH:
        raise BukanMasaSanggah(terkunci.get_tahap_display())
    require_jendela(terkunci)
    instrumen = muat_instrumen(terkunci.instrumen)
    _require_scored(instrumen, kode)
    if not alasan.strip():
        raise IsianKosong("alasan")
    if Sanggah.objects.filter(lembar=terkunci, kode=kode, status=StatusSanggah.DIAJUKAN).exists():
        raise SanggahSudahAda(kode)
    sanggah = Sanggah(
        instansi_id=terkunci.instansi_id,
        lembar=terkunci,
        kode=kode,
        nilai_semula=_value(load_peta_satu(terkunci, [kode]), kode),
        nilai_diminta=check_nilai(instrumen, kode, nilai_diminta),
        alasan=alasan.strip(),
        diajukan_oleh=by,
        diajukan_pada=timezone.now(),
    )
    sanggah.save(force_insert=True)
    isi = {"kode": kode, "semula": sanggah.nilai_semula, "diminta": sanggah.nilai_diminta}
    record_lembar(terkunci, "sanggah.diajukan", by, {**isi, "alasan": sanggah.alasan})
    return sanggah


@transaction.atomic
def decide_sanggah(
    *, sanggah: Sanggah, diterima: bool, putusan: str, by: Pengguna | None, nilai_putusan: str = ""
) -> Sanggah:
    """Rule on an objection. The signed LHE stays as it is; an accepted objection gives a new final value."""
    lembar = lock_lembar(sanggah.lembar)
    require_dalam_tim(by, lembar, Izin.NILAI_EVALUASI, PEMUTUS)
    require_berjalan(lembar)
    terkunci = Sanggah.objects.select_for_update(of=("self",)).get(pk=sanggah.pk)
    if terkunci.status != StatusSanggah.DIAJUKAN:
        raise SanggahSudahDiputus
    if not putusan.strip():
        raise IsianKosong("putusan")
    instrumen = muat_instrumen(lembar.instrumen)
    nilai = check_nilai(instrumen, terkunci.kode, nilai_putusan) if diterima else ""
    if diterima and not nilai:
        raise IsianKosong("nilai_putusan")
    terkunci.status = StatusSanggah.DITERIMA if diterima else StatusSanggah.DITOLAK
    terkunci.nilai_putusan, terkunci.putusan = nilai, putusan.strip()
    terkunci.diputus_oleh, terkunci.diputus_pada = by, timezone.now()
    terkunci.save(update_fields=["status", "nilai_putusan", "putusan", "diputus_oleh", "diputus_pada"])
    if diterima:
        _write_ruling(lembar, instrumen, terkunci, by)
    isi = {"kode": terkunci.kode, "status": terkunci.status, "nilai": [terkunci.nilai_semula, nilai]}
    record_lembar(lembar, "sanggah.diputus", by, {**isi, "putusan": terkunci.putusan})
    return terkunci


def _require_scored(instrumen: Instrumen, kode: str) -> None:
    if not instrumen.knows(kode) or not instrumen.butir(kode).berjawaban:
        raise KodeTidakDikenal(kode)


def _value(peta: Peta, kode: str) -> str:
    isi = effective(peta.get(kode, {}), TahapNilai.AKHIR)
    return "" if isi is None else isi.nilai


def _write_ruling(lembar: LembarKerja, instrumen: Instrumen, sanggah: Sanggah, by: Pengguna | None) -> None:
    peta = load_peta_satu(lembar)
    lama = peta.get(sanggah.kode, {}).get(TahapNilai.AKHIR)
    jawaban = Jawaban(
        instansi_id=lembar.instansi_id,
        lembar=lembar,
        kode=sanggah.kode,
        tahap=TahapNilai.AKHIR,
        versi_ke=1 if lama is None else lama.versi_ke + 1,
        nilai=sanggah.nilai_putusan,
        catatan="" if lama is None else lama.catatan,
        daftar_bukti="" if lama is None else lama.daftar_bukti,
        alasan=sanggah.putusan,
        oleh=by,
        pada=timezone.now(),
    )
    insert_versions(lembar, instrumen, TahapNilai.AKHIR, [jawaban], peta)
