"""Entries of the workspace itself in words: roles given and taken, standing in, leave from duties, names put right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from engine.messages import Lang, day_told

if TYPE_CHECKING:
    from engine.run.case import Case

Facts = Mapping[str, Any]


class Teller(Protocol):
    """Who knows the names and the words: `cli.deeds.Teller`."""

    lang: Lang

    def say(self, code: str, **facts: object) -> str:
        """The words of a code."""
        ...

    def name(self, party: str) -> str:
        """What people call somebody of the register."""
        ...

    def role(self, role: str) -> str:
        """The title of a role."""
        ...

    def brought(self, value: object) -> str:
        """A value of the journal as people write it."""
        ...

    def office(self) -> Case | None:
        """The workspace as it stands."""
        ...


def recorded(teller: Teller, data: Facts) -> str:
    """A role given to somebody, leave from duties, or a name put right."""
    fields = data["fields"]
    if data["kind"] == "name":
        return _put_right(teller, fields)
    if data["kind"] == "waiver":
        who, until = teller.name(str(fields["who"])), _day(teller, fields["until"])
        return teller.say("deed-waiver", duties=", ".join(fields["duties"]), who=who, why=fields["why"], until=until)
    instead = str(fields.get("instead_of") or "")
    told = teller.say("deed-instead", whose=teller.name(instead)) if instead else ""
    term = _bound(teller, "deed-from", fields.get("since")) + _bound(teller, "deed-until", fields.get("until"))
    return teller.say("deed-tenure", **_who(teller, fields), term=term, instead=told)


def _put_right(teller: Teller, fields: Facts) -> str:
    """Who is who is told by the id: the names are what has changed."""
    told = []
    for what in ("name", "position"):
        if what in fields:
            before, after = (_quoted(teller, fields[each]) for each in (f"{what}_was", what))
            told.append(teller.say(f"deed-{what}", before=before, after=after))
    return teller.say("deed-put-right", id=fields["party"], what="; ".join(told))


def _quoted(teller: Teller, value: object) -> str:
    return teller.say("deed-quoted", value=value) if value else teller.say("deed-nothing")


def corrected(teller: Teller, data: Facts) -> str:
    """A role that ends on another day, as a rule earlier."""
    fields, office = data["fields"], teller.office()
    record = office.records.get(str(data["record"])) if office else None
    if record is None or "until" not in fields:
        whole = "; ".join(f"{name}: {teller.brought(value)}" for name, value in fields.items() if name != "roles")
        return teller.say("deed-corrected", record=data["record"] or teller.say("deed-office"), what=whole)
    return teller.say("deed-tenure-ended", **_who(teller, record.fields), until=_day(teller, fields["until"]))


def _who(teller: Teller, fields: Facts) -> dict[str, str]:
    return {"who": teller.name(str(fields.get("party"))), "role": teller.role(str(fields.get("role")))}


def _bound(teller: Teller, code: str, day: object) -> str:
    return teller.say(code, day=_day(teller, day)) if day else ""


def _day(teller: Teller, day: object) -> str:
    return day_told(str(day), teller.lang)
