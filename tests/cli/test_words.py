"""The words of the terminal: no table overrides another, every heading and every code that is used has its row."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from cli.register import find
from cli.viewing import SHOWN
from engine.messages import Words, catalogue
from engine.messages.catalogue import WORDS

CLI = Path(__file__).parents[2] / "cli"
TELLS = {"talk", "words", "agreed", "Complaint"}


def calls() -> Iterator[ast.Call]:
    """Every call in the modules of the terminal."""
    for module in CLI.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def codes_used() -> set[str]:
    said = {name_of(c): c for c in calls()}
    assert said
    texts = [c.args[0] for c in calls() if name_of(c) in TELLS and c.args]
    return {text.value for text in texts if isinstance(text, ast.Constant) and isinstance(text.value, str)}


def columns_used() -> set[str]:
    found: set[str] = set()
    for call in calls():
        if name_of(call) == "Sheet" and len(call.args) == 3 and isinstance(call.args[1], ast.Tuple):
            found |= {each.value for each in call.args[1].elts if isinstance(each, ast.Constant)}  # type: ignore[misc]
    return found


def test_no_table_overrides_a_row_of_another() -> None:
    tables = [table for name, table in vars(catalogue).items() if name.isupper() and name != "WORDS"]
    assert sum(len(table) for table in tables) == len(WORDS)


def test_every_code_that_the_terminal_says_has_its_words() -> None:
    used = codes_used()
    assert len(used) > 30
    assert used - set(WORDS) == set()


def test_every_column_has_a_heading() -> None:
    used = columns_used() | set(SHOWN)
    assert len(used) > 20
    assert {key for key in used if f"col-{key.replace('_', '-')}" not in WORDS} == set()


def test_one_number_means_one_fault() -> None:
    """Rows share a number only if they say the same fault with and without a suggestion."""
    families: dict[str, set[str]] = {}
    for code, row in WORDS.items():
        if row.number:
            families.setdefault(row.number, set()).add(code.removesuffix("-near"))
    terminal = {number: codes for number, codes in families.items() if re.fullmatch(r"E-0\d\d", number)}
    assert {number: codes for number, codes in terminal.items() if len(codes) > 1} == {}


def test_every_row_speaks_both_languages() -> None:
    silent = [code for code, row in WORDS.items() if isinstance(row, Words) and not (row.ru and row.en)]
    assert silent == []
    assert [code for code, row in WORDS.items() if bool(row.fix_ru) != bool(row.fix_en)] == []


COMMAND = re.compile(r"resheno ([a-zа-яё][a-zа-яё-]*)(?: ([a-zа-яё][a-zа-яё-]*))?", re.IGNORECASE)
NOT_VERBS = {
    "и",
    "или",
    "with",
    "again",
    "any",
    "заново",
}  # words of a sentence that come after the name of the program


def commands_told() -> set[tuple[str, str]]:
    texts = [text for row in WORDS.values() for text in (row.ru, row.en, row.fix_ru, row.fix_en)]
    found = {(one, two or "") for text in texts for one, two in COMMAND.findall(text)}
    return {(one, two) for one, two in found if one not in NOT_VERBS}


def test_every_command_that_a_message_names_exists() -> None:
    told = commands_told()
    assert ("task", "confirm") in told
    for noun, verb in told:
        entries = find([noun])
        assert entries, f"resheno {noun}"
        if entries[0].verbs and verb:
            assert len(find([noun, verb])) == 2, f"resheno {noun} {verb}"
