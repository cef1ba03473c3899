"""Random definitions: sound ones, made round a world where each sentence holds, and small ones that may be unsound."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import strategies as st

NOUNS = ("цель", "мера", "задача", "справка", "рекомендация", "проверка")
PLURAL = {"цель": "целей", "мера": "мер", "задача": "задач", "справка": "справок"}
PLURAL |= {"рекомендация": "рекомендаций", "проверка": "проверок"}
GENITIVE = {"цель": "цели", "мера": "меры", "задача": "задачи", "справка": "справки"}
GENITIVE |= {"рекомендация": "рекомендации", "проверка": "проверки"}
PREFIXES = "АБВГДЕ"
DAYS = ("срок", "начало", "дата подписания")
HEAD = """\
workflow: made
title: {ru: Дело, en: Case}
case: {title: {ru: дело, en: case}}
subject: [year]
fields:
  year: text!
  due: {type: date, title: {ru: срок, en: deadline}}
  start: {type: date, title: {ru: начало, en: start}}
  signed: {type: date, title: {ru: дата подписания, en: day of signing}}
  doers: {type: people, title: {ru: исполнители, en: executors}}
roles:
  chair: {title: {ru: председатель, en: chair}, held_by: office}
  doer: {title: {ru: исполнитель, en: executor}, held_by: doers}
triggers: {go: {title: {ru: ведёт, en: leads}}, back: {title: {ru: возвращает, en: returns}}}
"""


def written(produces: dict[str, list[str]], complete: dict[str, list[str]], arrows: list[str], back: str) -> str:
    """The YAML of a definition whose last stage is its end; each noun is a kind of record of its own."""
    nouns = [noun for kinds in produces.values() for noun in kinds]
    records = [
        f"  k{NOUNS.index(noun)}: {{title: {{ru: {noun}, en: thing {NOUNS.index(noun)}}},"
        f" prefix: {PREFIXES[NOUNS.index(noun)]}{links(noun, back)}}}"
        for noun in nouns
    ]
    stages = []
    for n, (name, kinds) in enumerate(produces.items()):
        end = ", final: yes" if n == len(produces) - 1 else ""
        codes = ", ".join(f"k{NOUNS.index(noun)}" for noun in kinds)
        sentences = ", ".join(complete.get(name, ()))
        stages.append(
            f"  {name}: {{title: {{ru: Этап {n}, en: Stage {n}}}, produces: [{codes}],"
            f" complete_when: [{sentences}]{end}}}"
        )
    body = ["records:", *records] if records else []
    return HEAD + "\n".join([*body, "stages:", *stages, "arrows:", *arrows]) + "\n"


def links(noun: str, back: str) -> str:
    """The backward link of a kind, where it was drawn."""
    owner, _, to = back.partition(">")
    return f", back: {{k{NOUNS.index(to)}: 0..}}" if owner == noun else ""


@st.composite
def sound(draw: st.DrawFn) -> str:
    """A definition that holds in a world drawn first: so many records of each kind, days in their places."""
    count = draw(st.integers(2, 5))
    names = [f"s{n}" for n in range(count)]
    nouns = draw(st.permutations(NOUNS))
    produces: dict[str, list[str]] = {name: [] for name in names}
    world: dict[str, int] = {}
    for noun in nouns[: draw(st.integers(0, 6))]:
        produces[draw(st.sampled_from(names[:-1]))].append(noun)
        world[noun] = draw(st.integers(1, 5))
    days = dict(zip(DAYS, draw(st.permutations((10, 20, 30))), strict=True))
    if days["начало"] > days["срок"]:
        days["начало"], days["срок"] = days["срок"], days["начало"]
    complete: dict[str, list[str]] = {}
    known: list[str] = []
    for name in names[:-1]:
        known += produces[name]
        chosen = draw(st.lists(st.sampled_from(true_sentences(known, world, days)), max_size=4, unique=True))
        complete[name] = chosen
    arrows = [f"  - {{trigger: go, from: {a}, to: {b}, role: chair}}" for a, b in pairwise(names)]
    if draw(st.booleans()):
        arrows.append("  - {trigger: back, from: any_later, to: any_earlier, role: chair}")
    if draw(st.booleans()):
        arrows[-1] = arrows[-1].replace("role: chair", "role: chair, requires: [ведёт не исполнитель]")
    return written(produces, complete, arrows, "")


def true_sentences(known: list[str], world: dict[str, int], days: dict[str, int]) -> list[str]:
    """Sentences that hold in the world, of what can be there by now."""
    said = ["указан срок", "есть подтверждение"]
    for noun in known:
        n = world[noun]
        said += [f"есть {noun}", f"есть не менее {n} {PLURAL[noun]}" if n > 1 else f"есть {noun}"]
        said += [f"есть не более {n + 5} {PLURAL[noun]}", f"у каждой {GENITIVE[noun]} есть подтверждение"]
    for one in DAYS:
        for other in DAYS:
            if days[one] < days[other]:
                said += [f"{one} раньше {SECOND[other]}", f"{one} не позже {SECOND[other]}"]
                said += [f"{other} не раньше {SECOND[one]}", f"{other} позже чем через 2 дня после {SECOND[one]}"]
    said += [f"срок не раньше {days['срок'] - 5:02}.01.2027", f"срок не позже {min(31, days['срок'] + 1)}.01.2027"]
    return list(dict.fromkeys(said))


SECOND = {"срок": "срока", "начало": "начала", "дата подписания": "даты подписания"}


@st.composite
def small(draw: st.DrawFn) -> str:
    """A definition of up to four stages and two kinds, with sentences that may fight and wait; any may be unsound."""
    names = [f"s{n}" for n in range(draw(st.integers(2, 4)))]
    nouns = ["цель", "мера"][: draw(st.integers(1, 2))]
    produces: dict[str, list[str]] = {name: [] for name in names}
    for noun in nouns:
        produces[draw(st.sampled_from(names[:-1]))].append(noun)
    back = draw(st.sampled_from(["", "цель>цель", *(["мера>цель"] if len(nouns) == 2 else [])]))
    said = [f"есть {noun}" for noun in nouns] + [f"нет {GENITIVE[noun]}" for noun in nouns]
    said += [f"есть не менее 2 {PLURAL[noun]}" for noun in nouns]
    said += [f"есть не более 1 {GENITIVE[noun]}" for noun in nouns]
    said += ["у каждой цели есть мера", "у каждой меры есть цель"] if back == "мера>цель" else []
    said += ["есть цель, у каждой цели есть цель"]
    arrows = []
    ways = [(a, b) for a in names[:-1] for b in names if a != b]
    for a, b in draw(st.lists(st.sampled_from(ways), min_size=len(names) - 1, max_size=5, unique=True)):
        requires = ", ".join(draw(st.lists(st.sampled_from(said), max_size=2, unique=True)))
        arrows.append(f"  - {{trigger: go, from: {a}, to: {b}, role: chair, requires: [{requires}]}}")
    return written(produces, {}, arrows, back)
