from __future__ import annotations

from dataclasses import replace

from engine.definition import derived
from engine.definition.derived import once
from engine.definition.workflow import Workflow
from tests.engine.run.regulation import REQUEST


def test_a_regulation_is_looked_at_once_and_its_equal_by_itself() -> None:
    seen: list[str] = []

    @once
    def title(workflow: Workflow) -> str:
        seen.append(workflow.version)
        return workflow.title.ru

    other = replace(REQUEST, title=replace(REQUEST.title, ru="Иное"))  # of the same version, as only a test can have
    assert (title(REQUEST), title(REQUEST), title(other), title(REQUEST)) == (
        *[REQUEST.title.ru] * 2,
        "Иное",
        REQUEST.title.ru,
    )
    assert len(seen) == 2


def test_many_regulations_do_not_stay_for_ever() -> None:
    made: list[str] = []

    @once
    def version(workflow: Workflow) -> str:
        made.append(workflow.version)
        return workflow.version

    many = [replace(REQUEST, version=str(number)) for number in range(derived.KEPT + 1)]
    assert [version(each) for each in many] == [str(number) for number in range(derived.KEPT + 1)]
    version(many[-1])
    assert len(made) == derived.KEPT + 1
    version(many[0])
    assert len(made) == derived.KEPT + 2
