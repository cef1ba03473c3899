"""YAML text → a tree of texts, lists and mappings that know their places: the only window onto PyYAML.

Every scalar stays text: YAML would make 4.1 of 4.10, 8 of 010 and a falsehood of «no».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from engine.problems import Problem, Where

MOST_CHARACTERS = 200_000
DEEPEST = 20
# What PyYAML says of the faults that people make → our code, which says it in their language.
FAULTS = (
    ("character '\\t'", "yaml-tab"),
    ("<stream end>", "yaml-not-closed"),
    ("end of stream", "yaml-not-closed"),
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("expected <block end>", "yaml-indent"),
    ("expected ',' or", "yaml-brackets"),
    ("cannot start any token", "yaml-sign"),
    ("expected alphabetic or numeric character", "yaml-sign"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as it was written."""

    value: str
    where: Where


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping, in the order of the file; `places` are those of the keys."""

    nodes: Mapping[str, Node]
    places: Mapping[str, Where]
    where: Where


Node = Text | Items | Pairs
NO_PAIRS = Pairs({}, {}, Where())


class _Refused(Exception):
    """What stops the reading of a file; it does not leave this module."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def parse(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a file, or nothing and the problem that stopped it. Never runs, resolves or repeats anything."""
    if len(text) > MOST_CHARACTERS:
        facts = {"found": str(len(text)), "most": str(MOST_CHARACTERS)}
        return None, (Problem(Where(file), "definition-too-long", facts=facts),)
    try:
        return _Builder(text, file).tree(), ()
    except _Refused as refused:
        return None, (refused.problem,)
    except yaml.MarkedYAMLError as error:
        said = str(error.problem or error.context or "")
        code = next((code for words, code in FAULTS if words in said), "not-yaml")
        return None, (Problem(_place(file, error.problem_mark or error.context_mark), code, facts={"found": said}),)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return None, (Problem(Where(file, line), "not-yaml", facts={"found": str(error.reason)}),)


def _place(file: str, mark: Any) -> Where:
    return Where(file, mark.line + 1, mark.column + 1) if mark else Where(file)


class _Builder:
    """Builds the tree from PyYAML's events, which come before any meaning is given to tags, anchors and scalars."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.events: Iterator[yaml.Event] = yaml.parse(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)

    def tree(self) -> Node:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self.refused(event, "second-document")
                node = self.node(next(self.events), 0)
        if node is None:
            raise _Refused(Problem(Where(self.file, 1), "empty-definition"))
        return node

    def node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.refused(event, "anchor-in-definition")
        if getattr(event, "tag", None):
            raise self.refused(event, "tag-in-definition", found=str(getattr(event, "tag", "")))
        if depth > DEEPEST:
            raise self.refused(event, "definition-too-deep", most=str(DEEPEST))
        where = _place(self.file, event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return Text(event.value, where)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self.node(inner, depth + 1) for inner in self.until(yaml.SequenceEndEvent)), where)
        return self.pairs(where, depth)

    def pairs(self, where: Where, depth: int) -> Pairs:
        nodes: dict[str, Node] = {}
        places: dict[str, Where] = {}
        for event in self.until(yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key, Text):
                raise self.refused(event, "key-is-no-text")
            if key.value in nodes:
                first = str(places[key.value])
                raise self.refused(event, "key-twice", found=key.value, first=first)
            nodes[key.value] = self.node(next(self.events), depth + 1)
            places[key.value] = key.where
        return Pairs(nodes, places, where)

    def until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self.events), end):
            yield event

    def refused(self, event: yaml.Event, code: str, **facts: str) -> _Refused:
        return _Refused(Problem(_place(self.file, event.start_mark), code, facts=facts))
