"""Typer's groups, fed from the register: a command's module is imported only when that very command runs.

The one module that touches Typer's inside (`typer.core`, `typer._click`), which is why Typer is pinned below 0.29.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, cast

import typer
from typer._click.core import Context, Parameter
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup, TyperOption

from cli import options
from cli.complaint import Complaint
from cli.register import ROOT, Entry
from engine.messages import Lang, say

SETTINGS: dict[str, Any] = {"help_option_names": ["--help", "-h"], "token_normalize_func": options.in_english}
REQUIRED = "  [required]"  # Typer says it in English only, and the usage line says it already
BRACES = str.maketrans("", "", "{}")
BEGINNING = ("init", "demo", "doctor", "backup", "completion", "help")
USAGE = {"ru": "Использование: ", "en": "Usage: "}


class _Told:
    """Help in the language that was chosen, and the global options, which every command and noun takes."""

    entry: Entry
    lang: Lang
    params: list[Parameter]

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Click's own --help, in the language that was chosen."""
        option = cast(TyperOption | None, super().get_help_option(ctx))  # type: ignore[misc]
        if option is not None:
            option.help = _meaning("help", self.lang)
        return option

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx)).translate(BRACES)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, pieces, prefix=USAGE[self.lang])

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        every = [(p, p.get_help_record(ctx)) for p in self.get_params(ctx)]  # type: ignore[attr-defined]
        arguments = [(row[0], row[1].removesuffix(REQUIRED)) for p, row in every if row and _is_argument(p)]
        own = [row for p, row in every if row and p.param_type_name == "option" and not is_global(p)]
        everywhere = [row for p, row in every if row and is_global(p)]
        self._commands(formatter)
        for code, rows in (("help-arguments", arguments), ("help-options", own), ("help-global", everywhere)):
            if rows and not (code == "help-global" and ctx.parent):
                with formatter.section(say(code, {}, self.lang)):
                    formatter.write_dl(rows)
        if ctx.parent:
            formatter.write_paragraph()
            formatter.write_text(say("help-global-hint", {}, self.lang))

    def _commands(self, formatter: HelpFormatter) -> None:
        for code, entries in _grouped(self.entry):
            with formatter.section(say(code, {}, self.lang)):
                formatter.write_dl([(e.name, e.ru if self.lang == "ru" else e.en) for e in entries])


class LazyCommand(_Told, TyperCommand):
    """One command of the register, its function already imported."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the line; where a person sits at the terminal, ids may be given by a part of them or of a title."""
        rest = super().parse_args(ctx, args)
        if any(ctx.params.get(name) for name in options.IDS) and sys.stdin and sys.stdin.isatty():
            from cli.meant import as_meant, attended

            if attended(ctx.obj):
                as_meant(ctx.obj, ctx.parent.command.name or "" if ctx.parent else "", ctx.params)
        return rest

    def invoke(self, ctx: Context) -> Any:
        """Carry it out; what it was given is kept as text for whoever has to tell a repetition from another command."""
        whose = ctx.obj.given.get("actor")
        ctx.obj.said = f"{ctx.command_path} {sorted(ctx.params.items())} {whose or ''}"
        return super().invoke(ctx)


class LazyGroup(_Told, TyperGroup):
    """A noun, or the program itself: knows the names of its verbs, and imports one when it is called."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Put in the default verb where none is named: `audit` is `audit run`."""
        helps = {"--help", "-h"} & {_english(a) for a in args}
        if self.entry.default and not helps and not any(v.answers_to(a) for a in args for v in self.entry.verbs):
            stray = next((a for a in args if not a.startswith("-")), None)
            if stray is None or args[0].startswith("-"):
                args = [self.entry.default, *args]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find a verb by any of its names; an unknown one is a complaint with a suggestion, and never runs."""
        found = next((e for e in self.entry.verbs if e.answers_to(args[0])), None)
        if found is None:
            raise unknown_command(args[0], self.entry, ctx.command_path)
        return found.name, build(found, self.lang), args[1:]

    def list_commands(self, ctx: Context) -> list[str]:
        """The names under this noun, in the order of the register."""
        return [entry.name for entry in self.entry.verbs]

    def get_command(self, ctx: Context, cmd_name: str) -> Any:
        """The command of that name, for completion."""
        found = next((e for e in self.entry.verbs if e.answers_to(cmd_name)), None)
        return build(found, self.lang) if found else None


def build(entry: Entry, lang: Lang) -> LazyGroup | LazyCommand:
    """Make the Typer command of an entry; only a command that does something is imported."""
    command = _command(entry) if entry.home else _group(entry)
    command.entry, command.lang = entry, lang
    command.help = entry.ru if lang == "ru" else entry.en
    command.options_metavar = "[--…]"
    taken = {decl for param in command.params for decl in param.opts}
    command.params.extend(_global_options(taken))
    for param in command.params:
        cast(Any, param).help = _meaning(str(param.name), lang)
    return command


def _is_argument(param: Parameter) -> bool:
    return param.param_type_name == "argument"


def _grouped(entry: Entry) -> list[tuple[str, list[Entry]]]:
    """The commands of an entry under their headings; those of the program itself: every day, things, the beginning."""
    if entry is not ROOT:
        return [("help-commands", list(entry.verbs))] if entry.verbs else []
    first = [e for e in entry.verbs if e.name in BEGINNING]
    things = [e for e in entry.verbs if e.verbs and not e.default and e not in first]
    daily = [e for e in entry.verbs if e not in things and e not in first]
    return [("help-daily", daily), ("help-things", things), ("help-beginning", first)]


def _meaning(name: str, lang: Lang) -> str:
    meaning = options.MEANINGS[name]
    return meaning.ru if lang == "ru" else meaning.en


def function_of(entry: Entry) -> Callable[..., Any]:
    """The function behind an entry."""
    module, _, name = entry.home.partition(":")
    return cast(Callable[..., Any], getattr(import_module(f"cli.commands.{module}"), name))


def unknown_command(word: str, entry: Entry, path: str) -> Complaint:
    """No such command, and the nearest one that there is."""
    from cli.exits import Exit
    from cli.suggest import nearest

    names = [name for verb in entry.verbs for name in (verb.name, *verb.russian)]
    guess = nearest(word, names)
    code = "unknown-command-near" if guess else "unknown-command"
    return Complaint(code, {"word": word, "near": guess, "path": path}, Exit.USAGE)


def _command(entry: Entry) -> LazyCommand:
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command(entry.name, cls=LazyCommand, context_settings=dict(SETTINGS))(function_of(entry))
    return cast(LazyCommand, typer.main.get_command(app))


def _group(entry: Entry) -> LazyGroup:
    group = LazyGroup(name=entry.name, no_args_is_help=not entry.default, context_settings=dict(SETTINGS))
    group.rich_markup_mode = None
    group.subcommand_metavar = "…"
    if entry is ROOT:
        group.params.append(_version_option())
    return group


def _version_option() -> TyperOption:
    def tell(ctx: Context, param: Parameter, value: Any) -> None:
        if value:
            from importlib.metadata import version

            print(f"resheno {version('resheno')}")
            raise typer.Exit

    decls = ["version", "--version"]
    return TyperOption(param_decls=decls, is_flag=True, default=None, is_eager=True, expose_value=False, callback=tell)


def _global_options(taken: set[str]) -> list[TyperOption]:
    made = []
    for name, decls, kind in options.GLOBAL:
        free = [decl for decl in decls if decl not in taken]
        if free:
            made.append(_global_option(name, free, kind))
    return made


def _global_option(name: str, decls: list[str], kind: str) -> TyperOption:
    flag, number = kind == "flag", kind == "number"
    return TyperOption(
        param_decls=[name, *decls],
        type=None if flag else int if number else str,
        is_flag=flag,
        metavar=None if flag else "N" if number else name.upper().replace("_", "-"),
        default=None,
        expose_value=False,
        callback=_keep,
    )


def _keep(ctx: Context, param: Parameter, value: Any) -> Any:
    """Remember a global option that was given; where it is given twice, the later place in the line holds."""
    if value is not None:
        ctx.obj.given[param.name] = value
    return value


def is_global(param: Any) -> bool:
    """Whether a parameter is one of the global options."""
    return getattr(param, "callback", None) is _keep


def _english(arg: str) -> str:
    return "--" + options.in_english(arg[2:]) if arg.startswith("--") else arg
