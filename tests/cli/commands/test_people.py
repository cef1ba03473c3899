"""People and roles as they are typed: registered, named by a part of the name, granted, stood in for, shown."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from engine.desk import roles
from engine.desk.parties import correct, register
from tests.cli.conftest import Type
from tests.office import Stopped, desk_in, done

TODAY = date.today()
SOON, LATER, PAST = (str(TODAY + timedelta(days=n)) for n in (14, 15, -1))
REPORTED = "П-1.1.2"  # an assignment of Громов А.С.


@pytest.fixture
def office(at: Type) -> Type:
    """An office of several: Вахрушева О.В. is there besides, without a role."""
    assert at("person", "add", "Вахрушева О.В.", "--position", "методист").code == 0
    return at


def names(at: Type, *line: str) -> list[str]:
    return [row["party_name"] for row in at(*line, "--format", "json").data]


def test_somebody_is_registered_once(at: Type) -> None:
    first = at("person", "add", "Вахрушева О.В.", "--position", "методист", "--format", "json")
    assert first.code == 0 and "Вахрушева О.В." in first.err
    again = at("person", "add", "вахрушева о. в.", "--format", "json")
    assert again.code == 0 and again.data["id"] == first.data["id"] and again.data["repeated"]
    assert at("org", "add", "Школа № 2").code == 0
    assert "Школа № 2" in [row["name"] for row in at("org list --format json").data]


def test_a_name_that_was_put_right_is_right_everywhere(office: Type) -> None:
    assert office("role", "grant", "controller", "Вахрушева").code == 0
    assert office("person", "edit", "Вахрушева", "--name", "Вахрушева Ольга Викторовна").code == 0
    assert "Вахрушева Ольга Викторовна" in office("role list").out
    assert "Вахрушева О.В." not in office("case list").out + office("role list --all").out
    assert office("journal verify").code == 0
    assert office("person", "edit", "Вахрушева", "--name", "Орлова Т.П.").code == 1
    assert office("person", "edit", "Вахрушева").code == 2


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("ru", "Л-{n}, исправлено в реестре: «Вахрушева О.В.» → «Вахрушева Ольга»; должность «методист» → не указана"),
        ("en", "Л-{n}, put right in the register: 'Вахрушева О.В.' → 'Вахрушева Ольга'; position 'методист' → none"),
    ],
)
def test_what_was_put_right_is_told_in_the_dry_run_the_answer_the_log_and_beside_the_name(
    lang: str, told: str, office: Type
) -> None:
    id = office("person show Вахрушева --format json").data["id"]
    told = told.format(n=id.partition("-")[2])
    line = ("person", "edit", "Вахрушева", "--name", "Вахрушева Ольга", "--position", "", "--lang", lang)
    assert told in office(*line, "-n").err
    assert "Вахрушева О.В." in office("person list").out
    done = office(*line, "--ground", "паспорт")
    assert done.code == 0 and told in done.err and "resheno undo A-" in done.err
    said = office("log", "--limit", "1", "--format", "csv", "--lang", lang).out
    assert told in said and "паспорт" in said and "Орлова Т.П." in said
    assert told in office("person", "show", id, "--format", "csv", "--lang", lang).out
    (row,) = office("person", "show", id, "--format", "json").data["corrections"]
    assert (row["data"]["fields"]["name_was"], row["ground"]) == ("Вахрушева О.В.", "паспорт")
    assert office("journal verify").code == 0


def test_a_correction_is_taken_back_and_brought_back_at_the_terminal(office: Type) -> None:
    assert office("org", "add", "Школа № 2").code == 0
    done = office("org", "edit", "Школа № 2", "--name", "Лицей № 2", "--format", "json").data
    assert done["entries"][0]["data"]["fields"] == {"party": done["id"], "name": "Лицей № 2", "name_was": "Школа № 2"}
    assert "Лицей № 2" in office("org list").out
    assert office("undo").code == office("journal verify").code == 0
    assert "Школа № 2" in office("org list").out and "(отменено)" in office("log --limit 2").out
    assert office("person", "show", done["id"], "--format", "json").data["corrections"] == []
    assert office("redo").code == office("journal verify").code == 0
    assert "Лицей № 2" in office("org list").out
    assert "Исправить название организации" in office("log --intents").out
    assert "Put an organisation's name right" in office("log --intents --lang en").out


def test_only_an_organisation_is_put_right_as_one(office: Type) -> None:
    assert office("org", "edit", "Вахрушева", "--name", "Лицей").code == 9
    assert office("org", "edit", "О-1").code == office("org", "edit", "О-1", "--name", " ").code == 2
    assert office("организация", "исправить", "О-1", "--имя", "Управа Заречья").code == 0
    assert office("person", "edit", "О-1", "--name", "Управа", "--expect-version", "1").code == 5
    said = office("org", "edit", "О-1", "--name", "Управа Заречья")
    assert said.code == 0 and "ничего не записано" in said.err


def test_a_past_day_shows_the_names_of_that_day(type_: Type, tmp_path: Path) -> None:
    clock = Stopped(TODAY - timedelta(days=10))
    desk = desk_in(tmp_path / "o.resheno", clock)
    done(desk.act(register("person", "Кин О.В.")))
    done(desk.act(roles.grant("clerk", "Кин О.В.")))
    clock.wait(5)
    done(desk.act(correct("Л-2", "Ким О.В.")))
    for line in ("person list", "role list", "log", "person show Л-2"):
        typed = ("--db", tmp_path / "o.resheno", *line.split(), "--at")
        then = type_(*typed, str(TODAY - timedelta(days=7))).out
        now = type_(*typed, str(TODAY)).out
        assert "Кин О.В." in then and "Ким О.В." not in then and "Ким О.В." in now
    assert type_("--db", tmp_path / "o.resheno", "journal", "verify").code == 0


@pytest.mark.parametrize("part", ["Орлова", "орлова т", "Т.П. Орлова", "Л-1", "K-1".replace("K", "Л")])
def test_a_part_of_a_name_is_enough(part: str, at: Type) -> None:
    assert at("person", "show", part, "--format", "json").data["id"] == "Л-1"


@pytest.mark.parametrize("part", ["Орлов", "Орлова К", "Иванова", "О.", "Л-99"])
def test_a_part_of_no_name_finds_nobody(part: str, at: Type) -> None:
    said = at("person", "show", part)
    assert said.code == 9 and "E-022" in said.err


def test_a_part_of_two_names_is_told_with_both(office: Type) -> None:
    assert office("person", "add", "Орлова М.И.").code == 0
    said = office("role", "grant", "controller", "Орлова")
    assert said.code == 2
    assert "Л-1 Орлова Т.П." in said.err and "Орлова М.И." in said.err
    assert office("role", "grant", "controller", "Орлова М").code == 0


def test_an_executor_named_by_a_part_of_the_name_is_nobody_new(office: Type) -> None:
    people = len(office("person list --format json").data)
    assert office("task", "add", "Позвонить", "--executor", "Вахрушева").code == 0
    assert office("task", "reassign", REPORTED, "--executor", "вахрушева о", "--reason", "отпуск").code == 0
    assert office("task", "edit", "П-1.1.3", "--executor", "Громов").code == 0
    assert len(office("person list --format json").data) == people
    assert office("task", "edit", "П-1.1.3", "--executor", "Вахрушев О.В.").code == 0
    assert len(office("person list --format json").data) == people + 1
    assert office("person", "add", "Громов Б.Б.").code == 0
    assert office("task", "edit", "П-1.1.3", "--executor", "Громов").code == 2


def test_a_role_is_granted_once_and_withdrawn(office: Type) -> None:
    said = office("role", "grant", "контролёр", "Вахрушева")
    assert said.code == 0 and "роль «контролёр»" in said.err
    assert "ничего не добавлено" in office("role", "grant", "controller", "Вахрушева").err
    assert "Вахрушева О.В." in names(office, "role", "list", "controller")
    assert office("role", "withdraw", "controller", "Вахрушева").code == 0
    assert "Вахрушева О.В." not in names(office, "role", "list", "controller")
    assert "Вахрушева О.В." in names(office, "role", "list", "controller", "--all")
    refused = office("role", "withdraw", "controller", "Вахрушева")
    assert refused.code == 1 and "E-161" in refused.err


def test_an_unknown_role_is_wrong_usage_with_the_nearest(office: Type) -> None:
    said = office("role", "grant", "контролер", "Вахрушева")
    assert said.code == 2 and "контролёр" in said.err


def test_standing_in_shows_from_which_day_to_which(office: Type) -> None:
    said = office("role", "delegate", "controller", "Орлова", "Вахрушева", "--until", SOON, "--ground", "приказ 5")
    assert said.code == 0 and "замещает: Орлова Т.П." in said.err
    (row,) = (row for row in office("role list --format json").data if row["instead_of"])
    assert (row["party_name"], row["instead_of_name"], row["until"]) == ("Вахрушева О.В.", "Орлова Т.П.", SOON)
    assert row["ground"] == "приказ 5"
    assert "Вахрушева О.В." in names(office, "role", "list", "controller", "--at", SOON)
    assert "Вахрушева О.В." not in names(office, "role", "list", "controller", "--at", LATER)


@pytest.mark.parametrize(
    ("words", "code", "number"),
    [
        (("Орлова", "Вахрушева"), 1, "E-162"),
        (("Орлова", "Орлова", "--until", SOON), 1, "E-163"),
        (("Орлова", "Вахрушева", "--until", PAST), 1, "E-164"),
        (("Вахрушева", "Орлова", "--until", SOON), 1, "E-161"),
        (("Орлова", "Окунев", "--until", SOON), 9, "E-022"),
        (("Орлова", "Вахрушева", "--until", "когда-нибудь"), 2, "E-014"),
    ],
)
def test_what_is_no_delegation_is_told(words: tuple[str, ...], code: int, number: str, office: Type) -> None:
    said = office("role", "delegate", "controller", *words)
    assert said.code == code and number in said.err and "Исправить" in said.err
    assert not [row for row in office("role list --format json").data if row["instead_of"]]


WRITING = (
    ("person", "add", "Рябов С.С."),
    ("person", "edit", "Вахрушева", "--position", "директор"),
    ("org", "add", "Школа № 2"),
    ("org", "edit", "Управление образования Заречья", "--name", "Управа"),
    ("role", "grant", "controller", "Вахрушева"),
    ("role", "withdraw", "controller", "Орлова"),
    ("role", "delegate", "controller", "Орлова", "Вахрушева", "--until", SOON),
)


@pytest.mark.parametrize("line", WRITING, ids=lambda line: " ".join(line[:2]))
def test_a_dry_run_records_nothing(line: tuple[str, ...], office: Type, base: Path) -> None:
    before = base.read_bytes()
    assert office(*line, "-n").code == 0
    assert base.read_bytes() == before


@pytest.mark.parametrize("line", WRITING, ids=lambda line: " ".join(line[:2]))
def test_a_key_makes_a_repetition_harmless(line: tuple[str, ...], office: Type) -> None:
    first = office(*line, "--idempotency-key", "k-1", "--format", "json").data
    again = office(*line, "--idempotency-key", "k-1", "--format", "json").data
    assert again["repeated"] and again["intent"] == first["intent"]


def test_somebody_was_first(office: Type) -> None:
    assert office("role", "grant", "controller", "Вахрушева", "--expect-version", "1").code == 5


def test_what_was_granted_is_undone_and_brought_back(office: Type) -> None:
    office("role", "grant", "controller", "Вахрушева")
    assert office("undo").code == 0
    assert "Вахрушева О.В." not in names(office, "role", "list", "controller")
    assert office("redo").code == 0
    assert "Вахрушева О.В." in names(office, "role", "list", "controller")


LISTS = ("person list", "person show Орлова", "org list", "role list", "role list --all", "role access", "duty list")


@pytest.mark.parametrize("line", LISTS)
@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_list_comes_in_every_format_and_language(
    line: str, form: str, lang: str, office: Type, base: Path
) -> None:
    before = base.read_bytes()
    said = office(f"{line} --format {form} --lang {lang} --at {TODAY}")
    assert said.code == 0 and said.out
    if form == "json":
        assert json.loads(said.out)["data"]
    assert base.read_bytes() == before


def test_russian_words_do_the_same(office: Type) -> None:
    assert office("роль", "выдать", "контролёр", "Вахрушева").code == 0
    assert office("роль", "заместить", "куратор", "Орлова", "Вахрушева", "--по-день", SOON).code == 0
    assert office("роль", "снять", "контролёр", "Вахрушева").code == 0
    assert office("человек список").code == office("организация список").code == office("роль доступ").code == 0
    assert office("обязанность список").code == 0


def test_it_is_shown_what_somebody_holds_and_what_waits(office: Type) -> None:
    office("task", "accept", REPORTED)
    shown = office("person show Громов --format json").data
    assert shown["roles"] == []
    (own,) = (row for row in shown["waits"] if row["id"] == REPORTED)
    assert (own["trigger"], own["as_role"], bool(own["term"])) == ("report", "исполнитель", True)
    terms = [row["term"] for row in shown["waits"] if row["term"]]
    assert terms == sorted(terms)
    office("role", "delegate", "исполнитель", "Громов", "Вахрушева", "--until", SOON)
    stand_in = office("person show Вахрушева --format json").data
    assert stand_in["waits"] == shown["waits"] and "Громов А.С." in stand_in["roles"][0]
    assert "Вахрушева О.В." in office("person show Громов").out


def test_who_holds_nothing_is_waited_for_by_nothing(office: Type) -> None:
    shown = office("person show Вахрушева --format json").data
    assert (shown["roles"], shown["tenures"], shown["waits"]) == ([], [], [])


def test_a_clerk_types_for_an_executor_and_the_journal_says_so(office: Type) -> None:
    done = office("task", "accept", REPORTED, "--on", str(TODAY), "--ground", "звонок 7")
    assert done.code == 0 and "Громов А.С." in done.err
    for line in (f"log {REPORTED}", f"task show {REPORTED}"):
        said = office(f"{line} --format csv").out
        assert "Громов А.С. (ввод: Орлова Т.П.)" in said and "звонок 7" in said and "заявлено" in said
    (last,) = office(f"log {REPORTED} --format json").data[-1:]
    assert (last["typed_by"], last["on_behalf_of"], last["identity"]) == ("Орлова Т.П.", "Громов А.С.", "claimed")


def test_who_is_no_clerk_types_for_nobody_else(office: Type) -> None:
    office("role", "grant", "controller", "Вахрушева")
    said = office("task", "accept", REPORTED, "--typed-by", "Вахрушева", "--as", "Громов")
    assert said.code == 4 and "E-116" in said.err
    assert '--typed-by "Орлова Т.П."' in said.err
    assert office("task", "accept", REPORTED, "--typed-by", "Громов").code == 0


def test_a_deputy_acts_during_the_term_and_the_log_says_for_whom(office: Type) -> None:
    for words in (("add", "Справка", "--executor", "Громов"), ("accept", "Т-1"), ("report", "Т-1", "--text", "готово")):
        assert office("task", *words, "--on", PAST).code == 0
    office("role", "delegate", "controller", "Орлова", "Вахрушева", "--until", SOON, "--ground", "приказ 5")
    office("evidence", "add", "Т-1", "--title", "справка")
    early = office("task", "confirm", "Т-1", "--as", "Вахрушева", "--on", PAST)
    assert early.code == 4 and "E-114" in early.err
    assert office("task", "confirm", "Т-1", "--as", "Вахрушева").code == 0
    assert "Вахрушева О.В., замещает: Орлова Т.П. (ввод: Орлова Т.П.)" in office("log Т-1 --format csv").out
