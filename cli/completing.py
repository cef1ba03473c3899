"""What may come next in a line that is being typed: asked by the scripts of `cli.shells`, at each press of Tab.

The words stand in one variable of the environment, a line each, the last one perhaps unfinished. The answer is a line
for each word that fits, with its meaning behind a tab: data for a shell, never something that it runs. Only a command
whose own options or arguments are asked for is imported.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from cli.options import GLOBAL, MEANINGS, in_english
from cli.register import COMMANDS, ROOT, Entry
from engine.messages import Lang

ASKED = "_RESHENO_COMPLETE"
BREAKS = {"=", ":"}  # bash tears words apart at these signs
Offer = tuple[str, str]  # a word and what it means


class Option(NamedTuple):
    """An option as far as completing goes: its names, and whether a value follows."""

    name: str
    decls: tuple[str, ...]
    flag: bool


class Spot(NamedTuple):
    """Where in the line somebody is: behind which entries, which parameter is next, what was given before."""

    entries: tuple[Entry, ...]
    options: tuple[Option, ...]
    param: str  # of the option or the argument that the word belongs to; '' where a command is wanted
    given: dict[str, str]


def answer(line: str, lang: Lang) -> int:
    """Write what fits; a line that makes no sense fits nothing and is no error: somebody is typing it."""
    try:
        text = "".join(f"{word}\t{_harmless(meaning)}\n" for word, meaning in offers(_words(line), lang))
    except Exception:
        text = ""
    sys.stdout.buffer.write(text.encode("utf-8"))  # whatever the console speaks: the scripts read UTF-8
    sys.stdout.buffer.flush()
    return 0


def offers(words: Sequence[str], lang: Lang) -> list[Offer]:
    """The words that fit in the place of the last one."""
    *before, typed = words or [""]
    spot = _spot(before)
    if typed.startswith("-") and "=" not in typed:
        return _options(spot, typed, lang)
    prefix, sign, value = typed.partition("=") if typed.startswith("-") else ("", "", typed)
    if sign:
        spot = spot._replace(param=_named(spot.options, prefix))
    if spot.param:
        from cli.offering import values

        return [(f"{prefix}{sign}{word}", meaning) for word, meaning in values(spot, value, lang)]
    return _commands(spot.entries[-1] if spot.entries else ROOT, typed, lang)


def _spot(before: Sequence[str]) -> Spot:
    """Walk along the words that are finished."""
    entries: list[Entry] = []
    options = [Option(name, decls, kind == "flag") for name, decls, kind in GLOBAL]
    arguments: list[tuple[str, bool]] = []
    given: dict[str, str] = {}
    rest = iter(before)
    for word in rest:
        if word.startswith("-") and len(word) > 1:
            name, sign, value = word.partition("=")
            option = _option(options, name)
            if option and not option.flag:
                last = object()
                found = value if sign else next(rest, last)
                if found is last:
                    return Spot(tuple(entries), tuple(options), option.name, given)
                given[option.name] = str(found)
        elif entry := _entry(entries[-1].verbs if entries else COMMANDS, word):
            entries.append(entry)
            if entry.home or entry.default:
                own, arguments = _parameters(entry if entry.home else _default(entry))
                options = [*own, *options]
        elif arguments and not arguments[0][1]:
            given.setdefault(arguments.pop(0)[0], word)
    param = arguments[0][0] if arguments and (not entries or entries[-1].home) else ""
    return Spot(tuple(entries), tuple(options), param, given)


def _entry(entries: Iterable[Entry], word: str) -> Entry | None:
    return next((each for each in entries if each.answers_to(word)), None)


def _default(entry: Entry) -> Entry:
    return next(verb for verb in entry.verbs if verb.name == entry.default)


def _parameters(entry: Entry) -> tuple[list[Option], list[tuple[str, bool]]]:
    """The options of one command of its own, and its arguments with whether they may be many."""
    from cli.lazy import build, is_global

    params: list[Any] = build(entry, "en").params
    options = [
        Option(str(p.name), tuple(p.opts), bool(p.is_flag))
        for p in params
        if p.param_type_name == "option" and not is_global(p)
    ]
    return options, [(str(p.name), p.nargs == -1) for p in params if p.param_type_name == "argument"]


def _option(options: Iterable[Option], given: str) -> Option | None:
    name = f"--{in_english(given[2:])}" if given.startswith("--") else given
    return next((option for option in options if name in option.decls), None)


def _named(options: Iterable[Option], given: str) -> str:
    option = _option(options, given)
    return option.name if option else ""


def _commands(entry: Entry, typed: str, lang: Lang) -> list[Offer]:
    """The verbs that begin like this: English ones, or Russian ones where a Russian letter was typed."""
    told = [(verb, verb.ru if lang == "ru" else verb.en) for verb in entry.verbs]
    begun = typed.casefold()
    english = [(verb.name, meaning) for verb, meaning in told if verb.name.startswith(begun)]
    russian = [(name, meaning) for verb, meaning in told for name in verb.russian if name.startswith(begun)]
    return english if english or not begun else russian


def _options(spot: Spot, typed: str, lang: Lang) -> list[Offer]:
    """The options that begin like this; those of the command come first."""
    every = [(decls, MEANINGS[name]) for name, decls, _ in (*spot.options, Option("help", ("--help",), True))]
    told = [(decls, meaning, meaning.ru if lang == "ru" else meaning.en) for decls, meaning in every]
    begun = typed.casefold()
    english = {each: said for decls, _, said in told for each in decls if each.startswith("--")}
    russian = {f"--{word}": said for _, meaning, said in told for word in meaning.russian}
    for names in (english, russian):
        found = [(each, said) for each, said in names.items() if each.startswith(begun)]
        if found:
            return found
    return []


def _words(line: str) -> list[str]:
    """The words of a line without their quotes, put together again where bash has torn them apart."""
    whole: list[str] = []
    torn = False
    for word in line.split("\n"):
        if whole and (torn or (set(word) and set(word) <= BREAKS)):
            whole[-1] += word
        else:
            whole.append(word)
        torn = bool(word) and set(word) <= BREAKS
    return [_bare(word) for word in whole]


def _bare(word: str) -> str:
    """A word as the program would get it: no quotes, no signs that keep a blank from ending it, no tilde."""
    if os.name != "nt":
        word = word.replace("\\ ", " ")
    word = word.strip("'\"")
    return os.path.expanduser(word) if word.startswith("~") else word


def _harmless(meaning: str) -> str:
    """A text of somebody's document on one line of a shell, without any sign that a terminal might obey."""
    return "".join(sign if sign.isprintable() else " " for sign in meaning)[:80]
