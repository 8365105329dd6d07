"""Performance trees of seven agencies and the thematic one on stunting."""

from collections.abc import Iterator
from typing import Any

from sakip.apps.perencanaan.services import BarisPohon, IsiPohonIndikator, create_pohon_bulk
from sakip.cli.demo.berkas import read_yaml
from sakip.cli.demo.metro.rencana import Rencana

JENIS = {
    "OUTCOME": "hasil",
    "CSF": "csf",
    "KONDISI_ANTARA": "kondisi_antara",
    "OUTPUT": "keluaran",
    "OPERASIONAL": "operasional",
}


def load_pohon(rencana: Rencana) -> int:
    """All trees; returns the number of conditions. A node whose parent does not exist becomes a root."""
    count = 0
    for file in sorted((rencana.data / "pohon").glob("*.yaml")):
        tree = read_yaml(file)
        head = tree["pohon"]
        unit = rencana.units.get(head.get("unit") or "PEMDA", rencana.units["PEMDA"])
        thematic = file.stem.startswith("TEMATIK")
        made = create_pohon_bulk(
            unit=rencana.units["PEMDA"] if thematic else unit,
            pohon=f"tematik: {head['tematik']}" if thematic else "utama",
            tahun=int(head["tahun"]),
            baris=list(_rows(rencana, tree, int(head.get("langkah", 5)))),
            by=None,
            tema=head["tematik"] if thematic else "",
        )
        count += len(made)
    return count


def _rows(rencana: Rencana, tree: dict[str, Any], langkah: int) -> Iterator[BarisPohon]:
    known = {node["id"] for node in tree["simpul"]}
    for urutan, node in enumerate(tree["simpul"]):
        unit = node.get("unit") or ""
        code = node.get("sub_kegiatan") or node.get("program") or ""
        yield BarisPohon(
            kode=node["id"],
            jenis=JENIS[node["jenis"]],
            pernyataan=node["pernyataan"],
            induk=node["induk"] if node.get("induk") in known else "",
            urutan=urutan,
            langkah=langkah,
            pemilik_unit=rencana.units.get(unit),
            pemilik_teks=node.get("jabatan") or "",
            # Step 3 forbids links to the plan; the file of one agency holds one too early on purpose.
            simpul=rencana.program.get((unit, str(code))) if langkah == 5 else None,
            sumber="Data contoh",
            indikator=tuple(
                IsiPohonIndikator(
                    nama=item["nama"],
                    satuan_teks=item.get("satuan") or "",
                    target_teks=str(next((item[key] for key in item if key.startswith("target")), "") or ""),
                    indikator=rencana.indikator.get(item.get("kamus") or ""),
                )
                for item in node.get("indikator", [])
            ),
        )
