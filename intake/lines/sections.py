"""Which part of the document each line stands in: one walk down the page, led by cues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from intake.decisions.actions import has_action, starts_with_action
from intake.decisions.columns import columns_of
from intake.decisions.labels import labels_of_line
from intake.decisions.leads import speaks_only_to
from intake.head.agenda_titles import Titles
from intake.head.officers import LINE as OFFICER_LINE
from intake.head.signatures import goes_on, is_imprint, signed_strongly, signs, signs_bare
from intake.lines.ahead import Ahead, asks
from intake.lines.cues import Cue
from intake.lines.lists import LIST_OF, OTHER_LABEL, is_told, tells_all
from intake.lines.notices import Notice


class Part(StrEnum):
    """The parts of a protocol."""

    HEADER = "header"
    PREAMBLE = "preamble"
    ATTENDANCE = "attendance"
    AGENDA = "agenda"
    HEARD = "heard"
    DECIDED = "decided"
    SIGNATURES = "signatures"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its part; `group` counts resolutions and attachments, `opens` says what the line announces."""

    notice: Notice
    part: Part
    group: int
    opens: str = ""
    rest: str = ""


_ASKS_AT_ONCE = re.compile(r"^(?:поручить|рекомендовать|обязать|предложить)\s+[а-яё]", re.IGNORECASE)
_ENCLOSED = re.compile(r"\b(?:на\s+\d+|\d+\s*л\b|листа?х?\b|экз)", re.IGNORECASE)
_TITLE = re.compile(r"^(?:решени[ея]|резолюция|рекомендации|постановление|поручения)\b", re.I)
_NARRATES = re.compile(
    r"^(?:заслушав|обсудив|рассмотрев|изучив|на\s+основании|в\s+соответствии|во\s+исполнение|руководствуясь)", re.I
)
_LEADS = re.compile(r"^(?:в\s+целях|в\s+соответствии|во\s+исполнение|на\s+основании|с\s+целью|для\s+)", re.I)


def place(seen: Sequence[Notice], titles: Titles) -> tuple[Placed, ...]:
    """Every line in its part."""
    walk = _Walk(seen, titles)
    return tuple(walk.step(at) for at in range(len(seen)))


class _Walk:
    """The state of the walk: the part we are in, and the number of the present resolution or attachment."""

    def __init__(self, seen: Sequence[Notice], titles: Titles) -> None:
        self.seen, self.titles, self.ahead = seen, titles, Ahead(seen)
        self.part, self.group, self.list = Part.HEADER, 0, ""
        self.outer: tuple[Part, str] | None = None  # where a list that is one sentence leads back to
        self.resumed = False  # after such a sentence: who leads is told apart again
        self.decided = False
        self.heard_said = False
        self.there = False
        self.agenda_marks = 0

    def step(self, at: int) -> Placed:
        """Place one line."""
        one = self.seen[at]
        if one.blank or one.page or one.rule:
            return self._here(one)
        if self.outer and is_told(self.seen[at - 1], one):
            (self.part, self.list), self.outer, self.resumed = self.outer, None, True
        placed = None if one.row and self.part not in (Part.HEADER, Part.ATTENDANCE) else self._announced(at)
        if placed:
            return placed
        if (
            self.part in (Part.HEADER, Part.ATTENDANCE)
            and OFFICER_LINE.match(one.text)
            and (self.list in ("", "absent", "invited") or self.resumed)
        ):
            self.list = "officers"
            return self._go(one, Part.ATTENDANCE, "officers")
        if self.part is Part.ATTENDANCE and self.list == "absent" and OTHER_LABEL.match(one.text):
            self.list = "invited"
            return self._go(one, Part.ATTENDANCE, "invited")
        turn = {
            Part.HEADER: self._from_header,
            Part.PREAMBLE: self._from_talk,
            Part.HEARD: self._from_talk,
            Part.ATTENDANCE: self._from_attendance,
            Part.AGENDA: self._from_agenda,
            Part.DECIDED: self._from_decided,
            Part.SIGNATURES: self._from_signatures,
            Part.ATTACHMENT: self._from_attachment,
        }[self.part]
        return turn(at) or self._here(one)

    def _here(self, one: Notice, opens: str = "", rest: str = "") -> Placed:
        return Placed(one, self.part, self.group, opens or (self.list if self.part is Part.ATTENDANCE else ""), rest)

    def _go(self, one: Notice, part: Part, opens: str, rest: str = "", new: bool = False) -> Placed:
        self.part = part
        self.group += new
        if part is Part.DECIDED:
            self.decided = True
        return self._here(one, opens, rest)

    def _announced(self, at: int) -> Placed | None:
        one = self.seen[at]
        if one.announced is None:
            return None
        cue, rest = one.announced.cue, one.announced.rest
        before = self.part in (Part.HEADER, Part.ATTENDANCE, Part.PREAMBLE)
        if cue in LIST_OF and before:
            # Under «Присутствовали:» the members are those present; elsewhere they are a list of their own.
            self.there = self.there or cue is Cue.PRESENT
            self.outer, self.resumed = (self.part, self.list) if tells_all(one) else None, False
            self.list = "present" if cue is Cue.MEMBERS and self.there else LIST_OF[cue]
            return self._go(one, Part.ATTENDANCE, self.list, rest)
        if cue is Cue.QUORUM and (before or self.part is Part.AGENDA):
            return self._here(one, "quorum")
        if cue is Cue.AGENDA and before:
            return self._go(one, Part.AGENDA, "agenda", rest)
        if cue is Cue.ATTACHMENT and self.decided and not one.mark and _ENCLOSED.search(rest):
            return self._here(one, "enclosure")
        if cue is Cue.ATTACHMENT and self.decided and not one.mark:
            return self._go(one, Part.ATTACHMENT, "attachment", new=True)
        if cue is Cue.VOTE and self.part in (Part.HEARD, Part.DECIDED):
            return self._here(one, "vote")
        if self.part in (Part.SIGNATURES, Part.ATTACHMENT):
            return None
        return self._turned(at, cue, rest)

    def _turned(self, at: int, cue: Cue, rest: str) -> Placed | None:
        one = self.seen[at]
        if cue is Cue.DECIDED and not self._is_title(at):
            return self._go(one, Part.DECIDED, "decided", rest, new=True)
        if cue is Cue.SPEAKER and self.part in (Part.HEARD, Part.PREAMBLE, Part.AGENDA):
            return self._here(one, "speaker")
        if cue is Cue.HEARD and (self.part is not Part.DECIDED or self._ends_decision(at)):
            self.heard_said = True
            return self._go(one, Part.HEARD, "heard")
        if cue is Cue.TOPIC and not (self.part is Part.AGENDA and one.words[:6].lower().startswith("вопрос")):
            return self._topic(at)
        return None

    def _is_title(self, at: int) -> bool:
        one = self.seen[at]
        return (
            self.part is Part.HEADER
            and bool(_TITLE.match(one.words))
            and not one.text.endswith(":")
            and at < 30
            and self.ahead.decided[at + 1] < self.ahead.end
        )

    def _ends_decision(self, at: int) -> bool:
        return (
            self.seen[at].text[:12].isupper()
            or ":" in self.seen[at].text[:40]
            or self.ahead.decided[at] < self.ahead.end
        )

    def _topic(self, at: int) -> Placed:
        """A question's title: the talk about it follows, or its decision at once."""
        decided, heard, action = self.ahead.decided[at + 1], self.ahead.heard[at + 1], self.ahead.action[at + 1]
        if action < min(decided, heard) and (decided == self.ahead.end or self.decided):
            return self._go(self.seen[at], Part.DECIDED, "topic", new=True)
        return self._go(self.seen[at], Part.HEARD, "topic")

    def _opens_decision(self, at: int) -> bool:
        """Where no word announces a decision: does it begin here?"""
        if self.ahead.decided[at] < self.ahead.end:
            return False
        one, after = self.seen[at], self.ahead.filled[at + 1]
        if one.row and columns_of(one.row):
            return True
        if (one.mark and one.mark.form != "dash" and asks(one)) or _ASKS_AT_ONCE.match(one.text):
            return True
        if after == self.ahead.end:
            return False
        following = self.seen[after]
        if labels_of_line(one.text):
            return following.mark is not None and has_action(following.words)
        if one.mark:
            return one.mark.form != "dash" and following.mark is None and following.acts and speaks_only_to(one.words)
        if not one.mark and following.acts and speaks_only_to(one.text):
            return True
        if one.text.endswith(":") and not one.mark:
            marked = following.mark is not None and (following.acts or following.mark.form == "decimal")
            return marked or (following.mark is None and following.text.endswith(":") and self._opens_decision(after))
        return bool(_LEADS.match(one.text)) and following.text.endswith(":") and self._opens_decision(after)

    def _from_header(self, at: int) -> Placed | None:
        one = self.seen[at]
        if self._opens_decision(at):
            return self._go(one, Part.DECIDED, "", new=True)
        if _NARRATES.match(one.text) and len(one.text) > 60:
            return self._go(one, Part.PREAMBLE, "")
        return self._question_without_cue(at)

    def _question_without_cue(self, at: int) -> Placed | None:
        """«1. О …» with no word before it: one of a list is the agenda, one with its decision beneath is a section."""
        one = self.seen[at]
        if not one.mark or not (one.about or self.titles.is_title(one.words)):
            return None
        after = self.ahead.filled[at + 1]
        if (
            after < self.ahead.end
            and self.seen[after].mark
            and self.seen[after].about
            and not self.titles.is_repeat(one.number)
        ):
            return self._go(one, Part.AGENDA, "")
        return self._topic(at)

    def _from_attendance(self, at: int) -> Placed | None:
        one = self.seen[at]
        if one.row and columns_of(one.row):
            return self._go(one, Part.DECIDED, "", new=True)
        if question := self._question_without_cue(at):
            return question
        if one.about and one.line.bold:
            return self._topic(at)
        opens = starts_with_action(one.words) or speaks_only_to(one.text) or bool(labels_of_line(one.text))
        if opens and self._opens_decision(at):
            return self._go(one, Part.DECIDED, "", new=True)
        if _NARRATES.match(one.text) and len(one.text) > 60:
            return self._go(one, Part.PREAMBLE, "")
        return None

    def _from_agenda(self, at: int) -> Placed | None:
        one = self.seen[at]
        if self.titles.is_repeat(one.number):
            return self._topic(at)
        if one.mark:
            self.agenda_marks += 1
            return self._go(one, Part.DECIDED, "", new=True) if one.acts and self._opens_decision(at) else None
        if _NARRATES.match(one.text):
            return self._go(one, Part.PREAMBLE, "")
        if self.agenda_marks and self.seen[at - 1].blank and one.text[:1].isupper() and len(one.text) > 60:
            return self._go(one, Part.PREAMBLE, "")
        return None

    def _from_talk(self, at: int) -> Placed | None:
        one = self.seen[at]
        if self.titles.is_repeat(one.number) and one.mark:
            return self._topic(at)
        if self._opens_decision(at) and not (self.heard_said and self.decided):
            return self._go(one, Part.DECIDED, "", new=True)
        if signed_strongly(self.seen, at):
            return self._go(one, Part.SIGNATURES, "")
        return None

    def _from_decided(self, at: int) -> Placed | None:
        one = self.seen[at]
        if one.about and not one.row and self._heads_a_question(at):
            return self._topic(at)
        if self._heads_orders(at):
            return None
        if signed_strongly(self.seen, at) or (self.ahead.action[at] == self.ahead.end and signs(self.seen, at)):
            return self._go(one, Part.SIGNATURES, "")
        if self.ahead.action[at] == self.ahead.end and (is_imprint(one.text) or signs_bare(self.seen, at)):
            return self._go(one, Part.SIGNATURES, "")
        return None

    def _heads_orders(self, at: int) -> bool:
        """A post and a name in the dative, over what they are told: no signature."""
        after = self.ahead.filled[at + 1]
        return after < self.ahead.end and self.seen[after].acts and speaks_only_to(self.seen[at].text)

    def _heads_a_question(self, at: int) -> bool:
        one = self.seen[at]
        if self.titles.is_repeat(one.number):
            return True
        numbered = one.mark is not None and one.mark.form in ("decimal", "roman") and one.mark.depth == 1
        return numbered or one.line.bold or one.line.centred

    def _from_signatures(self, at: int) -> Placed | None:
        one = self.seen[at]
        if signs(self.seen, at) or goes_on(self.seen, at):
            return None
        return self._go(one, Part.ATTACHMENT, "", new=True)

    def _from_attachment(self, at: int) -> Placed | None:
        return self._go(self.seen[at], Part.SIGNATURES, "") if signed_strongly(self.seen, at) else None
