"""History of the city's own results, and effort per criterion."""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from kinerja.instrumen import load
from sakip.apps.evaluasi.services import add_riwayat_nilai
from sakip.apps.evaluasi.services.jalan import IsiUpaya, set_upaya
from sakip.cli.demo.berkas import number, rows
from sakip.cli.demo.metro.evaluasi_berkas import codes_of
from sakip.platform.organisasi.models import Instansi

# Prerequisites that the files name by the unit form's criterion, in the government's form.
PADANAN = {"m_tahunan": "m_tahunan_i", "v_ti_ukur": "v_ti_gabung"}


def load_riwayat(instansi: Instansi, data: Path) -> None:
    """Results of the city itself, with the instrument of each year."""
    for baris in rows(data / "evaluasi" / "riwayat_kota.csv"):
        _load_satu_riwayat(instansi, baris)


def _load_satu_riwayat(instansi: Instansi, baris: dict[str, str]) -> None:
    lama = baris["instrumen"] == "12/2015"
    kode = "ABCDE" if lama else "1234"
    komponen = {satu: baris[f"komponen_{nomor}"] for nomor, satu in enumerate(kode, 1)}
    add_riwayat_nilai(
        instansi=instansi,
        tahun=int(baris["tahun_kinerja"]),
        instrumen=baris["instrumen"],
        total=Decimal(baris["total"]),
        predikat=baris["predikat"],
        komponen={satu: isi for satu, isi in komponen.items() if isi},
        keterangan=baris["keterangan"],
        sumber="Data contoh",
        by=None,
    )


def load_upaya(instansi: Instansi, data: Path) -> None:
    """Effort per criterion in person-days, with what must come first."""
    per_profil: dict[str, list[dict[str, str]]] = defaultdict(list)
    for baris in rows(data / "evaluasi" / "upaya_kriteria.csv"):
        per_profil[baris["bentuk_lke"]].append(baris)
    for profil, isi in per_profil.items():
        kode = codes_of(load(f"akip-88-2021-{profil}"))
        per_id = {nama: satu for (_, nama), satu in kode.items()}
        set_upaya(
            instansi=instansi,
            profil=profil,
            isi=[
                IsiUpaya(
                    kode=kode[baris["sub_komponen"], baris["kriteria"]],
                    biaya=Decimal(baris["hari_orang"] or baris["usaha_1_5"]),
                    prasyarat=tuple(_syarat(per_id, satu) for satu in baris["prasyarat"].split(";") if satu),
                    hari_orang=number(baris["hari_orang"]),
                    biaya_juta=number(baris["biaya_juta"]),
                    pelaksana=baris["pelaksana"],
                )
                for baris in isi
            ],
            by=None,
        )


def _syarat(per_id: dict[str, str], nama: str) -> str:
    return per_id[nama] if nama in per_id else per_id[PADANAN[nama]]
