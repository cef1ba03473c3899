"""V28: no pattern of ours explodes, whatever line it is held against."""

from __future__ import annotations

import re

import pytest

from intake.formats.taming import LONGEST_TAMED, tamed
from tests.faults.patterns import LENGTH, Found, hostile, patterns_of, slowest

SECONDS = 0.1
EXPLOSIVE = Found("planted", re.compile(r"(а+)+$"))
SQUARE = Found("planted", re.compile(r"а[а-я]*1"))
# These are held against less than a line: cues against its first 900 signs.
OF_A_PART = {"intake.lines.cues.PATTERNS": 900}


def test_the_patterns_of_the_reader_are_found() -> None:
    found = patterns_of("intake")
    assert len(found) > 200
    assert any(one.where.startswith("intake.formats.kinds") for one in found)


@pytest.mark.deep
@pytest.mark.timeout(900)
def test_no_pattern_explodes_on_a_line_that_is_let_through() -> None:
    slow = []
    for one in patterns_of("intake"):
        took, line = slowest(one, SECONDS, OF_A_PART.get(one.where, LONGEST_TAMED), tamed)
        if took > SECONDS:
            slow.append(f"{one.where}: {took:.2f} s for {line!r}")
    assert not slow, "\n".join(slow)


def test_a_planted_explosion_is_caught() -> None:
    assert slowest(EXPLOSIVE, SECONDS, LONGEST_TAMED, tamed)[0] > SECONDS


def test_a_planted_square_is_caught_in_a_line_as_long_as_may_come() -> None:
    assert slowest(SQUARE, SECONDS, LENGTH)[0] > SECONDS
    assert slowest(Found("tame", re.compile(r"а[а-я]{0,20}1")), SECONDS, LENGTH)[0] < SECONDS


def test_a_pattern_is_tried_with_what_it_repeats_itself() -> None:
    assert any(line.startswith("итог итог итог") for line in hostile(re.compile(r"(?:итог\s)+по")))
