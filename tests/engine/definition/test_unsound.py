"""Definitions that read well and that nobody could carry out: each is named with its path, its mended twin passes."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from engine.definition import waiting
from engine.definition.soundness import OF_DATA, OF_SENTENCES, check
from engine.messages import say
from engine.problems import Severity
from tests.engine.definition.samples import MEETING, changed, read_well

DRAFT = "complete_when: [есть вопрос]"
HELD = "- у каждого вопроса есть ответ"
CLOSE = "requires: [закрывает не докладчик]"
FIELDS = "  mood: {type: text, title: {ru: итог, en: mood}"
DAYS = """\
  start: {type: date, title: {ru: начало, en: start}}
  due: {type: date, title: {ru: срок, en: deadline}}
  signed: {type: date, title: {ru: дата подписания, en: day of signing}}
"""
DATED = changed(FIELDS, DAYS + "  points: {type: number, title: {ru: балл, en: points}}\n" + FIELDS)
MOMENTS = """\
  met: {type: moment, reached: held, title: {ru: день заседания, en: day of meeting}}
  ended: {type: moment, reached: closed, title: {ru: день закрытия, en: day of closing}}
"""
TIMED = changed(FIELDS, MOMENTS + DAYS + FIELDS)
GUESTS = changed(FIELDS, "  guests: {type: people, title: {ru: гости, en: guests}}\n" + FIELDS)
# Two stages beside each other, each with its own records, both on the way from the draft to the end.
FORKED = """\
workflow: fork
title: {ru: Развилка, en: Fork}
subject: [year]
fields: {year: text!}
roles: {chair: {title: {ru: председатель, en: chair}, held_by: office}}
records:
  left: {title: {ru: запись, en: note}, prefix: ЛВ}
  right: {title: {ru: справка, en: reference}, prefix: ПВ}
stages:
  draft: {title: {ru: Проект, en: Draft}}
  one: {title: {ru: Первый, en: One}, produces: [left]}
  two: {title: {ru: Второй, en: Two}, produces: [right]}
  closed: {title: {ru: Закрыто, en: Closed}, final: yes}
triggers: {go: {title: {ru: ведёт, en: leads}}}
arrows:
  - {trigger: go, from: draft, to: one, role: chair}
  - {trigger: go, from: draft, to: two, role: chair}
  - {trigger: go, from: one, to: closed, role: chair, requires: [есть справка]}
  - {trigger: go, from: two, to: closed, role: chair, requires: [есть запись]}
"""


ASIDE = changed(
    "fields: {year: text!}",
    "fields: {year: text!, first: {type: moment, reached: one, title: {ru: день первого, en: first day}}}",
    FORKED,
)
RECORDING = "access:\n  - {role: chair, may: [open, record, link, correct]}\n"
FIRST_DAY = "[день первого раньше 01.01.2100]"
# Questions that lead to other questions.
KIN = changed("prefix: ВП,", "prefix: ВП, back: {question: 0..},")
ANSWERED = "- у каждого ответа: [указана дата, есть подтверждение]"


class Unsound(NamedTuple):
    """A definition that cannot be carried out, what is said of it, and the same with the fault mended."""

    text: str
    code: str
    path: str
    mended: str


def draft(*sentences: str, text: str = MEETING) -> str:
    return changed(DRAFT, f"complete_when: [{', '.join(sentences)}]", text)


def closing(*sentences: str, text: str = MEETING) -> str:
    return changed(CLOSE, f"requires: [{', '.join(sentences)}]", text)


def answered(*sentences: str, text: str = MEETING) -> str:
    return changed(ANSWERED, "\n      ".join(["- у каждого ответа:", *(f"  - {each}" for each in sentences)]), text)


UNSOUND = {
    "three and at most one": Unsound(
        draft("есть не менее 3 вопросов", "есть не более 1 вопроса"),
        "requirements-contradict",
        "draft → held",
        draft("есть не менее 1 вопроса", "есть не более 3 вопросов"),
    ),
    "one and none": Unsound(
        draft("есть вопрос", "нет вопроса"), "requirements-contradict", "draft → held", draft("есть вопрос")
    ),
    "of each one, and none at all": Unsound(
        changed(HELD, f"{HELD}\n      - нет ответа"),
        "requirements-contradict",
        "held → closed",
        changed(HELD, f"{HELD}\n      - есть не более 9 ответов"),
    ),
    "none of what an earlier stage asked for": Unsound(
        closing("нет вопроса"), "requirement-too-late", "held → closed", closing("есть не более 5 вопросов")
    ),
    "of each one another of its kind, which points to none": Unsound(
        draft("у каждого вопроса есть вопрос"),
        "never-linked",
        "draft",
        draft("у каждого вопроса есть вопрос", text=KIN),
    ),
    "of each two others of its kind, which points to none": Unsound(
        closing("у каждого ответа есть не менее 2 ответов"),
        "never-linked",
        "held → closed",
        closing("у каждого ответа есть не менее 2 вопросов"),
    ),
    "after each another of its kind, which points to none": Unsound(
        draft("после каждого вопроса есть вопрос"),
        "never-linked",
        "draft",
        draft("до каждого вопроса есть вопрос"),  # two of one day come before each other
    ),
    "an expectation of another of its kind": Unsound(
        changed(DRAFT, "complete_when: [есть вопрос], expects: {note: [у каждого вопроса есть ровно 1 вопрос]}"),
        "never-linked",
        "draft",
        changed(DRAFT, "complete_when: [есть вопрос], expects: {note: [у каждого вопроса нет вопроса]}"),
    ),
    "a proof of a proof": Unsound(
        closing("у каждого подтверждения есть подтверждение"),
        "never-linked",
        "held → closed",
        closing("у каждого ответа есть не менее 2 подтверждений"),
    ),
    "a meeting in the meeting": Unsound(
        closing("есть совещание"), "never-linked", "held → closed", closing("у каждого ответа есть совещание")
    ),
    "one that is linked as nothing of its kind is": Unsound(
        closing("есть вопрос с вопросом"), "never-linked", "held → closed", closing("есть вопрос с ответом")
    ),
    "two meetings of one answer": Unsound(
        answered("есть не менее 2 совещаний"), "never-so-many", "held", answered("есть не менее 1 совещания")
    ),
    "two values of what holds one": Unsound(
        answered("есть не менее 2 дат"), "never-so-many", "held", answered("указана дата", "есть не более 2 дат")
    ),
    "a day of a record compared with its own": Unsound(
        answered("дата позже даты ответа"),
        "compared-with-itself",
        "held",
        answered("дата позже даты ответа", text=changed("back: {question: 1..}", "back: {question: 1.., answer: 0..}")),
    ),
    "a day of the case compared with its own": Unsound(
        closing("срок раньше срока совещания", text=DATED),
        "compared-with-itself",
        "held → closed",
        closing("срок раньше даты подписания совещания", text=DATED),
    ),
    "a day of the case before and after another, once by its owner": Unsound(
        closing("срок раньше даты подписания совещания", "дата подписания раньше срока", text=DATED),
        "values-contradict",
        "held → closed",
        closing("срок раньше даты подписания совещания", "дата подписания позже срока", text=DATED),
    ),
    "another of its kind, where there is at most one": Unsound(
        draft("есть не более 1 вопроса", "у каждого вопроса есть вопрос", "есть вопрос", text=KIN),
        "requirements-contradict",
        "draft → held",
        draft("есть не более 2 вопросов", "у каждого вопроса есть вопрос", "есть вопрос", text=KIN),
    ),
    "a day compared with itself": Unsound(
        closing("срок раньше срока", text=DATED),
        "compared-with-itself",
        "held → closed",
        closing("срок раньше даты подписания", text=DATED),
    ),
    "an expectation that what is demanded rules out": Unsound(
        changed(DRAFT, "complete_when: [есть не более 1 вопроса], expects: {note: [есть не менее 2 вопросов]}"),
        "requirements-contradict",
        "draft",
        changed(DRAFT, "complete_when: [есть не более 3 вопросов], expects: {note: [есть не менее 2 вопросов]}"),
    ),
    "two expectations that leave no day": Unsound(
        changed(DRAFT, DRAFT + ", expects: {error: [срок раньше начала]}", DATED),
        "term-ends-before-it-starts",
        "draft",
        changed(DRAFT, DRAFT + ", expects: {error: [срок позже начала]}", DATED),
    ),
    "days that run in a circle": Unsound(
        closing("срок раньше даты подписания", "дата подписания не позже срока", text=DATED),
        "values-contradict",
        "held → closed",
        closing("срок не раньше даты подписания", "дата подписания не позже срока", text=DATED),
    ),
    "a term that ends before it starts": Unsound(
        closing("срок раньше начала", text=DATED),
        "term-ends-before-it-starts",
        "held → closed",
        closing("срок не раньше начала", text=DATED),
    ),
    "a day between two that stand the wrong way round": Unsound(
        closing("срок не раньше 01.06.2027", "срок не позже 01.01.2027", text=DATED),
        "values-contradict",
        "held → closed",
        closing("срок не раньше 01.01.2027", "срок не позже 01.06.2027", text=DATED),
    ),
    "a term of no days": Unsound(
        changed(HELD, "- после каждого вопроса в течение 0 дней есть ответ"),
        "term-of-no-days",
        "held",
        changed(HELD, "- после каждого вопроса в течение 5 дней есть ответ"),
    ),
    "a role that nobody can hold": Unsound(
        closing("закрывает не председатель"), "role-shut-out", "held → closed", closing("закрывает не докладчик")
    ),
    "a stage that waits for a later one": Unsound(
        draft("есть вопрос", "есть ответ"), "waits-for-later", "draft → held", draft("есть вопрос")
    ),
    "a stage that waits for an answer to what it asked for itself": Unsound(
        draft("есть вопрос", "у каждого вопроса есть ответ"),
        "waits-for-later",
        "draft → held",
        draft("у каждого вопроса есть ответ"),
    ),
    "two stages that wait for each other": Unsound(
        FORKED,
        "stages-wait",
        "one → two → one",
        FORKED.replace("запись]", "справка]").replace("[есть справка]", "[]", 1),
    ),
    "more answers than the questions can have": Unsound(
        changed(
            HELD,
            """\
- у каждого вопроса есть ровно 1 ответ
      - есть не более 2 вопросов
      - есть не менее 3 ответов""",
        ),
        "requirements-contradict",
        "held → closed",
        changed(
            HELD,
            """\
- у каждого вопроса есть не более 2 ответов
      - есть не более 2 вопросов
      - есть не менее 3 ответов""",
        ),
    ),
    "proof of each, and no proof at all": Unsound(
        closing("нет подтверждения"), "requirements-contradict", "held → closed", closing("есть подтверждение")
    ),
    "a value that is compared and must not be there": Unsound(
        closing("итог равен «хороший»", "нет итога"),
        "requirements-contradict",
        "held → closed",
        closing("итог равен «хороший»", "указан итог"),
    ),
    "people counted in two ways": Unsound(
        closing("докладчики не менее 3", "есть не более 2 докладчиков"),
        "requirements-contradict",
        "held → closed",
        closing("докладчики не менее 3", "есть не более 3 докладчиков"),
    ),
    "people who are among those they are apart from": Unsound(
        closing("докладчики среди гостей", "гости и докладчики — разные люди", text=GUESTS),
        "requirements-contradict",
        "held → closed",
        closing("докладчики среди гостей", text=GUESTS),
    ),
    "a field that must be stated and must not": Unsound(
        closing("нет органа"), "required-and-forbidden", "held → closed", closing("указан орган")
    ),
    "the day of a stage that is still to come": Unsound(
        closing("день закрытия не позже срока", text=TIMED),
        "waits-for-later",
        "held → closed",
        closing("день заседания не позже срока", text=TIMED),
    ),
    "the day of a stage that some cases pass by": Unsound(
        changed("[есть справка]", "[]", changed("[есть запись]", FIRST_DAY, ASIDE)),
        "waits-for-missed",
        "draft → two",
        changed("[есть справка]", FIRST_DAY, changed("[есть запись]", "[]", ASIDE)),
    ),
    "a record that nobody may make in time": Unsound(
        MEETING + "access: [{role: chair, may: [open, record, link, prove, correct], while: [held]}]\n",
        "waits-for-later",
        "draft → held",
        MEETING + "access: [{role: chair, may: [open, record, link, prove, correct], while: [draft, held]}]\n",
    ),
    "a proof that nobody may bring while it is asked for": Unsound(
        draft("есть подтверждение") + RECORDING + "  - {role: speaker, may: [prove], while: [held]}\n",
        "waits-for-later",
        "draft → held",
        draft("есть подтверждение") + RECORDING + "  - {role: speaker, may: [prove]}\n",
    ),
    "an act that only the wrong one can have done": Unsound(
        closing("проводит не председатель"),
        "role-acted-before",
        "draft → held → closed",
        closing("проводит не докладчик"),
    ),
    "an arrow that asks for what only the journal tells": Unsound(
        changed("asks: [day]", "asks: [met]", TIMED), "moment-stated", "draft → held", TIMED
    ),
    "a day that is set to a word": Unsound(
        changed("sets: {mood: good}", "sets: {due: скоро}", DATED),
        "setting-of-another-kind",
        "held → closed",
        changed("sets: {mood: good}", "sets: {due: 2027-01-31}", DATED),
    ),
    "a day that is set to whatever somebody brings": Unsound(
        changed("asks: [day]", 'asks: [day], sets: {due: "{day}"}', DATED),
        "setting-of-another-kind",
        "draft → held",
        changed("asks: [day]", 'asks: [due], sets: {due: "{due}"}', DATED),
    ),
    "a stage that waits for one that its cases never pass": Unsound(
        changed("[есть запись]", "[]", FORKED),
        "waits-for-missed",
        "draft → one",
        changed("from: draft, to: one", "from: two, to: one", changed("[есть запись]", "[]", FORKED)),
    ),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_what_nobody_could_carry_out_is_named_with_its_path(name: str) -> None:
    unsound = UNSOUND[name]
    problems = check(read_well(unsound.text))
    assert problems and {problem.code for problem in problems} == {unsound.code}
    assert unsound.path in {problem.facts["path"] for problem in problems}
    for problem in problems:
        assert problem.facts["path"] in say(problem.code, problem.facts, "ru")
        assert problem.facts["path"] in say(problem.code, problem.facts, "en")
        assert problem.where.line > 1


@pytest.mark.parametrize("name", UNSOUND)
def test_the_mended_one_passes(name: str) -> None:
    assert check(read_well(UNSOUND[name].mended)) == ()


def test_a_definition_with_too_many_ways_says_what_was_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = read_well(MEETING)
    states = len(waiting._walked(meeting).into)
    monkeypatch.setattr(waiting, "MOST", states - 1)
    (problem,) = check(meeting)
    assert (problem.code, problem.severity) == ("too-many-ways", Severity.WARNING)
    monkeypatch.setattr(waiting, "MOST", states)
    assert check(meeting) == ()


def test_a_contradiction_of_a_stage_with_several_ways_out_is_told_once() -> None:
    text = draft("есть вопрос", "нет вопроса")
    text = changed("to: held, role: chair, asks: [day]", "to: held, role: chair", text)
    assert len(check(read_well(text))) == 1


@pytest.mark.parametrize(
    ("sentences", "clash"),
    [
        (("срок позже чем через 10 дней после начала", "срок не позже чем через 5 дней после начала"), True),
        (("срок позже чем через 5 дней после начала", "срок не позже чем через 10 дней после начала"), False),
        (("срок позже чем через 1 месяц после начала", "срок не позже чем через 30 дней после начала"), False),
        (("срок позже чем через 1 месяц после начала", "срок не позже чем через 27 дней после начала"), True),
        (("срок позже чем через 5 рабочих дней после начала", "срок не позже чем через 4 дня после начала"), True),
        (("срок раньше даты подписания", "дата подписания раньше начала"), True),
        (("начало раньше даты подписания", "дата подписания раньше срока"), False),
        (("итог равен «хороший»", "итог равен «плохой»"), True),
        (("итог равен «хороший»", "итог не равен «хороший»"), True),
        (("итог равен «хороший»", "итог не равен «плохой»"), False),
        (("балл не более -5", "балл не менее 1"), True),
        (("балл меньше 0", "балл больше -1"), False),
        (("балл меньше -1", "балл больше 0"), True),
        (("балл не менее -3", "балл не более -3.5"), True),
        (("балл не менее -3.5", "балл не более -3"), False),
    ],
)
def test_comparisons_clash_only_where_no_value_is_left(sentences: tuple[str, ...], clash: bool) -> None:
    found = check(read_well(closing(*sentences, text=DATED)))
    assert bool(found) == clash, [problem.code for problem in found]


def test_every_check_finds_one_of_them() -> None:
    for one in (*OF_DATA, *OF_SENTENCES):
        assert any(list(one(read_well(unsound.text))) for unsound in UNSOUND.values()), one.__name__
