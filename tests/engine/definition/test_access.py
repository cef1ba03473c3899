"""Who may do what, and what acts are called: read, checked, stored, compared."""

from __future__ import annotations

import json

import pytest

from engine.definition.compiled import from_json, to_json
from engine.definition.difference import differences
from engine.definition.soundness import check
from engine.messages import say
from engine.rules.telling import tell
from tests.engine.definition.samples import MEETING, changed, faults, problems_of, read_well

ACCESS = """\
access:
  - {role: chair, may: [open, record, link, prove, correct]}
  - {role: speaker, may: prove, while: [held]}
"""
DUTIES = """\
duties:
  - SOD-4: действует не администратор ролей
"""
ACTS = changed(
    "{trigger: hold, from: draft, to: held, role: chair, asks: [day]}",
    "{trigger: hold, from: draft, to: held, role: chair, asks: [day], act: {ru: утверждает вопросы, en: approves them},"
    " requires: [утверждает вопросы не автор вопроса]}",
)
FULL = (
    changed(
        "prefix: ОТВ\n",
        "prefix: ОТВ\n    act: {ru: отвечает, en: answers}\n    requires: [SOD-9: отвечает только докладчик]\n",
        ACTS,
    )
    + DUTIES
    + ACCESS
)


def test_rows_of_access_are_read_with_their_stages() -> None:
    rows = [(row.role, row.may, row.stages) for row in read_well(FULL).access]
    assert rows == [("chair", ("open", "record", "link", "prove", "correct"), ()), ("speaker", ("prove",), ("held",))]


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("{role: chair, may: [open", "{role: chiar, may: [open", "unknown-role", "chair"),
        ("may: prove,", "may: proof,", "unknown-action", "prove"),
        ("while: [held]", "while: [hold]", "unknown-stage", "held"),
        ("may: prove, while", "may: prove, when", "unknown-key", "while"),
    ],
)
def test_what_a_row_misspells_is_told_with_what_may_have_been_meant(old: str, new: str, code: str, hint: str) -> None:
    (problem,) = problems_of(changed(old, new, FULL))
    assert (problem.code, problem.facts["hint"]) == (code, hint)
    assert hint in say(code, problem.facts, "ru") + say(code, problem.facts, "en") + problem.facts["hint"]


def test_a_row_without_a_role_is_told() -> None:
    assert [fault.split()[1] for fault in faults(changed("{role: speaker, may: prove", "{may: prove", FULL))] == [
        "key-missing"
    ]


def test_an_act_is_a_name_that_sentences_use() -> None:
    workflow = read_well(FULL)
    hold = next(arrow for arrow in workflow.arrows if arrow.trigger == "hold")
    assert (hold.act, [rule["act"] for rule in hold.requirements]) == ("approves_them", ["approves_them"])
    told = tell(hold.requirements[0], workflow.lexicon, "en")
    assert told == "someone other than the author of the question approves them"
    answer = workflow.records["answer"]
    assert (answer.act, [rule.sentence.code for rule in answer.requirements]) == ("answers", ["SOD-9"])


def test_one_act_may_be_done_in_two_ways_but_not_bear_two_names() -> None:
    again = changed(
        "to: closed, role: chair,", "to: closed, role: chair, act: {ru: утверждает вопросы, en: approves them},", FULL
    )
    assert read_well(again).arrows[1].act == "approves_them"
    twice = again.replace(
        "act: {ru: утверждает вопросы, en: approves them}, sets", "act: {ru: иное, en: approves them}, sets"
    )
    assert [problem.code for problem in problems_of(twice)] == ["name-twice"]


def test_duties_bear_codes_and_speak_of_who_grants_the_roles() -> None:
    (duty,) = read_well(FULL).duties
    assert (duty.sentence.code, duty["act"], duty["who"], duty["role"]) == ("SOD-4", "*", "not", "role_admin")


def test_english_sentences_mean_the_same() -> None:
    english = changed(
        "утверждает вопросы не автор вопроса", "someone other than the author of the question approves them", FULL
    )
    english = changed("действует не администратор ролей", "someone other than the administrator of roles acts", english)
    assert read_well(english).version == read_well(FULL).version


def test_a_role_may_be_held_by_who_a_record_names() -> None:
    answered = changed("fields: {date: {type: date", "fields: {who: people, date: {type: date", MEETING)
    guest = changed("roles:\n", "roles:\n  guest: {title: {ru: гость, en: guest}, held_by: answer.who}\n", answered)
    assert read_well(guest).roles["guest"].held_by == "answer.who"
    (problem,) = problems_of(guest.replace("answer.who", "answer.date"))
    assert problem.code == "unknown-holder"


def test_a_definition_is_stored_and_read_back_with_all_of_it() -> None:
    workflow = read_well(FULL)
    assert to_json(from_json(to_json(workflow))) == to_json(workflow)


def test_what_was_stored_before_there_was_access_still_loads() -> None:
    stored = json.loads(to_json(read_well(MEETING)))
    for name in ("duties", "access"):
        del stored[name]
    for part, names in (("arrows", ("act",)), ("records", ("act", "requirements"))):
        for one in stored[part].values() if isinstance(stored[part], dict) else stored[part]:
            for name in names:
                del one[name]
    loaded = from_json(json.dumps(stored))
    assert (loaded.duties, loaded.access, {arrow.act for arrow in loaded.arrows}) == ((), (), {""})


def test_what_is_not_said_makes_no_new_version() -> None:
    assert read_well(MEETING).version != read_well(MEETING + ACCESS).version != read_well(MEETING + DUTIES).version
    assert read_well(MEETING + "access: []\n").version == read_well(MEETING).version


def test_a_right_that_nobody_has_is_unsound() -> None:
    assert check(read_well(FULL)) == ()
    for action in ("open", "record", "link", "correct"):
        lacking = read_well(
            changed(f"{action}, ", "", FULL) if action != "correct" else changed(", correct]", "]", FULL)
        )
        (problem,) = check(lacking)
        assert (problem.code, problem.facts["found"]) == ("action-nobody-may", action)


def test_who_may_advance_must_not_be_kept_out_by_a_duty_of_every_act() -> None:
    shut = changed("действует не администратор ролей", "действует не председатель", FULL)
    assert "role-shut-out" in {problem.code for problem in check(read_well(shut))}


CHANGES = {
    "change-access-given": ("prove, correct]", "prove, correct, plan]"),
    "change-access-taken": ("  - {role: speaker, may: prove, while: [held]}\n", ""),
    "change-access": ("while: [held]", "while: [draft, held]"),
    "change-arrow-act": (
        "act: {ru: утверждает вопросы, en: approves them}, requires: [утверждает вопросы",
        "requires: [проводит",
    ),
    "change-record-act": (
        "    act: {ru: отвечает, en: answers}\n    requires: [SOD-9: отвечает только докладчик]\n",
        "",
    ),
    "change-record-requires-no-more": ("    requires: [SOD-9: отвечает только докладчик]\n", ""),
    "change-case-requires-no-more": ("  - SOD-4: действует не администратор ролей\n", "  - закрывает не докладчик\n"),
}


@pytest.mark.parametrize("code", CHANGES)
def test_each_change_of_rights_and_duties_is_told_and_its_reverse_too(code: str) -> None:
    old, new = read_well(FULL), read_well(changed(*CHANGES[code], FULL))
    there, back = differences(old, new), differences(new, old)
    assert code in {each.code for each in there}
    assert back and differences(old, old) == ()
    for each in (*there, *back):
        for lang in ("ru", "en"):
            facts = {name.removesuffix(f"_{lang}"): value for name, value in each.facts.items()}
            assert "…" not in say(each.code, facts, lang)
