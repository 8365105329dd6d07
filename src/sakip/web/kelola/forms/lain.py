"""Forms of the calendar, the instansi itself, and the audit trail."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from sakip.platform.access.peran import PERAN_INSTANSI
from sakip.platform.files.jenis import GAMBAR, list_akhiran
from sakip.platform.organisasi.models import Instansi, Jadwal, JenisJadwal
from sakip.web.kelola.forms.pilihan import SaringForm, Tanggal
from sakip.web.periode import name_triwulan

_nama = lazy(name_triwulan, str)
TRIWULAN = [("", _("Setahun")), *[(str(n), _nama(n)) for n in (1, 2, 3, 4)]]


class JadwalForm(forms.Form):
    """One window of the calendar."""

    jenis = forms.ChoiceField(label=_("Jenis"), choices=JenisJadwal.choices)
    nama = forms.CharField(
        label=_("Nama"), max_length=150, required=False, help_text=_("Kosong: memakai nama jenisnya.")
    )
    tahun = forms.IntegerField(label=_("Tahun kinerja"), min_value=2000, max_value=2100)
    triwulan = forms.TypedChoiceField(
        label=_("Triwulan"), choices=TRIWULAN, required=False, coerce=int, empty_value=None
    )
    buka = Tanggal(label=_("Dibuka"))
    tutup = Tanggal(label=_("Ditutup"), help_text=_("Hari terakhir, masih termasuk."))
    peran = forms.ChoiceField(
        label=_("Untuk peran"),
        choices=[("", _("Semua peran")), *[(kode, peran.nama) for kode, peran in PERAN_INSTANSI.items()]],
        required=False,
    )
    dasar = forms.CharField(label=_("Dasar"), max_length=250, required=False)

    def __init__(self, data: Any = None, *, jadwal: Jadwal | None = None, tahun: int | None = None) -> None:
        bidang = ("jenis", "nama", "tahun", "triwulan", "buka", "tutup", "peran", "dasar")
        awal = {nama: getattr(jadwal, nama) for nama in bidang} if jadwal else {"tahun": tahun}
        super().__init__(data, initial=awal)


class InstansiForm(forms.Form):
    nama = forms.CharField(label=_("Nama instansi"), max_length=200)
    sumber_data = forms.CharField(
        label=_("Sumber data"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Untuk data publikasi: dari mana angkanya. Dicetak di setiap halaman."),
    )

    def __init__(self, instansi: Instansi, data: Any = None) -> None:
        super().__init__(data, initial={"nama": instansi.nama, "sumber_data": instansi.sumber_data})


class LogoForm(forms.Form):
    berkas = forms.FileField(
        label=_("Lambang"),
        widget=forms.ClearableFileInput(attrs={"accept": list_akhiran(GAMBAR).replace(" ", "")}),
        help_text=_("PNG, JPEG, atau WebP. Dipakai di laporan dan dokumen."),
    )


class SaringAuditForm(SaringForm):
    q = forms.CharField(label=_("Cari objek"), required=False, max_length=100)
    pelaku = forms.ChoiceField(label=_("Pelaku"), required=False)
    aksi = forms.ChoiceField(label=_("Tindakan"), required=False)
    sejak = Tanggal(label=_("Dari"), required=False)
    sampai = Tanggal(label=_("Sampai"), required=False)

    def __init__(self, data: Any, *, pelaku: list[str], aksi: list[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["pelaku"].choices = [("", _("Semua pelaku")), *[(p, p) for p in pelaku]]  # type: ignore[attr-defined]
        self.fields["aksi"].choices = [("", _("Semua tindakan")), *aksi]  # type: ignore[attr-defined]
