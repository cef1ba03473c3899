"""A desk to stand at, in memory and in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.desk.desk import Desk
from engine.store.memory import MemoryStore
from tests.office import desk_at, desk_in


@pytest.fixture
def desk() -> Desk:
    """A desk whose books are in memory."""
    return desk_at(MemoryStore())


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A new database of one office."""
    desk_in(tmp_path / "o.resheno")
    return tmp_path / "o.resheno"
