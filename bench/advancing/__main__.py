"""What a durable advance costs: `python -m bench.advancing PYTHON-OF-THE-PEERS [--cases N] [--rounds N]`.

Ours is an assignment taken through its life at the desk: facts read, requirements judged, journal and projections
written, one commit with full syncing. All sides run by turns in one go, each in a process of its own: on the disk of
the temporary folder by the clock on the wall, and on a disk of memory, where there is one, by the time of the
processor: there syncing costs nothing, and what is left is the work. Exit code 1 if a ratio is beyond its limit.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from timeit import repeat

from bench.advancing import peers
from bench.advancing.many import multiplied
from bench.advancing.ours import BATCH, Ours, office, recorded
from bench.advancing.peers import CLOCKS
from bench.advancing.sessions import a_session_per_row
from engine.definition.shipped import shipped
from engine.run.machine import Token, event, machine, way
from engine.store.sqlite_file import Profile

TURN = 40  # advances of one side before it is the next one's turn
MEMORY = Path("/dev/shm")
Advances = Callable[[int], float]


class Side:
    """One side in a process of its own, asked by turns."""

    def __init__(self, *command: str) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def advance(self, count: int) -> float:
        assert self._process.stdin and self._process.stdout
        print(count, file=self._process.stdin, flush=True)
        answer = self._process.stdout.readline()
        if not answer:
            raise SystemExit("a side has ended by itself")
        return float(answer)

    def end(self) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.kill()
        self._process.wait()


def by_turns(sides: Mapping[str, Advances], rounds: int) -> dict[str, float]:
    """Milliseconds of one advance of each side, the median of its turns; the first turn warms up."""
    times: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(rounds + 1):
        for name, advance in sides.items():
            took = advance(TURN) / TURN * 1000
            if turn:
                times[name].append(took)
    return {name: median(took) for name, took in times.items()}


def of_ours(name: str, path: Path, cases: int, clock: str) -> Side:
    """One of our sides at a file with so many assignments."""
    return Side(sys.executable, "-m", "bench.advancing.side", name, str(path), str(cases), clock)


def of_peers(python: str, name: str, path: Path, clock: str) -> Side:
    """One of the others."""
    return Side(python, "-W", "ignore", str(Path(peers.__file__)), name, str(path), clock)


def against_bare(folder: Path, profile: Profile, rounds: int, clock: str) -> dict[str, Side]:
    """Ours, and the same rows written bare into a copy of the same file."""
    cases = TURN * (rounds + 2)
    path, copy = (folder / f"{profile}-{name}.resheno" for name in ("ours", "bare"))
    office(path, cases, profile)
    shutil.copy(path, copy)
    return {
        f"ours, {profile}": of_ours("ours", path, cases, clock),
        f"bare, {profile}": of_ours("bare", copy, cases, clock),
    }


def one_on_one(folder: Path, python: str, rounds: int, clock: str) -> bool:
    """The table of all sides in one place; whether every ratio is within its limit."""
    sides = against_bare(folder, Profile.SERVER, rounds, clock) | against_bare(folder, Profile.FILE, rounds, clock)
    sides |= {
        name: of_peers(python, name, folder / f"{name}.db", clock)
        for name in ("spiff", "dbos", "dbos-step", "dbos-act")
    }
    took = by_turns({name: side.advance for name, side in sides.items()}, rounds)
    for side in sides.values():
        side.end()
    for name, milliseconds in took.items():
        print(f"| {name} | {milliseconds:.2f} |")
    ours = took["ours, server"]
    good = [
        told("SpiffWorkflow : ours", took["spiff"] / ours, at_least=5),
        told("DBOS, a workflow for each act : ours", took["dbos-act"] / ours, at_least=8),
        told("DBOS, four steps of a workflow in a row : ours", took["dbos-step"] / ours, at_least=8),
        told("DBOS, four transactions of a workflow in a row : ours", took["dbos"] / ours, at_least=8),
        told("bare sqlite3 : ours, server profile", took["bare, server"] / ours, at_least=0.25),
        told("ours : bare sqlite3, file profile", took["ours, file"] / took["bare, file"], at_most=1.3),
    ]
    return all(good)


def long_lives(folder: Path, python: str, rounds: int, clock: str) -> None:
    """An advance of an assignment that is returned time and again, so that its history is long: forty advances."""
    path, cases = folder / "long.resheno", rounds + 2
    office(path, cases, Profile.SERVER)
    sides = {"ours": of_ours("long", path, cases, clock)}
    sides["spiff"] = of_peers(python, "spiff-long", folder / "long.db", clock)
    took = by_turns({name: side.advance for name, side in sides.items()}, rounds)
    for side in sides.values():
        side.end()
    for name, milliseconds in took.items():
        print(f"| {name}, forty advances a life | {milliseconds:.2f} |")
    print(f"| SpiffWorkflow : ours, forty advances a life | {took['spiff'] / took['ours']:.2f} |", flush=True)


def told(what: str, ratio: float, at_least: float = 0, at_most: float = float("inf")) -> bool:
    """Print a ratio with its limit."""
    limit = f"at least {at_least}" if at_least else f"at most {at_most}"
    good = at_least <= ratio <= at_most
    print(f"| {what} | {ratio:.2f} ({limit}) |" + ("" if good else " MISSED"), flush=True)
    return good


def batch(folder: Path, clock: str) -> bool:
    """A thousand advances in one intent, against the same rows with a SQLModel session and a commit for each.

    Each is one commit, or two thousand: the median of five of ours, for a single sync takes what it takes.
    """
    path, copy = folder / "batch.resheno", folder / "batch-copy.resheno"
    office(path, BATCH, Profile.SERVER)
    copies = [folder / f"batch-{n}.resheno" for n in range(5)]
    for each in (copy, *copies):
        shutil.copy(path, each)
    with recorded() as written:
        Ours(copy, BATCH, CLOCKS[clock]).batch()
    took = [Ours(each, BATCH, CLOCKS[clock]).batch() for each in copies]
    rows, theirs = a_session_per_row(path, [each for turn in written for each in turn], CLOCKS[clock])
    ours = median(took)
    print(f"| a thousand in one intent, s | {ours:.2f} |")
    print(f"| a SQLModel session for each of {rows} rows, s | {theirs:.2f} |")
    return told("a session per row : ours", theirs / ours, at_least=10)


def growth(folder: Path, cases: int) -> bool:
    """What an advance costs among so many cases, against a tenth of them."""
    few, many = folder / "few.resheno", folder / "many.resheno"
    office(few, cases // 10, Profile.SERVER)
    multiplied(few, cases // 10, 10, many)
    sides = {
        f"{size:,} cases": Ours(path, size, CLOCKS["processor"]).advance
        for path, size in ((few, cases // 10), (many, cases))
    }
    took = by_turns(sides, 15)
    for name, milliseconds in took.items():
        print(f"| {name} | {milliseconds:.2f} |")
    return told(
        f"{cases:,} : {cases // 10:,} cases", took[f"{cases:,} cases"] / took[f"{cases // 10:,} cases"], at_most=2
    )


def arrow_alone() -> bool:
    """What the library that knows the arrows takes of an advance: our step against its bare trigger."""
    workflow = shipped("assignment")
    arrow = workflow.arrows[0]
    bare, token = machine(workflow).events[event(arrow)], Token(arrow.source)
    step = way(workflow, arrow)

    def trigger() -> None:
        token.state = arrow.source
        bare.trigger(token)

    sides = {"bare trigger": trigger, "our step": lambda: step(arrow.source)}
    took = {name: min(repeat(side, number=100, repeat=300)) * 10 for name, side in sides.items()}
    for name, milliseconds in took.items():
        print(f"| transitions, {name}, µs | {milliseconds * 1000:.1f} |")
    return told("our step : bare trigger of transitions", took["our step"] / took["bare trigger"], at_most=1.25)


def main() -> int:
    """Measure, print, judge."""
    asked = argparse.ArgumentParser(prog="python -m bench.advancing")
    asked.add_argument("python", help="an interpreter that has SpiffWorkflow and DBOS")
    asked.add_argument("--cases", type=int, default=100_000, help="cases of the larger file")
    asked.add_argument("--rounds", type=int, default=10, help="turns of each side")
    given = asked.parse_args()
    good = True
    for place, where, clock in (("disk", None, "wall"), ("disk of memory", MEMORY, "processor")):
        if where and not where.is_dir():
            continue
        with tempfile.TemporaryDirectory(dir=where) as folder:
            print(f"\n| on a {place}: one advance, ms ({clock}) | |\n|--|--:|", flush=True)
            good = one_on_one(Path(folder), given.python, given.rounds, clock) and good
            good = batch(Path(folder), clock) and good
            long_lives(Path(folder), given.python, given.rounds, clock)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        print("\n| the library of the arrows | |\n|--|--:|", flush=True)
        good = arrow_alone() and good
        print("\n| among many cases: one advance, ms (processor) | |\n|--|--:|", flush=True)
        good = growth(Path(folder), given.cases) and good
    print("\nlimits: " + ("kept" if good else "NOT KEPT"))
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
