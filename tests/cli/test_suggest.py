"""Suggestions: over typing errors, alphabets and keyboard layouts, and never far-fetched."""

from __future__ import annotations

import pytest

from cli.suggest import nearest, other_layout

KNOWN = ["status", "статус", "protocol", "протокол", "task", "поручение"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ыефегы", "status"),
        ("cnfnec", "статус"),
        ("проткол", "протокол"),
        ("protokol", "protocol"),
        ("Poruchenie", "поручение"),
        ("statsu", "status"),
    ],
)
def test_the_nearest_word_is_found(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["banana", "щщщщ", "", "12"])
def test_nothing_is_suggested_for_what_resembles_nothing(typed: str) -> None:
    assert nearest(typed, KNOWN) == ""


def test_the_other_layout_goes_both_ways() -> None:
    assert other_layout(other_layout("поручение")) == "поручение"
