"""V19: random journals go from a file to a server and back as `db copy-to` does it: exports are equal to the byte."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from engine.store.copying import copy
from engine.store.place import Place, Server
from engine.store.seal.verify import Unverified, verify
from engine.store.sql_ledger import SqlLedger
from tests.faults.figures import figure
from tests.faults.store.keeping import assert_whole, books_of
from tests.promises.random_office import THEMES, lived

JOURNALS, ACTS = figure(50, 500), 30


def exported(place: Place, to: Path) -> bytes:
    """What `journal export` writes."""
    url = place.url if isinstance(place, Server) else str(place)
    assert main(["--quiet", "--db", url, "journal", "export", "-o", str(to)]) == 0
    return to.read_bytes()


def there_and_back(seed: int, acts: int, server: Server, folder: Path) -> None:
    """Let an office live, and move it twice: nobody can tell."""
    office = lived(folder / "office.resheno", THEMES[seed % len(THEMES)], seed, acts)
    back = folder / "back.resheno"
    counts = copy(office, server)
    assert copy(server, back) == counts and counts["entry"] > 5
    first = exported(office, folder / "1")
    assert first == exported(server, folder / "2") == exported(back, folder / "3"), f"seed {seed}"
    assert verify(office) == verify(server) == verify(back)
    assert books_of(office) == books_of(server) == books_of(back)
    assert_whole(back)


@pytest.mark.parametrize("seed", range(2))
def test_a_random_journal_is_the_same_there_and_back(seed: int, server: Server, tmp_path: Path) -> None:
    there_and_back(seed, 12, server, tmp_path)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(JOURNALS))
def test_each_random_journal_is_the_same_there_and_back(seed: int, server: Server, tmp_path: Path) -> None:
    there_and_back(seed, ACTS, server, tmp_path)


def test_a_copy_that_forgets_a_ground_is_caught(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = SqlLedger.take_over

    def forgetful(ledger: SqlLedger, table: str, rows: list[dict[str, Any]]) -> None:
        whole(ledger, table, [{**row, "ground": ""} if "ground" in row else row for row in rows])

    monkeypatch.setattr(SqlLedger, "take_over", forgetful)
    with pytest.raises((AssertionError, Unverified)):
        there_and_back(1, 12, server, tmp_path)
