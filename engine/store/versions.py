"""The versions of regulations that a database keeps, seen through the narrow window."""

from __future__ import annotations

from typing import NamedTuple

from engine.definition.compiled import from_json
from engine.definition.workflow import Workflow
from engine.run.unknown import NotFound
from engine.store.window import Window


class VersionLine(NamedTuple):
    """One version of one regulation; `cases` run by it, and new ones begin with it if it is the `newest`."""

    name: str
    version: str
    cases: int
    newest: bool


def versions(window: Window, name: str = "") -> tuple[VersionLine, ...]:
    """All versions in the order in which they were recorded, of one regulation or of all."""
    rows = window._connection.execute(
        "SELECT d.name, d.version, d.number = (SELECT max(n.number) FROM definition n WHERE n.name = d.name) AS newest,"
        " (SELECT count(*) FROM case_now c WHERE c.workflow = d.name AND c.workflow_version = d.version) AS cases"
        " FROM definition d WHERE ? IN ('', d.name) ORDER BY d.number",
        (name,),
    )
    return tuple(VersionLine(row["name"], row["version"], row["cases"], bool(row["newest"])) for row in rows)


def version_meant(window: Window, name: str, given: str) -> str:
    """A version by its first letters, or the newest for ''; raises NotFound."""
    known = versions(window, name)
    found = [line.version for line in known if (line.newest if not given else line.version.startswith(given))]
    if not known:
        raise NotFound("workflow", name, {line.name for line in versions(window)})
    if len(found) != 1:
        raise NotFound("version", f"{name}@{given}", [f"{name}@{line.version}" for line in known])
    return found[0]


def kept(window: Window, name: str, version: str = "") -> Workflow:
    """A regulation as it is kept; raises NotFound."""
    key = (name, version_meant(window, name, version))
    rows = window._connection.execute("SELECT body FROM definition WHERE name = ? AND version = ?", key)
    return from_json(str(rows.fetchone()["body"]))
