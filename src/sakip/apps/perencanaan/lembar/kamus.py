"""What a sheet says beside an indicator, written where it belongs: the dictionary, the link, the baseline."""

from collections.abc import Collection

from sakip.apps.datakinerja.models import DataDasar, Indikator, IndikatorVersi
from sakip.apps.datakinerja.services import add_data_dasar, update_indikator
from sakip.apps.perencanaan.lembar.angka import nilai_of_text
from sakip.apps.perencanaan.lembar.cocok import AWAL
from sakip.apps.perencanaan.lembar.tabel import Baris, Tabel, is_simpul, pecah_indikator, setara
from sakip.apps.perencanaan.models import Dokumen, SimpulIndikator
from sakip.apps.perencanaan.services.iku import set_alasan_iku
from sakip.platform.accounts.models import Pengguna


def write_kamus(
    *, dokumen: Dokumen, dari: Tabel, ke: Tabel, teks: Collection[str], by: Pengguna | None
) -> None:
    """Texts correct the newest entry; the reason stands with the link, a baseline with its year."""
    berubah = {
        pecah_indikator(kunci): (isi, beda)
        for kunci, isi in ke.items()
        if not is_simpul(kunci) and (beda := _changed(isi, dari.get(kunci, {}), teks))
    }
    if not berubah:
        return
    kode = {satu for _simpul, satu in berubah}
    milik = {i.kode: i for i in Indikator.objects.filter(instansi=dokumen.instansi, kode__in=kode)}
    versi = _latest(milik.values())
    tautan = {
        (f"S:{t.simpul.asal}", t.indikator.kode): t
        for t in SimpulIndikator.objects.filter(simpul__dokumen=dokumen).select_related(
            "simpul__dokumen__unit__instansi", "indikator"
        )
    }
    # A new node has its key only after it was written, so its links are found by the indicator alone.
    menurut_kode = {kode: t for (_simpul, kode), t in tautan.items()}
    for (simpul, satu), (isi, beda) in berubah.items():
        indikator = milik[satu]
        if kamus := {b: isi[b] for b in beda if b not in ("alasan", "awal")}:
            update_indikator(indikator=indikator, sejak=versi[indikator.pk].berlaku_mulai, by=by, **kamus)  # type: ignore[arg-type]
        if "alasan" in beda:
            t = tautan.get((simpul, satu)) or menurut_kode[satu]
            set_alasan_iku(tautan=t, alasan=isi["alasan"], by=by, boleh_kosong=True)
        if "awal" in beda:
            _write_awal(indikator, isi["awal"], by)


def _changed(isi: Baris, lama: Baris, teks: Collection[str]) -> list[str]:
    return [b for b in (*teks, "awal") if b in isi and not setara(isi[b], lama.get(b, ""))]


def _latest(semua: Collection[Indikator]) -> dict[int, IndikatorVersi]:
    versi = IndikatorVersi.objects.filter(indikator__in=[satu.pk for satu in semua])
    return {v.indikator_id: v for v in versi.order_by("berlaku_mulai")}


def _write_awal(indikator: Indikator, teks: str, by: Pengguna | None) -> None:
    """A baseline that is emptied by an undo stays, as the dictionary's new entries do."""
    cocok = AWAL.fullmatch(teks)
    if cocok is None:
        return
    tahun = int(cocok[2])
    lama = DataDasar.objects.filter(indikator=indikator, tahun=tahun).first()
    sumber = "" if lama is None else lama.sumber
    add_data_dasar(indikator=indikator, tahun=tahun, nilai=nilai_of_text(cocok[1]), by=by, sumber=sumber)
