"""Reading our own export: rows are known by their hidden codes, and must stand where the instrument has them."""

from kinerja.instrumen import Instrumen
from sakip.apps.evaluasi import lke
from sakip.apps.evaluasi.impor.bacaan import Isian, LembarTerbaca
from sakip.platform.lembar.baca import Lembar
from sakip.platform.lembar.pesan import cell_name


def is_ekspor(lembar: Lembar) -> bool:
    return lke.read_tanda(lembar.at(lke.BARIS_PENANDA, lke.KODE)) is not None


def read_ekspor(lembar: Lembar, instrumen: Instrumen) -> LembarTerbaca:
    """The answers of a sheet whose rows are all in their place; else what is not, by cell."""
    tanda = lke.read_tanda(lembar.at(lke.BARIS_PENANDA, lke.KODE))
    assert tanda is not None
    hasil = LembarTerbaca(
        lembar.nama,
        instrumen_id=tanda.instrumen_id,
        instrumen_hash=tanda.instrumen_hash,
        uid=str(lembar.at(lke.BARIS_UID, lke.KODE)),
    )
    if (tanda.instrumen_id, tanda.instrumen_hash) != (instrumen.id, instrumen.hash):
        hasil.refuse(
            cell_name(lke.BARIS_PENANDA, lke.KODE),
            f"Lembar ini dibuat dengan instrumen {tanda.instrumen_id} (sidik {tanda.instrumen_hash[:12]}), "
            f"bukan {instrumen.id} yang dipakai evaluasi ini. Unduh ulang lembar kerjanya.",
        )
        return hasil
    _check_header(lembar, hasil)
    _check_rows(lembar, instrumen, hasil)
    if not hasil.pesan:
        _read_rows(lembar, instrumen, hasil)
    return hasil


def _check_header(lembar: Lembar, hasil: LembarTerbaca) -> None:
    for kolom, judul in lke.KEPALA.items():
        ada = str(lembar.at(lke.BARIS_KEPALA, kolom))
        if ada != judul:
            sel = cell_name(lke.BARIS_KEPALA, kolom)
            hasil.refuse(
                sel, f'Judul kolom {sel} seharusnya "{judul}", terbaca "{ada}". Jangan memindah kolom.'
            )
            return


def _check_rows(lembar: Lembar, instrumen: Instrumen, hasil: LembarTerbaca) -> None:
    """The first row that is not where it should be: everything after it would be read wrongly."""
    baris = lke.BARIS_ISI
    for butir in instrumen.walk():
        kode, nomor = str(lembar.at(baris, lke.KODE)), str(lembar.at(baris, lke.NOMOR))
        if kode != butir.kode:
            hasil.refuse(cell_name(baris, lke.KODE), _moved(kode, butir.kode, baris, instrumen))
            return
        if _plain(nomor) != _plain(butir.kode):
            sel = cell_name(baris, lke.NOMOR)
            hasil.refuse(
                sel, f'Baris {baris + 1} adalah {butir.kode}, tetapi {sel} memuat "{nomor}": isinya bergeser.'
            )
            return
        baris += 1
    for n in range(baris, len(lembar.baris)):
        kode = str(lembar.at(n, lke.KODE))
        if kode and kode not in (lke.BARIS_TOTAL, lke.BARIS_PREDIKAT):
            hasil.refuse(
                cell_name(n, lke.KODE), f"Baris {n + 1} ({kode}) berada di luar tabel. Hapus baris itu."
            )
            return


def _moved(kode: str, seharusnya: str, baris: int, instrumen: Instrumen) -> str:
    if not kode:
        return (
            f"Baris {baris + 1} tidak berkode; di sini seharusnya {seharusnya}. Ada baris yang disisipkan atau "
            "dihapus: kembalikan susunan barisnya."
        )
    if not instrumen.knows(kode):
        return (
            f'Kode "{kode}" pada baris {baris + 1} tidak dikenal instrumen; di sini seharusnya {seharusnya}.'
        )
    return (
        f"Baris {baris + 1} memuat {kode}, seharusnya {seharusnya}: baris dipindah atau dihapus. Kembalikan "
        "urutannya, atau unduh ulang lembar ini dan salin isinya."
    )


def _plain(teks: str) -> str:
    """A number that a spreadsheet made of "1" or "1.10" still names the same row."""
    return teks.strip().rstrip("0").rstrip(".") if teks.replace(".", "").isdecimal() else teks.strip()


def _read_rows(lembar: Lembar, instrumen: Instrumen, hasil: LembarTerbaca) -> None:
    for baris, butir in enumerate(instrumen.walk(), lke.BARIS_ISI):
        if not (butir.berjawaban or butir.jenis in ("kriteria", "sub")):
            continue
        bukti = _text(lembar, baris, lke.BUKTI)
        for kolom, catatan, tujuan in (
            (lke.MANDIRI, lke.CATATAN_MANDIRI, hasil.mandiri),
            (lke.APIP, lke.CATATAN, hasil.apip),
        ):
            isian = Isian(
                butir.kode,
                cell_name(baris, kolom),
                nilai=_text(lembar, baris, kolom),
                catatan=_text(lembar, baris, catatan),
                daftar_bukti=bukti,
            )
            if isian.nilai or isian.catatan or isian.daftar_bukti:
                tujuan.append(isian)
    total = next(
        (n for n in range(len(lembar.baris)) if lembar.at(n, lke.KODE) == lke.BARIS_TOTAL), len(lembar.baris)
    )
    hasil.total_mandiri = str(lembar.at(total, lke.NILAI_MANDIRI))
    hasil.total_apip = str(lembar.at(total, lke.NILAI_APIP))


def _text(lembar: Lembar, baris: int, kolom: int) -> str | None:
    return str(lembar.at(baris, kolom)).strip() or None
