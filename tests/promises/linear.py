"""Whether what several writers did at once can be told as one story: every order is tried, and the model judges."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from engine.desk.desk import Desk
from engine.run.command import Command, Correct, Fire, Open, Record
from engine.run.unknown import Unknown
from tests.promises.model import Model, Wish
from tests.promises.office_beside import intent_of, plain, shown, state_of

MOST = 4  # operations of one writer; three writers make twelve


@dataclass(frozen=True)
class Did:
    """One operation: when it began and ended, what was asked (None: how the case stands), what was answered."""

    began: int
    ended: int
    wish: Wish | None
    answer: tuple[Any, ...]


def one_story(done: Sequence[Did], start: Model, case: str) -> bool:
    """Whether the operations fit behind one another, none before another that had ended when it began."""

    def told(model: Model, left: frozenset[int]) -> bool:
        ended = min((done[each].ended for each in left), default=0)
        for each in left:
            if done[each].began <= ended:
                after = model.copy()
                if said(after, done[each].wish, case) == done[each].answer and told(after, left - {each}):
                    return True
        return not left

    return told(start, frozenset(range(len(done))))


def said(model: Model, wish: Wish | None, case: str) -> tuple[Any, ...]:
    if wish is not None:
        return model.act(wish)
    return ("read", model.length[case], shown(model).get(case))


@dataclass
class Writer:
    """Somebody at a desk of their own, who goes by what they have seen last."""

    desk: Desk
    case: str
    chance: random.Random
    seen: int = 1
    own: tuple[str, ...] = ()

    def work(self, together: threading.Barrier) -> list[Did]:
        together.wait()
        return [self._do(self._wish()) for _ in range(self.chance.randint(2, MOST))]

    def _do(self, wish: Wish | None) -> Did:
        began = time.perf_counter_ns()
        answer = self._ask(wish)
        ended = time.perf_counter_ns()
        if answer[0] == "done" and answer[4]:
            self.seen = answer[4][-1][1]
            self.own = (*self.own, answer[1])
        elif answer[0] in ("read", "conflict"):
            self.seen = answer[1] if answer[0] == "read" else answer[3]
        return Did(began, ended, wish, answer)

    def _ask(self, wish: Wish | None) -> tuple[Any, ...]:
        try:
            if wish is not None:
                return plain(self.desk.act(intent_of(wish)))
            case = self.desk.case(self.case)
            return ("read", case.version, state_of(case))
        except Unknown as unknown:
            return ("unknown", unknown.kind)

    def _wish(self) -> Wish | None:
        chance = self.chance
        drawn = chance.random()
        if drawn < 0.25:
            return None
        if drawn < 0.4 and self.own:
            return Wish((), chance.choice(("undo", "redo")), self.own[-1])
        wish = Wish((self._command(),))
        if drawn < 0.65:
            return replace(wish, expect={self.case: self.seen})
        return replace(wish, key=f"{self.case}-{chance.randrange(2)}") if drawn < 0.8 else wish

    def _command(self) -> Command:
        chance = self.chance
        number = chance.randrange(1_000_000)
        commands: tuple[Command, ...] = (
            Correct(self.case, {"cost": number}),
            Correct(self.case, {"cost": number}),
            Record(self.case, f"ЦЛ-{chance.randint(1, 2)}", "aim", {"text": str(number)}),
            Fire(self.case, "extend", {"due": "2026-12-31", "reason": str(number)}),
            Fire(self.case, chance.choice(("drop", "return")), {"reason": str(number)}, ""),
        )
        return chance.choice(commands)


def live_at_once(desks: Sequence[Desk], model: Model, case: str, seed: int, pool: ThreadPoolExecutor) -> list[Did]:
    """One history: a case is opened, then the writers act on it at the same time. The model has seen it opened."""
    wish = Wish((Open(case, "errand", {"place": "Заречье", "year": "2026"}),))
    assert plain(desks[0].act(intent_of(wish))) == model.act(wish)
    together = threading.Barrier(len(desks))
    writers = [Writer(desk, case, random.Random(f"{seed}-{number}")) for number, desk in enumerate(desks)]
    return [did for each in [pool.submit(writer.work, together) for writer in writers] for did in each.result()]
