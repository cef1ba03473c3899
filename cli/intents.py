"""Intents in words: what each of them did, as the help of its command puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from cli.terminal import Terminal

if TYPE_CHECKING:
    from cli.deeds import Teller

REGULATIONS = {"task": "assignment", "case": "management_cycle"}  # whose arrows a noun takes


class Named(Protocol):
    """An intent as a list or a ledger has it."""

    @property
    def what(self) -> str:
        """Its command."""
        ...

    @property
    def about(self) -> str:
        """What it was mainly about."""
        ...


def intent_told(intent: Named, terminal: Terminal, teller: Teller) -> str:
    """'task.accept' is «Принять к исполнению»; an undo says what it took back."""
    from cli.register import find

    words = intent.what.split(".")
    if words[0] in ("undo", "redo"):
        return terminal.words(f"intent-{words[0]}", about=intent.about)
    entries = find(words)
    if len(entries) == len(words):
        return entries[-1].ru if terminal.lang == "ru" else entries[-1].en
    noun, verb = words[0], words[-1]
    if noun == "answer":
        return terminal.words(f"intent-answer-{verb}")
    if verb == "add":
        return terminal.words("intent-record", kind=teller.kind(noun))
    return teller.title(REGULATIONS.get(noun, ""), "triggers", verb)
