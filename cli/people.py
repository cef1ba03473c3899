"""People and roles as they are shown: names, titles of roles, who holds what on the day that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.terminal import Terminal
from engine.messages import Lang, say

if TYPE_CHECKING:
    from engine.run.tenure import Tenure
    from engine.store.lines import PartyLine
    from engine.store.window import Window

# The roles of every office; those that only its regulations know are called as they call them.
OWN = (
    *("clerk", "controller", "curator", "head", "role_admin", "file_keeper", "checkpoint_keeper"),
    *("operator", "organisation"),
)
TENURES = ("role_name", "party_name", "since", "until", "instead_of_name", "counts", "ground", "id")


class People:
    """Who holds what in the books that a window shows."""

    def __init__(self, terminal: Terminal, window: Window) -> None:
        from engine.run.fold import fold
        from engine.run.office import ID, tenures
        from engine.store.as_of import history

        self.terminal = terminal
        self.day = terminal.today
        self.office = fold(history(window, ID))
        self.tenures = tenures(self.office)
        self._names = {party.id: party.name for party in window.parties()}
        self._titles = role_titles(window, terminal.lang)
        self._others = role_titles(window, "en" if terminal.lang == "ru" else "ru")

    def name(self, party: str) -> str:
        """What people call somebody; an id that the register does not know stays as it is."""
        return self._names.get(party, party)

    def role(self, code: str) -> str:
        """What people call a role."""
        return self._titles.get(code, code)

    def code(self, given: str) -> str:
        """The role that was meant, by its code or its title; a complaint with the nearest if there is none."""
        from cli.finding import one_of

        names = {title.casefold(): code for of in (self._others, self._titles) for code, title in of.items()}
        return one_of(self.terminal, "role", given.strip(), self._titles, names)

    def holds(self, tenure: Tenure) -> bool:
        """Whether a tenure counts on the day: a stand-in only while the holder holds the role in own right."""
        own = [each for each in self.tenures if each.role == tenure.role and not each.instead_of]
        if not tenure.holds(self.day) or not tenure.instead_of or not own:  # where nobody holds it, cases name who does
            return tenure.holds(self.day)
        return any(each.party == tenure.instead_of and each.holds(self.day) for each in own)

    def held_by(self, party: str) -> list[Tenure]:
        """The tenures of somebody that count on the day."""
        return [each for each in self.tenures if each.party == party and self.holds(each)]

    def row(self, tenure: Tenure) -> dict[str, object]:
        """A tenure for a list."""
        over = tenure.until is not None and tenure.until < self.day
        begun = tenure.since is None or tenure.since <= self.day
        counts = "now" if self.holds(tenure) else "over" if over else "idle" if begun else "ahead"
        return {
            "id": tenure.id,
            "role": tenure.role,
            "role_name": self.role(tenure.role),
            "party": tenure.party,
            "party_name": self.name(tenure.party),
            "since": tenure.since.isoformat() if tenure.since else "",
            "until": tenure.until.isoformat() if tenure.until else "",
            "instead_of": tenure.instead_of,
            "instead_of_name": self.name(tenure.instead_of) if tenure.instead_of else "",
            "ground": self._ground(tenure),
            "holds": counts == "now",
            "counts": self.terminal.words(f"tenure-{counts}"),
        }

    def _ground(self, tenure: Tenure) -> str:
        record = self.office.records.get(tenure.id) if self.office else None
        return str(record.fields.get("ground") or record.told.ground) if record else ""


def role_titles(window: Window, lang: Lang) -> dict[str, str]:
    """What the roles of an office are called: its own, and those that its regulations know besides."""
    from engine.store.versions import versions

    found = {code: say(f"role-{code}", {}, lang) for code in OWN}
    for name in dict.fromkeys(line.name for line in versions(window)):
        found = {**{code: both[lang] for code, both in window.titles(name)["roles"].items()}, **found}
    return found


def party_row(people: People, party: PartyLine) -> dict[str, object]:
    """Somebody of the register, with what they hold on the day."""
    held = dict.fromkeys(told(people, each) for each in people.held_by(party.id))
    row = {"id": party.id, "type": party.type, "name": party.name, "position": party.position}
    return {**row, "roles": list(held), "type_title": people.terminal.words(f"type-{party.type}")}


def told(people: People, tenure: Tenure) -> str:
    """A role in a word, with whom somebody stands in for."""
    role = people.role(tenure.role)
    whose = people.name(tenure.instead_of)
    return role + people.terminal.words("deed-instead", whose=whose) if tenure.instead_of else role
