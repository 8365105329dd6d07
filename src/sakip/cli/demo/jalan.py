"""Loads everything, in an order in which later parts find what they stand on."""

from collections.abc import Callable

from django.db import transaction

from sakip.apps.pengukuran.services import hold_turunan
from sakip.cli.demo.berkas import folder
from sakip.cli.demo.metro import organisasi
from sakip.cli.demo.metro.evaluasi import load_evaluasi
from sakip.cli.demo.metro.iku import load_iku
from sakip.cli.demo.metro.jalan import load_jalan
from sakip.cli.demo.metro.kamus import load_indikator
from sakip.cli.demo.metro.lintas import load_komentar, load_lintas
from sakip.cli.demo.metro.nomenklatur import load_nomenklatur
from sakip.cli.demo.metro.pengguna import load_pengguna
from sakip.cli.demo.metro.pengukuran import finish_realisasi, load_anggaran, load_bukti, load_realisasi
from sakip.cli.demo.metro.peran import load_peran
from sakip.cli.demo.metro.perjanjian import load_pk
from sakip.cli.demo.metro.perubahan import load_perubahan
from sakip.cli.demo.metro.pohon import load_pohon
from sakip.cli.demo.metro.rencana import Rencana
from sakip.cli.demo.terbitan import load_jabar, load_tangsel

Kabar = Callable[[str], None]


@transaction.atomic
def load_metro(kabar: Kabar) -> None:
    """The example city, all or nothing."""
    data = folder("metro")
    instansi = organisasi.load_instansi()
    units = organisasi.load_units(instansi, data)
    posts = organisasi.load_jabatan(instansi, units, data)
    organisasi.load_successions(units, data)
    organisasi.end_posts(posts, data)
    organisasi.load_kalender(instansi, data)
    accounts = load_pengguna(instansi, units, posts, data)
    kabar(f"Kota Metro (data contoh): {len(units)} unit, {len(posts)} jabatan, {accounts} akun")
    # Achievements are computed once, when everything they rest on is there.
    with hold_turunan():
        indikator = load_indikator(instansi, units, data)
        rencana = Rencana(units, indikator, data)
        rencana.load()
        load_pk(rencana)
        conditions = load_pohon(rencana)
        kabar(
            f"  {len(indikator)} indikator, RPJMD, Renstra, Perjanjian Kinerja, {conditions} simpul pohon kinerja"
        )
        figures = load_realisasi(rencana)
        load_anggaran(rencana)
        evidence = load_bukti(rencana)
        finish_realisasi(rencana)
        decrees = load_iku(units)
    kabar(f"  {figures} realisasi dengan capaiannya, anggaran, {evidence} catatan bukti")
    kabar(f"  {decrees} keputusan IKU, {load_peran(units)} peran hasil jabatan")
    proposals, remarks = load_lintas(rencana), load_komentar(rencana)
    kabar(
        f"  {sum(proposals.values())} usulan crosscutting ({proposals['diterima']} diterima, "
        f"{proposals['diusulkan']} menunggu, {proposals['ditolak']} ditolak), {remarks} komentar"
    )
    kabar(
        f"  {load_nomenklatur(instansi, data)} butir nomenklatur contoh; draf {load_perubahan(rencana).nama}"
    )
    sheets = load_evaluasi(instansi, data)
    kabar(f"  evaluasi AKIP 2023 sampai 2025: {sheets} lembar kerja")
    kabar(f"  dua rencana menuju predikat A dengan {load_jalan(instansi)} langkah")


def load_all(kabar: Kabar) -> None:
    load_metro(kabar)
    with transaction.atomic(), hold_turunan():
        instansi = load_jabar()
    kabar(f"{instansi.nama} 2016 (data publikasi)")
    with transaction.atomic():
        instansi = load_tangsel()
    kabar(f"{instansi.nama} 2023 (data publikasi)")
