"""`audit rules`: which rules of a protocol a document breaks, item by item, and what would put each right."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint, no_file
from cli.exits import Exit
from cli.output import Sheet
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.audit.rules import Finding
    from engine.rules.pack_rule import PackRule

File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False)]
Pack = Annotated[str, typer.Option("--pack", metavar="FILE", show_default=False)]
COLUMNS = ("rule", "severity", "path", "text", "fix")


def rules(ctx: typer.Context, file: File, pack: Pack = "") -> Exit:
    """Judge one document by the rules of a protocol, or by a pack of your own; nothing is stored."""
    from cli.reading import no_items, read_document
    from engine.audit.rules import as_json, check_protocol, shipped_pack
    from engine.rules.verdict import Holds

    terminal = Terminal.of(ctx)
    judged_by = _own(terminal, Path(pack)) if pack else shipped_pack(terminal.lang)
    protocol = read_document(terminal, file)
    if not protocol.items:
        raise no_items(protocol, file)
    found = check_protocol(protocol, judged_by, terminal.today)
    broken = tuple(finding for finding in found if finding.stands is Holds.VIOLATED)
    shown = found if terminal.given.get("verbose") else broken
    if terminal.format == "table":
        terminal.show_text("\n".join(_lines(terminal, shown, len(judged_by))))
    else:
        terminal.show(Sheet("rules", COLUMNS, as_json(found if terminal.format == "json" else shown, terminal.lang)))
    if len(found) > len(shown):
        terminal.talk("rules-pending", count=len(found) - len(shown))
    return _ended(terminal, broken)


def _lines(terminal: Terminal, findings: tuple[Finding, ...], judged: int) -> list[str]:
    """The findings as somebody reads them, under the name of their rule."""
    lines: list[str] = []
    for (rule, title, severity), like in groupby(findings, lambda each: (each.rule, each.title, each.severity)):
        lines.append(terminal.words("rules-head", rule=rule, title=title, severity=terminal.words(f"is-{severity}")))
        for finding in like:
            lines.append(terminal.words("audit-gap", text=finding.text(terminal.lang)))
            if finding.fix:
                lines.append(terminal.words("audit-fix", fix=finding.fix))
    return lines or [terminal.words("rules-kept", count=judged)]


def _ended(terminal: Terminal, broken: tuple[Finding, ...]) -> Exit:
    """Broken rules are findings, and end with 6 only where --fail-on asks for it."""
    from cli.finding import one_of

    limit = str(terminal.given.get("fail_on") or "never")
    one_of(terminal, "other", limit, ("warning", "error", "never"))
    counted = {"warning": ("warning", "error"), "error": ("error",), "never": ()}[limit]
    return Exit.FOUND if any(finding.severity in counted for finding in broken) else Exit.OK


def _own(terminal: Terminal, file: Path) -> tuple[PackRule, ...]:
    """The rules of a file; one that is not understood is not judged by at all, so that nothing seems kept."""
    from engine.audit.rules import read_protocol_pack
    from engine.messages import fix, say
    from engine.rules.gherkin_text import LONGEST

    if not file.exists():
        raise no_file(file)
    if file.is_file() and file.stat().st_size > 4 * LONGEST:
        raise Complaint("pack-too-long", {"most": LONGEST}, Exit.FAILED, str(file))
    try:
        understood, problems = read_protocol_pack(file.read_text(encoding="utf-8-sig"), str(file))
    except (OSError, UnicodeDecodeError):
        raise Complaint("workflow-no-text", {"file": file}, Exit.FAILED, str(file)) from None
    if problems:
        lang = terminal.lang
        rows = [
            {
                "where": str(problem.where),
                "severity": problem.severity.value,
                "text": say(problem.code, problem.facts, lang),
                "fix": fix(problem.code, problem.facts, lang),
            }
            for problem in problems
        ]
        terminal.show(Sheet("problems", ("where", "text", "fix"), rows))
        raise Complaint("pack-faulty", {"count": len(problems), "file": file}, Exit.FAILED, str(problems[0].where))
    return understood
