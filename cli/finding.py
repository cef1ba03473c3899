"""From what was typed to what is kept: ids in any alphabet, parties by name, words of the definitions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cli.complaint import unknown_id, unknown_word
from cli.ids import candidates
from cli.suggest import nearest
from cli.terminal import Terminal
from engine.problems import NOTHING

if TYPE_CHECKING:
    from engine.store.lines import CaseLine
    from engine.store.window import Window


def pick(given: str, known: Iterable[str]) -> str:
    """The id that was meant; raises a complaint with the nearest one if there is none."""
    ids = list(known)
    found = next((id for id in candidates(given, prefixes(ids)) if id in set(ids)), None)
    if found is None:
        raise unknown_id(given, nearest(next(iter(candidates(given, prefixes(ids)))), ids))
    return found


def prefixes(ids: Iterable[str]) -> tuple[str, ...]:
    """The letters that the ids begin with."""
    return tuple(dict.fromkeys(id.partition("-")[0] for id in ids))


def cases(window: Window) -> list[CaseLine]:
    """The cases that people speak of; the office itself is none of them."""
    return [case for case in window.cases() if case.workflow != "office"]


def case_id(window: Window, given: str) -> str:
    """The id of a case (document, assignment or cycle) that was meant."""
    return pick(given, [case.id for case in cases(window)])


def record_id(window: Window, given: str) -> str:
    """The id of a record that was meant."""
    return pick(given, [record.id for record in window.records()])


def party_id(window: Window, given: str) -> str:
    """The party that was meant, by id or by name."""
    parties = {party.id: party.name for party in window.parties()}
    named = [id for id, name in parties.items() if name.casefold() == given.strip().casefold()]
    if named:
        return named[0]
    found = next((id for id in candidates(given, prefixes(parties)) if id in parties), None)
    if found is None:
        raise unknown_id(given, nearest(given, parties.values()))
    return found


def one_of(
    terminal: Terminal, kind: str, given: str, known: Iterable[str], besides: Mapping[str, str] = NOTHING
) -> str:
    """A word of a closed list, or by a name that stands for it; else a complaint with the nearest one."""
    names = list(known)
    if given in names:
        return given
    if given.casefold() in besides:
        return besides[given.casefold()]
    raise unknown_word(terminal.words(f"word-{kind}"), given, names, nearest(given, [*names, *besides]))
