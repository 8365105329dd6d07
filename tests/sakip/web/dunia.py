"""One small government with a year of data, and a neighbour that must stay invisible."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.pabrik.datakinerja import buat_bukti, buat_indikator
from tests.pabrik.organisasi import buat_instansi, buat_jadwal, buat_unit
from tests.pabrik.pengukuran import buat_anggaran, buat_realisasi
from tests.pabrik.perencanaan import buat_renaksi, buat_rencana
from tests.pabrik.perjanjian import buat_pk

from sakip.apps.datakinerja.models import Indikator
from sakip.apps.pengukuran.models import Realisasi
from sakip.apps.pengukuran.services import attach_bukti
from sakip.apps.perencanaan.models import Dokumen, Simpul
from sakip.apps.perencanaan.services import BarisPohon, create_pohon_bulk
from sakip.apps.perjanjian.models import PerjanjianKinerja
from sakip.platform.organisasi.models import Instansi, Unit

PERAN = (
    "admin_instansi",
    "perencana_instansi",
    "perencana_unit",
    "pimpinan_unit",
    "pimpinan_instansi",
    "apip",
    "walidata",
    "pengamat",
)
PERAN_UNIT = ("perencana_unit", "pimpinan_unit")


@dataclass
class Dunia:
    instansi: Instansi
    dinkes: Unit
    dinsos: Unit
    stunting: Indikator
    imunisasi: Indikator
    kosong: Indikator
    realisasi: Realisasi
    renstra: Dokumen
    sasaran: Simpul
    pk: PerjanjianKinerja


def bangun(**isi: Any) -> Dunia:
    """DINKES: 80 of 100, 45 of 90 (red), one unreported, a PK, a budget; DINSOS: 50 of 50."""
    instansi = buat_instansi(**{"nama": "Kota Uji", **isi})
    dinkes = buat_unit(instansi, kode="DINKES", nama="Dinas Kesehatan", singkatan="Dinkes")
    dinsos = buat_unit(instansi, kode="DINSOS", nama="Dinas Sosial")
    stunting = buat_indikator(dinkes, nama="Balita sehat", is_iku=True)
    imunisasi = buat_indikator(dinkes, nama="Imunisasi dasar lengkap")
    kosong = buat_indikator(dinkes, nama="Puskesmas terakreditasi")
    miskin = buat_indikator(dinsos, nama="Keluarga mandiri")
    renstra = buat_rencana(
        dinkes, [[(stunting, 100), (imunisasi, 90)], [(kosong, 10)]], nama="Renstra Dinkes"
    )
    buat_rencana(dinsos, [[(miskin, 50)]], nama="Renstra Dinsos")
    realisasi = buat_realisasi(stunting, 80)
    buat_realisasi(imunisasi, 45)
    buat_realisasi(miskin, 50)
    attach_bukti(realisasi=realisasi, bukti=buat_bukti(dinkes, judul="Rekap posyandu"), by=None)
    pk = buat_pk(dinkes, [(stunting, 100), (imunisasi, 90), (kosong, 10)])
    buat_anggaran(dinkes, pagu=Decimal(1000), realisasi=Decimal(750))
    return Dunia(
        instansi=instansi,
        dinkes=dinkes,
        dinsos=dinsos,
        stunting=stunting,
        imunisasi=imunisasi,
        kosong=kosong,
        realisasi=realisasi,
        renstra=renstra,
        sasaran=Simpul.objects.filter(dokumen=renstra).order_by("urutan").first(),
        pk=pk,
    )


def tambah_triwulan(dunia: Dunia) -> None:
    """Quarters of 2026: TW I and II of one indicator, and the calendar's next window."""
    buat_renaksi(dunia.dinkes, dunia.stunting, {1: 25, 2: 50, 3: 75, 4: 100}, tahun=2026)
    buat_realisasi(dunia.stunting, 20, tahun=2026, triwulan=1)
    buat_realisasi(dunia.stunting, 40, tahun=2026, triwulan=2)


def tambah_pohon(dunia: Dunia) -> None:
    create_pohon_bulk(
        unit=dunia.dinkes,
        pohon="Pohon Dinkes",
        tahun=2025,
        baris=[
            BarisPohon(kode="A", jenis="hasil", pernyataan="Warga sehat"),
            BarisPohon(kode="A.1", jenis="csf", pernyataan="Gizi cukup", induk="A"),
        ],
        by=None,
    )


def tambah_jadwal(dunia: Dunia, **isi: Any) -> None:
    buat_jadwal(dunia.instansi, **isi)
