"""Who was there, who was not, who was invited: names with their posts, in lists of any layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.morphology import parse
from engine.protocol import Attendance
from intake.head.attendance_lines import entries, lists_within, words_of
from intake.head.officers import CHAIR, DEPUTY, SECRETARY
from intake.lines.sections import Part, Placed
from intake.who.names import SURNAME, Named, names_in

_BARE = re.compile(rf"{SURNAME}")
# «Лугов А.Б. (секретарь), …»: whose post stands behind him
_IN_BRACKETS = r"\([^()]{1,120}\)"
_OWN_POST = re.compile(rf"\s*(?:{_IN_BRACKETS}|[,–—-]\s*[а-яё][^,;:.()]{{1,120}}(?:{_IN_BRACKETS})?(?=[,;]))")
_LAST_POST = re.compile(rf"\s*(?:{_IN_BRACKETS}|[,–—-]\s*[а-яё][^;:.()]{{1,160}}(?:{_IN_BRACKETS})?(?=[;.]|\s*$))")
_POST_FIRST = re.compile(r"^[\s\d.)–—-]*[а-яё]")
_FIRST_NAMED = re.compile(rf"[\s\d.)–—-]*(?P<surname>{SURNAME})\s+(?P<first>[А-ЯЁ][а-яё]+)(?=\s*(?:[–—,;(]|$))")
_NOT_THERE = re.compile(
    r"\(?\s*(?:отсутств(?:ует|овал[аи]?|ие)|не\s+(?:явил|присутств|участв|прибыл|был)[а-яё]*)[^)]*\)?"
    r"|\(\s*(?:(?:в|на|по)\s+)?(?:очередн\S+\s+)?(?:отпуск|командировк|больничн|болезн|болен|больна|б/л|семейн)[^()]*\)"
    r"|–\s+(?:[-–—−]|нет|н/я|отс\.)\s*$",  # a column of marks beside the names
    re.IGNORECASE,
)
_THERE = re.compile(r"–\s+(?:\+|да|✓|присутств[а-яё]+)\s*$", re.IGNORECASE)
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
    for entry in entries(lines):
        placed, text = entry[0], words_of(entry)
        kind = placed.opens or "officers"
        if kind == "quorum":
            got.quorum = got.quorum or _quorum(text)
        else:
            for part, place in lists_within(text, kind):
                _people(got, part, place)
            if "," in text and placed.notice.announced and kind != "officers":
                _bare_surnames(got, placed.rest, kind)
            got.quorum = got.quorum or (_quorum(f"{placed.notice.text} {text}") if kind == "present" else None)
        if placed.part is Part.ATTENDANCE or (
            placed.part is Part.HEADER and got.chair + got.secretary and names_in(text)
        ):
            got.roles.update({one.notice.number: kind for one in entry})
    return got


def _people(got: Gathered, text: str, kind: str) -> None:
    names = names_in(text) or _by_first_name(text)
    posts_first = bool(names) and _posts_first(text, names)
    given = 0  # how much of the words before a name says who the one before it is
    for at, named in enumerate(names):
        end = names[at + 1].start if at + 1 < len(names) else len(text)
        after, before = text[named.end : end], text[names[at - 1].end if at else 0 : named.start]
        place = "absent" if _NOT_THERE.search(after) and kind != "invited" else kind
        if named.name not in got.lists[place]:
            got.lists[place].append(named.name)
        post = _post(before if posts_first else after)
        if post and named.name not in got.posts and kind != "officers":
            got.posts[named.name] = post
        own = _OWN_POST.match(after) if at + 1 < len(names) else _LAST_POST.match(after)
        _officer(got, named.name, own.group() if own and _is_officer(own.group()) else before[given:])
        given = own.end() if own else 0


def _post(text: str) -> str:
    return re.sub(r"^и\s+", "", _THERE.sub("", _NOT_THERE.sub("", text)).strip(" ,;.:–—-()\t"))


def _posts_first(text: str, names: Sequence[Named]) -> bool:
    """«начальник отдела Липов И.И., методист Клёнова П.П.»: a list that begins with a post and ends with a name."""
    behind = re.sub(_IN_BRACKETS, "", text[names[-1].end :]).strip(" ,;.")
    return bool(_POST_FIRST.match(text[: names[0].start])) and not behind


def _by_first_name(text: str) -> tuple[Named, ...]:
    """«Ежов Кирилл – ученик»: pupils and guests are written down without a patronymic."""
    found = _FIRST_NAMED.match(text)
    if not found or not any("Name" in reading.marks for reading in parse(found["first"])):
        return ()
    return (Named(f"{found['surname']} {found['first'][0]}.", found.start("surname"), found.end()),)


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
