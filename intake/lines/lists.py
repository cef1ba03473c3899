"""Lists of people: which cue opens which, and the list that is one sentence and leads back to where the page was."""

from __future__ import annotations

import re

from intake.lines.cues import Cue
from intake.lines.notices import Notice
from intake.who.names import names_in

LIST_OF = {Cue.PRESENT: "present", Cue.MEMBERS: "members", Cue.ABSENT: "absent", Cue.INVITED: "invited"}
OTHER_LABEL = re.compile(r"^[А-ЯЁ][а-яё]+(?:\s[а-яё]+){0,3}\s*:\s")
_LABELLED = re.compile(r"[:–—-]|\t|\s{3,}")


def tells_all(one: Notice) -> bool:
    """«Отсутствовал Липов И.И. (отпуск).»: a sentence that names its people is the whole list, no label over one."""
    named = names_in(one.words)
    if not named or one.row:
        return False
    label, _, _ = one.line.text.strip().partition(named[0].name.split()[0])
    return not _LABELLED.search(label)


def is_told(before: Notice, one: Notice) -> bool:
    """Did such a sentence end above this line?"""
    return before.blank or (before.text.endswith(".") and (one.mark is not None or one.text[:1].isupper()))
