"""`help`: an error by its number, the exit codes, the formats, or the help of a command. Works without a database."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from cli.complaint import Complaint
from cli.exits import MEANINGS, Exit
from cli.register import ROOT, find
from cli.terminal import Terminal
from engine.messages import Words
from engine.messages.catalogue import WORDS

Topic = Annotated[list[str] | None, typer.Argument(metavar="[TOPIC]", show_default=False)]


def help_(ctx: typer.Context, topic: Topic = None) -> Exit | None:
    """Show help on a topic; without one, the help of the whole program."""
    terminal, words = Terminal.of(ctx), list(topic or [])
    match [word.casefold() for word in words]:
        case []:
            terminal.show_text(ctx.find_root().get_help())
        case ["exit-codes"]:
            terminal.show_text(exit_codes(terminal))
        case ["errors"]:
            terminal.show_text(errors(terminal))
        case ["formats"]:
            terminal.show_text(terminal.words("formats"))
        case [number] if _rows(number):
            terminal.show_text(one_error(number, terminal))
        case _:
            return _command(terminal, words)
    return Exit.OK


def exit_codes(terminal: Terminal) -> str:
    """The table of exit codes."""
    column = 0 if terminal.lang == "ru" else 1
    return "\n".join(f"{code.value:>4}  {meaning[column]}" for code, meaning in MEANINGS.items())


def errors(terminal: Terminal) -> str:
    """Every numbered error with its sentence, by number."""
    numbered = sorted({row.number for row in WORDS.values() if row.number})
    lines = [f"{number}  {_sentence(_rows(number)[0], terminal)}" for number in numbered]
    return "\n".join([terminal.words("errors-head"), *lines])


def one_error(number: str, terminal: Terminal) -> str:
    """What one number says, why it comes, and what to do."""
    rows = _rows(number)
    russian = terminal.lang == "ru"
    lines = [f"{rows[0].number}  {_sentence(rows[0], terminal)}"]
    codes = [code for code, row in WORDS.items() if row in rows]
    whys = [WORDS[f"{code}-why"] for code in codes if f"{code}-why" in WORDS]
    lines += [f"{terminal.words('because')}: {_sentence(why, terminal)}" for why in whys]
    fixes = dict.fromkeys(_general(row.fix_ru if russian else row.fix_en) for row in rows)
    lines += [f"{terminal.words('put-right')}: {way}" for way in fixes if way]
    return "\n".join(lines)


def _rows(number: str) -> list[Words]:
    wanted = number.upper().replace("Е", "E")  # the Cyrillic letter looks the same
    return [row for row in WORDS.values() if row.number and row.number == wanted]


def _sentence(row: Words, terminal: Terminal) -> str:
    return _general(row.ru if terminal.lang == "ru" else row.en)


def _general(template: str) -> str:
    """A sentence for no case in particular: «…» for its facts, the form of many for its words after numbers."""
    return re.sub(r"\{\w+\}", "…", re.sub(r"\{\w+:[^{}]*\|([^{}|]*)\}", r"\1", template))


def _command(terminal: Terminal, words: list[str]) -> Exit:
    """The help of a command, as its own --help gives it."""
    from cli.lazy import build

    if len(find(words)) != len(words):
        raise Complaint("no-help", {"topic": " ".join(words)}, Exit.USAGE)
    build(ROOT, terminal.lang).main([*words, "--help"], prog_name="resheno", standalone_mode=False, obj=terminal)
    return Exit.OK
