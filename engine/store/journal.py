"""Entries as rows and back: canonical text, a fingerprint over each row, nothing lost on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from json.encoder import encode_basestring as _quoted
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from engine.definition.workflow import Title, Workflow
from engine.run.event import Event, Told
from engine.run.refusal import Refused

Row = dict[str, Any]
Values = tuple[Any, ...]
EVENT = (
    *("case", "version", "type", "typed_by", "on_behalf_of", "ground", "happened_on", "recorded_at", "identity"),
    "data",
)
# The names of an entry as its canonical text has them. Whoever reads them in this order writes that text at once: a
# journal has a million entries.
SAID = (
    *("case", "data", "ground", "happened_on", "identity", "intent", "on_behalf_of"),
    *("recorded_at", "seq", "type", "typed_by", "version"),
)
ENTRY = (*SAID, "hash")
INTENT = ("about", "id", "key", "number", "recorded_at", "what", "hash")
_TOLD = itemgetter(*map(SAID.index, EVENT))
PLAIN = frozenset((str, int, bool, type(None)))
# Within a text a float can only stand behind one of these three; what stands in quotes may look like one.
_like_a_float = re.compile(r"[\[:,]-?[\dIN]\d*[.ena]").search
# Made once: `JSONEncoder.encode` makes an encoder in C for every text anew, which takes longer than the text.
_in_c: Any = json.encoder.c_make_encoder  # type: ignore[attr-defined]
_parts_of = _in_c and _in_c(None, None, json.encoder.encode_basestring, None, ":", ",", True, False, True)
_encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_decoder = json.JSONDecoder()


def _line(names: Iterable[str]) -> str:
    """The canonical text of rows with these names, which stand in the order of the alphabet, with a gap for each."""
    return "{" + ",".join(f'"{name}":%s' for name in names) + "}"


_ENTRY, _INTENT = _line(SAID), _line(INTENT[:-1])


def canonical(data: Any) -> str:
    """The one way to write a value: sorted, without spaces, letters as they are; floats are refused."""
    if type(data) is MappingProxyType:
        data = dict(data)
    text = "".join(_parts_of(data, 0)) if _parts_of else _encoder.encode(data)
    if (_like_a_float(text) or isinstance(data, float)) and holds_float(data):
        raise TypeError("a journal holds no floats")
    return text


def holds_float(data: Any) -> bool:
    """Whether a float hides anywhere in it: two machines may write one float in two ways."""
    if isinstance(data, Mapping):
        return any(map(holds_float, data.values()))
    if isinstance(data, (list, tuple)):
        return any(map(holds_float, data))
    return isinstance(data, float)


def sealed(row: Row) -> Row:
    """A row with the fingerprint of all that it says."""
    return {**row, "hash": fingerprint(row)}


def fingerprint(row: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical text of a row without its own hash; bytes count by their own fingerprint."""
    said = dict(row)
    said.pop("hash", None)
    if not PLAIN.issuperset(map(type, said.values())):
        said = {name: _said(value) for name, value in said.items()}
    return sha256(canonical(said).encode()).hexdigest()


def _said(value: Any) -> Any:
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if not isinstance(value, (str, int)) and value is not None:
        raise TypeError(f"no row holds a {type(value)}")
    return value


def text_of(said: Sequence[Any]) -> bytes:
    """What the tree holds of an entry with these values, in the order of SAID: the text under its own hash.

    The same as its canonical text. Raises TypeError or ValueError for values that we never wrote.
    """
    seq, kind, typed, version = said[8:]
    if type(seq) is not int or type(version) is not int:
        raise TypeError("an entry counts in whole numbers")
    return (_ENTRY % (*map(_quoted, said[:8]), seq, _quoted(kind), _quoted(typed), version)).encode()


def moment(at: datetime) -> str:
    """A moment as it is written down."""
    return at.isoformat("T", "microseconds")


def intent_values(number: int, what: str, about: str, key: str, recorded: str) -> Values:
    """An intent as a row of the journal: the values of `INTENT`."""
    id = f"A-{number}"
    texts = map(_quoted, (recorded, what))
    text = _INTENT % (_quoted(about), _quoted(id), _quoted(key) if key else "null", number, *texts)
    return about, id, key or None, number, recorded, what, sha256(text.encode()).hexdigest()


def entry_values(
    events: Iterable[Event], first: int, intent: str, at: datetime | None = None, recorded: str = ""
) -> list[Values]:
    """Events of one intent as rows of the journal, numbered from the first on: the values of `ENTRY`.

    `recorded` is how the moment `at` is written, in which most of them were told.
    """
    rows: list[Values] = []
    told: Told | None = None
    for seq, (case, version, type, told_then, data) in enumerate(events, first):
        if told_then is not told:  # most entries of an intent are told by the same
            told = told_then
            typed_by, on_behalf_of, ground, day, then, identity = told
            happened, when = day.isoformat(), recorded if then is at else moment(then)
        said = (
            case,
            canonical(data),
            ground,
            happened,
            identity,
            intent,
            on_behalf_of,
            when,
            seq,
            type,
            typed_by,
            version,
        )
        rows.append((*said, sha256(text_of(said)).hexdigest()))
    return rows


def entry_row(event: Event, seq: int, intent: str) -> Row:
    """One of them with its names."""
    return dict(zip(ENTRY, *entry_values([event], seq, intent), strict=True))


def is_as_written(entry: Values) -> bool:
    """Whether the values of `ENTRY` still say what they said when they got their hash."""
    try:
        return bool(sha256(text_of(entry[:-1])).hexdigest() == entry[-1])
    except (TypeError, ValueError):  # a float, or bytes that are no text: we never wrote that
        return False


def event_told(entry: Values) -> Event:
    """The event that the values of `ENTRY` tell of."""
    return event_in(_TOLD(entry))


def told_row(told: Told) -> Row:
    """The facts that an entry, or a refusal, knows about itself."""
    return {
        "typed_by": told.typed_by,
        "on_behalf_of": told.on_behalf_of,
        "ground": told.ground,
        "identity": told.identity,
        "happened_on": told.happened_on.isoformat(),
        "recorded_at": moment(told.recorded_at),
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
    return Event(case, version, type, told, MappingProxyType(_read(data)))


def _read(text: str) -> Any:
    """What a canonical text says, without a look for spaces; any other goes the long way, to its error."""
    value, end = _decoder.raw_decode(text)
    return value if end == len(text) else json.loads(text)


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
