"""Words for the sentences that are not understood, and reasons of verdicts."""

from __future__ import annotations

from engine.messages import Words

RULES: dict[str, Words] = {}
