"""A document to a `Protocol`: lines, parts, head, people, questions, items, doubts, and nothing lost on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from engine.protocol import DocumentKind, Item, ItemKind, Protocol, Table
from intake.decisions.marking import marked
from intake.decisions.measures import kept
from intake.decisions.resolutions import read_decided
from intake.doubting.control import common, under
from intake.doubting.doubts import doubts
from intake.doubting.shares import shares
from intake.head.agenda import read_agenda
from intake.head.agenda_titles import Titles
from intake.head.attendance import Gathered, attendance_of, read_attendance
from intake.head.authority import authority, without_topic
from intake.head.header import Header, body_of, read_header
from intake.head.signatures import Signatures, read_signatures
from intake.lines.notices import notices
from intake.lines.paragraphs import wrap_width
from intake.lines.sections import Part, Placed, place
from intake.links.dependencies import link
from intake.opening import open_paper
from intake.paper import Paper
from intake.who.acquaintance import acquainted, known_name
from intake.who.executors import find_controller
from intake.who.names import names_in

_PARAGRAPHS = frozenset({"docx", "html"})  # formats whose lines are paragraphs


def read_file(path: Path) -> Protocol:
    """Read a document from a file.

    Raises:
        Unreadable: the file cannot be opened as a document.
    """
    return read_paper(open_paper(path))


def read_paper(paper: Paper) -> Protocol:
    """Read a document from its lines."""
    seen = notices(paper.lines)
    placed = place(seen, Titles(seen))
    one_per_line = paper.source.format in _PARAGRAPHS
    width = 0 if one_per_line else wrap_width([line.text for line in paper.lines])
    header = read_header(placed)
    people = read_attendance(placed)
    agenda, agenda_roles = read_agenda(placed)
    decided = read_decided(placed, agenda, header.date, width, one_per_line)
    signed = _signed(placed)
    tables = _tables_in_talk(placed)
    roles = _roles(placed, header.roles, people.roles, agenda_roles, decided.roles)
    items = link(acquainted(decided.items, _known_people(people, signed)))
    protocol = _protocol(paper, header, _whose(header, placed), people, signed, items, _watched(placed, decided.roles))
    protocol = replace(
        protocol,
        agenda=agenda,
        tables=tuple(sorted([*tables, *decided.tables], key=lambda table: table.lines)),
        lines_total=len(paper.lines),
        roles_of_lines=roles,
        unread=tuple(number for number, role in enumerate(roles, 1) if not role),
    )
    protocol = replace(protocol, items=under(protocol, common()))
    protocol = replace(protocol, marks=marked(protocol, paper.lines))
    found = sorted([*doubts(protocol), *shares(paper.source.file, paper.lines)], key=lambda each: each.where.line)
    return replace(protocol, problems=(*paper.problems, *found))


def _known_people(people: Gathered, signed: Signatures) -> list[str]:
    """Whom lists and signatures name, that is in the nominative."""
    listed = [name for names in people.lists.values() for name in names]
    return [*listed, signed.chair, signed.secretary, signed.signer]


def _protocol(
    paper: Paper,
    header: Header,
    whose: tuple[str, str],
    people: Gathered,
    signed: Signatures,
    items: tuple[Item, ...],
    watched: str,
) -> Protocol:
    organisation, body = whose
    return Protocol(
        source=paper.source,
        kind=header.kind or DocumentKind.PROTOCOL,
        body=body,
        number=header.number,
        date=header.date,
        place=header.place,
        topic=header.topic,
        chair=signed.chair or people.chair or signed.signer,
        secretary=signed.secretary or people.secretary,
        controller=known_name(_controller(items, signed) or watched, _known_people(people, signed)),
        organisation=organisation,
        attendance=attendance_of(people),
        quorum=people.quorum,
        items=items,
    )


def _whose(header: Header, placed: tuple[Placed, ...]) -> tuple[str, str]:
    """The authority, and who met or decided: the authority itself where the title names nobody."""
    texts = [one.notice.text for one in placed]
    above = [one.notice.text for one in placed if header.roles.get(one.notice.number) == "organisation"]
    body = body_of(header)
    organisation = authority(above or [header.organisation], body, texts)
    return organisation, organisation if body == header.organisation else without_topic(body)


def _controller(items: tuple[Item, ...], signed: Signatures) -> str:
    """Whom the control item names; whoever keeps it to himself is the signer."""
    for item in items:
        if item.kind is ItemKind.CONTROL:
            person = next((one.name for one in item.executors if one.type == "person"), "")
            named = names_in(item.text)
            return person or (signed.signer if "за собой" in item.text.lower() else named[-1].name if named else "")
    return ""


def _watched(placed: tuple[Placed, ...], roles: dict[int, str]) -> str:
    """«Контроль: Липов И.И.» on one line of the whole document; a line like it under each item speaks of that item."""
    lines = [one.notice.text for one in placed if roles.get(one.notice.number) == "watch"]
    found = find_controller(lines[0]) if len(lines) == 1 else None
    return found.name if found else ""


def _signed(placed: tuple[Placed, ...]) -> Signatures:
    return read_signatures(
        [
            " ".join(filter(None, one.notice.row)) or one.notice.text
            for one in placed
            if one.part is Part.SIGNATURES and not one.notice.blank
        ]
    )


def _tables_in_talk(placed: tuple[Placed, ...]) -> list[Table]:
    """Tables shown while a question was heard are kept, never taken for decisions."""
    found: list[Table] = []
    rows: list[tuple[int, tuple[str, ...]]] = []
    title = ""
    for one in placed:
        if one.part not in (Part.HEARD, Part.PREAMBLE) or (
            not one.notice.row and not one.notice.blank and not one.notice.rule
        ):
            if rows:
                found.append(kept(rows, title))
                rows = []
            title = one.notice.text
        elif one.notice.row:
            rows.append((one.notice.number, one.notice.row))
    return [*found, kept(rows, title)] if rows else found


_PLAIN_ROLES = {
    Part.HEARD: "heard",
    Part.PREAMBLE: "preamble",
    Part.SIGNATURES: "signature",
    Part.ATTENDANCE: "attendance",
}


def _roles(placed: tuple[Placed, ...], *found: dict[int, str]) -> tuple[str, ...]:
    """What each line was read as; an empty role is a line that nothing was made of."""
    known: dict[int, str] = {}
    for roles in found:
        known.update(roles)
    return tuple(_role(one, known) for one in placed)


def _role(one: Placed, known: dict[int, str]) -> str:
    notice = one.notice
    if notice.blank:
        return "blank"
    if notice.page:
        return "page"
    if notice.rule:
        return "rule"
    if one.part is Part.HEARD and notice.row:
        return "table"
    if one.opens in ("quorum", "vote", "topic", "decided", "speaker", "enclosure"):
        return one.opens
    return known.get(notice.number) or _PLAIN_ROLES.get(one.part, "")
