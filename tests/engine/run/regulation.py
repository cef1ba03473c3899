"""A small regulation made by hand: a request is drafted, checked and closed."""

from __future__ import annotations

from types import MappingProxyType

from engine.definition.workflow import Arrow, BackLink, Field, RecordKind, Role, Stage, Title, Workflow
from engine.problems import Where
from engine.run.tenure import Tenure

HERE = Where("request.yaml", 1)


def held(**roles: str) -> tuple[Tenure, ...]:
    """Who holds which role of the office since ever: held(clerk="Л-1", controller="Л-1 Л-2")."""
    return tuple(Tenure(role, who) for role, people in roles.items() for who in people.split())


def title(word: str) -> Title:
    return Title(word, word)


def field(name: str, type: str = "text", required: bool = False, values: tuple[str, ...] = ()) -> Field:
    return Field(name, title(name), type, required, HERE, values)


def arrow(trigger: str, source: str, target: str, role: str = "clerk", **more: object) -> Arrow:
    parts = {"requirements": (), "asks": (), "takes": (), "sets": {}, "then": "", **more}
    return Arrow(trigger, title(trigger), source, target, role, where=HERE, **parts)  # type: ignore[arg-type]


NOTE = RecordKind("note", title("note"), "ЗП", {"text": field("text", required=True)}, (), HERE)
REPLY = RecordKind("reply", title("reply"), "ОТ", {"text": field("text")}, (BackLink("note", 1, None),), HERE)

REQUEST = Workflow(
    name="request",
    title=title("request"),
    version="v1",
    subject=("who",),
    fields=MappingProxyType(
        {
            "who": field("who"),
            "due": field("due", "date"),
            "doer": field("doer", "people"),
            "mood": field("mood", values=("good", "bad")),
        }
    ),
    records=MappingProxyType({"note": NOTE, "reply": REPLY}),
    stages=MappingProxyType(
        {
            "draft": Stage("draft", title("draft"), ("note",), (), False, HERE),
            "checked": Stage("checked", title("checked"), ("reply",), (), False, HERE),
            "closed": Stage("closed", title("closed"), (), (), True, HERE),
        }
    ),
    arrows=(
        arrow("check", "draft", "checked"),
        arrow("move", "draft", "draft", asks=("due",), sets={"due": "{due}", "mood": "bad"}),
        arrow("close", "checked", "closed", "doer"),
        arrow("return", "checked", "draft", asks=("reason",)),
    ),
    roles=MappingProxyType(
        {"clerk": Role("clerk", title("clerk"), "office"), "doer": Role("doer", title("doer"), "doer")}
    ),
    where=HERE,
)
