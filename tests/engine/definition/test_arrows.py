from __future__ import annotations

from engine.definition.workflow import Arrow
from tests.engine.definition.samples import MEETING, changed, faults, read_well

LONGER = changed(
    "  closed: {title:",
    "  checked: {title: {ru: Проверено, en: Checked}}\n  closed: {title:",
    changed("{trigger: close, from: held,", "{trigger: close, from: [held, checked],"),
)


def ways(text: str, trigger: str) -> list[tuple[str, str]]:
    """The pairs of stages that a trigger leads between."""
    return [(arrow.source, arrow.target) for arrow in read_well(text).arrows if arrow.trigger == trigger]


def test_any_later_to_any_earlier_is_one_arrow_a_pair() -> None:
    assert ways(LONGER, "return") == [("held", "draft"), ("checked", "draft"), ("checked", "held")]


def test_nothing_returns_from_an_end() -> None:
    assert "closed" not in {stage for way in ways(LONGER, "return") for stage in way}


def test_a_list_of_stages_is_an_arrow_each() -> None:
    assert ways(LONGER, "close") == [("held", "closed"), ("checked", "closed")]


def test_same_leaves_a_case_where_it_is() -> None:
    assert ways(changed("from: draft, to: held,", "from: [draft, held], to: same,"), "hold") == [
        ("draft", "draft"),
        ("held", "held"),
    ]


def test_from_any_later_to_a_stage() -> None:
    assert ways(changed("to: any_earlier", "to: draft", LONGER), "return") == [("held", "draft"), ("checked", "draft")]


def test_an_arrow_says_who_and_what_it_needs() -> None:
    close = read_well(MEETING).arrow("held", "close")
    assert isinstance(close, Arrow)
    assert close.role == "chair"
    assert close.title.ru == "закрывает"
    assert close.sets == {"mood": "good"}
    assert [rule.form for rule in close.requirements] == ["acts"]
    assert str(close.where).startswith("meeting.yaml:")


def test_a_field_may_be_set_to_what_the_command_brings_and_to_nothing_else() -> None:
    brought = changed("asks: [day]", 'asks: [day], sets: {year: "{day}"}')
    assert faults(brought) == []
    assert [fault.split()[1] for fault in faults(changed('"{day}"', '"{hour}"', brought))] == ["unknown-datum"]
