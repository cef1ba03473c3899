"""The values that fit a parameter: words of closed lists, and ids out of the database that is meant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cli.output import FORMATS
from engine.messages import Lang

if TYPE_CHECKING:
    from cli.completing import Offer, Spot

CLOSED: dict[str, tuple[str, ...]] = {
    "lang": ("ru", "en"),
    "format": FORMATS,
    "csv": ("excel-ru", "rfc"),
    "color": ("auto", "always", "never"),
    "fail_on": ("warning", "error", "never"),
    "outcome": ("done", "not_done", "not_applicable"),
    "mechanism": tuple(f"{group}.{n}" for group in (1, 2) for n in (1, 2, 3, 4)),
    "profile": ("file", "server"),
    "regime": ("common", "federal_agency", "sverdlovsk"),
    "topic": ("exit-codes", "errors", "formats"),
    "shell": ("bash", "zsh", "fish", "powershell"),
}
PARTIES = frozenset(
    ("actor", "typed_by", "who", "who_filter", "whose", "stand_in", "executor", "controller", "waive", "operator")
)
# What the ids of a parameter name; a noun may mean its own things by a plain `id`.
THINGS = {
    **dict.fromkeys(PARTIES, "party"),
    **dict.fromkeys(("id", "ids", "case", "what"), "case"),
    **dict.fromkeys(("target_id", "link"), "record"),
    "protocol": "protocol",
    "intent": "intent",
}
OF_NOUN = {"task": "task", "protocol": "protocol", "record": "record", "evidence": "any"}


def values(spot: Spot, typed: str, lang: Lang) -> list[Offer]:
    """What fits; nothing where any text, or a file, is wanted: the shell offers files by itself."""
    if spot.param in CLOSED:
        return [(word, "") for word in CLOSED[spot.param] if word.startswith(typed.casefold())]
    thing = thing_of(spot.entries[0].name if spot.entries else "", spot.param)
    return _ids(spot, thing, typed) if thing else []


def thing_of(noun: str, param: str) -> str:
    """What the ids of a parameter name, under this noun; '' where it takes none."""
    thing = THINGS.get(param, "")
    return OF_NOUN.get(noun, thing) if param in ("id", "ids") else thing


def _ids(spot: Spot, thing: str, typed: str) -> list[Offer]:
    from cli.ids import beginnings
    from engine.store.naming import ids
    from engine.store.place import place_of
    from engine.store.window import look

    place = place_of(spot.given.get("db") or os.environ.get("RESHENO_DB") or "base.resheno")
    with look(place) as window:
        return list(ids(window, thing, beginnings(typed)))
