"""Which kinds of things a kind is linked with: by backward links all in one direction, up or down."""

from __future__ import annotations

from collections.abc import Mapping

from engine.rules.lexicon import Lexicon

EVIDENCE = "evidence"  # proves any thing, so it points to every kind without being declared


def reaches(lexicon: Lexicon, subject: str, other: str) -> bool:
    """Whether things of these kinds can be linked; the case ('') and evidence are linked with everything."""
    if subject in ("", lexicon.case) or other in (lexicon.case, EVIDENCE, subject):
        return True
    return other in _above(lexicon.links, subject) or subject in _above(lexicon.links, other)


def reaches_its_own(lexicon: Lexicon, kind: str) -> bool:
    """Whether a thing of a kind can be linked with another of the same kind; there is one case, and it is no other."""
    return kind != lexicon.case and kind in _above(lexicon.links, kind)


def _above(links: Mapping[str, frozenset[str]], kind: str) -> set[str]:
    seen: set[str] = set()
    ahead = [kind]
    while ahead:
        for other in links.get(ahead.pop(), frozenset()) - seen:
            seen.add(other)
            ahead.append(other)
    return seen
