from sakip.web.komponen.lencana import render_lencana


def test_a_known_state_has_its_word_and_icon():
    shown = render_lencana("divalidasi")
    assert "Divalidasi" in shown
    assert "l-baik" in shown
    assert "#i-cek" in shown


def test_an_unknown_state_is_shown_in_its_own_words():
    assert ">Menunggu giliran<" in render_lencana("menunggu_giliran")


def test_the_page_may_choose_its_words():
    assert ">Triwulan IV<" in render_lencana("draf", "Triwulan IV")
