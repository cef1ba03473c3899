"""A workspace: made once, with its operator as clerk and controller; opened for each command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from engine.desk.answer import Answer
from engine.desk.books import Books
from engine.desk.desk import Clock, Desk
from engine.desk.intent import Intent, Step
from engine.desk.names import misnamed
from engine.messages import say
from engine.run.command import Open, Record
from engine.run.duty import OFFICE as HELD_IN_OFFICE
from engine.run.event import NO_DATA, Plain
from engine.run.office import ID as OFFICE_ID
from engine.run.office import OFFICE, ORGANISATION, RECORDS, REGIME, TENURE, WAIVER
from engine.run.unknown import Misnamed, NotFound
from engine.store.opening import new_store, open_store
from engine.store.place import Place
from engine.store.sqlite_file import Profile
from engine.store.store import Store

FOUNDER = "Л-1"  # whoever a workspace is founded by is the first in its register
OWN_ROLES = ("clerk", "controller")
NEVER_AT_FIRST = ("role_admin", "head")  # who grants roles and who gives leave: offices of more than one have them
WAIVED_AT_FIRST = ("SOD-2", "SOD-3", "SOD-5")  # never SOD-1: nobody takes a task of their own off control


def now() -> datetime:
    """The clock on the wall, in the zone of this machine."""
    return datetime.now(UTC).astimezone()


def init(
    place: Place,
    operator: str,
    organisation: str,
    clock: Clock = now,
    regime: Mapping[str, Plain] = NO_DATA,
    profile: Profile = Profile.FILE,
) -> Answer:
    """Make a database with the shipped regulations; raises Exists, and leaves nothing behind if anything fails.

    `regime` says how the office counts its terms, as `engine.desk.regime` keeps it; without it what all have in common
    holds. `profile` is how a file is kept.
    """
    with new_store(place, profile) as store:
        return found(store, operator, organisation, clock, regime)


def found(
    store: Store, operator: str, organisation: str, clock: Clock, regime: Mapping[str, Plain] = NO_DATA
) -> Answer:
    """Found a workspace in an empty store: its regulations, its operator, who holds every role of the office.

    One person holds all of them at first, so that an office of one works from the first minute. Raises Misnamed for a
    name that nobody can be called by.
    """
    for type, name in (("person", operator), ("org", organisation)):
        wrong = misnamed(name, type)
        if wrong is not None:
            raise Misnamed(name, wrong)

    def steps(books: Books) -> Iterator[Step]:
        from engine.definition.shipped import shipped, shipped_names  # reads YAML and declines: here only

        held = dict.fromkeys(OWN_ROLES)
        for name in shipped_names():
            workflow = shipped(name)
            books.define(workflow)
            held |= dict.fromkeys(role.name for role in workflow.roles.values() if role.held_by == HELD_IN_OFFICE)
        person = books.register.party("person", operator)
        books.about = OFFICE_ID
        yield Open(OFFICE_ID, OFFICE.name, {}, {REGIME: dict(regime)} if regime else {})
        for role in (*held, "operator"):
            if role not in NEVER_AT_FIRST:
                yield _held(books, role, person)
        superior = books.register.party("org", organisation) if organisation else person
        if organisation:
            yield _held(books, ORGANISATION, superior)
        yield _alone(books, superior, clock())

    return Desk(store, clock, FOUNDER).act(Intent("init", steps))


def _held(books: Books, role: str, party: str) -> Record:
    """A role held since before there were books."""
    return Record(OFFICE_ID, books.new_id(RECORDS[TENURE].prefix), TENURE, {"role": role, "party": party})


def _alone(books: Books, superior: str, at: datetime) -> Record:
    """Leave from the duties that need two people, because nobody else is there; every audit shows it."""
    fields: dict[str, Plain] = {
        "duties": list(WAIVED_AT_FIRST),
        "who": superior,
        "why": say("founding-waiver", {}, "ru"),
        "until": date(at.year, 12, 31).isoformat(),
        "alone": True,
    }
    return Record(OFFICE_ID, books.new_id(RECORDS[WAIVER].prefix), WAIVER, fields)


def open_desk(place: Place, operator: str = "", clock: Clock = now) -> Desk:
    """The desk of a workspace; `operator` is an id or a name of the register, '' is who made the workspace.

    Raises Missing, Foreign, Newer, Busy, and NotFound for an operator whom nobody knows.
    """
    store = open_store(place)
    with store.reading() as ledger:
        if not operator:
            return Desk(store, clock, min(ledger.office().get("operator", (FOUNDER,))))
        parties = ledger.parties()
    found = next((party.id for party in parties if operator in (party.id, party.name)), None)
    if found is None:
        raise NotFound("party", operator, (party.name for party in parties))
    return Desk(store, clock, found)
