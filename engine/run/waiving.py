"""Leave to go on although a requirement does not hold: for one act, or standing; and what is unmet when it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from engine.messages import words_for
from engine.rules.judging import failing
from engine.rules.natures import ACTS
from engine.rules.rule import Rule
from engine.rules.thing import Scene
from engine.run.event import Plain, Told
from engine.run.facts import Facts
from engine.run.refusal import Because
from engine.run.tenure import holders

HEAD = "head"
DUTY = ACTS.name  # the form of sentences about who acts: in the way of a person, not of the state of things


def unmet(rules: Iterable[Rule], view: Scene, stage: str) -> tuple[Because, ...]:
    """The requirements that do not hold over a scene; 'pending' does not hold yet."""
    found = []
    for rule in rules:
        verdict = failing(rule, view)
        if verdict is not None:
            facts = {"requirement": rule.sentence.text, "stage": stage}
            found.append(Because("unmet", facts, rule, verdict, rule.form == DUTY))
    return tuple(found)


def forgiven(
    reasons: tuple[Because, ...], given: Mapping[str, Plain] | None, facts: Facts, told: Told, principal: str
) -> tuple[list[Plain], tuple[Because, ...]]:
    """What the entry keeps of the leave that was given, and the reasons that are left, those against the leave too."""
    if not reasons:
        return [], ()
    kept: list[Plain] = []
    left = []
    for reason in reasons:
        standing = _standing(reason, facts, told, principal)
        if standing is not None:
            kept.append(standing)
        else:
            left.append(reason)
    if given is None or not left:
        return kept, tuple(left)
    faults = tuple(_faults(given, facts, told, principal))
    if faults:
        return kept, (*left, *faults)
    kept += [_kept(reason, str(given["who"]), str(given["why"]), str(given["until"])) for reason in left]
    return kept, ()


def _standing(reason: Because, facts: Facts, told: Told, principal: str) -> Plain:
    """Standing leave from a duty; nobody goes on by leave that they gave themselves, unless nobody else is there."""
    rule = reason.requirement
    if rule is None or rule.form != DUTY:
        return None
    for each in facts.waivers:
        names = {rule.sentence.code, rule.sentence.text} - {""}
        by_doer = not each.alone and each.who in (told.on_behalf_of, principal)
        if names & set(each.duties) and each.counts(facts.tenures, told.happened_on) and not by_doer:
            until = each.until.isoformat() if each.until else ""
            return {**_kept(reason, each.who, each.why, until), "standing": each.id}
    return None


def _faults(given: Mapping[str, Plain], facts: Facts, told: Told, principal: str) -> Iterator[Because]:
    """What is wrong with leave for one act: who gives it is another person, a head if there is one, and in time."""
    who, until = str(given.get("who") or ""), str(given.get("until") or "")
    if not who or who in (told.on_behalf_of, told.typed_by, principal):
        yield Because("waiver-own", {"who": who or told.on_behalf_of}, duty=True)
    heads = holders(facts.tenures, HEAD, told.happened_on)
    if heads and who not in heads:
        title = words_for("role-head")
        yield Because("waiver-no-head", {"who": who, "role_ru": title.ru, "role_en": title.en}, duty=True)
    if not until or date.fromisoformat(until) < told.happened_on:
        yield Because("waiver-over", {"until": until, "day": told.happened_on.isoformat()})


def _kept(reason: Because, who: str, why: str, until: str) -> dict[str, Plain]:
    return {"requirement": reason.facts["requirement"], "who": who, "why": why, "until": until}
