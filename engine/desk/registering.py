"""People, organisations and groups: found in the register by name, or put into it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from engine.desk.names import folded, misnamed
from engine.protocol import Executor
from engine.run.event import Event
from engine.run.office_names import fields_of, is_correction, names_follow, said
from engine.run.refusal import Because
from engine.run.unknown import Misnamed, NotFound
from engine.store.store import Ledger, Party

SERIES = {"person": "Л", "org": "О", "group": "Г"}
FOLLOWED = ("recorded", "undone", "redone")  # entries of the office that may put a name right


class Register:
    """The register as it is, with those whom this intent has met for the first time; read when somebody is named."""

    def __init__(self, ledger: Ledger) -> None:
        self.new: list[Party] = []
        self.corrected: dict[str, Party] = {}
        self._ledger = ledger

    @property
    def changed(self) -> bool:
        """Whether there is anything to write of it."""
        return bool(self.new or self.corrected)

    @cached_property
    def _parties(self) -> dict[str, Party]:
        return {party.id: party for party in self._ledger.parties()}

    @cached_property
    def _known(self) -> dict[tuple[str, str], str]:
        # Of two whom an earlier release told apart by letters that look alike, the first bears the name.
        return {_key(party): party.id for party in reversed(self._parties.values())}

    def of(self, id: str) -> Party:
        """What is kept of somebody; raises NotFound."""
        self.check(id)
        return self._parties[id]

    def party(self, type: str, name: str, position: str = "") -> str:
        """The id of a party, which is registered if need be; two spellings of one name are one party."""
        key = (type, folded(name))
        if key not in self._known:
            id = f"{SERIES[type]}-{1 + self._last(SERIES[type])}"
            self.new.append(Party(id, type, name, position))
            self._parties[id] = self.new[-1]
            self._known[key] = id
        return self._known[key]

    def follow(self, history: Sequence[Event]) -> Because | None:
        """Let the register follow the last entry of the office: a correction, or one that is taken or brought back.

        Gives what is in the way: a name that another bears by now, or a correction that does not know what there was.
        """
        last = history[-1]
        if last.type == "recorded" and not is_correction(last):
            return None
        before, after = names_follow(history[:-1]), names_follow(history)
        if last.type != "recorded":
            taken = self._says({id: says for id, says in after.items() if before.get(id) != says})
            return Because("name-taken-since", taken) if taken else None
        if not self._knows_what_was(last):
            return Because("name-by-hand")
        party = fields_of(last)["party"]
        taken = self._says({party: after[party]})
        return Because("name-taken", taken) if taken else None

    def _knows_what_was(self, correction: Event) -> bool:
        """Whether it says what the register said until then, and something else that may be said."""
        fields = fields_of(correction)
        party = self.of(fields["party"])
        was = {"name": party.name, "position": party.position}
        now = {what: fields.get(what, before) for what, before in was.items()}
        return now != was and now["name"] != "" and fields == said(party.id, was, now)

    def _says(self, says: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        """Have the register say this of them, all at once; gives the first name that somebody else bears."""
        parties = [replace(self.of(id), **said) for id, said in says.items()]
        for party in parties:
            if self._known.get(was := _key(self._parties[party.id])) == party.id:
                del self._known[was]
        for party in parties:
            other = self._known.setdefault(_key(party), party.id)
            if other != party.id:
                return {"name": party.name, "who": other}
            self._parties[party.id] = self.corrected[party.id] = party
        return {}

    def check(self, id: str) -> None:
        """Raise NotFound for an id that nobody bears."""
        if id not in self._parties:
            raise NotFound("party", id, self._parties)

    def executor(self, executor: Executor) -> str:
        """The id of somebody whom a document names."""
        return self.party(executor.type, executor.name or executor.raw, executor.position)

    def named(self, word: str, type: str = "person") -> str:
        """The id that a person at the keyboard means: an id as it is, a known name, or a new one of this type.

        Raises Misnamed for a new one that nobody can be called by; a document may call people as it does.
        """
        found = self._found(word)
        wrong = None if found else misnamed(word, type)
        if wrong is not None:
            raise Misnamed(word, wrong)
        return found or self.party(type, word)

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
        return max((int(id.partition("-")[2]) for id in self._parties if id.startswith(f"{series}-")), default=0)


def _key(party: Party) -> tuple[str, str]:
    return party.type, folded(party.name)
