"""What the register promises of every command: a function, help in both languages, names of its own."""

from __future__ import annotations

import re
from collections import Counter
from typing import cast

import pytest

from cli import options
from cli.exits import MEANINGS, Exit
from cli.lazy import build, function_of
from cli.register import COMMANDS, ROOT, Entry, find, walk
from engine.messages import Lang

EVERY = pytest.mark.parametrize(("words", "entry"), walk(), ids=[" ".join(words) for words, _ in walk()])


@EVERY
def test_every_command_has_a_function_with_a_docstring(words: tuple[str, ...], entry: Entry) -> None:
    assert function_of(entry).__doc__


@EVERY
def test_every_command_has_a_line_of_help_in_both_languages(words: tuple[str, ...], entry: Entry) -> None:
    assert re.search("[а-я]", entry.ru)
    assert re.search("[a-z]", entry.en)
    assert not re.search("[а-я]", entry.en)


@EVERY
def test_every_command_answers_to_a_russian_word(words: tuple[str, ...], entry: Entry) -> None:
    assert entry.russian
    assert find([*words[:-1], entry.russian[0]])[-1] == entry


@EVERY
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_parameter_is_explained(words: tuple[str, ...], entry: Entry, lang: str) -> None:
    for parameter in build(entry, cast(Lang, lang)).params:
        assert options.MEANINGS[str(parameter.name)]


@EVERY
def test_every_option_of_a_command_keeps_its_meaning(words: tuple[str, ...], entry: Entry) -> None:
    declared = Counter(decl for parameter in build(entry, "en").params for decl in parameter.opts)
    assert [decl for decl, times in declared.items() if times > 1] == []


@EVERY
def test_every_russian_name_of_an_option_leads_to_it(words: tuple[str, ...], entry: Entry) -> None:
    for parameter in build(entry, "en").params:
        if parameter.param_type_name == "option":
            russian = options.MEANINGS[str(parameter.name)].russian
            assert {f"--{options.in_english(name)}" for name in russian} <= set(parameter.opts)


def test_no_two_commands_share_a_name() -> None:
    for entry in (ROOT, *COMMANDS):
        names = Counter(name for verb in entry.verbs for name in (verb.name, *verb.russian))
        assert [name for name, times in names.items() if times > 1] == []


def test_no_two_options_share_a_russian_name() -> None:
    names = Counter(russian for meaning in options.MEANINGS.values() for russian in meaning.russian)
    shared = {name for name, times in names.items() if times > 1}
    assert shared <= {"помощь", "справка"}


def test_every_exit_code_is_explained_in_both_languages() -> None:
    assert set(MEANINGS) == set(Exit)
    assert all(ru and en for ru, en in MEANINGS.values())
