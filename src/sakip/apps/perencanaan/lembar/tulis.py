"""Making a document say what a table says: only the differences are written, through the document's own services."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kinerja.nilai import GayaAngka, Nilai, read_value
from sakip.apps.datakinerja.convert import nilai_from_json
from sakip.apps.datakinerja.models import Indikator
from sakip.apps.datakinerja.services import (
    BarisIndikator,
    create_indikator_bulk,
    create_satuan_bulk,
    kunci_satuan,
)
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.lembar.galat import ImporRencanaDitolak
from sakip.apps.perencanaan.lembar.indikator import Dirujuk
from sakip.apps.perencanaan.lembar.periksa import targets_of
from sakip.apps.perencanaan.lembar.tabel import (
    Tabel,
    baca_rupiah,
    is_simpul,
    kunci_indikator,
    kunci_simpul,
    pecah_indikator,
    setara,
)
from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.apps.perencanaan.services.simpul import TINGKAT
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Unit


@dataclass(frozen=True, slots=True)
class Pulih:
    """What an undo knows besides the table: exact targets, and places and support of nodes that were removed."""

    nilai: Mapping[str, Any] = field(default_factory=dict)
    simpul: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class _Kerja:
    dokumen: Dokumen
    dari: Tabel
    ke: Tabel
    by: Pengguna | None
    pulih: Pulih
    simpul: dict[str, Simpul]
    unit: Mapping[str, Unit]


def write_selisih(
    *,
    dokumen: Dokumen,
    dari: Tabel,
    ke: Tabel,
    by: Pengguna | None,
    baru: Mapping[str, Dirujuk] | None = None,
    pulih: Pulih | None = None,
) -> dict[str, Indikator]:
    """Write what differs; the caller holds the transaction and the document.

    Returns indicators that were made, by their provisional code.
    """
    simpul = {kunci_simpul(s.asal): s for s in Simpul.objects.filter(dokumen=dokumen)}
    for satu in simpul.values():
        satu.dokumen = dokumen
    kode_unit = {isi["pj"] for k, isi in ke.items() if is_simpul(k) and isi.get("pj")}
    unit = {u.kode: u for u in Unit.objects.filter(instansi=dokumen.instansi, kode__in=kode_unit)}
    dibuat = _create_indikator(dokumen, ke, baru or {}, by)
    kerja = _Kerja(dokumen, dari, rename_baru(ke, dibuat), by, pulih or Pulih(), simpul, unit)
    _free_codes(kerja)
    _add_nodes(kerja)
    _update_nodes(kerja)
    milik = _indikator_of(kerja)
    _link(kerja, milik)
    _write_targets(kerja, milik)
    _write_pagu(kerja)
    _remove(kerja, milik)
    return dibuat


def _create_indikator(
    dokumen: Dokumen, ke: Tabel, baru: Mapping[str, Dirujuk], by: Pengguna | None
) -> dict[str, Indikator]:
    dipakai = {pecah_indikator(k)[1] for k in ke if not is_simpul(k)}
    perlu = [satu for kode, satu in baru.items() if kode in dipakai]
    if not perlu:
        return {}
    instansi = dokumen.instansi
    satuan = create_satuan_bulk(instansi=instansi, nama=[s.satuan for s in perlu], by=by)
    ada = set(Indikator.objects.filter(instansi=instansi).values_list("kode", flat=True))
    baris, nomor = [], 0
    for satu in perlu:
        nomor += 1
        while f"{dokumen.unit.kode}-{nomor:03}"[-60:] in ada:
            nomor += 1
        kode = f"{dokumen.unit.kode}-{nomor:03}"[-60:]
        isi = {"nama": satu.nama, "satuan": satuan[kunci_satuan(satu.satuan)]}
        baris.append(BarisIndikator(dokumen.unit, kode, isi))  # type: ignore[arg-type]
    jadi = create_indikator_bulk(
        instansi=instansi, baris=baris, berlaku_mulai=date(dokumen.tahun_mulai, 1, 1), by=by
    )
    return {satu.kode: indikator for satu, indikator in zip(perlu, jadi, strict=True)}


def rename_baru(ke: Tabel, dibuat: Mapping[str, Indikator]) -> Tabel:
    """Provisional codes of new indicators give way to those they were made with."""
    hasil: Tabel = {}
    for kunci, isi in ke.items():
        if not is_simpul(kunci):
            simpul, kode = pecah_indikator(kunci)
            if kode in dibuat:
                kunci = kunci_indikator(simpul.removeprefix("S:"), dibuat[kode].kode)
        hasil[kunci] = isi
    return hasil


def _free_codes(kerja: _Kerja) -> None:
    """Codes that another node takes over are laid down first, so that two nodes can trade theirs."""
    pemegang = {(s.jenis, s.kode): k for k, s in kerja.simpul.items() if s.kode}
    for kunci, isi in kerja.ke.items():
        if is_simpul(kunci) and isi.get("kode"):
            lain = pemegang.get((isi["jenis"], isi["kode"]), kunci)
            if lain != kunci:
                s = kerja.simpul[lain]
                kerja.simpul[lain] = _update(kerja, s, services.IsiSimpul(s.pernyataan, "", *_ties(s)))


def _ties(s: Simpul) -> tuple[Simpul | None, Simpul | None, Unit | None]:
    return s.induk, s.mendukung, s.pj_unit


def _update(kerja: _Kerja, s: Simpul, isi: services.IsiSimpul) -> Simpul:
    baru = services.update_simpul(simpul=s, isi=isi, by=kerja.by)
    baru.dokumen = kerja.dokumen
    return baru


def _add_nodes(kerja: _Kerja) -> None:
    """Highest level first, so that every parent is there; each right behind the sibling it follows."""
    tambah = [k for k in kerja.ke if is_simpul(k) and k not in kerja.simpul]
    urutan = _places(kerja, set(tambah))
    for kunci in sorted(tambah, key=lambda k: TINGKAT[kerja.ke[k]["jenis"]]):
        isi, lama = kerja.ke[kunci], kerja.pulih.simpul.get(kunci, {})
        dikenal = not kunci.startswith("S:baru-")
        jadi = services.add_simpul(
            dokumen=kerja.dokumen,
            jenis=isi["jenis"],
            pernyataan=isi["pernyataan"],
            kode=isi.get("kode", ""),
            induk=kerja.simpul[isi["induk"]] if isi.get("induk") else None,
            urutan=lama.get("urutan", urutan[kunci]),
            pj_unit=kerja.unit.get(isi.get("pj", "")),
            mendukung=Simpul.objects.filter(pk=lama.get("mendukung") or 0).first(),
            asal=uuid.UUID(kunci.removeprefix("S:")) if dikenal else None,
            by=kerja.by,
        )
        jadi.dokumen = kerja.dokumen
        kerja.simpul[kunci] = jadi


def _places(kerja: _Kerja, baru: set[str]) -> dict[str, int]:
    """A place for every new node: that of the sibling before it (the older one stays first)."""
    hasil: dict[str, int] = {}
    akhir: dict[str, int] = {}
    for kunci, isi in kerja.ke.items():
        if not is_simpul(kunci):
            continue
        induk = isi.get("induk", "")
        if kunci in baru:
            hasil[kunci] = akhir.get(induk, 0)
        else:
            akhir[induk] = kerja.simpul[kunci].urutan
    return hasil


def _update_nodes(kerja: _Kerja) -> None:
    for kunci, isi in kerja.ke.items():
        if not is_simpul(kunci) or kunci not in kerja.dari:
            continue
        lama, s = kerja.dari[kunci], kerja.simpul[kunci]
        bidang = ("pernyataan", "kode", "induk", "pj")
        if all(setara(isi.get(b, ""), lama.get(b, "")) for b in bidang) and s.kode == lama["kode"]:
            continue
        induk = kerja.simpul[isi["induk"]] if isi.get("induk") else None
        pj = kerja.unit.get(isi.get("pj", ""))
        baru = services.IsiSimpul(isi["pernyataan"], isi.get("kode", ""), induk, s.mendukung, pj)
        kerja.simpul[kunci] = _update(kerja, s, baru)


def _indikator_of(kerja: _Kerja) -> dict[str, Indikator]:
    kode = {pecah_indikator(k)[1] for tabel in (kerja.dari, kerja.ke) for k in tabel if not is_simpul(k)}
    semua = Indikator.objects.filter(instansi=kerja.dokumen.instansi, kode__in=kode)
    return {satu.kode: satu for satu in semua}


def _link(kerja: _Kerja, milik: Mapping[str, Indikator]) -> None:
    pasangan = []
    for kunci in kerja.ke:
        if not is_simpul(kunci) and kunci not in kerja.dari:
            simpul, kode = pecah_indikator(kunci)
            if kode not in milik:
                raise ImporRencanaDitolak(f"Indikator {kode} tidak ada lagi di kamus.")
            pasangan.append((kerja.simpul[simpul], milik[kode]))
    if pasangan:
        services.link_indikator_bulk(dokumen=kerja.dokumen, pasangan=pasangan, by=kerja.by)


def _write_targets(kerja: _Kerja, milik: Mapping[str, Indikator]) -> None:
    lama, baru = targets_of(kerja.dari), targets_of(kerja.ke, kerja.dari)
    # A table from before an import has no cell at all for a target that the import brought.
    tetap = {pecah_indikator(k)[1] for k in kerja.ke if not is_simpul(k)}
    baru |= {letak: "" for letak in lama if letak not in baru and letak[0] in tetap}
    tulis: list[services.BarisTarget] = []
    for (kode, tahun), teks in baru.items():
        if setara(teks, lama.get((kode, tahun), "")):
            continue
        nilai = _nilai(kerja.pulih, f"{kode}|{tahun}", teks)
        if nilai is None:
            services.set_target(
                dokumen=kerja.dokumen, indikator=milik[kode], tahun=tahun, nilai=None, by=kerja.by
            )
        else:
            tulis.append(services.BarisTarget(milik[kode], tahun, nilai))
    for kunci, isi in kerja.pulih.nilai.items():
        kode, tahun_teks, triwulan = (*kunci.split("|"), "")[:3]
        if triwulan and any(k.endswith(f"|{kode}") for k in kerja.ke):
            tulis.append(
                services.BarisTarget(milik[kode], int(tahun_teks), nilai_from_json(isi), int(triwulan))
            )
    if tulis:
        services.set_target_bulk(dokumen=kerja.dokumen, baris=tulis, by=kerja.by)


def _nilai(pulih: Pulih, kunci: str, teks: str) -> Nilai | None:
    if not teks:
        return None
    tersimpan = pulih.nilai.get(kunci)
    return read_value(teks, GayaAngka.INDONESIA) if tersimpan is None else nilai_from_json(tersimpan)


def _write_pagu(kerja: _Kerja) -> None:
    tulis: list[services.BarisPagu] = []
    for kunci, isi in kerja.ke.items():
        lama = kerja.dari.get(kunci, {})
        for bidang in {b for b in (*isi, *lama) if b.startswith("rp:")}:
            teks = isi.get(bidang, "")
            if not setara(teks, lama.get(bidang, "")):
                tahun = int(bidang.partition(":")[2])
                tulis.append(services.BarisPagu(kerja.simpul[kunci], tahun, baca_rupiah(teks)))
    if tulis:
        services.set_pagu_bulk(dokumen=kerja.dokumen, baris=tulis, by=kerja.by)


def _remove(kerja: _Kerja, milik: Mapping[str, Indikator]) -> None:
    """Indicators first, then nodes from the lowest level up."""
    pergi = [k for k in kerja.dari if k not in kerja.ke]
    for kunci in pergi:
        if not is_simpul(kunci):
            simpul, kode = pecah_indikator(kunci)
            if simpul in kerja.ke:
                services.unlink_indikator(simpul=kerja.simpul[simpul], indikator=milik[kode], by=kerja.by)
    for kunci in sorted((k for k in pergi if is_simpul(k)), key=lambda k: -TINGKAT[kerja.dari[k]["jenis"]]):
        services.remove_simpul(simpul=kerja.simpul[kunci], by=kerja.by)
