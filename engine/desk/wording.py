"""Values as a person types them, made into what the journal holds; what cannot be read stays, to be refused."""

from __future__ import annotations

import re
from datetime import date

from engine.definition.workflow import Field
from engine.desk.intent import Waiver
from engine.desk.registering import Register
from engine.run.event import Plain

DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
PAIR = re.compile(r"\s*([^=:]+?)\s*[=:]\s*(\S+)\s*")
YES, NO = ("да", "yes", "true", "1"), ("нет", "no", "false", "0")


def plain(field: Field, typed: str, register: Register) -> Plain:
    """The value of a field: '01.09.2026' is a day, 'Иванова И.И.; О-2' are people, '2025=70; 2026=75' a series."""
    match field.type:
        case "date":
            return _day(typed)
        case "people":
            return [register.named(name) for name in _parts(typed)]
        case "list":
            return list(_parts(typed))
        case "series":
            pairs = [PAIR.fullmatch(part) for part in _parts(typed)]
            return {pair[1]: pair[2].replace(",", ".") for pair in pairs if pair} if all(pairs) and pairs else typed
        case "flag":
            folded = typed.strip().lower()
            return True if folded in YES else False if folded in NO else typed
        case "number":
            return typed.strip().replace(",", ".")
        case _:
            return _value_of(field, typed)


def leave(waiver: Waiver | None, register: Register) -> dict[str, Plain]:
    """Leave to go on as a command brings it along; nothing where nobody gave any."""
    if waiver is None:
        return {}
    return {"who": register.named(waiver.who), "why": waiver.why, "until": waiver.until.isoformat()}


def _value_of(field: Field, typed: str) -> str:
    folded = typed.strip().lower()
    return next((value for value in field.values if value.lower() == folded), typed)


def _day(typed: str) -> str:
    written = DAY.fullmatch(typed.strip())
    if written is None:
        return typed.strip()
    try:
        return date(int(written[3]), int(written[2]), int(written[1])).isoformat()
    except ValueError:
        return typed.strip()


def _parts(typed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.split(";") if part.strip())
