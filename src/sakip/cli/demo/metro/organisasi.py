"""Units with their successions, posts, and the calendar."""

from collections import defaultdict
from datetime import date
from pathlib import Path

from sakip.cli.demo.berkas import day, day_after, rows
from sakip.platform.organisasi.models import Instansi, Jabatan, Unit, UnitVersi
from sakip.platform.organisasi.services import (
    create_instansi,
    create_jabatan,
    create_unit,
    end_jabatan,
    merge_units,
    save_jadwal,
    succeed_unit,
)

JENIS_UNIT = {
    "pemda": "pemda",
    "bagian": "bagian",
    "upt": "uptd",
    "kecamatan": "kecamatan",
    "kelurahan": "kelurahan",
}
JENIS_JADWAL = {
    "pengisian_realisasi": "realisasi",
    "validasi_realisasi": "validasi",
    "laporan_kinerja_kota": "lkjip",
    "laporan_kinerja_unit": "lkjip",
    "reviu_laporan_kinerja": "reviu",
    "evaluasi_apip": "evaluasi",
    "penandatanganan_pk": "penandatanganan_pk",
    "rencana_aksi": "rencana_aksi",
    "dialog_kinerja": "dialog_kinerja",
}
NAMA_JADWAL = {
    "laporan_kinerja_kota": "LKjIP kota",
    "laporan_kinerja_unit": "LKjIP perangkat daerah",
    "penilaian_mandiri": "Penilaian mandiri AKIP",
    "sanggah": "Sanggah hasil evaluasi",
    "tindak_lanjut": "Tindak lanjut rekomendasi",
}
# Units that existed before the files begin.
SEJAK_LAMA = date(2017, 1, 2)


def load_instansi() -> Instansi:
    return create_instansi(
        kode_wilayah="18.72",
        nama="Kota Metro",
        jenis="kota",
        sifat_data="contoh",
        sumber_data="Rekaan untuk mencoba aplikasi; jangan mengutip angka dari sini.",
        by=None,
    )


def load_units(instansi: Instansi, data: Path) -> dict[str, Unit]:
    """Units by code, parents first, then what became of them."""
    table = rows(data / "unit.csv")
    units: dict[str, Unit] = {}
    begins: dict[str, date] = {}
    for row in table:
        # A few kelurahan are older in the file than the kecamatan that they belong to.
        begins[row["kode"]] = max(day(row["mulai"]) or SEJAK_LAMA, begins.get(row["induk"], date.min))
        units[row["kode"]] = create_unit(
            instansi=instansi,
            kode=row["kode"],
            nama=row["nama"],
            singkatan=row["kode"] if row["entitas_sakip"] == "ya" and row["jenis"] != "pemda" else "",
            jenis=JENIS_UNIT.get(row["jenis"], "perangkat_daerah"),
            induk=units[row["induk"]] if row["induk"] else None,
            klaster_akip=row["klaster_akip"],
            kode_skpd=row["kode_skpd"],
            berlaku_mulai=begins[row["kode"]],
            entitas_sakip=row["entitas_sakip"] == "ya",
            by=None,
        )
    return units


def load_successions(units: dict[str, Unit], data: Path) -> None:
    """Renamed and merged units: the old ones end on the day the new ones begin."""
    for row in rows(data / "unit.csv"):
        if not row["pendahulu"]:
            continue
        tanggal = date.fromisoformat(row["mulai"])
        dari = [units[kode] for kode in row["pendahulu"].split(";")]
        dasar = "Peraturan daerah tentang perangkat daerah (contoh)"
        if row["jenis_perubahan"] == "ganti_nama":
            succeed_unit(dari=dari[0], ke=units[row["kode"]], tanggal=tanggal, dasar=dasar, by=None)
        else:
            merge_units(dari=dari, ke=units[row["kode"]], tanggal=tanggal, dasar=dasar, by=None)


def load_jabatan(instansi: Instansi, units: dict[str, Unit], data: Path) -> dict[str, Jabatan]:
    """Posts by the code of the file, superiors first."""
    table = {row["id"]: row for row in rows(data / "jabatan.csv")}
    mulai_unit = dict(UnitVersi.objects.filter(instansi=instansi).values_list("unit__kode", "berlaku_mulai"))
    posts: dict[str, Jabatan] = {}
    kepala: dict[str, int] = defaultdict(int)

    def load(kode: str) -> Jabatan:
        if kode in posts:
            return posts[kode]
        row = table[kode]
        atasan = load(row["atasan"]) if row["atasan"] else None
        posts[kode] = create_jabatan(
            instansi=instansi,
            kode=kode,
            nama=row["nama"],
            unit=units[row["unit"]],
            eselon=row["eselon"],
            atasan=atasan,
            kepala=_is_head(row, kepala),
            berlaku_mulai=day(row["mulai"]) or mulai_unit[row["unit"]],
            by=None,
        )
        return posts[kode]

    for kode in table:
        load(kode)
    return posts


def _is_head(row: dict[str, str], seen: dict[str, int]) -> bool:
    """The first post of a unit in the file heads it."""
    seen[row["unit"]] += 1
    return seen[row["unit"]] == 1


def end_posts(posts: dict[str, Jabatan], data: Path) -> None:
    """Posts that ended while their unit lived on; the others ended with their unit."""
    unit_ends = {row["kode"]: row["sampai"] for row in rows(data / "unit.csv")}
    for row in rows(data / "jabatan.csv"):
        tanggal = day_after(row["sampai"])
        if tanggal and not unit_ends[row["unit"]]:
            end_jabatan(jabatan=posts[row["id"]], tanggal=tanggal, by=None)


def load_kalender(instansi: Instansi, data: Path) -> None:
    for row in rows(data / "kalender.csv"):
        save_jadwal(
            instansi=instansi,
            tahun=int(row["tahun"]),
            triwulan=int(row["triwulan"]) if row["triwulan"] else None,
            jenis=JENIS_JADWAL.get(row["jenis"], "lain"),
            nama=NAMA_JADWAL.get(row["jenis"], ""),
            buka=date.fromisoformat(row["buka"]),
            tutup=date.fromisoformat(row["tutup"]),
            peran=row["peran"],
            dasar=row["dasar"],
            by=None,
        )
