"""What a sentence looks at: which things, which of their values, along which links; no case plays a part in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from engine.rules.natures import NATURES
from engine.rules.reach import EVIDENCE
from engine.rules.rule import Rule

PREDECESSOR = "predecessor"
ITS_OWN = frozenset(name for name, nature in NATURES.items() if nature.its_own)
LINKED = "linked "


class Look(NamedTuple):
    """From a thing of one kind to those of another ('' is itself), and at what is stated there ('' is that it is)."""

    origin: str
    kind: str
    field: str


@dataclass(frozen=True, slots=True)
class Sight:
    """All that a sentence looks at: `kinds` of things, and `values`, which are pairs of a kind and a field.

    Whether it is `walking` along links, which may be there of things that it does not name; whether it stays by `its
    own` values of each subject; whose missing it takes to have nothing to say (`needed`); what it may still wait for.
    """

    kinds: frozenset[str] = frozenset()
    values: frozenset[tuple[str, str]] = frozenset()
    needed: frozenset[str] = frozenset()
    walking: bool = False
    its_own: bool = False
    waits_for: str = ""


def sight(rule: Rule, case: str) -> Sight:
    """What a sentence that is not about who acts looks at, where a case is a thing of this kind."""
    found = tuple(looks(rule, case))
    nature, needed = NATURES[rule.form], [rule.subject or case]
    if nature.sided:
        needed += [look.kind for look in found if look.field and look.kind]
    return Sight(
        kinds=frozenset({rule.subject or case, *(kind for look in found for kind in look[:2])}) - {""},
        values=frozenset((look.kind or look.origin, look.field) for look in found if look.field),
        needed=frozenset(needed) - {case},
        walking=any(_walks(look, case) for look in found),
        its_own=nature.its_own and not rule["when"] and not any(look.kind for look in found),
        waits_for=rule["thing"] if nature.waits else "",
    )


def looks(rule: Rule, case: str) -> Iterator[Look]:
    """Each look of a sentence, where a case is a thing of this kind."""
    subject, thing = rule.subject or case, rule["thing"]
    yield from _qualities(rule, "subject", subject)
    if thing:
        yield Look(subject, thing, "")
        yield from _qualities(rule, "thing", thing)
    for name in ("field", "day", "what", "other"):
        kind, _, field = rule[name].rpartition(".")
        if field:
            yield Look(subject, kind, field)


def _qualities(rule: Rule, slot: str, kind: str) -> Iterator[Look]:
    """What «с …», «без …», «вида …» and a name look at."""
    for nth in (1, 2):
        sign, _, rest = rule[f"{slot}.{nth}"].partition(" ")
        if sign == "named":
            yield from (Look(kind, "", field) for field in ("code", "name"))
        elif sign == "is":
            yield Look(kind, "", rest.partition(" ")[0])
        elif rest.startswith(LINKED):
            yield Look(kind, rest.removeprefix(LINKED), "")
        elif rest:
            yield Look(kind, "", rest)


def _walks(look: Look, case: str) -> bool:
    """The case has all things without any link, and what proves a thing points to it and to nothing else."""
    return look.kind not in ("", case, EVIDENCE) and look.origin != case
