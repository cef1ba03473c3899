"""Executors: reads who is named behind a label, knows labelled lines, and finds the addressee that opens an item."""

from __future__ import annotations

import re

from intake.who.addressing import Addressee, find_addressee, find_answering, find_controller
from intake.who.parties import head_of
from intake.who.party_reading import person, read_executors
from intake.who.people import names, trimmed

__all__ = [
    "Addressee",
    "find_addressee",
    "find_answering",
    "find_controller",
    "looks_like_executor_line",
    "person",
    "read_executors",
]

_WHO = (
    r"(?:со?исполнител[ьи]|исполнител[ьи]|ответственн\w{2,3}(?:\s+(?:исполнител[ьи]|лиц[оа]|за\s+исполнение(?:\s+(?:поручения|решения|пункта))?|за\s+выполнение))?"
    r"|отв\s?\.(?:\s?исп\s?\.|\s+за\s+исп\w*\.?)?|исп\s?\.|созыв|свод|срок и исполнитель)"
)
_LABEL = re.compile(rf"^[\s(–—-]{{0,4}}{_WHO}\s*(?:[:–—=-]+\s*|(?=\n))(?P<who>.*)$", re.IGNORECASE | re.DOTALL)
_LABEL_ONLY = re.compile(rf"^[\s(–—-]{{0,4}}{_WHO}\s*:?\s*$", re.IGNORECASE)
_BARE_LABEL = re.compile(
    r"^\s*(?:отв\s?\.|исп\s?\.|исполнител[ьи]|ответственн(?:ый|ая|ые))\s+(?P<who>.*)$", re.IGNORECASE | re.DOTALL
)
_TAIL = re.compile(
    r"\(\s*(?:отв\s?\.|ответственн\w{2,3}|исполнител[ьи]|исп\s?\.)(?:\s?исп\s?\.)?\s*[:–—-]?\s*(?P<who>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.;]?\s*$",
    re.IGNORECASE,
)


def looks_like_executor_line(text: str) -> str | None:
    """What stands behind the label of a line, or in a tail «(отв. – …)»; '' behind a label alone; else None."""
    if _LABEL_ONLY.match(text):
        return ""
    label = _LABEL.match(text)
    if label is not None:
        return _closed(label["who"])
    bare = _BARE_LABEL.match(text)
    if (
        bare is not None
        and len(text) < 200
        and read_executors(bare["who"])
        and (names(bare["who"]) or head_of(bare["who"]))
    ):
        return _closed(bare["who"])
    tail = _TAIL.search(text)
    return trimmed(tail["who"]) if tail is not None else None


def _closed(who: str) -> str:
    who = who.strip().rstrip(".;, ") if who.rstrip(".;, ").endswith(")") else who.strip()
    if who.endswith(")") and who.count(")") > who.count("("):
        who = who[:-1]
    return trimmed(who)
