"""A case under another version of its regulation: whether it can be, with which stages for which, what stays open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.definition.renaming import proposed
from engine.definition.workflow import Field, Workflow
from engine.problems import NOTHING
from engine.run import stating
from engine.run.case import Case, RecordOf
from engine.run.command import Migrate
from engine.run.event import Event, Plain, Told
from engine.run.refusal import Because, Refused

BLANK = "…"  # no stage that could be offered


@dataclass(frozen=True, slots=True)
class Fit:
    """The verdict for one case: safe, safe with `mapping`, or impossible `because` of something.

    `offer` is a mapping that would take every obstacle away, for somebody to agree to: nobody guesses. `trusted` are
    the stages that count as passed on trust, `notes` what is worth knowing although it is no obstacle.
    """

    mapping: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    because: tuple[Because, ...] = ()
    trusted: tuple[str, ...] = ()
    notes: tuple[Because, ...] = ()
    offer: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    @property
    def verdict(self) -> str:
        """One word: safe, mapped, impossible; 'mapped' also where a mapping is only offered."""
        if self.because and not self.offer:
            return "impossible"
        return "mapped" if self.mapping or self.offer else "safe"


def migrate(old: Workflow, new: Workflow, case: Case, command: Migrate, told: Told) -> Event | Refused:
    """The one event that takes a case over, or all that stands in the way."""
    judged = fit(old, new, case, command.mapping)
    if judged.because:
        return Refused(case.id, "migrate", judged.because, told)
    data: dict[str, Plain] = {
        "workflow_version": new.version,
        "stage": judged.mapping.get(case.stage, case.stage),
        "mapping": dict(judged.mapping),
        "trusted": list(judged.trusted),
    }
    return Event(case.id, case.version + 1, "migrated", told, data)


def fit(old: Workflow, new: Workflow, case: Case, mapping: Mapping[str, str]) -> Fit:
    """Whether a case can be taken over. Only that part of the mapping counts that this case needs."""
    unknown = [target for target in mapping.values() if target not in new.stages]
    if unknown:
        facts = {"code": unknown[0], "known": ", ".join(new.stages)}
        return Fit(because=(Because("migrate-map-unknown", facts),))
    used = {stage for stage in (case.stage, *(stage for stage, _ in case.plans), *case.trusted)}
    needed = {was: now for was, now in mapping.items() if was in used and was != now}
    gone = (*_stage(old, new, case, needed), *_plans(old, new, case, needed))
    because = (
        *gone,
        *_subject(old, new, case),
        *_fields(case, "", old.fields, new.fields, {**case.subject, **case.fields}),
        *(reason for record in case.records.values() for reason in _record(old, new, case, record)),
    )
    if because:
        offer = {reason.facts["code"]: reason.facts.get("proposed", BLANK) for reason in gone}
        whole = len(because) == len(gone) and BLANK not in offer.values()
        return Fit(needed, because, offer={**needed, **offer} if whole else NOTHING)
    trusted = _trusted(old, new, case, mapping)
    return Fit(needed, (), trusted, (*_on_trust(new, case, mapping, trusted), *_not_stated(old, new, case)))


def _stage(old: Workflow, new: Workflow, case: Case, mapping: Mapping[str, str]) -> Iterator[Because]:
    target = mapping.get(case.stage, case.stage)
    was = old.stages[case.stage]
    facts = {"case": case.id, "code": case.stage, "name_ru": was.title.ru, "name_en": was.title.en}
    if target not in new.stages:
        yield Because("migrate-stage-gone", {**facts, "proposed": proposed(old, new, case.stage) or BLANK})
        return
    now = new.stages[target]
    if now.final != was.final:
        names = {"name_ru": now.title.ru, "name_en": now.title.en}
        yield Because("migrate-would-end" if now.final else "migrate-would-begin", {**facts, **names})


def _plans(old: Workflow, new: Workflow, case: Case, mapping: Mapping[str, str]) -> Iterator[Because]:
    for stage in dict.fromkeys(stage for stage, _ in case.plans):
        if mapping.get(stage, stage) not in new.stages:
            tasks = ", ".join(task for planned, task in case.plans if planned == stage)
            facts = {"case": case.id, "code": stage, "task": tasks, "proposed": proposed(old, new, stage) or BLANK}
            yield Because("migrate-plan-gone", facts)


def _subject(old: Workflow, new: Workflow, case: Case) -> Iterator[Because]:
    if set(old.subject) != set(new.subject):
        facts = {"case": case.id, "before": ", ".join(old.subject), "after": ", ".join(new.subject)}
        yield Because("migrate-subject", facts)


def _record(old: Workflow, new: Workflow, case: Case, record: RecordOf) -> Iterator[Because]:
    kind = new.records.get(record.kind)
    was = old.records[record.kind]
    if kind is None:
        names = {"code": was.name, "name_ru": was.title.ru, "name_en": was.title.en}
        yield Because("migrate-kind-gone", {"case": case.id, "record": record.id, **names})
        return
    yield from _fields(case, record.id, was.fields, kind.fields, record.fields)
    allowed = {back.kind for back in kind.back}
    for to in record.links:
        if to in case.records and case.records[to].kind not in allowed:
            yield Because("migrate-link-misplaced", {"case": case.id, "record": record.id, "to": to})


def _fields(
    case: Case, record: str, old: Mapping[str, Field], new: Mapping[str, Field], stated: Mapping[str, Plain]
) -> Iterator[Because]:
    """What is stated has to have its place, and to be of its kind, in the new version."""
    for name, value in stated.items():
        if name not in old or value in (None, "", [], {}):
            continue
        title = old[name].title
        facts = {"case": case.id, "code": name, "name_ru": title.ru, "name_en": title.en, "record": _in(record)}
        if name not in new:
            yield Because("migrate-field-gone", facts)
        elif stating.misstated(new, {name: value}):
            yield Because("migrate-field-misfits", {**facts, "value": str(value)})


def _in(record: str) -> str:
    return f" ({record})" if record else ""


def _trusted(old: Workflow, new: Workflow, case: Case, mapping: Mapping[str, str]) -> tuple[str, ...]:
    """What was on trust stays so; a stage that is new, and lies before where the case stands, was shown to nobody."""
    order = list(new.stages)
    renamed = set(mapping.values())
    before = order[: order.index(mapping.get(case.stage, case.stage))]
    fresh = [stage for stage in before if stage not in old.stages and stage not in renamed]
    kept = [mapping.get(stage, stage) for stage in case.trusted]
    return tuple(dict.fromkeys([*(stage for stage in kept if stage in new.stages), *fresh]))


def _on_trust(new: Workflow, case: Case, mapping: Mapping[str, str], trusted: tuple[str, ...]) -> Iterator[Because]:
    known = {mapping.get(stage, stage) for stage in case.trusted}
    for stage in trusted:
        if stage not in known:
            title = new.stages[stage].title
            yield Because("migrate-note-trust", {"case": case.id, "name_ru": title.ru, "name_en": title.en})


def _not_stated(old: Workflow, new: Workflow, case: Case) -> Iterator[Because]:
    """Fields that only the new version asks for: nobody could have stated them before."""
    stated = [("", old.fields, new.fields, {**case.subject, **case.fields})]
    for record in case.records.values():
        was, now = old.records[record.kind], new.records[record.kind]
        stated.append((record.id, was.fields, now.fields, dict(record.fields)))
    for record_id, before, after, given in stated:
        for name, one in after.items():
            if one.required and not (name in before and before[name].required) and given.get(name) in (None, ""):
                names = {"name_ru": one.title.ru, "name_en": one.title.en}
                yield Because("migrate-note-missing", {"case": case.id, "record": _in(record_id), **names})
