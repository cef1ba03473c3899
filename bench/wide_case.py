"""How long it takes to judge a case with very many records, sentence by sentence, and to put one more record into it.

    python -m bench.wide_case [SENTENCES | desk]

Prints milliseconds for 100, 300, 1,000 and 3,000 subjects, each with its linked things, and how many times more one
of 3,000 costs than one of 300: about 1 where the time grows with the case, 10 where it grows with its square. Then, at
the desk of an invented office, what the 100th, the 300th and the 1,000th goal of a cycle cost.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

from bench.advancing.ours import AT, done
from engine.definition.shipped import shipped
from engine.desk import cycles, records
from engine.desk.answer import Done
from engine.desk.desk import Desk
from engine.desk.workspace import found, open_desk
from engine.problems import Where
from engine.rules.judging import judge
from engine.rules.reading import read
from engine.rules.rule import Rule
from engine.run.case import Case, RecordOf
from engine.run.event import Plain, Told
from engine.run.facts import Facts
from engine.run.scene import still_scene
from engine.store.sqlite import new_file

SIZES = (100, 300, 1_000, 3_000)
GOALS = (100, 300, 1_000)
DAY = date(2026, 11, 23)
CYCLE = shipped("management_cycle")
Records = list[RecordOf]


class Wide(NamedTuple):
    """A sentence and the records of the case that it is judged over."""

    name: str
    sentence: str
    made: Callable[[int], Records]


def record(kind: str, n: int, *links: str, proofs: int = 0, **fields: Plain) -> RecordOf:
    """One invented record; each is of another day, as far as a century has them."""
    day = DAY - timedelta(days=n % 30_000)
    told = Told("Л-1", "Л-1", "", day, datetime(day.year, day.month, day.day, tzinfo=UTC))
    proof: dict[str, Plain] = {"title": "справка", "kind": "отчёт", "date": day.isoformat()}
    return RecordOf(f"{kind}-{n}", kind, fields, links, (proof,) * proofs, told, n, n)


def chains(n: int) -> Records:
    """Each goal has a document, a regional goal, an indicator with a measurement, a conclusion and what comes of it."""
    made: Records = []
    for each in range(1, n + 1):
        day = (DAY - timedelta(days=each % 30_000)).isoformat()
        made.append(record("regional_goal", each, date=day))
        made.append(record("goal", each, f"regional_goal-{each}", proofs=1, matched=day))
        made.append(record("programme", each, term=["2025", "2027"]))
        made.append(record("indicator", each, f"goal-{each}", f"programme-{each}", targets={"2025": 1, "2026": 2}))
        made.append(record("measurement", each, f"indicator-{each}", value=each))
        made.append(record("conclusion", each, f"measurement-{each}", proofs=1))
        made.append(record("recommendation", each, f"conclusion-{each}", addressee="школы"))
    return made


def hub(n: int) -> Records:
    """One regional goal over all goals, one conclusion under all measurements, all recommendations under that one."""
    over = record("regional_goal", 1, date="2020-01-01")
    measurements = [f"measurement-{each}" for each in range(1, n + 1)]
    made = [over, record("conclusion", 1, *measurements)]
    for each in range(1, n + 1):
        day = (DAY - timedelta(days=each % 30_000)).isoformat()
        made.append(record("goal", each, over.id, matched=day))
        made.append(record("indicator", each, f"goal-{each}"))
        made.append(record("measurement", each, f"indicator-{each}", date=day))
        made.append(record("recommendation", each, "conclusion-1"))
        made.append(record("measure", each, f"recommendation-{each}", due=(DAY + timedelta(days=each)).isoformat()))
    return made


WIDE = (
    Wide("proofs", "у каждой цели есть подтверждение", chains),
    Wide("proofs of a kind", "у каждого заключения есть подтверждение вида «отчёт»", chains),
    Wide("direct links", "у каждой цели есть показатель", chains),
    Wide("through others, down", "у каждой цели есть измерение", chains),
    Wide("through others, up", "у каждой рекомендации есть цель", chains),
    Wide("what is not there", "у каждой цели есть мера", chains),
    Wide("linked values", "у каждой цели дата сверки не раньше даты региональной цели", chains),
    Wide("values within others", "у каждого показателя плановые значения в пределах срока программы", chains),
    Wide("qualified subjects", "у каждой цели с показателем есть измерение", chains),
    Wide("before a day", "до каждой рекомендации есть измерение", chains),
    Wide("of a value", "у каждой рекомендации с заключением указан адресат", chains),
    Wide("hub: shared from above", "у каждого измерения есть региональная цель", hub),
    Wide("hub: its value", "у каждой цели дата сверки не раньше даты региональной цели", hub),
    Wide("hub: one below all", "у каждого показателя есть заключение", hub),
    Wide("hub: through it", "у каждой рекомендации есть цель", hub),
    Wide("hub: past it", "у каждой рекомендации есть мера", hub),
    Wide("hub: at most so many", "у каждой рекомендации есть не более 9999 измерений", hub),
    Wide("hub: too many", "у каждой рекомендации нет измерения", hub),
    Wide("hub: before a day", "до каждой рекомендации есть измерение", hub),
    Wide("hub: values through it", "у каждой меры срок не раньше даты измерения", hub),
    Wide("before any", "до каждого измерения есть приказ", lambda n: [*chains(n), *orders(n)]),
    Wide("all against all", "дата приказа не раньше даты измерения", lambda n: [*hub(n), *orders(n)]),
)


def orders(n: int) -> Records:
    """Orders that nothing is linked with."""
    return [record("order", each, date=(DAY - timedelta(days=each % 30_000)).isoformat()) for each in range(1, n + 1)]


def seconds(rule: Rule, made: Records) -> float:
    """What one judgement over a new scene takes of the processor."""
    case = Case("К-1", CYCLE.name, CYCLE.version, len(made), "goals", {}, records={each.id: each for each in made})
    best = float("inf")
    for _ in range(3):
        view, began = still_scene(CYCLE, case, Facts(DAY)), process_time()
        judge(rule, view)
        best = min(best, process_time() - began)
        if best > 1:
            break
    return best


def of_sentences() -> None:
    """A row for each sentence."""
    print(f"{'ms for so many subjects':24}", *(f"{size:>9}" for size in SIZES), f"{'×':>6}")
    for name, sentence, made in WIDE:
        rule = read(sentence, CYCLE.lexicon, Where("bench", 1))
        if not isinstance(rule, Rule):
            raise SystemExit(f"{sentence}: {rule.code}")
        took = [seconds(rule, made(size)) for size in SIZES]
        ratio = took[-1] / took[1] / (SIZES[-1] / SIZES[1])
        print(f"{name:24}", *(f"{1000 * each:9.2f}" for each in took), f"{ratio:6.1f}", flush=True)


def goals(desk: Desk, case: str, count: int) -> Iterator[tuple[float, float]]:
    """Seconds on the wall and of the processor that each goal took to be put into a case."""
    for n in range(1, count + 1):
        wall, processor = perf_counter(), process_time()
        done(desk, records.add(case, "goal", {"text": f"Цель {n}", "grounds": "анализ прошлого года"}))
        yield perf_counter() - wall, process_time() - processor


def at_the_desk() -> None:
    """What the goals around those numbers cost, ten together."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.resheno"
        with new_file(path) as store:
            found(store, "Орлова Т.П.", "Управление образования Заречья", lambda: AT)
        desk = open_desk(path, clock=lambda: AT)
        opened = desk.act(cycles.start("Управление образования Заречья", "1.2", "2026"))
        if not isinstance(opened, Done):
            raise SystemExit(f"no cycle was started: {opened}")
        took = list(goals(desk, opened.id, GOALS[-1]))
    print(f"\n{'one more record, ms':24} {'wall':>9} {'processor':>9}")
    for number in GOALS:
        around = took[number - 10 : number]
        wall, processor = (sorted(each)[5] for each in zip(*around, strict=True))
        print(f"goal {number:<19} {1000 * wall:9.2f} {1000 * processor:9.2f}")


def main() -> int:
    """Both, unless one was asked for."""
    wanted = sys.argv[1:] or ["sentences", "desk"]
    if "sentences" in map(str.lower, wanted):
        of_sentences()
    if "desk" in wanted:
        at_the_desk()
    return 0


if __name__ == "__main__":
    sys.exit(main())
