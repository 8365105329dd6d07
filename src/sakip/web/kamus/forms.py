"""What the dictionary asks for: the filter, the entry itself, and what kind of change an edit is."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from sakip.apps.datakinerja.galat import UngkapanSalah
from sakip.apps.datakinerja.models import (
    AgregasiWaktu,
    Frekuensi,
    IndikatorVersi,
    JenisUkuran,
    PolaritasIndikator,
    Satuan,
)
from sakip.apps.datakinerja.ungkapan import PANJANG_MAKS
from sakip.apps.datakinerja.variabel import check_ungkapan, store_variabel
from sakip.platform.dasar import today
from sakip.platform.organisasi.models import Instansi, Unit, UnitVersi
from sakip.web.kamus.variabel import BarisVariabel, baris_of, named, read_baris, with_room
from sakip.web.kelola.forms.pilihan import PilihSatu, Tanggal, pilihan_jabatan
from sakip.web.saring import SaringForm

#: Empty rows of variables that the button adds.
RUANG_TAMBAH = 4
EJAAN, BARU = "ejaan", "baru"


class SaringKamusForm(SaringForm):
    """Filter of the dictionary; an unknown value filters nothing."""

    q = forms.CharField(label=_l("Cari nama atau kode"), required=False, max_length=100)
    unit = forms.ChoiceField(label=_l("Unit"), required=False)
    iku = forms.ChoiceField(
        label=_l("IKU"),
        required=False,
        choices=[("", _l("Semua")), ("ya", _l("IKU")), ("bukan", _l("Bukan IKU"))],
    )
    frekuensi = forms.ChoiceField(
        label=_l("Frekuensi"), required=False, choices=[("", _l("Semua")), *Frekuensi.choices]
    )
    polaritas = forms.ChoiceField(
        label=_l("Polaritas"), required=False, choices=[("", _l("Semua")), *PolaritasIndikator.choices]
    )
    kurang = forms.BooleanField(label=_l("Belum lengkap"), required=False)
    tahun = forms.IntegerField(label=_l("Tahun"), required=False, min_value=1990, max_value=2100)

    def __init__(self, data: Any, *, unit: Iterable[UnitVersi]) -> None:
        super().__init__(data)
        pilihan = [("", _("Semua unit")), *((v.unit.kode, v.nama) for v in unit)]
        self.fields["unit"].choices = pilihan  # type: ignore[attr-defined]


class IndikatorForm(forms.Form):
    """One entry of the dictionary."""

    unit = PilihSatu(label=_l("Unit pemilik"))
    kode = forms.CharField(label=_l("Kode"), max_length=60)
    nama = forms.CharField(
        label=_l("Nama indikator"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_l(
            "Sebut satu ukuran dan objeknya, misalnya “Persentase balita stunting”. Bukan nama kegiatan."
        ),
    )
    definisi = forms.CharField(
        label=_l("Definisi operasional"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    satuan = forms.ChoiceField(label=_l("Satuan"), required=False)
    satuan_baru = forms.CharField(
        label=_l("Satuan baru"),
        required=False,
        max_length=80,
        help_text=_l("Isi hanya bila belum ada pada daftar."),
    )
    jenis_ukuran = forms.ChoiceField(
        label=_l("Jenis ukuran"), required=False, choices=[("", _l("Belum disebutkan")), *JenisUkuran.choices]
    )
    polaritas = forms.ChoiceField(
        label=_l("Polaritas"), choices=PolaritasIndikator.choices, initial=PolaritasIndikator.MAKS
    )
    peringkat = forms.CharField(
        label=_l("Tangga peringkat"),
        required=False,
        help_text=_l("Dari terendah ke tertinggi, pisahkan dengan koma. Hanya untuk polaritas peringkat."),
    )
    agregasi_waktu = forms.ChoiceField(
        label=_l("Penggabungan triwulan menjadi tahun"),
        choices=AgregasiWaktu.choices,
        initial=AgregasiWaktu.AKHIR,
    )
    frekuensi = forms.ChoiceField(
        label=_l("Frekuensi"), choices=Frekuensi.choices, initial=Frekuensi.TRIWULANAN
    )
    desimal = forms.IntegerField(label=_l("Angka di belakang koma"), min_value=0, max_value=10, initial=2)
    rumus = forms.CharField(
        label=_l("Rumus"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_l(
            "Tulis cara menghitungnya dengan kata, misalnya balita stunting ÷ balita ditimbang × 100."
        ),
    )
    ungkapan = forms.CharField(
        label=_l("Rumus hitung"),
        required=False,
        max_length=PANJANG_MAKS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_l(
            "Dengan nama variabel di atas, misalnya (lulus paket B + lulus paket C) ÷ peserta ujian. "
            "Kosong: variabel pertama ÷ variabel kedua."
        ),
    )
    pengali = forms.DecimalField(
        label=_l("Pengali"),
        required=False,
        max_digits=14,
        decimal_places=4,
        help_text=_l("100 untuk persen; kosong bila tanpa pengali."),
    )
    sumber = forms.CharField(label=_l("Sumber data"), required=False, max_length=300)
    pj_jabatan = PilihSatu(label=_l("Jabatan penanggung jawab"), required=False)
    standar_nasional = forms.DecimalField(
        label=_l("Standar nasional"), required=False, max_digits=30, decimal_places=10
    )
    standar_sumber = forms.CharField(label=_l("Sumber standar"), required=False, max_length=200)
    kode_nasional = forms.CharField(
        label=_l("Kode nasional"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"list": "saran-nasional", "autocomplete": "off"}),
        help_text=_l("Ketik kode atau beberapa kata namanya, lalu pilih dari daftar nasional."),
    )
    kembali = forms.CharField(required=False, max_length=600, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        instansi: Instansi,
        unit: list[tuple[Unit, str]],
        versi: IndikatorVersi | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        awal = {**({} if versi is None else _initial(versi)), **(initial or {})}
        super().__init__(data, initial=awal)
        self.instansi, self.lama = instansi, versi
        self._ruang = 1
        if data is not None:
            self.variabel = read_baris(data)
        else:
            self.variabel = [] if versi is None else baris_of(versi)
        self.fields["kode_nasional"].widget.attrs |= {
            "hx-get": reverse("kamus:cari_nasional"),
            "hx-trigger": "input changed delay:250ms",
            "hx-target": "#saran-nasional",
            "hx-swap": "innerHTML",
        }
        self.satuan_rows = {str(s.pk): s for s in Satuan.objects.filter(instansi=instansi)}
        self.fields["satuan"].choices = [  # type: ignore[attr-defined]
            ("", _("Belum disebutkan")),
            *((k, s.nama) for k, s in self.satuan_rows.items()),
        ]
        pilih_unit, pilih_jabatan = self.fields["unit"], self.fields["pj_jabatan"]
        assert isinstance(pilih_unit, PilihSatu)
        assert isinstance(pilih_jabatan, PilihSatu)
        pilih_unit.set_baris(unit)
        jabatan = pilihan_jabatan(instansi, today())
        if versi is not None and versi.pj_jabatan is not None and versi.pj_jabatan not in dict(jabatan):
            jabatan.append((versi.pj_jabatan, versi.pj_jabatan.kode))
        pilih_jabatan.set_baris(jabatan, _("Belum ditetapkan"))

    def clean_peringkat(self) -> list[str]:
        return [satu.strip() for satu in self.cleaned_data["peringkat"].split(",") if satu.strip()]

    @property
    def baris_variabel(self) -> list[BarisVariabel]:
        """The rows to show: what is filled in, and room for more."""
        return with_room(self.variabel, self._ruang)

    def add_room(self, data: Mapping[str, str]) -> None:
        """Show what was typed so far with more empty rows, without judging it."""
        self.variabel, self._ruang = read_baris(data), RUANG_TAMBAH

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        for satu in self.variabel:
            satu.galat = "" if satu.nama or not satu.terisi else _("Sebut nama variabel ini.")
        if any(satu.galat for satu in self.variabel):
            self.add_error("ungkapan", _("Ada variabel tanpa nama."))
        elif "ungkapan" not in self.errors:
            try:
                check_ungkapan(isi.get("ungkapan", ""), named(self.variabel))
            except UngkapanSalah as galat:
                self.add_error("ungkapan", str(galat))
        if not isi.get("ungkapan", "").strip() and len(named(self.variabel)) > 2:
            self.add_error("ungkapan", _("Lebih dari dua variabel: tulis rumus hitungnya."))
        return isi

    def entry(self, isi: dict[str, Any], satuan_baru: Satuan | None) -> dict[str, Any]:
        """The fields as the services take them."""
        luar = {"unit", "kode", "satuan_baru", "satuan", "kembali"}
        luar |= {"perubahan", "sejak", "alasan_ubah", "sidik"}
        hasil = {nama: nilai for nama, nilai in isi.items() if nama not in luar}
        hasil["satuan"] = satuan_baru or self.satuan_rows.get(isi["satuan"])
        hasil["variabel"] = store_variabel(named(self.variabel))
        return hasil


class ImporNasionalForm(forms.Form):
    """A file of the national list, and which edition it is."""

    berkas = forms.FileField(
        label=_l("Berkas"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=_l(
            "Buku kerja .xlsx atau .csv dengan kolom Kode dan Indikator; Satuan dan Definisi bila ada."
        ),
    )
    sumber = forms.CharField(
        label=_l("Sumber"),
        required=False,
        max_length=300,
        help_text=_l("Keputusan atau terbitan yang memuat daftar ini."),
    )


class UbahIndikatorForm(IndikatorForm):
    """An edit says what it is: a better wording of the same thing, or another indicator."""

    perubahan = forms.ChoiceField(
        label=_l("Perubahan ini adalah"),
        widget=forms.RadioSelect,
        choices=[
            (EJAAN, _l("Perbaikan ejaan atau redaksi: maknanya sama, angka lama tetap dapat dibandingkan")),
            (
                BARU,
                _l("Indikator baru: maknanya lain, indikator lama berakhir dan penggantinya mulai dari nol"),
            ),
        ],
    )
    sejak = Tanggal(
        label=_l("Berlaku sejak"),
        help_text=_l("Sama dengan tanggal mulai versi sekarang berarti mengoreksi versi itu."),
    )
    alasan_ubah = forms.CharField(label=_l("Alasan perubahan"), max_length=300)
    sidik = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, versi: IndikatorVersi, **isi: Any) -> None:
        super().__init__(data, versi=versi, **isi)
        self.versi = versi
        self.fields["kode"].required = False
        self.fields["kode"].label = _("Kode (untuk indikator baru)")
        self.fields["kode"].help_text = _("Kode lama tetap milik indikator lama.")

    @property
    def makna(self) -> list[str]:
        """Fields by which the edit changes the meaning; only after a valid form."""
        isi, lama = self.cleaned_data, self.versi
        kini = self.satuan_rows.get(isi["satuan"])
        beda = []
        if lama.satuan_id is not None and (
            isi["satuan_baru"] or (kini.pk if kini else None) != lama.satuan_id
        ):
            beda.append("satuan")
        if isi["polaritas"] != lama.polaritas:
            beda.append("polaritas")
        if lama.jenis_ukuran and isi["jenis_ukuran"] != lama.jenis_ukuran:
            beda.append("jenis_ukuran")
        return beda

    def clean(self) -> dict[str, Any]:
        isi = super().clean()
        if self.errors:
            return isi
        if isi["perubahan"] == EJAAN and (beda := self.makna):
            pesan = _("Ini mengubah makna. Pilih “Indikator baru”, atau kembalikan isian ini seperti semula.")
            for bidang in beda:
                self.add_error(bidang, pesan)
        if isi["perubahan"] == BARU and not isi["kode"].strip():
            self.add_error("kode", _("Indikator baru memerlukan kode sendiri."))
        return isi


def _initial(versi: IndikatorVersi) -> dict[str, Any]:
    langsung = (
        "nama", "definisi", "polaritas", "agregasi_waktu", "frekuensi", "desimal", "rumus", "sumber",
        "standar_sumber", "kode_nasional", "jenis_ukuran", "ungkapan",
    )  # fmt: skip
    return {
        **{nama: getattr(versi, nama) for nama in langsung},
        "unit": str(versi.unit.uid),
        "satuan": "" if versi.satuan_id is None else str(versi.satuan_id),
        "peringkat": ", ".join(versi.peringkat),
        "pengali": _plain(versi.pengali),
        "standar_nasional": _plain(versi.standar_nasional),
        "pj_jabatan": "" if versi.pj_jabatan is None else str(versi.pj_jabatan.uid),
    }


def _plain(angka: Any) -> Any:
    """A stored number without the zeros the column adds."""
    return None if angka is None else f"{angka.normalize():f}"


def sejak_bawaan(versi: IndikatorVersi) -> date:
    return max(versi.berlaku_mulai, today())
