"""The internal evaluation of performance accountability (PermenPANRB 88/2021) and the way to a higher predikat."""

from sakip.apps.evaluasi.models.evaluasi import (
    AnggotaTim,
    Evaluasi,
    InstrumenEvaluasi,
    JendelaTahap,
    LangkahLembar,
    LembarKerja,
    PeranTim,
    ProfilLembar,
    RiwayatNilai,
    StatusEvaluasi,
    TahapLembar,
    TimEvaluasi,
)
from sakip.apps.evaluasi.models.jalan import LangkahJalan, RencanaJalan, StatusRencana, UpayaKriteria
from sakip.apps.evaluasi.models.jawaban import BuktiJawaban, Diskusi, HasilLembar, Jawaban, TahapNilai
from sakip.apps.evaluasi.models.lhe import LHE, Sanggah, StatusSanggah
from sakip.apps.evaluasi.models.tindak_lanjut import (
    JenisTindakLanjut,
    Rekomendasi,
    StatusRekomendasi,
    TindakLanjut,
)

__all__ = [
    "LHE",
    "AnggotaTim",
    "BuktiJawaban",
    "Diskusi",
    "Evaluasi",
    "HasilLembar",
    "InstrumenEvaluasi",
    "Jawaban",
    "JendelaTahap",
    "JenisTindakLanjut",
    "LangkahJalan",
    "LangkahLembar",
    "LembarKerja",
    "PeranTim",
    "ProfilLembar",
    "Rekomendasi",
    "RencanaJalan",
    "RiwayatNilai",
    "Sanggah",
    "StatusEvaluasi",
    "StatusRekomendasi",
    "StatusRencana",
    "StatusSanggah",
    "TahapLembar",
    "TahapNilai",
    "TimEvaluasi",
    "TindakLanjut",
    "UpayaKriteria",
]
