"""Whether what is stated about a record or a case is what its definition asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from engine.definition.workflow import Field, RecordKind, Workflow
from engine.rules.quantities import MOST, day_of, is_number
from engine.run.case import Case, RecordOf
from engine.run.event import Plain
from engine.run.refusal import Because
from engine.run.unknown import NotFound

SHOWN = 60  # characters of a value that was refused


def record_of(case: Case, record: str) -> RecordOf:
    """A record of the case; raises NotFound with the ids that come near."""
    found = case.records.get(record)
    if found is None:
        raise NotFound("record", record, case.records)
    return found


def missing(fields: Mapping[str, Field], given: Mapping[str, Plain]) -> tuple[Because, ...]:
    """The required fields that nothing was stated of."""
    absent = [field for field in fields.values() if field.required and given.get(field.name) in (None, "")]
    return tuple(Because("field-missing", _names(field)) for field in absent)


def misstated(fields: Mapping[str, Field], given: Mapping[str, Plain]) -> tuple[Because, ...]:
    """The values that are not of their field's kind, or not among the allowed ones."""
    found = []
    for name, value in given.items():
        field = fields.get(name)
        if field is not None and value not in (None, "") and not _fits(field, value):
            found.append(Because("field-misstated", {**_names(field), "value": _shown(value), "type": field.type}))
    return tuple(found)


def misdated(evidence: Mapping[str, Plain]) -> tuple[Because, ...]:
    """A document's date that is no day."""
    value = evidence.get("date")
    if value in (None, "") or _is_day(value):
        return ()
    return (
        Because("field-misstated", {"field_ru": "дата", "field_en": "date", "value": _shown(value), "type": "date"}),
    )


def misplaced_link(workflow: Workflow, case: Case, record: str, kind: RecordKind, to: str) -> tuple[Because, ...]:
    """Whether a record of this kind may point back to that one, which must be in the same case."""
    target = record_of(case, to)
    if any(back.kind == target.kind for back in kind.back):
        return ()
    other = workflow.records[target.kind].title
    facts = {"record": record, "to": to, "kind_ru": kind.title.ru, "kind_en": kind.title.en}
    return (Because("link-misplaced", {**facts, "other_ru": other.ru, "other_en": other.en}),)


def _fits(field: Field, value: Plain) -> bool:
    return value in field.values if field.values else _KINDS.get(field.type, _is_text)(value)


def _shown(value: Plain) -> str:
    """What was stated, as far as it takes to see what is meant: of a series the years that are no number."""
    if isinstance(value, dict):
        return "; ".join(f"{year}={_shown(part)}" for year, part in value.items() if not _is_part(part))
    if isinstance(value, int) and abs(value) >= MOST:
        return f"{'-' if value < 0 else ''}10^20…"
    said = str(value)
    return said if len(said) <= SHOWN else said[:SHOWN] + "…"


def _is_text(value: Plain) -> bool:
    return isinstance(value, str)


def _is_day(value: Plain) -> bool:
    return isinstance(value, str) and day_of(value) is not None


def _is_series(value: Plain) -> bool:
    """Year by year a number, or nothing yet."""
    return isinstance(value, dict) and all(_is_part(part) for part in value.values())


def _is_part(value: Plain) -> bool:
    return value in ("", None) or is_number(value)


_KINDS: Mapping[str, Callable[[Plain], bool]] = {
    "date": _is_day,
    "moment": lambda value: False,  # the journal says when something happened, and nobody else does
    "number": is_number,
    "flag": lambda value: isinstance(value, bool),
    "series": _is_series,
    "settings": lambda value: isinstance(value, dict),  # of the office alone: no definition has such a field
    "people": lambda value: isinstance(value, list),
    "list": lambda value: isinstance(value, list),
}


def _names(field: Field) -> dict[str, str]:
    return {"field": field.name, "field_ru": field.title.ru, "field_en": field.title.en}
