"""Words for the findings of the audit."""

from __future__ import annotations

from engine.messages import Words

AUDIT: dict[str, Words] = {}
