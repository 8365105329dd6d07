"""Mapping by hand: from an older list into a later one, one kind, once, and audited."""

from datetime import date

import pytest
from tests.pabrik.accounts import buat_pengguna
from tests.pabrik.organisasi import buat_unit

from sakip.apps.perencanaan.galat import BedaInstansi
from sakip.apps.perencanaan.models import ButirNomenklatur, PadananNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur_banding import compare_nomenklatur, suggest, unmapped
from sakip.apps.perencanaan.services.nomenklatur import BarisButir, create_versi, import_butir
from sakip.apps.perencanaan.services.nomenklatur_padanan import (
    PadananSalah,
    add_padanan,
    match_versi,
    remove_padanan,
)
from sakip.platform.audit.models import Catatan
from sakip.platform.wewenang import TidakBerwenang


def muat(instansi, tahun, isi):
    versi = create_versi(
        instansi=instansi,
        kode=str(tahun),
        nama=str(tahun),
        dasar="x",
        berlaku_mulai=date(tahun, 1, 1),
        by=None,
    )
    baris = [BarisButir(k, n) for k, n in isi.items()]
    import_butir(versi=versi, baris=baris, berkas="a.xlsx", isi=b"a", by=None)
    return versi


def butir(versi, kode):
    return ButirNomenklatur.objects.get(versi=versi, kode_baku=kode)


@pytest.fixture
def instansi(db):
    return buat_unit().instansi


@pytest.fixture
def dua(instansi):
    lama = muat(instansi, 2021, {"1": "Urusan", "1.01": "Pendidikan", "1.02": "Kesehatan"})
    return lama, muat(
        instansi, 2024, {"1": "Urusan", "1.01": "Kebudayaan", "1.03": "Pendidikan", "1.04": "Gizi"}
    )


def test_a_mapping_is_kept_and_recorded(dua):
    add_padanan(dari=butir(dua[0], "1.02"), ke=butir(dua[1], "1.04"), by=None, keterangan="dipecah")
    catatan = Catatan.objects.get(aksi="perencanaan.nomenklatur.padanan_ditambah")
    assert catatan.perubahan == {"dari": "1.02", "ke": "1.04", "versi_ke": "2024"}
    assert PadananNomenklatur.objects.get().keterangan == "dipecah"


def test_an_entry_that_was_split_has_several(dua):
    for kode in ("1.01", "1.04"):
        add_padanan(dari=butir(dua[0], "1.02"), ke=butir(dua[1], kode), by=None)
    assert butir(dua[0], "1.02").penerus_set.count() == 2


def test_the_same_mapping_twice_is_refused(dua):
    add_padanan(dari=butir(dua[0], "1.02"), ke=butir(dua[1], "1.04"), by=None)
    with pytest.raises(PadananSalah, match="sudah dipadankan"):
        add_padanan(dari=butir(dua[0], "1.02"), ke=butir(dua[1], "1.04"), by=None)


def test_another_kind_is_refused(dua):
    with pytest.raises(PadananSalah, match="setingkat"):
        add_padanan(dari=butir(dua[0], "1"), ke=butir(dua[1], "1.04"), by=None)


@pytest.mark.parametrize("kode", ["1.02", "1.01"])
def test_backwards_and_within_one_list_are_refused(dua, kode):
    dari = butir(dua[1], "1.04") if kode == "1.02" else butir(dua[0], "1.02")
    with pytest.raises(PadananSalah, match="sesudahnya"):
        add_padanan(dari=dari, ke=butir(dua[0], kode), by=None)


def test_the_list_of_another_government_is_refused(dua):
    lain = muat(buat_unit().instansi, 2025, {"1.02": "Kesehatan"})
    with pytest.raises(BedaInstansi):
        add_padanan(dari=butir(dua[0], "1.02"), ke=butir(lain, "1.02"), by=None)
    with pytest.raises(BedaInstansi):
        match_versi(dari=dua[0], ke=lain, by=None)


def test_a_mapping_is_removed_and_recorded_and_the_entries_stay(dua):
    padanan = add_padanan(dari=butir(dua[0], "1.02"), ke=butir(dua[1], "1.04"), by=None)
    remove_padanan(padanan=padanan, by=None)
    assert not PadananNomenklatur.objects.exists()
    assert ButirNomenklatur.objects.count() == 7
    assert Catatan.objects.filter(aksi="perencanaan.nomenklatur.padanan_dihapus").count() == 1


def test_who_does_not_keep_the_nomenclature_is_refused(dua, instansi):
    by = buat_pengguna("walidata", instansi=instansi)
    padanan = add_padanan(dari=butir(dua[0], "1.02"), ke=butir(dua[1], "1.04"), by=None)
    with pytest.raises(TidakBerwenang):
        add_padanan(dari=butir(dua[0], "1.01"), ke=butir(dua[1], "1.03"), by=by)
    with pytest.raises(TidakBerwenang):
        remove_padanan(padanan=padanan, by=by)


def test_a_code_used_again_for_something_else_is_not_taken_for_the_same_entry(dua):
    keadaan = {(b.utama.kode, b.utama.nama): b.keadaan.value for b in compare_nomenklatur(*dua)}
    assert keadaan == {
        ("1", "Urusan"): "sama",
        ("1.01", "Pendidikan"): "ganti_kode",
        ("1.01", "Kebudayaan"): "baru",
        ("1.02", "Kesehatan"): "hilang",
        ("1.04", "Gizi"): "baru",
    }


def test_a_kept_mapping_counts_for_more_than_likeness(dua):
    add_padanan(dari=butir(dua[0], "1.02"), ke=butir(dua[1], "1.04"), by=None)
    baris = next(b for b in compare_nomenklatur(*dua) if b.utama.kode == "1.02")
    assert (baris.keadaan.value, baris.baru.nama, baris.dipadankan) == ("ganti_kode", "Gizi", True)


def test_what_is_left_is_shown_with_the_most_alike_name_of_its_kind(instansi):
    lama = muat(instansi, 2021, {"1.01": "Bidang pendidikan", "1.02": "Zakat"})
    baru = muat(instansi, 2024, {"1": "Bidang pendidikan", "1.05": "Bidang pendidikan dasar"})
    usul = {b.nama: None if u is None else u.kode for b, u in suggest(unmapped(lama, baru), lama, baru)}
    assert usul == {"Bidang pendidikan": "1.05", "Zakat": None}


def test_a_suggestion_of_the_same_code_comes_before_a_more_alike_name(instansi):
    lama = muat(instansi, 2021, {"1.01": "Pembinaan tahap 5"})
    baru = muat(instansi, 2024, {"1.01": "Pembinaan tahap 5 dan lanjutannya", "1.02": "Pembinaan tahap 15"})
    assert [u.kode for _b, u in suggest(unmapped(lama, baru), lama, baru)] == ["1.01"]
    assert [b.keadaan.value for b in compare_nomenklatur(lama, baru)] == ["ganti_nama", "baru"]


def test_an_entry_that_something_leads_to_already_is_not_suggested(dua):
    add_padanan(dari=butir(dua[0], "1.01"), ke=butir(dua[1], "1.03"), by=None)
    usul = suggest(unmapped(*dua), *dua)
    assert "1.03" not in {u.kode for _b, u in usul if u is not None}
