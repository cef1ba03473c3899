"""A process that reads every file of a folder and tells, as JSON, what came of each and what it cost.

    python -m tests.faults.reading_bombs FOLDER [CANARY]

With CANARY it does first what no reader may: it reads the canary, for the negative control.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from intake.reading import read_file
from intake.unreadable import Unreadable


def processor() -> float:
    """The time that this process and its children have had of the processor: other programs do not disturb it."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def read(path: Path) -> dict[str, object]:
    """What came of one file."""
    began = processor()
    try:
        text = json.dumps(repr(read_file(path)))
        came = "read"
    except Unreadable as fault:
        came = text = fault.problem.code
    except Exception as fault:
        came = text = f"{type(fault).__name__}: {fault}"
    return {"came": came, "seconds": processor() - began, "canary": "КАНАРЕЙКА" in text}


def main() -> None:
    """Read them all, each after the honest one of its kind."""
    folder = Path(sys.argv[1])
    if len(sys.argv) > 2:
        Path(sys.argv[2]).read_bytes()
    told = {path.name: read(path) for path in [*folder.glob("honest.*")] * 2}
    told |= {path.name: read(path) for path in sorted(folder.iterdir()) if path.name not in told and path.is_file()}
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    print(json.dumps({"files": told, "child": children, "own": own}))


if __name__ == "__main__":
    main()
