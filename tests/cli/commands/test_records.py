"""`record show` says what a clerk calls things: every kind of record of every shipped regulation, both languages."""

from __future__ import annotations

import csv
import dataclasses
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest

from cli.main import main
from engine.definition.shipped import shipped
from engine.definition.workflow import Field, RecordKind, Title
from engine.messages import Lang
from engine.run.event import Event, Plain, Told
from engine.run.office import RECORDS
from engine.store.opening import open_store
from engine.store.store import Party
from tests.cli.conftest import Type

SHIPPED = ("protocol", "assignment", "management_cycle")
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TOLD = Told("Л-1", "Л-1", "", date(2026, 11, 23), AT)
KINDS = [(name, kind) for name in SHIPPED for kind in shipped(name).records.values()]
PEOPLE = "Ким О.В.; Иванова И.И."
LANGS: tuple[Lang, ...] = ("ru", "en")


def value(field: Field) -> Plain:
    """Something that may stand in a field."""
    by_type: dict[str, Plain] = {
        **{"date": "2026-11-05", "number": "7", "flag": True, "series": {"2026": "70"}, "list": ["1.1"]},
        "people": ["Л-901", "Л-902"],
    }
    return field.values[0] if field.values else by_type.get(field.type, f"сказано в «{field.name}»")


def events() -> Iterator[Event]:
    """A case of each regulation with one record of each kind, every field of which is stated."""
    for n, name in enumerate(SHIPPED):
        workflow, case = shipped(name), f"Я-{n}"
        subject: dict[str, Plain] = {field: f"{field}-{n}" for field in workflow.subject}
        opening: dict[str, Plain] = {
            "workflow": name,
            "workflow_version": workflow.version,
            "stage": workflow.start,
            "trusted": [],
        }
        yield Event(case, 1, "opened", TOLD, {**opening, "subject": subject, "fields": {**subject}})
        for version, kind in enumerate(workflow.records.values(), 2):
            fields = {field.name: value(field) for field in kind.fields.values()}
            data: dict[str, Plain] = {"record": of(name, kind), "kind": kind.name, "fields": fields, "links": []}
            yield Event(case, version, "recorded", TOLD, data)


def of(workflow: str, kind: RecordKind) -> str:
    return f"{kind.prefix}-{9000 + SHIPPED.index(workflow)}"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("records") / "base.resheno"
    assert main(["--db", str(path), "-q", "init", "--operator", "Орлова Т.П.", "--organisation", "Управление"]) == 0
    with closing(open_store(path)) as store, store.writing() as ledger:
        ledger.register(Party("Л-901", "person", "Ким О.В."))
        ledger.register(Party("Л-902", "person", "Иванова И.И."))
        ledger.append("test", "", "", tuple(events()), AT)
    return path


def facts(said: str) -> dict[str, str]:
    """Names and values of a sheet in CSV, as either language writes it."""
    sign = ";" if ";" in said.splitlines()[0] else ","
    return {name: value for name, value in list(csv.reader(StringIO(said.removeprefix("\ufeff")), delimiter=sign))[1:]}


def in_(lang: Lang, title: Title) -> str:
    return title.ru if lang == "ru" else title.en


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("name", "kind"), KINDS, ids=[f"{name}-{kind.name}" for name, kind in KINDS])
def test_every_field_of_every_kind_bears_its_title(
    full: Path, type_: Type, name: str, kind: RecordKind, lang: Lang
) -> None:
    said = type_("--db", full, "--lang", lang, "--format", "csv", "record", "show", of(name, kind))
    assert said.code == 0, said.err
    told = facts(said.out)
    for field in kind.fields.values():
        if field.name not in ("text", "name"):
            assert in_(lang, field.title) in told, (field.name, told)
        if field.type == "people":
            assert told[in_(lang, field.title)] == PEOPLE
    if lang == "ru":
        assert not set(told) & set(kind.fields), told
    order = [in_(lang, field.title) for field in kind.fields.values() if in_(lang, field.title) in told]
    assert [each for each in told if each in order] == order


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", ["table", "csv", "md"])
def test_every_format_says_the_titles_and_no_code(full: Path, type_: Type, form: str, lang: Lang) -> None:
    said = type_("--db", full, "--lang", lang, "--format", form, "record", "show", "ЦЛ-9002").out
    assert ("обоснование" if lang == "ru" else "justification") in said
    assert "grounds" not in said.replace("«grounds»", "") and "matched" not in said


def test_a_program_reads_the_codes_whatever_the_language(full: Path, type_: Type) -> None:
    read = [type_("--db", full, "--lang", lang, "--format", "json", "record", "show", "МР-9002").data for lang in LANGS]
    assert read[0] == read[1]
    assert read[0]["fields"]["responsible"] == ["Л-901", "Л-902"]


@pytest.mark.parametrize(("lang", "called"), [("ru", "промежуточный"), ("en", "interim")])
def test_a_value_that_is_a_code_is_called_by_its_name(full: Path, type_: Type, lang: Lang, called: str) -> None:
    report = shipped("assignment").records["report"]
    said = type_("--db", full, "--lang", lang, "--format", "csv", "record", "show", of("assignment", report))
    assert facts(said.out)[in_(lang, report.fields["kind"].title)] == called


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("id", "kind"), [("РЛ-1", "tenure"), ("ИС-1", "waiver")])
def test_what_the_office_keeps_is_shown_by_the_number_that_lists_give_it(
    full: Path, type_: Type, id: str, kind: str, lang: Lang
) -> None:
    told = facts(type_("--db", full, "--lang", lang, "--format", "csv", "record", "show", id).out)
    titles = {in_(lang, field.title) for field in RECORDS[kind].fields.values()}
    assert len(titles & set(told)) > 1
    assert not {"party", "instead_of", "duties"} & set(told) - titles
    assert "Л-1" not in told.values()


def test_a_record_that_nobody_knows_is_named_with_the_nearest(full: Path, type_: Type) -> None:
    said = type_("--db", full, "record", "show", "РЛ-99")
    assert said.code == 9 and "РЛ-9" not in said.out


def test_a_field_that_only_an_older_version_has_bears_the_title_it_had(full: Path, type_: Type, tmp_path: Path) -> None:
    path = Path(shutil.copy(full, tmp_path / "base.resheno"))

    cycle = shipped("management_cycle")
    goal = cycle.records["goal"]
    fewer = {name: field for name, field in goal.fields.items() if name != "grounds"}
    newer = dataclasses.replace(
        cycle, version="newer", records={**cycle.records, "goal": dataclasses.replace(goal, fields=fewer)}
    )
    with closing(open_store(path)) as store, store.writing() as ledger:
        ledger.define(newer)
    said = type_("--db", path, "--format", "csv", "record", "show", "ЦЛ-9002").out
    assert "обоснование" in facts(said)


def test_without_the_words_of_the_definition_the_codes_would_show(
    full: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.store.kind_window.field_words", lambda *_: {})
    told = facts(type_("--db", full, "--format", "csv", "record", "show", "ЦЛ-9002").out)
    assert "grounds" in told and "обоснование" not in told


def test_a_field_is_stated_by_its_title_in_either_language(at: Type) -> None:
    added = ("record", "add", "К-1", "Доля", "--kind", "показатель")
    assert at(*added, "--field", "Плановые значения=2026=70; 2027=80", "--field", "unit=%").code == 0
    fields = at("record", "show", "ПК-1", "--format", "json").data["fields"]
    assert (fields["targets"], fields["unit"]) == ({"2026": "70", "2027": "80"}, "%")
    assert at("record", "edit", "ПК-1", "--field", "Единица измерения=доля").code == 0
    assert at("record", "show", "ПК-1", "--format", "json").data["fields"]["unit"] == "доля"
    assert at("record", "edit", "ПК-1", "--field", "единорог=x").code != 0
