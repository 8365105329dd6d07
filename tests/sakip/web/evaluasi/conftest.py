"""An evaluation of 2025: DINKES with a team in the evaluation stage, DINSOS still with the unit."""

from dataclasses import dataclass

import pytest
from tests.pabrik.evaluasi import buat_evaluasi, buat_lembar, buat_tim, jalankan, orang
from tests.sakip.web.dunia import Dunia

from sakip.apps.evaluasi.models import Evaluasi, LembarKerja, TimEvaluasi


@dataclass
class DuniaEvaluasi:
    dunia: Dunia
    evaluasi: Evaluasi
    tim: TimEvaluasi
    dinkes: LembarKerja
    dinsos: LembarKerja

    def bawa(self, tahap, nilai="B"):
        """DINKES' sheet at a later stage."""
        self.dinkes = jalankan(self.dinkes, tahap, nilai)
        return self.dinkes

    def anggota(self, peran="anggota"):
        return orang(self.tim, peran)


def susun(dunia):
    evaluasi = buat_evaluasi(dunia.instansi, dasar="ST/1/2026")
    tim = buat_tim(evaluasi)
    dinkes = buat_lembar(evaluasi, dunia.dinkes, tim=tim, klaster="utama")
    dinsos = buat_lembar(evaluasi, dunia.dinsos, tim=tim, klaster="pendukung")
    return DuniaEvaluasi(dunia, evaluasi, tim, jalankan(dinkes, "evaluasi", "BB"), dinsos)


@pytest.fixture
def ev(dunia):
    return susun(dunia)


@pytest.fixture
def masuk(client, ev):
    """Signs in a given account."""

    def sebagai_akun(akun):
        client.force_login(akun)
        return client

    return sebagai_akun
