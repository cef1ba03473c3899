"""What became of a case between two days, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.deeds import Teller
    from engine.run.case import Case
    from engine.run.difference import Difference

STAGES = ("opened", "gone", "moved")  # what is told with the title of a stage
KINDS = ("recorded", "unrecorded", "corrected")  # with the title of a kind of record


def told(each: Difference, case: Case, teller: Teller) -> dict[str, object]:
    """One difference as a row: what it is, of which field or record, from what to what; its codes besides."""
    before, after = _value(each, case, teller, each.before), _value(each, case, teller, each.after)
    return {
        "case": each.case,
        "code": each.what,
        "name": each.name,
        "what": teller.say(f"diff-{each.what}"),
        "told": _about(each, case, teller),
        "before": before,
        "after": after,
    }


def _value(each: Difference, case: Case, teller: Teller, value: object) -> str:
    if value is None:
        return ""
    if each.what in STAGES:
        return teller.title(case.workflow, "stages", str(value))
    if each.what in KINDS:
        return teller.title(case.workflow, "records", str(value))
    return teller.brought(value)


def _about(each: Difference, case: Case, teller: Teller) -> str:
    """The field or record that it is about; of a case that was opened, its own words."""
    from cli.deeds import short

    match each.what:
        case "opened":
            about = case.fields.get("text") or case.fields.get("topic") or case.fields.get("body")
            return short(str(about or " · ".join(teller.name(value) for value in case.subject.values())))
        case "stated":
            return teller.title(case.workflow, "fields", each.name)
        case "planned":
            return teller.title(case.workflow, "stages", each.name)
        case _:
            return each.name
