"""Stages that go by another code in a newer version: which took the place of which, and the older told by new codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from engine.definition.workflow import Stage, Workflow


def proposed(old: Workflow, new: Workflow, stage: str) -> str:
    """The stage that most likely took the place of one that is gone: of the same title, or of the same records."""
    gone = old.stages.get(stage)
    if gone is None:
        return ""
    fresh = [one for name, one in new.stages.items() if name not in old.stages]
    alike = [one.name for one in fresh if one.title.ru == gone.title.ru]
    alike = alike or [one.name for one in fresh if gone.produces and one.produces == gone.produces]
    return alike[0] if len(alike) == 1 else ""


def renamed(old: Workflow, new: Workflow) -> dict[str, str]:
    """Old code → new code of the stages that are the same under another code; what two would become is neither's."""
    found = {name: proposed(old, new, name) for name in old.stages if name not in new.stages}
    targets = list(found.values())
    return {was: now for was, now in found.items() if now and targets.count(now) == 1}


def under(codes: Mapping[str, str], workflow: Workflow) -> Workflow:
    """The same definition with these codes of stages for others."""

    def now(stage: str) -> str:
        return codes.get(stage, stage)

    def told(stage: Stage) -> Stage:
        expects = tuple(replace(each, stage=now(each.stage)) for each in stage.expects)
        return replace(stage, name=now(stage.name), expects=expects)

    return replace(
        workflow,
        stages=MappingProxyType({now(name): told(stage) for name, stage in workflow.stages.items()}),
        arrows=tuple(replace(each, source=now(each.source), target=now(each.target)) for each in workflow.arrows),
        access=tuple(replace(each, stages=tuple(map(now, each.stages))) for each in workflow.access),
    )
