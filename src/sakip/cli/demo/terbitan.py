"""Published figures: Kota Tangerang Selatan 2023 and Provinsi Jawa Barat 2016, through the importer."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from kinerja.nilai import read_column
from sakip.apps.datakinerja.models import Indikator, IndikatorVersi
from sakip.apps.datakinerja.services import create_indikator
from sakip.apps.pengukuran.impor.bentuk.pilihan import PilihanImpor
from sakip.apps.pengukuran.impor.services import apply_berkas
from sakip.apps.perencanaan.services import (
    BarisPohon,
    BarisSimpul,
    IsiPohonIndikator,
    activate_dokumen,
    add_simpul_bulk,
    create_dokumen,
    create_pohon_bulk,
    link_indikator_bulk,
)
from sakip.apps.perjanjian.services import IsiBaris, IsiProgram, activate_pk, create_pk
from sakip.cli.demo.akun import SANDI
from sakip.cli.demo.berkas import folder, read_json, rows
from sakip.platform.access.services import grant_peran
from sakip.platform.accounts.services import create_pengguna
from sakip.platform.organisasi.models import Instansi, Unit
from sakip.platform.organisasi.services import update_instansi

JENIS_POHON = {"tujuan": "hasil", "sasaran": "csf", "eselon III": "kondisi_antara", "eselon IV": "keluaran"}
SUMBER_JABAR = (
    "LKIP 2016 dan lampirannya dari perangkat daerah Provinsi Jawa Barat, sebagaimana tercetak; dokumen dan halaman "
    "tercantum pada tiap angka."
)
SUMBER_TANGSEL = (
    "Tabel capaian program, kegiatan, dan sub kegiatan triwulan I dan II 2023 dari 20 perangkat daerah Kota "
    "Tangerang Selatan, sebagaimana tercetak."
)


def load_tangsel() -> Instansi:
    """20 agencies, 1,605 rows, two quarters."""
    file = folder("tangsel2023") / "tangsel2023.xlsx"
    _apply(file, "program", 2023, "36.74", "Kota Tangerang Selatan", SUMBER_TANGSEL)
    instansi = Instansi.objects.get(kode_wilayah="36.74")
    _admin(instansi, "admin.tangsel")
    return instansi


def load_jabar() -> Instansi:
    """17 agencies and offices: achievement tables of three years, then agreements, IKU and trees where they exist."""
    data = folder("jabar2016")
    for file in sorted(data.glob("capaian-*.csv")):
        tahun = int(file.stem[-4:])
        _apply(file, "capaian", tahun, "32", "Provinsi Jawa Barat", SUMBER_JABAR)
    instansi = Instansi.objects.get(kode_wilayah="32")
    update_instansi(instansi=instansi, jenis="provinsi", by=None)
    units = {unit.kode: unit for unit in Unit.objects.filter(instansi=instansi)}
    kamus = Kamus(instansi, rows(data / "padanan.csv"))
    for item in read_json(data / "pk.json")["pk"]:
        unit = units.get(_code(item))
        if unit and item["level"] == "eselon II" and item["tahun"] == 2016:
            _load_pk(unit, item, kamus)
    for item in read_json(data / "iku.json")["iku"]:
        unit = units.get(_code(item))
        if unit:
            _load_iku(unit, item, kamus)
    for item in read_json(data / "pohon.json")["pohon"]:
        unit = units.get(_code(item))
        if unit:
            _load_pohon(unit, item, kamus)
    _admin(instansi, "admin.jabar")
    return instansi


def _code(item: dict[str, Any]) -> str:
    """The unit's code is the abbreviation in the id of its report."""
    return str(item.get("lkjip_doc") or "").rsplit("-", 1)[0].upper()


def _apply(file: Path, bentuk: str, tahun: int, kode: str, nama: str, sumber: str) -> None:
    apply_berkas(
        isi=file.read_bytes(),
        nama=file.name,
        bentuk=bentuk,
        pilihan=PilihanImpor(tahun),
        kode_instansi=kode,
        nama_instansi=nama,
        sifat_data="publikasi",
        sumber_data=sumber,
        by=None,
    )


def _admin(instansi: Instansi, username: str) -> None:
    admin = create_pengguna(
        instansi=instansi,
        username=username,
        email=f"{username}@contoh.invalid",
        sebutan=f"Admin {instansi.nama}",
        sandi=SANDI,
        by=None,
    )
    grant_peran(pengguna=admin, peran="admin_instansi", berlaku_mulai=date(2016, 1, 1), by=None)


class Kamus:
    """Indicators of an instansi by unit and wording; one that a document adds is entered."""

    def __init__(self, instansi: Instansi, padanan: list[dict[str, str]]) -> None:
        # The same indicator is worded differently in agreement, IKU and report; the pairs were made by eye.
        self._padanan = {
            (row["opd"], _words(row["tertulis"])): _words(row["indikator_lkip"]) for row in padanan
        }
        self._known = {
            (versi.unit_id, _words(versi.nama)): versi.indikator
            for versi in IndikatorVersi.objects.filter(instansi=instansi).select_related("indikator")
        }
        self._count = len(self._known)

    def find(self, unit: Unit, nama: str) -> Indikator | None:
        words = _words(nama)
        return self._known.get((unit.pk, self._padanan.get((unit.kode, words), words)))

    def find_or_create(self, unit: Unit, nama: str, **isi: Any) -> Indikator:
        found = self.find(unit, nama)
        if found is None:
            self._count += 1
            found = create_indikator(
                instansi=unit.instansi,
                unit=unit,
                kode=f"{unit.kode}-D{self._count:03}",
                nama=nama,
                berlaku_mulai=date(2016, 1, 1),
                by=None,
                **isi,
            )
            self._known[unit.pk, _words(nama)] = found
        return found


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _load_pk(unit: Unit, item: dict[str, Any], kamus: Kamus) -> None:
    """The agreement as printed; two printed lines of the same indicator are one promise."""
    targets = read_column([row["target"] for row in item["kinerja"]])
    lines: dict[int, IsiBaris] = {}
    for row, nilai in zip(item["kinerja"], targets, strict=True):
        indikator = kamus.find_or_create(unit, row["indikator"])
        lines.setdefault(
            indikator.pk,
            IsiBaris(
                indikator=indikator,
                sasaran_teks=row["sasaran"] or "Sasaran tidak tercetak",
                indikator_teks=row["indikator"],
                satuan_teks=row["satuan"] or "",
                nilai=nilai,
            ),
        )
    budgets = read_column([row["anggaran"] for row in item.get("program") or []])
    pk = create_pk(
        unit=unit,
        tahun=2016,
        baris=list(lines.values()),
        program=[
            IsiProgram(nama=row["program"], anggaran=nilai.angka, sumber_dana=row.get("keterangan") or "")
            for row, nilai in zip(item.get("program") or [], budgets, strict=True)
        ],
        sumber=item["source"],
        by=None,
    )
    activate_pk(pk=pk, by=None)


def _load_iku(unit: Unit, item: dict[str, Any], kamus: Kamus) -> None:
    printed = re.search(r"20\d\d", str(item["tahun"]))
    tahun = int(printed.group()) if printed else 2016
    dokumen = create_dokumen(
        unit=unit, jenis="iku", nama=f"IKU {item['opd']} ({item['tahun']})", tahun_mulai=tahun, tahun_selesai=tahun,
        sumber=item["source"], by=None,
    )  # fmt: skip
    nodes: dict[str, BarisSimpul] = {}
    for row in item["iku"]:
        sasaran = row["sasaran"] or "Sasaran tidak tercetak"
        nodes.setdefault(sasaran, BarisSimpul(sasaran, "sasaran", sasaran, urutan=len(nodes)))
    made = add_simpul_bulk(dokumen=dokumen, baris=list(nodes.values()), by=None)
    pairs = [
        (
            made[row["sasaran"] or "Sasaran tidak tercetak"],
            kamus.find_or_create(
                unit, row["iku"], rumus=row["formulasi"] or "", sumber=(row["sumber_data"] or "")[:300],
                pj_teks=(row["penanggung_jawab"] or "")[:250], is_iku=True,
            ),
        )
        for row in item["iku"]
    ]  # fmt: skip
    link_indikator_bulk(dokumen=dokumen, pasangan=pairs, by=None)
    activate_dokumen(dokumen=dokumen, dasar="Sebagaimana tercetak", by=None)


def _load_pohon(unit: Unit, item: dict[str, Any], kamus: Kamus) -> None:
    known = {node["id"] for node in item["simpul"]}
    create_pohon_bulk(
        unit=unit,
        pohon="utama",
        tahun=item["tahun"],
        baris=[
            BarisPohon(
                kode=node["id"],
                jenis=JENIS_POHON[node["level"]],
                pernyataan=node["pernyataan"] or node["pemilik"] or "Tidak tercetak",
                induk=node["induk"] if node["induk"] in known else "",
                urutan=urutan,
                pemilik_teks=node.get("pemilik") or "",
                sumber=node.get("sumber") or "",
                indikator=tuple(
                    IsiPohonIndikator(
                        nama=one["nama"],
                        kode=one.get("kode") or "",
                        satuan_teks=one.get("satuan") or "",
                        target_teks=one.get("target") or "",
                        indikator=kamus.find(unit, one["nama"]),
                    )
                    for one in node["indikator"]
                ),
            )
            for urutan, node in enumerate(item["simpul"])
        ],
        by=None,
    )
