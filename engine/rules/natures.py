"""The forms of sentences by name, each with what is true of it besides its judge: nothing else knows them by name.

What looks sentences over before they are judged (soundness, what to judge again, what to wait for) goes by these.
"""

from __future__ import annotations

from typing import NamedTuple


class Nature(NamedTuple):
    """What a form of sentence is like. There are no defaults: whoever adds a form says all of it.

    `counts` things or values; `values` are needed before it can hold; `its_own`: it may stay by the values of its
    subject alone; `sided`: where a side has no thing, nothing is judged; `waits`: for what may still come, and the term
    that it is given must be one; `of_acts`: it is about who acts, and needs what was done.
    """

    name: str
    counts: bool
    values: bool
    its_own: bool
    sided: bool
    waits: bool
    of_acts: bool


_ = False
COUNT = Nature("count", counts=True, values=_, its_own=True, sided=_, waits=True, of_acts=_)
AFTER = Nature("after", counts=True, values=_, its_own=_, sided=_, waits=True, of_acts=_)
BEFORE = Nature("before", counts=True, values=_, its_own=_, sided=_, waits=_, of_acts=_)
COMPARE = Nature("compare", counts=_, values=True, its_own=True, sided=True, waits=_, of_acts=_)
UNIQUE = Nature("unique", counts=_, values=_, its_own=_, sided=True, waits=_, of_acts=_)
TREND = Nature("trend", counts=_, values=True, its_own=True, sided=True, waits=_, of_acts=_)
APART = Nature("apart", counts=_, values=True, its_own=True, sided=True, waits=_, of_acts=_)
AMONG = Nature("among", counts=_, values=True, its_own=True, sided=True, waits=_, of_acts=_)
ACTS = Nature("acts", counts=_, values=_, its_own=_, sided=_, waits=_, of_acts=True)
NATURES = {one.name: one for one in (COUNT, AFTER, BEFORE, COMPARE, UNIQUE, TREND, APART, AMONG, ACTS)}
