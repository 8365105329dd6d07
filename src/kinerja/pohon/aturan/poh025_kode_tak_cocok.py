"""A code that is that of another indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from kinerja.kata import meanings, stem
from kinerja.kata.muat import words
from kinerja.pohon.bentuk import LANGKAH_3, Aturan, Lapor, contoh
from kinerja.pohon.indeks import Indeks, Terbaca
from kinerja.pohon.model import SimpulPohon
from kinerja.pohon.sebut import kutip
from kinerja.pohon.temuan import TingkatTemuan

_SAUDARA_TERSEDIKIT = 3
#: So many telling words of one other code, and none of its own, show that a code has shifted.
_KATA_KHAS = 2


def periksa(ix: Indeks) -> Iterator[Lapor]:
    """Against the parent by wording, against the siblings by how their wordings begin and end."""
    for s in ix.berkode:
        induk = ix.induk_of(s)
        if induk is not None:
            yield from _against_parent(ix, s, induk)
    for induk, anak in ix.saudara() if ix.berkode else ():
        if len(anak) >= _SAUDARA_TERSEDIKIT:
            yield from _against_siblings([t for s in anak for t in ix.per_simpul.get(s.id, ())], induk)


def _against_parent(ix: Indeks, s: SimpulPohon, induk: SimpulPohon) -> Iterator[Lapor]:
    milik = [t for t in ix.per_simpul.get(induk.id, ()) if t.indikator.kode is not None]
    per_kode = {k: list(g) for k, g in groupby(sorted(milik, key=_kode), key=_kode)}
    if len(per_kode) < 2:
        return
    khas = _telling_words(per_kode, meanings(ix.pohon.opd or "") | _quality_words())
    terlapor: set[tuple[str, str]] = set()
    for t in ix.per_simpul[s.id]:
        kode = t.indikator.kode
        lain = None if kode is None or kode not in per_kode else _better_code(t, kode, per_kode, khas)
        if kode is None or lain is None or (kode, lain) in terlapor:
            continue
        terlapor.add((kode, lain))
        tetangga = kutip(per_kode[lain][0].indikator.nama)
        pesan = f"Kode {kode} pada {kutip(t.indikator.nama)} tidak cocok: menurut induk ({induk.id}) isinya milik "
        pesan += f"{lain} ({tetangga}). Kodenya ganda atau bergeser; pakai {lain}."
        yield Lapor(s.id, pesan, t.indikator.nama)


@cache
def _quality_words() -> frozenset[str]:
    """Words such as "tepat waktu", which tell how well and not what."""
    return frozenset({stem(k) for k in words("keluaran", "mutu")} | {"waktu"})


def _better_code(
    t: Terbaca, kode: str, per_kode: dict[str, list[Terbaca]], khas: dict[str, frozenset[str]]
) -> str | None:
    """The code whose wording this is: the very wording, or telling words of that code alone."""
    if any(i.normal == t.normal for i in per_kode[kode]):
        return None
    sama = [k for k, milik in per_kode.items() if any(i.normal == t.normal for i in milik)]
    if sama:
        return sama[0]
    arti = meanings(t.indikator.nama)
    cocok = {k: len(kata & arti) for k, kata in khas.items() if kata & arti}
    satu = next(iter(cocok), None)
    return satu if len(cocok) == 1 and satu != kode and cocok[satu or ""] >= _KATA_KHAS else None


def _telling_words(per_kode: dict[str, list[Terbaca]], biasa: frozenset[str]) -> dict[str, frozenset[str]]:
    """For each code, the words of its wording that no other code of the parent has; not those of the office."""
    arti = {k: frozenset[str]().union(*(meanings(i.indikator.nama) for i in d)) for k, d in per_kode.items()}
    jumlah = Counter(kata for a in arti.values() for kata in a)
    return {k: frozenset(kata for kata in a - biasa if jumlah[kata] == 1) for k, a in arti.items()}


def _against_siblings(semua: list[Terbaca], induk: SimpulPohon) -> Iterator[Lapor]:
    golongan: dict[tuple[str, ...], list[Terbaca]] = {}
    for t in semua:
        kata = t.normal.split()
        if t.indikator.kode is not None and len(kata) > 4:
            golongan.setdefault((*kata[:2], *kata[-2:]), []).append(t)
    for mirip in golongan.values():
        kode = [t.indikator.kode for t in mirip]
        utama = max(sorted({k for k in kode if k is not None}), key=kode.count)
        if kode.count(utama) < _SAUDARA_TERSEDIKIT or kode.count(utama) * 4 < len(kode) * 3:
            continue
        for t in mirip:
            if t.indikator.kode != utama:
                pesan = (
                    f"Kode {t.indikator.kode} pada {kutip(t.indikator.nama)} berbeda dari saudaranya di bawah "
                    f"{induk.id}: "
                )
                yield Lapor(
                    t.simpul.id,
                    f"{pesan}{kode.count(utama)} simpul memakai {utama}. Samakan.",
                    t.indikator.nama,
                )


def _kode(t: Terbaca) -> str:
    return t.indikator.kode or ""


ATURAN = Aturan(
    kode="POH025",
    tingkat=TingkatTemuan.PERINGATAN,
    judul="Kode tidak cocok dengan isinya",
    alasan=(
        "Rumusan yang sama diberi kode lain oleh induk atau oleh saudara-saudaranya: kodenya bergeser "
        "atau salah salin, sehingga capaiannya mengalir ke hasil yang salah."
    ),
    perbaikan="Pakai kode yang diberikan induk pada rumusan itu.",
    dasar=LANGKAH_3,
    bidang="kode",
    contoh_buruk=contoh(
        "Induk memberi 6.1.3 pada rumusan yang di anaknya berkode 6.1.2",
        {
            "id": "E1",
            "level": "eselon III",
            "indikator": [
                {"kode": "6.1.2", "nama": "Jumlah daerah berkelembagaan pangan"},
                {"kode": "6.1.3", "nama": "Jumlah kelompok berinfrastruktur memadai"},
            ],
        },
        {
            "id": "F1",
            "induk": "E1",
            "level": "eselon IV",
            "indikator": [{"kode": "6.1.2", "nama": "Jumlah kelompok berinfrastruktur memadai"}],
        },
    ),
    contoh_baik=contoh(
        "Anak memakai kode 6.1.3",
        {
            "id": "E1",
            "level": "eselon III",
            "indikator": [
                {"kode": "6.1.2", "nama": "Jumlah daerah berkelembagaan pangan"},
                {"kode": "6.1.3", "nama": "Jumlah kelompok berinfrastruktur memadai"},
            ],
        },
        {
            "id": "F1",
            "induk": "E1",
            "level": "eselon IV",
            "indikator": [{"kode": "6.1.3", "nama": "Jumlah kelompok berinfrastruktur memadai"}],
        },
    ),
    periksa=periksa,
    periksa_ke=(16,),
    kategori=("J",),
)
