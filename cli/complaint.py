"""What ends a command early: a code of the messages, its facts, a place and the exit code."""

from __future__ import annotations

from collections.abc import Mapping

from cli.exits import Exit


class Complaint(Exception):
    """Something that the person at the keyboard can put right. `cli.main` tells it and gives its exit code."""

    def __init__(self, code: str, facts: Mapping[str, object] | None = None, exit: Exit = Exit.FAILED, where: str = ""):
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts or {}
        self.exit = exit
        self.where = where


def no_database(path: object) -> Complaint:
    """The database is not there."""
    return Complaint("no-database", {"db": path}, Exit.NOT_FOUND, str(path))


def no_file(path: object) -> Complaint:
    """A file that was named is not there."""
    return Complaint("no-file", {"file": path}, Exit.NOT_FOUND, str(path))


def unknown_id(given: str, near: str = "") -> Complaint:
    """An id that the database does not hold."""
    return Complaint("unknown-id-near" if near else "unknown-id", {"id": given, "near": near}, Exit.NOT_FOUND)


def unknown_party(given: str, near: str = "", type: str = "") -> Complaint:
    """A person or an organisation whom the register does not hold."""
    code = "unknown-party-near" if near else "unknown-party"
    kept = "org" if type == "org" else "person"
    return Complaint(code, {"name": given, "near": near, "kept": kept}, Exit.NOT_FOUND)


def unknown_word(kind: str, given: str, known: list[str], near: str = "") -> Complaint:
    """A word of a closed list (stage, kind, format …) that is not in it."""
    code = "unknown-word-near" if near else "unknown-word"
    return Complaint(code, {"kind": kind, "word": given, "near": near, "known": ", ".join(known)}, Exit.USAGE)
