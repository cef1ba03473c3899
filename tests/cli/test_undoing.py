"""V34 at the terminal: an import taken back leaves every view as it was, and brought back shows all of it again."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import EXAMPLES, Type

VIEWS = (
    "task list --all",
    "case list",
    "record list",
    "protocol list",
    "role list",
    "status П-1",
    "audit run",
    "today",
)
CHANGING = ("version",)  # the journal only grows


def seen(at: Type) -> dict[str, str]:
    """Every view as data, without the numbers of entries."""
    shown = {}
    for line in VIEWS:
        said = at(f"{line} --format json")
        assert said.code == 0, said.err
        shown[line] = json.dumps(json.loads(said.out, object_hook=_without_versions), ensure_ascii=False)
    return shown


def _without_versions(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in CHANGING}


def length(at: Type) -> int:
    return len(at("journal export").out.splitlines())


@pytest.mark.parametrize("document", ["lugovoy-decision.txt", "klyuchevskoy-order.txt"])
def test_an_import_undone_and_redone(document: str, at: Type) -> None:
    before, long = seen(at), length(at)
    assert at("protocol", "import", EXAMPLES / document, "--yes").code == 0
    after, longer = seen(at), length(at)
    assert after != before and longer > long
    assert at("undo --yes").code == 0
    assert seen(at) == before
    assert length(at) > longer
    assert at("redo --yes").code == 0
    assert seen(at) == after
    assert at("journal verify").code == 0


def test_an_undo_that_is_not_told_would_be_seen(at: Type) -> None:
    before = seen(at)
    assert at("task accept П-1.1.2").code == 0
    assert seen(at) != before


def test_the_same_document_can_be_imported_again_after_an_undo(at: Type) -> None:
    file = EXAMPLES / "lugovoy-decision.txt"
    first = at("protocol", "import", file, "--yes", "--format", "json").data[0]
    assert at("undo --yes").code == 0
    again = at("protocol", "import", file, "--yes", "--format", "json").data[0]
    assert not again["repeated"] and again["tasks"] == first["tasks"]
    assert at("redo --yes").code == 1  # its place is taken
