"""Evaluations of the example city: 2023 and 2024 finished, 2025 running, history, objections, follow-up."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from sakip.apps.datakinerja.models import Bukti
from sakip.apps.evaluasi.instrumen import muat_instrumen
from sakip.apps.evaluasi.models import (
    Evaluasi,
    LembarKerja,
    PeranTim,
    Rekomendasi,
    StatusRekomendasi,
    StatusSanggah,
    TahapLembar,
    TahapNilai,
    TimEvaluasi,
)
from sakip.apps.evaluasi.services import (
    add_semua_lembar,
    assign_tim,
    close_evaluasi,
    create_evaluasi,
    create_tim,
    set_anggota,
    set_jendela,
    start_evaluasi,
)
from sakip.apps.evaluasi.services.muat import (
    MuatLangkah,
    MuatLembar,
    MuatLHE,
    MuatSanggah,
    MuatTahap,
    link_berulang,
    load_lembar_bulk,
    load_lhe_bulk,
    load_sanggah_bulk,
    steps_to,
)
from sakip.apps.evaluasi.services.muat_tindak_lanjut import IsiRekomendasi, load_rekomendasi
from sakip.apps.evaluasi.workflow import TRANSISI
from sakip.cli.demo.berkas import day, rows
from sakip.cli.demo.metro.evaluasi_berkas import (
    HARI_PANDANG,
    LembarBerkas,
    at,
    codes_of,
    read_jawaban,
    read_lembar,
    step_days,
)
from sakip.cli.demo.metro.evaluasi_lain import load_riwayat, load_upaya
from sakip.platform.accounts.models import Pengguna
from sakip.platform.organisasi.models import Instansi

TARGET = {2023: "BB", 2024: "BB", 2025: "A"}
# The story's formula: half the government's own value, half the mean of its units.
CARA_GABUNG = "rata_unit"
ANGGOTA = {
    PeranTim.KETUA: "apip.ketuatim",
    PeranTim.PENGAWAS: "apip.pengawas",
    PeranTim.PENGENDALI_TEKNIS: "apip.pengendaliteknis",
    PeranTim.PENGENDALI_MUTU: "apip.pengendalimutu",
    PeranTim.PENANGGUNG_JAWAB: "apip.penanggungjawab",
}
JABATAN = {
    PeranTim.ANGGOTA: "Auditor Ahli Pertama",
    PeranTim.KETUA: "Auditor Ahli Muda",
    PeranTim.PENGAWAS: "Inspektur Pembantu Wilayah I",
    PeranTim.PENGENDALI_TEKNIS: "Auditor Ahli Madya",
    PeranTim.PENGENDALI_MUTU: "Inspektur Pembantu Wilayah II",
    PeranTim.PENANGGUNG_JAWAB: "Inspektur",
}
PENANDATANGAN = "Inspektur Kota Metro"
# Stage of a sheet -> kind of window in the calendar file.
JENDELA = {
    TahapLembar.MANDIRI: "penilaian_mandiri",
    TahapLembar.EVALUASI: "evaluasi_apip",
    TahapLembar.REVIU: "evaluasi_apip",
    TahapLembar.PANEL: "evaluasi_apip",
    TahapLembar.SANGGAH: "sanggah",
}
STATUS = {
    "belum": StatusRekomendasi.BELUM,
    "proses": StatusRekomendasi.DIRENCANAKAN,
    "diajukan": StatusRekomendasi.DIAJUKAN,
    "sesuai": StatusRekomendasi.SESUAI,
    "belum_sesuai": StatusRekomendasi.BELUM_SESUAI,
}
# The criterion that the evidence of measured figures speaks for.
ID_BUKTI = ("2.b", "v_relevan")
BUKTI_PER_LEMBAR = 4
TANGGAPAN = "Kami menerima hasil evaluasi ini dan menindaklanjuti rekomendasinya sesuai rencana."
TERTANDA = frozenset({TahapLembar.SANGGAH, TahapLembar.FINAL})


class EvaluasiContoh:
    """Loads the evaluations year by year; keeps the sheets by the ids of the files."""

    def __init__(self, instansi: Instansi, data: Path) -> None:
        self.instansi, self.data = instansi, data
        self.akun = {satu.username: satu for satu in Pengguna.objects.filter(instansi=instansi)}
        self.bukti = self._bukti()
        self.lembar: dict[str, LembarKerja] = {}
        self.berkas = read_lembar(data)

    def load(self) -> int:
        """Everything, in the order of the years. Returns how many sheets."""
        load_upaya(self.instansi, self.data)
        load_riwayat(self.instansi, self.data)
        for tahun, isi in sorted(self.berkas.items()):
            self._load_tahun(tahun, isi)
        return len(self.lembar)

    def _load_tahun(self, tahun: int, isi: Sequence[LembarBerkas]) -> None:
        evaluasi = create_evaluasi(
            instansi=self.instansi,
            tahun=tahun,
            target_predikat=TARGET[tahun],
            cara_gabung=CARA_GABUNG,
            dasar=f"Keputusan Wali Kota tentang evaluasi AKIP tahun kinerja {tahun} (contoh)",
            by=None,
        )
        milik = {satu.unit.kode: satu for satu in add_semua_lembar(evaluasi=evaluasi, by=None)}
        for satu in isi:
            self.lembar[satu.kode] = milik[satu.unit]
        self._load_tim(evaluasi, [milik[satu.unit] for satu in isi])
        evaluasi = start_evaluasi(evaluasi=evaluasi, by=None)
        self._load_jendela(evaluasi, isi)
        load_lembar_bulk(evaluasi=evaluasi, isi=[self._lembar(satu) for satu in isi], by=None)
        for satu in isi:
            self._load_rekomendasi(satu)
        link_berulang(evaluasi=evaluasi, by=None)
        tertanda = [satu for satu in isi if satu.tahap in TERTANDA]
        load_lhe_bulk(evaluasi=evaluasi, isi=[self._lhe(satu) for satu in tertanda], by=None)
        load_sanggah_bulk(evaluasi=evaluasi, isi=self._sanggah(tertanda), by=None)
        if all(satu.tahap == TahapLembar.FINAL for satu in isi):
            close_evaluasi(evaluasi=evaluasi, by=None)

    def _load_tim(self, evaluasi: Evaluasi, lembar: Sequence[LembarKerja]) -> None:
        """Two teams share the sheets; they differ in who scores first."""
        tim = [self._tim(evaluasi, nomor) for nomor in (1, 2)]
        for nomor, satu in enumerate(tim):
            assign_tim(lembar=lembar[nomor::2], tim=satu, by=None)

    def _tim(self, evaluasi: Evaluasi, nomor: int) -> TimEvaluasi:
        tim = create_tim(
            evaluasi=evaluasi,
            nama=f"Tim {'I' * nomor}",
            surat_tugas=f"800/{nomor:02}/ST-EVAL/{evaluasi.tahun + 1}",
            tanggal_surat=date(evaluasi.tahun + 1, 5, 2),
            by=None,
        )
        susunan = {PeranTim.ANGGOTA: f"apip.anggota{nomor}", **ANGGOTA}
        anggota = [(self.akun[nama], str(peran), JABATAN[peran]) for peran, nama in susunan.items()]
        set_anggota(tim=tim, anggota=anggota, by=None)
        return tim

    def _load_jendela(self, evaluasi: Evaluasi, isi: Sequence[LembarBerkas]) -> None:
        kalender = {
            baris["jenis"]: baris
            for baris in rows(self.data / "kalender.csv")
            if int(baris["tahun"]) == evaluasi.tahun and not baris["triwulan"]
        }
        for tahap, jenis in JENDELA.items():
            if jenis in kalender:
                buka, tutup = (date.fromisoformat(kalender[jenis][ujung]) for ujung in ("buka", "tutup"))
                set_jendela(evaluasi=evaluasi, tahap=tahap, buka=buka, tutup=tutup, by=None)
        for satu in isi:
            buka_sanggah, tutup_sanggah = satu.tanggal_lhe, satu.tutup_sanggah
            if satu.baris["tahap"] == "lhe_terbit" and buka_sanggah and tutup_sanggah:
                set_jendela(
                    evaluasi=evaluasi,
                    tahap=TahapLembar.SANGGAH,
                    buka=buka_sanggah,
                    tutup=tutup_sanggah,
                    lembar=self.lembar[satu.kode],
                    alasan="Tujuh hari sejak LHE ditandatangani",
                    by=None,
                )

    def _lembar(self, satu: LembarBerkas) -> MuatLembar:
        lembar = self.lembar[satu.kode]
        instrumen = muat_instrumen(lembar.instrumen)
        langkah = steps_to(satu.tahap)
        hari = dict(zip(langkah, step_days(satu, len(langkah)), strict=True))
        jawaban = read_jawaban(satu, instrumen)
        mandiri = hari.get("kirim_mandiri", satu.mulai + timedelta(days=20))
        pada = {
            TahapNilai.MANDIRI: mandiri - timedelta(days=1),
            TahapNilai.EVALUASI: hari.get("kirim_reviu", mandiri + timedelta(days=24)),
            TahapNilai.PANEL: hari.get("kirim_panel", mandiri) + timedelta(days=2),
            TahapNilai.AKHIR: hari.get("kirim_tanggapan", mandiri),
        }
        kode_bukti = codes_of(instrumen).get(ID_BUKTI, ID_BUKTI[0])
        return MuatLembar(
            lembar=lembar,
            tahap={
                tahap: MuatTahap(isi, self._penilai(satu, tahap), at(pada[tahap], 9))
                for tahap, isi in jawaban.items()
                if isi
            },
            langkah=[
                MuatLangkah(
                    nama,
                    at(hari[nama]),
                    self._pelaku(satu, nama),
                    alasan=TANGGAPAN if nama == "beri_tanggapan" else "",
                )
                for nama in langkah
            ],
            bukti=[(kode_bukti, bukti) for bukti in self.bukti.get((satu.unit, satu.tahun), ())]
            if jawaban[TahapNilai.MANDIRI]
            else [],
            diskusi=[("", TANGGAPAN, self.akun.get(_perencana(satu)), at(hari["beri_tanggapan"], 9))]
            if "beri_tanggapan" in hari
            else [],
        )

    def _penilai(self, satu: LembarBerkas, tahap: TahapNilai) -> Pengguna | None:
        if tahap == TahapNilai.MANDIRI:
            return self.akun.get(_perencana(satu))
        if tahap == TahapNilai.EVALUASI:
            return self.akun[f"apip.anggota{satu.nomor % 2 + 1}"]
        return self.akun[ANGGOTA[PeranTim.PENGAWAS if tahap == TahapNilai.PANEL else PeranTim.KETUA]]

    def _pelaku(self, satu: LembarBerkas, langkah: str) -> Pengguna | None:
        """Whoever of the team takes the step; the unit's own steps are its planner's."""
        peran = TRANSISI[langkah].peran_tim
        if not peran:
            return self.akun.get(_perencana(satu))
        if PeranTim.ANGGOTA in peran:
            return self.akun[f"apip.anggota{satu.nomor % 2 + 1}"]
        return next(self.akun[nama] for satu_peran, nama in ANGGOTA.items() if satu_peran in peran)

    def _load_rekomendasi(self, satu: LembarBerkas) -> None:
        isi = [
            IsiRekomendasi(
                kode=baris["sub_komponen"],
                uraian=baris["rekomendasi"],
                penanggung_jawab=baris["penanggung_jawab"],
                batas_waktu=day(baris["batas_waktu"]),
                status=STATUS[baris["status_tindak_lanjut"]],
                tanggal=day(baris["tanggal_tindak_lanjut"]),
                keterangan=baris["keterangan"],
            )
            for baris in satu.rekomendasi
        ]
        if not isi and satu.tahap == TahapLembar.TANGGAPAN:
            isi = self._lanjutan(satu)
        if isi:
            load_rekomendasi(lembar=self.lembar[satu.kode], baris=isi, by=None)

    def _lanjutan(self, satu: LembarBerkas) -> list[IsiRekomendasi]:
        """A draft under discussion holds at least what last year left open."""
        lama = Rekomendasi.objects.filter(
            unit=self.lembar[satu.kode].unit, lembar__evaluasi__tahun=satu.tahun - 1
        ).exclude(status=StatusRekomendasi.SESUAI)
        return [
            IsiRekomendasi(r.kode, r.uraian, r.penanggung_jawab, date(satu.tahun + 2, 3, 31)) for r in lama
        ]

    def _lhe(self, satu: LembarBerkas) -> MuatLHE:
        tanggal = satu.tanggal_lhe
        assert tanggal is not None
        return MuatLHE(
            lembar=self.lembar[satu.kode],
            nomor=satu.nomor_lhe,
            tanggal=tanggal,
            penandatangan=PENANDATANGAN,
            pada=at(tanggal),
            oleh=self.akun[ANGGOTA[PeranTim.PENANGGUNG_JAWAB]],
        )

    def _sanggah(self, tertanda: Sequence[LembarBerkas]) -> list[MuatSanggah]:
        """Sheets that the file calls objected to, and one of 2024 that was turned down."""
        hasil = []
        for satu in tertanda:
            if satu.baris["tahap"] == "sanggah":
                hasil.append(self._terbuka(satu))
            elif satu.kode == "EV24-POR":
                hasil.append(self._ditolak(satu))
        return hasil

    def _terbuka(self, satu: LembarBerkas) -> MuatSanggah:
        """Where the unit claimed most above what it got, it asks for its own grade."""
        tanggal = satu.tanggal_lhe
        assert tanggal is not None
        baris = self._widest(satu)
        return MuatSanggah(
            lembar=self.lembar[satu.kode],
            kode=baris["sub_komponen"],
            nilai_semula=baris["akhir"],
            nilai_diminta=baris["mandiri"],
            alasan="Bukti tambahan sudah disampaikan dalam pembahasan, tetapi belum diperhitungkan dalam LHE.",
            pada=at(tanggal + timedelta(days=1)),
            oleh=self.akun.get(_perencana(satu)),
        )

    def _ditolak(self, satu: LembarBerkas) -> MuatSanggah:
        tanggal = satu.tanggal_lhe
        assert tanggal is not None
        baris = self._widest(satu)
        return MuatSanggah(
            lembar=self.lembar[satu.kode],
            kode=baris["sub_komponen"],
            nilai_semula=baris["akhir"],
            nilai_diminta=baris["mandiri"],
            alasan="Menurut kami kriteria sudah terpenuhi sejak triwulan II.",
            pada=at(tanggal + timedelta(days=2)),
            oleh=self.akun.get(_perencana(satu)),
            status=StatusSanggah.DITOLAK,
            putusan="Dokumen yang diajukan bertanggal sesudah tahun kinerja yang dievaluasi.",
            diputus_pada=at(tanggal + timedelta(days=6)),
            diputus_oleh=self.akun[ANGGOTA[PeranTim.PENANGGUNG_JAWAB]],
        )

    def _widest(self, satu: LembarBerkas) -> dict[str, str]:
        skala = muat_instrumen(self.lembar[satu.kode].instrumen).skala["AA-E"].kode
        return max(
            satu.jawaban, key=lambda baris: skala.index(baris["akhir"]) - skala.index(baris["mandiri"])
        )

    def _bukti(self) -> dict[tuple[str, int], list[Bukti]]:
        """A few pieces of each unit's evidence of a year: the sheets point at what is there already."""
        hasil: dict[tuple[str, int], list[Bukti]] = defaultdict(list)
        for bukti in (
            Bukti.objects.filter(instansi=self.instansi, tanggal_bukti__lte=HARI_PANDANG)
            .select_related("unit")
            .order_by("tanggal_bukti", "pk")
        ):
            assert bukti.tanggal_bukti is not None
            milik = hasil[bukti.unit.kode, bukti.tanggal_bukti.year]
            if len(milik) < BUKTI_PER_LEMBAR:
                milik.append(bukti)
        return hasil


def load_evaluasi(instansi: Instansi, data: Path) -> int:
    """The evaluations of the files. Returns how many sheets."""
    return EvaluasiContoh(instansi, data).load()


def _perencana(satu: LembarBerkas) -> str:
    """The account of the planner of the unit that answers for the sheet now."""
    unit = satu.baris["unit_penanggung_jawab"]
    return "admin.organisasi" if unit == "PEMDA" else f"perencana.{unit.lower().replace('-', '.')}"
