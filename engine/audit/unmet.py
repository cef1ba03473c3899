"""The sentences of a regulation that its cases break, as the projection of gaps tells them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from engine.definition.workflow import Workflow
from engine.problems import Severity
from engine.rules.reach import EVIDENCE
from engine.rules.rule import Rule
from engine.rules.telling import tell
from engine.run.asked import ARROW, DUTY, STAGE, sentences
from engine.store.gap_window import GapLine, Stands

TOLD = frozenset({STAGE, ARROW, Severity.ERROR.value, Severity.WARNING.value})  # a note is told where one asks for it


@dataclass(frozen=True, slots=True)
class Unmet:
    """One sentence that a case breaks, of which stage, and for which of its things; `facts` are its words."""

    stage: str
    facts: Mapping[str, str]
    things: tuple[str, ...]


def unmet(lines: Iterable[GapLine], workflow: Workflow, day: date) -> dict[str, tuple[Unmet, ...]]:
    """Case by case what is broken on a day; what is only waited for, or passed over by leave, is no finding."""
    rules = {each.rule.sentence.text: each.rule for each in sentences(workflow)}
    found: dict[tuple[str, int], list[GapLine]] = {}
    for line in lines:
        rule = rules.get(line.requirement)
        if line.guards in TOLD and line.form != DUTY and line.stands(day) is Stands.BROKEN and not _told(rule, line):
            found.setdefault((line.case, line.place), []).append(line)
    by_case: dict[str, tuple[Unmet, ...]] = {}
    for (case, _), of_one in found.items():
        words = _words(of_one[0].requirement, rules.get(of_one[0].requirement), workflow)
        stage = of_one[0].stage if of_one[0].guards == ARROW else of_one[0].step
        one = Unmet(stage, words, tuple(dict.fromkeys(line.thing for line in of_one)))
        by_case[case] = (*by_case.get(case, ()), one)
    return by_case


def _told(rule: Rule | None, line: GapLine) -> bool:
    """Whether the audit has a finding of its own for it: records without a proof, and leave that was given."""
    bare = rule is not None and rule["thing"] == EVIDENCE and rule.subject != "" and not rule["thing.1"]
    return bare or line.waived != ""


def _words(text: str, rule: Rule | None, workflow: Workflow) -> dict[str, str]:
    return {"requirement_ru": text, "requirement_en": tell(rule, workflow.lexicon, "en") if rule else text}
