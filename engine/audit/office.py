"""What is wrong with the roles of an office: nobody who could notice, nobody who could give leave, terms run out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from engine.run.case import Case
from engine.run.office import Tenure, holders, tenures
from engine.store.health import Ailment

StoodIn = tuple[str, str]  # who acted, and in whose place


def of_office(office: Case | None, day: date, relied: Iterable[StoodIn], names: Mapping[str, str]) -> Iterator[Ailment]:
    """The findings of one day; `relied` are the acts of stand-ins on which open cases stand."""
    held = tenures(office)
    if not held:
        return
    yield from _keepers(held, day, names)
    if not holders(held, "head", day):
        yield Ailment("doctor-no-head", "warning", {})
    yield from _run_out(held, day, Counter(relied), names)


def _keepers(held: tuple[Tenure, ...], day: date, names: Mapping[str, str]) -> Iterator[Ailment]:
    """SOD-6: whoever keeps the file and all checkpoints of it could rewrite both. Nobody named is whoever made it."""
    files = holders(held, "file_keeper", day) or holders(held, "operator", day)
    points = holders(held, "checkpoint_keeper", day)
    for who in sorted(files):
        if points <= {who}:
            yield Ailment("doctor-one-keeper", "warning", {"who": names.get(who, who)})


def _run_out(
    held: tuple[Tenure, ...], day: date, relied: Counter[StoodIn], names: Mapping[str, str]
) -> Iterator[Ailment]:
    """Standing in that is over while cases which it moved are still open, and nothing has taken its place."""
    still = {(each.party, each.instead_of) for each in held if each.instead_of and each.holds(day)}
    over = [each for each in held if each.instead_of and each.until is not None and each.until < day]
    last = {(each.party, each.instead_of): each for each in sorted(over, key=lambda each: each.until or day)}
    for pair, each in last.items():
        if relied[pair] and pair not in still:
            facts = {
                "role": each.role,
                "until": each.until,
                "count": relied[pair],
                "who_id": pair[0],
                "whose_id": pair[1],
            }
            yield Ailment(
                "doctor-stand-in-over",
                "warning",
                {**facts, "who": names.get(pair[0], pair[0]), "whose": names.get(pair[1], pair[1])},
            )
