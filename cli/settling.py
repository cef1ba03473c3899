"""A document on its way into the books: its doubts settled by what is remembered, by what is answered, or left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.asking import Asked, ask, choice_told
from cli.speech import listed
from cli.terminal import Terminal
from engine.protocol import Choice, Doubt, Protocol

if TYPE_CHECKING:
    from engine.desk.answers import Remembered
    from engine.desk.desk import Desk
    from engine.desk.importing import Settled
    from engine.run.event import Plain
    from intake.doubting.settling import Ground


@dataclass(frozen=True, slots=True)
class Case:
    """A document as it was read, its doubts, and what has been settled of them so far."""

    read: Protocol
    ground: Ground
    doubts: tuple[Doubt, ...]
    recalled: Mapping[str, tuple[Choice, Remembered]]
    answered: tuple[tuple[Doubt, Choice], ...] = ()
    left_out: frozenset[str] = field(default_factory=frozenset)

    @property
    def open(self) -> tuple[Doubt, ...]:
        """The doubts that nobody has settled."""
        settled = {*self.recalled, *(doubt.key for doubt, _ in self.answered)}
        return tuple(doubt for doubt in self.doubts if doubt.key not in settled)

    @property
    def protocol(self) -> Protocol:
        """The document as it is to be recorded."""
        from intake.doubting.settling import settled

        recalled = [(doubt, self.recalled[doubt.key][0]) for doubt in self.doubts if doubt.key in self.recalled]
        return settled(self.read, (*recalled, *self.answered), self.ground)

    @property
    def settled(self) -> Settled:
        """What is recorded of it besides its words."""
        from engine.desk.importing import Settled

        facts: dict[str, Plain] = {"regime": self.ground.regime.name}
        for name, day in (("signed_on", self.ground.signed), ("registered_on", self.ground.registered)):
            if day:
                facts[name] = day.isoformat()
        answers = self.as_data()
        return Settled({**facts, **({"answers": list(answers)} if answers else {})}, self.left_out)

    def as_data(self) -> list[Plain]:
        """The settled doubts as the journal keeps them."""
        told: list[Plain] = []
        for doubt in self.doubts:
            if doubt.key in self.recalled:
                choice, by = self.recalled[doubt.key]
                told.append(_answer(doubt, choice, by.number))
        return [*told, *(_answer(doubt, choice, "") for doubt, choice in self.answered)]


def _answer(doubt: Doubt, choice: Choice, by: str) -> Plain:
    plain: dict[str, Any] = {"doubt": doubt.code, "paths": list(doubt.paths), "choice": choice.code}
    return {**plain, "changes": dict(choice.changes), "remembered": by}


def body_of(protocol: Protocol) -> str:
    """For whom an answer is remembered."""
    return protocol.body or protocol.organisation


def case_of(desk: Desk, protocol: Protocol, signed: date | None, registered: date | None) -> Case:
    """A document that was read, with the regime of the office and the answers that hold for its body."""
    from engine.desk.answers import holding
    from engine.desk.regime import regime_of
    from engine.run.office import ID as OFFICE_ID
    from intake.doubting.questions import questions
    from intake.doubting.settling import Ground

    office = desk.case(OFFICE_ID)
    held = holding(office, body_of(protocol))
    doubts = questions(protocol)
    recalled = {}
    for doubt in doubts:
        by = held.get(doubt.code)
        choice = next((each for each in doubt.choices if by and each.code == by.choice), None)
        if by and choice:
            recalled[doubt.key] = (choice, by)
    return Case(protocol, Ground(regime_of(office), signed, registered), doubts, recalled)


def unanswered(case: Case) -> Case:
    """The document where nobody can be asked: what cannot be right as it was read waits."""
    return replace(case, left_out=frozenset(path for doubt in case.open if doubt.blocks for path in doubt.paths))


def asked(terminal: Terminal, case: Case) -> tuple[Case, Asked]:
    """The document after its open doubts were asked."""
    said = ask(terminal, case.open)
    return replace(case, answered=tuple(said.choices)), said


def tell_recalled(terminal: Terminal, case: Case) -> None:
    """Say which answers of before were applied, once each, with the items that they settled."""
    applied: dict[str, list[str]] = {}
    for doubt in case.doubts:
        if doubt.key in case.recalled:
            applied.setdefault(doubt.code, []).extend(doubt.paths)
    for code, paths in applied.items():
        doubt = next(each for each in case.doubts if each.code == code and each.key in case.recalled)
        choice, by = case.recalled[doubt.key]
        facts = {"paths": listed(list(dict.fromkeys(paths)), terminal.lang), "on": by.answered_on, "number": by.number}
        rule = terminal.words(f"rule-{choice.code}")
        terminal.talk("doubt-recalled", rule=rule, **facts)


def remember(terminal: Terminal, desk: Desk, case: Case, lasting: dict[str, str]) -> None:
    """Remember what holds for the other documents of the body, as an intent of its own before the import."""
    from engine.desk.answers import holding
    from engine.desk.answers import remember as remembering
    from engine.run.office import ID as OFFICE_ID

    if not lasting:
        return
    body = body_of(case.read)
    desk.act(remembering(body, lasting))
    for each in holding(desk.case(OFFICE_ID), body).values():
        if each.doubt in lasting:
            rule = terminal.words(f"rule-{each.choice}")
            terminal.talk("doubts-remembered", body=body, rule=rule, number=each.number)


def tell_open(terminal: Terminal, case: Case, file: Path) -> None:
    """Name what waits for an answer, and what was recorded as it was read."""
    if case.left_out:
        paths = [item.path for item in case.read.items if item.path in case.left_out]
        terminal.talk("doubts-left-out", paths=listed(paths, terminal.lang), file=file)
    left = [path for doubt in case.open for path in doubt.paths if path not in case.left_out]
    if left and terminal.hints:
        paths = list(dict.fromkeys(left))
        terminal.talk("doubts-as-read", count=len(case.open), paths=listed(paths, terminal.lang))


def open_as_data(terminal: Terminal, case: Case) -> list[dict[str, object]]:
    """The doubts that stay open, for a program."""
    return [
        {
            "code": doubt.code,
            "paths": list(doubt.paths),
            "line": doubt.line,
            "text": terminal.words(doubt.code, **doubt.facts),
            "choices": [{"code": each.code, "text": choice_told(terminal, each)} for each in doubt.choices],
            "left_out": bool(case.left_out.intersection(doubt.paths)),
        }
        for doubt in case.open
    ]
