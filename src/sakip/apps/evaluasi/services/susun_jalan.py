"""What an adopted plan is made of: question and answer as data, and its steps as tasks."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from kinerja.instrumen.angka import to_cetak, to_exact
from kinerja.jalan import HasilJalan, Soal
from kinerja.jalan.hasil_kota import HasilKota, LembarKota
from kinerja.jalan.jadwal import IsiTriwulan, schedule
from sakip.apps.evaluasi.jadwal_jalan import TERAKHIR, last_day
from sakip.apps.evaluasi.services.jalan import IsiLangkah

#: What kinerja calls the government's own sheet among those of its units.
INSTANSI = "instansi"


def jadwal_of(soal: Soal, hasil: HasilJalan, awal: int) -> tuple[IsiTriwulan, ...]:
    """The plan over the quarters from `awal` to the year's end."""
    return schedule(soal, hasil, triwulan=TERAKHIR - awal + 1)


def langkah_of(
    soal: Soal, hasil: HasilJalan, *, tahun: int, awal: int, penanggung_jawab: str = ""
) -> list[IsiLangkah]:
    """Every step as a task of its quarter, due on its last day."""
    return [
        IsiLangkah(
            kode=satu.kode,
            uraian=satu.nama,
            alasan=satu.alasan,
            biaya=to_decimal(satu.biaya),
            triwulan=awal + isi.nomor - 1,
            penanggung_jawab=penanggung_jawab,
            batas_waktu=last_day(tahun, awal + isi.nomor - 1),
        )
        for isi in jadwal_of(soal, hasil, awal)
        for satu in isi.langkah
    ]


def langkah_kota(hasil: HasilKota, nama: Mapping[str, str], *, tahun: int) -> list[IsiLangkah]:
    """The government's own steps, then one task per unit that must rise, the dearest first."""
    akhir = last_day(tahun, TERAKHIR)
    sendiri = [
        IsiLangkah(satu.kode, satu.nama, to_decimal(satu.biaya), satu.alasan, TERAKHIR, "", akhir)
        for lembar in hasil.lembar
        if lembar.kode == INSTANSI
        for satu in lembar.langkah
    ]
    naik = [lembar for lembar in hasil.lembar if lembar.kode != INSTANSI and lembar.langkah]
    unit = [
        IsiLangkah(
            kode=f"@{nomor}",
            uraian=_("%(unit)s naik dari %(kini)s ke %(perlu)s") % _rise(lembar, nama),
            alasan=_("%(n)s langkah: %(kode)s.")
            % {"n": len(lembar.langkah), "kode": ", ".join(s.kode for s in lembar.langkah)},
            biaya=to_decimal(lembar.biaya),
            triwulan=TERAKHIR,
            penanggung_jawab=_("Kepala %(unit)s") % {"unit": nama.get(lembar.kode, lembar.kode)},
            batas_waktu=akhir,
        )
        for nomor, lembar in enumerate(sorted(naik, key=lambda satu: (-satu.biaya, satu.kode)), start=1)
    ]
    return [*sendiri, *unit]


def _rise(lembar: LembarKota, nama: Mapping[str, str]) -> dict[str, str]:
    return {
        "unit": nama.get(lembar.kode, lembar.kode),
        "kini": f"{lembar.predikat_kini or ''} {to_cetak(lembar.kini)}".strip(),
        "perlu": f"{lembar.predikat or ''} {to_cetak(lembar.total)}".strip(),
    }


def to_decimal(nilai: Fraction) -> Decimal:
    """An effort as the database keeps it."""
    return Decimal(nilai.numerator) / Decimal(nilai.denominator)


def masukan_of(soal: Soal) -> dict[str, Any]:
    """The question as `kinerja jalan` takes it, to be kept with an adopted plan."""
    return {
        "instrumen": soal.instrumen.id,
        "target": soal.target,
        "terpenuhi": dict(soal.terpenuhi),
        "jawaban": dict(soal.jawaban),
        "biaya": {kode: to_exact(Fraction(b)) for kode, b in soal.biaya.items()},
        "istimewa": {
            sub: {nilai: to_exact(Fraction(b)) for nilai, b in naik.items()}
            for sub, naik in soal.istimewa.items()
        },
        "luar_jangkauan": sorted(soal.luar_jangkauan),
        "butuh": {kode: list(daftar) for kode, daftar in soal.butuh.items()},
        "wajib": sorted(soal.wajib),
        "ketat": {
            "sub": {kode: to_exact(Fraction(n)) for kode, n in soal.ketat.sub.items()},
            "hanya_berubah": soal.ketat.hanya_berubah,
        },
    }


def masukan_kota(*, target: str, cara: str, ketat: bool) -> dict[str, Any]:
    """The city's question in short: its sheets are named in the answer."""
    return {"tingkat": "kota", "target": target, "cara": cara, "ketat": ketat}


def hasil_kota_to_dict(hasil: HasilKota) -> dict[str, Any]:
    """The city's answer, kept with an adopted plan in the shape of a single sheet's."""
    return {
        "layak": hasil.layak,
        "target": hasil.target,
        "cara": hasil.cara,
        "biaya": to_exact(hasil.biaya),
        "total": to_exact(hasil.total),
        "predikat": hasil.predikat,
        "kini": {"total": to_exact(hasil.kini), "predikat": hasil.predikat_kini},
        "pengikat": list(hasil.pengikat),
        "lembar": [
            {
                "kode": satu.kode,
                "klaster": satu.klaster,
                "kini": to_exact(satu.kini),
                "total": to_exact(satu.total),
                "biaya": to_exact(satu.biaya),
                "langkah": [lk.kode for lk in satu.langkah],
            }
            for satu in hasil.lembar
        ],
        "bukti": {"uraian": proof_of(hasil)},
    }


def proof_of(hasil: HasilKota) -> str:
    """Whether the plan is proven to be the cheapest, and if not how far it may be."""
    if not hasil.layak:
        return ""
    if hasil.terbukti:
        return _("Terbukti termurah: tidak ada susunan lain yang lebih murah.")
    return _("Paling banyak %(celah)s%% di atas yang termurah (batas bawah %(bawah)s).") % {
        "celah": to_cetak(hasil.celah * 100),
        "bawah": to_cetak(hasil.batas_bawah, 1),
    }
