"""People, organisations and groups: found in the register by name, or put into it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from engine.protocol import Executor
from engine.run.unknown import NotFound
from engine.store.store import Ledger, Party

SERIES = {"person": "Л", "org": "О", "group": "Г"}


class Register:
    """The register as it is, with those whom this intent has met for the first time; read when somebody is named."""

    def __init__(self, ledger: Ledger) -> None:
        self.new: list[Party] = []
        self.corrected: list[Party] = []
        self._ledger = ledger

    @property
    def changed(self) -> bool:
        """Whether there is anything to write of it."""
        return bool(self.new or self.corrected)

    @cached_property
    def _known(self) -> dict[tuple[str, str], str]:
        return {(party.type, folded(party.name)): party.id for party in self._ledger.parties()}

    @cached_property
    def _ids(self) -> set[str]:
        return set(self._known.values())

    def party(self, type: str, name: str, position: str = "") -> str:
        """The id of a party, which is registered if need be; two spellings of one name are one party."""
        key = (type, folded(name))
        if key not in self._known:
            id = f"{SERIES[type]}-{1 + self._last(SERIES[type])}"
            self.new.append(Party(id, type, name, position))
            self._known[key] = id
            self._ids.add(id)
        return self._known[key]

    def correct(self, id: str, name: str, position: str | None) -> str:
        """Put right what is kept of somebody ('' and None stay as they are); gives whoever bears the name already."""
        self.check(id)
        was = next(party for party in (*self._ledger.parties(), *self.new) if party.id == id)
        bearer = self._known.get((was.type, folded(name)), "") if name else ""
        if bearer not in ("", id):
            return bearer
        now = replace(was, name=name or was.name, position=was.position if position is None else position)
        self.corrected += [now] if now != was else []
        return ""

    def check(self, id: str) -> None:
        """Raise NotFound for an id that nobody bears."""
        if id not in self._ids:
            raise NotFound("party", id, self._ids)

    def executor(self, executor: Executor) -> str:
        """The id of somebody whom a document names."""
        return self.party(executor.type, executor.name or executor.raw, executor.position)

    def named(self, word: str, type: str = "person") -> str:
        """The id that a person at the keyboard means: an id as it is, a known name, or a new one of this type."""
        return self._found(word) or self.party(type, word)

    def known(self, word: str) -> str:
        """The same, of somebody who is there; raises NotFound."""
        found = self._found(word)
        if not found:
            raise NotFound("party", word, (name for _, name in self._known))
        return found

    def _found(self, word: str) -> str:
        series, _, number = word.partition("-")
        if series in SERIES.values() and number.isdecimal():
            self.check(word)
            return word
        return next((id for (_, name), id in self._known.items() if name == folded(word)), "")

    def _last(self, series: str) -> int:
        return max((int(id.partition("-")[2]) for id in self._ids if id.startswith(f"{series}-")), default=0)


def folded(name: str) -> str:
    """A name without what may be written in two ways: case, ё, spaces around initials."""
    return " ".join(name.lower().replace("ё", "е").replace(".", ". ").split())
