"""A unit's page and the instansi overview: 1,000 indicators x 5 years x 4 quarters, and ten times as much.

    python -m bench halaman        (or: python -m bench.halaman)

Ours: the real views, through Django's test client. Peer: a plain Django view that shows the same rows as a table,
read from the stored figures with select_related inside the same base page, with nothing explained. Ten times the
data: nine more instansi of the same size in the same database; for the overview also ten times the indicators in
its own units.
"""

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bench.baris import Row, in_ms

UNIT, INDIKATOR_PER_UNIT, TAHUN = 40, 25, tuple(range(2021, 2026))
SALINAN = 9
#: Clones get their keys far away from the originals'.
JARAK = 10_000_000
PEMBANDING_UNIT = """{% extends "base.html" %}{% block isi %}<table>{% for b in baris %}<tr>
<td>{{ b.nama }}</td><td>{{ b.satuan }}</td><td>{{ b.target }}</td><td>{{ b.realisasi }}</td>
<td>{{ b.capaian }}</td><td>{{ b.kategori }}</td><td>{{ b.status }}</td><td>{{ b.lalu|join:" " }}</td>
</tr>{% endfor %}</table>{% endblock %}"""
PEMBANDING_INSTANSI = """{% extends "base.html" %}{% block isi %}<table>{% for b in baris %}<tr>
<td>{{ b.nama }}</td><td>{{ b.rata }}</td><td>{{ b.n }}</td><td>{{ b.wajib }}</td><td>{{ b.lalu|join:" " }}</td>
</tr>{% endfor %}</table>{% endblock %}"""


def run() -> list[Row]:
    """Build the database, measure, and throw it away."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as folder:
        setup_django(Path(folder))
        return _measure()


def setup_django(folder: Path) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "sakip.config.settings.test"
    os.environ["SAKIP_DATA_DIR"] = str(folder)
    os.environ["SAKIP_DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
    os.environ.setdefault("SAKIP_SECRET_KEY", "hanya-untuk-ukur")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


@dataclass(frozen=True)
class Dunia:
    """What the views are asked for."""

    instansi: Any
    unit: Any
    pengguna: Any


def _measure() -> list[Row]:
    dunia = _build()
    halaman = {
        "halaman unit (25 indikator)": (f"/kinerja/{dunia.unit.uid}/", _plain_unit(dunia)),
        "ringkasan instansi (40 unit)": ("/kinerja/", _plain_instansi(dunia)),
    }
    baris, awal = [], {}
    for nama, (alamat, biasa) in halaman.items():
        awal[nama], query = _visit(dunia, alamat)
        lawan = cpu_seconds(biasa)
        baris.append(
            Row(
                f"{nama}, {query} kueri; pembanding: tabel polos",
                in_ms(awal[nama]),
                in_ms(lawan),
                f"{awal[nama] / lawan:.2f}x",
            )
        )
    _clone_instansi()
    for nama, (alamat, _) in halaman.items():
        baris.append(_again(dunia, alamat, f"{nama}, 10x data (sepuluh instansi)", awal[nama]))
    _widen(dunia)
    nama, alamat = "ringkasan instansi (40 unit)", "/kinerja/"
    baris.append(_again(dunia, alamat, f"{nama}, 10x indikator di unitnya sendiri", awal[nama]))
    return baris


def _again(dunia: Dunia, alamat: str, nama: str, awal: float) -> Row:
    waktu, query = _visit(dunia, alamat)
    return Row(
        f"{nama}, {query} kueri; pembanding: diri sendiri", in_ms(waktu), in_ms(awal), f"{waktu / awal:.2f}x"
    )


def _visit(dunia: Dunia, alamat: str) -> tuple[float, int]:
    """Median time of the page and its number of queries, session and account included."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    klien = sign_in(dunia.pengguna)
    kueri = {"tahun": TAHUN[-1], "tw": "setahun"}

    def visit() -> None:
        jawaban = klien.get(alamat, kueri)
        assert jawaban.status_code == 200, jawaban.status_code

    visit()
    with CaptureQueriesContext(connection) as query:
        visit()
        banyak = len(query)
    return cpu_seconds(visit), banyak


def sign_in(pengguna: Any) -> Any:
    """A test client with the account signed in."""
    from django.test import Client

    klien = Client()
    klien.force_login(pengguna, backend="django.contrib.auth.backends.ModelBackend")
    return klien


def cpu_seconds(call: Callable[[], None], kali: int = 15) -> float:
    """Least processor time of a call: page and database share this process, other work of the machine does not."""
    terpakai = []
    for _ in range(kali):
        awal = time.process_time()
        call()
        terpakai.append(time.process_time() - awal)
    return min(terpakai)


def _plain_unit(dunia: Dunia) -> Callable[[], None]:
    """The obvious view: stored rows with select_related, a table."""
    from django.http import HttpRequest, HttpResponse

    from sakip.apps.pengukuran.models import Capaian

    def view(request: HttpRequest) -> HttpResponse:
        lalu: dict[int, list[Any]] = {}
        semua = (
            Capaian.objects.filter(unit=dunia.unit, triwulan=None)
            .select_related("indikator", "realisasi")
            .prefetch_related("indikator__versi__satuan")
            .order_by("indikator__kode", "tahun")
        )
        baris = []
        for satu in semua:
            if satu.tahun != TAHUN[-1]:
                lalu.setdefault(satu.indikator_id, []).append(satu.terbatas)
                continue
            versi = satu.indikator.versi.all()[0]
            baris.append(
                {
                    "nama": versi.nama,
                    "satuan": versi.satuan,
                    "target": satu.target["nilai"]["angka"],
                    "realisasi": satu.dipakai["nilai"]["angka"],
                    "capaian": satu.terbatas,
                    "kategori": satu.kategori,
                    "status": satu.realisasi.status if satu.realisasi else "",
                    "lalu": lalu.get(satu.indikator_id, []),
                }
            )
        assert len(baris) == INDIKATOR_PER_UNIT
        return render_plain(PEMBANDING_UNIT, {"baris": baris}, request)

    return plain_page(view, dunia.pengguna)


def _plain_instansi(dunia: Dunia) -> Callable[[], None]:
    from django.db.models import Avg, Count
    from django.http import HttpRequest, HttpResponse

    from sakip.apps.pengukuran.models import Capaian
    from sakip.platform.organisasi.models import UnitVersi

    def view(request: HttpRequest) -> HttpResponse:
        angka = {
            (satu["unit_id"], satu["tahun"]): satu
            for satu in Capaian.objects.filter(instansi=dunia.instansi, triwulan=None)
            .values("unit_id", "tahun")
            .annotate(rata=Avg("terbatas"), n=Count("terbatas"), wajib=Count("id"))
        }
        baris = []
        # The real page shows 25 units at a time.
        for versi in UnitVersi.objects.filter(instansi=dunia.instansi).select_related("unit")[:25]:
            kini = angka[versi.unit_id, TAHUN[-1]]
            lalu = [angka[versi.unit_id, tahun]["rata"] for tahun in TAHUN[:-1]]
            baris.append({"nama": versi.nama, "lalu": lalu, **kini})
        return render_plain(PEMBANDING_INSTANSI, {"baris": baris}, request)

    return plain_page(view, dunia.pengguna)


def plain_page(view: Callable[[Any], Any], pengguna: Any) -> Callable[[], None]:
    """Call a view as the handler would: signed in, through the same middleware."""
    from django.urls import clear_url_caches, path

    from sakip.config import urls

    nama = f"pembanding-{view.__qualname__.split('.')[0].strip('_')}"
    urls.urlpatterns.append(path(f"{nama}/", view))
    clear_url_caches()
    klien = sign_in(pengguna)

    def visit() -> None:
        assert klien.get(f"/{nama}/").status_code == 200

    visit()
    return visit


def render_plain(teks: str, konteks: dict[str, Any], request: Any) -> Any:
    from django.http import HttpResponse
    from django.template import engines

    return HttpResponse(_compiled(teks, engines["django"]).render(konteks, request))


_siap: dict[str, Any] = {}


def _compiled(teks: str, mesin: Any) -> Any:
    if teks not in _siap:
        _siap[teks] = mesin.from_string(teks)
    return _siap[teks]


def _build() -> Dunia:
    """One instansi through the services, in one transaction."""
    from django.db import transaction

    from kinerja.nilai import Nilai
    from sakip.apps.datakinerja.services import BarisIndikator, create_indikator_bulk, get_or_create_satuan
    from sakip.apps.pengukuran.services import BarisRealisasi, hold_turunan, save_realisasi_bulk
    from sakip.apps.perencanaan import services as rencana
    from sakip.platform.access.services import grant_peran
    from sakip.platform.accounts.services import create_pengguna
    from sakip.platform.organisasi.services import create_instansi, create_unit

    mulai = date(TAHUN[0], 1, 1)
    with transaction.atomic(), hold_turunan():
        instansi = create_instansi(kode_wilayah="99.01", nama="Kota Ukur", jenis="kota", by=None)
        satuan = get_or_create_satuan(instansi=instansi, nama="persen", by=None)
        realisasi = []
        for nomor in range(UNIT):
            unit = create_unit(
                instansi=instansi,
                kode=f"OPD{nomor:02d}",
                nama=f"Dinas Ukur {nomor}",
                jenis="perangkat_daerah",
                berlaku_mulai=mulai,
                by=None,
            )
            indikator = create_indikator_bulk(
                instansi=instansi,
                berlaku_mulai=mulai,
                baris=[
                    BarisIndikator(
                        unit, f"{unit.kode}-{n:02d}", {"nama": f"Indikator ukur {n}", "satuan": satuan}
                    )
                    for n in range(INDIKATOR_PER_UNIT)
                ],
                by=None,
            )
            _plan(rencana, unit, indikator)
            realisasi += [
                BarisRealisasi(satu, unit, tahun, Nilai.dari_angka(Decimal(40 + (urut * 7 + tahun) % 60)), tw)
                for urut, satu in enumerate(indikator)
                for tahun in TAHUN
                for tw in (1, 2, 3, 4)
            ]
        save_realisasi_bulk(instansi=instansi, baris=realisasi, by=None)
    pengguna = create_pengguna(
        instansi=instansi,
        username="ukur",
        email="ukur@contoh.go.id",
        sandi="kunci-ukur-yang-panjang",
        by=None,
    )
    grant_peran(pengguna=pengguna, peran="pengamat", berlaku_mulai=mulai, by=None)
    return Dunia(instansi, unit, pengguna)


def _plan(rencana: Any, unit: Any, indikator: list[Any]) -> None:
    from kinerja.nilai import Nilai

    dokumen = rencana.create_dokumen(
        unit=unit, jenis="renstra", nama="Renstra", tahun_mulai=TAHUN[0], tahun_selesai=TAHUN[-1], by=None
    )
    simpul = rencana.add_simpul_bulk(
        dokumen=dokumen,
        baris=[rencana.BarisSimpul(str(n), "sasaran", f"Sasaran {n}") for n in range(5)],
        by=None,
    )
    rencana.link_indikator_bulk(
        dokumen=dokumen, pasangan=[(simpul[str(n % 5)], satu) for n, satu in enumerate(indikator)], by=None
    )
    target = [
        rencana.BarisTarget(satu, tahun, Nilai.dari_angka(Decimal(80)))
        for satu in indikator
        for tahun in TAHUN
    ]
    rencana.set_target_bulk(dokumen=dokumen, baris=target, by=None)
    rencana.activate_dokumen(dokumen=dokumen, by=None)


def _clone_instansi() -> None:
    """Nine more instansi: every row of every table once more, its keys moved by a fixed distance."""
    for nomor in range(1, SALINAN + 1):
        clone(nomor * JARAK, {"kode_wilayah": f"kode_wilayah || '-{nomor}'"}, _tables())


def _widen(dunia: Dunia) -> None:
    """Ten times the indicators in the same units: everything but units and roll-ups once more, nine times."""
    tetap = ("organisasi", "rekapcapaian", "satuan", "dokumen")
    tabel = [satu for satu in _tables() if not any(kata in satu for kata in tetap)]
    batas = f"WHERE instansi_id = {dunia.instansi.pk} AND id < {JARAK}"
    for nomor in range(1, SALINAN + 1):
        ganti = {"kode": f"CASE WHEN kode = '' THEN '' ELSE kode || '~{nomor}' END"}
        clone((SALINAN + nomor) * JARAK, ganti, tabel, batas)


def clone(jarak: int, ganti: dict[str, str], tabel: list[str], batas: str = f"WHERE id < {JARAK}") -> None:
    """The rows of the tables once more, their keys moved by `jarak`; `ganti` are columns that must differ."""
    from django.db import connection

    pindah = set(tabel)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        for nama in tabel:
            cursor.execute(f"PRAGMA foreign_key_list({nama})")
            rujuk = {baris[3]: baris[2] for baris in cursor.fetchall()}
            cursor.execute(f"PRAGMA table_info({nama})")
            kolom = [baris[1] for baris in cursor.fetchall()]
            isi = [_value(satu, rujuk, ganti, jarak, pindah) for satu in kolom]
            cursor.execute(
                f"INSERT INTO {nama} ({', '.join(kolom)}) SELECT {', '.join(isi)} FROM {nama} {batas}"
            )


def _value(kolom: str, rujuk: dict[str, str], ganti: dict[str, str], jarak: int, pindah: set[str]) -> str:
    if kolom == "id" or rujuk.get(kolom) in pindah:
        return f"{kolom} + {jarak}"
    if kolom in ("uid", "asal"):
        return "lower(hex(randomblob(16)))"
    return ganti.get(kolom, kolom)


def _tables() -> list[str]:
    return [
        "organisasi_instansi", "organisasi_unit", "organisasi_unitversi", "datakinerja_satuan",
        "datakinerja_indikator", "datakinerja_indikatorversi", "perencanaan_dokumen", "perencanaan_simpul",
        "perencanaan_simpulindikator", "perencanaan_target", "pengukuran_realisasi",
        "pengukuran_realisasiversi", "pengukuran_capaian", "pengukuran_rekapcapaian",
    ]  # fmt: skip


if __name__ == "__main__":
    for satu in run():
        print(f"{satu.name:<84} {satu.ours:>10} {satu.peer:>10} {satu.ratio:>8}")
