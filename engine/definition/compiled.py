"""An understood definition as JSON and back, rules included: to run a case, neither YAML nor morphology is needed."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, Union, get_args, get_origin, get_type_hints

from engine.definition.workflow import NO_NAMES, Workflow
from engine.problems import Where
from engine.rules.rule import Sentence

SCHEMA = "resheno.definition/1"
ALWAYS_SAID = frozenset({"values", "lexicon"})  # they were part of the first versions, empty or not


def to_json(workflow: Workflow) -> str:
    """The whole definition, the places in its file too."""
    return json.dumps({"schema": SCHEMA, **_plain(workflow)}, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Workflow:
    """The definition that was stored. Raises ValueError for what `to_json` did not write."""
    stored = json.loads(text)
    if stored.pop("schema", None) != SCHEMA:
        raise ValueError(f"not a definition stored as {SCHEMA}")
    workflow: Workflow = _built(Workflow, stored)
    return workflow


def version_of(workflow: Workflow) -> str:
    """Twelve digits of the hash of what a definition means, whatever its layout and the order of its keys."""
    stages = list(workflow.stages)
    bare = replace(workflow, version="", lexicon=NO_NAMES)
    meaning = {"stages in order": stages, **_plain(bare, without=(Where, Sentence), used=True)}
    meaning["arrows"].sort(key=lambda arrow: (arrow["source"], arrow["trigger"], arrow["target"]))
    canonical = json.dumps(meaning, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:12]


def _plain(value: Any, without: tuple[type, ...] = (), used: bool = False) -> Any:
    """A frozen value as what JSON holds; values of the types in `without` are left out.

    With `used`, so are parts that nothing was said of: what definitions may say one day makes no new version of those
    that do not say it.
    """
    if is_dataclass(value):
        parts = {part.name: getattr(value, part.name) for part in fields(value) if not (used and _unsaid(part, value))}
        return {name: _plain(part, without, used) for name, part in parts.items() if not isinstance(part, without)}
    if isinstance(value, Mapping):
        return {key: _plain(part, without, used) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(part, without, used) for part in value]
    return value


def _unsaid(part: dataclasses.Field[Any], value: Any) -> bool:
    default = part.default_factory() if callable(part.default_factory) else part.default
    return part.name not in ALWAYS_SAID and bool(getattr(value, part.name) == default)


@cache
def _parts(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _built(kind: Any, value: Any) -> Any:
    """A value of an annotated type from what JSON held."""
    outer, inner = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        # What was stored before a part was thought of has none: it stands at its default.
        return kind(**{name: _built(part, value[name]) for name, part in _parts(kind).items() if name in value})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if outer is tuple:
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_built(part, item) for part, item in zip(kinds, value, strict=True))
    if outer is frozenset:
        return frozenset(value)
    if outer in (Union, types.UnionType):
        return None if value is None else _built(inner[0], value)
    if isinstance(outer, type) and issubclass(outer, Mapping):
        return value if inner[1] is str else {key: _built(inner[1], part) for key, part in value.items()}
    return value
