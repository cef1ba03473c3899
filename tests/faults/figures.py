"""How often each fault is tried: with each change, and before a release.

`make release-check` sets RESHENO_FAULTS, and every figure is its larger one.
"""

from __future__ import annotations

import os

RELEASE = bool(os.environ.get("RESHENO_FAULTS"))


def figure(each_change: int, release: int) -> int:
    """The one of two figures that is asked for now."""
    return release if RELEASE else each_change
