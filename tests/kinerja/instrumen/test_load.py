"""A broken instrument is refused with file, line and reason."""

import shutil

import pytest
from tests.kinerja.instrumen.bantu import BAHAN

from kinerja.instrumen import GalatInstrumen, load_folder, parse_instrumen, validate_folder

TEKS = (BAHAN / "indeks-kecil" / "instrumen.yaml").read_text(encoding="utf-8")


def line_of(tempat: str, teks: str) -> int:
    """The line of a text; "a >> b" is the first b from the first a on."""
    nomor, baris = 0, teks.splitlines()
    for bagian in tempat.split(" >> "):
        nomor = next(n for n in range(nomor, len(baris)) if bagian in baris[n])
    return nomor + 1


def refused(teks: str) -> GalatInstrumen:
    with pytest.raises(GalatInstrumen) as galat:
        parse_instrumen(teks.encode(), berkas="uji.yaml")
    return galat.value


RUSAK = [
    # (what is replaced, by what, where it must be reported, why)
    ('bobot: "40"', "bobot: 40.0", "bobot: 40.0", "harus ditulis dalam tanda kutip"),
    ('bobot: "40"', "bobot: 40", "bobot: 40,", "dalam tanda kutip"),
    ('bobot: "40"', 'bobot: "empat"', '"empat"', "bukan bilangan"),
    ('bobot: "40"', 'bobot: "39"', 'bobot: "100"', "Bobot anak berjumlah 99, tertulis 100"),
    ('bobot: "110"', 'bobot: "100"', 'bobot: "100"', "Bobot komponen berjumlah 110, tertulis 100"),
    ('nama: "Opini"', 'nama: "Opini", nama: "Lain"', '"Lain"', "tertulis dua kali"),
    ('nama: "Opini"', 'namaa: "Opini"', "namaa", 'Kunci "namaa" tidak dikenal'),
    ("kode: G4", "kode: G3", "id: sakip", 'kode "G3" dipakai 2 butir'),
    ("id: sakip", "id: spip", "id: spip", 'id "spip" dipakai 2 butir'),
    ("skala: OPINI", "skala: LAIN", "skala: LAIN", 'Skala "LAIN" tidak ada'),
    ("pengali: G1", "pengali: G9", "pengali: G9", "bukan butir yang dijawab"),
    ("pengali: G1", "pengali: G2", "pengali: G2", "berputar"),
    ("    sesuaikan: true\n", "", "boleh_dikecualikan", "Tidak ada butir di atasnya yang membagi ulang"),
    ('    sumber: "U"\n    anak', "    anak", "kode: G", "Komponen G tanpa sumber"),
    ('  U: "bahan uji"\n', '  V: "bahan uji"\n', "id: umum >> sumber", "tidak diawali kode daftar sumber"),
    ('di_atas: "100"', 'di_atas: "99"', "kode: A,", "Predikat A harus berakhir di batas bawah AA"),
    ('mulai: "-10"', 'di_atas: "-10"', "daftar:", 'harus memakai "mulai"'),
    ("syarat: [target_baik]", "syarat: [lain]", "predikat: >> daftar:", 'syarat "lain" tidak ada'),
    ('{kode: WDP, skor: "1/3"}', '{kode: WTP, skor: "1/3"}', "pilihan:", "pilihan yang sama dua kali"),
    ('{kode: WDP, skor: "1/3"}', '{kode: WDP, skor: "3"}', "pilihan:", "urut dari yang terbaik"),
    ("profil: kabkota", "profil: desa", "profil: desa", '"profil" tertulis "desa"'),
    ("mulai: 2024-01-01", 'mulai: "awal"', '"awal"', "harus tanggal"),
    ("isian: {maks: \"100\", per_objek: true}", "cara: rata", "id: umum >> kode: T", "harus beranak"),
    ("jenis: target_baik", "jenis: tidak_melebihi", "jenis: tidak_melebihi", "harus memuat butir dan batas"),
    ("baku: \"0\"", 'baku: "5"', "baku", "Nilai baku hanya untuk isian"),
    ("kode: GK", "kode: 7", "kode: 7", '"kode" harus berupa teks'),
    ("  U: \"bahan uji\"\n", "", "sumber:", "Sumber belum ditulis"),
    ('mulai: "-10", sampai: "80"', 'mulai: "-10", sampai: "80", syarat: [target_baik]',
     "predikat: >> daftar", "tidak boleh bersyarat"),
    ('jenis: indikator, bobot: "3"', 'jenis: indikator, bobot: "0"', "pengali: G1", "Pengali G1 berbobot 0"),
    ("    sesuaikan: true", "    cara: rata", "kode: G1", "tidak berbobot sendiri"),
    ("\nsyarat:\n", "\nsyarat:\n  - {id: target_baik, jenis: target_baik, pesan: x, sumber: U}\n",
     "kode: D >> syarat:", "Id syarat dipakai dua kali"),
    ('nama: "Opini", ', "", "kode: G5", '"nama" belum ditulis'),
    ('bobot: "110"', "bobot: null", "bobot: null", '"bobot" belum ditulis'),
    (', bobot: "20"', "", "kode: G5", "Bobot belum ditulis"),
    ('jenis: indikator, bobot: "20"', 'jenis: indikator, bobot: "-20"', "kode: G5", "tidak boleh negatif"),
    ("skala: OPINI, boleh", "boleh", "kode: G5", "salah satu: skala atau isian"),
    ("isian: {maks: \"100\"}, pengali", "isian: {maks: \"0\"}, pengali", "kode: G2", "Pembagi harus di atas nol"),
    ("    sesuaikan: true", "    sesuaikan: ya", "sesuaikan: ya", "harus true atau false"),
    ("syarat: [target_baik]", "syarat: target_baik", "syarat: target_baik", "harus daftar teks"),
    ("sumber:\n  U: \"bahan uji\"", "sumber: U", "sumber: U", "pasangan kunci dan nilai"),
    ("    pilihan:\n", "    pilihan: []\n    lama:\n", "pilihan: []", "harus daftar yang berisi"),
    ("      - {kode: WTP, skor: \"1\"}", "      - WTP", "- WTP", "pasangan kunci dan nilai"),
    ('bobot: "110"\n', 'bobot: "110"\nhasil: jumlah\n', "hasil: jumlah", '"hasil" tertulis "jumlah"'),
    ('bobot: "110"\n', 'bobot: "110"\ncetak: {desimal: "2"}\n', "cetak:", '"desimal" harus bilangan bulat'),
    ("jenis: target_baik, ", "", "id: target_baik", '"jenis" belum ditulis'),
    ("jenis: target_baik,", "jenis: harus_ada, butir: [G1], batas: [7],", "jenis: harus_ada", "harus daftar kode"),
    ("jenis: target_baik,", "jenis: harus_ada, butir: [G], batas: [G1],",
     "jenis: harus_ada", '"G" bukan butir yang dijawab'),
    ("kode: A-", "kode: A", "predikat: >> daftar", "Kode predikat dipakai dua kali"),
    ('sampai: "80"', 'sampai: "-20"', "kode: D", "batas atas di bawah batas bawah"),
    ("komponen:\n", "gabungan: {sumber: U, keyakinan: sedang, cara: {a: b}, baku: c, syarat: []}\nkomponen:\n",
     "gabungan:", '"baku" harus salah satu dari: a'),
    ("komponen:\n", "saran: {sumber: U, ambang: [{kode: WTP, sampai: \"1/2\"}], istimewa: {X: y}}\n"
     "komponen:\n",
     "saran:", "tidak ada di skala mana pun"),
    ("komponen:\n", "saran: {sumber: U, ambang: [{kode: WTP, sampai: \"1/2\"}]}\nkomponen:\n",
     "saran:", "Ambang saran harus naik sampai 1"),
    ("isian: {maks: \"100\", per_objek: true}", "isian: {maks: \"100\"}\n"
     "    anak: [{kode: T1, id: t1, nama: x, jenis: indikator, skala: OPINI}]",
     "anak: [{kode: T1", "hanya boleh beranak kriteria"),
    ("    sesuaikan: true", "    skala: OPINI\n    cara: jumlah\n    sesuaikan: true",
     "komponen: >> kode: G", "tidak dijawab sendiri"),
]  # fmt: skip


@pytest.mark.parametrize(("lama", "baru", "tempat", "sebab"), RUSAK, ids=[f"{r[3][:40]}" for r in RUSAK])
def test_a_mistake_is_reported_with_its_line(lama, baru, tempat, sebab):
    assert lama in TEKS
    teks = TEKS.replace(lama, baru, 1)
    galat = refused(teks)
    temuan = next(t for t in galat.temuan if sebab in t.pesan)
    assert temuan.baris == line_of(tempat, teks)
    assert temuan.berkas == "uji.yaml"


def test_all_mistakes_are_reported_at_once():
    galat = refused(TEKS.replace('bobot: "40"', 'bobot: "39"').replace("skala: OPINI", "skala: LAIN"))
    assert len(galat.temuan) == 2
    assert str(galat).endswith("(dan 1 temuan lain)")


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"\xff\xfe\xfa", "bukan teks UTF-8"),
        (b"- a\n- b\n", "pasangan kunci dan nilai"),
        (b"a: [1\n", "bukan YAML"),
        (b"a: &x [1]\nb: *x\n", "alias"),
        (b"? [a]\n: b\n", "Kunci harus berupa teks"),
        (b"", "pasangan kunci dan nilai"),
    ],
)
def test_what_is_not_an_instrument_file_is_refused(isi, sebab):
    with pytest.raises(GalatInstrumen, match=sebab):
        parse_instrumen(isi, berkas="uji.yaml")


def test_a_folder_without_the_file_is_refused(tmp_path):
    with pytest.raises(GalatInstrumen, match="tidak ditemukan"):
        load_folder(tmp_path)


@pytest.fixture
def salinan(tmp_path):
    return shutil.copytree(BAHAN / "indeks-kecil", tmp_path / "indeks-kecil")


def rules(folder) -> set[str]:
    return {t.aturan for t in validate_folder(folder)}


def test_a_whole_folder_is_valid(salinan):
    assert validate_folder(salinan) == ()


def test_a_folder_needs_its_sources(salinan):
    (salinan / "SUMBER.md").unlink()
    assert rules(salinan) == {"sumber"}


def test_a_folder_needs_an_example(salinan):
    shutil.rmtree(salinan / "contoh")
    assert rules(salinan) == {"contoh"}


def test_an_example_that_comes_out_otherwise_is_a_finding(salinan):
    contoh = salinan / "contoh" / "lengkap.yaml"
    contoh.write_text(
        contoh.read_text(encoding="utf-8").replace("predikat: D", "predikat: AA"), encoding="utf-8"
    )
    temuan = validate_folder(salinan)
    assert [t.pesan for t in temuan] == ["predikat D, diharapkan AA."]
    assert temuan[0].berkas == "indeks-kecil/contoh/lengkap.yaml"


def test_an_example_with_an_impossible_answer_is_a_finding(salinan):
    (salinan / "contoh" / "x.yaml").write_text("jawaban: {G5: WW}\nharapan: {}\n", encoding="utf-8")
    assert [t.kode for t in validate_folder(salinan)] == ["G5"]


def test_an_example_without_expectation_is_a_finding(salinan):
    (salinan / "contoh" / "x.yaml").write_text("jawaban: {}\n", encoding="utf-8")
    assert rules(salinan) == {"contoh"}


def test_an_unreadable_example_is_a_finding(salinan):
    (salinan / "contoh" / "x.yaml").write_text("jawaban: {G1: 1.5}\n", encoding="utf-8")
    assert [t.baris for t in validate_folder(salinan)] == [1]
    (salinan / "contoh" / "x.yaml").write_bytes(b"\xff\xfe\xfa")
    assert [t.pesan for t in validate_folder(salinan)] == ["Isi berkas bukan teks UTF-8."]


def test_every_difference_of_an_example_is_told(salinan):
    harapan = "jawaban: {G1: '50'}\nharapan: {komponen: {G: '9'}, belum: [T], predikat: null}\n"
    (salinan / "contoh" / "x.yaml").write_text(harapan, encoding="utf-8")
    assert [t.pesan for t in validate_folder(salinan)] == [
        "komponen G 1.5, diharapkan 9.",
        "belum [G2, G3, G4, G5, T], diharapkan [T].",
    ]


def test_a_new_packaged_folder_must_be_recorded(salinan, monkeypatch):
    monkeypatch.setattr("kinerja.instrumen.folder.FOLDER", salinan.parent)
    assert rules(salinan) == {"rilis"}


def test_what_cannot_be_opened_is_refused(tmp_path):
    (tmp_path / "instrumen.yaml").mkdir()
    with pytest.raises(GalatInstrumen, match="tidak dapat dibuka"):
        load_folder(tmp_path)


def test_the_folder_is_called_after_the_id(salinan):
    assert rules(salinan.rename(salinan.with_name("lain"))) == {"id"}


def test_the_parent_must_exist(salinan):
    berkas = salinan / "instrumen.yaml"
    berkas.write_text(TEKS.replace("profil:", "induk: tiada\nprofil:"), encoding="utf-8")
    assert rules(salinan) == {"induk"}


def test_a_released_id_may_not_be_reused_for_other_content(salinan):
    folder = salinan.rename(salinan.with_name("akip-88-2021-unit"))
    berkas = folder / "instrumen.yaml"
    berkas.write_text(TEKS.replace("id: indeks-kecil", "id: akip-88-2021-unit"), encoding="utf-8")
    assert rules(folder) == {"rilis"}
