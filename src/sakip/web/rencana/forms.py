"""What the editing pages of a document ask for."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.apps.perencanaan.models import Dokumen, JenisDokumen, SifatDokumen, Simpul, VersiNomenklatur
from sakip.apps.perencanaan.selectors.nomenklatur import find_butir
from sakip.apps.perencanaan.susunan import BERPAGU
from sakip.platform.organisasi.models import Unit
from sakip.web.kelola.forms.pilihan import PilihSatu, Tanggal

TAHUN: dict[str, Any] = {"min_value": 1990, "max_value": 2100}


class DokumenBaruForm(forms.Form):
    unit = PilihSatu(label=gettext_lazy("Unit"))
    jenis = forms.ChoiceField(label=gettext_lazy("Jenis"), choices=JenisDokumen.choices, initial="renstra")
    nama = forms.CharField(
        label=gettext_lazy("Nama dokumen"),
        max_length=300,
        help_text=gettext_lazy("Seperti pada sampulnya, misalnya Renstra Dinas Kesehatan 2025-2029."),
    )
    tahun_mulai = forms.IntegerField(label=gettext_lazy("Tahun mulai"), **TAHUN)
    tahun_selesai = forms.IntegerField(
        label=gettext_lazy("Tahun selesai"),
        help_text=gettext_lazy(
            "RPJMD, Renstra, dan IKU lima tahun; RKPD dan Renja satu tahun; RPJPD 20 tahun."
        ),
        **TAHUN,
    )
    sifat = forms.ChoiceField(label=gettext_lazy("Sifat"), choices=SifatDokumen.choices)
    sumber = forms.CharField(label=gettext_lazy("Sumber"), max_length=400, required=False)

    def __init__(self, data: Any = None, *, unit: Iterable[tuple[Unit, str]], awal: dict[str, Any]) -> None:
        super().__init__(data, initial=awal)
        pilihan = self.fields["unit"]
        assert isinstance(pilihan, PilihSatu)
        pilihan.set_baris(unit, _("Pilih unit"))


class KeteranganForm(forms.Form):
    nama = forms.CharField(label=gettext_lazy("Nama dokumen"), max_length=300)
    sifat = forms.ChoiceField(label=gettext_lazy("Sifat"), choices=SifatDokumen.choices)
    dasar = forms.CharField(
        label=gettext_lazy("Dasar hukum"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Boleh menyusul; wajib saat dokumen diberlakukan."),
    )
    sumber = forms.CharField(label=gettext_lazy("Sumber"), max_length=400, required=False)

    def __init__(self, data: Any = None, *, dokumen: Dokumen) -> None:
        bidang = ("nama", "sifat", "dasar", "sumber")
        super().__init__(data, initial={b: getattr(dokumen, b) for b in bidang})


class RevisiForm(forms.Form):
    nama = forms.CharField(label=gettext_lazy("Nama versi perubahan"), max_length=300)
    dasar = forms.CharField(label=gettext_lazy("Dasar perubahan"), max_length=300, required=False)


class SalinForm(forms.Form):
    nama = forms.CharField(label=gettext_lazy("Nama dokumen"), max_length=300)
    tahun_mulai = forms.IntegerField(label=gettext_lazy("Tahun mulai"), **TAHUN)
    tahun_selesai = forms.IntegerField(label=gettext_lazy("Tahun selesai"), **TAHUN)
    dengan_target = forms.BooleanField(
        label=gettext_lazy("Salin juga target, digeser ke tahun yang sepadan"), required=False
    )


class CatatanForm(forms.Form):
    catatan = forms.CharField(
        label=gettext_lazy("Catatan"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AlasanForm(forms.Form):
    catatan = forms.CharField(
        label=gettext_lazy("Alasan"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class BerlakuForm(forms.Form):
    dasar = forms.CharField(
        label=gettext_lazy("Dasar hukum"),
        max_length=300,
        help_text=gettext_lazy("Misalnya Peraturan Wali Kota Nomor 12 Tahun 2025."),
    )
    ditetapkan_pada = Tanggal(label=gettext_lazy("Tanggal penetapan"))


def offer_codes(form: forms.Form, pada: date, jenis: str = "") -> None:
    """Let the field of the code ask the nomenclature; without scripts it stays a field with a short list."""
    alamat = {"pada": pada.isoformat(), **({"jenis": jenis} if jenis else {})}
    form.fields["kode"].widget.attrs |= {
        "list": "saran-nomenklatur",
        "autocomplete": "off",
        "hx-get": f"{reverse('nomenklatur:cari')}?{urlencode(alamat)}",
        "hx-trigger": "input changed delay:250ms",
        "hx-target": "#saran-nomenklatur",
        "hx-swap": "innerHTML",
        # A new node says its level in the form itself.
        **({} if jenis else {"hx-include": "[name=jenis]"}),
    }
    form.fields["kode"].help_text = _("Ketik kode atau kata dari namanya, lalu pilih dari nomenklatur.")


class SimpulBaruForm(forms.Form):
    jenis = forms.ChoiceField(label=gettext_lazy("Tingkat"))
    pernyataan = forms.CharField(
        label=gettext_lazy("Pernyataan"),
        max_length=700,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Tujuan dan sasaran adalah keadaan yang dicapai, bukan kegiatan yang dikerjakan."
        ),
    )
    kode = forms.CharField(label=gettext_lazy("Kode"), max_length=60, required=False)

    def __init__(
        self, data: Any = None, *, jenis: Iterable[Any], versi: VersiNomenklatur | None = None
    ) -> None:
        super().__init__(data)
        pilihan = list(jenis)
        self.versi = versi
        self.fields["jenis"].choices = [(j.value, j.label) for j in pilihan]  # type: ignore[attr-defined]
        if versi is not None and BERPAGU & set(pilihan):
            # The name may be left to the nomenclature.
            self.fields["pernyataan"].required = False
            self.fields["pernyataan"].help_text = _(
                "Untuk program, kegiatan, dan sub kegiatan boleh kosong: namanya diambil dari nomenklatur menurut kode."
            )

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("pernyataan") or "pernyataan" in self.errors:
            return isi
        kode = isi.get("kode", "")
        butir = find_butir(self.versi, kode) if self.versi is not None and kode else None
        if butir is None or butir.jenis != isi.get("jenis"):
            self.add_error("pernyataan", _("Tulis pernyataannya, atau pilih kode yang ada pada nomenklatur."))
        else:
            isi["pernyataan"] = butir.nama
        return isi


class SimpulForm(forms.Form):
    pernyataan = forms.CharField(
        label=gettext_lazy("Pernyataan"), max_length=700, widget=forms.Textarea(attrs={"rows": 3})
    )
    kode = forms.CharField(label=gettext_lazy("Kode"), max_length=60, required=False)
    induk = PilihSatu(label=gettext_lazy("Berada di bawah"), required=False)
    pj_unit = PilihSatu(label=gettext_lazy("Unit penanggung jawab"), required=False)
    sidik = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        simpul: Simpul,
        sidik: str,
        induk: Iterable[Simpul],
        unit: Iterable[tuple[Unit, str]],
    ) -> None:
        awal = {
            "pernyataan": simpul.pernyataan,
            "kode": simpul.kode,
            "induk": "" if simpul.induk is None else str(simpul.induk.uid),
            "pj_unit": "" if simpul.pj_unit is None else str(simpul.pj_unit.uid),
            "sidik": sidik,
        }
        super().__init__(data, initial=awal)
        baris = [(satu, f"{satu.get_jenis_display()}: {satu.pernyataan[:100]}") for satu in induk]
        self._set("induk", baris, _("Paling atas"))
        self._set("pj_unit", unit, _("Unit pemilik dokumen"))

    def _set(self, bidang: str, baris: Iterable[tuple[Any, str]], kosong: str) -> None:
        pilihan = self.fields[bidang]
        assert isinstance(pilihan, PilihSatu)
        pilihan.set_baris(baris, kosong)
