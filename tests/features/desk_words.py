"""What the behaviour features say at the desk: a sentence of either language → one frozen value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.definition.shipped import shipped
from engine.definition.workflow import Title, Workflow
from engine.messages import Lang, say
from engine.rules.reading import read
from engine.rules.rule import Rule
from tests.engine.rules.kit import HERE
from tests.features.tables import day, kind_of

LANGS: tuple[Lang, Lang] = ("ru", "en")


@dataclass(frozen=True)
class Papers:
    """«протокол» with its table, or the same one brought `again`."""

    again: bool = False


@dataclass(frozen=True)
class Cycle:
    """«цикл механизма 1.2», or begun at a later stage."""

    mechanism: str
    stage: str = ""


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


@dataclass(frozen=True)
class Holds:
    """«роль контролёр: Ким О.В.»; `gone` if it is taken away."""

    role: str
    who: str
    gone: bool = False


@dataclass(frozen=True)
class StandsIn:
    """«замещение до 07.12.2026: Ким О.В. вместо Орлова Т.П., контролёр»."""

    who: str
    whose: str
    role: str
    until: date


@dataclass(frozen=True)
class Given:
    """«исполнитель П-1.1: Ким О.В.»: the assignment is another's now."""

    case: str
    who: str


@dataclass(frozen=True)
class Passes:
    """«проходит дней: 15»."""

    days: int


Said = Papers | Cycle | Proves | Material | Acts | Answered | Stands | Holds | StandsIn | Given | Passes
PLAIN: dict[str, Said] = {
    **dict.fromkeys(("протокол", "a protocol"), Papers()),
    **dict.fromkeys(("приносят тот же протокол", "the same protocol is brought"), Papers(again=True)),
    **dict.fromkeys(("сделано", "it is done"), Answered("done")),
    **dict.fromkeys(("ничего не добавлено", "nothing is added"), Answered("nothing")),
    **dict.fromkeys(("отказано: это не его действие", "it is refused: the act is another's"), Answered("barred")),
}
CYCLE = re.compile(r"(?:цикл механизма|a cycle of mechanism) (\S+)(?: (?:с этапа|from the stage) [«\"](.+)[»\"])?")
PROVES = re.compile(r"(?:подтверждение к|evidence of) (\S+): (.+)")
MATERIAL = re.compile(r"(.+) (?:в|in) (К-\d+): (.+)")
REFUSED = re.compile(r"(?:отказано|it is refused): (.+)")
HOLDS = re.compile(r"(?:роль|the role of) (.+?): (.+)")
GONE = re.compile(r"(?:больше не|no longer) (.+?): (.+)")
STANDS_IN = re.compile(r"(?:замещение до|standing in until) (\S+): (.+?) (?:вместо|for) (.+?), (.+)")
GIVEN = re.compile(r"(?:исполнитель|executor of) (\S+): (.+)")
PASSES = re.compile(r"(?:проходит дней|days that pass): (\d+)")
STANDS = re.compile(r"(\S+) (?:на этапе|is at the stage) [«\"](.+)[»\"]")


def regulations() -> Iterator[Workflow]:
    """The regulations that tasks and cycles run by."""
    yield from (shipped("assignment"), shipped("management_cycle"))


def understood(text: str) -> Said:
    """The meaning of a sentence; one that means nothing is a fault of the feature."""
    if text in PLAIN:
        return PLAIN[text]
    if found := CYCLE.fullmatch(text):
        return Cycle(found[1], _stage("К-", found[2]) if found[2] else "")
    if found := PROVES.fullmatch(text):
        return Proves(found[1], found[2])
    if found := MATERIAL.fullmatch(text):
        return Material(kind_of(found[1], shipped("management_cycle").lexicon), found[2], found[3])
    if found := REFUSED.fullmatch(text):
        return Answered("refused", requirement(found[1]))
    if found := STANDS.fullmatch(text):
        return Stands(found[1], _stage(found[1], found[2]))
    return _of_people(text) or _act(text)


def _of_people(text: str) -> Said | None:
    """Roles, standing in, other executors, days that pass."""
    if found := HOLDS.fullmatch(text):
        return Holds(_role(found[1]), found[2])
    if found := GONE.fullmatch(text):
        return Holds(_role(found[1]), found[2], gone=True)
    if found := STANDS_IN.fullmatch(text):
        return StandsIn(found[2], found[3], _role(found[4]), day(found[1]))
    if found := GIVEN.fullmatch(text):
        return Given(found[1], found[2])
    if found := PASSES.fullmatch(text):
        return Passes(int(found[1]))
    return None


def _role(title: str) -> str:
    titles = {name: role.name for one in regulations() for role in one.roles.values() for name in _both(role.title)}
    own = {say(f"role-{code}", {}, lang): code for code in ("head", "role_admin") for lang in LANGS}
    return {**titles, **own}[title]


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
