"""Entries as rows and back: canonical text, a fingerprint over each row, nothing lost on the way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from engine.definition.workflow import Title, Workflow
from engine.run.event import Event, Told
from engine.run.refusal import Refused

Row = dict[str, Any]
EVENT = (
    *("case", "version", "type", "typed_by", "on_behalf_of", "ground", "happened_on", "recorded_at", "identity"),
    "data",
)
PLAIN = (str, int, type(None))
# Made once: `JSONEncoder.encode` makes an encoder in C for every text anew, which takes longer than the text.
_in_c: Any = json.encoder.c_make_encoder  # type: ignore[attr-defined]
_parts_of = _in_c and _in_c(None, None, json.encoder.encode_basestring, None, ":", ",", True, False, False)
_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(data: Any) -> str:
    """The one way to write a value: sorted, without spaces, letters as they are; floats are refused."""
    if holds_float(data):
        raise TypeError("a journal holds no floats")
    return _text(data)


def _text(data: Any) -> str:
    return "".join(_parts_of(data, 0)) if _parts_of else _encoder.encode(data)


def holds_float(data: Any) -> bool:
    """Whether a float hides anywhere in it: two machines may write one float in two ways."""
    if isinstance(data, PLAIN):
        return False
    if isinstance(data, Mapping):
        data = data.values()
    elif not isinstance(data, (list, tuple)):
        return isinstance(data, float)
    return any(not isinstance(part, PLAIN) and holds_float(part) for part in data)  # most parts cost no call


def sealed(row: Row) -> Row:
    """A row with the fingerprint of all that it says."""
    return {**row, "hash": fingerprint(row)}


def fingerprint(row: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical text of a row without its own hash; bytes count by their own fingerprint."""
    said = {name: value if isinstance(value, PLAIN) else _said(value) for name, value in row.items() if name != "hash"}
    return hashlib.sha256(_text(said).encode()).hexdigest()


def _said(value: Any) -> str:
    if not isinstance(value, bytes):
        raise TypeError(f"no row holds a {type(value)}")
    return hashlib.sha256(value).hexdigest()


def entry_row(event: Event, seq: int, intent: str) -> Row:
    """An event as a row of the journal."""
    return sealed(
        {
            "seq": seq,
            "intent": intent,
            "case": event.case,
            "version": event.version,
            "type": event.type,
            **told_row(event.told),
            "data": canonical(dict(event.data)),
        }
    )


def told_row(told: Told) -> Row:
    """The facts that an entry, or a refusal, knows about itself."""
    return {
        "typed_by": told.typed_by,
        "on_behalf_of": told.on_behalf_of,
        "ground": told.ground,
        "identity": told.identity,
        "happened_on": told.happened_on.isoformat(),
        "recorded_at": told.recorded_at.isoformat(timespec="microseconds"),
    }


def event_of(row: Mapping[str, Any]) -> Event:
    """A row of the journal as the event that it tells of."""
    return event_in(tuple(row[name] for name in EVENT))


def event_in(values: Sequence[Any]) -> Event:
    """The same of the values of `EVENT`, in their order."""
    case, version, type, typed_by, on_behalf_of, ground, happened_on, recorded_at, identity, data = values
    told = Told(
        typed_by,
        on_behalf_of,
        ground,
        date.fromisoformat(happened_on),
        datetime.fromisoformat(recorded_at),
        identity,
    )
    return Event(case, version, type, told, MappingProxyType(json.loads(data)))


def refusal_row(refused: Refused, seq: int) -> Row:
    """A refusal as a row of its own stream: codes and facts, so that it can be told in either language later."""
    because = [{"code": reason.code, "facts": dict(reason.facts), "duty": reason.duty} for reason in refused.because]
    return sealed(
        {
            "seq": seq,
            "case": refused.case,
            "wanted": refused.wanted,
            "because": canonical(because),
            **told_row(refused.told),
        }
    )


def titles_of(workflow: Workflow) -> str:
    """The words of a regulation in both languages, so that a daily command need not read the whole of it."""

    def both(title: Title) -> dict[str, str]:
        return {"ru": title.ru, "en": title.en}

    return canonical(
        {
            "title": both(workflow.title),
            "stages": {name: both(stage.title) for name, stage in workflow.stages.items()},
            "records": {name: both(kind.title) for name, kind in workflow.records.items()},
            "fields": {name: both(field.title) for name, field in workflow.fields.items()},
            "triggers": {arrow.trigger: both(arrow.title) for arrow in workflow.arrows},
            "roles": {name: both(role.title) for name, role in workflow.roles.items()},
        }
    )
