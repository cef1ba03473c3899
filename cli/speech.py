"""Talk, on stderr: what was done, what comes next, and the one shape that every error has."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from cli.complaint import Complaint
from cli.glyphs import shown, tamed
from engine.messages import Lang, fix, say, words_for

MOST = 6  # things of one kind that are named in a sentence


def line(text: str) -> None:
    """One line of talk, in signs that the console can show; it obeys none of what somebody has typed or written."""
    sys.stderr.write(shown(tamed(text), sys.stderr.encoding) + "\n")


def listed(things: Sequence[str], lang: Lang) -> str:
    """The first of many things, and how many more there are."""
    more = say("why-and-more", {"count": len(things) - MOST}, lang) if len(things) > MOST else ""
    return ", ".join(things[:MOST]) + more


def complain(complaint: Complaint, lang: Lang) -> None:
    """Tell an error: what, where, why, what to do, where to read on."""
    tell_error(complaint.code, complaint.facts, lang, where=complaint.where)


def tell_error(
    code: str,
    facts: object,
    lang: Lang,
    where: str = "",
    whys: tuple[str, ...] = (),
    heading: str = "error",
    ways: tuple[str, ...] = (),
) -> None:
    """The error shape for any code of the messages; reasons and ways out that only this case has come in besides.

    Where to read on is said at once for an error; the reasons of a refusal share that line.
    """
    known = dict(facts) if isinstance(facts, dict) else dict(facts or {})  # type: ignore[call-overload]
    number = words_for(code).number
    line(f"{say(heading, {}, lang)}{' ' + number if number else ''}: {say(code, known, lang)}")
    if where:
        line(f"  {where}")
    for why in (*_standing_reason(code, known, lang), *whys):
        line(f"{say('because', {}, lang)}: {why}")
    general = fix(code, known, lang)
    heading_of_way = f"{say('put-right', {}, lang)}: "
    for n, way_out in enumerate(ways or ((general,) if general else ())):
        line((" " * len(heading_of_way) if n else heading_of_way) + way_out)
    if number and heading != "refusal":
        line(f"resheno help {number}")


def _standing_reason(code: str, facts: dict[str, object], lang: Lang) -> tuple[str, ...]:
    try:
        words_for(f"{code}-why")
    except KeyError:
        return ()
    return (say(f"{code}-why", facts, lang),)
