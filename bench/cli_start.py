"""How long a whole process of ours takes against a bare Typer program, both run by turns in one go.

    python bench/cli_start.py [ROUNDS]

Prints the median of each in milliseconds and the ratios. Exit code 1 if a ratio is above the limit. Both sides run from
compiled modules, as they are installed: the first turn compiles them into a folder of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

LIMIT = 1.5
ROOT = Path(__file__).resolve().parents[1]
HELLO = """
import typer

app = typer.Typer()


@app.command()
def hello(name: str = "world") -> None:
    print(f"hello {name}")


app()
"""


def run(command: list[str], environ: Mapping[str, str]) -> float:
    """The wall time of one whole process."""
    began = perf_counter()
    subprocess.run(command, capture_output=True, check=True, env=environ, cwd=ROOT)
    return perf_counter() - began


def small_database(folder: Path, environ: Mapping[str, str]) -> Path:
    """A database with the examples in it."""
    database = folder / "small.resheno"
    ours = [sys.executable, "-m", "cli.main", "--db", str(database)]
    run([*ours, "init"], environ)
    for document in sorted((ROOT / "examples").glob("*.txt"))[:2]:
        run([*ours, "protocol", "import", str(document), "--yes"], environ)
    return database


def measure(commands: Mapping[str, list[str]], rounds: int, environ: Mapping[str, str]) -> dict[str, float]:
    """The median of each command, run by turns so that a busy machine slows all of them alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            took = run(command, environ)
            if turn:  # the first turn warms the caches
                times[name].append(took)
    return {name: median(took) for name, took in times.items()}


def main() -> int:
    """Measure, print, judge."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environ = {**kept, "RESHENO_LANG": "ru", "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO, encoding="utf-8")
        database = small_database(Path(folder), environ)
        ours = [sys.executable, "-m", "cli.main"]
        commands = {
            "bare Typer hello": [sys.executable, str(hello)],
            "resheno --help": [*ours, "--help"],
            "resheno today": [*ours, "--db", str(database), "today"],
        }
        medians = measure(commands, rounds, environ)
    bare = medians["bare Typer hello"]
    for name, took in medians.items():
        print(f"{name:20} {took * 1000:7.1f} ms   {took / bare:4.2f} ×")
    return int(any(took / bare > LIMIT for took in medians.values()))


if __name__ == "__main__":
    sys.exit(main())
