"""A line on a terminal says how far long work has come, and leaves nothing behind."""

from __future__ import annotations

import io
import sys

import pytest

from cli.progress import Line, is_wanted, progress
from cli.terminal import Terminal


class Screen(io.StringIO):
    """A stream that is looked at."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Hands:
    """A clock that is moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def seen(screen: Screen) -> str:
    """What stands on the line after everything was written: the last writing over of it."""
    return screen.getvalue().split("\r")[-1]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return Screen()


def test_short_work_is_not_spoken_of(screen: Screen) -> None:
    line = Line(Terminal("ru"), screen, clock := Hands())
    line("entries", 5, 10)
    assert screen.getvalue() == ""
    clock.now = 0.6
    line("entries", 6_000, 100_000)
    assert seen(screen) == "Сверка записей с хэшами: 6 000 из 100 000 (6 %)"


def test_the_line_is_written_over_and_taken_away(screen: Screen) -> None:
    line = Line(Terminal("en"), screen, clock := Hands())
    for clock.now, done in ((1.0, 10), (1.05, 11), (1.2, 12)):
        line("entries", done, 20)
    assert "11 of 20" not in screen.getvalue(), "a line that flickers is not read"
    line.clear()
    line.clear()
    cleared = screen.getvalue().split("\r")
    assert cleared[-1] == "" and cleared[-2].strip() == "" and len(cleared[-2]) == len(cleared[-3])


def test_a_narrow_terminal_is_not_broken_into_two_lines(screen: Screen) -> None:
    line = Line(Terminal("ru"), screen, clock := Hands(), width=20)
    clock.now = 1.0
    line("projections", 1, 2)
    assert len(seen(screen)) == 20


def test_work_without_a_count_is_named(screen: Screen) -> None:
    line = Line(Terminal("ru"), screen, clock := Hands())
    clock.now = 1.0
    line("file", 0, 0)
    assert seen(screen) == "Проверка файла"


def test_on_a_terminal_it_is_wanted(screen: Screen) -> None:
    assert is_wanted(Terminal("ru"), screen)


def test_quiet_work_and_plain_text_have_none(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = Terminal("ru")
    quiet.given["quiet"] = True
    assert not is_wanted(quiet, screen)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not is_wanted(Terminal("ru"), screen)


def test_nothing_is_written_into_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    with progress(Terminal("ru")) as line:
        line._next = 0.0
        line("entries", 1, 2)
    assert pipe.getvalue() == ""
