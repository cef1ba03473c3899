"""`db info|check|upgrade|copy-to|sql`: the database as a whole, in a file or on a server."""

from __future__ import annotations

import sys
from itertools import chain, count
from pathlib import Path
from typing import Annotated

import typer

from cli.complaint import Complaint, no_file
from cli.exits import Exit
from cli.glyphs import glyphs_for
from cli.keeping import disagreeing, vouched
from cli.output import Sheet
from cli.progress import progress
from cli.terminal import Terminal

Target = Annotated[str, typer.Argument(metavar="TARGET", show_default=False)]
Statement = Annotated[str, typer.Argument(metavar="SELECT…", show_default=False)]
Anew = Annotated[bool, typer.Option("--anew")]
MISPUT = ("sql-unread", "sql-empty", "sql-several")
LASTING = ("intent", "entry", "refusal", "definition", "document", "party")


def info(ctx: typer.Context) -> Exit:
    """Where the database is, how it is kept, how much it holds."""
    from engine.store.copying import counted
    from engine.store.place import Server
    from engine.store.sqlite_file import profile_of
    from engine.store.upgrading import version_at

    terminal = Terminal.of(ctx)
    place = terminal.database()
    kept = "postgresql" if isinstance(place, Server) else f"sqlite, {profile_of(place).value}"
    with vouched(terminal):
        rows = counted(place)
    told: dict[str, object] = {"db": str(place), "kept": kept, "schema": version_at(place)}
    if isinstance(place, Path):
        told["bytes"] = place.stat().st_size
    told |= {table: rows[table] for table in LASTING}
    sheet = [{"name": name, "fact": terminal.words(f"db-{name}"), "value": value} for name, value in told.items()]
    terminal.show(Sheet("database", ("fact", "value"), sheet))
    return Exit.OK


def check(ctx: typer.Context) -> Exit:
    """Hold the whole database against its hashes: the file, the journal, every other table, the projections."""
    from engine.store.seal.verify import verify
    from engine.store.upgrading import version_at

    terminal = Terminal.of(ctx)
    place = terminal.database()
    with progress(terminal) as watch:
        report = verify(place, watch=watch)
    if not report.agrees:
        raise disagreeing(terminal, report)
    terminal.show_text(terminal.words("db-sound", size=report.size, cases=report.cases, schema=version_at(place)))
    return Exit.OK


def upgrade(ctx: typer.Context) -> Exit:
    """Bring the tables up to those of this release; a database of a later release is refused.

    Of an earlier file a copy as it was stays beside it.
    """
    from engine.desk.workspace import now
    from engine.store.sqlite_file import SCHEMA
    from engine.store.upgrading import set_aside, version_at
    from engine.store.upgrading import upgrade as upgraded

    terminal = Terminal.of(ctx)
    place, earlier = terminal.database(), version_at(terminal.database()) < SCHEMA
    if terminal.dry_run and earlier:
        terminal.talk("dry-file", file=place)
        return Exit.OK
    aside = set_aside(place, now()) if earlier and isinstance(place, Path) else None
    before, after = upgraded(place)
    mark = glyphs_for(sys.stderr.encoding).done
    terminal.talk("up-to-date" if before == after else "upgraded", mark=mark, before=before, after=after)
    if aside is not None:
        terminal.talk("restored-aside", file=aside)
    return Exit.OK


def copy_to(ctx: typer.Context, target: Target, anew: Anew = False) -> Exit:
    """Copy the database to a place where there is none: a file, or an empty database on a server."""
    from engine.store.copying import copy
    from engine.store.errors import Exists
    from engine.store.place import place_of

    terminal = Terminal.of(ctx)
    source, place = terminal.database(), place_of(target)
    if isinstance(place, Path) and not place.parent.is_dir():
        raise no_file(place.parent)
    if terminal.dry_run:
        if isinstance(place, Path) and place.exists():
            raise Exists(place)
        terminal.talk("dry-file", file=place)
        return Exit.OK
    with vouched(terminal), progress(terminal) as watch:
        rows = copy(source, place, watch, anew)
    mark = glyphs_for(sys.stderr.encoding).done
    terminal.talk("copied", mark=mark, target=place, entries=rows["entry"], documents=rows["document"])
    return Exit.OK


def sql(ctx: typer.Context, statement: Statement) -> Exit:
    """Put one question in SQL, which cannot write; the answer is given out as any list."""
    from engine.store.sql_question import ROWS, Unasked, ask

    terminal = Terminal.of(ctx)
    limit = terminal.limit
    try:
        table = ask(terminal.database(), statement, limit or ROWS)
    except Unasked as error:
        code = Exit.USAGE if error.code in MISPUT else Exit.FAILED
        where = _place(terminal, statement, error.at)
        raise Complaint(error.code, {"detail": error.detail}, code, where) from error
    columns = _apart(table.columns)
    rows = [dict(zip(columns, map(_printed, row), strict=True)) for row in table.rows]
    terminal.show(Sheet("sql", columns, rows, named=True))
    if table.cut and (limit is None or len(rows) < limit):
        terminal.talk("sql-cut", count=len(rows))
    return Exit.OK


def _place(terminal: Terminal, statement: str, at: int | None) -> str:
    """Where in a statement something is wrong, with what stands there."""
    if at is None:
        return ""
    number, column = statement.count("\n", 0, at) + 1, at - statement.rfind("\n", 0, at)
    return terminal.words("sql-place", line=number, column=column, rest=statement[at:].partition("\n")[0][:40])


def _apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the columns; of those that are the same the later ones with a number."""
    found: dict[str, None] = {}
    for name in names:
        numbered = chain((name,), (f"{name} ({n})" for n in count(2)))
        found[next(each for each in numbered if each not in found)] = None
    return tuple(found)


def _printed(value: object) -> object:
    return f"x'{value.hex()}'" if isinstance(value, bytes) else value
