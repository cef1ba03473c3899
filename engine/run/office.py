"""The workspace itself as a case: who holds which role, whose office it is; changed by entries like any other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from engine.definition.workflow import Stage, Title, Workflow
from engine.problems import Where
from engine.run.case import Case

ID = "office"
_HERE = Where("office")
_TITLE = Title("рабочее место", "workspace")

# Not written in YAML: the program cannot run without it, and nobody may change what it means.
OFFICE = Workflow(
    name="office",
    title=_TITLE,
    version="1",
    subject=(),
    fields=MappingProxyType({}),
    records=MappingProxyType({}),
    stages=MappingProxyType({"open": Stage("open", _TITLE, (), (), False, _HERE)}),
    arrows=(),
    roles=MappingProxyType({}),
    where=_HERE,
)


def roles(case: Case | None) -> Mapping[str, frozenset[str]]:
    """Role → its holders, and 'organisation' → the one whose office it is."""
    if case is None:
        return {}
    return {role: frozenset(str(each) for each in who) for role, who in case.fields.items() if isinstance(who, list)}
