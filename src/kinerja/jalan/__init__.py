"""The way to a predikat: the cheapest set of criteria and steps that reaches it, proven.

One engine answers everything. Scores and efforts are scaled to whole numbers; each sub-component offers a few
options (`pilihan`), and a dynamic program over them gives the exact Pareto frontier of score against effort
(`muka`). The plan, the curve, the alternatives, "what if" and the frontier of every OPD of a government are
read off that frontier, so that no two answers can contradict each other, and a slider gets its answer in a
few milliseconds. HiGHS (`solver`) has two duties: it proves the optimum of a plan again, from another model of
the same question, and it takes over where prerequisites or numbers are too tangled for tables (ADR 0026).
"""

from kinerja.jalan.andai import Andai, Ubah, what_if
from kinerja.jalan.galat import GalatJalan
from kinerja.jalan.hasil import Bukti, HasilJalan, LangkahJalan, Rute
from kinerja.jalan.hasil_kota import HasilKota, LembarKota, SyaratKota
from kinerja.jalan.jadwal import IsiTriwulan, schedule
from kinerja.jalan.kota import OpdKota, SoalKota
from kinerja.jalan.kurva import DaftarManfaat, Manfaat, NaikJenjang, TitikKurva, curve, gains
from kinerja.jalan.rencana import plan
from kinerja.jalan.rencana_kota import plan_kota
from kinerja.jalan.soal import Ketat, Soal, gap_from

__all__ = [
    "Andai",
    "Bukti",
    "DaftarManfaat",
    "GalatJalan",
    "HasilJalan",
    "HasilKota",
    "IsiTriwulan",
    "Ketat",
    "LangkahJalan",
    "LembarKota",
    "Manfaat",
    "NaikJenjang",
    "OpdKota",
    "Rute",
    "Soal",
    "SoalKota",
    "SyaratKota",
    "TitikKurva",
    "Ubah",
    "curve",
    "gains",
    "gap_from",
    "plan",
    "plan_kota",
    "schedule",
    "what_if",
]
