"""What was decided: the lines of resolutions and attachments to items and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from engine.protocol import Item, Table
from intake.decisions.actions import starts_with_action
from intake.decisions.items import Setting, build
from intake.decisions.measures import Rows, kept, points_of
from intake.decisions.outline import Node, outline
from intake.decisions.paths import Numbered, number_items, paths_of
from intake.decisions.point import Point
from intake.decisions.points import Gathering, gather
from intake.lines.paragraphs import Paragraph, paragraphs
from intake.lines.sections import Part, Placed

_HOLDS_ITEMS = re.compile(r"рекомендац|план[аы]?\b|мероприят|поручен|дорожн|перечень\s+мер|задани", re.IGNORECASE)
_RECOMMENDS = re.compile(r"рекоменд(?:ац|у[ею]т)", re.IGNORECASE)
_PRINTED = re.compile(r"приложени\S{0,9}\s*(?:№|N)?\s*(\d+)", re.IGNORECASE)
_CLAUSE = re.compile(r",\s+(?=[а-яё])")


@dataclass(slots=True)
class Decided:
    """Items and tables in order, what each line was read as, and which question each resolution answered."""

    items: list[Item] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Section:
    """One resolution or attachment, gathered."""

    part: Part
    group: int
    title: str
    gathered: Gathering
    recommends: bool  # its opening word or title makes all its items recommendations


def read_decided(
    placed: Sequence[Placed], agenda: Sequence[str], decided: date | None, width: int, one_per_line: bool
) -> Decided:
    """All items of a document with their paths."""
    result = Decided()
    sections = _sections(placed, width, one_per_line)
    main: list[tuple[Numbered, Setting]] = []
    attached: list[tuple[str, list[tuple[Numbered, Setting]]]] = []
    several = sum(section.part is Part.DECIDED for section in sections) > 1
    place = 0
    for section in sections:
        result.roles.update(section.gathered.roles)
        place += section.part is Part.DECIDED
        question = _question(section, agenda, place if several else 0)
        setting = Setting(decided, question, recommends=section.recommends)
        numbered = [(one, setting) for one in number_items(_roots(section, result), section.group)]
        if section.part is Part.DECIDED:
            main.extend(numbered)
            result.questions.append(question)
        elif numbered:
            attached.append((_attachment_number(section.title, len(attached) + 1), numbered))
    result.items.extend(_built(main, ""))
    for number, numbered in attached:
        result.items.extend(_built(numbered, f"app{number}/"))
    return result


def _built(numbered: Sequence[tuple[Numbered, Setting]], prefix: str) -> list[Item]:
    paths = paths_of([one for one, _ in numbered])
    return [build(one.node, f"{prefix}{path}", setting) for path, (one, setting) in zip(paths, numbered, strict=True)]


def _sections(placed: Sequence[Placed], width: int, one_per_line: bool) -> list[_Section]:
    found: list[_Section] = []
    wanted = [one for one in placed if one.part in (Part.DECIDED, Part.ATTACHMENT)]
    for (part, group), lines in groupby(wanted, key=lambda one: (one.part, one.group)):
        parted = paragraphs(list(lines), width, one_per_line)
        attached = part is Part.ATTACHMENT
        title = _title(parted) if attached else ""
        gathered = gather(parted, attached)
        opening = parted[0].head.notice.words if parted and parted[0].head.opens == "decided" else title
        recommends = bool(_RECOMMENDS.search(opening))
        if recommends and attached:
            gathered.points = [piece for point in gathered.points for piece in _pieces(point)]
        found.append(_Section(part, group, title, gathered, recommends))
    return found


def _title(parted: Sequence[Paragraph]) -> str:
    """The words over an attachment, down to its first numbered line, heading or table."""
    words: list[str] = []
    for paragraph in parted[:12]:
        if paragraph.head.notice.row or paragraph.head.notice.mark or starts_with_action(paragraph.text):
            break
        words.append(paragraph.head.notice.text if paragraph.head.opens else paragraph.text)
        if paragraph.text.endswith(":"):
            break
    return " ".join(words)


def _pieces(point: Point) -> list[Point]:
    """Unnumbered recommendations are divided by commas, also inside a line: each clause with its own verb is one."""
    if point.mark or point.form != "item" or point.rows:
        return [point]
    pieces: list[str] = [""]
    depth = 0
    start = 0
    for at, letter in enumerate(point.text):
        depth += (letter in "(«") - (letter in ")»")
        if letter == "," and depth <= 0 and starts_with_action(point.text[at + 1 : at + 90]):
            pieces[-1] = point.text[start:at]
            pieces.append("")
            start = at + 1
    pieces[-1] = point.text[start:].strip()
    first = replace(point, text=pieces[0], labels=[] if len(pieces) > 1 else point.labels)
    return [
        first,
        *(replace(point, text=piece, lines=list(point.lines), block=list(point.block)) for piece in pieces[1:]),
    ]


def _roots(section: _Section, result: Decided) -> list[Node]:
    """The outline of a section, plans of measures among its points; other tables are kept."""
    points = list(section.gathered.points)
    planned = False
    for rows in section.gathered.tables:
        planned = _table(rows, points, section, result) or planned
    if section.part is Part.ATTACHMENT and not planned and not _holds_items(section):
        result.roles.update({line: "attachment" for point in points for line in point.block})
        return []
    return outline(sorted(points, key=lambda point: point.first))


def _table(rows: Rows, points: list[Point], section: _Section, result: Decided) -> bool:
    """Add a plan's rows to the points, or keep the table; was it a plan?"""
    measures = points_of(rows)
    if not measures:
        owner = next((point for point in reversed(points) if point.first < rows[0][0]), None)
        result.tables.append(kept(rows, owner.text if owner else section.title))
        return False
    if points and section.part is Part.DECIDED:
        points.append(Point("heading", "", None, [rows[0][0]], [rows[0][0]]))
    points.extend(measures)
    result.roles.update({line: "item" for point in measures for line in point.block})
    return True


def _holds_items(section: _Section) -> bool:
    if _HOLDS_ITEMS.search(section.title):
        return True
    return any(point.form == "heading" and _RECOMMENDS.match(point.text) for point in section.gathered.points)


def _question(section: _Section, agenda: Sequence[str], place: int) -> str:
    if section.part is Part.ATTACHMENT:
        return " ".join([section.title, *(point.text for point in section.gathered.points if point.form == "topic")])
    topic = next((point.text for point in section.gathered.points if point.form == "topic"), "")
    if topic:
        return topic
    return agenda[place - 1] if 0 < place <= len(agenda) else agenda[0] if len(agenda) == 1 else ""


def _attachment_number(title: str, place: int) -> str:
    printed = _PRINTED.search(title)
    return printed.group(1) if printed else str(place)
