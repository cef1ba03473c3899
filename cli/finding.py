"""From what was typed to what is kept: ids in any alphabet, parties by name, words of the definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cli.complaint import Complaint, unknown_id, unknown_party, unknown_word
from cli.exits import Exit
from cli.ids import candidates
from cli.suggest import nearest
from cli.terminal import Terminal
from engine.problems import NOTHING

if TYPE_CHECKING:
    from engine.store.lines import CaseLine, PartyLine
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


def record_beside(window: Window, given: str, case: str) -> str:
    """The record that was meant, of this case; a complaint says whose it is if it is another's."""
    cases = {record.id: record.case for record in window.records()}
    found = pick(given, cases)
    if cases[found] != case:
        raise Complaint("record-elsewhere", {"record": found, "case": cases[found], "here": case}, Exit.FAILED, found)
    return found


def party_id(window: Window, given: str, type: str = "") -> str:
    """The party that was meant, by id, by name, or by a part of the name that no other has: «Орлова», «Орлова Т»."""
    parties = {party.id: party.name for party in window.parties(type)}
    named = _named(parties, given)
    if named:
        return named
    found = next((id for id in candidates(given, prefixes(parties)) if id in parties), None)
    if found is not None:
        return found
    partly = [id for id, name in parties.items() if part_of(given, name)]
    if len(partly) > 1:
        names = ", ".join(f"{id} {parties[id]}" for id in partly)
        raise Complaint("name-many", {"given": given, "names": names}, Exit.USAGE)
    if not partly:
        raise unknown_party(given, nearest(given, parties.values()), type)
    return partly[0]


def _named(parties: Mapping[str, str], given: str) -> str:
    """The id of whoever is called so, to the letter first, then with letters that look alike; or ''."""
    from engine.desk.names import folded

    exact = [id for id, name in parties.items() if name.casefold() == given.strip().casefold()]
    alike = [] if exact else [id for id, name in parties.items() if folded(name) == folded(given)]
    return next(iter((*exact, *alike)), "")


def executors(window: Window, given: Iterable[str]) -> list[str]:
    """The executors that were meant: a person by a part of the name too; whoever nobody knows yet stays as typed.

    Else «Громов» would be somebody besides Громов А.С., and no duty could tell that they are one.
    """
    people = window.parties("person")
    return [_executor(window, each, people) for each in given]


def _executor(window: Window, given: str, people: Iterable[PartyLine]) -> str:
    return party_id(window, given) if any(part_of(given, each.name) for each in people) else given


def part_of(given: str, name: str) -> bool:
    """Whether all words that were given stand in the name, one whole, others perhaps as initials.

    «Орлова Тамара» is part of «Орлова Т.П.»; «Иванов» is no part of «Иванова И.И.». Letters that look alike are one.
    """
    from engine.desk.names import folded

    words, parts = (re.findall(r"\w+", folded(each)) for each in (name, given))
    whole = any(part in words and len(part) > 1 for part in parts)
    return whole and all(any(part == word or _initial(part, word) for word in words) for part in parts)


def _initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]


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
