"""The duties that an office keeps apart: each sentence about who acts, where it is judged, and what leave stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from engine.definition.workflow import Title, Workflow
from engine.messages import Lang, say, words_for
from engine.rules.natures import ACTS
from engine.rules.rule import Rule
from engine.rules.telling import tell
from engine.run.case import Case
from engine.run.office import Waived, tenures, waivers

KEEPERS = "SOD-6"  # judged when a role is granted or withdrawn, and by the doctor: no sentence of a regulation


@dataclass(frozen=True, slots=True)
class Duty:
    """A sentence about who acts. `places` are where it is judged: (code of the words, regulation, what of it)."""

    code: str
    rule: Rule | None
    workflow: Workflow | None
    places: tuple[tuple[str, Title, Title], ...]

    def sentence(self, lang: Lang) -> str:
        """What it says."""
        if self.rule is None or self.workflow is None:
            return say("duty-keepers", {}, lang)
        return self.rule.sentence.text if lang == "ru" else tell(self.rule, self.workflow.lexicon, lang)

    @property
    def names(self) -> frozenset[str]:
        """What leave may call it by."""
        return frozenset({self.code, self.rule.sentence.text if self.rule else ""} - {""})


def duties(workflows: Iterable[Workflow]) -> tuple[Duty, ...]:
    """All duties of these regulations and of the office itself, by their codes; a sentence is told once."""
    found: dict[tuple[str, str], Duty] = {}
    for workflow in workflows:
        for rule, code, of in _judged(workflow):
            key = (rule.sentence.code, rule.sentence.text)
            known = found.get(key, Duty(rule.sentence.code, rule, workflow, ()))
            place = (code, workflow.title, of)
            places = known.places if place in known.places else (*known.places, place)
            found[key] = Duty(known.code, known.rule, known.workflow, places)
    roles = words_for("duty-roles")
    office = Duty(KEEPERS, None, None, (("duty-at-office", Title(roles.ru, roles.en), Title("", "")),))
    return tuple(sorted((*found.values(), office), key=lambda duty: (not duty.code, duty.code)))


def _judged(workflow: Workflow) -> Iterator[tuple[Rule, str, Title]]:
    """Every sentence about who acts, with the words that say where it is judged and the title that they name."""
    yield from ((rule, "duty-at-all", workflow.title) for rule in workflow.duties if rule.form == ACTS.name)
    for arrow in workflow.arrows:
        source = workflow.stages[arrow.source].title
        yield from (
            (rule, "duty-at-arrow", _of(arrow.title, source)) for rule in arrow.requirements if rule.form == ACTS.name
        )
    for kind in workflow.records.values():
        yield from ((rule, "duty-at-record", kind.title) for rule in kind.requirements if rule.form == ACTS.name)


def _of(trigger: Title, stage: Title) -> Title:
    return Title(f"{trigger.ru} ({stage.ru})", f"{trigger.en} ({stage.en})")


@dataclass(frozen=True, slots=True)
class Leave:
    """Standing leave from duties: whether it counts on the day, and if not, why: its term is over, or a second came."""

    waived: Waived
    counts: bool
    over: bool


def standing_leave(office: Case | None, day: date) -> tuple[Leave, ...]:
    """All standing leave that was ever given, in the order in which it was."""
    held = tenures(office)
    return tuple(
        Leave(each, each.counts(held, day), each.until is not None and each.until < day) for each in waivers(office)
    )
