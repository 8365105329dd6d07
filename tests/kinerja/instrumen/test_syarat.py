"""Control rules give findings; they change no score."""

from tests.kinerja.instrumen.bantu import uniform

from kinerja.instrumen import load, score

SKPD = load("akip-12-2015-unit")


def findings(jawaban: dict[str, object]) -> list[tuple[str, str]]:
    return [(t.kode, t.syarat) for t in score(SKPD, jawaban).temuan]


def test_an_answer_above_its_limit_is_found():
    hasil = score(SKPD, {"A.II.a.1": "b", "A.II.a.2": "Ya"})
    [temuan] = hasil.temuan
    assert str(temuan) == "A.II.a.2 bernilai 1, melebihi A.II.a.1 (0,75): perencanaan tahunan tidak ada"
    assert temuan.keyakinan == "sedang"


def test_the_score_is_not_changed_by_a_finding():
    jawaban = {"A.I.a.1": "Tidak", "A.I.a.2": "Ya"}
    assert score(SKPD, jawaban).sub["A.I.a"] == score(SKPD, {"A.I.a.2": "Ya"}).sub["A.I.a"]
    assert findings(jawaban) == [("A.I.a.2", "renstra_ada")]


def test_a_mean_is_a_limit():
    jawaban = {"A.I.b.13": "c", "A.I.b.14": "a", "A.I.b.15": "a"}
    assert ("A.I.b.15", "program_renstra") in findings(jawaban)
    assert ("A.I.b.15", "program_renstra") not in findings({**jawaban, "A.I.b.15": "b"})


def test_what_must_exist_is_zero_without_it():
    assert findings({"A.I.a.3": "e", "A.I.b.15": "d"}) == [("A.I.b.15", "program_renstra_ada")]


def test_an_unanswered_limit_is_not_judged():
    assert findings({"A.I.b.13": "c", "A.I.b.15": "a"}) == []


def test_a_sheet_of_best_answers_has_no_finding():
    assert findings(uniform(SKPD)) == []
