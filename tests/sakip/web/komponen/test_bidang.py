import pytest
from django import forms

from sakip.web.komponen.bidang import susun_bidang


class Formulir(forms.Form):
    angka = forms.CharField(help_text="Koma sebagai tanda desimal")
    pilih = forms.ChoiceField(choices=[("a", "A")])
    radio = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)
    kotak = forms.BooleanField(required=False)
    berkas = forms.FileField()
    catatan = forms.CharField(required=False, widget=forms.Textarea(attrs={"class": "tinggi"}))


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [("angka", "biasa"), ("pilih", "biasa"), ("radio", "pilihan"), ("kotak", "kotak"), ("berkas", "berkas")],
)
def test_a_control_is_laid_out_by_its_kind(nama, jenis):
    assert susun_bidang(Formulir()[nama]).jenis == jenis


def test_help_is_tied_to_its_control():
    field = susun_bidang(Formulir()["angka"])
    assert f'aria-describedby="{field.id_bantuan}"' in field.kendali


def test_an_error_is_tied_before_the_help():
    field = susun_bidang(Formulir({})["angka"])
    assert f'aria-describedby="{field.id_galat} {field.id_bantuan}"' in field.kendali
    assert 'aria-invalid="true"' in field.kendali


def test_an_untouched_field_is_not_invalid():
    assert "aria-invalid" not in susun_bidang(Formulir()["angka"]).kendali


def test_a_class_of_the_form_is_kept():
    assert 'class="form-control tinggi"' in susun_bidang(Formulir()["catatan"]).kendali


def test_a_select_has_its_own_class():
    assert "form-select" in susun_bidang(Formulir()["pilih"]).kendali


def test_the_choices_of_a_group_are_styled():
    form = Formulir()
    susun_bidang(form["radio"])
    assert "form-check-input" in str(form["radio"])


def test_a_label_of_the_page_wins():
    assert susun_bidang(Formulir()["angka"], label="Realisasi").label == "Realisasi"
