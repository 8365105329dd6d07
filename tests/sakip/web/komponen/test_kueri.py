from django.http import QueryDict

from sakip.web.komponen.kueri import susun_keping, susun_urut, ubah_kueri


def test_a_change_keeps_the_rest_of_the_query():
    assert ubah_kueri(QueryDict("pita=T&halaman=3"), {"halaman": 4}) == "?pita=T&halaman=4"


def test_an_empty_value_removes_a_parameter():
    assert ubah_kueri(QueryDict("pita=T"), {"pita": ""}) == "?"


def test_zero_is_a_value_and_stays():
    assert ubah_kueri(QueryDict(""), {"tw": 0}) == "?tw=0"


def test_a_new_order_goes_back_to_the_first_page():
    assert susun_urut(QueryDict("halaman=3"), "nama").url == "?urut=nama"


def test_a_second_click_reverses_the_order():
    head = susun_urut(QueryDict("urut=nama"), "nama")
    assert (head.url, head.arah) == ("?urut=-nama", "ascending")


def test_an_unsorted_column_announces_no_order():
    assert susun_urut(QueryDict("urut=nama"), "capaian").arah == ""


def test_the_default_order_is_announced():
    assert susun_urut(QueryDict(""), "nama", baku="-nama").arah == "descending"


def test_a_chip_takes_only_its_own_filter_away():
    chips = susun_keping(
        QueryDict("pita=T&unit=5&halaman=2"), {"pita": ("Pita", "Tinggi"), "unit": ("Unit", "Dinkes")}
    )
    assert [chip.url for chip in chips] == ["?unit=5", "?pita=T"]


def test_a_filter_that_is_not_in_force_has_no_chip():
    assert susun_keping(QueryDict("pita="), {"pita": ("Pita", "")}) == []


def test_a_value_is_encoded_in_the_address():
    assert ubah_kueri(QueryDict(""), {"q": "a&b"}) == "?q=a%26b"
