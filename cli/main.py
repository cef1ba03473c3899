"""The way in: streams and language first, then the command, then the one place that gives an ending its exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cli.complaint import Complaint
from cli.exits import Exit
from cli.terminal import Terminal
from engine.messages import Lang


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give the code that the shell sees. No traceback without --debug."""
    args = list(sys.argv[1:] if argv is None else argv)
    _steady_streams()
    lang, refused = language(args, os.environ)
    if "_RESHENO_COMPLETE" in os.environ:
        from cli.completing import ASKED, answer

        return answer(os.environ[ASKED], lang)
    if refused is not None:
        from cli.endings import ending

        return ending(refused, Terminal(lang), debug=False)
    try:
        code = run(args, lang)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter would complain of it once more at its own end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK


def run(args: list[str], lang: Lang, hints: bool = True) -> int:
    """One command line in a process that may run several: its ending told, its exit code given."""
    from cli.lazy import build
    from cli.register import ROOT

    terminal = Terminal(lang, hints)
    try:
        program = build(ROOT, lang)
        code = program.main(args=args or ["--help"], prog_name="resheno", standalone_mode=False, obj=terminal)
        return int(code or Exit.OK)
    except BrokenPipeError:
        raise
    except (Exception, KeyboardInterrupt) as error:
        from cli.endings import ending

        return ending(error, terminal, debug="--debug" in args)


def language(args: Sequence[str], environ: Mapping[str, str]) -> tuple[Lang, Complaint | None]:
    """Russian or English: --lang, RESHENO_LANG, the locale. Where nothing is said, Russian, the readers' language."""
    asked = next((value for value in _asked_for(args)), environ.get("RESHENO_LANG", ""))
    if asked and asked not in ("ru", "en"):
        from cli.complaint import unknown_word

        return "ru", unknown_word("--lang", asked, ["ru", "en"])
    if asked:
        return ("ru" if asked == "ru" else "en"), None
    named = next((environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(key)), "") or _windows()
    return ("en" if named[:2].casefold() not in ("", "ru", "c", "c.", "po") else "ru"), None


def _asked_for(args: Sequence[str]) -> list[str]:
    values = [arg.partition("=")[2] for arg in args if arg.startswith(("--lang=", "--язык="))]
    values += [after for arg, after in pairwise(args) if arg in ("--lang", "--язык")]
    return values


def _windows() -> str:
    if os.name != "nt":
        return ""
    import locale

    return locale.getlocale()[0] or ""


def _steady_streams() -> None:
    """A sign that the console lacks becomes a question mark and never ends the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
