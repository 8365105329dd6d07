"""What the pages of recommendations ask for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.models import Rekomendasi, StatusRekomendasi
from sakip.platform.organisasi.models import UnitVersi
from sakip.web.kelola.forms.pilihan import PilihSatu, Tanggal
from sakip.web.saring import SaringForm
from sakip.web.unggah import BerkasBaruForm

TERBUKA, LEWAT = "terbuka", "lewat"
STATUS = [
    ("", gettext_lazy("Semua status")),
    (TERBUKA, gettext_lazy("Masih terbuka")),
    (LEWAT, gettext_lazy("Lewat batas waktu")),
    *StatusRekomendasi.choices,
]


class SaringRekomendasiForm(SaringForm):
    """Filter of the list; an unknown value filters nothing."""

    q = forms.CharField(label=gettext_lazy("Cari kata"), required=False, max_length=100)
    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False)
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=STATUS, required=False)
    tahun = forms.ChoiceField(label=gettext_lazy("Tahun evaluasi"), required=False)

    def __init__(self, data: Any, *, unit: Iterable[UnitVersi], tahun: Iterable[int]) -> None:
        super().__init__(data)
        self._set("unit", _("Semua unit"), [(v.unit.kode, v.nama) for v in unit])
        self._set("tahun", _("Semua tahun"), [(str(t), str(t)) for t in tahun])

    def _set(self, bidang: str, semua: str, pilihan: list[tuple[str, str]]) -> None:
        self.fields[bidang].choices = [("", semua), *pilihan]  # type: ignore[attr-defined]


class RencanaForm(forms.Form):
    """What will be done, by whom, until when."""

    uraian = forms.CharField(
        label=gettext_lazy("Yang akan dikerjakan"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )
    penanggung_jawab = forms.CharField(
        label=gettext_lazy("Penanggung jawab"),
        max_length=250,
        help_text=gettext_lazy("Jabatan, bukan nama orang."),
    )
    batas_waktu = Tanggal(label=gettext_lazy("Selesai paling lambat"))

    def __init__(self, data: Any = None, *, rekomendasi: Rekomendasi) -> None:
        awal = {
            "penanggung_jawab": rekomendasi.penanggung_jawab,
            "batas_waktu": rekomendasi.batas_waktu,
        }
        super().__init__(data, initial=awal, auto_id="rencana_%s")


class PelaksanaanForm(BerkasBaruForm):
    """What was done, with one piece of evidence: from the unit's own, or a new file."""

    uraian = forms.CharField(
        label=gettext_lazy("Yang sudah dikerjakan"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
    )
    bukti = PilihSatu(label=gettext_lazy("Bukti yang sudah ada"), required=False)

    def __init__(
        self, data: Any = None, files: Any = None, *, bukti: Iterable[Bukti], boleh_unggah: bool
    ) -> None:
        super().__init__(data, files, auto_id="pelaksanaan_%s")
        pilihan = self.fields["bukti"]
        assert isinstance(pilihan, PilihSatu)
        pilihan.set_baris([(b, _label(b)) for b in bukti], _("Pilih bukti"))
        self.fields["berkas"].required = False
        self.fields["berkas"].label = _("Atau unggah berkas baru")
        if not boleh_unggah:
            for bidang in ("berkas", "judul", "tanggal_bukti"):
                del self.fields[bidang]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("bukti") is not None and isi.get("berkas"):
            self.add_error("berkas", _("Pilih salah satu: bukti yang sudah ada, atau berkas baru."))
        if isi.get("bukti") is None and not isi.get("berkas") and not self.errors:
            self.add_error("bukti", _("Lampirkan bukti: pilih dari yang ada, atau unggah berkas baru."))
        return isi


def _label(bukti: Bukti) -> str:
    tanggal = f" ({bukti.tanggal_bukti:%d-%m-%Y})" if bukti.tanggal_bukti else ""
    return f"{bukti.judul[:110]}{tanggal}"


class PutusanForm(forms.Form):
    """The reason of a verdict; it is shown to the unit."""

    uraian = forms.CharField(
        label=gettext_lazy("Pertimbangan"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )
