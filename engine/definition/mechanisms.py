"""YAML text → the mechanisms that the cycle is run for, with the words that documents name them by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.definition.naming import read_title
from engine.definition.shape import Problems, named, section, texts
from engine.definition.workflow import Mechanism
from engine.definition.yaml_tree import Pairs, parse
from engine.problems import Problem

CODE = re.compile(r"[\w.-]{1,20}")


def read_mechanisms(source: str, file: str) -> tuple[tuple[Mechanism, ...], tuple[Problem, ...]]:
    """The mechanisms of a text, in its order, with all its problems."""
    tree, broken = parse(source, file)
    if tree is None:
        return (), broken
    problems: Problems = []
    nodes = named(section(tree, "mechanisms", problems), "mechanisms", problems, CODE)
    mechanisms = []
    for code, node in nodes.nodes.items():
        pairs = section(node, "mechanism", problems)
        aliases = tuple(item.value for item in texts(pairs, "aliases", problems))
        words = tuple(item.value for item in texts(pairs, "words", problems))
        mechanisms.append(Mechanism(code, read_title(pairs, problems, otherwise=code), aliases, words))
    problems.extend(_twice(nodes, mechanisms))
    return tuple(mechanisms), tuple(problems)


def _twice(nodes: Pairs, mechanisms: list[Mechanism]) -> Iterator[Problem]:
    """A title or alias of two mechanisms would tell a reader nothing."""
    seen: dict[str, str] = {}
    for one in mechanisms:
        for said in (one.title.ru, *one.aliases):
            other = seen.setdefault(said.casefold().replace("ё", "е"), one.code)
            if other != one.code:
                facts = {"found": said, "one": other, "other": one.code}
                yield Problem(nodes.places[one.code], "mechanism-twice", facts=facts)
