"""Words for the faults of definitions."""

from __future__ import annotations

from engine.messages import Words

DEFINITION: dict[str, Words] = {}
