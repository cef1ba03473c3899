from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from transitions import Event

from engine.definition.shipped import shipped, shipped_names
from engine.desk import tasks
from engine.run.machine import NoWay, way
from engine.store.memory import MemoryStore
from tests.engine.run.regulation import REQUEST, arrow
from tests.office import desk_at, done


@pytest.mark.parametrize("name", shipped_names())
def test_every_arrow_of_a_shipped_regulation_leads_where_it_says(name: str) -> None:
    workflow = shipped(name)
    for each in workflow.arrows:
        assert way(workflow, each)(each.source) == each.target


def test_an_arrow_is_not_taken_from_another_stage() -> None:
    close = next(each for each in REQUEST.arrows if each.trigger == "close")
    with pytest.raises(NoWay):
        way(REQUEST, close)("draft")


def test_an_arrow_that_is_not_of_the_regulation_is_not_taken() -> None:
    with pytest.raises(NoWay):
        way(REQUEST, arrow("jump", "draft", "closed"))


def test_two_versions_of_a_regulation_do_not_share_a_machine() -> None:
    jump = arrow("jump", "draft", "closed")
    newer = replace(REQUEST, version="v2", arrows=(*REQUEST.arrows, jump))
    assert way(newer, jump)("draft") == "closed"
    with pytest.raises(NoWay):
        way(REQUEST, jump)


def test_an_advance_through_the_desk_asks_the_library_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    trigger = Event.trigger

    def overheard(self: Event, model: object) -> bool:
        asked.append(self.name)
        return bool(trigger(self, model))

    desk = desk_at(MemoryStore())
    task = done(desk.act(tasks.add(tasks.NewTask("Позвонить")))).id
    monkeypatch.setattr(Event, "trigger", overheard)
    done(desk.act(tasks.take(task, "deliver")))
    assert asked == ["deliver>delivered"]


def test_stage_names_may_be_any_words() -> None:
    stages = MappingProxyType({**REQUEST.stages, "на проверке": REQUEST.stages["checked"]})
    odd = arrow("отправить", "draft", "на проверке")
    assert way(replace(REQUEST, version="v3", stages=stages, arrows=(odd,)), odd)("draft") == "на проверке"
