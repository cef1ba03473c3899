"""The manual of the commands, generated from the register: `python -m cli.manual > docs/commands.md`."""

from __future__ import annotations

import sys
from typing import Any

from cli.exits import MEANINGS
from cli.lazy import build, is_global
from cli.options import GLOBAL
from cli.options import MEANINGS as OPTIONS
from cli.register import COMMANDS, Entry

HEAD = """# Commands

Generated from the register of commands; do not edit. To renew it: `python -m cli.manual > docs/commands.md`.

`resheno NOUN VERB [ID…] [--options]`. Every noun, verb and option has a Russian name besides, given after the English
one: `resheno task list --format csv` is `resheno поручение список --формат csv`. Ids are typed as `П-7.5.10` or `К-12`;
Latin look-alikes, transliteration (`P-7`) and the wrong keyboard layout are understood. A person at the terminal may
also type the beginning of an id or words of a title, if only one thing is meant; a script gives ids whole. Data goes to
stdout, talk to stderr. `resheno completion --install` makes Tab complete commands, options and ids in bash, zsh, fish
and PowerShell.
"""


def manual() -> str:
    """The whole page as Markdown."""
    parts = [HEAD, "## Overview\n", *_overview(COMMANDS, ())]
    for entry in COMMANDS:
        parts += [f"\n## {entry.name}\n", f"{entry.en}. По-русски: {_russian(entry)} — {_lower(entry.ru)}.\n"]
        if entry.default:
            parts.append(f"Without a verb: `resheno {entry.name} {entry.default}`.\n")
        parts += _command(entry, ()) if entry.home else []
        for verb in entry.verbs:
            parts += [
                f"\n### {entry.name} {verb.name}\n",
                f"{verb.en}. По-русски: {_russian(verb)} — {_lower(verb.ru)}.\n",
            ]
            parts += _command(verb, (entry.name,))
    return "\n".join([*parts, *_everywhere(), *_exit_codes()]) + "\n"


def _overview(entries: tuple[Entry, ...], before: tuple[str, ...]) -> list[str]:
    lines = []
    for entry in entries:
        if entry.home:
            lines.append(f"- `resheno {' '.join((*before, entry.name))}` – {_lower(entry.en)}")
        lines += _overview(entry.verbs, (*before, entry.name))
    return lines


def _command(entry: Entry, before: tuple[str, ...]) -> list[str]:
    """The usage line and the options of its own; the global ones are told once."""
    command: Any = build(entry, "en")
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    own = [p for p in command.params if p.param_type_name == "option" and not is_global(p)]
    shown = " ".join(["resheno", *before, entry.name, *(p.metavar for p in arguments), *(["[--…]"] if own else [])])
    lines = ["```", shown, "```", ""]
    lines += [f"- `{p.metavar}` – {p.help}" for p in arguments]
    lines += [f"- {_option(p.name, p.opts, p.metavar)} – {p.help}" for p in own]
    return lines


def _option(name: str, decls: list[str], value: str | None) -> str:
    russian = [f"--{word}" for word in OPTIONS[name].russian]
    written = ", ".join(f"`{decl}`" for decl in [*decls, *russian])
    return f"{written} {value}" if value else written


def _everywhere() -> list[str]:
    lines = ["\n## Options of every command\n", "Before the noun or after the verb.\n"]
    for name, decls, kind in GLOBAL:
        value = None if kind == "flag" else "N" if kind == "number" else name.upper()
        lines.append(f"- {_option(name, list(decls), value)} – {OPTIONS[name].en}")
    return lines


def _exit_codes() -> list[str]:
    rows = [f"| {code.value} | {en} |" for code, (_, en) in MEANINGS.items()]
    return ["\n## Exit codes\n", "| code | meaning |", "| --: | --- |", *rows]


def _russian(entry: Entry) -> str:
    return ", ".join(f"`{word}`" for word in entry.russian)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


if __name__ == "__main__":
    sys.stdout.buffer.write(manual().encode("utf-8"))
