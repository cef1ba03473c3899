"""The shipped words of meaning, read once: phrases per mechanism and per stage, ready to be looked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from engine.definition.shipped import FOLDER, mechanisms
from engine.definition.yaml_tree import Items, Node, Pairs, Text, parse
from intake.sense.lemmas import Index, lemmas_of, phrase


@dataclass(frozen=True, slots=True)
class StageWords:
    """What `workflows/stages.yaml` says, in the form that the readers use."""

    stages: Index
    unless: Index
    swallows: dict[str, tuple[str, ...]]
    inputs: tuple[str, ...]
    idle: frozenset[str]
    alone: frozenset[str]
    whole: Index
    education: frozenset[str]


@dataclass(frozen=True, slots=True)
class MechanismWords:
    """Phrases of the mechanisms; `titles` are the full names of the directions only."""

    words: Index
    titles: Index
    codes: tuple[str, ...]


@cache
def mechanism_words() -> MechanismWords:
    """The words of `workflows/mechanisms.yaml`."""
    shipped = mechanisms()
    titles = [(m.code, phrase(title)) for m in shipped for title in (m.title.ru, *m.aliases) if len(title) > 5]
    words = [(m.code, phrase(word)) for m in shipped for word in m.words]
    full = [(code, one) for code, one in titles if one.elements[0].lemmas & lemmas_of("система")]
    return MechanismWords(Index([*words, *titles]), Index(full), tuple(m.code for m in shipped))


@cache
def stage_words() -> StageWords:
    """The words of `workflows/stages.yaml`."""
    tree, problems = parse(files(FOLDER).joinpath("stages.yaml").read_text("utf-8"), f"{FOLDER}/stages.yaml")
    if problems or not isinstance(tree, Pairs):
        raise ValueError(f"{FOLDER}/stages.yaml: {problems}")
    classes = {name: frozenset().union(*map(lemmas_of, _low(words))) for name, words in _lists(tree, "classes").items()}
    return StageWords(
        stages=Index(
            (stage, phrase(word, classes)) for stage, words in _lists(tree, "stages").items() for word in words
        ),
        unless=Index((stage, phrase(word)) for stage, words in _lists(tree, "unless").items() for word in words),
        swallows=_lists(tree, "swallows"),
        inputs=_texts(tree.nodes["inputs"]),
        idle=frozenset().union(*map(lemmas_of, _low(_texts(tree.nodes["idle"])))),
        alone=frozenset().union(*map(lemmas_of, _low(_texts(tree.nodes["alone"])))),
        whole=Index(("all", phrase(word)) for word in _texts(tree.nodes["whole"])),
        education=frozenset().union(*map(lemmas_of, _low(_texts(tree.nodes["education"])))),
    )


def _low(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower().replace("ё", "е") for word in words)


def _lists(tree: Pairs, key: str) -> dict[str, tuple[str, ...]]:
    node = tree.nodes[key]
    return {name: _texts(inner) for name, inner in node.nodes.items()} if isinstance(node, Pairs) else {}


def _texts(node: Node) -> tuple[str, ...]:
    nodes = node.nodes if isinstance(node, Items) else ()
    return tuple(inner.value for inner in nodes if isinstance(inner, Text))
