"""A sentence of the vocabulary becomes a rule, the same from both languages; any other is refused with a way out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.messages import say
from engine.rules.book import LANGS
from engine.rules.lexicon import Lexicon, Name
from engine.rules.telling import tell
from tests.engine.rules.kit import CYCLE, PAPER, TASK, fields, meaning, refused, understood

TWINS: list[tuple[Lexicon, str, str, str]] = [
    (CYCLE, "count", "есть цель", "there is a goal"),
    (CYCLE, "count", "у каждой цели указано обоснование", "for each goal, the grounds are stated"),
    (CYCLE, "count", "у каждой цели есть подтверждение", "each goal has evidence"),
    (CYCLE, "count", "у каждой цели есть региональная цель", "each goal has a regional goal"),
    (
        CYCLE,
        "compare",
        "у каждой цели дата сверки не раньше даты региональной цели",
        "for each goal, the date of matching is not earlier than the date of the regional goal",
    ),
    (
        CYCLE,
        "count",
        "у каждой цели с прошлым циклом есть прошлый эффект",
        "each goal with a past cycle has a past effect",
    ),
    (CYCLE, "count", "у каждой цели есть показатель", "each goal has an indicator"),
    (CYCLE, "count", "у каждого показателя указаны плановые значения", "for each indicator, the targets are stated"),
    (CYCLE, "count", "у каждого показателя есть метод", "each indicator has a method"),
    (
        CYCLE,
        "compare",
        "у каждого показателя годы значений в пределах срока программы",
        "for each indicator, the years of values are within the term of the programme",
    ),
    (
        CYCLE,
        "trend",
        "у каждого показателя без пояснения плановые значения растут",
        "for each indicator without an explanation, the targets grow",
    ),
    (
        CYCLE,
        "trend",
        "у каждого показателя плановые значения не убывают",
        "for each indicator, the targets do not fall",
    ),
    (CYCLE, "trend", "у каждого показателя плановые значения убывают", "for each indicator, the targets fall"),
    (
        CYCLE,
        "count",
        "у каждого показателя с долями указано общее число",
        "for each indicator with shares, the total number is stated",
    ),
    (CYCLE, "before", "до каждого измерения есть приказ", "before each measurement, there is an order"),
    (
        CYCLE,
        "before",
        "у каждой меры ранее есть приказ",
        "for each measure, earlier there is an order",
    ),
    (
        CYCLE,
        "compare",
        "у каждого измерения дата в пределах периода цикла",
        "for each measurement, the date is within the period of the cycle",
    ),
    (
        CYCLE,
        "count",
        "у каждого заключения есть подтверждение вида «отчёт»",
        'each conclusion has evidence of kind "report"',
    ),
    (
        CYCLE,
        "count",
        "у каждого показателя есть не менее 2 методов",
        "each indicator has at least 2 methods",
    ),
    (CYCLE, "count", "у каждого показателя есть хотя бы одна мера", "each indicator has at least one measure"),
    (CYCLE, "count", "у каждой цели есть не более пяти показателей", "each goal has at most five indicators"),
    (CYCLE, "count", "у каждой меры есть ровно 3 участника", "for each measure, there are exactly 3 participants"),
    (
        CYCLE,
        "after",
        "после каждого решения в течение 90 дней есть анализ эффективности",
        "after each decision, within 90 days, there is an effectiveness analysis",
    ),
    (CYCLE, "after", "после каждого решения есть анализ эффективности", "after each decision, there is an effect"),
    (CYCLE, "after", "у каждой меры затем есть анализ эффективности", "for each measure, later there is an effect"),
    (
        CYCLE,
        "acts",
        "утверждает анализ не автор заключения",
        "someone other than the author of the conclusion approves the analysis",
    ),
    (
        CYCLE,
        "acts",
        "принимает сбор не автор измерения",
        "someone other than the author of the measurement accepts the collection",
    ),
    (CYCLE, "acts", "действует не администратор ролей", "someone other than the administrator of roles acts"),
    (
        CYCLE,
        "acts",
        "оценивает эффект не единственный исполнитель меры",
        "someone who is not the only executor of the measure assesses the effect",
    ),
    (
        TASK,
        "count",
        "у каждого предшественника указана дата закрытия",
        "for each predecessor, the date of closing is stated",
    ),
    (TASK, "count", "есть отчёт вида «итоговый»", "there is a report of kind “final”"),
    (TASK, "count", "к сроку есть отчёт", "there is a report by the deadline"),
    (
        TASK,
        "count",
        "в течение 5 рабочих дней после даты протокола есть отчёт",
        "there is a report within 5 working days after the date of the protocol",
    ),
    (TASK, "count", "нет соисполнителя", "there is no co-executor"),
    (TASK, "count", "есть ровно один ответственный", "there is exactly one responsible person"),
    (TASK, "acts", "продлевает только автор", "only the author extends"),
    (TASK, "acts", "снимает с контроля не исполнитель", "someone other than the executor takes off control"),
    (
        TASK,
        "acts",
        "хранит файл не единственный держатель точки",
        "someone who is not the only holder of the checkpoint keeps the file",
    ),
    (
        TASK,
        "compare",
        "срок не раньше даты протокола",
        "the deadline is not earlier than the date of the protocol",
    ),
    (
        TASK,
        "compare",
        "срок не раньше чем через 5 рабочих дней после даты протокола",
        "the deadline is not earlier than 5 working days after the date of the protocol",
    ),
    (
        TASK,
        "compare",
        "начало работы не раньше даты закрытия предшественника",
        "the start of work is not earlier than the date of closing of the predecessor",
    ),
    (TASK, "compare", "срок равен «учебный год»", "the deadline equals “school year”"),
    (TASK, "compare", "срок не позже 01.09.2026", "the deadline is not later than 01.09.2026"),
    (TASK, "compare", "рост не менее целевого роста", "the growth is at least the target growth"),
    (TASK, "compare", "рост больше 12,5", "the growth is more than 12.5"),
    (PAPER, "compare", "кворум не менее 1/2 состава", "the quorum is at least 1/2 of the membership"),
    (PAPER, "compare", "кворум не менее 50 % состава", "the quorum is at least 50 % of the membership"),
    (
        PAPER,
        "apart",
        "присутствующие и отсутствующие — разные люди",
        "the people present and the people absent are different people",
    ),
    (
        PAPER,
        "apart",
        "присутствующие и отсутствующие не совпадают",
        "the people present and the people absent do not coincide",
    ),
    (
        PAPER,
        "among",
        "у каждого пункта оценённые среди присутствующих протокола",
        "for each item, the people assessed are among the people present of the protocol",
    ),
    (PAPER, "unique", "у каждого пункта путь не повторяется", "for each item, the path is unique"),
    (
        PAPER,
        "compare",
        "у каждого пункта номер начинается с номера вопроса",
        "for each item, the number starts with the number of the question",
    ),
    (
        PAPER,
        "compare",
        "у каждого пункта текст содержит «приложени»",
        "for each item, the text contains «приложени»",
    ),
    (PAPER, "count", "у каждого вопроса есть пункт", "each question has an item"),
    (PAPER, "count", "есть пункт со сроком", "there is an item with a deadline"),
    (PAPER, "count", "есть пункт без срока", "there is an item without a deadline"),
    (
        PAPER,
        "count",
        "у каждого пункта механизма 1.2 указан срок",
        "for each item of mechanism 1.2, the deadline is stated",
    ),
    (PAPER, "count", "есть этап «Анализ»", "there is a stage “Analysis”"),
]


@pytest.mark.parametrize(("lexicon", "form", "ru", "en"), TWINS, ids=[twin[2] for twin in TWINS])
def test_twins_mean_the_same(lexicon: Lexicon, form: str, ru: str, en: str) -> None:
    russian = understood(ru, lexicon)
    assert russian.form == form
    assert meaning(russian) == meaning(understood(en, lexicon))


def test_different_sentences_mean_different_things() -> None:
    meanings = [meaning(understood(ru, lexicon)) for lexicon, _, ru, _ in TWINS]
    same = [ru for (_, _, ru, _), one in zip(TWINS, meanings, strict=True) if meanings.count(one) > 1]
    assert same == ["присутствующие и отсутствующие — разные люди", "присутствующие и отсутствующие не совпадают"]


def test_a_prefix_stands_in_front_of_its_ends() -> None:
    whole = understood("у каждой меры указан срок")
    assert meaning(understood("указан срок", prefix="у каждой меры")) == meaning(whole)
    assert meaning(understood("an indicator", prefix="each goal has")) == meaning(
        understood("у каждой цели есть показатель")
    )


def test_the_case_need_not_be_named() -> None:
    assert meaning(understood("у каждого поручения указан исход", TASK)) == meaning(understood("указан исход", TASK))


@pytest.mark.parametrize(
    "typed",
    [
        "У КАЖДОГО  показателя, есть — цель.",
        "y каждoго пoказaтеля есть цeль",
        " у каждого показателя есть цель ",
    ],
)
def test_what_a_typist_may_vary_is_folded_away(typed: str) -> None:
    assert meaning(understood(typed)) == meaning(understood("у каждого показателя есть цель"))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("у каждой показателя есть цель", "у каждого показателя есть цель"),
        ("у каждого показатель есть цель", "у каждого показателя есть цель"),
        ("у каждого показателя указан единица измерения", "у каждого показателя указана единица измерения"),
        ("у каждого показателя есть не менее 2 метода", "у каждого показателя есть не менее 2 методов"),
        ("у каждой цели есть ровно одна показатель", "у каждой цели есть ровно 1 показатель"),
        ("у каждой меры с сроком есть подтверждение", "у каждой меры со сроком есть подтверждение"),
        ("у каждого показателя плановые значения растёт", "у каждого показателя плановые значения растут"),
        (
            "после каждого решения в течение 2 недели есть анализ эффективности",
            "после каждого решения в течение 2 недель есть анализ эффективности",
        ),
    ],
)
def test_a_wrong_ending_is_refused_and_the_right_one_shown(wrong: str, right: str) -> None:
    problem = refused(wrong)
    assert (problem.code, problem.facts["right"]) == ("rule-wrong-ending", right)
    understood(right)


@pytest.mark.parametrize(
    ("unknown", "nearest"),
    [
        ("у каждого показателя имеется метод", "у каждого показателя есть метод"),
        ("у каждого показтеля есть метод", "у каждого показателя есть метод"),
        ("каждый показатель имеет цель", "у каждого показателя есть цель"),
        ("every goal must have indicators", "each goal has an indicator"),
    ],
)
def test_an_unknown_sentence_is_answered_with_the_nearest_known_one(unknown: str, nearest: str) -> None:
    problem = refused(unknown)
    assert (problem.code, problem.facts["nearest"]) == ("rule-unknown", nearest)
    understood(nearest)


@pytest.mark.parametrize(
    "strange", ["", "у", "ШНОР", "погода хорошая", "__import__('os')", "есть (цель)", "{0.__class__}"]
)
def test_what_is_near_to_nothing_gets_no_hint(strange: str) -> None:
    assert refused(strange).code in ("rule-strange", "rule-unknown")


def test_a_sentence_with_and_or_if_is_to_be_split() -> None:
    for joined in (
        "у каждого показателя есть метод и цель",
        "если есть цель есть показатель",
        "there is a goal or a method",
    ):
        assert refused(joined).code == "rule-joined"
    understood("у каждого показателя есть метод")


def test_none_of_with_a_negation_is_answered_with_each() -> None:
    problem = refused("Ни у одного поручения срок не раньше даты протокола", TASK)
    assert problem.facts["nearest"] == "у каждого поручения срок не раньше даты протокола"


def test_a_sentence_is_measured_before_it_is_read() -> None:
    problem = refused("у каждой цели есть показатель " * 14)
    assert (problem.code, problem.facts["most"]) == ("rule-too-long", "400")
    assert refused("х" * 400).code != "rule-too-long"


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("у каждой цели указан срок", "rule-no-field"),
        ("у каждого приказа есть метод", "rule-no-link"),
        ("у каждой цели обоснование растёт", "rule-wrong-type"),
        ("у каждой меры срок не менее даты исполнения", "rule-wrong-type"),
    ],
)
def test_names_that_do_not_go_together_are_refused(sentence: str, code: str) -> None:
    assert refused(sentence).code == code


def test_a_value_that_is_not_among_the_enumerated_is_refused_with_those_that_are() -> None:
    problem = refused("срок равен «завтра»", TASK)
    assert problem.code == "rule-no-value"
    assert "«постоянно»" in problem.facts["known"]


def test_a_sentence_with_two_meanings_is_refused_with_both() -> None:
    both = replace(
        TASK,
        attributes={
            **TASK.attributes,
            "assignment": {
                **TASK.attributes["assignment"],
                **fields(("of", "дата протокола", "date of the protocol", "date")),
            },
        },
    )
    problem = refused("срок не раньше даты протокола", both)
    assert problem.code == "rule-ambiguous"
    assert {problem.facts["one"], problem.facts["other"]} == {"of", "protocol.date"}
    understood("срок не раньше даты протокола", TASK)


def test_further_names_and_given_forms_are_read_too() -> None:
    tool = Name("tool", "прибор", "tool", also_ru=("измерительное устройство",), forms={"gen": "приборчика"})
    lexicon = replace(CYCLE, kinds={**CYCLE.kinds, "tool": tool}, links={**CYCLE.links, "goal": frozenset({"tool"})})
    given = understood("у каждого приборчика есть цель", lexicon)
    assert meaning(given) == meaning(understood("у каждого измерительного устройства есть цель", lexicon))
    assert refused("у каждого прибора есть цель", lexicon).code != ""


@pytest.mark.parametrize(
    "hostile",
    ["у каждого показателя " * 18, "есть " * 79, "с прошлым циклом " * 23, "«" * 400, "1 " * 200, "не " * 130],
)
@pytest.mark.timeout(5)
def test_no_sentence_takes_long_to_refuse(hostile: str) -> None:
    refused(hostile)


def test_a_day_that_the_calendar_does_not_have_is_refused() -> None:
    problem = refused("у каждого измерения дата не позже 31.02.2026")
    assert (problem.code, problem.facts["found"]) == ("rule-no-such-day", "31.02.2026")
    assert understood("у каждого измерения дата не позже 28.02.2026")["value"] == "2026-02-28"


def test_a_day_or_a_number_is_never_equal_to_words() -> None:
    assert refused("у каждой меры дата исполнения равна «скоро»").code == "rule-wrong-type"
    assert refused("у каждого измерения значение не равно «много»").code == "rule-wrong-type"
    assert understood("срок равен «постоянно»", TASK)["value"] == "permanent"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("у каждой цели не указано обоснование", "у каждой цели нет обоснования"),
        ("у каждой цели нету показателя", "у каждой цели нет показателя"),
        ("у каждой цели указано показатель", "у каждой цели есть показатель"),
    ],
)
def test_a_sentence_of_the_same_sign_is_offered_before_its_opposite(written: str, meant: str) -> None:
    assert refused(written).facts["nearest"] == meant


@pytest.mark.parametrize(
    ("russian", "english", "value"),
    [
        ("рост не менее -5", "the growth is at least -5", "-5"),
        ("рост больше −0,5", "the growth is more than −0.5", "-0.5"),
        ("рост не менее 5", "the growth is at least 5", "5"),
    ],
)
def test_a_number_keeps_its_sign_in_both_languages(russian: str, english: str, value: str) -> None:
    both = understood(russian, TASK), understood(english, TASK)
    assert [rule["value"] for rule in both] == [value, value]
    for rule in both:
        for lang in LANGS:
            assert (value.replace(".", ",") if lang == "ru" else value) == tell(rule, TASK, lang).split()[-1]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("у каждой цели есть не менее -3 показателей", "-3"),
        ("есть не более -1 цели", "-1"),
        ("есть ровно -2 цели", "-2"),
        ("there are at least -2 goals", "-2"),
        ("each goal has at most -2 indicators", "-2"),
        ("после каждого решения в течение -90 дней есть анализ эффективности", "-90"),
        ("есть не менее 2,5 целей", "2.5"),
        ("есть не менее 1000000 целей", "1000000"),
        ("у каждой меры участники не менее -2", "-2"),
    ],
)
def test_nothing_is_counted_by_less_than_nothing(sentence: str, found: str) -> None:
    problem = refused(sentence)
    assert (problem.code, problem.facts["found"]) == ("rule-no-count", found)
    assert found in say(problem.code, problem.facts, "ru") and found in say(problem.code, problem.facts, "en")


def test_what_can_be_counted_is_understood() -> None:
    for sentence in ("есть не менее 3 целей", "there are at least 2 goals", "у каждой меры участники не менее 2"):
        assert understood(sentence)


def test_a_dash_that_stands_by_itself_is_no_sign_and_is_not_left_out() -> None:
    for sentence in ("рост не менее - 5", "рост не менее — 5", "рост не менее 5-10", "the growth is at least 5 - 10"):
        refused(sentence, TASK)
    understood("начало срока — не раньше даты протокола", TASK)


@pytest.mark.parametrize("number", ["1.2.3", "1" * 21, "1.2,3", "٣"])
def test_a_number_that_there_is_not_is_refused(number: str) -> None:
    problem = refused(f"рост не менее {number}", TASK)
    assert problem.code == "rule-no-such-number"
    understood(f"рост не менее {'1' * 20}", TASK)
