"""Our reading against dateparser and natasha: `python -m bench.intake PYTHON-OF-THE-PEERS [--errors | --their-errors]`.

Prints a table for each kind of phrase. Exit code 1 if we are behind in a row.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from bench.intake import ours, peers, phrases
from bench.intake.score import Score, score


def asked_of_peers(python: str, asked: Mapping[str, list[phrases.Phrase]]) -> dict[str, list[dict[str, list[str]]]]:
    """The answers of the others, from an interpreter that has them."""
    flat = {what: [asdict(phrase) for phrase in some] for what, some in asked.items()}
    done = subprocess.run(
        [python, "-W", "ignore", str(Path(peers.__file__))],
        input=json.dumps(flat),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    answers: dict[str, list[dict[str, list[str]]]] = json.loads(done.stdout)
    return answers


def show(title: str, peer: str, mine: Mapping[str, Score], theirs: Mapping[str, Score]) -> list[str]:
    """Print a table; give the rows where we are behind."""
    print(f"\n| {title} | phrases | precision | recall | {peer}: precision | recall |")
    print("|--|--:|--:|--:|--:|--:|")
    for row, own in mine.items():
        other, mark = theirs[row], " *" if own.only_silence else ""
        figures = f"{own.precision:.3f} | {own.recall:.3f} | {other.precision:.3f} | {other.recall:.3f}"
        print(f"| {row}{mark} | {own.phrases} | {figures} |")
    return [f"{title}: {row}" for row, own in mine.items() if own.balance < theirs[row].balance]


def main() -> int:
    """Ask both, print, judge."""
    python, options = sys.argv[1], sys.argv[2:]
    asked = {"deadlines": phrases.deadlines(), "people": phrases.people(), "bodies": phrases.bodies()}
    own = {
        "deadlines": [ours.term(phrase) for phrase in asked["deadlines"]],
        "people": [ours.people(phrase) for phrase in asked["people"]],
        "bodies": [ours.bodies(phrase) for phrase in asked["bodies"]],
    }
    others = asked_of_peers(python, asked)
    for answers in (own["people"], others["people"]):
        for answer in answers:
            answer["met"] = list(phrases.met(answer["people"]))
    tables = (
        ("deadlines: first and last day", "dateparser", "deadlines", ""),
        ("people in the nominative", "natasha", "people", "people"),
        ("people, in whatever case", "natasha", "people", "met"),
        ("bodies as written", "natasha", "bodies", "as written"),
        ("bodies in the nominative", "natasha", "bodies", "nominative"),
    )
    behind = []
    for title, peer, what, only in tables:
        mine, theirs = score(asked[what], own[what], only), score(asked[what], others[what], only)
        behind += show(title, peer, mine, theirs)
        for option, scores in (("--errors", mine), ("--their-errors", theirs)):
            if option in options:
                print("", *scores["all"].errors, sep="\n")
    print("\n* nothing is to be found in these; both figures are the share of phrases rightly passed over")
    print("behind in: " + ("; ".join(behind) or "no row"))
    return int(bool(behind))


if __name__ == "__main__":
    sys.exit(main())
