"""Lines are sewn together as a reader does it, hyphens with care."""

from __future__ import annotations

import pytest

from intake.lines.seams import sewn


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("план", "работы", "план работы"),
        ("", "работы", "работы"),
        ("обра-", "зования", "образования"),
        ("образо-", "вания детей", "образования детей"),
        ("научно-", "методический совет", "научно-методический совет"),
        ("информационно-", "аналитический", "информационно-аналитический"),
        ("план-", "график", "план-график"),
        ("Иванова-", "Петрова", "Иванова-Петрова"),
        ("школы и/", "или сады", "школы и/или сады"),
        ("адрес a-", "school@example.org", "адрес a-school@example.org"),
        ("2031-", "2032 год", "2031-2032 год"),
        ("решение -", "принять", "решение - принять"),
        ("поста\u00ad", "новляет", "постановляет"),
    ],
)
def test_two_lines_are_one(first: str, second: str, whole: str) -> None:
    assert sewn(first, second) == whole
