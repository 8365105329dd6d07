"""The achievement formulas of `kinerja` as spreadsheet formulas.

They compute on the unrounded figures in the row and leave rounding to the number format. The outer
ROUND(...; 10) only takes away what binary fractions add.
"""

from __future__ import annotations

from sakip.reports.lkjip.konteks import IndikatorLaporan, SkalaLaporan

_PEMBANDING = frozenset({"<", "<=", ">", ">="})


def capaian_formula(i: IndikatorLaporan, sel: dict[str, str]) -> str | None:
    """`sel` names the cells t, r, bawah and atas. None: no formula reproduces the figure (ordinals).

    An unreported realisasi gives an empty text; typing a number over it gives its achievement.
    """
    inti = _inti(i, sel)
    if inti is None:
        return None
    rentang = i.polaritas.startswith("rentang")
    isi = f"ROUND({_capped(inti, i)},10)"
    if not rentang and i.polaritas != "ambang":
        isi = f"IF({sel['t']}=0,{_zero(i, sel['r'])},{isi})"
    syarat = ",".join(f"ISNUMBER({sel[k]})" for k in (("bawah", "atas", "r") if rentang else ("t", "r")))
    return f'=IF(AND({syarat}),{isi},"")'


def _capped(isi: str, i: IndikatorLaporan) -> str:
    return isi if i.batas is None else f"MIN({isi},{i.batas:f})"


def _zero(i: IndikatorLaporan, r: str) -> str:
    """A target of zero: met by zero; passed, it is 0 where less is better and no figure elsewhere."""
    lebih = f'IF({r}>0,0,"")' if i.polaritas in {"min", "min_b"} else '""'
    return f"IF({r}=0,{_capped('100', i)},{lebih})"


def _inti(i: IndikatorLaporan, sel: dict[str, str]) -> str | None:
    t, r = sel["t"], sel["r"]
    a = f"(2*{t}-{r})/{t}*100"
    tetap = {
        "maks": f"{r}/{t}*100",
        "laju_turun": f"{r}/{t}*100",
        "min": a,
        "min_b": f"IF({r}=0,{a},{t}/{r}*100)",
        "stabil": f"MAX(0,100-ABS({r}-{t})/ABS({t})*100)",
    }
    if i.polaritas in tetap:
        return tetap[i.polaritas]
    if i.polaritas.startswith("rentang"):
        return _rentang(i.polaritas, sel)
    if i.polaritas == "ambang" and i.target.pembanding in _PEMBANDING and not i.realisasi.pembanding:
        return f"IF({r}{i.target.pembanding}{t},100,0)"
    return None


def _rentang(polaritas: str, sel: dict[str, str]) -> str:
    r, bawah, atas = sel["r"], sel["bawah"], sel["atas"]
    if polaritas == "rentang":
        return f"IF({r}>{atas},{r}/{atas}*100,IF({r}<{bawah},{r}/{bawah}*100,100))"
    return f"IF({r}>{atas},(2*{atas}-{r})/{atas}*100,IF({r}<{bawah},(2*{bawah}-{r})/{bawah}*100,100))"


def kategori_formula(sel: str, skala: SkalaLaporan, alamat: dict[str, tuple[str, str]]) -> str:
    """Nested from the best band down, against the bounds on the sheet Skala (kode, batas)."""
    isi = '""'
    for p in sorted(skala.pita, key=lambda p: p.urutan):
        kode, batas = alamat[p.kode]
        tanda = ">=" if p.termasuk else ">"
        isi = kode if p.batas_bawah is None else f"IF({sel}{tanda}{batas},{kode},{isi})"
    return f'=IF(ISNUMBER({sel}),{isi},"")'


def mean_formula(cara: str, rentang: str, syarat: tuple[str, str] | None = None) -> str:
    """The mean of what is there; text and blanks are left out by the function itself."""
    if syarat is not None:
        kunci, nilai = syarat
        return f'=IFERROR(AVERAGEIFS({rentang},{kunci},{nilai}),"")'
    fungsi = "GEOMEAN" if cara == "geometrik" else "AVERAGE"
    return f'=IFERROR({fungsi}({rentang}),"")'
