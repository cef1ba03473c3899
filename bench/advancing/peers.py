"""The others, run by an interpreter that has them: `python peers.py spiff|dbos FILE wall|processor`.

Each line `N` on the standard input asks for N advances; the answer is the seconds that they took. Both write into a
SQLite file with a write-ahead log and full syncing.
"""

from __future__ import annotations

import logging
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

Advances = Callable[[int], float]
Clock = Callable[[], float]
CLOCKS: dict[str, Clock] = {"wall": perf_counter, "processor": process_time}  # the time of all threads
STEPS = ("deliver", "accept", "report", "confirm")
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


def spiff(path: Path, clock: Clock) -> Advances:
    """SpiffWorkflow: the workflow read from its JSON, one task completed, written back as JSON."""
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
    new.do_engine_steps()
    start = serializer.serialize_json(new)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE workflow (id INTEGER PRIMARY KEY, state TEXT)")
    last = 0

    def advance(count: int) -> float:
        nonlocal last
        cases = range(last, last := last + -(-count // len(STEPS)))
        database.executemany("INSERT INTO workflow VALUES (?, ?)", [(case, start) for case in cases])
        began = clock()
        for turn in range(count):
            case = cases[turn // len(STEPS)]
            database.execute("BEGIN IMMEDIATE")
            state = database.execute("SELECT state FROM workflow WHERE id = ?", (case,)).fetchone()[0]
            workflow = serializer.deserialize_json(state)
            task = workflow.get_next_task(state=TaskState.READY, manual=True)
            task.data |= {"by": "Л-1", "trigger": STEPS[turn % len(STEPS)]}
            task.run()
            workflow.do_engine_steps()
            state = serializer.serialize_json(workflow)
            database.execute("UPDATE workflow SET state = ? WHERE id = ?", (state, case))
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


def dbos(path: Path, clock: Clock) -> Advances:
    """DBOS: workflows of four durable steps; the start and the end of a workflow count as part of its steps."""
    from dbos import DBOS  # type: ignore[import-not-found]

    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = WAL")
    database.close()
    config: Any = {"name": "bench", "system_database_url": f"sqlite:///{path}", "run_admin_server": False}
    DBOS(config={**config, "log_level": "CRITICAL"})

    @DBOS.step()  # type: ignore[untyped-decorator]
    def step(name: str) -> dict[str, str]:
        return {"stage": name, "by": "Л-1"}

    @DBOS.workflow()  # type: ignore[untyped-decorator]
    def life() -> None:
        for name in STEPS:
            step(name)

    DBOS.launch()
    logging.disable(logging.CRITICAL)

    def advance(count: int) -> float:
        began = clock()
        for _ in range(count // len(STEPS)):
            life()
        return clock() - began

    return advance


if __name__ == "__main__":
    advances = {"spiff": spiff, "dbos": dbos}[sys.argv[1]](Path(sys.argv[2]), CLOCKS[sys.argv[3]])
    for line in sys.stdin:
        print(advances(int(line)), flush=True)
