"""Who may do what besides taking arrows, in two versions of a definition."""

from __future__ import annotations

from collections.abc import Iterator

from engine.definition.change import Change, Titles, listed, named, names_of
from engine.definition.workflow import Title, Workflow
from engine.messages import words_for

Stages = tuple[str, ...]


def access(old: Workflow, new: Workflow) -> Iterator[Change]:
    """Who may do what besides taking arrows, right by right: in which stages before and after.

    A right in every stage is the same right in every stage of the other version; one in a stage that is gone went
    with it.
    """
    before, after = _rights(old), _rights(new)
    for role, action in dict.fromkeys((*before, *after)):
        was, now = before.get((role, action)), after.get((role, action))
        if was is None or now is None or not _is_kept(was, now, old, new):
            known = new.roles.get(role) or old.roles.get(role)
            title = known.title if known else Title(role, role)
            code = "change-access-given" if was is None else "change-access-taken" if now is None else "change-access"
            turned = listed(_where(was or (), old), _where(now or (), new))
            right = words_for(f"right.{action}")
            yield Change(code, {**named(title, action, right_ru=right.ru, right_en=right.en), **turned})


def _is_kept(was: Stages, now: Stages, old: Workflow, new: Workflow) -> bool:
    """Whether a right is the one that it was: everywhere, or in the same stages but for those that are gone."""
    if set(was) == set(old.stages):
        return set(now) == set(new.stages)
    return set(was) & new.stages.keys() == set(now)


def _where(stages: Stages, workflow: Workflow) -> Titles:
    everywhere = words_for("access-all-stages")
    if stages and set(stages) == set(workflow.stages):
        return (Title(everywhere.ru, everywhere.en),)
    return names_of(stages, workflow.stages)


def _rights(workflow: Workflow) -> dict[tuple[str, str], Stages]:
    """(role, action) → the stages in which it may, all of them written out."""
    rights: dict[tuple[str, str], dict[str, None]] = {}
    for row in workflow.access:
        for action in row.may:
            rights.setdefault((row.role, action), {}).update(dict.fromkeys(row.stages or workflow.stages))
    return {right: tuple(stages) for right, stages in rights.items()}
