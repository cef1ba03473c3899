"""The narrow read window of the daily commands: a driver only, no models, so that `resheno today` starts at once.

It reads projections and the journal, never judges, and cannot write.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, timedelta
from typing import Any

from engine.run.unknown import NotFound
from engine.store.lines import (
    CaseLine,
    IntentLine,
    LogLine,
    PartyLine,
    ProtocolLine,
    RecordLine,
    RefusalLine,
    StageLine,
    Status,
    TaskLine,
    Today,
)
from engine.store.place import Place, Server
from engine.store.rows_as_lines import (
    Row,
    case_line,
    log_line,
    principal,
    protocol_line,
    record_line,
    refusal_line,
    task_line,
)
from engine.store.sqlite_file import looking

SOON = timedelta(days=3)
EVERYTHING = 2**62  # a limit that no list reaches
TASKS = 'SELECT t.*, c.version, c.stage, NOT c.final AS open FROM task t JOIN case_now c ON c."case" = t."case"'


@contextmanager
def look(place: Place, as_of: date | None = None) -> Iterator[Window]:
    """Open the window on a database for a moment, or on what it held at the end of a past day.

    No transaction holds it open: a look that lasts must not keep a writer waiting. Raises Missing, Foreign, Newer or
    Busy.
    """
    with _opened(place) as connection:
        if as_of is not None:
            from engine.store.as_of import turn_back  # folds cases: for looking back only

            turn_back(connection, as_of)
        yield Window(connection)


def _opened(place: Place) -> AbstractContextManager[Any]:
    if isinstance(place, Server):
        from engine.store.opening import need_driver

        need_driver(place)
        from engine.store.postgres_server import looking as looking_at

        return looking_at(place)
    return looking(place)


class Window:
    """What there is to see. `day` is always handed in: nothing here asks the time."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def _rows(self, sql: str, *values: Any) -> list[Row]:
        found: list[Row] = self._connection.execute(sql, values).fetchall()
        return found

    def today(self, day: date) -> Today:
        """What burns, what comes, what waits."""
        tasks = self.tasks(day, everything=False)
        limit = (day + min(SOON, date.max - day)).isoformat()
        due = [task for task in tasks if task.day and not task.recommendation and task.stage != "reported"]
        return Today(
            day=day.isoformat(),
            organisation=self.organisation(),
            open=len(tasks),
            late=tuple(sorted((task for task in due if task.late), key=lambda task: -task.late)),
            soon=tuple(sorted((t for t in due if not t.late and t.day <= limit), key=lambda task: task.day)),
            reported=tuple(task for task in tasks if task.stage == "reported"),
            waiting=tuple(task for task in tasks if task.stage in ("registered", "delivered")),
        )

    def organisation(self) -> str:
        """The name of the organisation whose workspace this is."""
        rows = self._rows("SELECT p.name FROM office o JOIN party p ON p.id = o.party WHERE o.role = 'organisation'")
        return rows[0]["name"] if rows else ""

    def tasks(self, day: date, *, everything: bool = True, protocol: str = "") -> tuple[TaskLine, ...]:
        """The assignments in the order of their documents; without `everything` the open ones only."""
        rows = self._rows(
            f"{TASKS} WHERE (? OR NOT c.final) AND (? = '' OR t.protocol = ?) ORDER BY t.series, t.number, t.position",
            everything,
            protocol,
            protocol,
        )
        parties = self._parties_of_tasks()
        return tuple(task_line(row, parties.get(row["id"], ()), day) for row in rows)

    def _parties_of_tasks(self) -> dict[str, tuple[PartyLine, ...]]:
        found: dict[str, tuple[PartyLine, ...]] = {}
        for row in self._rows(
            "SELECT t.task, t.role, p.id, p.type, p.name, p.position FROM task_party t JOIN party p ON p.id = t.party"
            " ORDER BY t.task, t.n"
        ):
            line = PartyLine(row["id"], row["type"], row["name"], row["position"], row["role"])
            found[row["task"]] = (*found.get(row["task"], ()), line)
        return found

    def protocols(self) -> tuple[ProtocolLine, ...]:
        """The documents that were imported or written here, oldest number first."""
        rows = self._rows(
            "SELECT p.*, c.version, c.stage, (SELECT count(*) FROM task t WHERE t.protocol = p.id) AS tasks,"
            ' (SELECT count(*) FROM task t JOIN case_now o ON o."case" = t."case"'
            " WHERE t.protocol = p.id AND NOT o.final) AS open_tasks"
            ' FROM protocol p JOIN case_now c ON c."case" = p."case" ORDER BY p.number_of'
        )
        return tuple(protocol_line(row) for row in rows)

    def cases(self, workflow: str = "") -> tuple[CaseLine, ...]:
        """The cases of one regulation, or of all but the workspace itself."""
        rows = self._rows(
            "SELECT * FROM case_now WHERE workflow = ? OR (? = '' AND workflow <> 'office')"
            " ORDER BY workflow, series, number, position",
            workflow,
            workflow,
        )
        names = self._names()
        return tuple(case_line(row, names) for row in rows)

    def records(self, case: str = "", kind: str = "") -> tuple[RecordLine, ...]:
        """The records of a case, or of all cases but the workspace itself, of one kind or of all kinds."""
        rows = self._rows(
            "SELECT * FROM record WHERE (? = '' AND \"case\" <> 'office' OR \"case\" = ?) AND (? = '' OR kind = ?)"
            ' ORDER BY "case", n',
            case,
            case,
            kind,
            kind,
        )
        return tuple(record_line(row) for row in rows)

    def status(self, id: str, day: date) -> Status:
        """One case from all sides; raises NotFound with the ids that come near."""
        rows = self._rows("SELECT * FROM case_now WHERE id = ?", id)
        if not rows:
            raise NotFound("case", id, (row["id"] for row in self._rows("SELECT id FROM case_now")))
        case = case_line(rows[0], self._names())
        tasks = self._rows(f"{TASKS} WHERE t.id = ?", id)
        return Status(
            case=case,
            task=task_line(tasks[0], self._parties_of_tasks().get(id, ()), day) if tasks else None,
            protocol=next((line for line in self.protocols() if line.id == id), None),
            stages=self.stages(id),
            records=self.records(id),
            depends_on=tuple(
                (row["on_task"], bool(row["explicit"]), row["why"])
                for row in self._rows("SELECT * FROM depends WHERE task = ? ORDER BY n", id)
            ),
            refused=self.refusals(id),
        )

    def stages(self, case: str) -> tuple[StageLine, ...]:
        """How each stage of a case stands, in the order of the regulation."""
        plans: dict[str, list[str]] = {}
        for row in self._rows('SELECT stage, task FROM plan WHERE "case" = ? ORDER BY n', case):
            plans.setdefault(row["stage"], []).append(row["task"])
        return tuple(
            StageLine(
                row["stage"], row["standing"], bool(row["trusted"]), row["records"], tuple(plans.get(row["stage"], ()))
            )
            for row in self._rows('SELECT * FROM case_stage WHERE "case" = ? ORDER BY n', case)
        )

    def log(self, case: str = "", intent: str = "", limit: int = 0) -> tuple[LogLine, ...]:
        """The entries of the journal in their order, of one case, of one intent, or all; the last `limit` of them."""
        rows = self._rows(
            "SELECT e.*, i.what FROM entry e JOIN intent i ON i.id = e.intent WHERE (? = '' OR e.\"case\" = ?)"
            " AND (? = '' OR e.intent = ?) ORDER BY e.seq DESC LIMIT ?",
            case,
            case,
            intent,
            intent,
            limit or EVERYTHING,
        )
        names = self._names()
        return tuple(log_line(row, names) for row in reversed(rows))

    def waived(self) -> tuple[str, ...]:
        """The cases in which somebody ever went on by leave, in the order in which they first did."""
        rows = self._rows('SELECT "case" FROM entry WHERE data LIKE \'%"waived":%\' GROUP BY "case" ORDER BY min(seq)')
        return tuple(row["case"] for row in rows)

    def stood_in(self) -> tuple[tuple[str, str], ...]:
        """Who acted in whose place, once for each open case."""
        rows = self._rows(
            'SELECT e."case", e.on_behalf_of, e.data FROM entry e JOIN case_now c ON c.id = e."case"'
            " WHERE NOT c.final AND e.data LIKE '%\"instead_of\":%' AND c.workflow <> 'office'"
        )
        found = {(row["case"], row["on_behalf_of"], principal(json.loads(row["data"]))) for row in rows}
        return tuple(sorted((who, whose) for _, who, whose in found if whose))

    def refusals(self, case: str = "") -> tuple[RefusalLine, ...]:
        """What was asked for and not carried out."""
        rows = self._rows("SELECT * FROM refusal WHERE (? = '' OR \"case\" = ?) ORDER BY seq", case, case)
        names = self._names()
        return tuple(refusal_line(row, names) for row in rows)

    def intents(self) -> tuple[IntentLine, ...]:
        """The commands as their authors meant them, in order."""
        rows = self._rows(
            "SELECT i.*, (SELECT count(*) FROM entry e WHERE e.intent = i.id) AS entries,"
            " EXISTS (SELECT 1 FROM undone u WHERE u.intent = i.id) AS undone FROM intent i ORDER BY i.number"
        )
        names = ("id", "what", "recorded_at", "entries", "undone", "about")
        return tuple(
            IntentLine(**{name: row[name] for name in names} | {"undone": bool(row["undone"])}) for row in rows
        )

    def parties(self, type: str = "") -> tuple[PartyLine, ...]:
        """The register of people, organisations and groups."""
        rows = self._rows("SELECT * FROM party WHERE (? = '' OR type = ?) ORDER BY series, number", type, type)
        return tuple(PartyLine(row["id"], row["type"], row["name"], row["position"]) for row in rows)

    def workflows(self) -> tuple[str, ...]:
        """The names of all regulations that are kept."""
        return tuple(row["name"] for row in self._rows("SELECT DISTINCT name FROM definition ORDER BY name"))

    def titles(self, workflow: str) -> dict[str, Any]:
        """The names of a regulation in both languages: {'title', 'stages', 'records', 'triggers'} → {'ru', 'en'}.

        What an older version named and the newest does not is named still: cases keep the version they began with.
        """
        rows = self._rows("SELECT titles FROM definition WHERE name = ? ORDER BY number DESC", workflow)
        if not rows:
            raise NotFound("workflow", workflow, self.workflows())
        titles: dict[str, Any] = json.loads(rows[0]["titles"])
        for older in rows[1:]:
            for of, names in json.loads(older["titles"]).items():
                titles[of] = {**names, **titles.get(of, {})}
        return titles

    def document(self, sha256: str) -> tuple[str, bytes | None]:
        """The name and the kept bytes of a document (None where it was too large to keep)."""
        rows = self._rows("SELECT name, content FROM document WHERE sha256 = ?", sha256)
        if not rows:
            raise NotFound("document", sha256)
        return rows[0]["name"], rows[0]["content"]

    def _names(self) -> dict[str, str]:
        return {row["id"]: row["name"] for row in self._rows("SELECT id, name FROM party")}
