"""A term inside a sentence: «… обеспечить в срок до 15.01.2022 года подготовку предложений …».

Most dates in a sentence are no terms: they name documents, plans, periods reported on. So a term is taken where
something marks it as one; without a mark only where a clerk puts a term (at the head, behind the verb, at the end), and
only if it lies ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.protocol import Deadline
from intake.terms.marks import CLAUSE, EACH_TIME, GERUND, HAPPENS, INFINITIVE, MARKED, OTHERS, PLACED, ROUND
from intake.terms.phrase import read_phrase
from intake.terms.relative import at_once
from intake.terms.words import plain


@dataclass(frozen=True, slots=True)
class Term:
    """A term in a sentence: as written, its place, and what it says."""

    raw: str
    start: int
    end: int
    deadline: Deadline


_LONG = 40
_NEAR = 4
_VERB = re.compile(rf"^{INFINITIVE}")


def terms(text: str, decided: date | None) -> Iterator[Term]:
    """The terms of a sentence that are the item's own, the most binding first."""
    smooth = re.sub(r"\s", " ", plain(text))
    hidden = _quoted(smooth)
    for pattern in (ROUND, MARKED, PLACED, HAPPENS):
        for hit in pattern.finditer(smooth):
            if hidden[hit.start()] or not _own(smooth, hit) or (pattern is PLACED and not _prominent(smooth, hit)):
                continue
            found = _term(text, smooth, hit, decided)
            if found is not None and (pattern is not PLACED or _ahead(found.deadline, decided)):
                yield found


def leading(text: str, decided: date | None) -> Term | None:
    """The term that a sentence opens with, before it says who is to act."""
    smooth = re.sub(r"\s", " ", plain(text))
    hits = (pattern.match(smooth) for pattern in (ROUND, MARKED, PLACED))
    return next((found for hit in hits if hit and (found := _term(text, smooth, hit, decided))), None)


def _term(text: str, smooth: str, hit: re.Match[str], decided: date | None) -> Term | None:
    deadline = read_phrase(hit.group(), decided)
    if deadline.kind == "none":
        return None
    if at_once(hit.group()) and EACH_TIME.match(smooth, hit.end()):
        deadline = Deadline(kind="event")
    return Term(text[hit.start() : hit.end()].strip(" ,"), hit.start(), hit.end(), deadline)


def _own(text: str, hit: re.Match[str]) -> bool:
    """Is the term the item's own, and not that of a document, a period or a subordinate clause?"""
    before = text[: hit.start()]
    if OTHERS.search(before[-_LONG:]):
        return False
    clause = before[max(before.rfind(","), before.rfind(";"), before.rfind(":"), before.rfind(". ")) + 1 :]
    if CLAUSE.search(clause):
        return False
    vague = not re.search(r"\d", hit.group())
    return not (vague and len(before) > _LONG and _in_gerund_clause(before))


def _in_gerund_clause(before: str) -> bool:
    """«…, определив периодичность … до конца учебного года» says when the clause ends, not the item."""
    gerund = max((hit.start() for hit in GERUND.finditer(before)), default=0)
    return bool(gerund) and "," in before[:gerund]


def _prominent(text: str, hit: re.Match[str]) -> bool:
    """Does the term stand where a clerk puts one: at the head, behind the verb, alone in brackets or at the end?"""
    before, after = text[: hit.start()].strip(), text[hit.end() :].strip(" \t,–—-")
    if not before or (before.endswith("(") and after.startswith(")")):
        return True
    if len(before.split()) <= _NEAR and _VERB.match(before):
        return True
    if _VERB.match(after):
        return True
    return not after.strip(" .;,)") and not re.match(r"(?:в|во|с|начиная)\s+(?:20|19)\d\d(?!\s?-)", hit.group())


def _ahead(deadline: Deadline, decided: date | None) -> bool:
    last = deadline.due or deadline.start
    return decided is None or (last is not None and last >= decided)


def _quoted(text: str) -> list[bool]:
    """For each place: is it inside «guillemets»? Titles of plans carry years of their own."""
    depth, hidden = 0, []
    for sign in text:
        depth = max(0, depth + (sign == "«") - (sign == "»"))
        hidden.append(depth > 0 and sign != "«")
    return [*hidden, False]
