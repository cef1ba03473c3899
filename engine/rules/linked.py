"""Which things a sentence speaks of: its subjects, what is linked with them, and their values.

Each function here reads the arguments of a sentence once and gives what is then asked of scene after scene.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.rules.folding import plain
from engine.rules.quantities import as_text, is_stated
from engine.rules.reach import EVIDENCE
from engine.rules.rule import Rule
from engine.rules.thing import Scene, Thing, Value

Subjects = Callable[[Scene], Sequence[Thing]]
Fits = Callable[[Thing, Scene], bool]
Side = Sequence[tuple[Thing, Value]]  # the values of one side of a comparison, each with the thing whose it is
Values = Callable[[Thing, Scene], Side]
FEW = 24  # things that are sooner looked through for each subject than brought into an order for all
WALKED = 300  # things of a scene in which each subject is sooner walked from than ways are worked out for all


def subjects_of(rule: Rule) -> Subjects:
    """Whom a sentence is about: each thing of its kind with its qualifications, or the case."""
    kind, fits = rule.subject, qualified(rule, "subject")
    if fits is None:
        return (lambda scene: scene.of_kind(kind)) if kind else (lambda scene: (scene.case,))
    if kind:
        return lambda scene: [thing for thing in scene.of_kind(kind) if fits(thing, scene)]
    return lambda scene: (scene.case,) if fits(scene.case, scene) else ()


def qualified(rule: Rule, slot: str) -> Fits | None:
    """The qualifications that a sentence gives a thing: with, without, of a value, by name; None where it has none."""
    found = [_quality(quality) for nth in (1, 2) if (quality := rule[f"{slot}.{nth}"])]
    if len(found) < 2:
        return found[0] if found else None
    one, other = found
    return lambda thing, scene: one(thing, scene) and other(thing, scene)


def _quality(quality: str) -> Fits:
    sign, _, rest = quality.partition(" ")
    if sign == "named":
        return lambda thing, scene: _is_named(thing, rest)
    if sign == "is":
        code, _, value = rest.partition(" ")
        return _of_value(code, value)
    wanted = sign == "with"
    if rest.startswith("linked "):
        kind = rest.removeprefix("linked ")
        return lambda thing, scene: bool(linked(scene, thing, kind)) is wanted
    return lambda thing, scene: is_stated(thing.values.get(rest)) is wanted


def _is_named(thing: Thing, name: str) -> bool:
    return name in (thing.id, as_text(thing.values.get("code")), as_text(thing.values.get("name")))


def _of_value(code: str, value: str) -> Fits:
    spelt = plain(value)

    def has_it(thing: Thing, scene: Scene) -> bool:
        found = thing.values.get(code)
        return found == value or plain(as_text(found)) == spelt

    return has_it


def linked(scene: Scene, subject: Thing, kind: str) -> Sequence[Thing]:
    """The things of a kind that the subject is linked with, by links all in one direction; the case has them all."""
    things = scene.of_kind(kind)
    if not things or subject.id == scene.case.id or kind == scene.case.kind:
        return things
    if kind == EVIDENCE:
        # What proves the effect of a measure does not prove the measure.
        if len(things) > FEW:
            return scene.lineage.proofs(subject.id)
        return [thing for thing in things if subject.id in thing.links]
    found = scene.lineage.near(subject, kind) if len(scene.index.by_id) > WALKED else None
    return _walked(scene, subject, things) if found is None else found


def _walked(scene: Scene, subject: Thing, things: Sequence[Thing]) -> list[Thing]:
    """Those of some things that one comes to from the subject: the plain way, for a scene of a few things."""
    near = above(scene, subject) | _below(scene, subject)
    return [thing for thing in things if thing.id in near]


def above(scene: Scene, subject: Thing) -> set[str]:
    """The ids of all that a thing points back to, directly or through others."""
    by_id = scene.index.by_id
    seen: set[str] = set()
    ahead = [subject]
    while ahead:
        for other in set(ahead.pop().links) - seen:
            seen.add(other)
            if other in by_id and other != scene.case.id:
                ahead.append(by_id[other])
    return seen


def _below(scene: Scene, subject: Thing) -> set[str]:
    pointing = scene.index.pointing
    seen: set[str] = set()
    ahead = [subject.id]
    while ahead:
        for other in pointing.get(ahead.pop(), ()):
            if other not in seen:
                seen.add(other)
                ahead.append(other)
    return seen


def values_of(path: str) -> Values:
    """What a path means for a subject: its own value, or one of each thing that it is linked with."""
    kind, _, code = path.rpartition(".")
    if not kind:
        return lambda subject, scene: ((subject, subject.values.get(code)),)

    def of_linked_things(subject: Thing, scene: Scene) -> Side:
        things = linked(scene, subject, kind)
        if len(things) > FEW:
            return _values_of_many(scene, things, code)
        return [(thing, thing.values.get(code)) for thing in things]

    return of_linked_things


def _values_of_many(scene: Scene, things: Sequence[Thing], code: str) -> Side:
    """The very same values for all subjects that are linked with the very same things."""
    known = scene.worked_out.get((id(things), code))
    if known is None:
        values = [(thing, thing.values.get(code)) for thing in things]
        known = scene.worked_out[id(things), code] = (values, things)  # held: it is found by the id of these
    side: Side = known[0]
    return side
