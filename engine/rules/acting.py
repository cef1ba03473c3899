"""The judge of who may do what: each act on record, or those under judgement, by who held what at the time."""

from __future__ import annotations

from collections.abc import Callable

from engine.rules.finding import Findings, Judge
from engine.rules.folding import plain
from engine.rules.linked import above
from engine.rules.quantities import as_names
from engine.rules.rule import Rule
from engine.rules.thing import Act, Held, Scene, Thing
from engine.rules.verdict import Reason

RECORDING = "record"  # the act by which a record comes about; who did it is its author
AUTHOR = "author"
ANY = "*"
Holders = Callable[[Scene, Act], Held]  # who held the role of a sentence, as far as an act is concerned
Allowed = Callable[[Held, set[str], str], bool]


def act(rule: Rule) -> Judge:
    """Only those who hold the role, nobody who has ever held it, or nobody who alone holds it."""
    wanted, fault = rule["act"], _fault_of(rule)
    every = wanted == ANY

    def judged(scene: Scene) -> Findings:
        done = scene.judged
        if done is None:
            done = scene.acts
        count = 0
        reasons: list[Reason] = []
        for each in done:
            if every or wanted == each.trigger or wanted == each.name:
                count += 1
                reason = fault(scene, each)
                if reason is not None:
                    reasons.append(reason)
        return count, tuple(reasons)

    return judged


def _fault_of(rule: Rule) -> Callable[[Scene, Act], Reason | None]:
    text, who, kind, holders = rule.sentence.text, rule["who"], rule["role of"], _holders_of(rule)
    allowed, of_nobody, others = _ALLOWED[who], who == "not", who == "not the only"

    def fault(scene: Scene, done: Act) -> Reason | None:
        held = holders(scene, done)
        if not held:
            # Where there is no measure, nobody can be the only one to carry it out; where nobody is named, one waits.
            if of_nobody or (others and kind and not scene.of_kind(kind)):
                return None
            return Reason(done.on, "reason-nobody", {"thing": done.on, "what": text, "doer": done.doer})
        doers = {plain(name) for name in (done.doer, done.principal) if name}
        if allowed(held, doers, plain(done.doer)):
            return None
        return Reason(done.on, "reason-doer", {"thing": done.on, "what": text, "doer": done.doer}, done.day)

    return fault


def _only(held: Held, doers: set[str], doer: str) -> bool:
    return any(who == doer for who, _ in held)


def _nobody(held: Held, doers: set[str], doer: str) -> bool:
    return all(who not in doers for who, _ in held)


def _others(held: Held, doers: set[str], doer: str) -> bool:
    """Whether anybody holds it in own right besides the doer, and besides those for whom the doer may stand in."""
    own = {of for _, of in held}
    return bool(own - doers - {of for who, of in held if who == doer})


_ALLOWED: dict[str, Allowed] = {"only": _only, "not": _nobody, "not the only": _others}


def _holders_of(rule: Rule) -> Holders:
    role, kind, ever = rule["role"], rule["role of"], rule["who"] == "not"

    def holders(scene: Scene, done: Act) -> Held:
        history = scene.held
        if history is None:
            return frozenset((name, name) for name in _in_tables(scene, done, role, kind))
        among = _among(scene, kind, done) if kind else None
        held = history.ever(role, done, among) if ever else history.then(role, done, among)
        return frozenset([(plain(who), plain(of)) for who, of in held]) if held else held

    return holders


def _among(scene: Scene, kind: str, done: Act) -> frozenset[str]:
    """The things of a kind whose people are asked: those that the act's own record is about, if it is about any."""
    every = frozenset(thing.id for thing in scene.of_kind(kind))
    on = scene.index.by_id.get(done.on)
    if on is None or on.id == scene.case.id:
        return every
    near = every & (above(scene, on) | {on.id})
    return near or every


def _in_tables(scene: Scene, done: Act, role: str, kind: str) -> set[str]:
    """Who holds it where no history is known: a table of a rule pack."""
    if kind:
        return {name for thing in scene.of_kind(kind) for name in _of_thing(role, scene, thing)}
    things = [thing for thing in (*scene.things, scene.case) if thing.id == done.on]
    own = {name for thing in things for name in as_names(thing.values.get(role))}
    return own | {plain(name) for name in scene.roles.get(role, frozenset())}


def _of_thing(role: str, scene: Scene, thing: Thing) -> set[str]:
    authors = {plain(done.doer) for done in scene.acts if done.on == thing.id and done.trigger == RECORDING}
    return set(as_names(thing.values.get(role))) or (authors if role == AUTHOR else set())
