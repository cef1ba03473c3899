"""One executor out of one piece of a list: a person with a post, a body, a group, a body with its person."""

from __future__ import annotations

import re
from dataclasses import replace

from engine.morphology import Case
from engine.protocol import Executor
from intake.who.nominative import nominative
from intake.who.parties import Head, head_of, is_body
from intake.who.party_list import Piece, pieces
from intake.who.people import Name, full_name, is_surname, names, surname_nominative, trimmed


def read_executors(raw: str, case: Case | None = None) -> tuple[Executor, ...]:
    """The executors that a text names; lines are joined by line breaks. `case` is the case they stand in, if known."""
    found: list[Executor] = []
    case = case or _case_of(raw)
    for piece in pieces(raw, case):
        found.extend(_executors(piece, case))
    if any(one.role == "lead" for one in found):
        found = [replace(one, role="co-executor") if one.role == "responsible" else one for one in found]
    return tuple(found)


def _case_of(raw: str) -> Case | None:
    """The case of a list that does not stand in the nominative: «Лугову А.Б., Сомовой В.В.» is dative throughout."""
    people = names(raw[:120])
    if people and people[0].start == 0:
        oblique = surname_nominative(people[0].surname.capitalize(), "nom") != people[0].surname.capitalize()
        return "dat" if oblique else None
    head = head_of(raw[:120])
    return None if head is None or head.case == "nom" else head.case  # type: ignore[return-value]


def _with_second(piece: Piece, people: tuple[Name, ...], case: Case | None) -> list[Executor]:
    """«Лугова А.Б. (Сомов В.В.)» names two people, the second in brackets."""
    opens = piece.text.index("(")
    parts = (piece.text[:opens].strip(), piece.text[opens + 1 :].rstrip(" ;,)"))
    return [_with_post(replace(piece, text=part, raw=part), names(part)[0], case) for part in parts if names(part)]


def _executors(piece: Piece, case: Case | None) -> list[Executor]:
    """One piece of a list: a person with a post, a body, a group, or a body with the person in brackets."""
    people = names(piece.text)
    inner = _in_brackets(piece.text, people)
    if inner:
        outside = piece.text[: piece.text.index("(")].strip()
        head = head_of(outside, piece.case or case)
        if head is None or head.kind != "post" or len(people) > 1:
            body = _one(replace(piece, text=outside, raw=outside), case)
            inside = trimmed(piece.text[piece.text.index("(") + 1 :].rstrip(" ;,)"))
            within = [replace(who, role=piece.role) for who in read_executors(inside)]
            # «директорам школ (Липову И.И., Клёновой П.П.)» are these two; a body stands beside the one who heads it.
            return within if _are_posts(head) and len(within) > 1 else [body, *within]
    if len(people) > 1 and people[0].end <= piece.text.find("(") < people[1].start:
        return _with_second(piece, people, case)
    if people:
        return [_with_post(piece, people[0], case)]
    return [_one(piece, case)] if piece.text.strip(" .,-–—") else []


def _are_posts(head: Head | None) -> bool:
    return head is not None and head.kind == "group" and not is_body(head.lemma)


def _in_brackets(text: str, people: tuple[Name, ...]) -> bool:
    opens = text.find("(")
    return opens > 0 and bool(people) and all(who.start > opens for who in people)


def _with_post(piece: Piece, who: Name, case: Case | None) -> Executor:
    rest = f"{piece.text[: who.start]} {piece.text[who.end :]}"
    post = re.sub(r"\s+", " ", rest).strip(" ,;:–—-.()")
    return _named(who, trimmed(piece.raw), post, piece, case)


def _named(who: Name, raw: str, post: str, piece: Piece, case: Case | None) -> Executor:
    stands = piece.case or case
    head = head_of(post, stands) if post else None
    if head is not None and head.kind != "post" and stands is None:
        head = None
    told = head.case if head and not re.match(r"(?:и\.?\s?о|врио|зам|зав)\b", post.lower()) else (stands or "nom")
    position = nominative(post, told if head else None) if post else ""
    return Executor(raw=raw, type="person", name=full_name(who, told), position=position, role=piece.role)


def _one(piece: Piece, case: Case | None) -> Executor:
    text = trimmed(piece.text)
    stands = piece.case or case
    head = head_of(text, stands)
    name = nominative(text, stands if stands and stands != "nom" else None)
    if head is None and is_surname(text):
        return Executor(
            raw=trimmed(piece.raw), type="person", name=surname_nominative(text, stands or "nom"), role=piece.role
        )
    kind = {"post": "person", "group": "group", "org": "org", None: "org"}[head.kind if head else None]
    raw = trimmed(piece.raw) or text
    return Executor(raw=raw, type=kind, name=name, position=name if kind == "person" else "", role=piece.role)


def person(text: str) -> tuple[str, str, str]:
    """The first person that a text names: «Фамилия И.О.», the post in the nominative, as written; empty if none is."""
    found = names(text)
    if not found:
        return "", "", ""
    one = _with_post(Piece(text=text, raw=text), found[0], None)
    return one.name, one.position, text[found[0].start : found[0].end]
