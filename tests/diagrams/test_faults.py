"""What cannot be carried out is seen: the faulty stage, the way that leads there, who waits for whom."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from diagrams import dot, mermaid
from diagrams.faults import MOST, faulty
from diagrams.picture import Edge, Node, Picture, Stroke, Tone
from engine.definition.reading import read
from engine.definition.soundness import check
from engine.messages import Lang
from engine.problems import Problem, Where
from tests.engine.definition.samples import MEETING, changed, read_well
from tests.engine.definition.test_unsound import UNSOUND


def picture(text: str, lang: Lang = "ru") -> Picture:
    workflow = read_well(text)
    return faulty(workflow, check(workflow), lang, "meeting.yaml")


def node(found: Picture, title: str) -> Node:
    return next(each for each in found.nodes if each.title == title)


def edges(found: Picture, stroke: Stroke) -> list[tuple[str, str]]:
    titles = {each.id: each.title for each in found.nodes}
    return [(titles[each.source], titles[each.target]) for each in found.edges if each.stroke is stroke]


def test_a_sound_definition_is_drawn_without_a_mark() -> None:
    found = picture(MEETING)
    assert found.subtitle == "meeting.yaml · замечаний нет"
    assert {each.tone for each in found.nodes} == {Tone.PLAIN}
    assert {each.stroke for each in found.edges} == {Stroke.FIRM}
    assert not found.legend and not found.notes


def test_two_stages_that_wait_for_each_other_are_tied_to_each_other() -> None:
    found = picture(UNSOUND["two stages that wait for each other"].text)
    assert edges(found, Stroke.WAITS) == [("Первый", "Второй"), ("Второй", "Первый")]
    assert [each.title for each in found.nodes if each.tone is Tone.ALARM] == ["Первый", "Второй"]
    assert found.notes[0] == (
        "1. этапы ждут друг друга: Первый → Второй → Первый; «есть справка», а «справка» даёт этап Второй (строка 18)"
    )


def test_the_way_into_a_stage_where_a_case_is_stuck_stands_out() -> None:
    found = picture(UNSOUND["a stage that waits for one that its cases never pass"].text)
    assert edges(found, Stroke.WRONG) == [("Проект", "Первый")]
    assert edges(found, Stroke.WAITS) == [("Первый", "Второй")]


def test_a_trap_is_marked_as_a_whole_and_told_once() -> None:
    ring = changed("to: closed, role: chair, sets: {mood: good}", "to: held, role: chair, sets: {mood: good}")
    found = picture(ring)
    assert [each.tone for each in found.nodes] == [Tone.ALARM, Tone.ALARM, Tone.EMPTY]
    assert edges(found, Stroke.WRONG) == [("Проект", "Проведено"), ("Проведено", "Проект")]
    assert len(found.notes) == 2


def test_an_arrow_whose_role_nobody_has_is_marked_although_its_fault_tells_no_way() -> None:
    found = picture(changed("to: held, role: chair", "to: held, role: chiar"))
    (marked,) = (each for each in found.edges if each.stroke is Stroke.WRONG)
    assert marked.label == ("никто (chiar) проводит", "замечание 1")


def test_faults_that_are_about_no_stage_are_told_below() -> None:
    workflow, problems = read(changed("есть вопрос", "есть вапрос"), "meeting.yaml")
    assert workflow is not None and len(problems) == 1
    found = faulty(workflow, problems, "en", "meeting.yaml")
    assert found.notes[0].startswith("1. ") and found.notes[0].endswith("(line 23)")
    assert edges(found, Stroke.WRONG) == []


def test_more_faults_than_anybody_could_read_are_counted() -> None:
    many = [Problem(Where("m.yaml", n), "no-final-stage", facts={"stages": "held"}) for n in range(1, MOST + 4)]
    found = faulty(read_well(MEETING), many, "ru", "m.yaml")
    assert len(found.notes) == MOST + 1
    assert found.notes[-1].startswith("… и ещё 3 замечания")


@pytest.mark.parametrize("name", UNSOUND)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_unsound_definition_has_its_fault_on_the_picture(name: str, lang: Lang) -> None:
    found = picture(UNSOUND[name].text, lang)
    told = [
        *(line for each in found.nodes for line in each.lines),
        *(line for each in found.edges for line in each.label),
    ]
    assert any(line.startswith(("замечан", "fault")) for line in told)
    assert found.notes and "…" not in "".join(found.notes)
    explained = {meaning.sample for meaning in found.legend}
    assert {each.stroke for each in found.edges} - {Stroke.FIRM} <= explained
    assert {each.tone for each in found.nodes} - {Tone.PLAIN} <= explained


def test_it_can_be_rendered_in_every_format() -> None:
    found = picture(UNSOUND["two stages that wait for each other"].text)
    assert ElementTree.fromstring(dot.render(found, "svg")).tag.endswith("svg")
    assert dot.render(found, "png").startswith(b"\x89PNG")
    assert "-.->" in mermaid.render(found)


def test_an_edge_is_drawn_once_for_all_acts_between_two_stages() -> None:
    twice = MEETING + "  - {trigger: return, from: draft, to: held, role: chair}\n"
    ends = [(each.source, each.target) for each in picture(twice).edges if isinstance(each, Edge)]
    assert len(ends) == len(set(ends))
