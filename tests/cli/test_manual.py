"""The manual is what the register says, and every command is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.manual import manual
from cli.register import walk

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_manual_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual(), "renew it: python -m cli.manual > docs/commands.md"


@pytest.mark.parametrize("words", [words for words, _ in walk()], ids=" ".join)
def test_every_command_is_in_the_manual(words: tuple[str, ...]) -> None:
    assert f"resheno {' '.join(words)}" in PAGE.read_text(encoding="utf-8")
