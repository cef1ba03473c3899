"""Which id was meant, where a person sits at the terminal: the beginning of one will do, or words of a title.

Done in one place, before the command runs, over the parameters that take ids; a script gives them whole. What is taken
is said; what could be several things is refused with their list, and what is nothing is left for the command to refuse.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from cli.complaint import Complaint
from cli.exits import Exit
from cli.offering import thing_of
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.window import Window

# In which texts words are looked for; parties have a way of their own to be named by a part.
KINDS = {
    "case": ("protocol", "task", "case"),
    "task": ("task",),
    "protocol": ("protocol",),
    "record": ("record",),
    "any": ("record", "protocol", "task", "case"),
}
LISTED = 10  # things of an ambiguous answer that are named
_NAMES_NO_ID = re.compile(r"[a-z_]+|.*[\\/].*|.*\.\w{2,5}")  # a workflow, a path, a file


def attended(terminal: Terminal) -> bool:
    """Whether somebody sits there, types and reads."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return not terminal.given.get("no_input") and all(stream and stream.isatty() for stream in streams)


def as_meant(terminal: Terminal, noun: str, params: dict[str, Any]) -> None:
    """Put whole ids in the place of what was typed for them."""
    wanted = {name: thing for name in params if params[name] and (thing := thing_of(noun, name)) in KINDS}
    if not wanted:
        return
    from engine.store.errors import StoreError
    from engine.store.window import look

    try:
        with look(terminal.db, terminal.as_of) as window:
            for name, thing in wanted.items():
                given = params[name]
                if isinstance(given, str):
                    params[name] = _one(terminal, window, thing, given)
                else:
                    params[name] = [_one(terminal, window, thing, str(each)) for each in given]
    except StoreError:  # which the command will meet itself, and tell
        return


def _one(terminal: Terminal, window: Window, thing: str, given: str) -> str:
    if _NAMES_NO_ID.fullmatch(given):
        return given
    found = _begun(window, thing, given)
    if found is None:
        return given
    found = found or _titled(window, thing, given)
    if len(found) > 1:
        lines = [f"{id} {_short(title)}" for id, title in found[:LISTED]]
        more = terminal.words("why-and-more", count=len(found) - LISTED) if len(found) > LISTED else ""
        raise Complaint("id-many", {"given": given, "ids": "\n  ".join(lines) + more}, Exit.USAGE)
    if not found:
        return given
    [(id, title)] = found
    terminal.talk("id-meant", id=id, title=_short(title))
    return id


def _begun(window: Window, thing: str, given: str) -> Sequence[tuple[str, str]] | None:
    """The ids that begin so, None if one is that very id. No number goes on: 5.1 does not begin 5.10."""
    from cli.ids import candidates
    from engine.store.naming import ids

    spelt = (given.strip().upper(), *candidates(given))
    known = list(ids(window, thing, spelt))
    if any(id in spelt for id, _ in known):
        return None
    return [(id, title) for id, title in known if any(_goes_on(id, each) for each in spelt)]


def _goes_on(id: str, begun: str) -> bool:
    return id.startswith(begun) and not (begun[-1:].isdigit() and id[len(begun)].isdigit())


def _titled(window: Window, thing: str, given: str) -> Sequence[tuple[str, str]]:
    """What has all these words in its title, else this very part; nothing is guessed from a word of a letter or two."""
    from engine.store.search import folded, query, search
    from engine.store.texts import texts

    asked = query(given) if re.search(r"[^\W\d_]{3}", given) else None
    if asked is None:
        return []
    among = [text._replace(more=(), numbers=()) for text in texts(window) if text.kind in KINDS[thing]]
    whole = [hit.text for hit in search(asked, among) if hit.whole]
    part = folded(given.strip())
    return [(text.id, text.title) for text in whole or among if whole or part in folded(text.title)]


def _short(title: str) -> str:
    text = " ".join(title.split())
    return text if len(text) <= 60 else text[:59] + "…"
