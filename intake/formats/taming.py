"""Lines that nobody wrote, tamed for what reads them: no pattern meets a run or a word without end."""

from __future__ import annotations

import re

LONGEST_TAMED = 20_000
LONGEST_UNTOUCHED = 2_000  # what is no longer cannot cost much
_WORD = 1_000
_SPACES = re.compile(r"\s{20,}")
_RUN = re.compile(r"(.)\1{60,}", re.DOTALL)
_ENDLESS = re.compile(rf"(\S{{{_WORD}}})(?=\S)")


def tamed(text: str) -> str:
    """A long line with runs of one sign cut short and endless words broken; any other line as it is."""
    if len(text) <= LONGEST_UNTOUCHED:
        return text
    text = _SPACES.sub(" " * 20, text)
    return _ENDLESS.sub(r"\1 ", _RUN.sub(lambda run: run[1] * 60, text))
