"""How long a whole process takes to read a long protocol, how much memory it wants, and whether time grows with length.

    python -m bench.reading [ROUNDS]

A protocol of 2,000 items on 200 pages, as text and as a Word file, against one of 200 items. They are compared by the
time of the processor for one of 2,000 items and for ten different ones of 200, less that of as many protocols with one
item. Exit code 1 if a figure is beyond its limit.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.intake.formats.word_files import docx, p

SECONDS, MEGABYTES, RATIO = 10.0, 300.0, 1.3
LONG, SHORT, PER_PAGE = 2_000, 200, 10
READ = "import sys, pathlib, intake.reading as r; [r.read_file(pathlib.Path(path)) for path in sys.argv[1:]]"
ROOT = Path(__file__).resolve().parents[1]

BODIES = ("Отделу общего образования", "Управлению культуры", "Руководителям школ", "Комитету по финансам", "")
VERBS = (
    "подготовить",
    "представить",
    "обобщить",
    "согласовать",
    "провести анализ: учесть",
    "организовать",
    "доработать",
)
THINGS = (
    "план мероприятий",
    "сведения о качестве подготовки",
    "перечень учреждений",
    "итоги мониторинга",
    "график проверок",
)
FIELDS = ("дополнительного образования", "профильных классов", "сельских библиотек", "летнего отдыха", "ремонта зданий")
PURPOSES = ("с учётом замечаний совета", "по итогам учебного года", "во взаимодействии с Комитетом по спорту", "")
SURNAMES = ("Лосева", "Кравцов", "Щукина", "Рябов", "Тихонов", "Чайка", "Гуревич", "Остапчук", "Дрозд", "Стрижова")
INITIALS = ("А.П.", "Д.И.", "Е.Н.", "С.С.", "В.Г.", "Л.М.")
TERMS = (
    "до {day:02}.{month:02}.2032",
    "до {day} мая 2032 года",
    "{quarter} квартал 2032 года",
    "в месячный срок",
    "постоянно",
)


def item(number: str, chance: random.Random) -> list[str]:
    """One point of a decision, with its lines of executor and term."""
    body = chance.choice(BODIES)
    words = [body, chance.choice(VERBS), chance.choice(THINGS), chance.choice(FIELDS), chance.choice(PURPOSES)]
    text = " ".join(word for word in words if word)
    lines = [f"{number}. {text[0].upper()}{text[1:]} ({chance.randrange(10_000)})."]
    day = {
        "day": chance.randrange(1, 29),
        "month": chance.randrange(1, 13),
        "quarter": chance.choice(("I", "II", "III")),
    }
    if chance.random() < 0.8:
        lines.append(f"Срок: {chance.choice(TERMS).format(**day)}")
    if not body:
        lines.append(f"Ответственный: {chance.choice(SURNAMES)} {chance.choice(INITIALS)}")
    return lines


def protocol(items: int, seed: int = 0) -> list[str]:
    """The lines of a protocol; a page has ten items, a running head and a number."""
    chance = random.Random(f"{items} {seed}")
    lines = [
        "ПРОТОКОЛ № 7",
        "заседания коллегии управления образования Заречного района",
        "12.01.2032",
        "Председатель: Орлова Т.П.",
        "Секретарь: Дрозд И.К.",
        "Присутствовали: " + ", ".join(f"{name} {INITIALS[n % 6]}" for n, name in enumerate(SURNAMES)),
        "РЕШИЛИ:",
    ]
    for place in range(items):
        if place and place % PER_PAGE == 0:
            lines += ["", str(place // PER_PAGE + 1), "", "Протокол коллегии управления образования", ""]
        lines += item(f"{place // PER_PAGE + 1}.{place % PER_PAGE + 1}", chance)
    return [*lines, "", "Председатель коллегии                Т.П. Орлова", "Секретарь                И.К. Дрозд"]


def written(folder: Path, items: int, kind: str, seed: int = 0) -> Path:
    """The protocol as a file of a kind."""
    lines, path = protocol(items, seed), folder / f"{items}-{seed}.{kind}"
    if kind == "txt":
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        path.write_bytes(docx("".join(p(line) for line in lines)))
    return path


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading one file took, its child too; memory is that of the largest process."""

    seconds: float
    processor: float
    megabytes: float


def cost(*command: str) -> Cost:
    """Run a whole process of ours."""
    began = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[-1]} was not read: exit code {process.returncode}")
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return Cost(perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def measure(path: Path, rounds: int) -> Cost:
    """What `protocol read` of a file costs."""
    some = [cost("-m", "cli.main", "protocol", "read", str(path), "--format", "json") for _ in range(rounds)]
    return Cost(median(one.seconds for one in some), min(one.processor for one in some), some[0].megabytes)


def ratio(folder: Path, kind: str, rounds: int) -> float:
    """How much dearer an item is in a long protocol than in short ones."""
    times = LONG // SHORT
    sets = [
        [written(folder, LONG, kind)],
        [written(folder, 1, kind)],
        [written(folder, SHORT, kind, seed) for seed in range(times)],
        [written(folder, 1, kind, seed) for seed in range(times)],
    ]
    taken: list[list[float]] = [[] for _ in sets]
    for _ in range(rounds):
        for paths, seconds in zip(sets, taken, strict=True):
            seconds.append(cost("-c", READ, *map(str, paths)).processor)
    long, one, shorts, ones = map(min, taken)
    return (long - one) / (shorts - ones)


def main() -> int:
    """Measure, print, judge."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    good = True
    print("| file | items | s | of the processor | MB | per item, 2,000 to 200 |\n|--|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("txt", "docx"):
            for items in (1, SHORT, LONG):
                taken = measure(written(Path(folder), items, kind), rounds)
                dearer = ratio(Path(folder), kind, rounds) if items == LONG else 0.0
                shown = f"{taken.seconds:.2f} | {taken.processor:.2f} | {taken.megabytes:.0f}"
                print(f"| {kind} | {items:,} | {shown} | {f'{dearer:.2f}' if dearer else ''} |")
                good = good and taken.seconds < SECONDS and taken.megabytes < MEGABYTES and dearer <= RATIO
    print(f"limits: {SECONDS:.0f} s, {MEGABYTES:.0f} MB, {RATIO}: " + ("kept" if good else "NOT KEPT"))
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
