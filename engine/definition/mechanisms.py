"""YAML text → the mechanisms that the cycle is run for, with the words that documents name them by."""

from __future__ import annotations

import re

from engine.definition.naming import name_twice, read_title
from engine.definition.shape import Problems, named, section, texts
from engine.definition.workflow import Mechanism
from engine.definition.yaml_tree import parse
from engine.problems import Problem
from engine.rules.lexicon import Name

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
    names = [Name(one.code, one.title.ru, one.title.en, one.aliases) for one in mechanisms]
    problems.extend(name_twice((name, nodes.places[name.code]) for name in names))
    return tuple(mechanisms), tuple(problems)
