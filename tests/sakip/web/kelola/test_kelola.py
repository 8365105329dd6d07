"""The pages with which an admin keeps units, posts, accounts, roles and the calendar."""

import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests.pabrik.access import beri_peran
from tests.pabrik.accounts import buat_operator, buat_pengguna, buat_penugasan
from tests.pabrik.files import PDF, PNG
from tests.pabrik.organisasi import buat_instansi, buat_jabatan, buat_jadwal, buat_unit

from sakip.platform.access.models import PeranPengguna
from sakip.platform.accounts import surel
from sakip.platform.accounts.models import Pengguna, Penugasan
from sakip.platform.accounts.services import deactivate_pengguna
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Jadwal, Peralihan, Unit
from sakip.platform.organisasi.selectors import unit_versi_pada

pytestmark = pytest.mark.django_db
LEMBAR = ["beranda", "unit", "jabatan", "pengguna", "kalender", "instansi", "audit"]


@pytest.fixture
def instansi():
    return buat_instansi()


@pytest.fixture
def dinas(instansi):
    return buat_unit(instansi, kode="DINKES", nama="Dinas Kesehatan")


@pytest.fixture
def admin(instansi, client):
    admin = buat_pengguna("admin_instansi", instansi=instansi, username="admin.kota")
    client.force_login(admin)
    return admin


def url(nama, *bagian):
    return reverse(f"kelola:{nama}", args=bagian)


def isi_unit(**lain):
    return {
        "kode": "DINSOS",
        "nama": "Dinas Sosial",
        "jenis": "perangkat_daerah",
        "entitas_sakip": "on",
        "berlaku_mulai": "2026-01-01",
        **lain,
    }


# --- who may open what ------------------------------------------------------------------------------


def alamat(instansi):
    """Every address of these pages, with rows of the given instansi in it."""
    unit = buat_unit(instansi)
    jabatan = buat_jabatan(unit)
    penugasan = buat_penugasan(jabatan)
    pengguna = penugasan.pengguna
    peran = beri_peran(pengguna, "perencana_unit", unit=unit)
    jadwal = buat_jadwal(instansi)
    aksi = [
        ("unit_aksi", unit.uid, nama) for nama in ("ubah", "pindah", "akhiri", "gabung", "pecah", "terus")
    ]
    return [
        *aksi,
        ("unit_rinci", unit.uid),
        ("unit_buka", unit.uid),
        *[(nama, jabatan.uid) for nama in ("jabatan_rinci", "jabatan_ubah", "jabatan_akhiri", "tugaskan")],
        ("akhiri_penugasan", penugasan.uid),
        *[(nama, pengguna.uid) for nama in ("pengguna_rinci", "pengguna_ubah", "beri_peran")],
        ("jadwal_ubah", jadwal.uid),
        *[(nama, pengguna.uid) for nama in ("pengguna_aktif", "pengguna_tautan")],
        ("cabut_peran", peran.uid),
        ("jadwal_hapus", jadwal.uid),
    ]


HANYA_POST = {"unit_buka", "pengguna_aktif", "pengguna_tautan", "cabut_peran", "jadwal_hapus", "hapus_logo"}


@pytest.mark.parametrize("nama", [*LEMBAR, "unit_baru", "jabatan_baru", "pengguna_baru", "jadwal_baru"])
def test_an_admin_opens_every_page(client, admin, dinas, nama):
    assert client.get(url(nama)).status_code == 200


def test_an_admin_opens_the_page_of_every_row(client, admin, instansi):
    for nama, *bagian in alamat(instansi):
        assert client.get(url(nama, *bagian)).status_code == (405 if nama in HANYA_POST else 200), nama


@pytest.mark.parametrize(
    ("peran", "audit"),
    [
        ("perencana_instansi", 403),
        ("perencana_unit", 403),
        ("pimpinan_unit", 403),
        ("pimpinan_instansi", 403),
        ("walidata", 403),
        ("pengamat", 403),
        ("apip", 200),
        (None, 403),
    ],
)
def test_other_roles_are_refused_but_apip_reads_the_trail(client, instansi, peran, audit):
    client.force_login(buat_pengguna(peran, instansi=instansi))
    for nama in LEMBAR[1:-1]:
        assert client.get(url(nama)).status_code == 403, nama
    for nama, *bagian in alamat(instansi):
        kirim = client.post if nama in HANYA_POST else client.get
        assert kirim(url(nama, *bagian)).status_code == 403, nama
    assert client.get(url("audit")).status_code == audit


def test_a_reader_of_the_trail_is_led_to_it(client, instansi):
    client.force_login(buat_pengguna("apip", instansi=instansi))
    assert client.get(url("beranda")).headers["Location"] == url("audit")


def test_rows_of_another_instansi_do_not_exist(client, admin):
    for nama, *bagian in alamat(buat_instansi()):
        kirim = client.post if nama in HANYA_POST else client.get
        assert kirim(url(nama, *bagian)).status_code == 404, nama


def test_an_operator_has_no_instansi_to_keep(client):
    client.force_login(buat_operator())
    assert {client.get(url(nama)).status_code for nama in LEMBAR} == {404}


def test_a_visitor_is_sent_to_sign_in(client):
    for nama in LEMBAR:
        assert client.get(url(nama)).status_code == 302


def test_an_admin_of_a_subtree_changes_nothing_outside_it(client, instansi, dinas):
    lain = buat_unit(instansi)
    client.force_login(buat_pengguna("admin_instansi", unit=dinas))
    assert client.post(url("unit_aksi", dinas.uid, "akhiri"), {"tanggal": "2026-01-01"}).status_code == 302
    assert client.post(url("unit_aksi", lain.uid, "akhiri"), {"tanggal": "2026-01-01"}).status_code == 403
    assert client.post(url("pengguna_baru"), {"username": "x.y", "bahasa": "id"}).status_code == 403


# --- units ------------------------------------------------------------------------------------------


def test_a_unit_is_added(client, admin, dinas):
    jawaban = client.post(url("unit_baru"), isi_unit(induk=str(dinas.uid)), follow=True)
    unit = Unit.objects.get(kode="DINSOS")
    assert unit.versi.get().induk == dinas
    assert "Unit ditambahkan." in jawaban.content.decode()


def test_a_refusal_stands_beside_its_field_and_nothing_typed_is_lost(client, admin, dinas):
    jawaban = client.post(url("unit_baru"), isi_unit(kode="dinkes", nama="Dinas yang Panjang Namanya"))
    assert jawaban.status_code == 200
    assert "sudah dipakai" in jawaban.context["form"].errors["kode"][0]
    assert 'value="Dinas yang Panjang Namanya"' in jawaban.content.decode()


def test_a_parent_of_another_instansi_is_no_choice(client, admin):
    jawaban = client.post(url("unit_baru"), isi_unit(induk=str(buat_unit().uid)))
    assert "induk" in jawaban.context["form"].errors


def test_a_new_name_holds_from_its_day_on(client, admin, dinas):
    isi = isi_unit(nama="Dinas Kesehatan dan KB", sejak="2026-01-01")
    client.post(url("unit_aksi", dinas.uid, "ubah"), isi)
    assert [versi.nama for versi in dinas.versi.all()] == ["Dinas Kesehatan", "Dinas Kesehatan dan KB"]


def test_a_unit_is_moved(client, admin, instansi, dinas):
    anak = buat_unit(instansi)
    client.post(url("unit_aksi", anak.uid, "pindah"), {"induk": str(dinas.uid), "sejak": "2026-01-01"})
    assert unit_versi_pada(instansi, date(2026, 1, 1))[anak.pk].induk == dinas


def test_a_unit_with_children_is_not_ended_and_the_page_names_them(client, admin, dinas):
    buat_unit(induk=dinas, kode="P2P")
    jawaban = client.post(url("unit_aksi", dinas.uid, "akhiri"), {"tanggal": "2026-01-01"})
    assert "P2P" in jawaban.context["form"].errors["tanggal"][0]


@pytest.mark.parametrize(
    ("aksi", "isi"),
    [
        ("gabung", lambda lain: {"ke": lain[0], "dari": [lain[1]]}),
        ("pecah", lambda lain: {"ke": lain}),
        ("terus", lambda lain: {"ke": lain[0]}),
    ],
)
def test_units_continue_as_others(client, admin, instansi, dinas, aksi, isi):
    lain = [str(buat_unit(instansi).uid) for _ in range(2)]
    kiriman = {**isi(lain), "tanggal": "2026-01-01", "dasar": "Perda 1/2026"}
    assert client.post(url("unit_aksi", dinas.uid, aksi), kiriman).status_code == 302
    assert Peralihan.objects.filter(dari=dinas, dasar="Perda 1/2026").exists()
    assert dinas.pk not in unit_versi_pada(instansi, date(2026, 1, 1))


def test_a_mistaken_end_is_taken_back_with_one_button(client, admin, dinas):
    client.post(url("unit_aksi", dinas.uid, "akhiri"), {"tanggal": "2026-01-01"})
    assert url("unit_buka", dinas.uid) in client.get(url("unit_rinci", dinas.uid)).content.decode()
    client.post(url("unit_buka", dinas.uid))
    assert dinas.versi.get().berlaku_sampai is None


def test_an_act_that_does_not_exist_is_a_404(client, admin, dinas):
    assert client.get(url("unit_aksi", dinas.uid, "jual")).status_code == 404


def test_units_are_listed_as_of_a_day(client, admin, dinas):
    assert "Dinas Kesehatan" in client.get(url("unit") + "?pada=2026-01-01").content.decode()
    assert "Belum ada unit" in client.get(url("unit") + "?pada=2019-01-01").content.decode()


def test_a_malformed_day_reads_as_today(client, admin, dinas):
    assert client.get(url("unit") + "?pada=kemarin").context["pada"] == today()


def test_units_are_found_by_a_word(client, admin, instansi, dinas):
    buat_unit(instansi, nama="Dinas Sosial")
    page = client.get(url("unit") + "?q=KESEHATAN").context["page"]
    assert [simpul.unit for _, simpul in page] == [dinas]


# --- posts ------------------------------------------------------------------------------------------


def test_a_post_is_added_and_filled(client, admin, dinas):
    isi = {"kode": "KADIS", "nama": "Kepala Dinas", "unit": str(dinas.uid), "kepala": "on"}
    client.post(url("jabatan_baru"), {**isi, "berlaku_mulai": "2026-01-01"})
    jabatan = dinas.jabatan_versi.get().jabatan
    pejabat = {"pengguna": str(admin.uid), "jenis": "plt", "berlaku_mulai": "2026-01-01"}
    client.post(url("tugaskan", jabatan.uid), pejabat)
    assert "Plt." in client.get(url("jabatan")).content.decode()
    assert Penugasan.objects.get().pengguna == admin


def test_a_second_head_is_refused_beside_its_box(client, admin, dinas):
    buat_jabatan(dinas, kepala=True)
    isi = {"kode": "LAIN", "nama": "Kepala", "unit": str(dinas.uid), "kepala": "on"}
    jawaban = client.post(url("jabatan_baru"), {**isi, "berlaku_mulai": "2026-01-01"})
    assert "sudah punya kepala" in jawaban.context["form"].errors["kepala"][0]


def test_a_post_is_changed_ended_and_left(client, admin, dinas):
    penugasan = buat_penugasan(buat_jabatan(dinas))
    jabatan = penugasan.jabatan
    isi = {"nama": "Kepala Baru", "unit": str(dinas.uid), "sejak": "2026-01-01"}
    client.post(url("jabatan_ubah", jabatan.uid), isi)
    client.post(url("akhiri_penugasan", penugasan.uid), {"tanggal": "2026-02-01"})
    client.post(url("jabatan_akhiri", jabatan.uid), {"tanggal": "2026-03-01"})
    penugasan.refresh_from_db()
    assert penugasan.berlaku_sampai == date(2026, 2, 1)
    assert jabatan.versi.get(nama="Kepala Baru").berlaku_sampai == date(2026, 3, 1)


@pytest.mark.parametrize(("isi", "jumlah"), [("", 3), ("kosong", 1), ("plt", 1)])
def test_posts_are_filtered_by_how_they_are_held(client, admin, dinas, isi, jumlah):
    buat_jabatan(dinas)
    buat_penugasan(buat_jabatan(dinas))
    buat_penugasan(buat_jabatan(dinas), jenis="plh")
    assert len(client.get(url("jabatan"), {"isi": isi}).context["page"]) == jumlah


# --- accounts ---------------------------------------------------------------------------------------


def test_a_new_account_has_its_role_and_gets_a_link(client, admin, dinas, mailoutbox):
    isi = {"username": "perencana.dinkes", "email": "p@contoh.go.id", "bahasa": "id"}
    client.post(url("pengguna_baru"), {**isi, "peran": "perencana_unit", "unit": str(dinas.uid)})
    peran = PeranPengguna.objects.get(pengguna__username="perencana.dinkes")
    assert (peran.peran, peran.unit) == ("perencana_unit", dinas)
    assert mailoutbox[0].to == ["p@contoh.go.id"]


def test_a_mail_server_that_is_down_does_not_undo_the_account(client, admin, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError

    monkeypatch.setattr(surel, "send_mail", fail)
    isi = {"username": "baru", "email": "baru@contoh.go.id", "bahasa": "en"}
    jawaban = client.post(url("pengguna_baru"), isi, follow=True)
    assert Pengguna.objects.get(username="baru").bahasa == "en"
    assert "Surel tidak terkirim" in jawaban.content.decode()


def test_a_refused_role_leaves_no_account_behind(client, admin, dinas, monkeypatch):
    isi = {"username": "baru", "bahasa": "id", "peran": "raja"}
    assert "peran" in client.post(url("pengguna_baru"), isi).context["form"].errors
    assert not Pengguna.objects.filter(username="baru").exists()


def test_an_account_is_renamed(client, admin):
    isi = {"username": admin.username, "sebutan": "Kabag Organisasi", "email": admin.email, "bahasa": "id"}
    client.post(url("pengguna_ubah", admin.uid), isi)
    assert str(Pengguna.objects.get(pk=admin.pk)) == "Kabag Organisasi"


def test_an_account_is_closed_and_opened_with_one_button(client, admin, instansi):
    pengguna = buat_pengguna(instansi=instansi)
    for aktif in (False, True):
        client.post(url("pengguna_aktif", pengguna.uid))
        assert Pengguna.objects.get(pk=pengguna.pk).is_active is aktif


def test_the_last_admin_is_told_why_the_role_stays(client, admin):
    jawaban = client.post(url("cabut_peran", admin.peran_set.get().uid), follow=True)
    assert "admin instansi terakhir" in jawaban.content.decode()


def test_a_role_is_given_and_taken(client, admin, instansi, dinas):
    pengguna = buat_pengguna(None, instansi=instansi)
    isi = {"peran": "apip", "berlaku_mulai": "2026-01-01"}
    client.post(url("beri_peran", pengguna.uid), isi)
    peran = pengguna.peran_set.get()
    assert peran.unit is None
    client.post(url("cabut_peran", peran.uid))
    assert pengguna.peran_set.get().berlaku_sampai == today()


def test_a_role_that_has_ended_cannot_be_taken_again(client, admin, instansi):
    pengguna = buat_pengguna(None, instansi=instansi)
    peran = beri_peran(pengguna, "apip", berlaku_sampai=date(2021, 1, 1))
    assert client.post(url("cabut_peran", peran.uid)).status_code == 404


@pytest.mark.parametrize(
    ("saring", "nama"),
    [
        ({"peran": "apip"}, ["b"]),
        ({"peran": "tanpa"}, ["a"]),
        ({"keadaan": "nonaktif"}, ["c"]),
        ({"q": "sekretaris"}, ["a"]),
        ({"urut": "-username", "peran": "pengamat"}, ["c"]),
    ],
)
def test_accounts_are_filtered(client, admin, instansi, saring, nama):
    buat_pengguna(None, instansi=instansi, username="a", sebutan="Sekretaris")
    buat_pengguna("apip", instansi=instansi, username="b")
    deactivate_pengguna(pengguna=buat_pengguna("pengamat", instansi=instansi, username="c"), by=None)
    page = client.get(url("pengguna"), saring).context["page"]
    assert [pengguna.username for pengguna in page] == nama


def test_accounts_are_ordered_by_the_address(client, admin, instansi):
    buat_pengguna(instansi=instansi, username="zulu")
    page = client.get(url("pengguna"), {"urut": "-username"}).context["page"]
    assert [pengguna.username for pengguna in page] == ["zulu", "admin.kota"]


# --- calendar, instansi, trail ----------------------------------------------------------------------


def test_a_window_is_added_changed_and_deleted(client, admin, instansi):
    isi = {"jenis": "lkjip", "tahun": "2026", "buka": "2027-01-01", "tutup": "2027-02-28"}
    client.post(url("jadwal_baru"), isi)
    jadwal = Jadwal.objects.get()
    client.post(url("jadwal_ubah", jadwal.uid), {**isi, "tutup": "2027-03-31", "triwulan": "4"})
    jadwal.refresh_from_db()
    assert (jadwal.tutup, jadwal.triwulan) == (date(2027, 3, 31), 4)
    client.post(url("jadwal_hapus", jadwal.uid))
    assert not Jadwal.objects.exists()


def test_a_window_that_closes_before_it_opens_is_refused(client, admin):
    isi = {"jenis": "lkjip", "tahun": "2026", "buka": "2027-03-01", "tutup": "2027-02-28"}
    assert "tutup" in client.post(url("jadwal_baru"), isi).context["form"].errors


def test_the_calendar_shows_one_year(client, admin, instansi):
    buat_jadwal(instansi, tahun=2026)
    jadwal = buat_jadwal(instansi, tahun=2025)
    assert [baris[0] for baris in client.get(url("kalender"), {"tahun": "2025"}).context["baris"]] == [jadwal]


@pytest.mark.parametrize("tahun", ["", "abc", "99999", "-1"])
def test_a_malformed_year_shows_a_year_that_has_a_calendar(client, admin, instansi, tahun):
    buat_jadwal(instansi, tahun=2024)
    assert client.get(url("kalender"), {"tahun": tahun}).context["tahun"] == 2024


def test_the_name_of_the_instansi_changes(client, admin, instansi):
    client.post(url("instansi"), {"formulir": "profil", "nama": "Kota Baru", "sumber_data": ""})
    assert Instansi.objects.get(pk=instansi.pk).nama == "Kota Baru"


def kirim_logo(client, isi, nama):
    berkas = io.BytesIO(isi)
    berkas.name = nama
    return client.post(url("instansi"), {"formulir": "logo", "berkas": berkas})


def test_the_arms_are_uploaded_shown_and_taken_away(client, admin, instansi, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    kirim_logo(client, PNG, "lambang.png")
    instansi.refresh_from_db()
    assert reverse("berkas:unduh", args=[instansi.logo_uid]) in client.get(url("instansi")).content.decode()
    client.post(url("hapus_logo"))
    assert Instansi.objects.get(pk=instansi.pk).logo_uid is None


def test_arms_that_are_no_picture_are_refused_beside_the_field(client, admin, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    jawaban = kirim_logo(client, PDF, "lambang.pdf")
    assert jawaban.status_code == 200
    assert "bukan jenis yang diterima" in jawaban.context["logo"].errors["berkas"][0]


def test_the_trail_shows_who_did_what_with_which_role(client, admin, dinas):
    client.post(url("unit_aksi", dinas.uid, "akhiri"), {"tanggal": "2026-01-01", "alasan": "Perda 1/2026"})
    isi = client.get(url("audit")).content.decode()
    for teks in ("Unit diakhiri", "admin.kota", "Admin instansi", "Perda 1/2026"):
        assert teks in isi


@pytest.mark.parametrize(
    ("saring", "jumlah"),
    [
        ({"aksi": "organisasi.unit.dibuat"}, 1),
        ({"pelaku": "sistem", "aksi": "organisasi.unit.dibuat"}, 1),
        ({"q": "DINKES"}, 1),
        ({"sampai": "2001-01-01"}, 0),
        ({"sejak": "2001-01-01", "aksi": "organisasi.unit.dibuat"}, 1),
    ],
)
def test_the_trail_is_filtered(client, admin, dinas, saring, jumlah):
    assert len(client.get(url("audit"), saring).context["page"]) == jumlah


def test_the_trail_of_another_instansi_is_not_shown(client, admin):
    buat_unit(nama="Rahasia Tetangga")
    assert "Rahasia Tetangga" not in client.get(url("audit")).content.decode()


# --- cost -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", LEMBAR)
def test_a_page_costs_the_same_however_much_there_is(
    client, admin, instansi, nama, django_assert_max_num_queries
):
    for _ in range(12):
        jabatan = buat_jabatan(buat_unit(instansi))
        beri_peran(buat_penugasan(jabatan).pengguna, "apip", berlaku_mulai=today() - timedelta(days=1))
        buat_jadwal(instansi)
    with django_assert_max_num_queries(12):
        assert client.get(url(nama)).status_code == 200
