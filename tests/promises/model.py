"""What the engine promises, said a second time and otherwise: no history is kept and none is folded.

A case is a pile of states, one on the other, each with the intent that made it: undo takes the top one off, redo puts
it back. One regulation is enough, and one office with its people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from engine.definition.workflow import Arrow, Workflow
from engine.run.command import Command, Fire, Open
from tests.promises.model_case import STEPS, No, State, Unheard, moved, opened

Answer = tuple[Any, ...]
Layer = tuple[str, int, State]  # the intent, the version of its last entry, the case after it


@dataclass(frozen=True)
class Wish:
    """What somebody wants: commands as one intent, or an intent taken back ("undo") or brought back ("redo")."""

    commands: tuple[Command, ...] = ()
    what: str = "act"
    intent: str = ""
    whose: str = ""
    key: str = ""
    expect: Mapping[str, int] = field(default_factory=dict)
    dry: bool = False


@dataclass
class Model:
    """One office. `roles` are held for ever; `founded` is how many intents there were before the first wish."""

    flow: Workflow
    operator: str
    parties: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    founded: int
    piles: dict[str, list[Layer]] = field(default_factory=dict)
    gone: dict[str, list[Layer]] = field(default_factory=dict)
    length: dict[str, int] = field(default_factory=dict)
    intents: dict[str, list[str]] = field(default_factory=dict)  # the cases that each has touched
    wishes: dict[str, Wish] = field(default_factory=dict)
    undone: list[str] = field(default_factory=list)
    keys: dict[str, tuple[str, str]] = field(default_factory=dict)
    refusals: int = 0

    def stands(self) -> dict[str, State]:
        """Every case that stands, as it is."""
        return {case: pile[-1][2] for case, pile in self.piles.items() if pile}

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
            return ("done", *self.keys[wish.key], True, ())
        if wish.whose not in self.parties | {""}:
            return ("unknown", "party")
        for case, version in wish.expect.items():
            if self.length.get(case, 0) != version:
                return ("conflict", case, version, self.length.get(case, 0))
        try:
            return (
                self._undo(wish) if wish.what == "undo" else self._redo(wish) if wish.what == "redo" else self._do(wish)
            )
        except Unheard as word:
            return ("unknown", *word.args)
        except No as no:
            self.refusals += not wish.dry
            return ("refused", *sorted(no.args))

    def _do(self, wish: Wish) -> Answer:
        draft: dict[str, State] = {}
        entries: list[tuple[str, int, str]] = []
        for command in wish.commands:
            case = command.case
            kind, draft[case] = self._step(draft.get(case) or self.stands().get(case), command, wish.whose)
            entries.append((case, self.length.get(case, 0) + 1 + sum(each[0] == case for each in entries), kind))
        answer = self._kept(wish, wish.commands[0].case, entries)
        if not wish.dry:
            for case, state in draft.items():
                self.piles.setdefault(case, []).append((answer[1], self.length[case], state))
        return answer

    def _step(self, case: State | None, command: Command, whose: str) -> tuple[str, State]:
        if isinstance(command, Open):
            return "opened", opened(self.flow, case, command)
        if case is None:
            raise Unheard("case")
        if not isinstance(command, Fire):
            kind, step = STEPS[type(command)]
            return kind, step(self.flow, case, command)
        return "moved", moved(self.flow, case, command, *self._entitled(case, command, whose))

    def _entitled(self, case: State, command: Fire, whose: str) -> tuple[str, Any]:
        """On whose behalf an arrow is taken, and what speaks against that."""
        doers = case["fields"].get("doers") or []
        role = next((a.role for a in self.flow.arrows if (a.source, a.trigger) == (case["stage"], command.trigger)), "")
        who = whose or (doers[0] if role == "doer" and doers else self.operator)

        def against(arrow: Arrow) -> list[str]:
            holders = set(doers) if arrow.role == "doer" else self.roles.get(arrow.role, frozenset())
            found = ["not-holder"] if holders and who not in holders else []
            found += ["nobody-holds"] if not holders and arrow.role != "doer" else []
            typed_for = who != self.operator and self.operator not in self.roles["clerk"]
            return found + (["not-clerk"] if typed_for else [])

        return who, against

    def _undo(self, wish: Wish) -> Answer:
        standing = [id for id in self.intents if self.wishes[id].what == "act" and id not in self.undone]
        intent = self._chosen(wish, standing, "nothing-to-undo")
        if any(self.piles[case][-1][0] != intent for case in self.intents[intent]):
            raise No("stood-upon")
        answer = self._kept(wish, intent, [(c, self.length[c] + 1, "undone") for c in self.intents[intent]])
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
        answer = self._kept(wish, intent, [(c, self.length[c] + 1, "redone") for c in self.intents[intent]])
        if not wish.dry:
            self.undone.remove(intent)
            for case in self.intents[intent]:
                self.piles[case].append(self.gone[case].pop())
        return answer

    def _chosen(self, wish: Wish, candidates: list[str], nothing: str) -> str:
        if wish.intent and wish.intent not in self.intents:
            raise Unheard("intent")
        intent = wish.intent or (candidates[-1] if candidates else "")
        if intent not in candidates:
            raise No(nothing)
        return intent

    def _kept(self, wish: Wish, about: str, entries: list[tuple[str, int, str]]) -> Answer:
        """The answer yes, and unless it was only to be shown, a new intent."""
        if wish.dry:
            return ("done", "", about, False, tuple(entries))
        intent = f"A-{self.founded + len(self.intents) + 1}"
        self.intents[intent], self.wishes[intent] = list(dict.fromkeys(case for case, _, _ in entries)), wish
        self.length |= {case: version for case, version, _ in entries}
        if wish.key:
            self.keys[wish.key] = (intent, about)
        return ("done", intent, about, False, tuple(entries))
