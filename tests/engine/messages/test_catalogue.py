"""The words of the program stand in both languages, with the same blanks, and every code that is used has its row."""

from __future__ import annotations

import ast
import string
from collections import Counter
from pathlib import Path

import pytest

from engine.messages import Words, catalogue, fill, plural
from engine.messages.catalogue import WORDS
from engine.messages.columns import _HEADINGS

ROOT = Path(__file__).parents[3]


def blanks(template: str) -> set[str]:
    """The names of the facts that a template asks for; `stages_ru` and `stages_en` are one fact in two languages."""
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
    return {name.removesuffix("_ru").removesuffix("_en") for name in names}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_both_languages_say_it_with_the_same_facts(code: str) -> None:
    row = WORDS[code]
    assert row.ru and row.en
    assert blanks(row.ru) == blanks(row.en)
    assert bool(row.fix_ru) == bool(row.fix_en)
    assert blanks(row.fix_ru) == blanks(row.fix_en)


def test_no_two_errors_bear_one_number() -> None:
    # «нет команды … Возможно, …?» is the same error as «нет команды …», said with a suggestion.
    errors = {(code.removesuffix("-near"), row.number) for code, row in WORDS.items() if row.number}
    numbers = Counter(number for _, number in errors)
    assert [number for number, times in numbers.items() if times > 1] == []


def test_no_column_has_two_headings() -> None:
    times = Counter(key for key, _, _ in _HEADINGS)
    assert [key for key, found in times.items() if found > 1] == []


def test_no_code_stands_in_two_tables() -> None:
    tables = [table for name, table in vars(catalogue).items() if name.isupper() and name != "WORDS"]
    assert len(tables) > 5, "the search itself is broken if it finds next to no tables"
    times = Counter(code for table in tables for code in table)
    assert [code for code, found in times.items() if found > 1] == []


def codes_used() -> set[str]:
    """The literal codes handed to Problem, Reason, Gap, say and fix anywhere in the program."""
    found: set[str] = set()
    for folder in ("cli", "diagrams", "engine", "intake"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    found |= _code_of(node)
    return found


def _code_of(call: ast.Call) -> set[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = {"Problem": 1, "Reason": 1, "say": 0, "fix": 0, "words_for": 0}.get(name)
    literals = [k.value for k in call.keywords if k.arg == "code"] if name in ("Problem", "Reason", "Gap") else []
    if place is not None and len(call.args) > place:
        literals.append(call.args[place])
    return {node.value for node in literals if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_code_that_is_used_has_its_words() -> None:
    used = codes_used()
    assert len(used) > 20, "the search itself is broken if it finds next to nothing"
    assert used - WORDS.keys() == set()


@pytest.mark.parametrize(
    ("number", "form"), [(1, "дело"), (2, "дела"), (5, "дел"), (11, "дел"), (21, "дело"), (112, "дел"), (0, "дел")]
)
def test_a_russian_word_agrees_with_its_number(number: int, form: str) -> None:
    assert plural(number, ["дело", "дела", "дел"]) == form


def test_a_template_reaches_no_further_than_its_facts() -> None:
    assert fill("{n} {n:task|tasks}", {"n": 1}) == "1 task"
    assert fill("{gone}", {}) == "…"
    with pytest.raises(ValueError, match="plain name"):
        fill("{row.__class__}", {"row": Words("а", "a")})
