"""What the behaviour features say at the desk: a sentence of either language → one frozen value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.definition.shipped import shipped
from engine.definition.workflow import Title, Workflow
from engine.rules.reading import read
from engine.rules.rule import Rule
from tests.engine.rules.kit import HERE
from tests.features.tables import kind_of


@dataclass(frozen=True)
class Papers:
    """«протокол» with its table, or the same one brought `again`."""

    again: bool = False


@dataclass(frozen=True)
class Cycle:
    """«цикл механизма 1.2»."""

    mechanism: str


@dataclass(frozen=True)
class Proves:
    """«подтверждение к П-1.1: справка»."""

    target: str
    title: str


@dataclass(frozen=True)
class Material:
    """«цель в К-1: …», with other fields in a table."""

    kind: str
    case: str
    text: str


@dataclass(frozen=True)
class Acts:
    """«Орлова Т.П. снимает с контроля П-1.1»: a trigger of a shipped regulation."""

    who: str
    trigger: str
    case: str


@dataclass(frozen=True)
class Answered:
    """«сделано», «ничего не добавлено», «отказано: …» with the meaning of the requirement."""

    how: str
    requirement: tuple[object, ...] = ()


@dataclass(frozen=True)
class Stands:
    """«П-1.1 на этапе «Отчёт сдан»»."""

    case: str
    stage: str


Said = Papers | Cycle | Proves | Material | Acts | Answered | Stands
PLAIN: dict[str, Said] = {
    **dict.fromkeys(("протокол", "a protocol"), Papers()),
    **dict.fromkeys(("приносят тот же протокол", "the same protocol is brought"), Papers(again=True)),
    **dict.fromkeys(("сделано", "it is done"), Answered("done")),
    **dict.fromkeys(("ничего не добавлено", "nothing is added"), Answered("nothing")),
}
CYCLE = re.compile(r"(?:цикл механизма|a cycle of mechanism) (\S+)")
PROVES = re.compile(r"(?:подтверждение к|evidence of) (\S+): (.+)")
MATERIAL = re.compile(r"(.+) (?:в|in) (К-\d+): (.+)")
REFUSED = re.compile(r"(?:отказано|it is refused): (.+)")
STANDS = re.compile(r"(\S+) (?:на этапе|is at the stage) [«\"](.+)[»\"]")


def regulations() -> Iterator[Workflow]:
    """The regulations that tasks and cycles run by."""
    yield from (shipped("assignment"), shipped("management_cycle"))


def understood(text: str) -> Said:
    """The meaning of a sentence; one that means nothing is a fault of the feature."""
    if text in PLAIN:
        return PLAIN[text]
    if found := CYCLE.fullmatch(text):
        return Cycle(found[1])
    if found := PROVES.fullmatch(text):
        return Proves(found[1], found[2])
    if found := MATERIAL.fullmatch(text):
        return Material(kind_of(found[1], shipped("management_cycle").lexicon), found[2], found[3])
    if found := REFUSED.fullmatch(text):
        return Answered("refused", requirement(found[1]))
    if found := STANDS.fullmatch(text):
        return Stands(found[1], _stage(found[1], found[2]))
    return _act(text)


def requirement(sentence: str) -> tuple[object, ...]:
    """What a requirement means, whatever language it is said in."""
    readings = [read(sentence, workflow.lexicon, HERE) for workflow in regulations()]
    meanings = [meaning(rule) for rule in readings if isinstance(rule, Rule)]
    assert meanings, sentence
    return meanings[0]


def meaning(rule: Rule) -> tuple[object, ...]:
    """All of a rule but its words."""
    return rule.form, rule.subject, rule.arguments


def _stage(case: str, title: str) -> str:
    workflow = shipped("management_cycle" if case.startswith("К-") else "assignment")
    (found,) = (stage.name for stage in workflow.stages.values() if title in _both(stage.title))
    return found


def _both(title: Title) -> tuple[str, str]:
    return title.ru, title.en


def _act(text: str) -> Acts:
    for workflow in regulations():
        for name in workflow.lexicon.triggers.values():
            for title in (name.ru, name.en):
                if found := re.fullmatch(rf"(\S+ \S+) {re.escape(title)} (?:по |on )?(\S+)", text):
                    return Acts(found[1], name.code, found[2])
    raise AssertionError(f"no sentence of the desk: {text}")
