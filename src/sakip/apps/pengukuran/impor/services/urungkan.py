"""Undoing the last import of an instansi, if nothing was built on it since."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import DecimalField, Model
from django.utils import timezone

from sakip.apps.pengukuran.impor.bentuk.pilihan import NAMA_BENTUK
from sakip.apps.pengukuran.impor.cocok import TERBUKA, match_rencana
from sakip.apps.pengukuran.impor.services.baca import parse_stored
from sakip.apps.pengukuran.impor.services.turunan import refresh_capaian, restore_tercetak
from sakip.apps.pengukuran.models import Realisasi, StatusRealisasi
from sakip.platform import wewenang
from sakip.platform.accounts.models import Pengguna
from sakip.platform.audit.services import record
from sakip.platform.dasar import in_indonesian
from sakip.platform.lembar.models import Impor, StatusImpor
from sakip.platform.lembar.pesan import BerkasTakTerpakai
from sakip.platform.organisasi.models import Instansi
from sakip.platform.wewenang import Izin

# Computed from the rest, so they never stand in the way; they are made again afterwards.
TURUNAN = frozenset({"pengukuran.capaian", "pengukuran.rekapcapaian"})
# Kept when something else uses them by now: a unit of measure belongs to nobody's import.
BERSAMA = frozenset({"datakinerja.satuan"})
_POTONG = 400


class TidakDapatDiurungkan(Exception):
    """There is nothing to undo, or something was built on the import since."""


@transaction.atomic
def undo_impor(*, instansi: Instansi, by: Pengguna | None, impor: Impor | None = None) -> Impor:
    """Undo the last applied import: rows it made are gone, rows it changed are as before."""
    Instansi.objects.select_for_update().get(pk=instansi.pk)
    terakhir = last_applied(instansi)
    if terakhir is None:
        raise TidakDapatDiurungkan("Tidak ada impor yang dapat diurungkan.")
    if impor is not None and impor.pk != terakhir.pk:
        raise TidakDapatDiurungkan(
            f"Hanya impor terakhir yang dapat diurungkan. Yang terakhir: {terakhir.nama_berkas}."
        )
    require_undo(terakhir, by)
    dibuat: dict[str, list[int]] = terakhir.jejak.get("dibuat", {})
    diubah: list[dict[str, Any]] = terakhir.jejak.get("diubah", [])
    _require_untouched(dibuat, diubah)
    _require_as_imported(terakhir)
    unit_ids, tahun = _affected(dibuat, diubah)
    _delete_derived(dibuat)
    _restore(diubah)
    _delete(dibuat)
    refresh_capaian(instansi, unit_ids - set(dibuat.get("organisasi.unit", ())), tahun)
    restore_tercetak(terakhir.jejak.get("tercetak", ()))
    terakhir.status, terakhir.diurungkan_pada = StatusImpor.DIURUNGKAN, timezone.now()
    terakhir.save(update_fields=["status", "diurungkan_pada"])
    record(
        aksi="pengukuran.impor.diurungkan",
        objek=terakhir,
        by=by,
        instansi=instansi,
        label=f"{terakhir.bentuk} {terakhir.tahun} {terakhir.nama_berkas}",
        perubahan={"dihapus": {m: len(k) for m, k in dibuat.items()}, "dipulihkan": len(diubah)},
    )
    return terakhir


def may_undo(impor: Impor, by: Pengguna | None) -> bool:
    """Whoever imports for the whole instansi, and the one who applied it."""
    if wewenang.boleh(by, Izin.IMPOR, instansi=impor.instansi):
        return True
    return by is not None and impor.oleh_id == by.pk and wewenang.boleh(by, Izin.IMPOR)


def require_undo(impor: Impor, by: Pengguna | None) -> None:
    """Raise TidakBerwenang unless `may_undo`."""
    if not may_undo(impor, by):
        raise wewenang.TidakBerwenang(wewenang.pesan())


def last_applied(instansi: Instansi) -> Impor | None:
    """The import that an undo would take back."""
    return (
        Impor.objects.filter(instansi=instansi, status=StatusImpor.DITERAPKAN, bentuk__in=NAMA_BENTUK)
        .order_by("-pada", "-pk")
        .first()
    )


def _require_untouched(dibuat: dict[str, list[int]], diubah: list[dict[str, Any]]) -> None:
    _require_open(dibuat, diubah)
    for satu in diubah:
        model = apps.get_model(satu["model"])
        objek = model._default_manager.filter(pk=satu["pk"]).first()
        if objek is None or any(
            _plain_of(objek, b) != _plain_like(model, b, isi) for b, isi in satu["baru"].items()
        ):
            raise TidakDapatDiurungkan(
                f"Impor tidak dapat diurungkan: {model._meta.verbose_name} yang diubahnya sudah diubah lagi sesudahnya."
            )
    for label, kunci in dibuat.items():
        if label not in BERSAMA:
            _require_unreferenced(label, kunci, dibuat)


def _require_as_imported(impor: Impor) -> None:
    """Importing the same file again must find nothing to do: else its rows were edited since."""
    try:
        cocok = match_rencana(parse_stored(impor), impor.instansi)
    except BerkasTakTerpakai:
        cocok = None
    if cocok is None or not cocok.kosong:
        raise TidakDapatDiurungkan("Impor tidak dapat diurungkan: isinya sudah diubah sesudahnya.")


def _require_open(dibuat: dict[str, list[int]], diubah: list[dict[str, Any]]) -> None:
    """Submitted figures, and figures with a later version, are work that an undo must not destroy."""
    versi_akhir = dict.fromkeys(dibuat.get("pengukuran.realisasi", ()), 1)
    versi_akhir |= {
        s["pk"]: s["baru"]["versi_terakhir"] for s in diubah if s["model"] == "pengukuran.realisasi"
    }
    for potong in _chunks(list(versi_akhir)):
        for r in Realisasi.objects.filter(pk__in=potong).select_related("unit"):
            if r.status not in TERBUKA:
                raise TidakDapatDiurungkan(
                    f"Impor tidak dapat diurungkan: realisasi {r.unit.kode} {r.tahun} sudah "
                    f"{in_indonesian(StatusRealisasi(r.status).label).lower()}."
                )
            if r.versi_terakhir != versi_akhir[r.pk]:
                raise TidakDapatDiurungkan(
                    f"Impor tidak dapat diurungkan: realisasi {r.unit.kode} {r.tahun} sudah diperbarui sesudahnya."
                )


def _require_unreferenced(label: str, kunci: Sequence[int], dibuat: dict[str, list[int]]) -> None:
    """No row outside of the import may point to a row of it."""
    model = apps.get_model(label)
    for asal, bidang in _references(model):
        if asal._meta.label_lower in TURUNAN:
            continue
        milik = set(dibuat.get(asal._meta.label_lower, ()))
        for potong in _chunks(kunci):
            baris = asal._default_manager.filter(**{f"{bidang}__in": potong})
            asing = set(baris.values_list("pk", flat=True)) - milik
            if asing:
                raise TidakDapatDiurungkan(
                    f"Impor tidak dapat diurungkan: {len(asing)} {asal._meta.verbose_name} sudah memakai "
                    f"{model._meta.verbose_name} yang dibuatnya."
                )


def _references(model: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """Every model and column that may point to `model`, those without a name on the other side included."""
    for asal in apps.get_models():
        for kolom in asal._meta.concrete_fields:
            if kolom.is_relation and kolom.related_model is model:
                yield asal, kolom.attname


def _affected(dibuat: dict[str, list[int]], diubah: list[dict[str, Any]]) -> tuple[set[int], set[int]]:
    kunci = {
        label: [*dibuat.get(label, ()), *(s["pk"] for s in diubah if s["model"] == label)]
        for label in ("pengukuran.realisasi", "perencanaan.target")
    }
    unit_ids: set[int] = set()
    tahun: set[int] = set()
    for label, unit in (("pengukuran.realisasi", "unit_id"), ("perencanaan.target", "dokumen__unit_id")):
        for potong in _chunks(kunci[label]):
            for satu in (
                apps.get_model(label)._default_manager.filter(pk__in=potong).values_list(unit, "tahun")
            ):
                unit_ids.add(satu[0])
                tahun.add(satu[1])
    return unit_ids, tahun


def _restore(diubah: list[dict[str, Any]]) -> None:
    for satu in reversed(diubah):
        model = apps.get_model(satu["model"])
        model._default_manager.filter(pk=satu["pk"]).update(**satu["lama"])


def _delete_derived(dibuat: dict[str, list[int]]) -> None:
    capaian, rekap = apps.get_model("pengukuran.capaian"), apps.get_model("pengukuran.rekapcapaian")
    for potong in _chunks(dibuat.get("datakinerja.indikator", ())):
        capaian._default_manager.filter(indikator_id__in=potong).delete()
    for potong in _chunks(dibuat.get("pengukuran.realisasi", ())):
        capaian._default_manager.filter(realisasi_id__in=potong).delete()
    for potong in _chunks(dibuat.get("organisasi.unit", ())):
        capaian._default_manager.filter(unit_id__in=potong).delete()
        rekap._default_manager.filter(unit_id__in=potong).delete()


def _delete(dibuat: dict[str, list[int]]) -> None:
    """Children before parents: the reverse of the order in which they were made."""
    for label in reversed(dibuat):
        kunci = dibuat[label]
        if label in BERSAMA:
            kunci = _unused(label, kunci)
        # Nodes point to each other; the deepest were made last.
        for potong in _chunks(list(reversed(kunci))):
            baris = apps.get_model(label)._default_manager.filter(pk__in=potong)
            baris._raw_delete(baris.db)


def _unused(label: str, kunci: Sequence[int]) -> list[int]:
    dipakai: set[int] = set()
    for asal, nama in _references(apps.get_model(label)):
        dipakai.update(asal._default_manager.filter(**{f"{nama}__in": kunci}).values_list(nama, flat=True))
    return [satu for satu in kunci if satu not in dipakai]


def _chunks(kunci: Sequence[int]) -> Iterator[Sequence[int]]:
    for awal in range(0, len(kunci), _POTONG):
        yield kunci[awal : awal + _POTONG]


def _plain_of(objek: Model, bidang: str) -> Any:
    return getattr(objek, bidang)


def _plain_like(model: type[Model], bidang: str, isi: Any) -> Any:
    """A traced value as the field holds it."""
    kolom = next(f for f in model._meta.concrete_fields if bidang in (f.name, f.attname))
    if isinstance(kolom, DecimalField) and isi is not None:
        return Decimal(isi)
    return isi if kolom.is_relation else kolom.to_python(isi)
