"""`workflow list|show|lint`: the regulations, and whether a file is a sound one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.complaint import Complaint
from cli.definitions import text_of
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal
from engine.messages import fix, say
from engine.problems import Problem, Severity
from engine.rules.telling import tell

if TYPE_CHECKING:
    from engine.definition.workflow import Arrow, Stage, Workflow

Name = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]
Words = Annotated[bool, typer.Option("--words")]
File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Draw = Annotated[Path | None, typer.Option("--draw", metavar="FILE", show_default=False)]
MANY = 12  # arrows of one name: they are told as one act, from any of these stages to any of those


def list_(ctx: typer.Context) -> None:
    """Show the regulations: those that are shipped, and every version that the database keeps."""
    from cli.regulations import listed

    terminal = Terminal.of(ctx)
    columns = ("name", "title", "stages_told", "version", "cases", "kept")
    terminal.show(Sheet("workflows", columns, listed(terminal)))


def show(ctx: typer.Context, name: Name, words: Words = False) -> None:
    """Show the stages, the ways between them and what they ask for; or the forms of all names."""
    from cli.regulations import meant, requirements, word_forms

    terminal = Terminal.of(ctx)
    workflow = meant(terminal, name)
    if words:
        columns = ("code", "grammar_told", "singular", "plural")
        terminal.show(Sheet("words", columns, word_forms(terminal, workflow)))
        return
    if terminal.format == "json":
        stages = [_stage(stage, workflow, terminal) for stage in workflow.stages.values()]
        arrows = [_arrow(arrow, workflow, terminal) for arrow in workflow.arrows]
        data = {"name": workflow.name, "version": workflow.version, "stages": stages, "arrows": arrows}
        data["sentences"] = requirements(terminal, workflow)
        terminal.show_json({"schema": "resheno.workflow/1", "data": data, "as_of": terminal.today.isoformat()})
        return
    _show_sheets(terminal, workflow)


def _show_sheets(terminal: Terminal, workflow: Workflow) -> None:
    from cli.regulations import requirements

    terminal.talk("workflow-head", title=getattr(workflow.title, terminal.lang), version=workflow.version)
    stages = [_stage(stage, workflow, terminal) for stage in workflow.stages.values()]
    terminal.show(Sheet("stages", ("title", "kinds_told"), stages))
    terminal.show_text("")
    terminal.show(Sheet("arrows", ("title", "sources", "goes_to", "role_title"), _acts(terminal, workflow)))
    terminal.show_text("")
    terminal.show(Sheet("requirements", ("place", "weight", "ru", "en"), requirements(terminal, workflow)))


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
    expects = [tell(each.rule, workflow.lexicon, terminal.lang) for each in stage.expects]
    told = {"kinds_told": kinds, "requires": requires, "expects": expects}
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


def lint(ctx: typer.Context, file: File, draw: Draw = None) -> Exit:
    """Check a file: every fault with its line, and drawn if that is wanted; nothing is stored."""
    from engine.definition.reading import read
    from engine.definition.soundness import check

    terminal = Terminal.of(ctx)
    text = text_of(file)
    workflow, problems = read(text, str(file))
    if workflow is not None:
        problems = (*problems, *check(workflow))
    terminal.show(Sheet("problems", ("where", "severity", "text", "fix"), [_row(p, terminal) for p in problems]))
    if draw is not None:
        _drawn(terminal, file, workflow, problems, draw)
    if not problems:
        terminal.talk("sound", file=file)
    code = _verdict(terminal, problems)
    if code is not Exit.OK:
        facts = {"count": len(problems), "file": file}
        raise Complaint("workflow-faulty", facts, code, str(problems[0].where))
    return Exit.OK


def _drawn(terminal: Terminal, file: Path, workflow: Workflow | None, problems: tuple[Problem, ...], to: Path) -> None:
    """The definition as a picture with its faults; one of which nothing could be read has no picture."""
    if workflow is None:
        terminal.talk("nothing-to-draw", file=file)
        return
    from cli.commands.draw import put_picture
    from diagrams.faults import faulty

    put_picture(terminal, faulty(workflow, problems, terminal.lang, file.name), str(to))


def _verdict(terminal: Terminal, problems: tuple[Problem, ...]) -> Exit:
    """6 for a file with problems at or above --fail-on, whatever they are; one that cannot be opened ended before."""
    from cli.finding import one_of

    limit = str(terminal.given.get("fail_on") or "error")
    one_of(terminal, "other", limit, ("warning", "error", "never"))
    counted = {"warning": (Severity.WARNING, Severity.ERROR), "error": (Severity.ERROR,), "never": ()}[limit]
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
