"""What would be wrong with a document if it said what a table says."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sakip.apps.perencanaan.lembar.tabel import Tabel, is_simpul, pecah_indikator, setara
from sakip.apps.perencanaan.lembar.tiga import sebutan
from sakip.apps.perencanaan.models import JenisSimpul
from sakip.apps.perencanaan.services.simpul import TINGKAT


def targets_of(ke: Tabel, dari: Tabel | None = None) -> dict[tuple[str, int], str]:
    """Yearly targets by indicator, however many nodes use it. Empty cells of a new row promise nothing of their own."""
    hasil: dict[tuple[str, int], str] = {}
    for kunci, isi in ke.items():
        if is_simpul(kunci):
            continue
        kode = pecah_indikator(kunci)[1]
        baru = dari is not None and kunci not in dari
        for bidang, teks in isi.items():
            if bidang.startswith("t:"):
                letak = (kode, int(bidang[2:]))
                if teks or not baru:
                    hasil[letak] = teks or hasil.get(letak, "")
    return hasil


def check_hasil(ke: Tabel, dari: Tabel) -> list[str]:
    """Everything that keeps the choices from being applied together; empty when they can be."""
    return [*_codes(ke), *_parents(ke), *_targets(ke, dari)]


def _codes(ke: Tabel) -> list[str]:
    lihat: dict[tuple[str, str], str] = {}
    hasil = []
    for kunci, isi in ke.items():
        if is_simpul(kunci) and isi.get("kode"):
            lain = lihat.setdefault((isi["jenis"], isi["kode"]), kunci)
            if lain != kunci:
                hasil.append(
                    _("Kode %(kode)s akan dipakai “%(a)s” dan “%(b)s”. Ubah salah satunya di berkas.")
                    % {"kode": isi["kode"], "a": sebutan(ke[lain]), "b": sebutan(isi)}
                )
    return hasil


def _parents(ke: Tabel) -> list[str]:
    hasil = []
    for kunci, isi in ke.items():
        induk = isi.get("induk", "")
        if not is_simpul(kunci) or not induk:
            continue
        if induk not in ke:
            hasil.append(
                _("“%(butir)s” kehilangan induknya. Pertahankan induk itu, atau hapus butir ini juga.")
                % {"butir": sebutan(isi)}
            )
        elif TINGKAT[JenisSimpul(ke[induk]["jenis"])] >= TINGKAT[JenisSimpul(isi["jenis"])]:
            hasil.append(_("“%(butir)s” berada di bawah tingkat yang salah.") % {"butir": sebutan(isi)})
    return hasil


def _targets(ke: Tabel, dari: Tabel) -> list[str]:
    lihat: dict[tuple[str, str], tuple[str, Mapping[str, str]]] = {}
    hasil = []
    for kunci, isi in ke.items():
        if is_simpul(kunci):
            continue
        kode = pecah_indikator(kunci)[1]
        for bidang, teks in isi.items():
            if not bidang.startswith("t:") or (not teks and kunci not in dari):
                continue
            lain, _isi = lihat.setdefault((kode, bidang), (teks, isi))
            if not setara(lain, teks):
                hasil.append(
                    _("Target %(tahun)s “%(nama)s” dipilih berbeda pada dua butir. Pilih yang sama.")
                    % {"tahun": bidang[2:], "nama": isi.get("nama", "")}
                )
    return hasil
