"""What the pages of the evaluation ask for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi.models import PeranTim, TahapLembar
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import KlasterAkip
from sakip.web.kelola.forms.pilihan import PilihSatu, Tanggal
from sakip.web.saring import SaringForm

TAHUN_AWAL, TAHUN_AKHIR = 2000, 2100
CARA_GABUNG = (
    ("rata_klaster", gettext_lazy("Rata-rata klaster: setengah nilai instansi, setengah rata-rata klaster")),
    ("rata_unit", gettext_lazy("Rata-rata unit: setengah nilai instansi, setengah rata-rata seluruh unit")),
)
TARGET = [("", gettext_lazy("Belum ditetapkan")), *((kode, kode) for kode in ("AA", "A", "BB", "B", "CC"))]


def _label_instrumen(instrumen: Instrumen) -> str:
    if instrumen.berlaku_sampai is None:
        return _("%(nama)s (berlaku sejak %(mulai)s)") % {
            "nama": instrumen.nama,
            "mulai": instrumen.berlaku_mulai.year,
        }
    return _("%(nama)s (%(mulai)s sampai %(sampai)s)") % {
        "nama": instrumen.nama,
        "mulai": instrumen.berlaku_mulai.year,
        "sampai": instrumen.berlaku_sampai.year,
    }


class EvaluasiForm(forms.Form):
    """The evaluation of one performance year."""

    tahun = forms.IntegerField(
        label=gettext_lazy("Tahun kinerja yang dievaluasi"),
        min_value=TAHUN_AWAL,
        max_value=TAHUN_AKHIR,
        localize=False,
    )
    instrumen_unit = forms.ChoiceField(label=gettext_lazy("Instrumen untuk perangkat daerah"))
    instrumen_instansi = forms.ChoiceField(
        label=gettext_lazy("Instrumen untuk pemerintah daerah"), required=False
    )
    target_predikat = forms.ChoiceField(
        label=gettext_lazy("Target predikat"),
        choices=TARGET,
        required=False,
        help_text=gettext_lazy("Menentukan klaster yang diuji petik."),
    )
    cara_gabung = forms.ChoiceField(
        label=gettext_lazy("Cara menggabung nilai"),
        choices=CARA_GABUNG,
        help_text=gettext_lazy("Naskah peraturan tidak memuat rumusnya; cara yang dipakai tercetak di LHE."),
    )
    dasar = forms.CharField(
        label=gettext_lazy("Dasar penugasan"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Nomor surat tugas atau kebijakan pengawasan."),
    )

    def __init__(self, *args: Any, instrumen: Iterable[Instrumen], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        daftar = list(instrumen)
        self._set("instrumen_unit", [i for i in daftar if i.profil != "instansi"])
        self._set("instrumen_instansi", [i for i in daftar if i.profil != "unit"], _("Tanpa LKE instansi"))

    def _set(self, bidang: str, daftar: list[Instrumen], kosong: str = "") -> None:
        pilihan = [(i.id, _label_instrumen(i)) for i in daftar]
        self.fields[bidang].choices = [("", kosong), *pilihan] if kosong else pilihan  # type: ignore[attr-defined]


class TimForm(forms.Form):
    """A team with its assignment letter."""

    nama = forms.CharField(label=gettext_lazy("Nama tim"), max_length=120)
    surat_tugas = forms.CharField(label=gettext_lazy("Nomor surat tugas"), max_length=160, required=False)
    tanggal_surat = Tanggal(label=gettext_lazy("Tanggal surat tugas"), required=False)


class AnggotaForm(forms.Form):
    """One member of a team; an empty row is left out."""

    pengguna = PilihSatu(label=gettext_lazy("Akun"), required=False)
    peran = forms.ChoiceField(
        label=gettext_lazy("Peran"), choices=[("", gettext_lazy("Pilih")), *PeranTim.choices], required=False
    )
    jabatan_teks = forms.CharField(
        label=gettext_lazy("Jabatan di LHE"), max_length=250, required=False, strip=True
    )

    def __init__(self, *args: Any, akun: list[tuple[Pengguna, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bidang = self.fields["pengguna"]
        assert isinstance(bidang, PilihSatu)
        bidang.set_baris(akun)

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if bool(isi.get("pengguna")) != bool(isi.get("peran")):
            self.add_error(
                "peran" if isi.get("pengguna") else "pengguna",
                _("Akun dan perannya diisi bersama; kosongkan keduanya untuk mengeluarkan baris ini."),
            )
        return isi


class JendelaForm(forms.Form):
    """When a stage may be worked on."""

    buka = Tanggal(label=gettext_lazy("Dibuka"))
    tutup = Tanggal(label=gettext_lazy("Ditutup"), help_text=gettext_lazy("Hari terakhir, masih termasuk."))
    lembar = PilihSatu(label=gettext_lazy("Hanya untuk"), required=False)
    alasan = forms.CharField(
        label=gettext_lazy("Alasan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Wajib bila tahap ini dibuka kembali; tercatat di jejak audit."),
    )


class AlasanForm(forms.Form):
    """Why a step is taken back."""

    alasan = forms.CharField(label=gettext_lazy("Alasan"), widget=forms.Textarea(attrs={"rows": 3}))


class TanggapanForm(forms.Form):
    """The unit's answer to the draft LHE; what was written in the thread before counts as well."""

    alasan = forms.CharField(
        label=gettext_lazy("Tanggapan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Kosong bila tanggapan sudah ditulis di percakapan."),
    )


class LHEForm(forms.Form):
    """The team's own words and the letter's data."""

    nomor = forms.CharField(label=gettext_lazy("Nomor LHE"), max_length=120, required=False)
    tanggal = Tanggal(label=gettext_lazy("Tanggal LHE"), required=False)
    penandatangan = forms.CharField(
        label=gettext_lazy("Penandatangan"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Jabatan, bukan nama orang."),
    )
    latar_belakang = forms.CharField(
        label=gettext_lazy("Latar belakang"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Kosong: memakai kalimat baku."),
    )
    catatan_umum = forms.CharField(
        label=gettext_lazy("Catatan umum"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class _BerSub(forms.Form):
    """A form about one sub-component of the sheet's instrument."""

    kode = forms.ChoiceField(label=gettext_lazy("Sub-komponen"))

    def __init__(self, *args: Any, sub: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kode"].choices = [("", _("Pilih")), *sub]  # type: ignore[attr-defined]


class RekomendasiForm(_BerSub):
    """One "Agar ..." of the LHE."""

    uraian = forms.CharField(
        label=gettext_lazy("Rekomendasi"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy('Dimulai dengan "Agar".'),
    )
    penanggung_jawab = forms.CharField(
        label=gettext_lazy("Penanggung jawab"),
        max_length=250,
        required=False,
        help_text=gettext_lazy("Jabatan, bukan nama orang."),
    )
    batas_waktu = Tanggal(label=gettext_lazy("Batas waktu"), required=False)


class SanggahForm(_BerSub):
    """An objection to the value of one sub-component."""

    nilai_diminta = forms.ChoiceField(label=gettext_lazy("Nilai yang Anda minta"), required=False)
    alasan = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Sebutkan bukti yang sudah ada saat evaluasi."),
    )

    def __init__(self, *args: Any, skala: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nilai_diminta"].choices = [  # type: ignore[attr-defined]
            ("", _("Tidak menyebut nilai")),
            *((kode, kode) for kode in skala),
        ]


class PutusanForm(forms.Form):
    """The ruling on an objection."""

    diterima = forms.TypedChoiceField(
        label=gettext_lazy("Putusan"),
        choices=[("ya", gettext_lazy("Diterima")), ("tidak", gettext_lazy("Ditolak"))],
        coerce=lambda teks: teks == "ya",
        widget=forms.RadioSelect,
    )
    nilai_putusan = forms.ChoiceField(
        label=gettext_lazy("Nilai sesudah putusan"),
        required=False,
        help_text=gettext_lazy("Hanya bila diterima."),
    )
    putusan = forms.CharField(label=gettext_lazy("Pertimbangan"), widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, skala: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nilai_putusan"].choices = [  # type: ignore[attr-defined]
            ("", _("Nilai tetap")),
            *((kode, kode) for kode in skala),
        ]


class PesanForm(forms.Form):
    """One message of a thread."""

    isi = forms.CharField(
        label=gettext_lazy("Tulis pesan"), widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )


class ImporForm(forms.Form):
    """A filled workbook."""

    berkas = forms.FileField(
        label=gettext_lazy("Berkas"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text=gettext_lazy("Buku kerja .xlsx dari unduhan LKE, atau buku kerja evaluasi daerah."),
    )


class SaringRekapForm(SaringForm):
    """Filter of the recap. Every field is optional; an unknown value filters nothing."""

    q = forms.CharField(label=gettext_lazy("Cari unit"), required=False, max_length=100)
    predikat = forms.ChoiceField(label=gettext_lazy("Predikat"), required=False)
    klaster = forms.ChoiceField(
        label=gettext_lazy("Klaster"),
        choices=[("", gettext_lazy("Semua klaster")), *KlasterAkip.choices],
        required=False,
    )
    tahap = forms.ChoiceField(
        label=gettext_lazy("Tahap"),
        choices=[("", gettext_lazy("Semua tahap")), *TahapLembar.choices],
        required=False,
    )

    def __init__(self, data: Any, *, predikat: Iterable[str]) -> None:
        super().__init__(data)
        self.fields["predikat"].choices = [  # type: ignore[attr-defined]
            ("", _("Semua predikat")),
            *((kode, kode) for kode in predikat),
        ]


class SaringBuktiForm(SaringForm):
    """Search in a unit's evidence."""

    q = forms.CharField(label=gettext_lazy("Cari bukti"), required=False, max_length=100)
