"""What the demo adds to the example city's plans: decrees, roles, proposals, remarks, lists of codes, a draft."""

from collections import Counter
from types import SimpleNamespace

import pytest
from django.db import transaction

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.perencanaan.banding import Keadaan, compare_versi, load_versi
from sakip.apps.perencanaan.models import (
    Crosscutting,
    Dokumen,
    KomentarPohon,
    PadananNomenklatur,
    PeranHasil,
    SimpulIndikator,
    VersiNomenklatur,
)
from sakip.apps.perencanaan.selectors.nomenklatur import lookup_butir
from sakip.apps.perencanaan.selectors.peran import baris_skp, matriks_peran
from sakip.cli.demo.berkas import folder, read_yaml
from sakip.cli.demo.metro import organisasi
from sakip.cli.demo.metro.iku import load_iku
from sakip.cli.demo.metro.kamus import load_indikator
from sakip.cli.demo.metro.lintas import load_komentar, load_lintas
from sakip.cli.demo.metro.nomenklatur import load_nomenklatur
from sakip.cli.demo.metro.pengguna import load_pengguna
from sakip.cli.demo.metro.peran import load_peran
from sakip.cli.demo.metro.perubahan import load_perubahan
from sakip.cli.demo.metro.pohon import load_pohon
from sakip.cli.demo.metro.rencana import Rencana
from sakip.platform.audit.models import Catatan

pytestmark = pytest.mark.django_db
DATA = folder("metro")


def _load(kota):
    """Every addition once; what each says it holds."""
    return {
        "iku": load_iku(kota.units),
        "peran": load_peran(kota.units),
        "lintas": dict(load_lintas(kota.rencana)),
        "komentar": load_komentar(kota.rencana),
        "draf": load_perubahan(kota.rencana).pk,
        "nomenklatur": load_nomenklatur(kota.instansi, DATA),
    }


@pytest.fixture(scope="module")
def kota(django_db_setup, django_db_blocker):
    """The plans and trees of the city with the additions; undone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        instansi = organisasi.load_instansi()
        units = organisasi.load_units(instansi, DATA)
        posts = organisasi.load_jabatan(instansi, units, DATA)
        organisasi.load_successions(units, DATA)
        load_pengguna(instansi, units, posts, DATA)
        rencana = Rencana(units, load_indikator(instansi, units, DATA), DATA)
        rencana.load()
        load_pohon(rencana)
        kota = SimpleNamespace(instansi=instansi, units=units, rencana=rencana)
        kota.hasil = _load(kota)
        yield kota
        transaction.set_rollback(True)


def test_decrees_in_force_name_each_iku_of_the_plan_once(kota):
    keputusan = Dokumen.objects.filter(jenis="iku")
    assert kota.hasil["iku"] == keputusan.count() == 3
    assert {satu.status for satu in keputusan} == {"berlaku"}
    dinkes = keputusan.get(unit=kota.units["DINKES"])
    pilihan = SimpulIndikator.objects.filter(simpul__dokumen=dinkes)
    assert pilihan.count() == len(set(pilihan.values_list("indikator", flat=True))) > 3
    assert all(satu.alasan for satu in pilihan)


def test_each_post_below_a_head_carries_a_result_and_one_stays_open(kota):
    assert kota.hasil["peran"] == PeranHasil.objects.count() > 20
    m = matriks_peran(kota.units["DINKES"], 2025)
    assert m.jabatan_tanpa_hasil == ()
    assert m.hasil_tanpa_jabatan == m.kolom[-1:]
    assert {p.aspek for p in baris_skp(kota.units["DINKES"], 2025)} == {"Waktu"}


def test_every_proposal_of_the_files_is_there_as_offered_accepted_or_refused(kota):
    berkas = [read_yaml(satu).get("crosscutting", []) for satu in (DATA / "pohon").glob("*.yaml")]
    assert sum(kota.hasil["lintas"].values()) == sum(len(satu) for satu in berkas) > 40
    assert set(kota.hasil["lintas"]) == {"diterima", "diusulkan", "ditolak"}
    assert all(satu.alasan for satu in Crosscutting.objects.filter(status="ditolak"))


def test_the_department_of_health_has_something_to_answer(kota):
    assert Crosscutting.objects.filter(unit_tujuan=kota.units["DINKES"], status="diusulkan").count() == 2


def test_a_need_is_served_by_a_condition_of_the_asked_unit(kota):
    dilayani = Crosscutting.objects.exclude(simpul_tujuan=None).select_related("simpul_tujuan__pohon")
    assert dilayani.count() == 3
    assert all(satu.simpul_tujuan.pohon.unit_id == satu.unit_tujuan_id for satu in dilayani)


def test_remarks_are_settled_and_open(kota):
    semua = KomentarPohon.objects.all()
    assert kota.hasil["komentar"] == semua.count()
    assert {satu.selesai_pada is None for satu in semua} == {True, False}


def test_the_codes_of_the_plans_are_in_the_list_of_their_day(kota):
    kode = [satu.kode for satu in kota.rencana.program.values() if satu.jenis == "sub_kegiatan"]
    mulai = VersiNomenklatur.objects.get(kode="contoh-2024").berlaku_mulai
    assert len(kode) > 100
    for satu in kode[::25]:
        butir = lookup_butir(kota.instansi, satu, mulai)
        assert butir is not None
        assert butir.induk.jenis == "kegiatan"


def test_the_older_list_is_mapped_but_for_what_the_newer_one_lacks(kota):
    lama = VersiNomenklatur.objects.get(kode="contoh-2021")
    dipadankan = PadananNomenklatur.objects.filter(dari__versi=lama).values("dari")
    assert [satu.kode for satu in lama.butir_set.exclude(pk__in=dipadankan)] == ["1.02.05.2.03.02"]
    assert "contoh" in lama.dasar.casefold()


def test_the_draft_differs_by_a_wording_targets_and_two_activities(kota):
    draf = Dokumen.objects.get(pk=kota.hasil["draf"])
    assert (draf.status, draf.sifat, draf.turunan_dari.status) == ("draf", "perubahan", "berlaku")
    beda = compare_versi(load_versi(draf.turunan_dari), load_versi(draf))
    jumlah = Counter(satu.keadaan for satu in beda)
    assert (jumlah[Keadaan.TAMBAH], jumlah[Keadaan.HAPUS]) == (1, 1)
    assert sum(len(i.tahun) for satu in beda for i in satu.indikator) >= 9


def test_the_kind_of_figure_is_said_where_the_data_tell_it(kota):
    isi = dict(IndikatorVersi.objects.values_list("indikator__kode", "jenis_ukuran"))
    assert (isi["KES-005"], isi["KES-006"], isi["KOT-001"]) == ("persentase", "jumlah", "indeks")
    assert sum(satu == "" for satu in isi.values()) < len(isi) / 10


def test_loading_again_changes_nothing(kota):
    catatan = Catatan.objects.count()
    model = (Dokumen, PeranHasil, Crosscutting, KomentarPohon, PadananNomenklatur, VersiNomenklatur)
    sebelum = [satu.objects.count() for satu in model]
    assert _load(kota) == {**kota.hasil, "nomenklatur": 0}
    assert [satu.objects.count() for satu in model] == sebelum
    assert Catatan.objects.count() == catatan
