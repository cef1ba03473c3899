"""Words for the refusals and answers of the desk."""

from __future__ import annotations

from engine.messages import Words

DESK: dict[str, Words] = {}
