"""From all sheets of an evaluation to the city's question: its own sheet and its units by cluster."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from kinerja.instrumen import Instrumen, load
from kinerja.instrumen.gabungan import ID_BAKU
from kinerja.jalan.kota import OpdKota, SoalKota
from sakip.apps.evaluasi.models import Evaluasi, Jawaban, LembarKerja, ProfilLembar, UpayaKriteria
from sakip.apps.evaluasi.selectors.jalan import (
    TAHUN_SELISIH,
    DasarJalan,
    NilaiLembar,
    build_dasar,
    soal_of,
    values_of,
)
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi


@dataclass(frozen=True, slots=True)
class DasarKota:
    """The sheets that have answers, by unit; `tanpa_nilai` are units whose sheet is still empty."""

    evaluasi: Evaluasi
    gabungan: Instrumen
    instansi: DasarJalan | None
    unit: Mapping[str, DasarJalan]
    tanpa_nilai: tuple[str, ...]
    tanpa_klaster: tuple[str, ...]

    @property
    def n_mandiri(self) -> int:
        """Sheets in which APIP has said nothing yet."""
        return sum(1 for satu in self.unit.values() if not satu.dinilai_apip)


def evaluasi_berjawaban(instansi: Instansi) -> list[Evaluasi]:
    """Evaluations with answers, the latest year first."""
    ada = Jawaban.objects.filter(lembar__evaluasi=OuterRef("pk"))
    return list(Evaluasi.objects.filter(Exists(ada), instansi=instansi).order_by("-tahun"))


def dasar_kota(evaluasi: Evaluasi, *, pengguna: Pengguna | None = None, selisih: bool = False) -> DasarKota:
    """All sheets with what they cost. Four queries; `selisih` asks two more for the past years' gaps."""
    lembar = list(
        evaluasi.lembar_set.select_related("evaluasi", "instrumen", "unit__instansi").order_by("unit__kode")
    )
    nilai = values_of(lembar, pengguna)
    upaya = _efforts(evaluasi)
    lalu = _past(evaluasi, pengguna) if selisih else {}
    hasil: dict[str, DasarJalan] = {}
    instansi: DasarJalan | None = None
    for satu in lembar:
        if not nilai[satu.pk]:
            continue
        lama = lalu.get(satu.unit_id, {})
        milik = [u for u in upaya if u.profil == satu.instrumen.profil and u.unit_id in (None, satu.unit_id)]
        dasar = build_dasar(satu, [satu, *lama], {**nilai, **_joined(lama)}, milik)
        if satu.instrumen.profil == ProfilLembar.INSTANSI:
            instansi = dasar
        else:
            hasil[satu.unit.kode] = dasar
    return DasarKota(
        evaluasi=evaluasi,
        gabungan=load(ID_BAKU),
        instansi=instansi,
        unit={kode: satu for kode, satu in hasil.items() if satu.lembar.klaster},
        tanpa_nilai=tuple(s.unit.kode for s in lembar if not nilai[s.pk]),
        tanpa_klaster=tuple(kode for kode, satu in hasil.items() if not satu.lembar.klaster),
    )


def _efforts(evaluasi: Evaluasi) -> list[UpayaKriteria]:
    """Rows of all units before those of one."""
    baris = UpayaKriteria.objects.filter(instansi_id=evaluasi.instansi_id)
    return sorted(baris, key=lambda satu: satu.unit_id is not None)


_Lalu = dict[int, dict[LembarKerja, dict[str, dict[str, str]]]]


def _past(evaluasi: Evaluasi, pengguna: Pengguna | None) -> _Lalu:
    """Unit -> its earlier sheets with the values of their sub-components."""
    awal = evaluasi.tahun - TAHUN_SELISIH
    lembar = list(
        LembarKerja.objects.filter(
            Q(evaluasi__tahun__gte=awal, evaluasi__tahun__lt=evaluasi.tahun), instansi_id=evaluasi.instansi_id
        )
        .select_related("evaluasi", "instrumen", "unit__instansi")
        .order_by("-evaluasi__tahun")
    )
    nilai = values_of(lembar, pengguna, hanya_sub=True)
    hasil: _Lalu = defaultdict(dict)
    for satu in lembar:
        hasil[satu.unit_id][satu] = nilai[satu.pk]
    return hasil


def _joined(lama: Mapping[LembarKerja, dict[str, dict[str, str]]]) -> NilaiLembar:
    return {satu.pk: nilai for satu, nilai in lama.items()}


def soal_kota_of(dasar: DasarKota, *, target: str, cara: str | None = None, ketat: bool = False) -> SoalKota:
    """The city's question; only for a government whose own sheet has answers."""
    if dasar.instansi is None:
        raise ValueError("Tanpa LKE instansi tidak ada soal kota.")
    # The target of a single sheet plays no part in the city's question.
    return SoalKota(
        instrumen=dasar.gabungan,
        target=target,
        instansi=soal_of(dasar.instansi, target=target, ketat=ketat),
        opd=tuple(
            OpdKota(kode, satu.lembar.klaster, soal_of(satu, target=target, ketat=ketat))
            for kode, satu in dasar.unit.items()
        ),
        cara=cara or dasar.evaluasi.cara_gabung,
    )


def digest_soal(soal: SoalKota) -> str:
    """The same question has the same digest: what was solved once need not be solved again."""
    bagian: list[object] = [soal.instrumen.hash, soal.target, soal.cara]
    for kode, klaster, satu in [
        ("instansi", "", soal.instansi),
        *((o.kode, o.klaster, o.soal) for o in soal.opd),
    ]:
        bagian += [
            kode,
            klaster,
            satu.instrumen.hash,
            sorted(satu.terpenuhi.items()),
            sorted(satu.jawaban.items()),
            sorted((k, str(v)) for k, v in satu.biaya.items()),
            sorted((k, sorted((n, str(b)) for n, b in v.items())) for k, v in satu.istimewa.items()),
            sorted(satu.luar_jangkauan),
            sorted((k, tuple(v)) for k, v in satu.butuh.items()),
            repr(satu.ketat),
        ]
    return hashlib.sha256(repr(bagian).encode()).hexdigest()
