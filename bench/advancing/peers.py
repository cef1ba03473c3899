"""The others, run by an interpreter that has them: `python peers.py spiff|dbos|… FILE wall|processor`.

Each line `N` on the standard input asks for N advances; the answer is the seconds that they took. All write into a
SQLite file with a write-ahead log and full syncing, and carry what our assignment carries: its text, executors and
term, and with each step who did it, when, and what came with it. None of them judges a requirement, keeps a list that
can be asked, or seals what it has written.

`spiff` is SpiffWorkflow: our regulation as BPMN, an instance as its JSON in a row, as its own manual stores it. An
advance reads the JSON, completes one task, takes the arrow and writes the JSON, in one transaction.

`spiff-long` is the same with a life of forty steps: a report is returned eighteen times.

`dbos` is DBOS: a workflow of four steps, each a transaction of a datasource that changes the row of the assignment and
adds one to its history; DBOS keeps its checkpoint in the same transaction. No step waits for anybody: the start and
the end of a workflow are shared by its four advances.

`dbos-step` is DBOS as its manual begins: a workflow of four plain steps. A step writes what it has to write by itself,
and DBOS keeps its checkpoint in another transaction: if the power fails between the two, the step is done twice.

`dbos-act` is DBOS as one has it whose acts come days apart, each with a key that makes its repetition harmless: a
workflow for each act, with one such step.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

Advances = Callable[[int], float]
Clock = Callable[[], float]
CLOCKS: dict[str, Clock] = {"wall": perf_counter, "processor": process_time}  # the time of all threads
FULL = 2  # PRAGMA synchronous
CASES = 20_000  # assignments that are there from the start
CONTENT = b"1"
FIELDS: dict[str, Any] = {
    "text": "Подготовить справку",
    "kind": "assignment",
    "executors": ["Л-2"],
    "due": "2026-12-01",
    "deadline_kind": "date",
    "deadline_raw": "до 01.12.2026",
}
PROOF = {"title": "справка", "kind": "", "number": "5", "page": "", "date": ""}
WHEN = {"happened_on": "2026-11-23", "recorded_at": "2026-11-23T09:00:00.000000+00:00"}
TOLD = {"typed_by": "Л-1", "on_behalf_of": "Л-1", "ground": "", "identity": "claimed", **WHEN}
BROUGHT: dict[str, dict[str, Any]] = {
    "deliver": {},
    "accept": {},
    "report": {"text": "Справка подготовлена"},
    "return": {"reason": "нет подписи"},
    "confirm": {"evidence": {**PROOF, "sha256": hashlib.sha256(CONTENT).hexdigest()}, "outcome": "done"},
}
STEPS = ("deliver", "accept", "report", "confirm")
AGAIN = 18  # times that a report is returned in a long life, which has forty steps
LONG = ("deliver", "accept", *("report", "return") * AGAIN, "report", "confirm")
ENDING = {"not_done": "e", "not_applicable": "e", "withdraw": "e"}
ARROWS: dict[str, dict[str, str]] = {
    "registered": {
        "deliver": "delivered",
        "accept": "in_work",
        "extend": "registered",
        "reassign": "registered",
        **ENDING,
    },
    "delivered": {"accept": "in_work", "extend": "delivered", "reassign": "delivered", **ENDING},
    "in_work": {"report": "reported", "extend": "in_work", "reassign": "in_work", **ENDING},
    "reported": {"confirm": "e", "return": "in_work", **ENDING},
}


def spiff(path: Path, clock: Clock, steps: tuple[str, ...] = STEPS) -> Advances:
    """SpiffWorkflow: the instance read from its JSON, one task completed, written back as JSON."""
    from SpiffWorkflow import TaskState  # type: ignore[import-not-found]
    from SpiffWorkflow.bpmn import BpmnWorkflow  # type: ignore[import-not-found]
    from SpiffWorkflow.bpmn.parser import BpmnParser  # type: ignore[import-not-found]
    from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer  # type: ignore[import-not-found]

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "life.bpmn"
        file.write_text("".join(_bpmn()), encoding="utf-8")
        parser = BpmnParser()
        parser.add_bpmn_file(str(file))
        spec = parser.get_spec("life")
    serializer = BpmnWorkflowSerializer(BpmnWorkflowSerializer.configure())
    new = BpmnWorkflow(spec)
    new.get_next_task().data |= FIELDS
    new.do_engine_steps()
    start = serializer.serialize_json(new)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE workflow (id INTEGER PRIMARY KEY, state TEXT)")
    database.execute("CREATE TABLE document (sha256 TEXT PRIMARY KEY, content BLOB)")
    last = 0

    def advance(count: int) -> float:
        nonlocal last
        cases = range(last, last := last + -(-count // len(steps)))
        database.executemany("INSERT INTO workflow VALUES (?, ?)", [(case, start) for case in cases])
        began = clock()
        for turn in range(count):
            case, trigger = cases[turn // len(steps)], steps[turn % len(steps)]
            database.execute("BEGIN IMMEDIATE")
            state = database.execute("SELECT state FROM workflow WHERE id = ?", (case,)).fetchone()[0]
            workflow = serializer.deserialize_json(state)
            task = workflow.get_next_task(state=TaskState.READY, manual=True)
            task.data |= {"trigger": trigger, "told": TOLD, trigger: BROUGHT[trigger]}
            task.run()
            workflow.do_engine_steps()
            state = serializer.serialize_json(workflow)
            database.execute("UPDATE workflow SET state = ? WHERE id = ?", (state, case))
            if document := _document(trigger):
                database.execute("INSERT OR IGNORE INTO document VALUES (?, ?)", document)
            database.execute("COMMIT")
        return clock() - began

    return advance


def _bpmn() -> Iterator[str]:
    """Our regulation of an assignment: a task for people in each stage, and after it a choice among its arrows."""
    yield '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">'
    yield '<process id="life" isExecutable="true"><startEvent id="s"/><endEvent id="e"/>'
    yield '<sequenceFlow id="f" sourceRef="s" targetRef="registered"/>'
    for stage, arrows in ARROWS.items():
        first = next(iter(arrows))
        yield f'<manualTask id="{stage}" name="{stage}"/><exclusiveGateway id="{stage}_" default="{stage}_{first}"/>'
        yield f'<sequenceFlow id="{stage}__" sourceRef="{stage}" targetRef="{stage}_"/>'
        for trigger, target in arrows.items():
            yield f'<sequenceFlow id="{stage}_{trigger}" sourceRef="{stage}_" targetRef="{target}">'
            if trigger != first:
                yield f"<conditionExpression>trigger == '{trigger}'</conditionExpression>"
            yield "</sequenceFlow>"
    yield "</process></definitions>"


def _document(trigger: str) -> tuple[str, bytes] | None:
    """What is kept apart, once: the bytes of the proof."""
    evidence = BROUGHT[trigger].get("evidence")
    return (evidence["sha256"], CONTENT) if evidence else None


def dbos(path: Path, clock: Clock) -> Advances:
    """DBOS: workflows of four steps, each one transaction with its checkpoint."""
    source = _dbos(path)
    return _in_a_row(source.transaction()(lambda case, trigger: _written(source.sql_session(), case, trigger)), clock)


def dbos_step(path: Path, clock: Clock) -> Advances:
    """DBOS: workflows of four plain steps, each with a transaction of its own before its checkpoint."""
    from dbos import DBOS  # type: ignore[import-not-found]

    engine = _dbos(path).engine

    def advance(case: int, trigger: str) -> None:
        with engine.begin() as connection:
            _written(connection, case, trigger)

    return _in_a_row(DBOS.step()(advance), clock)


def dbos_act(path: Path, clock: Clock) -> Advances:
    """DBOS: each act a workflow of its own, by a key."""
    from dbos import DBOS, SetWorkflowID

    source = _dbos(path)
    advance = source.transaction()(lambda case, trigger: _written(source.sql_session(), case, trigger))

    @DBOS.workflow()  # type: ignore[untyped-decorator]
    def act(case: int, trigger: str) -> None:
        advance(case, trigger)

    def life(case: int) -> None:
        for trigger in STEPS:
            with SetWorkflowID(f"{case}-{trigger}"):
                act(case, trigger)

    DBOS.launch()
    return _by_turns(clock, life)


def _in_a_row(advance: Callable[[int, str], None], clock: Clock) -> Advances:
    """Four steps of one workflow; its start and its end are part of what they cost."""
    from dbos import DBOS

    @DBOS.workflow()  # type: ignore[untyped-decorator]
    def life(case: int) -> None:
        for trigger in STEPS:
            advance(case, trigger)

    DBOS.launch()
    return _by_turns(clock, lambda case: life(case))


def _by_turns(clock: Clock, life: Callable[[int], None]) -> Advances:
    logging.disable(logging.CRITICAL)
    last = 0

    def advances(count: int) -> float:
        nonlocal last
        cases = range(last, last := last + count // len(STEPS))
        began = clock()
        for case in cases:
            life(case)
        return clock() - began

    return advances


def _dbos(path: Path) -> Any:
    """DBOS at a file with assignments; what it writes with, synced fully."""
    from dbos import DBOS, SQLAlchemyDatasource
    from sqlalchemy import text

    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE assignment (id INTEGER PRIMARY KEY, stage TEXT, data TEXT)")
    database.execute("CREATE TABLE history (id INTEGER, version INTEGER, entry TEXT, PRIMARY KEY (id, version))")
    database.execute("CREATE TABLE document (sha256 TEXT PRIMARY KEY, content BLOB)")
    stage, data = next(iter(ARROWS)), json.dumps(FIELDS)
    database.executemany("INSERT INTO assignment VALUES (?, ?, ?)", ((case, stage, data) for case in range(CASES)))
    database.commit()
    database.close()
    config: Any = {"name": "bench", "system_database_url": f"sqlite:///{path}", "run_admin_server": False}
    DBOS(config={**config, "log_level": "CRITICAL"})
    source = SQLAlchemyDatasource.create(f"sqlite:///{path}")
    with source.engine.connect() as connection:
        if connection.execute(text("PRAGMA synchronous")).scalar() != FULL:
            raise SystemExit("DBOS does not sync fully")
    return source


def _written(session: Any, case: int, trigger: str) -> None:
    """An advance as a careful user of DBOS would write it: the row of the assignment, one of its history, the proof."""
    from sqlalchemy import text

    found = session.execute(text("SELECT stage, data FROM assignment WHERE id = :id"), {"id": case}).one()
    to, brought = ARROWS[found.stage][trigger], BROUGHT[trigger]
    data = json.dumps({**json.loads(found.data), trigger: brought})
    values = {"id": case, "stage": to, "data": data}
    session.execute(text("UPDATE assignment SET stage = :stage, data = :data WHERE id = :id"), values)
    entry = {"from": found.stage, "to": to, "trigger": trigger, "data": brought, "told": TOLD}
    row = {"id": case, "version": STEPS.index(trigger) + 1, "entry": json.dumps(entry)}
    session.execute(text("INSERT INTO history VALUES (:id, :version, :entry)"), row)
    if document := _document(trigger):
        kept = {"sha256": document[0], "content": document[1]}
        session.execute(text("INSERT OR IGNORE INTO document VALUES (:sha256, :content)"), kept)


if __name__ == "__main__":
    sides: dict[str, Callable[[Path, Clock], Advances]] = {"spiff": spiff, "spiff-long": partial(spiff, steps=LONG)}
    sides |= {"dbos": dbos, "dbos-step": dbos_step, "dbos-act": dbos_act}
    advances = sides[sys.argv[1]](Path(sys.argv[2]), CLOCKS[sys.argv[3]])
    for line in sys.stdin:
        print(advances(int(line)), flush=True)
