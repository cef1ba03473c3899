"""Every pattern of a package, and for each the lines that would make it explode if anything can."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

LENGTH = 100_000  # signs, as long as a line may be
_COMPILED_IN_PASSING = frozenset({"sub", "subn", "match", "search", "findall", "finditer", "fullmatch", "split"})
_ANCHORED = frozenset({"match", "fullmatch"})
UNITS = (
    "0", "1.", "1.1", ".", " ", "а", "А", "А.", "А. ", "аб ", "Аб ", "АБВ", "(", ")", "()", "«", "-", "- ", "–", ",",
    ", а", ";", ":", "\t", "\n", "/", "№ ", "срок ", "до ", "до 1 ", "01.01.", "с 1 по ", "Лосева А.", "и ", "в ",
    "на ",
    "1 квартал ", "IV ", "отв. ", "<", "<!---->", "&", "_", "…",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, where it stands, and whether it is ever searched for or only held against the start of a text."""

    where: str
    pattern: re.Pattern[Any]
    searched: bool = True


def patterns_of(package: str) -> list[Found]:
    """All patterns: those kept in modules, and those that functions compile in passing."""
    found: dict[tuple[str | bytes, int], Found] = {}
    searched, modules = set[str](), list(_modules(package))
    for module in modules:
        searched |= _searched(_tree(module))
    for module in modules:
        here = _searched(_tree(module))
        for name, kept in vars(module).items():
            for pattern in _inside(kept):
                alone = isinstance(kept, re.Pattern) and name not in (here if name.startswith("_") else searched)
                key = (pattern.pattern, pattern.flags)
                found.setdefault(key, Found(f"{module.__name__}.{name}", pattern, not alone))
        for line, method, text in _in_passing(_tree(module)):
            pattern = re.compile(text)
            found.setdefault(
                (text, pattern.flags), Found(f"{module.__name__}:{line}", pattern, method not in _ANCHORED)
            )
    return list(found.values())


def _modules(package: str) -> Iterator[ModuleType]:
    root = importlib.import_module(package)
    for info in pkgutil.walk_packages(root.__path__, f"{package}."):
        yield importlib.import_module(info.name)


def _tree(module: ModuleType) -> ast.AST:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


def _inside(kept: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(kept, re.Pattern):
        yield kept
    elif isinstance(kept, dict):
        for value in kept.values():
            yield from _inside(value)
    elif isinstance(kept, tuple | list | frozenset | set):
        for value in kept:
            yield from _inside(value)


def _searched(tree: ast.AST) -> set[str]:
    """The names on which something other than `match` and `fullmatch` is called, or that are handed on."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    held = {id(call.value) for call in calls if isinstance(call, ast.Attribute) and call.attr in _ANCHORED}
    return {
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load) and id(node) not in held
    }


def _in_passing(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        of, first = node.func.value, node.args[0]
        literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
        if isinstance(of, ast.Name) and of.id == "re" and node.func.attr in _COMPILED_IN_PASSING and literal:
            assert isinstance(first, ast.Constant)
            yield node.lineno, node.func.attr, str(first.value)


def hostile(pattern: re.Pattern[Any], length: int = LENGTH) -> Iterator[str]:
    """Long lines: the usual ones, and each repetition of the pattern itself repeated and then disappointed."""
    for unit in UNITS:
        yield unit * (length // len(unit)) + "\0"
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    parsed = re._parser.parse(text, pattern.flags & ~re.UNICODE & ~re.ASCII)  # type: ignore[attr-defined]
    for before, body in dict.fromkeys(_repetitions(parsed, "")):
        if body:
            yield (before + body * (length // len(body)))[:length] + "\0"
            yield ((before + body) * (length // len(before + body)))[:length] + "\0"


def _repetitions(parsed: Any, before: str) -> Iterator[tuple[str, str]]:
    """What leads to each part that may be repeated, and one instance of that part."""
    for code, argument in parsed:
        name = str(code)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield from _repetitions(argument[2], before)
            if argument[1] > 9:
                yield before, _sample(argument[2])
        elif name == "SUBPATTERN":
            yield from _repetitions(argument[3], before)
        elif name == "ATOMIC_GROUP":
            yield from _repetitions(argument, before)
        elif name == "BRANCH":
            for choice in argument[1]:
                yield from _repetitions(choice, before)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _repetitions(argument[1], before)
        before += _sample([(code, argument)])


def _sample(parsed: Any) -> str:
    """One text that a parsed pattern would take; near enough."""
    out = ""
    for code, argument in parsed:
        match str(code):
            case "LITERAL":
                out += chr(argument)
            case "NOT_LITERAL":
                out += "я"
            case "ANY":
                out += "б"
            case "IN":
                out += _one_of(argument)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                out += _sample(argument[2]) * max(1, argument[0])
            case "SUBPATTERN":
                out += _sample(argument[3])
            case "ATOMIC_GROUP":
                out += _sample(argument)
            case "BRANCH":
                out += _sample(argument[1][0])
    return out


def _one_of(choices: Any) -> str:
    kinds = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "а", "CATEGORY_NOT_SPACE": "а"}
    for code, argument in choices:
        if str(code) == "LITERAL":
            return chr(argument)
        if str(code) == "RANGE":
            return chr(argument[0])
        if str(code) == "CATEGORY":
            return kinds.get(str(argument), "!")
    return "!"


class _TooLong(Exception):
    pass


def slowest(
    found: Found, limit: float, length: int = LENGTH, let_through: Callable[[str], str] = str
) -> tuple[float, str]:
    """The longest time that a pattern takes for a hostile line, in seconds, and the beginning of that line."""
    worst, which = 0.0, ""
    for line in hostile(found.pattern, length):
        line = let_through(line)
        took = _timed(found, line, limit)
        if took > limit:  # a busy machine is slow for a while, a bad pattern always
            took = min(took, *(_timed(found, line, limit) for _ in range(3)))
        if took > worst:
            worst, which = took, line[:40]
        if worst > limit:
            break
    return worst, which


def _timed(found: Found, line: str, limit: float) -> float:
    """The time of the processor; an explosion is stopped at ten times the limit."""
    text = line.encode() if isinstance(found.pattern.pattern, bytes) else line

    def stop(*_: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit * 10)
    start = time.process_time()
    try:
        if found.searched:
            found.pattern.search(text)
        else:
            found.pattern.match(text)
    except _TooLong:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - start
