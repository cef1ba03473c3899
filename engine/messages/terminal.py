"""Words for the errors and talk of the terminal."""

from __future__ import annotations

from engine.messages import Words

TERMINAL: dict[str, Words] = {}
