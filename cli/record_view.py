"""Records in the words of their regulations: kinds, stages and fields by their titles, people by their names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from cli.people import role_titles
from cli.telling import titles
from cli.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.store.kind_window import FieldWords
    from engine.store.lines import RecordLine
    from engine.store.window import Window

OFFICE, CYCLE = "office", "management_cycle"
WORDING = ("text", "name")  # the fields that the title of a record is one of
OF_PEOPLE = frozenset({"party", "instead_of", "who"})  # of what the office keeps: its fields name people as plain text


class RecordWords:
    """What is told of records; each regulation is asked once for its words."""

    def __init__(self, terminal: Terminal, window: Window) -> None:
        self._terminal, self._window, self._lang = terminal, window, terminal.lang
        self._cases = {line.id: (line.workflow, line.workflow_version) for line in window.cases()}
        self._titles: dict[tuple[str, str], Mapping[str, str]] = {}
        self._fields: dict[tuple[str, str, str], dict[str, FieldWords]] = {}

    @cached_property
    def _people(self) -> dict[str, str]:
        return {party.id: party.name for party in self._window.parties()}

    @cached_property
    def _roles(self) -> dict[str, str]:
        return role_titles(self._window, self._lang)

    @cached_property
    def _stages(self) -> dict[str, str]:
        """The stages of the cycle, which items of documents serve, whatever regulation those are under."""
        from engine.store.versions import versions

        known = any(line.name == CYCLE for line in versions(self._window))
        return titles(self._window, CYCLE, self._lang) if known else {}

    def told(self, record: RecordLine) -> dict[str, Any]:
        """The codes of a record as its regulation calls them, its fields in the order in which it names them."""
        workflow, version = self._cases.get(record.case, (OFFICE, ""))
        known = self._known(workflow, version, record)
        ordered = [*(name for name in known if name in record.fields), *(n for n in record.fields if n not in known)]
        return {
            "case_title": self._terminal.words("deed-office") if workflow == OFFICE else record.case,
            "kind_title": self._title(workflow, "records", record.kind),
            "stage_title": self._title(workflow, "stages", record.stage),
            "fields_told": [
                (known[name].title[self._lang] if name in known else name, self._value(record, name, known.get(name)))
                for name in ordered
                if name not in WORDING or record.fields[name] != record.title
            ],
        }

    def _known(self, workflow: str, version: str, record: RecordLine) -> dict[str, FieldWords]:
        from engine.store.kind_window import field_words

        key = (workflow, version, record.kind)
        if key not in self._fields or not self._fields[key].keys() >= record.fields.keys():
            self._fields[key] = field_words(self._window, workflow, version, record.kind, record.fields.keys())
        return self._fields[key]

    def _title(self, workflow: str, of: str, code: str) -> str:
        if workflow == OFFICE:
            from engine.run.office import RECORDS

            return str(getattr(RECORDS[code].title, self._lang)) if code in RECORDS else ""
        if (workflow, of) not in self._titles:
            self._titles[workflow, of] = titles(self._window, workflow, self._lang, of)
        return self._titles[workflow, of].get(code, code)

    def _value(self, record: RecordLine, name: str, field: FieldWords | None) -> Any:
        """A value as a person reads it: people by name, what is a code by what it is called."""
        value = record.fields[name]
        of_office = record.case == OFFICE
        if of_office and name == "role":
            return self._roles.get(value, value)
        if (field is not None and field.type == "people") or (of_office and name in OF_PEOPLE):
            return [self._people.get(each, each) for each in (value if isinstance(value, list) else [value])]
        if name == "stages" and isinstance(value, list):
            return [self._stages.get(each, each) for each in value]
        if field is not None and isinstance(value, str) and value in field.values:
            return field.values[value][self._lang]
        return value


def office_records(window: Window) -> tuple[RecordLine, ...]:
    """What the office keeps as records: who holds which role, leave from duties, corrections of the register."""
    from engine.run.fold import fold
    from engine.store.as_of import history
    from engine.store.lines import RecordLine

    office = fold(history(window, OFFICE))
    return tuple(
        RecordLine(
            *(each.id, OFFICE, each.kind, "", "", each.fields, each.links, len(each.evidence)),
            each.told.happened_on.isoformat(),
        )
        for each in (office.records.values() if office else ())
    )
