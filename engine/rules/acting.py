"""The judge of who may do what: each act on record, the one under judgement included."""

from __future__ import annotations

from engine.rules.finding import Findings
from engine.rules.folding import plain
from engine.rules.linked import of_kind
from engine.rules.quantities import as_names
from engine.rules.rule import Rule
from engine.rules.thing import Act, Scene, Thing
from engine.rules.verdict import Reason

RECORDING = "record"  # the act by which a record comes about; who did it is its author


def act(rule: Rule, scene: Scene) -> Findings:
    """Only those who hold the role, nobody who holds it, or nobody who alone holds it."""
    acts = [done for done in scene.acts if rule["act"] in ("*", done.trigger)]
    reasons = (_fault(rule, scene, done) for done in acts)
    return Findings(len(acts), tuple(reason for reason in reasons if reason is not None))


def _fault(rule: Rule, scene: Scene, done: Act) -> Reason | None:
    holders, doer = _holders(rule, scene, done), plain(done.doer)
    who = rule["who"]
    facts = {"thing": done.on, "what": rule.sentence.text, "doer": done.doer}
    if not holders and who != "not":
        return Reason(done.on, "reason-nobody", facts)
    allowed = {"only": doer in holders, "not": doer not in holders, "not the only": holders != {doer}}[who]
    return None if allowed else Reason(done.on, "reason-doer", facts, done.day)


def _holders(rule: Rule, scene: Scene, done: Act) -> set[str]:
    role, kind = rule["role"], rule["role of"]
    if kind:
        return {name for thing in of_kind(scene, kind) for name in _of_thing(role, scene, thing)}
    things = [thing for thing in (*scene.things, scene.case) if thing.id == done.on]
    own = {name for thing in things for name in as_names(thing.values.get(role))}
    return own | {plain(name) for name in scene.roles.get(role, frozenset())}


def _of_thing(role: str, scene: Scene, thing: Thing) -> set[str]:
    authors = {plain(done.doer) for done in scene.acts if done.on == thing.id and done.trigger == RECORDING}
    return set(as_names(thing.values.get(role))) or (authors if role == "author" else set())
