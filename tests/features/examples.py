"""Examples of rules: what is given, which day it is, how the rule then stands; the same in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from engine.audit.protocol_things import DOCUMENT, document_words
from engine.plan.calendar import corrections
from engine.rules.applying import apply
from engine.rules.gherkin_text import Scenario, read_feature
from engine.rules.pack_rule import PackRule
from engine.rules.packs import ID
from engine.rules.thing import Scene, Thing
from engine.rules.verdict import Holds, Verdict
from tests.features.tables import Rows, day, things_of

FEATURES = Path(__file__).parents[2] / "features"
TODAY = re.compile(r"(?:сегодня|today is) (\d{2}\.\d{2}\.\d{4})")
STANDS = re.compile(r"(?:правило|the rule is) (\w+)(?: (?:с|from) (\d{2}\.\d{2}\.\d{4}))?")
HOLDS = {
    **{"соблюдено": Holds.SATISFIED, "нарушено": Holds.VIOLATED, "ждёт": Holds.PENDING},
    **{"kept": Holds.SATISFIED, "broken": Holds.VIOLATED, "pending": Holds.PENDING},
}


@dataclass
class Example:
    """What an example has said so far."""

    things: list[Thing] = field(default_factory=list)
    today: date = date.min
    wanted: tuple[Holds, date | None] | None = None

    def given(self, text: str, rows: Rows) -> None:
        """«Дано поручение» with its table."""
        self.things += things_of(text, rows, self.things, document_words())

    def told(self, sentence: str) -> None:
        """«сегодня 01.03.2022», «правило ждёт с 13.01.2022»."""
        today, stands = TODAY.fullmatch(sentence), STANDS.fullmatch(sentence)
        if today:
            self.today = day(today[1])
        else:
            assert stands, sentence
            self.wanted = (HOLDS[stands[1]], day(stands[2]) if stands[2] else None)

    def verdict(self, rule: PackRule) -> Verdict:
        """How the rule stands over these things."""
        return apply(rule, self.scene())

    def scene(self) -> Scene:
        """The things, all of the day of their document."""
        decided = self.things[0].values.get("date")
        on = decided if isinstance(decided, date) else None
        things = [Thing(each.kind, each.id, each.values, each.links, on) for each in self.things]
        assert [each.kind for each in things].count(DOCUMENT) == 1, "the document itself comes first, once"
        last = (on or self.today) - timedelta(days=1)
        days = corrections(on or self.today)
        return Scene(things[0], tuple(things), (), {}, self.today, dict.fromkeys(document_words().kinds, last), *days)


def example_of(scenario: Scenario) -> tuple[str, Example]:
    """The rule that a scenario is an example of, and what it says."""
    (rule,) = (tag for tag in scenario.tags if ID.fullmatch(tag))
    example = Example()
    for step in scenario.steps:
        if step.sort == "given":
            example.given(step.text, step.rows)
        else:
            example.told(step.text)
    return rule, example


def scenarios_of(path: str) -> tuple[Scenario, ...]:
    """The scenarios of a file under features/, which has no problems."""
    found, problems = read_feature((FEATURES / path).read_text("utf-8"), path)
    assert problems == ()
    return found
