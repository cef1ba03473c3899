"""Which keys a definition may hold, and the reading of a tree against them: what is not known is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from engine.definition.yaml_tree import NO_PAIRS, Items, Node, Pairs, Text
from engine.problems import Problem, Where

# Section → key → must it be there. docs/workflow-format.md shows the same table, and a test holds the two equal.
KEYS: Mapping[str, Mapping[str, bool]] = {
    "workflow": {
        "workflow": True,
        "title": True,
        "case": False,
        "subject": True,
        "fields": False,
        "things": False,
        "roles": True,
        "records": False,
        "stages": True,
        "triggers": False,
        "arrows": True,
        "duties": False,
        "access": False,
    },
    "title": {"ru": True, "en": True},
    "case": {"title": True, "also": False, "forms": False},
    "field": {"type": True, "title": False, "also": False, "forms": False, "values": False, "reached": False},
    "value": {"ru": True, "en": True},
    "thing": {"title": True, "also": False, "forms": False, "fields": False},
    "role": {"title": True, "also": False, "forms": False, "held_by": True},
    "record": {
        "title": True,
        "also": False,
        "forms": False,
        "prefix": True,
        "back": False,
        "fields": False,
        "act": False,
        "requires": False,
    },
    "stage": {
        "title": True,
        "also": False,
        "forms": False,
        "produces": False,
        "complete_when": False,
        "expects": False,
        "final": False,
    },
    "expects": {"error": False, "warning": False, "note": False},
    "trigger": {"title": True, "also": False},
    "arrow": {
        "trigger": True,
        "from": True,
        "to": True,
        "role": False,
        "asks": False,
        "takes": False,
        "sets": False,
        "requires": False,
        "then": False,
        "act": False,
    },
    "act": {"ru": True, "en": True},
    "access": {"role": True, "may": True, "while": False},
    "also": {"ru": False, "en": False},
    "forms": {"ru": True},
    "mechanisms": {"mechanisms": True},
    "mechanism": {"title": True, "aliases": False, "words": True},
}
NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")

Problems = list[Problem]


def unknown(where: Where, kind: str, found: str, known: Iterable[str]) -> Problem:
    """A word that names nothing, where one of this kind was expected; the hint is the nearest, else all there are."""
    known = list(known)
    near = get_close_matches(found, known, n=1, cutoff=0.6) or known
    return Problem(where, f"unknown-{kind}", facts={"found": found, "hint": ", ".join(near)})


def section(node: Node, name: str, problems: Problems) -> Pairs:
    """A mapping that holds the keys of a section and no others; what is wrong with it is told, the rest is kept."""
    if not isinstance(node, Pairs):
        problems.append(wrong_shape(node, "mapping"))
        return Pairs({}, {}, node.where)
    known = KEYS[name]
    for key, where in node.places.items():
        if key not in known:
            problems.append(unknown(where, "key", key, known))
    for key, required in known.items():
        if required and key not in node.nodes:
            problems.append(Problem(node.where, "key-missing", facts={"expected": key, "section": name}))
    return node


def wrong_shape(node: Node, expected: str) -> Problem:
    """A list where a text was expected, and the like; `expected` is 'text', 'list' or 'mapping'."""
    return Problem(node.where, f"expected-{expected}")


def named(pairs: Pairs, key: str, problems: Problems, pattern: re.Pattern[str] = NAME) -> Pairs:
    """The mapping under a key whose own keys are names that the writer chooses; empty if it is not there."""
    node = pairs.nodes.get(key, NO_PAIRS)
    if not isinstance(node, Pairs):
        problems.append(wrong_shape(node, "mapping"))
        return NO_PAIRS
    for name, where in node.places.items():
        if not pattern.fullmatch(name):
            problems.append(Problem(where, "not-a-name", facts={"found": name}))
    return node


def text(pairs: Pairs, key: str, problems: Problems, default: str = "") -> str:
    """The text under a key; an empty one is told as missing."""
    node = pairs.nodes.get(key)
    if node is None:
        return default
    if not isinstance(node, Text):
        problems.append(wrong_shape(node, "text"))
        return default
    if not node.value.strip():
        problems.append(Problem(node.where, "empty-value", facts={"expected": key}))
    return node.value.strip()


def texts(pairs: Pairs, key: str, problems: Problems, alone: bool = False) -> tuple[Text, ...]:
    """The texts of the list under a key; `alone` says that a single text may stand without a list."""
    node = pairs.nodes.get(key)
    if node is None:
        return ()
    if alone and isinstance(node, Text):
        return (node,)
    if not isinstance(node, Items):
        problems.append(wrong_shape(node, "list"))
        return ()
    problems.extend(wrong_shape(item, "text") for item in node.nodes if not isinstance(item, Text))
    return tuple(item for item in node.nodes if isinstance(item, Text))


def flag(pairs: Pairs, key: str, problems: Problems) -> bool:
    """Yes or no under a key; no, if it is not there."""
    said = text(pairs, key, problems, "no").casefold()
    if said not in ("yes", "no"):
        problems.append(unknown(pairs.nodes[key].where, "answer", said, ("yes", "no")))
    return said == "yes"


def of(pairs: Pairs, key: str) -> Where:
    """Where a key's value stands, or the mapping itself if the key is not there."""
    node = pairs.nodes.get(key)
    return node.where if node else pairs.where
