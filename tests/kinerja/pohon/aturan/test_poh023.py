"""POH023: one code for two indicators."""

from tests.kinerja.pohon.bantu import letak


def test_parts_of_one_indicator_share_its_code() -> None:
    bagian = [{"kode": "1.1", "nama": f"Jumlah produksi (ton): {b}"} for b in ("daging", "telur")]
    assert letak("POH023", {"id": "S", "level": "sasaran", "indikator": bagian}) == []


def test_a_code_that_refers_to_the_level_above_may_repeat() -> None:
    atas = {"id": "S", "level": "sasaran", "indikator": [{"kode": "1.1", "nama": "Indeks A"}]}
    bawah = [{"kode": "1.1", "nama": n} for n in ("Persentase B", "Jumlah C")]
    assert letak("POH023", atas, {"id": "E", "induk": "S", "level": "eselon III", "indikator": bawah}) == []


def test_indicators_without_a_code_are_left_alone() -> None:
    assert letak("POH023", {"id": "S", "level": "sasaran", "indikator": [{"nama": "A"}, {"nama": "B"}]}) == []
