"""How a command that did not end well ends: every exception becomes words in the error shape and an exit code."""

from __future__ import annotations

import errno
import sys
import traceback

from typer import Abort
from typer._click import exceptions as usage

from cli.complaint import Complaint, unknown_id, unknown_party, unknown_word
from cli.exits import Exit
from cli.speech import complain
from cli.terminal import Terminal
from engine.run.unknown import Misnamed, NotFound, Unknown
from engine.store.errors import Busy, Missing, Spoilt, StoreError, Tampered

NO_NAME = (errno.ENAMETOOLONG, errno.EINVAL, errno.ELOOP, errno.EILSEQ)  # what systems say of a name that cannot be


def ending(error: BaseException, terminal: Terminal, debug: bool) -> int:
    """Tell what happened and give the exit code."""
    if debug:
        traceback.print_exception(error)
    complaint = _complaint(error, terminal)
    complain(complaint, terminal.lang)
    return complaint.exit


def _complaint(error: BaseException, terminal: Terminal) -> Complaint:
    match error:
        case Complaint():
            return error
        case usage.UsageError():
            return _misuse(error, terminal)
        case Abort() | KeyboardInterrupt():
            return Complaint("interrupted", {}, Exit.INTERRUPTED)
        case Misnamed():
            return Complaint(error.because.code, error.because.facts, Exit.FAILED)
        case Unknown():
            return _unknown(error, terminal)
        case StoreError():
            return Complaint(error.code, {"path": error.path, "detail": error.detail}, _of_store(error), error.path)
        case OSError() if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return Complaint("disk-full", {}, Exit.BUSY, str(error.filename or ""))
        case OSError() if error.errno in (errno.EIO, errno.ENXIO):
            facts = {"path": error.filename or "", "detail": error.strerror}
            return Complaint("disk-fails", facts, Exit.FAILED, str(error.filename or ""))
        case MemoryError():
            return Complaint("no-memory", {}, Exit.BUSY)
        case FileNotFoundError():
            return Complaint("no-file", {"file": error.filename}, Exit.NOT_FOUND, str(error.filename or ""))
        case OSError() if error.errno in NO_NAME and error.filename:
            return Complaint("bad-name", {"file": error.filename}, Exit.USAGE)
        case IsADirectoryError():
            return Complaint("is-a-folder", {"file": error.filename}, Exit.USAGE)
        case PermissionError() | NotADirectoryError():
            return Complaint("not-permitted", {"file": error.filename}, Exit.FAILED, str(error.filename or ""))
        case _:
            return Complaint("internal", {"report": _report(error)}, Exit.INTERNAL)


def _unknown(error: Unknown, terminal: Terminal) -> Complaint:
    """An id that is not kept, or a word that no definition knows; with the nearest of either alphabet and layout."""
    from cli.suggest import nearest
    from engine.messages.catalogue import WORDS

    near = nearest(error.word, error.known) or next(iter(error.near), "")
    if isinstance(error, NotFound) and error.kind == "party":
        return unknown_party(error.word, near)
    if isinstance(error, NotFound):
        return unknown_id(error.word, near)
    code = f"word-{error.kind}"
    kind = terminal.words(code if code in WORDS else "word-other")
    return unknown_word(kind, error.word, sorted(error.known), near)


def _of_store(error: StoreError) -> Exit:
    match error:
        case Missing():
            return Exit.NOT_FOUND
        case Busy():
            return Exit.BUSY
        case Tampered() | Spoilt():
            return Exit.UNVERIFIED
        case _:
            return Exit.FAILED


def _misuse(error: usage.UsageError, terminal: Terminal) -> Complaint:
    """What Click found wrong with the command line, in our words."""
    path = error.ctx.command_path if error.ctx else "resheno"
    match error:
        case usage.NoArgsIsHelpError():
            print(error.ctx.get_help() if error.ctx else "")
            return Complaint("missing-verb", {"path": path}, Exit.USAGE)
        case usage.NoSuchOption():
            return _no_such_option(error, path)
        case usage.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return Complaint("missing-argument", {"name": name, "path": path}, Exit.USAGE)
        case usage.BadOptionUsage():
            return Complaint("option-wants-value", {"name": error.option_name, "path": path}, Exit.USAGE)
        case usage.BadParameter():
            name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else ""
            return Complaint("bad-value", {"name": name, "path": path, "detail": error.message}, Exit.USAGE)
        case _:
            return Complaint("bad-usage", {"path": path, "detail": error.message}, Exit.USAGE)


def _no_such_option(error: usage.NoSuchOption, path: str) -> Complaint:
    from cli.options import MEANINGS
    from cli.suggest import nearest

    params = error.ctx.command.params if error.ctx else []
    names = [opt for param in params for opt in param.opts if opt.startswith("--")]
    names += [f"--{russian}" for param in params for russian in MEANINGS[str(param.name)].russian]
    guess = nearest(error.option_name, names)
    code = "unknown-option-near" if guess else "unknown-option"
    return Complaint(code, {"word": error.option_name, "near": guess, "path": path}, Exit.USAGE)


def _report(error: BaseException) -> str:
    """Where the program failed, as places in its code only: no value of anybody's data is in it.

    Its name is one that nobody could know beforehand, and none but who ran the program may read it.
    """
    from tempfile import NamedTemporaryFile

    frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    state = getattr(error, "sqlite_errorname", "") or getattr(error, "sqlstate", "") or ""  # what a database calls it
    text = "\n".join([f"resheno on Python {sys.version}", f"{type(error).__name__} {state}".rstrip(), *frames]) + "\n"
    try:
        with NamedTemporaryFile("w", prefix="resheno-", suffix=".txt", delete=False, encoding="utf-8") as report:
            report.write(text)
    except OSError:
        return ""
    return report.name
