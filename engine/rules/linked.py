"""Which things a sentence speaks of: its subjects, what is linked with them, and their values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.rules.folding import same_text
from engine.rules.quantities import as_text, is_stated
from engine.rules.reach import EVIDENCE
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing, Value


@dataclass(frozen=True, slots=True)
class Index:
    """The things of a scene by id, by kind, and by what they point to."""

    by_id: Mapping[str, Thing]
    by_kind: Mapping[str, tuple[Thing, ...]]
    pointing: Mapping[str, tuple[str, ...]]


_LAST: list[tuple[Scene, Index]] = []


def index(scene: Scene) -> Index:
    """The index of a scene. The last one is kept: a pack has its many sentences judged over one scene in a row."""
    kept = _LAST[0] if _LAST else None
    if kept is None or kept[0] is not scene:
        by_kind: dict[str, list[Thing]] = {}
        pointing: dict[str, list[str]] = {}
        for thing in scene.things:
            by_kind.setdefault(thing.kind, []).append(thing)
            for other in thing.links:
                pointing.setdefault(other, []).append(thing.id)
        by_id = {thing.id: thing for thing in (*scene.things, scene.case)}
        made = Index(by_id, {k: tuple(v) for k, v in by_kind.items()}, {k: tuple(v) for k, v in pointing.items()})
        kept = (scene, made)
        _LAST[:] = [kept]
    return kept[1]


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of one thing, as a comparison meets it."""

    thing: Thing
    value: Value


def subjects(rule: Rule, scene: Scene) -> Iterator[Thing]:
    """Whom a sentence is about: each thing of its kind with its qualifications, or the case."""
    kind = rule.subject or scene.case.kind
    for thing in of_kind(scene, kind):
        if qualifies(rule, "subject", thing, scene):
            yield thing


def of_kind(scene: Scene, kind: str) -> tuple[Thing, ...]:
    """All things of a kind; there is one case."""
    if kind == scene.case.kind:
        return (scene.case,)
    return index(scene).by_kind.get(kind, ())


def linked(scene: Scene, subject: Thing, kind: str) -> tuple[Thing, ...]:
    """The things of a kind that the subject is linked with, by links all in one direction; the case has them all."""
    if subject.id == scene.case.id or kind == scene.case.kind:
        return of_kind(scene, kind)
    if kind == EVIDENCE:
        # What proves the effect of a measure does not prove the measure.
        return tuple(thing for thing in of_kind(scene, kind) if subject.id in thing.links)
    near = above(scene, subject) | _below(scene, subject)
    return tuple(thing for thing in of_kind(scene, kind) if thing.id in near) if near else ()


def above(scene: Scene, subject: Thing) -> set[str]:
    """The ids of all that a thing points back to, directly or through others."""
    by_id = index(scene).by_id
    seen: set[str] = set()
    ahead = [subject]
    while ahead:
        for other in set(ahead.pop().links) - seen:
            seen.add(other)
            if other in by_id and other != scene.case.id:
                ahead.append(by_id[other])
    return seen


def _below(scene: Scene, subject: Thing) -> set[str]:
    pointing = index(scene).pointing
    seen: set[str] = set()
    ahead = [subject.id]
    while ahead:
        for other in pointing.get(ahead.pop(), ()):
            if other not in seen:
                seen.add(other)
                ahead.append(other)
    return seen


def qualifies(rule: Rule, slot: str, thing: Thing, scene: Scene) -> bool:
    """Whether a thing has the qualifications that the sentence gives it: with, without, of a value, by name."""
    return all(_has(rule[f"{slot}.{nth}"], thing, scene) for nth in (1, 2) if rule[f"{slot}.{nth}"])


def _has(quality: str, thing: Thing, scene: Scene) -> bool:
    sign, _, rest = quality.partition(" ")
    if sign == "named":
        return rest in (thing.id, as_text(thing.values.get("code")), as_text(thing.values.get("name")))
    if sign == "is":
        code, _, value = rest.partition(" ")
        return same_text(as_text(thing.values.get(code)), value)
    if rest.startswith("linked "):
        there = bool(linked(scene, thing, rest.removeprefix("linked ")))
    else:
        there = is_stated(thing.values.get(rest))
    return there if sign == "with" else not there


def values(path: str, subject: Thing, scene: Scene) -> tuple[Stated, ...]:
    """What a path means for a subject: its own value, or one of each thing that it is linked with."""
    kind, _, code = path.rpartition(".")
    things = linked(scene, subject, kind) if kind else (subject,)
    return tuple(Stated(thing, thing.values.get(code)) for thing in things)
