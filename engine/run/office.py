"""The workspace itself as a case: who holds which role, whose office it is; changed by entries like any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from engine.definition.workflow import Field, RecordKind, Stage, Title, Workflow
from engine.problems import Where
from engine.run.case import Case, RecordOf
from engine.run.event import Plain
from engine.run.facts import Facts
from engine.run.tenure import ORGANISATION, Tenure, Waived, holders

__all__ = ["ORGANISATION", "Tenure", "Waived", "holders", "roles", "tenures", "waived", "waivers"]

ID = "office"
ROLES = "roles"  # role → the ids of its holders: how older databases keep them, held since ever
REGIME = "regime"  # how this office counts its terms, as `engine.desk.regime` keeps it
ANSWERS = "answers"  # number → what was answered to a doubt and holds for the other documents of its body
TENURE, WAIVER, NAME = "tenure", "waiver", "name"  # the kinds of its records
_HERE = Where("office")
_TITLE = Title("рабочее место", "workspace")


def _fields(*fields: tuple[str, str, str, str, bool]) -> Mapping[str, Field]:
    return MappingProxyType(
        {name: Field(name, Title(ru, en), type, required, _HERE) for name, type, ru, en, required in fields}
    )


RECORDS = {
    TENURE: RecordKind(
        TENURE,
        Title("роль", "role"),
        "РЛ",
        _fields(
            ("role", "text", "роль", "role", True),
            ("party", "text", "кто", "who", True),
            ("since", "date", "с какого дня", "since", False),
            ("until", "date", "по какой день", "until", False),
            ("instead_of", "text", "кого замещает", "instead of", False),
            ("ground", "text", "основание", "ground", False),
        ),
        (),
        _HERE,
    ),
    WAIVER: RecordKind(
        WAIVER,
        Title("исключение из обязанности", "waiver of a duty"),
        "ИС",
        _fields(
            ("duties", "list", "обязанности", "duties", True),
            ("who", "text", "кто разрешил", "who gave it", True),
            ("why", "text", "почему", "why", True),
            ("until", "date", "по какой день", "until", True),
            ("alone", "flag", "пока сотрудник один", "while there is one person", False),
        ),
        (),
        _HERE,
    ),
    NAME: RecordKind(  # what of somebody was put right in the register, and what it was
        NAME,
        Title("правка в реестре", "correction of the register"),
        "ПР",
        _fields(
            ("party", "text", "кто", "who", True),
            ("name", "text", "имя", "name", False),
            ("name_was", "text", "прежнее имя", "former name", False),
            ("position", "text", "должность", "position", False),
            ("position_was", "text", "прежняя должность", "former position", False),
        ),
        (),
        _HERE,
    ),
}

# Not written in YAML: the program cannot run without it, and nobody may change what it means.
OFFICE = Workflow(
    name="office",
    title=_TITLE,
    version="1",
    subject=(),
    fields=_fields(
        (ROLES, "settings", "роли", "roles", False),
        (REGIME, "settings", "порядок исчисления сроков", "regime of terms", False),
        (ANSWERS, "settings", "ответы на сомнения", "answers to doubts", False),
    ),
    records=MappingProxyType(RECORDS),
    stages=MappingProxyType({"open": Stage("open", _TITLE, (), (), False, _HERE)}),
    arrows=(),
    roles=MappingProxyType({}),
    where=_HERE,
)


def tenures(case: Case | None) -> tuple[Tenure, ...]:
    """Every tenure that the office knows of, past ones too, in the order in which they were granted."""
    if case is None:
        return ()
    return (*_mapped(case.fields.get(ROLES)), *map(_tenure, _of_kind(case, TENURE)))


def roles(case: Case | None, day: date | None = None) -> dict[str, frozenset[str]]:
    """Role → its holders on a day, and 'organisation' → the one whose office it is.

    Without a day: those who hold it without a last day, which no clock is needed to tell.
    """
    held = tenures(case)
    if day is None:
        held, day = tuple(tenure for tenure in held if tenure.until is None), date.max
    named = {tenure.role: holders(held, tenure.role, day) for tenure in held}
    return {role: who for role, who in named.items() if who}


_LAST: list[tuple[Case | None, Facts]] = [(None, Facts(date.min))]


def facts_of(case: Case | None, today: date) -> Facts:
    """All that is known of an office. The last answer is kept: every step of every intent asks for it."""
    of, known = _LAST[0]
    if of is not case or known.today != today:
        known = Facts(today, tenures(case), waivers=waivers(case))
        _LAST[0] = (case, known)
    return known


def waivers(case: Case | None) -> tuple[Waived, ...]:
    """Every standing waiver that was ever given."""
    return tuple(map(_waiver, _of_kind(case, WAIVER))) if case else ()


def waived(case: Case | None, day: date) -> tuple[Waived, ...]:
    """The standing waivers that count on a day."""
    held = tenures(case)
    return tuple(each for each in waivers(case) if each.counts(held, day))


def _of_kind(case: Case, kind: str) -> Iterator[RecordOf]:
    return (record for record in case.records.values() if record.kind == kind)


def _mapped(held: Plain) -> Iterator[Tenure]:
    for role, who in held.items() if isinstance(held, dict) else ():
        yield from (Tenure(role, str(party)) for party in (who if isinstance(who, list) else ()))


def _tenure(record: RecordOf) -> Tenure:
    said = record.fields
    since, until = _day(said.get("since")), _day(said.get("until"))
    return Tenure(str(said["role"]), str(said["party"]), since, until, str(said.get("instead_of") or ""), record.id)


def _waiver(record: RecordOf) -> Waived:
    said = record.fields
    duties = said["duties"]
    return Waived(
        tuple(map(str, duties)) if isinstance(duties, list) else (),
        str(said.get("who") or ""),
        str(said.get("why") or ""),
        _day(said.get("until")),
        said.get("alone") is True,
        record.id,
    )


def _day(value: Plain) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None
