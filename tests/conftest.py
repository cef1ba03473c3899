"""What all tests share: where the seeds are, where the examples are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.postgres import cluster, server  # fixtures for every test

__all__ = ["cluster", "server"]
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of invented documents."""
    return ROOT / "examples"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five real documents, which is beside the project on some machines only."""
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the five real documents are not beside this checkout")
    return folder
