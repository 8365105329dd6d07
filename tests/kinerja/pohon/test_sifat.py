"""Properties of the check: the same tree gives the same findings, whatever the order, and no tree breaks it."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kinerja.pohon import IndikatorPohon, Lintas, Pohon, SimpulPohon, Temuan, Tingkat, lint

IDS = ("A", "B", "C", "D1", "D10", "D2")
NAMA = st.sampled_from(
    (
        "Persentase aduan selesai", "Jumlah peserta rapat", "Jumlah A (Utara)", "Jumlah A", "Penyusunan laporan",
        "Indeks mutu dan jumlah guru bersertifikat", "Terlaksananya rapat (", "1. Angka kematian ibu", "-", "123",
        "Persentase laporan tahun 2014",
    )
)  # fmt: skip
TEKS = st.one_of(
    st.none(), NAMA, st.text(max_size=30), st.sampled_from(("Meningkatnya mutu", "Melaksanakan rapat", ""))
)
NILAI = st.one_of(
    st.none(),
    st.sampled_from(
        ("5", "12 Unit", "1.500", "3,000", "-", "WTP", "7 A, 6 B", "100 dari 110 X", "5-6%", "16juta")
    ),
    st.text(max_size=12),
)
KODE = st.one_of(st.none(), st.sampled_from(("1.1", "1.1.1", "2.1", "8.5", "IND-1", "1.02.02", "")))
PILIH_ID = st.sampled_from(IDS)
LANGKAH = st.one_of(st.none(), st.integers(1, 5))


@st.composite
def indikator(draw: Any) -> IndikatorPohon:
    per_tahun = st.dictionaries(st.integers(2025, 2027), NILAI, max_size=3)
    return IndikatorPohon(
        nama=draw(NAMA),
        kode=draw(KODE),
        satuan=draw(st.sampled_from((None, "%", "Orang", "Indeks", "-"))),
        target=draw(st.one_of(NILAI, per_tahun)),
        baseline=draw(NILAI),
        hasil_terakhir=draw(NILAI),
        polaritas=draw(st.sampled_from((None, "maks", "min", "rentang", "ordinal"))),
        rumus=draw(TEKS),
        sumber=draw(TEKS),
    )


@st.composite
def simpul(draw: Any) -> SimpulPohon:
    return SimpulPohon(
        id=draw(PILIH_ID),
        induk=draw(st.one_of(st.none(), PILIH_ID, st.just("Z"))),
        tingkat=draw(st.one_of(st.none(), st.sampled_from(Tingkat))),
        pernyataan=draw(TEKS),
        pemilik=draw(TEKS),
        unit=draw(st.sampled_from((None, "DINKES"))),
        kode=draw(KODE),
        indikator=tuple(draw(st.lists(indikator(), max_size=3))),
        langkah=draw(LANGKAH),
        induk_lain=tuple(draw(st.lists(PILIH_ID, max_size=2))),
        tautan=draw(st.dictionaries(st.sampled_from(("program", "jabatan")), st.just("1.02.02"), max_size=1)),
    )


@st.composite
def pohon(draw: Any) -> Pohon:
    return Pohon(
        simpul=tuple(draw(st.lists(simpul(), max_size=7))),
        opd=draw(st.sampled_from((None, "Dinas Kesehatan"))),
        tahun=draw(st.sampled_from((None, 2026))),
        langkah=draw(LANGKAH),
        lintas=tuple(draw(st.lists(st.builds(Lintas, PILIH_ID, st.just("DINKES")), max_size=2))),
        kode_rencana=draw(st.sampled_from((None, frozenset[str]()))),
    )


@given(pohon())
def test_no_tree_breaks_it_and_the_same_tree_gives_the_same_findings(satu: Pohon) -> None:
    assert lint(satu) == lint(satu)


@given(pohon(), st.randoms(use_true_random=False))
def test_the_order_of_the_nodes_does_not_matter(satu: Pohon, acak: Any) -> None:
    acakan = list(satu.simpul)
    acak.shuffle(acakan)
    assert lint(replace(satu, simpul=tuple(acakan))) == lint(satu)


@given(pohon())
def test_every_finding_points_at_a_node_of_the_tree_or_at_the_tree(satu: Pohon) -> None:
    dikenal = {s.id for s in satu.simpul} | {e.dari for e in satu.lintas} | {None}
    assert {t.simpul for t in lint(satu)} <= dikenal


@st.composite
def faultless(draw: Any) -> Pohon:
    """A tree as it should be, of any width and depth."""
    lapis = (
        (Tingkat.HASIL, "Meningkatnya mutu layanan bagian {n}", "Indeks mutu layanan bagian {n}", "Indeks"),
        (Tingkat.CSF, "Terkendalinya beban bagian {n}", "Persentase antrean bagian {n} yang tertib", "%"),
        (Tingkat.KONDISI_ANTARA, "Petugas bagian {n} cukup", "Rasio petugas bagian {n}", "Rasio"),
        (Tingkat.KELUARAN, "Petugas bagian {n} terlatih", "Jumlah petugas bagian {n} yang dilatih", "Orang"),
    )
    hasil: list[SimpulPohon] = []
    atas: list[str | None] = [None]
    for tingkat, pernyataan, nama, satuan in lapis:
        ini: list[str | None] = []
        for induk in atas:
            for _ in range(draw(st.integers(1, 3))):
                n = len(hasil)
                isi = IndikatorPohon(nama.format(n=n), satuan=satuan, target=str(n + 1))
                hasil.append(SimpulPohon(f"N{n}", induk, tingkat, pernyataan.format(n=n), indikator=(isi,)))
                ini.append(f"N{n}")
        atas = ini
    return Pohon(tuple(hasil), opd="Dinas", tahun=2026)


@given(faultless())
def test_a_tree_without_faults_has_no_findings(satu: Pohon) -> None:
    temuan: tuple[Temuan, ...] = lint(satu)
    assert temuan == ()
