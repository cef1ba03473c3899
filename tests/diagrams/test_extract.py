"""What goes into a picture of a regulation: stages, where a case stands, and what is told instead of drawn."""

from __future__ import annotations

import pytest

from diagrams import dot, extract, mermaid
from diagrams.picture import Mark, Node, Picture, Stroke, Tone
from engine.audit.stages import audit_cycles
from engine.definition.shipped import shipped, shipped_names
from engine.messages import Lang
from tests.engine.audit.regulations import cycle_case, errand, errand_case, management_cycle, record

CYCLE, ERRAND = management_cycle(), errand()


def box(picture: Picture, title: str) -> Node:
    return next(node for node in picture.nodes if node.title.endswith(title))


def test_a_cycle_is_a_ring_that_leads_into_the_next_one() -> None:
    picture = extract.draw(CYCLE, "ru")
    top, bottom = picture.rows
    assert [box(picture, "Цели").id, box(picture, "Завершён").id] == [top[0], bottom[0]]
    (leap,) = [edge for edge in picture.edges if edge.stroke is Stroke.OFFERED]
    assert (leap.source, leap.target) == (bottom[0], top[0])
    assert len(picture.edges) == 8


def test_a_regulation_that_starts_nothing_after_its_end_is_a_flow() -> None:
    assert all(len(row) == 1 for row in extract.draw(ERRAND, "ru").rows)


def test_the_ways_back_are_told_in_one_sentence_and_not_drawn() -> None:
    picture = extract.draw(CYCLE, "ru")
    assert picture.notes == ("Контролёр: возвращает на прежний этап – с любого этапа на любой более ранний",)


def test_the_live_state_of_a_cycle_is_in_its_boxes() -> None:
    case = cycle_case(
        record("ЦЛ-1", "goal"),
        record("ПК-1", "indicator", ("ЦЛ-1",), proven=False),
        plans=(("monitoring", "П-1.2"), ("monitoring", "П-1.3")),
        at="indicators",
    )
    picture = extract.draw(CYCLE, "ru", case)
    tones = [box(picture, title).tone for title in ("Цели", "Показатели", "Мониторинг", "Анализ")]
    assert tones == [Tone.DONE, Tone.BEGUN, Tone.PLANNED, Tone.EMPTY]
    assert "2 пункта решений" in box(picture, "Мониторинг").lines
    assert "1 разрыв" in box(picture, "Показатели").lines
    assert [node.title for node in picture.nodes if node.current] == ["2. Показатели"]


def test_a_skipped_stage_raises_an_alarm_and_one_on_trust_does_not() -> None:
    skipped = extract.draw(CYCLE, "ru", cycle_case(record("ИЗ-1", "measurement")))
    trusted = extract.draw(CYCLE, "ru", cycle_case(record("ИЗ-1", "measurement"), trusted=("goals", "indicators")))
    assert box(skipped, "Цели").tone is Tone.ALARM
    assert box(trusted, "Цели").tone is Tone.EMPTY
    assert "принят на веру" in box(trusted, "Цели").lines


def test_a_row_of_the_audit_can_be_drawn_without_a_case() -> None:
    (row,) = audit_cycles((cycle_case(record("ЦЛ-1", "goal")),), (), CYCLE)
    assert box(extract.cycle(CYCLE, "en", row), "Goals").tone is Tone.DONE


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_legend_explains_every_tone_and_mark_that_is_drawn(lang: Lang) -> None:
    cases = (
        cycle_case(record("ИЗ-1", "measurement", proven=False), plans=(("decisions", "П-1.2"),), at="monitoring"),
        cycle_case(record("ЦЛ-1", "goal")),
    )
    for picture in (
        *(extract.draw(CYCLE, lang, case) for case in cases),
        extract.draw(ERRAND, lang, errand_case("in_work")),
    ):
        explained = {meaning.sample for meaning in picture.legend}
        assert {node.tone for node in picture.nodes} - {Tone.PLAIN} <= explained
        assert {edge.stroke for edge in picture.edges} - {Stroke.FIRM} <= explained
        assert Mark.CURRENT in explained


def test_the_life_of_an_assignment_shows_what_was_passed_and_where_it_stands() -> None:
    case = errand_case("reported", ("accept", "registered", "in_work"), ("report", "in_work", "reported"))
    picture = extract.draw(ERRAND, "ru", case)
    assert [node.tone for node in picture.nodes] == [Tone.DONE, Tone.DONE, Tone.PLAIN, Tone.EMPTY]
    assert "► сейчас здесь" in box(picture, "Отчёт сдан").lines


def test_an_assignment_just_registered_has_passed_nothing() -> None:
    picture = extract.draw(ERRAND, "ru", errand_case("registered"))
    assert [node.tone for node in picture.nodes] == [Tone.PLAIN, Tone.EMPTY, Tone.EMPTY, Tone.EMPTY]


def test_arrows_say_who_does_what() -> None:
    picture = extract.draw(ERRAND, "ru")
    labels = {(edge.source, edge.target): edge.label for edge in picture.edges}
    assert labels["stage1", "stage2"] == ("исполнитель отчитывается",)
    assert labels["stage2", "stage1"] == ("контролёр возвращает на доработку",)


def test_what_leads_out_of_every_stage_or_nowhere_is_told() -> None:
    picture = extract.draw(ERRAND, "ru")
    assert any("продлевает" in note and "«В\u00a0работе»" in note for note in picture.notes)
    assert any("отзывает" in note and "«Снято\u00a0с\u00a0контроля»" in note for note in picture.notes)
    assert not any("отзывает" in line for edge in picture.edges for line in edge.label)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_picture_can_be_drawn(lang: Lang) -> None:
    case = cycle_case(record("ЦЛ-1", "goal"), trusted=("goals",))
    for picture in (extract.draw(CYCLE, lang, case, "Заречье · 1.2 · 2026"), extract.draw(ERRAND, lang)):
        assert dot.render(picture, "svg").startswith(b"<?xml")
        assert mermaid.render(picture).count("stage0") > 1


def test_a_closed_assignment_says_how_it_ended_in_the_words_of_its_regulation() -> None:
    done = errand_case("closed", ("confirm", "reported", "closed"))
    withdrawn = errand_case("closed", ("withdraw", "in_work", "closed"))
    ends = [
        box(extract.draw(shipped("assignment"), "ru", case), "Снято с контроля").lines[0] for case in (done, withdrawn)
    ]
    assert ends == ["исполнено", "отозвано"]


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_regulation_can_be_drawn(name: str) -> None:
    picture = extract.draw(shipped(name), "ru")
    assert len(picture.nodes) == len(shipped(name).stages)
    assert dot.render(picture, "svg").startswith(b"<?xml")
