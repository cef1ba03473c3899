"""Words for the doubts and faults of documents."""

from __future__ import annotations

from engine.messages import Words

INTAKE: dict[str, Words] = {}
