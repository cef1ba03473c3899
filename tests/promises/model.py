"""What the engine promises, said a second time and otherwise: no history is kept and none is folded.

A case is a pile of states, one on the other, each with the intent that made it: undo takes the top one off, redo puts
it back. The office is a case too, whose state are the terms of its roles. One regulation is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from engine.definition.workflow import Workflow
from engine.run.command import Command, Fire, Open
from tests.promises.model_case import STEPS, No, Unheard, arrow_meant, moved, untimely
from tests.promises.model_office import granted, left_to_nobody, withdrawn
from tests.promises.model_people import Hand, State, Term, by_hand, in_the_office, suggested

Answer = tuple[Any, ...]
Entry = tuple[str, int, str]  # the case, the version, what kind of entry
Layer = tuple[str, int, State]  # the intent, the version of its last entry, the case after it
OFFICE = "office"


@dataclass(frozen=True)
class Wish:
    """What somebody wants: commands as one intent ("act"), an intent undone or redone, a role given or taken.

    `typed` is who sits at the desk, `whose` on whose behalf, `ago` how many days ago it was done. `role` is given to,
    or taken from, `who`; `until` is so many days on, `of` whom `who` stands in for.
    """

    commands: tuple[Command, ...] = ()
    what: str = "act"
    intent: str = ""
    typed: str = "Л-1"
    whose: str = ""
    ago: int = 0
    key: str = ""
    expect: Mapping[str, int] = field(default_factory=dict)
    dry: bool = False
    role: str = ""
    who: str = ""
    of: str = ""
    until: int | None = None


@dataclass
class Model:
    """One office, with what there was of it when it was founded: so many intents, these terms, so long a journal."""

    flow: Workflow
    parties: frozenset[str]
    founded: int
    today: date
    piles: dict[str, list[Layer]] = field(default_factory=dict)
    length: dict[str, int] = field(default_factory=dict)
    gone: dict[str, list[Layer]] = field(default_factory=dict)
    intents: dict[str, list[str]] = field(default_factory=dict)  # the cases that each has touched
    wishes: dict[str, Wish] = field(default_factory=dict)
    undone: list[str] = field(default_factory=list)
    keys: dict[str, tuple[str, str]] = field(default_factory=dict)
    terms_ever: int = 0
    refusals: int = 0

    def stands(self) -> dict[str, State]:
        """Every case that stands, as it is; the office too."""
        return {case: pile[-1][2] for case, pile in self.piles.items() if pile}

    @property
    def terms(self) -> tuple[Term, ...]:
        """Who holds which role from when to when."""
        return tuple(self.stands()[OFFICE]["terms"].values())

    def copy(self) -> Model:
        """The same office, to try something out in."""
        return replace(
            self,
            piles={case: list(pile) for case, pile in self.piles.items()},
            gone={case: list(pile) for case, pile in self.gone.items()},
            length=dict(self.length),
            intents=dict(self.intents),
            wishes=dict(self.wishes),
            undone=list(self.undone),
            keys=dict(self.keys),
        )

    def act(self, wish: Wish) -> Answer:
        """What the desk must answer; the office is as it was unless it is recorded."""
        if wish.key in self.keys:
            intent, about = self.keys[wish.key]
            same = _kind(self.wishes[intent]) == _kind(wish)
            return ("done", intent, about, True, ()) if same else ("refused", "key-used")
        if wish.whose not in self.parties | {""}:
            return ("unknown", "party")
        for case, version in wish.expect.items():
            if self.length.get(case, 0) != version:
                return ("conflict", case, version, self.length.get(case, 0))
        does = {
            "act": self._do,
            "undo": self._undo,
            "redo": self._redo,
            "grant": self._office,
            "withdraw": self._office,
        }
        try:
            return does[wish.what](wish)
        except Unheard as word:
            return ("unknown", *word.args)
        except No as no:
            self.refusals += not wish.dry
            return ("refused", *sorted(no.args))

    def _hand(self, wish: Wish, whose: str = "") -> Hand:
        day = self.today - timedelta(days=wish.ago)
        return Hand(wish.whose or whose or wish.typed, wish.typed, day, self.today)

    def _do(self, wish: Wish) -> Answer:
        draft: dict[str, State] = {}
        kinds: list[tuple[str, str]] = []
        for command in wish.commands:
            kind, draft[command.case] = self._step(
                draft.get(command.case) or self.stands().get(command.case), command, wish
            )
            kinds.append((command.case, kind))
        return self._kept(wish, wish.commands[0].case, kinds, draft)

    def _step(self, case: State | None, command: Command, wish: Wish) -> tuple[str, State]:
        if case is None and not isinstance(command, Open):
            raise Unheard("case")
        if isinstance(command, Fire):
            assert case is not None
            arrow = arrow_meant(self.flow, case, command)
            hand = self._hand(wish, suggested(self.terms, case, arrow.role, wish.typed, self.today))
            return "moved", moved(self.flow, case, command, arrow, self.terms, hand)
        action, kind, step = STEPS[type(command)]
        hand = self._hand(wish)
        stage = (command.at or next(iter(self.flow.stages))) if isinstance(command, Open) else (case or {})["stage"]
        about = None if isinstance(command, Open) else case
        against = by_hand(self.flow, self.terms, about, stage, action, hand) + untimely(about, hand)
        return kind, step(self.flow, case, command, against, hand.day)

    def _office(self, wish: Wish) -> Answer:
        if wish.who not in self.parties or wish.of not in self.parties | {""}:
            raise Unheard("party")
        change = granted if wish.what == "grant" else withdrawn
        hand, number = self._hand(wish), self.terms_ever + 1
        kinds, terms = change(self.stands()[OFFICE]["terms"], wish.role, wish.who, wish.of, wish.until, hand, number)
        if not kinds:
            return ("done", "", wish.who, True, ())
        against = in_the_office(self.terms, hand, ["operator"]) + untimely(None, hand)
        against = against or left_to_nobody(self.terms, tuple(terms.values()), self.today)
        if against:
            raise No(*against)
        if not wish.dry:
            self.terms_ever += wish.what == "grant"
        return self._kept(wish, wish.who, [(OFFICE, kind) for kind in kinds], {OFFICE: {"terms": terms}})

    def _undo(self, wish: Wish) -> Answer:
        standing = [id for id in self.intents if self.wishes[id].what not in ("undo", "redo") and id not in self.undone]
        intent = self._chosen(wish, standing, "nothing-to-undo")
        for case in self.intents[intent]:
            if not self.piles[case] or self.piles[case][-1][0] != intent:
                raise No("stood-upon")
            self._allowed(wish, intent, case)
        answer = self._kept(wish, intent, [(case, "undone") for case in self.intents[intent]], {})
        if not wish.dry:
            self.undone.append(intent)
            for case in self.intents[intent]:
                self.gone.setdefault(case, []).append(self.piles[case].pop())
        return answer

    def _redo(self, wish: Wish) -> Answer:
        intent = self._chosen(wish, self.undone, "nothing-to-redo")
        for case in self.intents[intent]:
            last, pile = self.gone[case][-1], self.piles[case]
            if last[0] != intent or (pile and pile[-1][1] > last[1]):
                raise No("place-taken")
            self._allowed(wish, intent, case)
        answer = self._kept(wish, intent, [(case, "redone") for case in self.intents[intent]], {})
        if not wish.dry:
            self.undone.remove(intent)
            for case in self.intents[intent]:
                self.piles[case].append(self.gone[case].pop())
        return answer

    def _allowed(self, wish: Wish, intent: str, case: str) -> None:
        """Taking back is for clerks, controllers and whoever typed it; of roles, for whoever may grant them."""
        hand = self._hand(wish)
        against = in_the_office(self.terms, hand, ["operator"] if case == OFFICE else ["clerk", "controller"])
        own = case != OFFICE and hand.typed == hand.whose == self.wishes[intent].typed
        if against and not own:
            raise No(*(against if case == OFFICE else ["undo-not-yours"]))

    def _chosen(self, wish: Wish, candidates: list[str], nothing: str) -> str:
        if wish.intent and wish.intent not in self.intents:
            raise Unheard("intent")
        intent = wish.intent or (candidates[-1] if candidates else "")
        if intent not in candidates:
            raise No(nothing)
        return intent

    def _kept(self, wish: Wish, about: str, kinds: list[tuple[str, str]], draft: Mapping[str, State]) -> Answer:
        """The answer yes, and unless it was only to be shown, a new intent."""
        entries: list[Entry] = []
        for case, kind in kinds:
            entries.append((case, self.length.get(case, 0) + 1 + sum(each[0] == case for each in entries), kind))
        if wish.dry:
            return ("done", "", about, False, tuple(entries))
        intent = f"A-{self.founded + len(self.intents) + 1}"
        self.intents[intent], self.wishes[intent] = list(dict.fromkeys(case for case, _ in kinds)), wish
        self.length |= {case: version for case, version, _ in entries}
        for case, state in draft.items():
            self.piles.setdefault(case, []).append((intent, self.length[case], state))
        if wish.key:
            self.keys[wish.key] = (intent, about)
        return ("done", intent, about, False, tuple(entries))


def _kind(wish: Wish) -> tuple[str, bool]:
    """What kind of command a wish is: to stand in for somebody is another one than to hold a role."""
    return wish.what, wish.what == "grant" and bool(wish.of)
