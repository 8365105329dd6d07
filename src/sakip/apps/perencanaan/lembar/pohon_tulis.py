"""Making a tree say what a cascading table says: only the differences are written, through the tree's own services."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.perencanaan import services
from sakip.apps.perencanaan.lembar.bahan import plain
from sakip.apps.perencanaan.lembar.tabel import Tabel, is_simpul, kunci_simpul, setara
from sakip.apps.perencanaan.models import Pohon, PohonIndikator, PohonSimpul, Simpul
from sakip.apps.perencanaan.selectors.pohon import kode_berikut
from sakip.apps.perencanaan.services.pohon import BarisPohon, IsiPohonIndikator, create_pohon_bulk
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Jabatan, Unit

#: Column of the table -> field of a condition that an edit may change.
_KOLOM = {
    "pernyataan": "pernyataan",
    "jenis": "jenis",
    "kode": "kode",
    "unit": "pemilik_unit",
    "jabatan": "pemilik_jabatan",
    "pemilik": "pemilik_teks",
    "sumber": "sumber",
}
#: No expectation about the present content: the tree is held, and the table was compared with it.
_APA_PUN: Mapping[str, Any] = {}


@dataclass(slots=True)
class _Kerja:
    pohon: Pohon
    dari: Tabel
    ke: Tabel
    by: Pengguna | None
    jejak: Mapping[str, Any]
    simpul: dict[str, PohonSimpul]
    unit: Mapping[str, Unit]
    jabatan: Mapping[str, Jabatan]
    kamus: Mapping[str, Indikator]


def write_pohon(
    *,
    pohon: Pohon,
    dari: Tabel,
    ke: Tabel,
    by: Pengguna | None,
    jejak: Mapping[str, Any],
    kamus: Mapping[str, Indikator],
) -> None:
    """Write what differs; the caller holds the transaction and the tree.

    `jejak` knows what an undo brings back, `kamus` the dictionary's indicator of a name.
    """
    kerja = _Kerja(
        pohon, dari, ke, by, jejak,
        {kunci_simpul(s.asal): s for s in PohonSimpul.objects.filter(pohon=pohon)},
        {u.kode: u for u in Unit.objects.filter(instansi_id=pohon.instansi_id, kode__in=_named(ke, "unit"))},
        {j.kode: j for j in Jabatan.objects.filter(instansi_id=pohon.instansi_id, kode__in=_named(ke, "jabatan"))},
        kamus,
    )  # fmt: skip
    _free_codes(kerja)
    _restore(kerja) if jejak else _add(kerja)
    _update(kerja)
    _move(kerja)
    _indicators(kerja)
    _support(kerja)
    _remove(kerja)


def _named(tabel: Tabel, bidang: str) -> set[str]:
    return {isi[bidang] for isi in tabel.values() if isi.get(bidang)}


def _nodes(tabel: Tabel) -> Iterable[tuple[str, dict[str, str]]]:
    return ((k, isi) for k, isi in tabel.items() if is_simpul(k))


def _own(tabel: Tabel) -> dict[str, list[tuple[str, dict[str, str]]]]:
    hasil: dict[str, list[tuple[str, dict[str, str]]]] = {}
    for kunci, isi in tabel.items():
        if not is_simpul(kunci):
            hasil.setdefault(f"S:{kunci[2:].partition('|')[0]}", []).append((kunci, isi))
    return hasil


def _free_codes(kerja: _Kerja) -> None:
    """Codes that another condition takes over are laid down first, so that two can trade theirs."""
    pemegang = {s.kode: k for k, s in kerja.simpul.items()}
    for kunci, isi in _nodes(kerja.ke):
        lain = pemegang.get(isi.get("kode", ""), kunci)
        if lain != kunci:
            sementara = {"kode": f"~{kerja.simpul[lain].pk}"}
            _change(kerja, lain, sementara)


def _change(kerja: _Kerja, kunci: str, ubahan: Mapping[str, Any]) -> None:
    hasil = services.update_pohon_simpul(
        simpul=kerja.simpul[kunci], ubahan=ubahan, by=kerja.by, kini=_APA_PUN
    )
    kerja.simpul[kunci] = hasil.simpul


def _add(kerja: _Kerja) -> None:
    """All new conditions in one batch, each with a code, for the batch knows parents by code."""
    baru = [(k, isi) for k, isi in _nodes(kerja.ke) if k not in kerja.simpul]
    if not baru:
        return
    kode = _codes(kerja, baru)
    ukuran = _own(kerja.ke)
    akhir: dict[str, int] = {}
    for s in kerja.simpul.values():
        induk = "" if s.induk_id is None else str(s.induk_id)
        akhir[induk] = max(akhir.get(induk, -1), s.urutan)
    baris = []
    for kunci, isi in baru:
        induk = isi.get("induk", "")
        tempat = str(kerja.simpul[induk].pk) if induk in kerja.simpul else induk
        akhir[tempat] = akhir.get(tempat, -1) + 1
        baris.append(
            BarisPohon(
                kode=kode[kunci],
                jenis=isi["jenis"],
                pernyataan=isi["pernyataan"],
                induk=kode[induk] if induk in kode else kerja.simpul[induk].kode if induk else "",
                urutan=akhir[tempat],
                langkah=kerja.pohon.langkah,
                pemilik_unit=kerja.unit.get(isi.get("unit", "")),
                pemilik_jabatan=kerja.jabatan.get(isi.get("jabatan", "")),
                pemilik_teks=isi.get("pemilik", ""),
                sumber=isi.get("sumber", ""),
                indikator=tuple(_words(kerja, satu) for _k, satu in ukuran.get(kunci, [])),
            )
        )
    p = kerja.pohon
    jadi = create_pohon_bulk(unit=p.unit, pohon=p.nama, tahun=p.tahun, baris=baris, by=kerja.by, tema=p.tema)
    kerja.simpul |= {kunci: jadi[kode[kunci]] for kunci, _isi in baru}


def _codes(kerja: _Kerja, baru: list[tuple[str, dict[str, str]]]) -> dict[str, str]:
    """The codes of new conditions; one without a code gets the next one below its parent."""
    dipakai = {s.kode for s in kerja.simpul.values()} | {isi["kode"] for _k, isi in _nodes(kerja.ke)}
    hasil = {kunci: isi["kode"] for kunci, isi in baru if isi.get("kode")}
    tunggu = [(k, isi) for k, isi in baru if k not in hasil]
    while tunggu:
        sisa = []
        for kunci, isi in tunggu:
            induk = isi.get("induk", "")
            if induk and induk not in hasil and induk not in kerja.simpul:
                sisa.append((kunci, isi))
                continue
            atas = PohonSimpul(kode=hasil.get(induk) or kerja.simpul[induk].kode) if induk else None
            depan = "" if atas is None else f"{atas.kode}."
            hasil[kunci] = kode_berikut(kerja.pohon, atas, {k for k in dipakai if k.startswith(depan)})
            dipakai.add(hasil[kunci])
        tunggu = sisa
    return hasil


def _words(kerja: _Kerja, isi: Mapping[str, str], lama: Mapping[str, Any] | None = None) -> IsiPohonIndikator:
    """An indicator as the table prints it, tied to the dictionary's entry of that name, or to the one it had."""
    indikator, kode = kerja.kamus.get(plain(isi["nama"])), ""
    if lama is not None:
        indikator = Indikator.objects.filter(pk=lama["indikator"]).first() if lama["indikator"] else None
        kode = lama["kode"]
    return IsiPohonIndikator(
        isi["nama"], kode or ("" if indikator is None else indikator.kode),
        isi.get("satuan", ""), isi.get("target", ""), indikator,
    )  # fmt: skip


def _restore(kerja: _Kerja) -> None:
    """Conditions that an import took away come back as they were, parents first."""
    tunggu = [(k, isi) for k, isi in _nodes(kerja.ke) if k not in kerja.simpul]
    ukuran = _own(kerja.ke)
    while tunggu:
        kunci, isi = next((k, i) for k, i in tunggu if not i.get("induk") or i["induk"] in kerja.simpul)
        lama = kerja.jejak["simpul"][kunci]
        hasil = services.add_pohon_simpul(
            pohon=kerja.pohon,
            isi=services.IsiPohonSimpul(
                jenis=isi["jenis"],
                pernyataan=isi["pernyataan"],
                kode=isi["kode"],
                induk=kerja.simpul[isi["induk"]] if isi.get("induk") else None,
                urutan=lama["tempat"],
                pemilik_unit=kerja.unit.get(isi.get("unit", "")),
                pemilik_jabatan=kerja.jabatan.get(isi.get("jabatan", "")),
                pemilik_teks=isi.get("pemilik", ""),
                simpul=Simpul.objects.filter(pk=lama["simpul"] or 0).first(),
                sumber=isi.get("sumber", ""),
                uid=uuid.UUID(lama["uid"]),
                asal=uuid.UUID(kunci.removeprefix("S:")),
                indikator=tuple(
                    _words(kerja, satu, kerja.jejak["ukuran"].get(k)) for k, satu in ukuran.get(kunci, [])
                ),
            ),
            by=kerja.by,
        )
        kerja.simpul[kunci] = hasil.simpul
        tunggu = [satu for satu in tunggu if satu[0] != kunci]


def _update(kerja: _Kerja) -> None:
    for kunci, isi in _nodes(kerja.ke):
        if kunci not in kerja.dari:
            continue
        s = kerja.simpul[kunci]
        ubahan: dict[str, Any] = {}
        for kolom, bidang in _KOLOM.items():
            teks = isi.get(kolom, "")
            if setara(teks, kerja.dari[kunci].get(kolom, "")) and not (kolom == "kode" and s.kode != teks):
                continue
            sumber = {"unit": kerja.unit, "jabatan": kerja.jabatan}.get(kolom)
            ubahan[bidang] = teks if sumber is None else sumber.get(teks)
        if ubahan:
            _change(kerja, kunci, ubahan)


def _move(kerja: _Kerja) -> None:
    """Highest first: what a condition is moved below already hangs where it belongs."""
    pindah = [
        (k, isi)
        for k, isi in _nodes(kerja.ke)
        if k in kerja.dari and isi.get("induk", "") != kerja.dari[k].get("induk", "")
    ]
    for kunci, isi in sorted(pindah, key=lambda satu: _depth(satu[0], kerja.ke)):
        induk = isi.get("induk", "")
        hasil = services.move_pohon_simpul(
            simpul=kerja.simpul[kunci],
            induk=kerja.simpul[induk] if induk else None,
            urutan=kerja.jejak.get("simpul", {}).get(kunci, {}).get("tempat"),
            by=kerja.by,
            kini=_APA_PUN,
        )
        kerja.simpul[kunci] = hasil.simpul


def _depth(kunci: str, tabel: Tabel) -> int:
    dalam = 0
    while kunci := tabel.get(kunci, {}).get("induk", ""):
        dalam += 1
    return dalam


def _indicators(kerja: _Kerja) -> None:
    semula = PohonIndikator.objects.filter(simpul__pohon=kerja.pohon)
    lama = {str(i.pk): i for i in semula.select_related("simpul", "indikator")}
    for simpul, semua in _own(kerja.ke).items():
        if simpul not in kerja.dari:
            continue
        for kunci, isi in semua:
            ada = kerja.dari.get(kunci)
            if ada is None:
                satu = _words(kerja, isi, kerja.jejak.get("ukuran", {}).get(kunci))
                services.add_pohon_indikator(simpul=kerja.simpul[simpul], isi=satu, by=kerja.by)
            elif any(not setara(isi.get(b, ""), ada.get(b, "")) for b in ("nama", "satuan", "target")):
                i = lama[kunci.rpartition("|")[2]]
                baru = IsiPohonIndikator(
                    isi["nama"], i.kode, isi.get("satuan", ""), isi.get("target", ""), i.indikator
                )
                services.update_pohon_indikator(indikator=i, isi=baru, by=kerja.by)
    for kunci in kerja.dari:
        if not is_simpul(kunci) and kunci not in kerja.ke and _node_of(kunci) in kerja.ke:
            services.remove_pohon_indikator(indikator=lama[kunci.rpartition("|")[2]], by=kerja.by)


def _node_of(kunci: str) -> str:
    return f"S:{kunci[2:].partition('|')[0]}"


def _support(kerja: _Kerja) -> None:
    """What is no longer supported is let go before anything new is tied."""
    pasangan = [
        (k, set(isi.get("mendukung", "").split()), set(kerja.dari.get(k, {}).get("mendukung", "").split()))
        for k, isi in _nodes(kerja.ke)
    ]
    for kunci, baru, lama in pasangan:
        for satu in sorted(lama - baru):
            if satu in kerja.simpul:
                services.remove_dukungan(
                    simpul=kerja.simpul[kunci], mendukung=kerja.simpul[satu], by=kerja.by
                )
    for kunci, baru, lama in pasangan:
        for satu in sorted(baru - lama):
            services.add_dukungan(simpul=kerja.simpul[kunci], mendukung=kerja.simpul[satu], by=kerja.by)


def _remove(kerja: _Kerja) -> None:
    """From the lowest up; what hung below and stays was moved before."""
    pergi = [k for k, _isi in _nodes(kerja.dari) if k not in kerja.ke]
    for kunci in sorted(pergi, key=lambda k: -_depth(k, kerja.dari)):
        services.remove_pohon_simpul(simpul=kerja.simpul[kunci], by=kerja.by, kini=_APA_PUN)
