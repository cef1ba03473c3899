"""Leave as an audit tells it: duties that stand open for the whole office, and requirements passed over in cases."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from cli.output import width

if TYPE_CHECKING:
    from cli.people import People
    from engine.audit.duties import Leave
    from engine.audit.leave import Given
    from engine.run.facts import Facts
    from engine.store.window import Window


class LeaveOf(NamedTuple):
    """All leave that there is: `standing` for the office, `given` in the cases that an audit has no rows for."""

    people: People
    standing: tuple[Leave, ...]
    given: tuple[Given, ...]

    def lines(self) -> list[str]:
        """What a person reads below the table; nothing where there is no leave."""
        from cli.commands.duty import leave_told

        words = self.people.terminal.words
        lines = [
            words("audit-apart" if each.counts else "audit-apart-again", duties=", ".join(each.waived.duties))
            + f" {leave_told(self.people, each)}"
            for each in self.standing
        ]
        lines += [self._told(each) for each in self.given]
        return [part for line in lines for part in textwrap.wrap(line, width(), subsequent_indent="  ")]

    @property
    def broken(self) -> bool:
        """Whether a term is over and what was waived still does not hold."""
        return any(str(each.state) == "broken" for each in self.given)

    def _told(self, each: Given) -> str:
        facts = {"case": each.case, "requirement": each.requirement, "why": each.why}
        until, who = self.people.terminal.day(each.until), self.people.name(each.who)
        return self.people.terminal.words(f"audit-leave-{each.state}", **facts, until=until, who=who)

    def as_data(self) -> dict[str, object]:
        """The same for a program."""
        from cli.commands.duty import leave_as_data

        given = [
            {
                **{"case": each.case, "record": each.record or None, "requirement": each.requirement, "why": each.why},
                **{"who": each.who, "who_name": self.people.name(each.who), "until": each.until or None},
                **{"standing": each.standing or None, "state": str(each.state)},
            }
            for each in self.given
        ]
        return {"standing": [leave_as_data(self.people, each) for each in self.standing], "given": given}


def facts_of(people: People) -> Facts:
    """Who holds which role, what leave stands, and which day it is."""
    from engine.run.facts import Facts
    from engine.run.office import waivers

    return Facts(people.day, people.tenures, waivers=waivers(people.office))


def leave_of(people: People, window: Window, besides: str) -> LeaveOf:
    """The leave of the office, and that of the cases of all regulations but one."""
    from engine.audit.duties import standing_leave
    from engine.audit.leave import given
    from engine.run.fold import fold
    from engine.store.as_of import history
    from engine.store.versions import kept

    facts = facts_of(people)
    found: list[Given] = []
    lines = {line.id: line for line in window.cases() if line.workflow != besides}
    for id in window.waived():
        case = fold(history(window, id)) if id in lines else None
        if case is not None:
            found += given(kept(window, case.workflow, case.workflow_version), case, facts)
    return LeaveOf(people, standing_leave(people.office, people.day), tuple(found))
