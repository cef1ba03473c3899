"""`workflow list|show|lint`: the regulations, and whether a file is a sound one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.complaint import Complaint, no_file
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal
from engine.messages import fix, say
from engine.problems import Problem, Severity
from engine.rules.telling import tell

if TYPE_CHECKING:
    from engine.definition.workflow import Arrow, Stage, Workflow

Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
LARGEST = 5_000_000
MANY = 12  # arrows of one name: they are told as one act, from any of these stages to any of those


def list_(ctx: typer.Context) -> None:
    """Show the regulations that are shipped."""
    from engine.definition.shipped import shipped, shipped_names

    terminal = Terminal.of(ctx)
    found = [shipped(name) for name in shipped_names()]
    rows = [
        {
            "name": workflow.name,
            "title": getattr(workflow.title, terminal.lang),
            "version": workflow.version,
            "stages": [stage.name for stage in workflow.stages.values()],
            "stages_told": [getattr(stage.title, terminal.lang) for stage in workflow.stages.values()],
        }
        for workflow in found
    ]
    terminal.show(Sheet("workflows", ("name", "title", "stages_told", "version"), rows))


def show(ctx: typer.Context, name: Name) -> None:
    """Show the stages, the ways between them and what they ask for."""
    from cli.finding import one_of
    from engine.definition.shipped import shipped, shipped_names

    terminal = Terminal.of(ctx)
    workflow = shipped(one_of(terminal, "workflow", name, shipped_names()))
    if terminal.format == "json":
        stages = [_stage(stage, workflow, terminal) for stage in workflow.stages.values()]
        arrows = [_arrow(arrow, workflow, terminal) for arrow in workflow.arrows]
        data = {"name": workflow.name, "version": workflow.version, "stages": stages, "arrows": arrows}
        terminal.show_json({"schema": "resheno.workflow/1", "data": data, "as_of": terminal.today.isoformat()})
        return
    _show_sheets(terminal, workflow)


def _show_sheets(terminal: Terminal, workflow: Workflow) -> None:
    terminal.talk("workflow-head", title=getattr(workflow.title, terminal.lang), version=workflow.version)
    stages = [_stage(stage, workflow, terminal) for stage in workflow.stages.values()]
    terminal.show(Sheet("stages", ("title", "kinds_told", "requires"), stages))
    terminal.show_text("")
    terminal.show(Sheet("arrows", ("title", "sources", "goes_to", "role_title", "requires"), _acts(terminal, workflow)))


def _acts(terminal: Terminal, workflow: Workflow) -> list[dict[str, object]]:
    """The arrows as acts: one that leads to the same place from several stages is told once, and so are very many."""
    acts: dict[tuple[str, str], dict[str, Any]] = {}
    for arrow in workflow.arrows:
        told = _arrow(arrow, workflow, terminal)
        stays = arrow.source == arrow.target
        goes_to = terminal.words("same-stage") if stays else getattr(workflow.stages[arrow.target].title, terminal.lang)
        many = sum(1 for other in workflow.arrows if other.trigger == arrow.trigger) > MANY
        act = acts.setdefault((arrow.trigger, "" if many else goes_to), {**told, "goes_to": {}, "sources": {}})
        act["sources"][getattr(workflow.stages[arrow.source].title, terminal.lang)] = None
        act["goes_to"][goes_to] = None
        act["role_title"] = getattr(workflow.roles[arrow.role].title, terminal.lang)
    return [{**act, "goes_to": list(act["goes_to"]), "sources": list(act["sources"])} for act in acts.values()]


def _stage(stage: Stage, workflow: Workflow, terminal: Terminal) -> dict[str, object]:
    title = getattr(stage.title, terminal.lang)
    requires = [tell(rule, workflow.lexicon, terminal.lang) for rule in stage.complete_when]
    kinds = [getattr(workflow.records[kind].title, terminal.lang) for kind in stage.produces]
    told = {"kinds_told": kinds, "requires": requires}
    return {"stage": stage.name, "title": title, "kind": list(stage.produces), **told}


def _arrow(arrow: Arrow, workflow: Workflow, terminal: Terminal) -> dict[str, object]:
    return {
        "trigger": arrow.trigger,
        "title": getattr(arrow.title, terminal.lang),
        "source": arrow.source,
        "target": arrow.target,
        "role": arrow.role,
        "asks": list(arrow.asks),
        "requires": [tell(rule, workflow.lexicon, terminal.lang) for rule in arrow.requirements],
    }


def lint(ctx: typer.Context, file: File) -> Exit:
    """Check a file: every fault with its line, nothing is stored."""
    from engine.definition.reading import read
    from engine.definition.soundness import check
    from engine.definition.yaml_tree import parse

    terminal = Terminal.of(ctx)
    text = text_of(file)
    workflow, problems = read(text, str(file))
    if workflow is not None:
        problems = (*problems, *check(workflow))
    terminal.show(Sheet("problems", ("where", "severity", "text", "fix"), [_row(p, terminal) for p in problems]))
    if not problems:
        terminal.talk("sound", file=file)
    code = _verdict(terminal, parse(text, str(file))[0] is None, problems)
    if code is not Exit.OK:
        facts = {"count": len(problems), "file": file}
        raise Complaint("workflow-faulty", facts, code, str(problems[0].where))
    return Exit.OK


def text_of(file: Path) -> str:
    """The text of a definition's file; what is too large, or is no text, is a complaint."""
    if not file.exists():
        raise no_file(file)
    if file.is_file() and file.stat().st_size > LARGEST:
        raise Complaint("workflow-too-large", {"file": file}, Exit.FAILED, str(file))
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Complaint("workflow-no-text", {"file": file}, Exit.FAILED, str(file)) from None


def _verdict(terminal: Terminal, unreadable: bool, problems: tuple[Problem, ...]) -> Exit:
    """1 for what is no YAML at all, 6 for a regulation with problems at or above --fail-on."""
    from cli.finding import one_of

    limit = str(terminal.given.get("fail_on") or "error")
    one_of(terminal, "other", limit, ("warning", "error", "never"))
    counted = {"warning": (Severity.WARNING, Severity.ERROR), "error": (Severity.ERROR,), "never": ()}[limit]
    if unreadable:
        return Exit.FAILED
    return Exit.FOUND if any(problem.severity in counted for problem in problems) else Exit.OK


def _row(problem: Problem, terminal: Terminal) -> dict[str, object]:
    from engine.messages import in_language

    facts = in_language(problem.facts, terminal.lang)
    return {
        "where": str(problem.where),
        "line": problem.where.line,
        "severity": problem.severity.value,
        "code": problem.code,
        "text": say(problem.code, facts, terminal.lang),
        "fix": fix(problem.code, facts, terminal.lang),
    }
