"""Forms of the performance trees. Choices of units, posts and plan nodes carry their uid."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from sakip.apps.perencanaan.models import JenisPohon, JenisPohonSimpul, Pohon, StatusCrosscutting
from sakip.apps.perencanaan.services import IsiPohonIndikator
from sakip.web.saring import SaringForm

Pilihan = Iterable[tuple[str, Any]]
LANGKAH = [(str(n), _("Langkah %(n)s") % {"n": n}) for n in range(1, 6)]


def set_choices(form: forms.Form, nama: str, pilihan: Pilihan) -> None:
    """What a field offers, known only when the form is made."""
    cast(forms.ChoiceField, form.fields[nama]).choices = list(pilihan)


class SaringPohonForm(SaringForm):
    q = forms.CharField(label=_("Cari pohon atau unit"), required=False, max_length=100)
    tahun = forms.TypedChoiceField(label=_("Tahun"), required=False, coerce=int, empty_value=None)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    jenis = forms.ChoiceField(
        label=_("Jenis"), choices=[("", _("Semua jenis")), *JenisPohon.choices], required=False
    )
    langkah = forms.ChoiceField(
        label=_("Langkah"), choices=[("", _("Semua langkah")), *LANGKAH], required=False
    )

    def __init__(self, data: Any, *, tahun: Iterable[int], unit: Pilihan) -> None:
        super().__init__(data)
        set_choices(self, "tahun", [("", _("Semua tahun")), *((str(t), str(t)) for t in tahun)])
        set_choices(self, "unit", [("", _("Semua unit")), *unit])


class SaringUsulanForm(SaringForm):
    arah = forms.ChoiceField(
        label=_("Arah"),
        choices=[("masuk", _("Masuk ke unit Anda")), ("keluar", _("Diusulkan unit Anda"))],
        required=False,
    )
    status = forms.ChoiceField(
        label=_("Status"), choices=[("", _("Semua status")), *StatusCrosscutting.choices], required=False
    )
    q = forms.CharField(label=_("Cari kebutuhan"), required=False, max_length=100)


class PohonForm(forms.Form):
    """A new tree."""

    unit = forms.ChoiceField(label=_("Unit"))
    nama = forms.CharField(label=_("Nama pohon"), max_length=60, initial="utama")
    tahun = forms.IntegerField(label=_("Tahun"), min_value=2000, max_value=2100)
    tema = forms.CharField(
        label=_("Tema"),
        max_length=200,
        required=False,
        help_text=_(
            "Isi hanya untuk pohon tematik, misalnya penurunan stunting; kondisinya dimiliki beberapa unit."
        ),
    )
    dasar_hasil = forms.CharField(
        label=_("Dasar hasil"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mandat, isu strategis, dan ekspektasi yang melatari hasil akhir."),
    )

    def __init__(self, data: Any = None, *, unit: Pilihan, **isi: Any) -> None:
        super().__init__(data, **isi)
        set_choices(self, "unit", list(unit))


class KepalaForm(forms.Form):
    nama = forms.CharField(label=_("Nama pohon"), max_length=60)
    tema = forms.CharField(label=_("Tema"), max_length=200, required=False)
    dasar_hasil = forms.CharField(
        label=_("Dasar hasil"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mandat, isu strategis, dan ekspektasi yang melatari hasil akhir (langkah 1)."),
    )
    disepakati_pada = forms.DateField(
        label=_("Disepakati pada"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: Any = None, *, pohon: Pohon, **isi: Any) -> None:
        super().__init__(data, **isi)
        if pohon.jenis != JenisPohon.TEMATIK:
            del self.fields["tema"]


class SalinForm(forms.Form):
    tahun = forms.IntegerField(label=_("Ke tahun"), min_value=2000, max_value=2100)
    nama = forms.CharField(label=_("Nama pohon"), max_length=60)


class SimpulForm(forms.Form):
    """A condition: its sentence and level; links only in step 5."""

    versi = forms.IntegerField(required=False, widget=forms.HiddenInput)
    pernyataan = forms.CharField(
        label=_("Kondisi"),
        max_length=700,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Tulis keadaan yang ingin dicapai, bukan kegiatan. Contoh: Meningkatnya cakupan imunisasi dasar."
        ),
    )
    jenis = forms.ChoiceField(label=_("Jenis"), choices=JenisPohonSimpul.choices)
    kode = forms.CharField(label=_("Kode"), max_length=60, required=False)
    pemilik_unit = forms.ChoiceField(label=_("Unit pemilik"), required=False)
    pemilik_teks = forms.CharField(label=_("Penanggung jawab (teks)"), max_length=250, required=False)
    pemilik_jabatan = forms.ChoiceField(label=_("Jabatan penanggung jawab"), required=False)
    simpul = forms.ChoiceField(label=_("Komponen perencanaan"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        unit: Pilihan,
        jabatan: Pilihan | None,
        rencana: Pilihan | None,
        bidang: str = "",
        **isi: Any,
    ) -> None:
        super().__init__(data, **isi)
        set_choices(self, "pemilik_unit", [("", _("Unit pohon ini")), *unit])
        for nama, pilihan in (("pemilik_jabatan", jabatan), ("simpul", rencana)):
            if pilihan is None:
                del self.fields[nama]
            else:
                set_choices(self, nama, [("", _("Belum ditautkan")), *pilihan])
        if bidang in self.fields:
            self.fields[bidang].widget.attrs["autofocus"] = True


class IndikatorForm(forms.Form):
    indikator = forms.ChoiceField(
        label=_("Dari kamus indikator"),
        required=False,
        help_text=_("Kosongkan untuk menulis indikator sendiri."),
    )
    nama = forms.CharField(label=_("Nama indikator"), max_length=700, required=False)
    kode = forms.CharField(label=_("Kode"), max_length=60, required=False)
    satuan_teks = forms.CharField(label=_("Satuan"), max_length=120, required=False)
    target_teks = forms.CharField(
        label=_("Target"),
        max_length=300,
        required=False,
        help_text=_("Dipakai bila rencana belum memuat targetnya."),
    )

    def __init__(self, data: Any = None, *, kamus: dict[str, tuple[Any, str, str]], **isi: Any) -> None:
        super().__init__(data, **isi)
        self.kamus = kamus
        pilihan = [(uid, nama) for uid, (_objek, nama, _satuan) in kamus.items()]
        set_choices(self, "indikator", [("", _("Ditulis sendiri")), *pilihan])

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if not isi.get("indikator") and not (isi.get("nama") or "").strip():
            self.add_error("nama", _("Pilih indikator dari kamus, atau tulis namanya."))
        return isi

    def contents(self) -> IsiPohonIndikator:
        """The indicator as the tree keeps it; a name of the dictionary fills what was left empty."""
        isi = self.cleaned_data
        objek, nama, satuan = self.kamus.get(isi["indikator"], (None, "", ""))
        return IsiPohonIndikator(
            nama=isi["nama"] or nama,
            kode=isi["kode"] or ("" if objek is None else objek.kode),
            satuan_teks=isi["satuan_teks"] or satuan,
            target_teks=isi["target_teks"],
            indikator=objek,
        )


class DukunganForm(forms.Form):
    mendukung = forms.ChoiceField(label=_("Juga mendukung"))

    def __init__(self, data: Any = None, *, pilihan: Pilihan, **isi: Any) -> None:
        super().__init__(data, **isi)
        set_choices(self, "mendukung", [("", _("Pilih kondisi")), *pilihan])


class UsulForm(forms.Form):
    unit_tujuan = forms.ChoiceField(label=_("Kepada unit"))
    kebutuhan = forms.CharField(label=_("Yang dibutuhkan"), widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: Any = None, *, unit: Pilihan, **isi: Any) -> None:
        super().__init__(data, **isi)
        set_choices(self, "unit_tujuan", [("", _("Pilih unit")), *unit])


class KomentarForm(forms.Form):
    isi = forms.CharField(label=_("Komentar"), widget=forms.Textarea(attrs={"rows": 2}))


class TerimaForm(forms.Form):
    simpul_tujuan = forms.ChoiceField(
        label=_("Kondisi yang melayani"),
        required=False,
        help_text=_("Kondisi pada pohon unit Anda; boleh menyusul."),
    )
    buat = forms.BooleanField(
        label=_("Buat kondisi baru pada pohon unit Anda dari kebutuhan ini"), required=False
    )

    def __init__(self, data: Any = None, *, pilihan: Pilihan, boleh_buat: bool, **isi: Any) -> None:
        super().__init__(data, **isi)
        set_choices(self, "simpul_tujuan", [("", _("Belum dipilih")), *pilihan])
        if not boleh_buat:
            del self.fields["buat"]


class TolakForm(forms.Form):
    alasan = forms.CharField(label=_("Alasan menolak"), widget=forms.Textarea(attrs={"rows": 2}))
