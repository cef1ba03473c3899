"""One of our sides in a process of its own: `python -m bench.advancing.side ours|long|bare FILE CASES wall|processor`.

As the others do, it answers each line `N` on the standard input with the seconds that N advances took. `long` takes
each assignment through forty advances; `bare` first rehearses what ours writes, in a copy of the file.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.advancing.ours import LONG, Bare, Ours, recorded
from bench.advancing.peers import CLOCKS, Advances, Clock


def ours(path: Path, cases: int, clock: Clock) -> Advances:
    """Through the whole desk."""
    return Ours(path, cases, clock).advance


def long(path: Path, cases: int, clock: Clock) -> Advances:
    """The same with a life of forty advances."""
    return partial(Ours(path, cases, clock).advance, life=LONG)


def bare(path: Path, cases: int, clock: Clock) -> Advances:
    """The rows that all advances of all these cases write, without thinking."""
    rehearsal = path.with_name(f"{path.stem}-rehearsal{path.suffix}")
    shutil.copy(path, rehearsal)
    with recorded() as written:
        Ours(rehearsal, cases, clock).advance(cases)
    return Bare(path, written, clock).advance


SIDES: dict[str, Callable[[Path, int, Clock], Advances]] = {"ours": ours, "long": long, "bare": bare}

if __name__ == "__main__":
    name, path, cases, clock = sys.argv[1:]
    advances = SIDES[name](Path(path), int(cases), CLOCKS[clock])
    for line in sys.stdin:
        print(advances(int(line)), flush=True)
