"""Check a whole instrument folder: the file, its sources, its examples, its release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kinerja.instrumen.gabungan import score_gabungan
from kinerja.instrumen.galat import GalatInstrumen, GalatJawaban, Temuan
from kinerja.instrumen.load import (
    FOLDER,
    NAMA_BERKAS,
    list_ids,
    load_contoh,
    load_folder,
    read_sumber,
    released_hashes,
)
from kinerja.instrumen.model import Instrumen
from kinerja.instrumen.score import HasilSkor, score

_KUNCI_CONTOH = ("judul", "jawaban", "harapan", "parameter")


def validate_folder(folder: Path) -> tuple[Temuan, ...]:
    """Everything wrong with a folder; nothing when it may be used.

    >>> validate_folder(FOLDER / "akip-88-2021-unit")
    ()
    """
    try:
        instrumen = load_folder(folder)
        contoh = load_contoh(folder)
    except GalatInstrumen as galat:
        return galat.temuan
    return (*_check_folder(instrumen, folder), *_check_contoh(instrumen, folder, contoh))


def _check_folder(instrumen: Instrumen, folder: Path) -> Iterator[Temuan]:
    berkas = f"{folder.name}/{NAMA_BERKAS}"
    if instrumen.id != folder.name:
        yield Temuan("id", f'id "{instrumen.id}" harus sama dengan nama folder.', berkas=berkas)
    if not read_sumber(folder).strip():
        yield Temuan("sumber", "SUMBER.md belum ada atau kosong.", berkas=f"{folder.name}/SUMBER.md")
    if instrumen.induk is not None and not _is_known(instrumen.induk, folder):
        yield Temuan("induk", f'Induk "{instrumen.induk}" tidak ditemukan.', berkas=berkas)
    dirilis = released_hashes().get(instrumen.id)
    if dirilis not in (None, instrumen.hash):
        pesan = "Isi berkas berbeda dari yang dirilis dengan id ini. Buat folder baru."
        yield Temuan("rilis", pesan, berkas=berkas)
    if dirilis is None and folder.parent == FOLDER:
        yield Temuan("rilis", "Sidik rilisnya belum dicatat di rilis.yaml.", berkas=berkas)


def _is_known(instrumen_id: str, folder: Path) -> bool:
    return instrumen_id in list_ids() or (folder.parent / instrumen_id / NAMA_BERKAS).is_file()


def _check_contoh(
    instrumen: Instrumen, folder: Path, contoh: Mapping[str, Mapping[str, Any]]
) -> Iterator[Temuan]:
    if not contoh:
        yield Temuan("contoh", "Belum ada contoh.", berkas=f"{folder.name}/contoh")
    for berkas, isi in contoh.items():
        asing = [k for k in isi if k not in _KUNCI_CONTOH]
        if asing or not isinstance(isi.get("jawaban"), dict) or not isinstance(isi.get("harapan"), dict):
            pesan = f"Contoh memuat {', '.join(_KUNCI_CONTOH)}; jawaban dan harapan wajib."
            yield Temuan("contoh", pesan, berkas=berkas)
            continue
        try:
            hasil = run_contoh(instrumen, isi).to_dict()
        except GalatJawaban as galat:
            yield Temuan("contoh", galat.pesan, berkas=berkas, kode=galat.kode)
            continue
        for pesan in _differences(isi["harapan"], hasil):
            yield Temuan("contoh", pesan, berkas=berkas)


def run_contoh(instrumen: Instrumen, contoh: Mapping[str, Any]) -> HasilSkor:
    """The score of an example."""
    return score_with(instrumen, contoh["jawaban"], parameter=contoh.get("parameter"))


def score_with(
    instrumen: Instrumen,
    jawaban: Mapping[str, object],
    *,
    entitas: str | None = None,
    parameter: Mapping[str, object] | None = None,
) -> HasilSkor:
    """The score with the parameters that an instrument declares; so far only the combined one has any."""
    isi = dict(parameter or {})
    if instrumen.gabungan is not None:
        cara = isi.pop("cara", None)
        if cara is not None and not isinstance(cara, str):
            raise GalatJawaban("cara", cara, "harus berupa teks", boleh=tuple(instrumen.gabungan.cara))
        if not isi:
            return score_gabungan(instrumen, jawaban, entitas=entitas, cara=cara)
    for kunci, nilai in isi.items():
        raise GalatJawaban(str(kunci), nilai, f"mengisi parameter yang tidak ada di {instrumen.id}")
    return score(instrumen, jawaban, entitas=entitas)


def _differences(harapan: Mapping[str, Any], hasil: Mapping[str, Any]) -> Iterator[str]:
    for kunci, mau in harapan.items():
        ada = hasil.get(kunci)
        if isinstance(mau, dict) and isinstance(ada, dict):
            for kode, nilai in mau.items():
                if ada.get(kode) != nilai:
                    yield f"{kunci} {kode} {_show(ada.get(kode))}, diharapkan {_show(nilai)}."
        elif ada != mau:
            yield f"{kunci} {_show(ada)}, diharapkan {_show(mau)}."


def _show(nilai: object) -> str:
    if isinstance(nilai, list):
        return f"[{', '.join(map(_show, nilai))}]"
    return "null" if nilai is None else str(nilai)
