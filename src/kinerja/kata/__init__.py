"""Indonesian word rules: how statements, indicators, units and directions are worded. The lists are data files."""

from kinerja.kata.arah import direction_of
from kinerja.kata.keluaran import activity_count_of, output_count_of
from kinerja.kata.majemuk import joined_objects
from kinerja.kata.rumusan import (
    activity_of,
    change_verb_of,
    conditions_in,
    indicator_activity_of,
    indicator_state_of,
    output_of,
)
from kinerja.kata.satuan import target_parts, unit_in_target, unit_of
from kinerja.kata.teks import first_word, likeness, meanings, normal, stem, tokens, without_brackets
from kinerja.kata.ukuran import Ukuran, adds_up, leading_measure, measure_of, second_measure

__all__ = [
    "Ukuran",
    "activity_count_of",
    "activity_of",
    "adds_up",
    "change_verb_of",
    "conditions_in",
    "direction_of",
    "first_word",
    "indicator_activity_of",
    "indicator_state_of",
    "joined_objects",
    "leading_measure",
    "likeness",
    "meanings",
    "measure_of",
    "normal",
    "output_count_of",
    "output_of",
    "second_measure",
    "stem",
    "target_parts",
    "tokens",
    "unit_in_target",
    "unit_of",
    "without_brackets",
]
