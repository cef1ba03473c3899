"""Idempotency keys as they are kept: with the mark of what was said, so that other words are no repetition."""

from __future__ import annotations

import re
from hashlib import sha256

SIGNS = 16  # of a fingerprint: enough to tell the few commands apart that ever bear one key
AFTER_BLANK = "!"  # the sign that follows a blank in the order of the database
_MARKED = re.compile(rf" [0-9a-f]{{{SIGNS}}}")


def marked(key: str, said: str) -> str:
    """The key with the fingerprint of what was said; bare where nothing is known of that."""
    return f"{key} {sha256(said.encode()).hexdigest()[:SIGNS]}" if key and said else key


def bears(kept: str, key: str) -> bool:
    """Whether what is kept is this key, bare or marked."""
    return kept == key or (kept.startswith(key) and _MARKED.fullmatch(kept, len(key)) is not None)


def span(key: str) -> dict[str, str]:
    """Between which two keys all are that begin with this one and a blank."""
    return {"first": f"{key} ", "beyond": f"{key}{AFTER_BLANK}"}
