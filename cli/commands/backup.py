"""`backup make|verify|list|restore|drill`: copies, verified when they are made, once more before they return."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint, no_file
from cli.exits import Exit
from cli.glyphs import glyphs_for
from cli.keeping import disagreeing, vouched
from cli.output import Sheet
from cli.progress import progress
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.backup import Backup
    from engine.store.backup_drill import Beyond, Tried

Backups = Annotated[Path | None, typer.Argument(metavar="[FOLDER]", show_default=False)]
BackupFile = Annotated[Path, typer.Argument(metavar="BACKUP", show_default=False)]
Drilled = Annotated[Path | None, typer.Argument(metavar="[BACKUP]", show_default=False)]
Confirm = Annotated[str, typer.Option("--confirm", metavar="NAME", show_default=False)]


def make(ctx: typer.Context, backups: Backups = None) -> Exit:
    """Back the database up into a folder, beside it if none is named; others may work meanwhile."""
    from engine.desk.workspace import now
    from engine.store.backup import folder_of
    from engine.store.backup import make as made

    terminal = Terminal.of(ctx)
    place = terminal.database()
    if terminal.dry_run:
        terminal.talk("dry-file", file=backups or folder_of(place))
        return Exit.OK
    with vouched(terminal), progress(terminal) as watch:
        backup = made(place, backups or folder_of(place), now(), watch)
    terminal.talk("backup-made", mark=glyphs_for(sys.stderr.encoding).done, **_facts(backup))
    if terminal.format == "json":
        terminal.show_json({"schema": "resheno.backup/1", "data": _row(backup), "as_of": str(terminal.today)})
    return Exit.OK


def verify(ctx: typer.Context, backup_file: BackupFile) -> Exit:
    """Hold a backup against its hashes, its projections and the checkpoint beside it."""
    from engine.store.backup import check
    from engine.store.seal.checkpoint import Checkpoint

    terminal = Terminal.of(ctx)
    with progress(terminal) as watch:
        report = check(_there(backup_file), watch)
    if not report.agrees:
        raise disagreeing(terminal, report, backup_file)
    point = Checkpoint(report.size, report.root, "")
    terminal.show_text(terminal.words("backup-agrees", file=backup_file, size=report.size, point=point.code))
    return Exit.OK


def list_(ctx: typer.Context, backups: Backups = None) -> Exit:
    """The backups of a folder, the oldest first."""
    from engine.store.backup import folder_of, known

    terminal = Terminal.of(ctx)
    if backups and not backups.is_dir():
        raise no_file(backups)
    rows = [_row(each) for each in known(backups or folder_of(terminal.db))]
    terminal.show(Sheet("backups", ("file", "recorded_at", "entries", "code"), rows))
    return Exit.OK


def restore(ctx: typer.Context, backup_file: BackupFile, confirm: Confirm = "") -> Exit:
    """Put a verified backup in the place of the database, which is kept beside it; --confirm names the database."""
    from engine.desk.workspace import now
    from engine.store.backup import restore as restored
    from engine.store.errors import Exists
    from engine.store.place import Server

    terminal = Terminal.of(ctx)
    place, file = terminal.db, _there(backup_file)
    over = bool(confirm) and confirm == place.name
    if terminal.dry_run and (over or not (isinstance(place, Path) and place.exists())):
        return _rehearsed(terminal, file)
    try:
        with vouched(terminal, file), progress(terminal) as watch:
            aside = restored(file, place, now(), over, watch)
    except Exists as error:
        code = "restore-server" if isinstance(place, Server) else "restore-unconfirmed"
        facts = {"name": place.name, "file": file}
        raise Complaint(code, facts, Exit.FAILED if isinstance(place, Server) else Exit.DECLINED) from error
    terminal.talk("restored", mark=glyphs_for(sys.stderr.encoding).done, db=place, file=file)
    if aside:
        terminal.talk("restored-aside", file=aside)
    return Exit.OK


def drill(ctx: typer.Context, drilled: Drilled = None) -> Exit:
    """Restore the newest backup, or the one that is named, for a trial, and say what it would not bring back."""
    from engine.desk.workspace import now
    from engine.store.backup import STALE, folder_of, known
    from engine.store.backup_drill import bring_back

    terminal = Terminal.of(ctx)
    named = drilled if drilled and not drilled.is_dir() else None
    folder = named.parent if named else drilled or folder_of(terminal.db)
    file = _there(named or _newest(folder))
    with vouched(terminal, file), progress(terminal) as watch:
        tried = bring_back(file, now(), watch)
    _tell(terminal, tried, _missed(terminal, tried), now())
    last = max(datetime.fromisoformat(each.made) for each in (*known(folder), tried.backup))
    if now() - last > STALE:
        terminal.talk("drill-stale", days=(now() - last).days)
    return Exit.OK


def _newest(folder: Path) -> Path:
    from engine.store.backup import known

    if backups := known(folder):
        return backups[-1].file
    raise Complaint("no-backup", {"folder": folder}, Exit.NOT_FOUND, str(folder))


def _missed(terminal: Terminal, tried: Tried) -> Beyond | None:
    """What the database has beyond the backup; None where there is no database to compare it with."""
    from engine.store.backup_drill import Parted, beyond
    from engine.store.errors import Missing

    try:
        with vouched(terminal), progress(terminal) as watch:
            return beyond(tried, terminal.db, watch)
    except Missing:
        return None
    except Parted as error:
        facts = {"file": tried.backup.file, "size": tried.journal.size, "same": error.same, "live": error.live}
        raise Complaint("drill-parted", facts, Exit.UNVERIFIED, str(terminal.db)) from error
    except Complaint:
        terminal.talk("drill-good", **_drilled(tried))
        raise


def _tell(terminal: Terminal, tried: Tried, missed: Beyond | None, at: datetime) -> None:
    """What came of a drill: sentences for a reader, rows for a program."""
    days = (at - datetime.fromisoformat(tried.backup.made)).days
    if terminal.format == "table":
        told = [terminal.words("drill-good", **_drilled(tried))]
        told.append(terminal.words("drill-days" if days else "drill-today", days=days))
        if missed is None:
            told.append(terminal.words("drill-alone", db=terminal.db))
        else:
            facts = {"size": tried.journal.size, **asdict(missed), "since": _minute(missed.since)}
            told.append(terminal.words("drill-beyond" if missed.entries else "drill-level", **facts))
        terminal.show_text("\n".join(told))
        return
    row = _row(tried.backup) | {"cases": tried.cases, "days": days}
    row |= {"live": missed.live, "missed": missed.entries, "since": missed.since} if missed else {}
    terminal.show(Sheet("drill", ("file", "recorded_at", "entries", "code", "days", "live", "missed", "since"), [row]))


def _rehearsed(terminal: Terminal, file: Path) -> Exit:
    """Say what would be replaced, if the backup can be relied on."""
    from engine.store.backup import check

    with progress(terminal) as watch:
        report = check(file, watch)
    if not report.agrees:
        raise disagreeing(terminal, report, file)
    terminal.talk("dry-file", file=terminal.db)
    return Exit.OK


def _there(file: Path) -> Path:
    if not file.is_file():
        raise no_file(file)
    return file


def _drilled(tried: Tried) -> dict[str, object]:
    mark = glyphs_for(sys.stdout.encoding).done
    return _facts(tried.backup) | {"mark": mark, "made": _minute(tried.backup.made), "cases": tried.cases}


def _minute(moment: str) -> str:
    return moment[:16].replace("T", " ")


def _facts(backup: Backup) -> dict[str, object]:
    return {"file": backup.file, "size": backup.point.size, "point": backup.point.code}


def _row(backup: Backup) -> dict[str, object]:
    return {
        "file": str(backup.file),
        "recorded_at": backup.made,
        "entries": backup.point.size,
        "code": backup.point.code,
        "rows": dict(backup.rows),
    }
