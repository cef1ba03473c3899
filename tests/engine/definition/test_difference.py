from __future__ import annotations

import re

import pytest

from engine.definition.difference import differences
from engine.definition.renaming import renamed
from engine.messages import in_language, say
from tests.engine.definition.samples import MEETING, changed, read_well

CHANGES = {
    "change-title": ("title: {ru: Совещание, en: Meeting}", "title: {ru: Встреча, en: Meeting}"),
    "change-subject": ("subject: [body, year]", "subject: [body]"),
    "change-stage-title": ("draft: {title: {ru: Проект,", "draft: {title: {ru: Черновик,"),
    "change-stage-requires": ("complete_when: [есть вопрос]", "complete_when: [есть вопрос, указан итог]"),
    "change-stage-requires-no-more": ("complete_when: [есть вопрос]", "complete_when: []"),
    "change-stage-produces": ("produces: [question]", "produces: []"),
    "change-arrow-role": ("to: held, role: chair", "to: held, role: speaker"),
    "change-arrow-asks": ("asks: [day]", "asks: [day, room]"),
    "change-arrow-sets": ("sets: {mood: good}", "sets: {mood: bad}"),
    "change-arrow-requires-no-more": ("requires: [закрывает не докладчик]", "requires: []"),
    "change-arrow-added": (
        "  - {trigger: return",
        "  - {trigger: close, from: draft, to: closed, role: chair}\n  - {trigger: return",
    ),
    "change-role-added": ("roles:\n", "roles:\n  guest: {title: {ru: гость, en: guest}, held_by: office}\n"),
    "change-field-added": ("  year: text!\n", "  year: text!\n  room: text\n"),
    "change-field": ("year: text!", "year: number!"),
    "change-record-links": ("back: {question: 1..}", "back: {question: 0..}"),
}


@pytest.mark.parametrize("code", CHANGES)
def test_each_change_is_told_and_its_reverse_too(code: str) -> None:
    old, new = read_well(MEETING), read_well(changed(*CHANGES[code]))
    there, back = differences(old, new), differences(new, old)
    assert code in {each.code for each in there}
    assert back and differences(old, old) == ()
    for each in (*there, *back):
        facts = {name.removesuffix("_ru"): value for name, value in each.facts.items()}
        assert "…" not in say(each.code, facts, "ru")


def test_one_changed_sentence_is_one_taken_away_and_one_added() -> None:
    new = read_well(changed("complete_when: [есть вопрос]", "complete_when: [есть не менее 2 вопросов]"))
    found = differences(read_well(MEETING), new)
    assert [each.code for each in found] == ["change-stage-requires", "change-stage-requires-no-more"]
    assert "2" in found[0].facts["requirement_en"]


def renamed_stage(text: str) -> str:
    return re.sub(r"\bheld\b", "sat", text)


def test_a_stage_under_another_code_is_one_difference() -> None:
    rights = (
        "access:\n  - {role: chair, may: [open, record]}\n  - {role: speaker, may: [prove], while: [draft, held]}\n"
    )
    old, new = read_well(MEETING + rights), read_well(renamed_stage(MEETING + rights))
    (only,) = differences(old, new)
    assert (only.code, only.facts["was"], only.facts["code"]) == ("change-stage-code", "held", "sat")
    less = read_well(renamed_stage(MEETING + rights).replace("[draft, sat]", "[draft]"))
    found = {each.code: each for each in differences(old, less)}
    assert set(found) == {"change-stage-code", "change-access"}
    told = say("change-access", in_language(found["change-access"].facts, "ru"), "ru")
    assert "прикладывать подтверждения" in told and "Проведено" in told, told
    assert not re.search(r"\b(prove|draft|held|sat)\b", told)
    everywhere = read_well((MEETING + rights).replace("may: [prove], while: [draft, held]", "may: [prove]"))
    assert "at any stage" in say("change-access", in_language(differences(old, everywhere)[0].facts, "en"), "en")


def test_a_right_is_told_that_was_given_or_taken() -> None:
    old = read_well(MEETING + "access:\n  - {role: chair, may: [open, record]}\n")
    new = read_well(MEETING + "access:\n  - {role: chair, may: [open, prove]}\n")
    assert [each.code for each in differences(old, new)] == ["change-access-taken", "change-access-given"]


def test_a_stage_is_known_again_by_its_title_or_its_records_and_by_nothing_else() -> None:
    old, anew = read_well(MEETING), renamed_stage(MEETING)
    assert renamed(old, old) == {}
    assert renamed(old, read_well(anew)) == {"held": "sat"}
    retitled = changed("title: {ru: Проведено, en: Held}", "title: {ru: Иное, en: Other}", anew)
    assert renamed(old, read_well(retitled)) == {"held": "sat"}
    other = changed(
        "produces: [answer]", "produces: []", changed("produces: [question]", "produces: [question, answer]", retitled)
    )
    assert renamed(old, read_well(other)) == {}
    assert "change-stage-added" in {each.code for each in differences(old, read_well(other))}


def test_layout_and_the_language_of_a_sentence_are_no_difference() -> None:
    old = read_well(MEETING)
    assert differences(old, read_well("# a remark\n" + MEETING)) == ()
    assert differences(old, read_well(changed("[есть вопрос]", "[there is a question]"))) == ()
