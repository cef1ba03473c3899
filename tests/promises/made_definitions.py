"""Random sound definitions, each made round a world in which all of its sentences hold: what a case has to come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

from engine.run.event import Plain
from tests.engine.definition.generated import GENITIVE, NOUNS, PLURAL, PREFIXES

DAYS = {"due": ("срок", "срока"), "start": ("начало", "начала"), "signed": ("дата подписания", "даты подписания")}
DUTIES = ("", "ведёт не исполнитель", "ведёт только председатель", "действует не исполнитель")
ROOM = 5  # so many more than the world has may be of any kind
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
  guests: {type: people, title: {ru: гости, en: guests}}
  invited: {type: people, title: {ru: приглашённые, en: people invited}}
  points: {type: number, title: {ru: балл, en: points}}
  mood: {type: text, title: {ru: итог, en: mood}, values: {good: {ru: хороший, en: good}, bad: {ru: плохой, en: bad}}}
  begun: {type: moment, reached: s0, title: {ru: день начала, en: first day}}
  onward: {type: moment, reached: s1, title: {ru: день продолжения, en: second day}}
roles:
  chair: {title: {ru: председатель, en: chair}, held_by: office}
  doer: {title: {ru: исполнитель, en: executor}, held_by: doers}
triggers:
  go: {title: {ru: ведёт, en: leads}}
  put_off: {title: {ru: переносит, en: puts off}}
  back: {title: {ru: возвращает, en: returns}}
  drop: {title: {ru: прекращает, en: drops}}
"""


class World(NamedTuple):
    """What a case has to come to: so many records of each kind, pointing back to those kinds, and these values."""

    counts: Mapping[str, int]
    back: Mapping[str, Sequence[str]]
    fields: Mapping[str, Plain]


class Made(NamedTuple):
    """A definition as text, and its world."""

    text: str
    world: World


def made(random: Random) -> Made:
    """A definition of two to five stages and up to three kinds of records, with sentences of all nine forms."""
    stages = [f"s{n}" for n in range(random.randint(2, 5))]
    nouns = random.sample(NOUNS, random.randint(0, 3))
    makers = sorted(random.randrange(len(stages) - 1) for _ in nouns)
    back = {_kind(noun): _links(random, nouns[:n]) for n, noun in enumerate(nouns)}
    counts = {_kind(noun): random.randint(1, 2) for noun in nouns}
    world = World(counts, back, _values(random))
    body = [HEAD + "records:" if nouns else HEAD.rstrip()]
    body += [_record(noun, back[_kind(noun)]) for noun in nouns]
    body.append("stages:")
    for n, stage in enumerate(stages):
        known = [noun for noun, maker in zip(nouns, makers, strict=True) if maker <= n]
        here = [_kind(noun) for noun, maker in zip(nouns, makers, strict=True) if maker == n]
        body.append(_stage(random, stage, here, known, world, last=n == len(stages) - 1))
    body += ["arrows:", *_arrows(random, stages, nouns, makers, world)]
    return Made("\n".join(body) + "\n", world)


def _kind(noun: str) -> str:
    return f"k{NOUNS.index(noun)}"


def _links(random: Random, earlier: Sequence[str]) -> tuple[str, ...]:
    return tuple(_kind(noun) for noun in earlier if random.random() < 0.5)


def _values(random: Random) -> dict[str, Plain]:
    first, second, third = sorted(random.sample(range(1, 28), 3))
    order = random.choice([("start", "due", "signed"), ("start", "signed", "due"), ("signed", "start", "due")])
    days: dict[str, Plain] = {
        name: f"2027-01-{day:02}" for name, day in zip(order, (first, second, third), strict=True)
    }
    people: dict[str, Plain] = {"doers": ["Л-2", "Л-3"], "guests": ["Л-4"], "invited": ["Л-4", "Л-5"]}
    return {**days, **people, "points": str(random.randint(5, 50)), "mood": random.choice(["good", "bad"])}


def _record(noun: str, back: Sequence[str]) -> str:
    n = NOUNS.index(noun)
    links = ", ".join(f"{kind}: 0.." for kind in back)
    return (
        f"  k{n}:\n    title: {{ru: {noun}, en: thing {n}}}\n    prefix: {PREFIXES[n]}\n    back: {{{links}}}\n"
        "    fields:\n"
        "      text: {type: text, title: {ru: текст, en: text}}\n"
        "      number: {type: text, title: {ru: номер, en: number}}\n"
        "      date: {type: date, title: {ru: дата, en: date}}\n"
        "      plan: {type: series, title: {ru: план, en: plan}}"
    )


def _stage(random: Random, name: str, makes: Sequence[str], known: Sequence[str], world: World, last: bool) -> str:
    lines = [
        f"  {name}:",
        f"    title: {{ru: Этап {name[1:]}, en: Stage {name[1:]}}}",
        f"    produces: [{', '.join(makes)}]",
    ]
    if last:
        return "\n".join([*lines, "    final: yes"])
    true = [*_of_records(known, world), *_of_case(world)]
    chosen = random.sample(true, min(len(true), random.randint(0, 5)))
    told = random.sample([*true, *_of_order(known, world)], min(len(true), random.randint(0, 2)))
    lines.append("    complete_when: [" + ", ".join(chosen) + "]")
    return "\n".join([*lines, "    expects: {warning: [" + ", ".join(told) + "]}"] if told else lines)


def _of_records(known: Sequence[str], world: World) -> list[str]:
    said = []
    for noun in known:
        kind, each = _kind(noun), f"у каждой {GENITIVE[noun]}"
        n = world.counts[kind]
        said += [f"есть {noun}" if n == 1 else f"есть не менее {n} {PLURAL[noun]}"]
        said += [f"есть не более {n + ROOM} {PLURAL[noun]}"]
        said += [
            f"{each} {end}" for end in ("есть подтверждение", "указан текст", "номер не повторяется", "план растёт")
        ]
        said += [f"{each} дата не раньше даты подписания дела", f"{each} с текстом текст содержит «о»"]
        others = [other for other in known if _kind(other) in world.back[kind]]
        said += [f"{each} есть {other}" for other in others]
        said += [f"у каждой {GENITIVE[other]} есть {noun}" for other in others]
    return said


def _of_case(world: World) -> list[str]:
    fields = world.fields
    said = ["указан срок", "есть подтверждение", "указаны исполнители", "исполнители не менее 2", "балл не более 50"]
    said += ["исполнители и гости — разные люди", "гости среди приглашённых", f"балл не менее {fields['points']}"]
    said += ["итог равен «хороший»" if fields["mood"] == "good" else "итог не равен «хороший»"]
    said += ["день начала раньше 01.01.2100"]
    for one, (name, _) in DAYS.items():
        for other, (_, genitive) in DAYS.items():
            if str(fields[one]) < str(fields[other]):
                said += [f"{name} раньше {genitive}"]
            elif one != other:
                said += [f"{name} не раньше {genitive}"]
    return said


def _of_order(known: Sequence[str], world: World) -> list[str]:
    """What nobody can mend once it has gone wrong: told, never a lock."""
    pairs = [(one, other) for one in known for other in known if one != other]
    said = [f"до каждой {GENITIVE[one]} есть {other}" for one, other in pairs]
    linked = [(one, other) for one, other in pairs if _kind(one) in world.back[_kind(other)]]
    said += [f"после каждой {GENITIVE[one]} в течение 5 дней есть {other}" for one, other in linked]
    return said + [f"у каждой {GENITIVE[noun]} дата раньше срока дела" for noun in known]


def _arrows(
    random: Random, stages: Sequence[str], nouns: Sequence[str], makers: Sequence[int], world: World
) -> list[str]:
    arrows = []
    # Duties look at all that was done before: where the executor leads too, no sentence may forbid it.
    ways = random.choice([[("chair", ""), ("doer", "")], [("chair", rule) for rule in DUTIES]])
    for one, other in pairwise(stages):
        role, rule = random.choice(ways)
        known = [noun for noun, maker in zip(nouns, makers, strict=True) if maker <= stages.index(one)]
        said = [rule] if rule else []
        said += random.sample(_of_records(known, world), min(len(known), random.randint(0, 2)))
        if one != "s0" and random.random() < 0.3:
            said.append("день продолжения раньше 01.01.2100")
        arrows.append(f"  - {{trigger: go, from: {one}, to: {other}, role: {role}, requires: [{', '.join(said)}]}}")
    running = stages[:-1]
    if random.random() < 0.6:
        arrows.append("  - {trigger: back, from: any_later, to: any_earlier, role: chair, asks: [reason]}")
    if random.random() < 0.6:
        here = ", ".join(random.sample(running, random.randint(1, len(running))))
        arrows.append(
            f'  - {{trigger: put_off, from: [{here}], to: same, role: chair, asks: [due], sets: {{due: "{{due}}"}}}}'
        )
    if len(running) > 1 and random.random() < 0.4:
        here = random.choice(running[:-1])
        arrows.append(f"  - {{trigger: drop, from: {here}, to: {stages[-1]}, role: chair, sets: {{mood: bad}}}}")
    return arrows
