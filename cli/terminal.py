"""What a command knows about the terminal that it runs in: the global options, the language, the way in and out."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from cli.complaint import Complaint, no_database, unknown_word
from cli.exits import Exit
from cli.glyphs import tamed
from cli.output import FORMATS, Manner, Sheet, as_json, send, width, written
from cli.speech import line
from engine.messages import Lang, day_told, say
from engine.store.place import Place, place_of

if TYPE_CHECKING:
    import typer


class Terminal:
    """One run of the program. `given` fills while the command line is read, before the command starts."""

    def __init__(self, lang: Lang, hints: bool = True) -> None:
        self.lang: Lang = lang
        self.hints = hints  # whether to say how to take a thing back, and what comes next
        self.given: dict[str, Any] = {}
        self.said = ""  # the command and what it was given, without what only says how to show or how to ask

    @staticmethod
    def of(ctx: typer.Context) -> Terminal:
        """The terminal of a running command."""
        return cast(Terminal, ctx.obj)

    @property
    def db(self) -> Place:
        """The database that is meant: --db, RESHENO_DB, or base.resheno here."""
        return place_of(str(self.given.get("db") or os.environ.get("RESHENO_DB") or "base.resheno"))

    def database(self) -> Place:
        """The same, but it must be there; whether a server has it comes out when it is asked."""
        if isinstance(self.db, Path) and self.db.is_dir():
            raise Complaint("is-a-folder", {"file": self.db}, Exit.USAGE)
        if isinstance(self.db, Path) and not self.db.is_file():
            raise no_database(self.db)
        return self.db

    @property
    def today(self) -> date:
        """The day to take for today: --at, else the calendar's."""
        from cli.days import day

        at = self.given.get("at")
        return day(at) if at else date.today()

    @property
    def as_of(self) -> date | None:
        """The past day that a view is asked for; None for today and later, when everything recorded counts."""
        return self.today if self.given.get("at") and self.today < date.today() else None

    @property
    def yes(self) -> bool:
        """Whether every question is answered beforehand."""
        return bool(self.given.get("yes"))

    @property
    def dry_run(self) -> bool:
        """Whether nothing may be recorded."""
        return bool(self.given.get("dry_run"))

    @property
    def format(self) -> str:
        """The format of the data: --format, RESHENO_FORMAT, or a table."""
        given = str(self.given.get("format") or os.environ.get("RESHENO_FORMAT") or "table")
        if given not in FORMATS:
            from cli.suggest import nearest

            raise unknown_word(say("word-format", {}, self.lang), given, list(FORMATS), nearest(given, FORMATS))
        return given

    @property
    def output(self) -> str:
        """Where data goes: a file, or '' for stdout."""
        return str(self.given.get("output") or "")

    def manner(self) -> Manner:
        """How data is written in this run."""
        csv = str(self.given.get("csv") or ("excel-ru" if self.lang == "ru" else "rfc"))
        if csv not in ("excel-ru", "rfc"):
            raise unknown_word("--csv", csv, ["excel-ru", "rfc"])
        page = 100 if self.output else width()
        return Manner(self.format, self.lang, csv == "excel-ru", self.today.isoformat(), page, self._bold)

    @property
    def _bold(self) -> bool:
        """Whether headings may be set off: never in a file or a pipe, unless it is asked for."""
        color = str(self.given.get("color") or "auto")
        plain = self.output or color == "never" or os.environ.get("NO_COLOR") or not sys.stdout.isatty()
        return color == "always" or not plain

    def day(self, day: object) -> str:
        """A day as the language of this run writes it."""
        return day_told(str(day), self.lang)

    def show(self, sheet: Sheet) -> None:
        """Give out rows, as a table fitted to the screen or in the format that was asked for."""
        manner, limit = self.manner(), self.limit
        if limit is not None:
            sheet = sheet._replace(rows=sheet.rows[:limit])
        if manner.format == "table" and not sheet.rows:
            self.talk("empty")
            return
        self._send(written(sheet, manner))

    def show_json(self, value: object) -> None:
        """Give out one value as JSON."""
        self._send(as_json(value, "utf-8" if self.output else sys.stdout.encoding))

    def show_text(self, text: str) -> None:
        """Give out text for a reader."""
        self._send(tamed(text if text.endswith("\n") else text + "\n", bold=self._bold))

    def _send(self, text: str) -> None:
        if file := send(text, self.output):
            self.talk("wrote", file=file)

    @property
    def limit(self) -> int | None:
        """How many rows are asked for, if it was said: at least one, for none would look like an empty list."""
        given: int | None = self.given.get("limit")
        if given is not None and given < 1:
            raise Complaint("limit-of-none", {"limit": given}, Exit.USAGE)
        return given

    def talk(self, code: str, **facts: object) -> None:
        """Say something beside the data, unless it is to be quiet."""
        if not self.given.get("quiet"):
            line(say(code, facts, self.lang))

    def words(self, code: str, **facts: object) -> str:
        """The words of a code in the language of this run."""
        return say(code, facts, self.lang)

    def agreed(self, code: str, **facts: object) -> bool:
        """Ask да/нет, unless --yes was given; where nobody can be asked, that is a refusal to go on."""
        if self.yes:
            return True
        line(say(code, facts, self.lang))
        typed = "" if self.given.get("no_input") else sys.stdin.readline()
        if not typed:
            raise Complaint("cannot-ask", {}, Exit.DECLINED)
        return typed.strip().casefold() in ("да", "д", "yes", "y", "lf", "l", "все", "all")
