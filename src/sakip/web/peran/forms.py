"""One cell of the matrix."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from sakip.apps.datakinerja.models import IndikatorVersi
from sakip.apps.perencanaan.models import AspekSKP, CaraCascading, PeranHasil
from sakip.web.kelola.forms.pilihan import PilihSatu


class SelForm(forms.Form):
    hasil = forms.CharField(
        label=_l("Hasil yang menjadi peran jabatan ini"),
        max_length=700,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_l("Tulis keadaan yang dicapai, bukan kegiatan."),
    )
    indikator = PilihSatu(
        label=_l("Indikator hasil atasan yang dipikul"),
        required=False,
        help_text=_l("Bila ukuran dan target dikosongkan, keduanya mengikuti indikator ini."),
    )
    ukuran = forms.CharField(label=_l("Ukuran (indikator kinerja individu)"), required=False, max_length=600)
    target_teks = forms.CharField(label=_l("Target"), required=False, max_length=300)
    aspek = forms.ChoiceField(
        label=_l("Aspek"),
        required=False,
        choices=[("", _l("Menurut indikatornya")), *AspekSKP.choices],
        help_text=_l("Kuantitas, kualitas, waktu, atau biaya (PermenPANRB 6/2022)."),
    )
    cara = forms.ChoiceField(
        label=_l("Cara cascading"),
        choices=CaraCascading.choices,
        help_text=_l(
            "Langsung: memikul bagian dari target yang sama. Tidak langsung: hasil lain yang mendukungnya."
        ),
    )

    def __init__(
        self, data: Any = None, *, indikator: Iterable[IndikatorVersi], peran: PeranHasil | None = None
    ) -> None:
        nama = ("hasil", "ukuran", "target_teks", "aspek", "cara")
        awal = {} if peran is None else {n: getattr(peran, n) for n in nama}
        baris = [(satu.indikator, satu.nama) for satu in indikator]
        if peran is not None and peran.indikator is not None:
            awal["indikator"] = str(peran.indikator.uid)
            if peran.indikator not in dict(baris):
                baris.append((peran.indikator, peran.indikator.kode))
        super().__init__(data, initial=awal, auto_id="sel_%s")
        pilihan = self.fields["indikator"]
        assert isinstance(pilihan, PilihSatu)
        pilihan.set_baris(baris, _("Tidak ada"))
