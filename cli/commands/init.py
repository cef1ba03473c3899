"""`init`: make a database; whoever makes it is its clerk and controller from the first minute."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.glyphs import glyphs_for
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.run.event import Plain
    from engine.store.sqlite_file import Profile as KeptAs

Operator = Annotated[str, typer.Option("--operator", metavar="NAME", show_default=False)]
Organisation = Annotated[str, typer.Option("--organisation", metavar="NAME", show_default=False)]


RegimeName = Annotated[str, typer.Option("--regime", metavar="NAME", show_default=False)]
Profile = Annotated[str, typer.Option("--profile", metavar="file|server", show_default=False)]
RegimeFile = Annotated[Path | None, typer.Option("--regimes", metavar="FILE", show_default=False)]


def init(
    ctx: typer.Context,
    operator: Operator = "",
    organisation: Organisation = "",
    regime: RegimeName = "",
    regimes: RegimeFile = None,
    profile: Profile = "file",
) -> Exit:
    """Create the database with the shipped regulations."""
    from cli.acting import answered
    from engine.desk.answer import Done
    from engine.desk.workspace import init as made

    terminal = Terminal.of(ctx)
    path = terminal.db
    if isinstance(path, Path) and not path.parent.is_dir():
        from cli.complaint import no_file

        raise no_file(path.parent)
    operator = operator or _user()
    kept = _regime(terminal, regime, regimes) if regime or regimes else {}
    if terminal.dry_run:
        return _rehearsed(terminal, operator, organisation, kept)
    wanted = _profile(terminal, profile)
    answer = made(path, operator, organisation, regime=kept, profile=wanted)
    if not isinstance(answer, Done):
        if isinstance(path, Path):
            path.unlink()  # made a moment ago, and nothing is in it: what stood here before was not touched
        return answered(terminal, answer)
    who = ", ".join(filter(None, (operator, organisation)))
    terminal.talk("created", mark=glyphs_for(sys.stderr.encoding).done, db=path, who=who)
    if terminal.format == "json":
        answered(terminal, answer)
    if isinstance(path, Path) and wanted == "server":
        _warn_of_log(terminal, path)
    if terminal.hints:
        terminal.talk("next", command=terminal.words("next-import"))
    return Exit.OK


def _warn_of_log(terminal: Terminal, path: Path) -> None:
    """Say at once what the doctor would say later: a log may be more than this SQLite can be trusted with."""
    from engine.messages import fix
    from engine.store.health import of_sqlite
    from engine.store.sqlite_file import Profile

    for found in of_sqlite(path, Profile.SERVER):
        way = fix(found.code, found.facts, terminal.lang)
        terminal.talk("init-log", text=terminal.words(found.code, **found.facts), way=way)


def _rehearsed(terminal: Terminal, operator: str, organisation: str, regime: dict[str, Plain]) -> Exit:
    """The entries that a new database would begin with: it is made elsewhere, and nothing of it is left."""
    from tempfile import TemporaryDirectory

    from cli.acting import answered
    from engine.desk.answer import Done
    from engine.desk.workspace import init as made
    from engine.store.errors import Exists

    if isinstance(terminal.db, Path) and terminal.db.exists():
        raise Exists(terminal.db)
    with TemporaryDirectory() as folder:
        place = Path(folder) / "rehearsal.resheno"
        answer = made(place, operator, organisation, regime=regime)
        terminal.given["db"] = str(place)
        return answered(terminal, answer._replace(intent="") if isinstance(answer, Done) else answer)


def _profile(terminal: Terminal, word: str) -> KeptAs:
    from cli.complaint import unknown_word
    from cli.suggest import nearest
    from engine.store.sqlite_file import Profile

    known = [each.value for each in Profile]
    if word not in known:
        raise unknown_word(terminal.words("word-profile"), word, known, nearest(word, known))
    return Profile(word)


def _regime(terminal: Terminal, name: str, file: Path | None) -> dict[str, Plain]:
    """How the office counts its terms: a shipped regime, or one of a file (its only one, where none is named)."""
    from cli.complaint import unknown_word
    from cli.definitions import text_of
    from cli.reading import tell_problems
    from cli.suggest import nearest
    from engine.desk.regime import as_plain
    from engine.plan.regimes import read_regimes, shipped_regimes

    known = dict(shipped_regimes())
    if file is not None:
        found, problems = read_regimes(text_of(file, "regimes-too-large"), str(file))
        if problems or not found:
            tell_problems(terminal, problems)
            raise Complaint("regimes-faulty", {"file": file}, Exit.FAILED, str(file))
        known |= {each.name: each for each in found}
        name = name or found[0].name
    if name not in known:
        raise unknown_word(terminal.words("word-regime"), name, list(known), nearest(name, known))
    return as_plain(known[name])


def _user() -> str:
    """The name under which somebody is logged in here; an office of one needs no other."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "operator"
