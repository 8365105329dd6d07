"""Tables in the body of an LHE."""

from __future__ import annotations

from sakip.apps.evaluasi.selectors.konteks import KonteksLHE
from sakip.reports.angka import capitalise
from sakip.reports.lhe import uraian
from sakip.reports.lhe.bantu import angka_sel, cetak, change, exact, predikat_teks, tanggal
from sakip.reports.naskah import Baris, Kolom, Sel, Tabel

_TANPA = "–"


def tabel_tim(k: KonteksLHE) -> Tabel:
    return Tabel(
        "Tim evaluasi menurut jabatan",
        (Kolom("Peran"), Kolom("Jabatan", lebar=1)),
        tuple(Baris((Sel(a.sebutan), Sel(a.jabatan or _TANPA))) for a in k.tim),
        bernomor=False,
        utuh=True,
    )


def tabel_tindak(k: KonteksLHE) -> Tabel:
    hitung: dict[str, int] = {}
    for t in k.tindak_lalu:
        hitung[t.sebutan] = hitung.get(t.sebutan, 0) + 1
    ringkas = "; ".join(f"{nama.lower()} {n}" for nama, n in hitung.items())
    return Tabel(
        f"Status rekomendasi LHE tahun {k.tahun - 1}",
        (Kolom("Kode"), Kolom("Rekomendasi", lebar=1.5), Kolom("Status"), Kolom("Keterangan", lebar=1)),
        tuple(
            Baris((Sel(t.kode), Sel(t.uraian), Sel(t.sebutan, tebal=True), Sel(t.keterangan or _TANPA)))
            for t in k.tindak_lalu
        ),
        kaki=(f"Dari {len(k.tindak_lalu)} rekomendasi: {ringkas}.",),
        bernomor=False,
        utuh=len(k.tindak_lalu) <= 6,
    )


def tabel_komponen(k: KonteksLHE) -> Tabel:
    lalu = any(kom.nilai_lalu is not None for kom in k.komponen)
    kolom = [Kolom("No"), Kolom("Komponen", lebar=1), Kolom("Bobot", "kanan")]
    kolom += [Kolom(str(k.tahun - 1), "kanan")] if lalu else []
    kolom += [Kolom(str(k.tahun), "kanan")]
    kolom += [Kolom("Ubah", "kanan")] if lalu else []
    kolom += [Kolom("% bobot", "kanan")]
    baris = [
        _row(k, kom.kode, kom.nama, kom.bobot, kom.nilai_lalu, kom.nilai, lalu=lalu) for kom in k.komponen
    ]
    bobot = str(sum(exact(kom.bobot) or 0 for kom in k.komponen))
    sebutan = predikat_teks(k, k.predikat_kode) if k.predikat_kode else "predikat belum ditetapkan"
    total = _row(k, "", f"Nilai akhir, {sebutan}", bobot, k.total_lalu, k.total, lalu=lalu)
    return Tabel(
        "Hasil evaluasi menurut komponen",
        tuple(kolom),
        (*baris, Baris(total.sel, "jumlah")),
        kaki=tuple(
            teks for teks in (f"{uraian.scoring(k)} {uraian.bounds(k)}".strip(), uraian.stages(k)) if teks
        ),
        bernomor=False,
        utuh=True,
    )


def _row(
    k: KonteksLHE, kode: str, nama: str, bobot: str, dulu: str | None, kini: str | None, *, lalu: bool
) -> Baris:
    penuh, nilai = exact(bobot), exact(kini)
    persen = _TANPA if nilai is None or not penuh else cetak(nilai / penuh * 100)
    sel = [Sel(kode), Sel(nama), angka_sel(bobot)]
    sel += [angka_sel(dulu, kosong=_TANPA)] if lalu else []
    sel += [angka_sel(kini, tebal=True)]
    sel += [Sel(change(kini, dulu))] if lalu else []
    return Baris((*sel, Sel(persen)))


def tabel_capaian(k: KonteksLHE) -> Tabel:
    assert k.capaian is not None
    return Tabel(
        f"Capaian indikator kinerja tahun {k.tahun}",
        (
            Kolom("Indikator", lebar=1),
            Kolom("Target", "kanan"),
            Kolom("Realisasi", "kanan"),
            Kolom("Capaian (%)", "kanan"),
            Kolom("Kategori"),
        ),
        tuple(
            Baris(
                (
                    Sel(i.nama, catatan=f"({i.satuan})" if i.satuan else ""),
                    Sel(i.target or _TANPA),
                    Sel(i.realisasi) if i.realisasi else Sel(keadaan="belum"),
                    Sel(cetak(i.capaian, _TANPA)),
                    Sel(capitalise(i.kategori) or _TANPA),
                )
            )
            for i in k.capaian.indikator
        ),
        bernomor=False,
    )


def tabel_rekomendasi(k: KonteksLHE) -> Tabel:
    return Tabel(
        "Rekomendasi, penanggung jawab, dan tenggat",
        (
            Kolom("No", "kanan"),
            Kolom("Rekomendasi", lebar=2),
            Kolom("Subkomponen"),
            Kolom("Penanggung jawab", lebar=1),
            Kolom("Tenggat"),
        ),
        tuple(
            Baris(
                (
                    Sel(str(n)),
                    Sel(r.uraian, catatan=f"(lanjutan rekomendasi {r.tahun_asal})" if r.tahun_asal else ""),
                    Sel(r.kode),
                    Sel(r.penanggung_jawab or k.unit.kepala),
                    Sel(tanggal(r.batas_waktu) or _TANPA),
                )
            )
            for n, r in enumerate(k.rekomendasi, 1)
        ),
        bernomor=False,
        utuh=len(k.rekomendasi) <= 8,
    )
