"""What the pages of the way to a predikat ask for."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.models import LangkahJalan
from sakip.apps.evaluasi.selectors.jalan import Upaya
from sakip.platform.dasar import today
from sakip.web.kelola.forms.pilihan import PilihSatu, Tanggal


class UpayaForm(forms.Form):
    """One criterion or step: its effort, and whether it can be done this year at all."""

    biaya = forms.DecimalField(
        label=gettext_lazy("Upaya"), min_value=Decimal(0), max_digits=9, decimal_places=3, localize=False
    )
    luar_jangkauan = forms.BooleanField(label=gettext_lazy("Di luar jangkauan"), required=False)

    def __init__(self, data: Any = None, *, upaya: Upaya) -> None:
        bulat = upaya.biaya == upaya.biaya.to_integral_value()
        biaya = upaya.biaya.quantize(Decimal(1)) if bulat else upaya.biaya.normalize()
        awal = {"biaya": biaya, "luar_jangkauan": upaya.luar_jangkauan}
        super().__init__(data, initial=awal, prefix=upaya.kode, auto_id="u-%s")
        self.upaya = upaya
        self.fields["biaya"].widget.attrs.update(
            {
                "class": "form-control form-control-sm n",
                "min": "0",
                "step": "any",
                "inputmode": "decimal",
                "aria-label": _("Upaya %(kode)s") % {"kode": upaya.kode},
            }
        )
        self.fields["luar_jangkauan"].widget.attrs.update(
            {
                "class": "form-check-input",
                "aria-label": _("%(kode)s di luar jangkauan") % {"kode": upaya.kode},
            }
        )


class TugasForm(forms.Form):
    """A step of a plan on its way to become a task."""

    penanggung_jawab = forms.CharField(label=gettext_lazy("Penanggung jawab"), max_length=250, required=False)
    batas_waktu = Tanggal(label=gettext_lazy("Batas waktu"))

    def __init__(self, data: Any = None, *, kode: str, awal: dict[str, Any]) -> None:
        super().__init__(data, initial=awal, prefix=kode, auto_id="t-%s")
        for bidang in self.fields.values():
            bidang.widget.attrs["class"] = "form-control form-control-sm"
            bidang.widget.attrs["aria-label"] = f"{bidang.label} {kode}"


class UbahTugasForm(forms.Form):
    penanggung_jawab = forms.CharField(
        label=gettext_lazy("Penanggung jawab"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Jabatan, bukan nama orang."),
    )
    batas_waktu = Tanggal(label=gettext_lazy("Batas waktu"), required=False)

    def __init__(self, data: Any = None, *, langkah: LangkahJalan) -> None:
        awal = {"penanggung_jawab": langkah.penanggung_jawab, "batas_waktu": langkah.batas_waktu}
        super().__init__(data, initial=awal, auto_id="ubah_%s")


class SelesaiForm(forms.Form):
    """That a step is done, since when and by what it shows."""

    selesai_pada = Tanggal(label=gettext_lazy("Selesai pada"))
    catatan = forms.CharField(
        label=gettext_lazy("Catatan"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Apa hasilnya, dan di mana penilai menemukannya."),
    )
    bukti = PilihSatu(label=gettext_lazy("Bukti"), required=False)

    def __init__(self, data: Any = None, *, bukti: Iterable[Bukti]) -> None:
        super().__init__(data, initial={"selesai_pada": today()}, auto_id="selesai_%s")
        pilihan = self.fields["bukti"]
        assert isinstance(pilihan, PilihSatu)
        pilihan.set_baris([(b, b.judul[:110]) for b in bukti], _("Belum ada bukti"))


class AlasanForm(forms.Form):
    alasan = forms.CharField(
        label=gettext_lazy("Alasan"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
