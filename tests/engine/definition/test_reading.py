from __future__ import annotations

import pytest

from engine.definition.reading import read
from engine.definition.workflow import BackLink, Title
from engine.messages import fix, say
from tests.engine.definition.samples import MEETING, changed, faults, problems_of, read_well


def test_a_definition_becomes_values_that_know_their_places() -> None:
    meeting = read_well(MEETING)
    assert (meeting.name, meeting.title) == ("meeting", Title("Совещание", "Meeting"))
    assert meeting.subject == ("body", "year")
    assert meeting.start == "draft"
    assert list(meeting.stages) == ["draft", "held", "closed"]
    assert [name for name, stage in meeting.stages.items() if stage.final] == ["closed"]
    assert meeting.stages["held"].produces == ("answer",)
    assert str(meeting.stages["held"].where).startswith("meeting.yaml:")
    assert meeting.records["answer"].back == (BackLink("question", 1, None),)
    assert meeting.fields["mood"].values == ("good", "bad")
    assert meeting.roles["speaker"].held_by == "speakers"
    assert meeting.stage_of("answer") == "held"


def test_a_field_may_be_written_short() -> None:
    year = read_well(MEETING).fields["year"]
    assert (year.type, year.required, year.title) == ("text", True, Title("year", "year"))
    assert not read_well(changed("year: text!", "year: text")).fields["year"].required


def test_sentences_are_read_with_the_names_of_the_definition() -> None:
    held = read_well(MEETING).stages["held"].complete_when
    assert [rule.sentence.text for rule in held] == [
        "у каждого вопроса есть ответ",
        "у каждого ответа указана дата",
        "у каждого ответа есть подтверждение",
        "у каждого ответа есть вопрос",  # said by `back`
    ]
    assert [rule.subject for rule in held] == ["question", "answer", "answer", "answer"]


def test_a_sentence_that_nothing_reads_is_told_at_its_own_place() -> None:
    text = changed("      - у каждого вопроса есть ответ", "      - вопросы хороши")
    (problem,) = problems_of(text)
    line = text[: text.index("вопросы хороши")].count("\n") + 1
    assert (problem.where.line, problem.where.column) == (line, 9)
    assert problem.facts["sentence"] == "вопросы хороши"


def test_a_sentence_about_a_thing_of_another_definition_is_refused() -> None:
    assert faults(changed("complete_when: [есть вопрос]", "complete_when: [есть поручение]")) != []


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("produces: [question]", "produces: [qestion]", "unknown-kind", "question"),
        ("back: {question: 1..}", "back: {questoin: 1..}", "unknown-kind", "question"),
        ("to: closed", "to: clsoed", "unknown-stage", "closed"),
        ("from: draft", "from: drafd", "unknown-stage", "draft"),
        ("{trigger: hold,", "{trigger: holds,", "unknown-trigger", "hold"),
        ("sets: {mood: good}", "sets: {mod: good}", "unknown-field", "mood"),
        ("sets: {mood: good}", "sets: {mood: goot}", "unknown-value", "good"),
        ("subject: [body, year]", "subject: [body, yaer]", "unknown-field", "year"),
        ("held_by: speakers", "held_by: spekers", "unknown-holder", "speakers"),
        ("type: people", "type: peple", "unknown-type", "people"),
        ("final: yes", "final: yess", "unknown-answer", "yes"),
    ],
)
def test_a_word_that_names_nothing_is_told_with_the_one_that_was_meant(
    old: str, new: str, code: str, hint: str
) -> None:
    told = {problem.code: problem for problem in problems_of(changed(old, new))}
    assert told[code].facts["hint"] == hint
    assert hint in fix(code, told[code].facts, "ru")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("workflow: meeting", "workflow: Совещание", "not-a-name"),
        ("prefix: ВП", "prefix: вп1", "not-a-prefix"),
        ("prefix: ОТВ", "prefix: ВП", "prefix-twice"),
        ("{question: 1..}", "{question: many}", "not-an-amount"),
        ("subject: [body, year]\n", "", "key-missing"),
        ("subject: [body, year]", "subject: body", "expected-list"),
        ("title: {ru: Совещание, en: Meeting}\ncase", "title: Совещание\ncase", "expected-mapping"),
        ("title: {ru: вопрос, en: question}", "title: {ru: [вопрос], en: question}", "expected-text"),
        ("title: {ru: вопрос, en: question}", "title: {ru: вопрос}", "key-missing"),
        ("{ru: орган, en: body}", "{ru: '', en: body}", "empty-value"),
        ("  follower: {title: {ru: продолжение,", "  answer: {title: {ru: продолжение,", "kind-twice"),
        ("  follower: {title: {ru: продолжение,", "  evidence: {title: {ru: продолжение,", "kind-twice"),
        ("{ru: ответ, en: answer}", "{ru: вопрос, en: answer}", "name-twice"),
        ("produces: [answer]", "produces: [answer, question]", "produced-twice"),
    ],
)
def test_each_fault_has_its_code(old: str, new: str, code: str) -> None:
    assert code in [problem.code for problem in problems_of(changed(old, new))]
    assert code not in [problem.code for problem in problems_of(MEETING)]


def test_a_doubtful_name_is_told_where_it_is_written() -> None:
    text = changed("{ru: ответ, en: answer}", "{ru: вопрос, en: answer}")
    twice = next(problem for problem in problems_of(text) if problem.code == "name-twice")
    line = text[: text.index("title: {ru: вопрос, en: answer}")].count("\n") + 1
    assert (twice.where.line, twice.where.column) == (line, 17)


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = changed("prefix: ВП", "prefix: вп1", changed("to: closed", "to: clsoed"))
    told = problems_of(text)
    assert [problem.code for problem in told] == ["not-a-prefix", "unknown-stage"]
    assert [problem.where.line for problem in told] == sorted(problem.where.line for problem in told)


def test_what_is_no_workflow_at_all_gives_none() -> None:
    assert read("- one\n- two\n", "list.yaml")[0] is None
    assert read("just words", "words.yaml")[0] is None
    assert read(MEETING, "meeting.yaml")[0] is not None


def test_every_fault_has_words_in_both_languages() -> None:
    for problem in problems_of(changed("to: closed", "to: clsoed")):
        assert "clsoed" in say(problem.code, problem.facts, "ru")
        assert "clsoed" in say(problem.code, problem.facts, "en")


def test_the_version_is_of_the_meaning_and_not_of_the_layout() -> None:
    version = read_well(MEETING).version
    assert read_well("# a remark\n\n" + MEETING).version == version
    assert (
        read_well(changed("{trigger: hold, from: draft, to: held,", "{to: held, from: draft, trigger: hold,")).version
        == version
    )
    english = changed("complete_when: [есть вопрос]", "complete_when: [there is a question]")
    assert read_well(english).version == version


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("complete_when: [есть вопрос]", "complete_when: [есть не менее 2 вопросов]"),
        ("asks: [day]", "asks: [day, hour]"),
        ("{question: 1..}", "{question: 0..}"),
        ("en: Held", "en: Done"),
    ],
)
def test_another_meaning_is_another_version(old: str, new: str) -> None:
    assert read_well(changed(old, new)).version != read_well(MEETING).version
