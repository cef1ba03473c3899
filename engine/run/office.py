"""The workspace itself as a case: who holds which role, whose office it is; changed by entries like any other."""

from __future__ import annotations

from types import MappingProxyType

from engine.definition.workflow import Field, Stage, Title, Workflow
from engine.problems import Where
from engine.run.case import Case

ID = "office"
ROLES = "roles"  # role → the ids of its holders
REGIME = "regime"  # how this office counts its terms, as `engine.desk.regime` keeps it
ANSWERS = "answers"  # number → what was answered to a doubt and holds for the other documents of its body
_HERE = Where("office")
_TITLE = Title("рабочее место", "workspace")

# Not written in YAML: the program cannot run without it, and nobody may change what it means.
OFFICE = Workflow(
    name="office",
    title=_TITLE,
    version="1",
    subject=(),
    fields=MappingProxyType(
        {
            ROLES: Field(ROLES, Title("роли", "roles"), "series", True, _HERE),
            REGIME: Field(REGIME, Title("порядок исчисления сроков", "regime of terms"), "series", False, _HERE),
            ANSWERS: Field(ANSWERS, Title("ответы на сомнения", "answers to doubts"), "series", False, _HERE),
        }
    ),
    records=MappingProxyType({}),
    stages=MappingProxyType({"open": Stage("open", _TITLE, (), (), False, _HERE)}),
    arrows=(),
    roles=MappingProxyType({}),
    where=_HERE,
)


def roles(case: Case | None) -> dict[str, frozenset[str]]:
    """Role → its holders, and 'organisation' → the one whose office it is."""
    held = case.fields[ROLES] if case else None
    if not isinstance(held, dict):
        return {}
    return {role: frozenset(map(str, who)) for role, who in held.items() if isinstance(who, list)}
