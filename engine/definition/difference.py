"""Two versions of a definition compared: what was added, removed and changed, each thing by its titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.definition.change import Change, Facts, listed, named, names_of, turned
from engine.definition.renaming import renamed, under
from engine.definition.rights import access
from engine.definition.workflow import Arrow, Expectation, Field, RecordKind, Role, Stage, Title, Workflow
from engine.messages import words_for
from engine.problems import NOTHING
from engine.rules.rule import Rule
from engine.rules.telling import tell


def differences(old: Workflow, new: Workflow) -> tuple[Change, ...]:
    """All that a reader of both would notice; what only the layout or the order of keys changed is no difference.

    Nor is what only follows from the new code of a stage: that is told once.
    """
    codes = renamed(old, new)
    old = under(codes, old) if codes else old
    return (
        *_whole(old, new),
        *(Change("change-stage-code", named(new.stages[now].title, now, was=was)) for was, now in codes.items()),
        *_stages(old, new),
        *_arrows(old, new),
        *_roles(old, new),
        *_fields("", old.fields, new.fields),
        *_records(old, new),
        *_rules("case", new.title, old.duties, new.duties, old, new),
        *access(old, new),
    )


def _whole(old: Workflow, new: Workflow) -> Iterator[Change]:
    if old.title != new.title:
        yield Change("change-title", turned(old.title, new.title))
    if old.subject != new.subject:
        yield Change("change-subject", listed(names_of(old.subject, old.fields), names_of(new.subject, new.fields)))


def _stages(old: Workflow, new: Workflow) -> Iterator[Change]:
    for name, stage in new.stages.items():
        if name not in old.stages:
            yield Change("change-stage-added", named(stage.title, name, after=_before(name, new)))
            yield from _rules("stage", stage.title, (), stage.complete_when, old, new)
            yield from _expected(stage.title, (), stage.expects, old, new)
    for name, stage in old.stages.items():
        if name in new.stages:
            yield from _stage(stage, new.stages[name], old, new)
        else:
            yield Change("change-stage-removed", named(stage.title, name))
    kept_old = [name for name in old.stages if name in new.stages]
    kept_new = [name for name in new.stages if name in old.stages]
    if kept_old != kept_new:
        yield Change("change-order", listed(names_of(kept_old, new.stages), names_of(kept_new, new.stages), " → "))


def _before(name: str, workflow: Workflow) -> str:
    """The stage that stands before a stage, or nothing."""
    order = list(workflow.stages)
    place = order.index(name)
    return order[place - 1] if place else ""


def _stage(old: Stage, new: Stage, was: Workflow, now: Workflow) -> Iterator[Change]:
    if old.title != new.title:
        yield Change("change-stage-title", {"code": old.name, **turned(old.title, new.title)})
    if old.final != new.final:
        yield Change("change-stage-final" if new.final else "change-stage-not-final", named(new.title, new.name))
    if old.produces != new.produces:
        facts = listed(names_of(old.produces, was.records), names_of(new.produces, now.records))
        yield Change("change-stage-produces", {**named(new.title, new.name), **facts})
    yield from _rules("stage", new.title, old.complete_when, new.complete_when, was, now)
    yield from _expected(new.title, old.expects, new.expects, was, now)


def _expected(
    title: Title, old: tuple[Expectation, ...], new: tuple[Expectation, ...], was: Workflow, now: Workflow
) -> Iterator[Change]:
    """What is told and guards nothing; one that is told more or less gravely is told anew."""
    before = {(_meaning(each.rule), each.severity): each for each in old}
    after = {(_meaning(each.rule), each.severity): each for each in new}
    for key, each in after.items():
        if key not in before:
            yield Change("change-stage-expects", {**_weighed(title, each), **_told(each.rule, now)})
    for key, each in before.items():
        if key not in after:
            yield Change("change-stage-expects-no-more", {**_weighed(title, each), **_told(each.rule, was)})


def _weighed(title: Title, each: Expectation) -> dict[str, str]:
    weight = words_for(f"weight-{each.severity}")
    return {**named(title, each.stage), "weight_ru": weight.ru, "weight_en": weight.en}


def _rules(
    of: str,
    title: Title,
    old: tuple[Rule, ...],
    new: tuple[Rule, ...],
    was: Workflow,
    now: Workflow,
    way: Facts = NOTHING,
) -> Iterator[Change]:
    """Requirements by their meaning: the same sentence in other words is no difference."""
    before, after = {_meaning(rule): rule for rule in old}, {_meaning(rule): rule for rule in new}
    for meaning, rule in after.items():
        if meaning not in before:
            yield Change(f"change-{of}-requires", {**named(title, ""), **way, **_told(rule, now)})
    for meaning, rule in before.items():
        if meaning not in after:
            yield Change(f"change-{of}-requires-no-more", {**named(title, ""), **way, **_told(rule, was)})


def _meaning(rule: Rule) -> tuple[object, ...]:
    return rule.form, rule.subject, rule.arguments


def _told(rule: Rule, workflow: Workflow) -> Facts:
    return {f"requirement_{lang}": tell(rule, workflow.lexicon, lang) for lang in ("ru", "en")}


def _arrows(old: Workflow, new: Workflow) -> Iterator[Change]:
    before, after = _by_way(old), _by_way(new)
    for key, arrow in after.items():
        if key not in before:
            yield Change("change-arrow-added", _of_arrow(arrow, new))
            yield from _rules("arrow", arrow.title, (), arrow.requirements, old, new, _way(arrow, new))
    for key, arrow in before.items():
        if key in after:
            yield from _arrow(arrow, after[key], old, new)
        elif arrow.source in new.stages and arrow.target in new.stages:  # a stage that is gone takes its arrows along
            yield Change("change-arrow-removed", _of_arrow(arrow, old))


def _by_way(workflow: Workflow) -> dict[tuple[str, str, str], Arrow]:
    return {(arrow.trigger, arrow.source, arrow.target): arrow for arrow in workflow.arrows}


def _arrow(old: Arrow, new: Arrow, was: Workflow, now: Workflow) -> Iterator[Change]:
    if old.role != new.role:
        facts = turned(was.roles[old.role].title, now.roles[new.role].title)
        yield Change("change-arrow-role", {**_of_arrow(new, now), **facts})
    for aspect, asked, asks in (("asks", old.asks, new.asks), ("takes", old.takes, new.takes)):
        if asked != asks:
            facts = listed(names_of(asked, was.fields), names_of(asks, now.fields))
            yield Change(f"change-arrow-{aspect}", {**_of_arrow(new, now), **facts})
    aspects = {
        "sets": (_pairs(old.sets), _pairs(new.sets)),
        "then": (old.then, new.then),
        "act": (_act(old.act, was), _act(new.act, now)),
    }
    for aspect, (before, after) in aspects.items():
        if before != after:
            yield Change(
                f"change-arrow-{aspect}", {**_of_arrow(new, now), "before": before or "—", "after": after or "—"}
            )
    yield from _rules("arrow", new.title, old.requirements, new.requirements, was, now, _way(new, now))


def _act(code: str, workflow: Workflow) -> str:
    """What an act is called; the code alone where the definition was stored without its names."""
    name = workflow.lexicon.triggers.get(code)
    return name.ru if name else code


def _pairs(sets: Mapping[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in sets.items())


def _way(arrow: Arrow, workflow: Workflow) -> Facts:
    """From where to where, by the titles of the stages and by their codes."""
    source, target = workflow.stages[arrow.source].title, workflow.stages[arrow.target].title
    told = {"way_ru": f"«{source.ru}» → «{target.ru}»", "way_en": f"'{source.en}' → '{target.en}'"}
    if arrow.source == arrow.target:
        told = {"way_ru": f"на этапе «{source.ru}»", "way_en": f"in '{source.en}'"}
    return {"code": f"{arrow.source} → {arrow.target}", **told}


def _of_arrow(arrow: Arrow, workflow: Workflow) -> dict[str, str]:
    role = workflow.roles[arrow.role].title
    return {**named(arrow.title, ""), **_way(arrow, workflow), "role_ru": role.ru, "role_en": role.en}


def _roles(old: Workflow, new: Workflow) -> Iterator[Change]:
    before: Mapping[str, Role] = old.roles
    for name, role in new.roles.items():
        if name not in before:
            yield Change("change-role-added", named(role.title, name, after=role.held_by))
        elif before[name].held_by != role.held_by:
            yield Change("change-role-held", named(role.title, name, before=before[name].held_by, after=role.held_by))
    for name in [name for name in before if name not in new.roles]:
        yield Change("change-role-removed", named(before[name].title, name))


def _fields(of: str, old: Mapping[str, Field], new: Mapping[str, Field]) -> Iterator[Change]:
    """Fields of the case, or of the kind of record `of`."""
    owner = f"{of}." if of else ""
    for name, one in new.items():
        if name not in old:
            yield Change("change-field-added", named(one.title, owner + name, after=_type(one)))
        elif _type(old[name]) != _type(one):
            facts = named(one.title, owner + name, before=_type(old[name]), after=_type(one))
            yield Change("change-field", facts)
    for name in [name for name in old if name not in new]:
        yield Change("change-field-removed", named(old[name].title, owner + name))


def _type(one: Field) -> str:
    values = f" ({', '.join(one.values)})" if one.values else ""
    return f"{one.type}{'!' if one.required else ''}{values}{f' ({one.reached})' if one.reached else ''}"


def _records(old: Workflow, new: Workflow) -> Iterator[Change]:
    for name, kind in new.records.items():
        if name not in old.records:
            yield Change("change-record-added", named(kind.title, name))
            continue
        was = old.records[name]
        if _links(was) != _links(kind):
            facts = named(kind.title, name, before=_links(was) or "—", after=_links(kind) or "—")
            yield Change("change-record-links", facts)
        if was.prefix != kind.prefix:
            yield Change("change-record-prefix", named(kind.title, name, before=was.prefix, after=kind.prefix))
        acts = _act(was.act, old), _act(kind.act, new)
        if acts[0] != acts[1]:
            yield Change("change-record-act", named(kind.title, name, before=acts[0] or "—", after=acts[1] or "—"))
        yield from _rules("record", kind.title, was.requirements, kind.requirements, old, new, {"code": name})
        yield from _fields(name, was.fields, kind.fields)
    for name in [name for name in old.records if name not in new.records]:
        yield Change("change-record-removed", named(old.records[name].title, name))


def _links(kind: RecordKind) -> str:
    return ", ".join(f"{link.kind} {link.least}..{'' if link.most is None else link.most}" for link in kind.back)
