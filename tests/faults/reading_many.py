"""A process that reads spoilt files one after the other and tells, as JSON, what came of them.

    python -m tests.faults.reading_many FORMAT FIRST COUNT [PLANTED]

The parsers run here and not in a child each, so that thousands can be tried; what they do in a child is the same. The
process takes no more memory than a child may. PLANTED is a fault for the negative controls: crash, slow or hungry.
"""

from __future__ import annotations

import json
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from engine.problems import Problem
from intake import opening
from intake.contract import as_json
from intake.formats.bounds import MEMORY
from intake.formats.reader import reader_of
from intake.paper import Line
from intake.reading import read_file
from intake.unreadable import Unreadable, unreadable
from tests.faults.spoiling import spoilt_file

SECONDS = 5.0


class TooSlow(Exception):
    """A file took longer than any may."""


def read_here(kind: str, data: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """As `read_within_bounds`, but in this process."""
    try:
        return reader_of(kind)(data)
    except MemoryError:
        raise unreadable("paper-too-demanding") from None


def plant(fault: str) -> None:
    """Do what must never happen."""
    if fault == "crash":
        raise KeyError("planted")
    if fault == "slow":
        while True:
            pass
    if fault == "hungry":
        bytearray(2 * MEMORY)


def main() -> None:
    """Read them all."""
    form, first, count, *planted = sys.argv[1:]
    setattr(opening, "read_within_bounds", read_here)  # noqa: B010 - a foreign name there, which mypy will not see set
    told = {"read": 0, "refused": 0, "slowest": 0.0, "faults": list[str]()}
    try:
        import resource
    except ImportError:  # Windows has no limits of this kind
        resource = None  # type: ignore[assignment]
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    def stop(*_: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, stop)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"spoilt.{form}"
        for seed in range(int(first), int(first) + int(count)):
            path.write_bytes(spoilt_file(form, seed))
            told_of(path, seed, planted[0] if planted else "", told)
    told["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000 if resource else 0
    print(json.dumps(told))


def told_of(path: Path, seed: int, planted: str, told: dict[str, object]) -> None:
    """Read one file and count it."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, 1 if planted else 4 * SECONDS)  # other programs may have the processor too
    faults = told["faults"]
    assert isinstance(faults, list)
    try:
        plant(planted)
        json.dumps(as_json(read_file(path), "ru"))
        told["read"] = int(str(told["read"])) + 1
    except Unreadable:
        told["refused"] = int(str(told["refused"])) + 1
    except (Exception, RecursionError) as fault:
        place = traceback.extract_tb(fault.__traceback__)[-1]
        faults.append(
            f"{path.suffix} {seed}: {type(fault).__name__}: {fault} ({Path(place.filename).name}:{place.lineno})"
        )
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    took = time.process_time() - began
    told["slowest"] = max(float(str(told["slowest"])), took)
    if took > SECONDS:
        faults.append(f"{path.suffix} {seed}: {took:.1f} s")


if __name__ == "__main__":
    main()
