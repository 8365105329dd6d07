"""Recap of an evaluation (40 and 400 units) and one changed grade, on the real pages.

    python -m bench evaluasi

Ours: the recap page through Django's test client, and the request that saves one grade and shows the new total.
Peer: a plain Django view that shows the same rows as a table from the stored results, in the same base page.
"""

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.baris import Row, in_ms
from bench.halaman import cpu_seconds, plain_page, render_plain, setup_django, sign_in

TAHUN = 2024
PEMBANDING = """{% extends "base.html" %}{% block isi %}<table>{% for b in baris %}<tr>
<td>{{ b.nama }}</td><td>{{ b.predikat }}</td><td>{{ b.total }}</td><td>{{ b.komponen|join:" " }}</td>
<td>{{ b.lalu }}</td><td>{{ b.tahap }}</td></tr>{% endfor %}</table>{% endblock %}"""


@dataclass(frozen=True)
class Dunia:
    instansi: Any
    evaluasi: Any
    lembar: list[Any]
    pengguna: Any


def run() -> list[Row]:
    """Two governments in one throw-away database, of 40 and of 400 units."""
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as folder:
        setup_django(Path(folder))
        kecil, besar = _build("99.02", 40), _build("99.03", 400)
        return [*_recap(kecil, besar), _one_grade(kecil)]


def _recap(kecil: Dunia, besar: Dunia) -> list[Row]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from sakip.apps.evaluasi.selectors import rekap

    with CaptureQueriesContext(connection) as query:
        rekap(kecil.evaluasi)
        banyak = len(query)
    kami, lawan = cpu_seconds(_visit(kecil)), cpu_seconds(_plain(kecil))
    baris = [
        Row(
            f"rekap evaluasi 40 unit, {banyak} kueri bacaan; pembanding: tabel polos",
            in_ms(kami),
            in_ms(lawan),
            f"{kami / lawan:.2f}x",
        )
    ]
    bacaan = [cpu_seconds(lambda d=dunia: rekap(d.evaluasi)) for dunia in (kecil, besar)]
    baris.append(
        Row(
            "bacaan rekap 400 unit; pembanding: sepuluh kali bacaan 40 unit",
            in_ms(bacaan[1]),
            in_ms(bacaan[0] * 10),
            f"{bacaan[1] / bacaan[0] / 10:.2f}x",
        )
    )
    return baris


def _one_grade(dunia: Dunia) -> Row:
    """Save one grade after another on a sheet that is being evaluated, the answer with the new total included."""
    from django.urls import reverse

    lembar, klien = dunia.lembar[0], sign_in(dunia.pengguna)
    alamat = reverse("evaluasi:simpan", args=[lembar.uid, "1.a"])
    nilai, versi = ["BB", "B"], iter(range(1, 1000))

    def save() -> None:
        nomor = next(versi)
        isi = {"nilai": nilai[nomor % 2], "versi": nomor, "alasan": "ukur"}
        jawaban = klien.post(alamat, isi, headers={"HX-Request": "true"})
        assert jawaban.status_code == 200, jawaban.status_code
        assert lembar.jawaban_set.filter(kode="1.a", versi_ke=nomor + 1).exists()

    waktu = cpu_seconds(save)
    return Row(
        "satu jawaban diubah sampai total baru, di peladen",
        in_ms(waktu),
        "batas 50 ms",
        f"{waktu / 0.05:.2f}x",
    )


def _visit(dunia: Dunia) -> Callable[[], None]:
    klien = sign_in(dunia.pengguna)

    def visit() -> None:
        jawaban = klien.get("/evaluasi/", {"tahun": TAHUN})
        assert jawaban.status_code == 200, jawaban.status_code

    visit()
    return visit


def _plain(dunia: Dunia) -> Callable[[], None]:
    """The obvious view: sheets with their stored results, a table."""
    from sakip.apps.evaluasi.models import HasilLembar
    from sakip.platform.organisasi.models import UnitVersi

    def rekap_polos(request: Any) -> Any:
        nama = {v.unit_id: v.nama for v in UnitVersi.objects.filter(instansi=dunia.instansi)}
        lalu = dict(
            HasilLembar.objects.filter(
                lembar__instansi=dunia.instansi, lembar__evaluasi__tahun=TAHUN - 1, tahap="evaluasi"
            ).values_list("lembar__unit_id", "total")
        )
        hasil = (
            HasilLembar.objects.filter(lembar__evaluasi=dunia.evaluasi, tahap="evaluasi")
            .select_related("lembar")
            .order_by("-total_urut")
        )
        baris = [
            {
                "nama": nama[satu.lembar.unit_id],
                "predikat": satu.predikat,
                "total": satu.total,
                "komponen": satu.komponen.values(),
                "lalu": lalu.get(satu.lembar.unit_id),
                "tahap": satu.lembar.get_tahap_display(),
            }
            for satu in hasil
        ]
        return render_plain(PEMBANDING, {"baris": baris}, request)

    return plain_page(rekap_polos, dunia.pengguna)


def _build(kode: str, banyak: int) -> Dunia:
    """One government whose units have all answered and are being evaluated."""
    from django.db import transaction

    from sakip.apps.evaluasi import services
    from sakip.platform.organisasi.services import create_instansi, create_unit

    acak, mulai = random.Random(kode), date(TAHUN, 1, 1)
    with transaction.atomic():
        instansi = create_instansi(kode_wilayah=kode, nama=f"Kota Ukur {kode}", jenis="kota", by=None)
        for nomor in range(banyak):
            create_unit(
                instansi=instansi,
                kode=f"OPD{nomor:03d}",
                nama=f"Dinas Ukur {nomor}",
                jenis="perangkat_daerah",
                klaster_akip=("utama", "pendukung", "tambahan")[nomor % 3],
                berlaku_mulai=mulai,
                by=None,
            )
        pengguna = _inspector(instansi, mulai)
        evaluasi = services.create_evaluasi(instansi=instansi, tahun=TAHUN, instrumen_instansi=None, by=None)
        tim = services.create_tim(evaluasi=evaluasi, nama="Tim ukur", by=None)
        services.set_anggota(tim=tim, anggota=[(pengguna, "ketua", "Ketua tim")], by=None)
        lembar = list(services.add_semua_lembar(evaluasi=evaluasi, tim=tim, by=None))
        services.start_evaluasi(evaluasi=evaluasi, by=None)
        for satu in lembar:
            _fill(services, satu, acak)
    return Dunia(instansi, evaluasi, lembar, pengguna)


def _fill(services: Any, lembar: Any, acak: random.Random) -> None:
    """The unit's own answers, then the team's: both stages, as in a real year."""
    from kinerja.instrumen import load

    kode = [butir.kode for butir in load("akip-88-2021-unit").penilaian]

    def answers() -> list[Any]:
        return [
            services.IsiJawaban(satu, acak.choice(["BB", "B", "CC", "C"]), "Catatan", "Daftar bukti")
            for satu in kode
        ]

    services.save_banyak(lembar=lembar, isian=answers(), by=None)
    services.transition_lembar(lembar=lembar, langkah="kirim_mandiri", by=None)
    lembar.refresh_from_db()
    services.save_banyak(lembar=lembar, isian=answers(), by=None)


def _inspector(instansi: Any, mulai: date) -> Any:
    from sakip.platform.access.services import grant_peran
    from sakip.platform.accounts.services import create_pengguna

    nama = f"apip.{instansi.kode_wilayah}"
    pengguna = create_pengguna(
        instansi=instansi,
        username=nama,
        email=f"{nama}@contoh.go.id",
        sandi="kunci-ukur-yang-panjang",
        by=None,
    )
    grant_peran(pengguna=pengguna, peran="apip", berlaku_mulai=mulai, by=None)
    return pengguna
