"""The canvas of the performance tree: first view and whole plan, painted in headless Chromium.

    python -m bench kanvas

Ours: the built script on the real fragment, measured in the page from the answer to the next frame.
Peer, in the same page: the same boxes each drawn as elements of their own, without culling and levels of detail.
"""

import json
import mimetypes
import os
import random
import statistics
import tempfile
from collections import deque
from pathlib import Path
from typing import Any

from bench.baris import Row, in_ms
from bench.halaman import setup_django

DIST = Path(__file__).resolve().parents[1] / "src/sakip/web/static/dist"
ARGUMEN = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
BATAS = {2000: 0.3, 5000: 0.5}
KALI = 3
JENIS = ("hasil", "csf", "kondisi_antara", "keluaran", "operasional")
KALIMAT = (
    "Meningkatnya mutu layanan dasar bagi keluarga berisiko",
    "Terpenuhinya kebutuhan tenaga terlatih di setiap wilayah kerja",
    "Berkurangnya waktu tunggu pada layanan rujukan",
)
# Every level open and the whole plan in view: all boxes are on the screen at once.
BUKA_SEMUA = """async () => {
  const pilih = document.querySelector('[name=tingkat]');
  const mulai = performance.now();
  pilih.value = 'semua';
  pilih.dispatchEvent(new Event('change', { bubbles: true }));
  await new Promise((selesai) => requestAnimationFrame(() => setTimeout(selesai)));
  return performance.now() - mulai;
}"""
# One group per box with rectangle, strip and four lines of text, placed where the layout would place it.
POLOS = """async (simpul) => {
  const NS = 'http://www.w3.org/2000/svg';
  const buat = (nama, sifat, isi) => {
    const el = document.createElementNS(NS, nama);
    for (const [k, v] of Object.entries(sifat)) el.setAttribute(k, v);
    if (isi) el.textContent = isi;
    return el;
  };
  const mulai = performance.now();
  const svg = buat('svg', { width: 1366, height: 600, viewBox: '0 0 20400 6700' });
  simpul.forEach((s, n) => {
    const g = buat('g', { transform: `translate(${(n % 100) * 204},${Math.floor(n / 100) * 134})` });
    g.append(buat('rect', { width: 178, height: 104, rx: 6, fill: '#e4f4f0', stroke: '#7889a0' }));
    g.append(buat('rect', { width: 6, height: 104, fill: '#459a92' }));
    g.append(buat('text', { x: 15, y: 18, 'font-size': 11 }, s.pemilik));
    s.pernyataan.match(/.{1,24}/g).slice(0, 3).forEach((baris, i) =>
      g.append(buat('text', { x: 15, y: 37 + i * 15, 'font-size': 12 }, baris)));
    g.append(buat('path', { d: 'M89 104v15h100', fill: 'none', stroke: '#7889a0' }));
    svg.append(g);
  });
  document.body.replaceChildren(svg);
  await new Promise((selesai) => requestAnimationFrame(() => setTimeout(selesai)));
  return performance.now() - mulai;
}"""


def run() -> list[Row]:
    """First view and whole plan of 2,000 and of 5,000 boxes."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as folder:
        setup_django(Path(folder))
        with sync_playwright() as playwright:
            peramban = playwright.chromium.launch(
                executable_path=os.environ.get("SAKIP_CHROMIUM") or "/usr/bin/chromium", args=ARGUMEN
            )
            baris = [satu for banyak in BATAS for satu in _measure(peramban, banyak)]
            peramban.close()
    return baris


def _measure(peramban: Any, banyak: int) -> list[Row]:
    pohon = {"pohon": {"ubah": True}, "simpul": build_simpul(banyak), "terpotong": False}
    halaman = peramban.new_page(viewport={"width": 1366, "height": 900}, reduced_motion="reduce")
    awal, semua, polos = [], [], []
    halaman.route("**/*", _server(pohon, _page(banyak)))
    for _ in range(KALI):
        halaman.goto("http://kanvas.invalid/")
        halaman.wait_for_selector("#kanvas[data-siap]")
        awal.append(float(halaman.get_attribute("#kanvas", "data-siap")) / 1000)
        semua.append(halaman.evaluate(BUKA_SEMUA) / 1000)
        polos.append(halaman.evaluate(POLOS, pohon["simpul"]) / 1000)
    halaman.close()
    batas, lawan = BATAS[banyak], statistics.median(polos)
    return [
        _row(f"kanvas {banyak} kotak: pandangan pertama", statistics.median(awal), batas, lawan),
        _row(f"kanvas {banyak} kotak: semua terlihat sekaligus", statistics.median(semua), batas, lawan),
    ]


def _row(nama: str, kami: float, batas: float, lawan: float) -> Row:
    teks = f"polos {in_ms(lawan)}, batas {int(batas * 1000)} ms"
    return Row(f"{nama}; pembanding: elemen polos", in_ms(kami), teks, f"{kami / lawan:.2f}x")


def _page(banyak: int) -> str:
    from django.template.loader import render_to_string

    from sakip.web.pohon.kanvas import kanvas_konteks

    alamat = dict.fromkeys(("baru", "ubah", "pindah", "hapus", "pensiun", "cetak"), "/tulis/")
    konteks = kanvas_konteks({"data": "/data", **alamat})
    # Large plans are read in two steps on the real page; here the whole answer is measured.
    isi = render_to_string("pohon/_kanvas.html", {"nama": f"Rencana {banyak}", "n_simpul": 1, **konteks})
    suara = render_to_string("dasar/suara.html") + render_to_string("dasar/tegas.html")
    return (
        '<!doctype html><html lang="id" data-bs-theme="light"><head><meta charset="utf-8"><title>Ukur</title>'
        '<link rel="stylesheet" href="/dist/app.css"><link rel="stylesheet" href="/dist/kanvas.css"></head>'
        f"<body>{render_to_string('dasar/sprite.html')}{isi}{suara}"
        '<script src="/dist/kanvas.js" defer></script></body></html>'
    )


def _server(pohon: dict[str, Any], halaman: str) -> Any:
    badan = json.dumps(pohon)

    def answer(route: Any) -> None:
        alamat = route.request.url.removeprefix("http://kanvas.invalid")
        berkas = DIST / alamat.removeprefix("/dist/")
        if alamat == "/":
            route.fulfill(body=halaman, content_type="text/html; charset=utf-8")
        elif alamat.partition("?")[0] == "/data":
            route.fulfill(body=badan, content_type="application/json")
        elif alamat.startswith("/dist/") and berkas.is_file():
            jenis = mimetypes.guess_type(berkas.name)[0] or "font/woff2"
            route.fulfill(body=berkas.read_bytes(), content_type=jenis)
        else:
            route.fulfill(status=404)

    return answer


def build_simpul(banyak: int) -> list[dict[str, Any]]:
    """A plan of so many boxes in the shape of pohon:data; three to six children per box, five and more levels."""
    acak, hasil = random.Random(banyak), list[dict[str, Any]]()
    antre: deque[tuple[str | None, int, str]] = deque([(None, 0, "")])
    while len(hasil) < banyak:
        induk, tingkat, kode = antre.popleft()
        for urutan in range(acak.randint(3, 6) if induk else 1):
            if len(hasil) == banyak:
                break
            satu = _simpul(len(hasil), induk, tingkat, f"{kode}.{urutan + 1}".strip("."), urutan, acak)
            hasil.append(satu)
            antre.append((satu["uid"], tingkat + 1, satu["kode"]))
    anak: dict[str | None, int] = {}
    for satu in hasil:
        anak[satu["induk"]] = anak.get(satu["induk"], 0) + 1
    return [{**satu, "n_anak": anak.get(satu["uid"], 0)} for satu in hasil]


def _simpul(
    nomor: int, induk: str | None, tingkat: int, kode: str, urutan: int, acak: random.Random
) -> dict[str, Any]:
    jenis = JENIS[min(tingkat, len(JENIS) - 1)]
    pita = acak.choice(("ST", "T", "S", "R", "SR", None))
    return {
        "uid": f"00000000-0000-4000-8000-{nomor:012d}",
        "induk": induk,
        "kode": kode,
        "jenis": jenis,
        "jenis_nama": jenis,
        "pernyataan": f"{KALIMAT[nomor % len(KALIMAT)]} {nomor}",
        "unit": f"OPD{nomor % 12:02d}",
        "pemilik": f"Kepala Seksi Pelayanan {nomor % 40}",
        "urutan": urutan,
        "versi": 1,
        "pensiun": False,
        "indikator": [
            {
                "kode": f"I{nomor}",
                "nama": f"Persentase layanan {nomor}",
                "satuan": "persen",
                "target": "80",
                "realisasi": None,
                "capaian": "81,20%" if pita else None,
            }
        ],
        "pita": {"kode": pita, "teks": ""},
        "temuan": {"galat": 0, "peringatan": int(nomor % 9 == 0), "saran": 0},
        "crosscutting": int(nomor % 40 == 0),
        "komentar": 0,
        "dukungan": [],
        "url": "/",
    }


if __name__ == "__main__":
    for satu in run():
        print(f"{satu.name:<84} {satu.ours:>10} {satu.peer:>28} {satu.ratio:>8}")
