"""Who was there, who was not, who was invited: names with their posts, in lists of any layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.protocol import Attendance
from intake.head.officers import CHAIR, DEPUTY, SECRETARY
from intake.lines.markup import joined
from intake.lines.sections import Part, Placed
from intake.who.names import SURNAME, names_in

_REST_OF_LABEL = re.compile(r"^\s*[а-яё][а-яё ]{0,30}:?\s{3,}(?=\S)")
_WITHIN = re.compile(
    r"(?<=[.;,)])\s+(?:отсутств\S+|не\s+(?:голосовал|присутств|участвовал|был|явил)\S*|приглаш[её]н\S*)(?:\s[^:.,]{0,40})?:",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{SURNAME}")
# «Лугов А.Б. (секретарь), …»: whose post stands behind him
_OWN_POST = re.compile(r"\s*(?:\([^()]{1,120}\)|[,–—-]\s*[а-яё][^,;:.()]{1,120}(?=[,;]))")
_LAST_POST = re.compile(r"\s*(?:\([^()]{1,120}\)|[,–—-]\s*[а-яё][^,;:.()]{1,120}(?=[,;.]|\s*$))")
_NOT_THERE = re.compile(r"\(?\s*отсутств(?:ует|овал[аи]?|ие)[^)]*\)?", re.IGNORECASE)
_OF = re.compile(
    r"(?:присутств|участв|участие|явил|прибыл|всего|заседани|имеется)[^.;\d]{0,40}(\d+)\s*(?:\S+\s+)?из\s+(\d+)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:всего|общее\s+(?:число|количество)|списочный\s+состав|состав[а-яё]{0,6}(?![а-яё]))[^.\d]{0,60}?(\d+)|из\s+(\d+)\s+(?:член|избранн|утвержд[её]нн)",
    re.IGNORECASE,
)
_PRESENT_COUNT = re.compile(r"присутств\S{1,40}[^.\d]{0,40}?(\d+)", re.IGNORECASE)
_TWO_THIRDS = re.compile(r"(?:2/3|двух\s+третей)", re.IGNORECASE)
_MORE_THAN_HALF = re.compile(r"более\s+(?:половины|50\s*%)", re.IGNORECASE)


@dataclass(slots=True)
class Gathered:
    """The lists while they are read."""

    lists: dict[str, list[str]] = field(
        default_factory=lambda: {"present": [], "members": [], "absent": [], "invited": [], "officers": []}
    )
    posts: dict[str, str] = field(default_factory=dict)
    chair: str = ""
    secretary: str = ""
    quorum: tuple[int, int] | None = None
    roles: dict[int, str] = field(default_factory=dict)


def read_attendance(lines: Sequence[Placed]) -> Gathered:
    """Read the lines of the attendance, and the officers named in the head."""
    got = Gathered()
    for placed, more in _entries(lines):
        text = joined([_words(one) for one in (placed, *more)])
        kind = placed.opens or "officers"
        if kind == "quorum":
            got.quorum = got.quorum or _quorum(text)
        else:
            for part, place in _parts(text, kind):
                _people(got, part, place)
            if "," in text and placed.notice.announced and kind != "officers":
                _bare_surnames(got, placed.rest, kind)
            got.quorum = got.quorum or (_quorum(f"{placed.notice.text} {text}") if kind == "present" else None)
        if placed.part is Part.ATTENDANCE or (
            placed.part is Part.HEADER and got.chair + got.secretary and names_in(text)
        ):
            got.roles.update({one.notice.number: kind for one in (placed, *more)})
    return got


def _parts(text: str, kind: str) -> list[tuple[str, str]]:
    """«Присутствовали: … . Отсутствовали: … .» on one line are two lists."""
    found: list[tuple[str, str]] = []
    start = 0
    for label in _WITHIN.finditer(text):
        found.append((text[start : label.start()], kind))
        kind = "invited" if label.group().lower().lstrip(" .;").startswith("приглаш") else "absent"
        start = label.end()
    return [*found, (text[start:], kind)]


def _words(one: Placed) -> str:
    """What a line adds to a list; the rest of a label that goes on in a column of its own adds nothing."""
    label = _REST_OF_LABEL.match(one.notice.line.text)
    if label and not one.rest:
        return one.notice.line.text[label.end() :].strip()
    return one.rest or " ".join(filter(None, one.notice.row)) or one.notice.text


def _entries(lines: Sequence[Placed]) -> list[tuple[Placed, list[Placed]]]:
    """Lines that belong together: a list broken in the middle of a name or post is read as one."""
    found: list[tuple[Placed, list[Placed]]] = []
    for placed in lines:
        if placed.notice.blank or placed.notice.page:
            continue
        if placed.part is Part.HEADER or placed.opens == "quorum":
            if placed.opens == "quorum" or (
                names_in(placed.notice.text)
                and (CHAIR.search(placed.notice.text) or SECRETARY.search(placed.notice.text))
            ):
                found.append((placed, []))
            continue
        if placed.part is not Part.ATTENDANCE:
            if placed.opens == "quorum":
                found.append((placed, []))
            continue
        before = found[-1] if found else None
        if (
            before
            and before[0].part is Part.ATTENDANCE
            and before[0].opens == placed.opens
            and not _begins(before, placed)
        ):
            before[1].append(placed)
        else:
            found.append((placed, []))
    return found


def _begins(before: tuple[Placed, list[Placed]], placed: Placed) -> bool:
    """Does a new entry begin: a line with its own number or label, or after one that was closed?"""
    last = (before[1][-1] if before[1] else before[0]).notice
    if (
        placed.notice.mark
        or placed.notice.row
        or placed.notice.announced
        or CHAIR.match(placed.notice.text)
        or SECRETARY.match(placed.notice.text)
    ):
        return True
    return (
        last.text.endswith((";", ".", ":"))
        and not last.text[-3:-2].isspace()
        and not re.search(r"[А-ЯЁ]\.$", last.text)
    )


def _people(got: Gathered, text: str, kind: str) -> None:
    names = names_in(text)
    given = 0  # how much of the words before a name says who the one before it is
    for at, named in enumerate(names):
        end = names[at + 1].start if at + 1 < len(names) else len(text)
        after, before = text[named.end : end], text[names[at - 1].end if at else 0 : named.start]
        place = "absent" if _NOT_THERE.search(after) and kind != "invited" else kind
        if named.name not in got.lists[place]:
            got.lists[place].append(named.name)
        post = _NOT_THERE.sub("", after).strip(" ,;.:–—-()\t")
        if post and named.name not in got.posts and kind != "officers":
            got.posts[named.name] = post
        own = _OWN_POST.match(after) if at + 1 < len(names) else _LAST_POST.match(after)
        _officer(got, named.name, own.group() if own and _is_officer(own.group()) else before[given:])
        given = own.end() if own else 0


def _is_officer(post: str) -> bool:
    return bool(SECRETARY.search(post) or (CHAIR.search(post) and not DEPUTY.search(post)))


def _bare_surnames(got: Gathered, text: str, kind: str) -> None:
    """«Аксаков, Бунин, Гоголь Н.В.»: some offices leave the initials out."""
    for piece in re.split(r"[,;]\s*|\n|:\s*", text):
        if _BARE.fullmatch(piece.strip(" .")) and piece.strip(" .") not in got.lists[kind]:
            got.lists[kind].append(piece.strip(" ."))


def _officer(got: Gathered, name: str, before: str) -> None:
    label = before[-80:]
    if SECRETARY.search(label):
        got.secretary = got.secretary or name
    elif CHAIR.search(label) and not DEPUTY.search(label):
        got.chair = got.chair or name


def _quorum(text: str) -> tuple[int, int] | None:
    """Required and present, where the paper counts them; the norm is half unless it states another."""
    of = _OF.search(text)
    if of and int(of.group(1)) <= int(of.group(2)):
        present, total = int(of.group(1)), int(of.group(2))
    else:
        there, all_of = _PRESENT_COUNT.search(text), _TOTAL.search(text)
        if not there or not all_of:
            return None
        present, total = int(there.group(1)), int(all_of.group(1) or all_of.group(2))
    if _TWO_THIRDS.search(text):
        return -(-2 * total // 3), present
    return (total // 2 + 1 if _MORE_THAN_HALF.search(text) else -(-total // 2)), present


def attendance_of(got: Gathered) -> Attendance:
    """The lists as they stand for the meeting: members are those present or absent unless the paper lists them."""
    lists = got.lists
    absent = list(dict.fromkeys(lists["absent"]))
    there = lists["present"] or lists["members"]
    invited = [name for name in dict.fromkeys(lists["invited"]) if name not in absent]
    officers = [] if lists["present"] else lists["officers"]  # a list of those present is taken at its word
    present = [name for name in dict.fromkeys([*officers, *there]) if name not in absent and name not in invited]
    there_too = [] if lists["members"] else present
    members = list(dict.fromkeys([*lists["officers"], *lists["members"], *there_too, *absent]))
    return Attendance(
        members=tuple(members) if lists["members"] or absent else (),
        present=tuple(present),
        absent=tuple(absent),
        invited=tuple(invited),
        positions=tuple(got.posts.items()),
    )
