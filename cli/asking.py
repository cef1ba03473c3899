"""Doubts about a document, asked one by one: a number chooses, Enter leaves it as read, «1 д» is remembered."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

from cli.complaint import Complaint
from cli.exits import Exit
from cli.speech import line
from cli.terminal import Terminal
from engine.protocol import Choice, Doubt

GO_ON = frozenset(("да", "yes", "y", "все", "всё", "all", "нет", "no", "n", "выйти", "quit", "q"))
_CHOSEN = re.compile(r"(\d+)(?:\s+(д|да|y|yes|l|lf))?")


@dataclass(slots=True)
class Asked:
    """What was answered: the choice of each doubt, the choices that are to last, and a word meant for the import."""

    choices: list[tuple[Doubt, Choice]] = field(default_factory=list)
    lasting: dict[str, str] = field(default_factory=dict)
    word: str = ""


def ask(terminal: Terminal, doubts: Iterable[Doubt]) -> Asked:
    """Ask each doubt once; what is to be remembered is not asked again, nor anything after a word such as «да»."""
    asked = Asked()
    for doubt in doubts:
        code = asked.lasting.get(doubt.code)
        known = next((choice for choice in doubt.choices if choice.code == code), None)
        if known is not None:
            asked.choices.append((doubt, known))
        elif not asked.word:
            _one(terminal, doubt, asked)
    return asked


def _one(terminal: Terminal, doubt: Doubt, asked: Asked) -> None:
    for told in question(terminal, doubt):
        line(told)
    while True:
        typed = sys.stdin.readline()
        if not typed:
            raise Complaint("cannot-ask", {}, Exit.DECLINED)
        word = typed.strip().casefold()
        if not word:
            return
        if word in GO_ON:
            asked.word = word
            return
        choice, lasting = _chosen(doubt, typed.strip())
        if choice is not None:
            asked.choices.append((doubt, choice))
            if lasting and choice.lasting:
                asked.lasting[doubt.code] = choice.code
            return
        line(terminal.words("doubt-again", count=len(doubt.choices)))


def question(terminal: Terminal, doubt: Doubt) -> list[str]:
    """A doubt and its choices, in the language of this run."""
    lines = [terminal.words("doubt-line", what=terminal.words(doubt.code, **doubt.facts))]
    for n, choice in enumerate(doubt.choices, 1):
        lines.append(terminal.words("doubt-choice", n=n, what=choice_told(terminal, choice)))
    lasting = any(choice.lasting for choice in doubt.choices)
    lines.append(terminal.words(f"doubt-how-{doubt.asks or 'choose'}{'-lasting' if lasting else ''}"))
    return lines


def choice_told(terminal: Terminal, choice: Choice) -> str:
    """A choice in words; a day with its day of the week."""
    from datetime import date

    facts = dict(choice.facts)
    if "day" in facts:
        facts["weekday"] = terminal.words(f"weekday-{date.fromisoformat(facts['day']).isoweekday()}")
    return terminal.words(f"choice-{choice.code}", **facts)


def _chosen(doubt: Doubt, typed: str) -> tuple[Choice | None, bool]:
    shape = _CHOSEN.fullmatch(typed.casefold())
    if shape and 0 < int(shape[1]) <= len(doubt.choices):
        return doubt.choices[int(shape[1]) - 1], bool(shape[2])
    if shape:
        return None, False
    return _stated(doubt, typed), False


def _stated(doubt: Doubt, typed: str) -> Choice | None:
    """What was typed instead of a number: a day, or a name of more than a letter or two."""
    from cli.days import day

    if doubt.asks == "day":
        try:
            said = day(typed).isoformat()
        except Complaint:
            return None
        return Choice("stated-day", {"day": said}, {"due": said})
    if doubt.asks == "name" and len(typed) > 2:
        return Choice("stated-name", {"name": typed}, {"executor": typed})
    return None
