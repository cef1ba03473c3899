"""What is asked of the engine and of its model, by chance: mostly what makes sense, now and then what does not."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from engine.run.command import Command, Connect, Correct, Fire, Open, Plan, Prove, Record
from tests.promises.errand import errand
from tests.promises.model import Model, Wish
from tests.promises.model_people import State

FLOW = errand()
CASES = ("К-1", "К-2", "К-3")
RECORDS = ("ЦЛ-1", "ЦЛ-2", "ПК-1", "ПК-2")
PEOPLE = ("Л-1", "Л-2", "Л-3")
GRANTED = ("clerk", "controller", "operator")
Chance = random.Random


class Lot:
    """Draws the next wish, with an eye on how things stand."""

    def __init__(self, chance: Chance, model: Model) -> None:
        self.chance, self.model = chance, model

    def days(self) -> int:
        """How many days go by before it."""
        return self.chance.choice((0, 0, 0, 0, 1, 4))

    def wish(self) -> Wish:
        chance = self.chance
        drawn = chance.random()
        if drawn < 0.1:
            wish = self._of_roles()
        elif drawn < 0.24:
            wish = Wish((), chance.choice(("undo", "undo", "redo")), self._intent())
        else:
            wish = Wish(tuple(self._command() for _ in range(chance.choice((1, 1, 1, 2, 3)))))
        whose = chance.choice(PEOPLE) if chance.random() < 0.2 else "Л-9" if chance.random() < 0.01 else ""
        deputies = [term[1] for term in self.model.terms if term[4]]
        if deputies and chance.random() < 0.2:
            whose = chance.choice(deputies)
        key = f"k-{chance.randrange(6)}" if chance.random() < 0.1 else ""
        typed = chance.choice(PEOPLE) if chance.random() < 0.15 else "Л-1"
        wish = replace(wish, typed=typed, whose=whose, ago=chance.choice((*[0] * 40, 1, 1, 2, 2, 9, -1)))
        return replace(wish, key=key, expect=self._expected(), dry=chance.random() < 0.08)

    def _of_roles(self) -> Wish:
        chance = self.chance
        role, who = chance.choice((*GRANTED, "doer")), chance.choice(PEOPLE)
        until = chance.choice((None, 0, 3, 30, 30, -1))
        if chance.random() < 0.25:
            role = chance.choice(("clerk", "controller", "operator", "operator"))
            who = chance.choice([*(term[1] for term in self.model.terms if term[0] == "operator" == role), who])
            return Wish((), "withdraw", role=role, who=who)
        if role == "doer" or chance.random() < 0.4:
            of = chance.choice(("Л-1", "Л-1", *PEOPLE))
            return Wish((), "grant", role=role, who=who, of=of, until=until)
        return Wish((), "grant", role=role, who=who, until=until)

    def _intent(self) -> str:
        known = list(self.model.intents)
        return self.chance.choice(("", "", "A-999", *known[-2:], *known[-2:], *known[:1]))

    def _expected(self) -> dict[str, int]:
        if self.chance.random() > 0.15:
            return {}
        case = self.chance.choice(CASES)
        return {case: self.model.length.get(case, 0) - (self.chance.random() < 0.3)}

    def _command(self) -> Command:
        chance = self.chance
        case = chance.choice(CASES)
        state = self.model.stands().get(case)
        if state is None or chance.random() < 0.03:
            return self._open(case)
        makers = (self._fire, self._fire, self._fire, self._record, self._record, self._other, self._other)
        return chance.choice(makers)(case, state)

    def _open(self, case: str) -> Command:
        chance = self.chance
        subject = {"place": "Заречье", "year": "2026"} if chance.random() < 0.98 else {"place": "Заречье"}
        at = chance.choice(("", "", "work", "told", "told", "nowhere" if chance.random() < 0.05 else ""))
        return Open(case, "errand", subject, self._fields(), at)

    def _fields(self) -> dict[str, Any]:
        chance = self.chance
        values: dict[str, tuple[Any, ...]] = {
            "doers": (["Л-1"], [], ["Л-2"], ["Л-2", "Л-3"]),
            "due": ("2026-12-01", "", "завтра"),
            "cost": (5, "7", "3,5", "много"),
            "urgent": (True, "да"),
            "outcome": ("good", "bad", "так себе"),
        }
        chosen = chance.sample(sorted(values), chance.choice((0, 1, 1, 2)))
        return {
            name: values[name][0 if chance.random() < 0.7 else chance.randrange(len(values[name]))] for name in chosen
        }

    def _fire(self, case: str, state: State) -> Command:
        chance = self.chance
        ways = [arrow for arrow in FLOW.arrows if arrow.source == state["stage"]]
        ways = [arrow for arrow in ways if arrow.trigger not in ("drop", "return") or chance.random() < 0.3]
        arrow = chance.choice(ways if ways and chance.random() < 0.85 else FLOW.arrows)
        offers = {"due": chance.choice(("2026-12-20", "скоро")), "doers": chance.choice((["Л-1"], ["Л-3"], []))}
        data: dict[str, Any] = {name: offers.get(name, "да") for name in arrow.asks if chance.random() < 0.95}
        if chance.random() < 0.03:
            data["colour"] = "red"
        if chance.random() < 0.2:
            who, until = chance.choice(("Л-2", "Л-2", *PEOPLE)), chance.choice(("2027-12-31", "2026-11-25"))
            data["waiver"] = {"who": who, "why": "справка в пути", "until": until}
        target = arrow.target if arrow.trigger == "return" else chance.choice(("", "", "", "plan"))
        return Fire(case, arrow.trigger if chance.random() < 0.98 else "fly", data, target)

    def _record(self, case: str, state: State) -> Command:
        chance = self.chance
        free = [id for id in RECORDS if id not in state["records"]]
        record = chance.choice(free if free and chance.random() < 0.9 else RECORDS)
        kind = chance.choice(("aim", "sign", "kite")) if chance.random() < 0.05 else ("sign", "aim")[record[0] == "Ц"]
        fields: dict[str, Any] = {"text": "Текст" if chance.random() < 0.9 else ""} if chance.random() < 0.97 else {}
        fields |= {"grounds": "анализ"} if kind == "aim" and chance.random() < 0.7 else {}
        fields |= {"day": chance.choice(("2026-11-30", "вчера"))} if chance.random() < 0.1 else {}
        return Record(case, record, kind, fields, tuple(self._some(state)) if kind == "sign" else ())

    def _some(self, state: State) -> list[str]:
        known = [*state["records"], *(["ЦЛ-404"] if self.chance.random() < 0.03 else [])]
        return self.chance.sample(known, min(len(known), self.chance.choice((0, 1, 1, 2))))

    def _other(self, case: str, state: State) -> Command:
        chance = self.chance
        record = chance.choice((*state["records"], "ПК-404" if chance.random() < 0.05 else ""))
        to = chance.choice((*state["records"], "ЦЛ-1"))
        proof = {"title": "приказ", "date": chance.choice(("2026-11-02", "", "давно"))}
        fields: dict[str, Any] = {"text": chance.choice(("Иначе", ""))} if record else self._fields()
        commands: tuple[Command, ...] = (
            Connect(case, record or "ПК-1", to),
            Prove(case, record, proof if chance.random() < 0.5 else {"title": "справка"}),
            Prove(case, record, {"title": "справка"}),
            Plan(case, chance.choice(("plan", "work", "nowhere")), f"П-{chance.randrange(2)}"),
            Correct(case, fields, record),
            Correct(case, {"grounds": "опрос"} if record.startswith("Ц") else self._fields(), record),
        )
        return chance.choice(commands)
