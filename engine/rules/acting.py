"""The judge of who may do what: each act on record, or those under judgement, by who held what at the time."""

from __future__ import annotations

from engine.rules.finding import Findings
from engine.rules.folding import plain
from engine.rules.linked import above, index, of_kind
from engine.rules.quantities import as_names
from engine.rules.rule import Rule
from engine.rules.thing import Act, Held, Scene, Thing
from engine.rules.verdict import Reason

RECORDING = "record"  # the act by which a record comes about; who did it is its author
AUTHOR = "author"
ANY = "*"


def act(rule: Rule, scene: Scene) -> Findings:
    """Only those who hold the role, nobody who has ever held it, or nobody who alone holds it."""
    done = scene.acts if scene.judged is None else scene.judged
    acts = [each for each in done if rule["act"] in (ANY, each.trigger, each.name)]
    reasons = (_fault(rule, scene, each) for each in acts)
    return Findings(len(acts), tuple(reason for reason in reasons if reason is not None))


def _fault(rule: Rule, scene: Scene, done: Act) -> Reason | None:
    who = rule["who"]
    held = _held(rule, scene, done)
    doers = {plain(name) for name in (done.doer, done.principal) if name}
    facts = {"thing": done.on, "what": rule.sentence.text, "doer": done.doer}
    if not held and who != "not":
        # Where there is no measure, nobody can be the only one who carries it out; where nobody is named, one waits.
        vacuous = who == "not the only" and rule["role of"] and not of_kind(scene, rule["role of"])
        return None if vacuous else Reason(done.on, "reason-nobody", facts)
    return None if _ALLOWED[who](held, doers, plain(done.doer)) else Reason(done.on, "reason-doer", facts, done.day)


def _others(held: Held, doers: set[str], doer: str) -> bool:
    """Whether anybody holds it in own right besides the doer, and besides those for whom the doer may stand in."""
    own = {of for _, of in held}
    return bool(own - doers - {of for who, of in held if who == doer})


_ALLOWED = {
    "only": lambda held, doers, doer: doer in {who for who, _ in held},
    "not": lambda held, doers, doer: not doers & {who for who, _ in held},
    "not the only": _others,
}


def _held(rule: Rule, scene: Scene, done: Act) -> Held:
    if scene.held is None:
        return frozenset((name, name) for name in _holders(rule, scene, done))
    past = scene.held.ever if rule["who"] == "not" else scene.held.then
    among = _among(scene, rule["role of"], done) if rule["role of"] else None
    return frozenset((plain(who), plain(of)) for who, of in past(rule["role"], done, among))


def _among(scene: Scene, kind: str, done: Act) -> frozenset[str]:
    """The things of a kind whose people are asked: those that the act's own record is about, if it is about any."""
    every = frozenset(thing.id for thing in of_kind(scene, kind))
    on = index(scene).by_id.get(done.on)
    if on is None or on.id == scene.case.id:
        return every
    near = every & (above(scene, on) | {on.id})
    return near or every


def _holders(rule: Rule, scene: Scene, done: Act) -> set[str]:
    """Who holds it where no history is known: a table of a rule pack."""
    role, kind = rule["role"], rule["role of"]
    if kind:
        return {name for thing in of_kind(scene, kind) for name in _of_thing(role, scene, thing)}
    things = [thing for thing in (*scene.things, scene.case) if thing.id == done.on]
    own = {name for thing in things for name in as_names(thing.values.get(role))}
    return own | {plain(name) for name in scene.roles.get(role, frozenset())}


def _of_thing(role: str, scene: Scene, thing: Thing) -> set[str]:
    authors = {plain(done.doer) for done in scene.acts if done.on == thing.id and done.trigger == RECORDING}
    return set(as_names(thing.values.get(role))) or (authors if role == AUTHOR else set())
