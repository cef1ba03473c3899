"""Every row of the vocabulary can be said in both languages, with the same slots."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.rules.judging import JUDGES
from engine.rules.natures import NATURES, Nature
from engine.rules.phrases import TERMINALS
from engine.rules.template import FAMILIES
from engine.rules.vocabulary import ARGUMENTS, FORMS, PARTS, Form, Row
from engine.rules.wording import WORDINGS
from tests.engine.rules.test_reading import TWINS

ROWS: list[Form | Row] = [*FORMS, *(row for rows in PARTS.values() for row in rows)]


def slots(template: str) -> set[str]:
    return set(re.findall(r"\{(\w)", template)) - {"E", "G", "H"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.ru or "-")
def test_both_languages_have_the_same_slots(row: Form | Row) -> None:
    assert slots(row.ru) == slots(row.en)


def test_every_slot_is_a_part_or_is_both_read_and_said() -> None:
    named = {slot for row in ROWS for template in (row.ru, row.en) for slot in re.findall(r"\{(\w)", template)}
    assert named <= PARTS.keys() | TERMINALS.keys()
    assert TERMINALS.keys() == WORDINGS.keys()


def test_every_word_that_agrees_has_a_family() -> None:
    families = {
        family for row in ROWS for template in (row.ru, row.en) for family in re.findall(r"<(\S+) \w>", template)
    }
    assert families <= FAMILIES.keys()


def test_every_argument_that_a_row_gives_has_its_place() -> None:
    assert {name for row in ROWS for name, _ in row.sets} <= set(ARGUMENTS)


def test_there_are_nine_forms_and_each_has_a_sentence_that_is_read() -> None:
    assert len(JUDGES) == 9
    assert {twin[1] for twin in TWINS} == JUDGES.keys()


def test_every_form_states_what_it_is_like() -> None:
    assert {form.nature for form in FORMS} == set(NATURES.values())
    assert not Nature._field_defaults  # a new form says all of it
    assert all(name == nature.name for name, nature in NATURES.items())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.name}: {form.en}")
def test_what_a_form_is_said_to_be_like_is_what_its_row_can_say(form: Form) -> None:
    nature, slots = form.nature, set(re.findall(r"\{(\w)", form.en))
    assert nature.counts == bool(slots & {"Q", "F"})
    assert nature.of_acts == ("T" in slots)
    assert nature.sided == ("A" in slots)
    assert not (nature.counts and (nature.sided or nature.values)) and not (nature.values and not nature.sided)


def test_no_other_module_knows_a_form_by_its_name() -> None:
    """`engine.rules.natures` and the tables of sentences name forms, and stored rules do."""
    root = Path(__file__).parents[3] / "engine"
    named = re.compile(rf'\.form\b[^\n]*"({"|".join(NATURES)})"')
    found = [path.name for path in root.rglob("*.py") if named.search(path.read_text("utf-8"))]
    assert found == []
