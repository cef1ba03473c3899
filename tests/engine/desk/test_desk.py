from __future__ import annotations

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from engine.desk import tasks
from engine.desk.answer import Answer, Conflict, Done
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.desk.intent import Intent
from engine.desk.tasks import NewTask
from engine.desk.workspace import open_desk
from engine.run.refusal import Refused
from engine.run.unknown import NotFound, UnknownWord
from tests.office import content_of, desk_at, done, item, protocol, refused

ROOT = Path(__file__).parents[3]
NEW = tasks.add(NewTask("Позвонить", executors=("Ким О.В.",)))


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_key_makes_a_repetition_harmless(desk: Desk) -> None:
    first = done(desk.act(replace(NEW, key="once")))
    again = done(desk.act(replace(NEW, key="once")))
    assert (again.intent, again.id, again.repeated) == (first.intent, "Т-1", True)
    assert done(desk.act(replace(NEW, key="twice"))).id == "Т-2"


def test_a_key_that_was_used_for_another_command_is_refused_and_nothing_is_lost_under_a_success(desk: Desk) -> None:
    done(desk.act(replace(NEW, key="once", said="task add")))
    for other in (replace(NEW, said="task add something else"), tasks.take("Т-1", "accept")):
        refused = desk.act(replace(other, key="once"))
        assert isinstance(refused, Refused) and refused.because[0].code == "key-used"
        assert refused.because[0].facts["intent"] == "A-2"
    assert done(desk.act(replace(NEW, key="once", said="task add"))).repeated
    assert done(desk.act(replace(NEW, key="once"))).repeated  # nothing is known of what is said now
    assert not done(desk.act(replace(NEW, key="once more", said="task add"))).repeated


def test_a_key_of_which_nothing_was_said_is_known_by_its_kind_of_command(desk: Desk) -> None:
    done(desk.act(replace(NEW, key="once")))
    assert done(desk.act(replace(NEW, key="once", said="task add"))).repeated
    assert isinstance(desk.act(replace(tasks.take("Т-1", "accept"), key="once", said="task accept")), Refused)


def test_who_has_read_an_older_version_is_told(desk: Desk) -> None:
    done(desk.act(NEW))
    accept = tasks.take("Т-1", "accept")
    assert desk.act(replace(accept, expect={"Т-1": 7})) == Conflict("Т-1", 7, 1)
    assert desk.case("Т-1").stage == "registered"
    done(desk.act(replace(accept, expect={"Т-1": 1})))


def test_an_entry_knows_five_things_about_itself(desk: Desk) -> None:
    done(desk.act(replace(NEW, happened_on=date(2026, 11, 19))))
    act = replace(tasks.take("Т-1", "accept"), on_behalf_of="Л-2", ground="письмо № 5", happened_on=date(2026, 11, 20))
    (entry,) = done(desk.act(act)).entries
    assert (entry.told.typed_by, entry.told.on_behalf_of, entry.told.ground) == ("Л-1", "Л-2", "письмо № 5")
    assert (entry.told.happened_on, entry.told.recorded_at) == (date(2026, 11, 20), desk.clock())


def test_only_a_clerk_types_for_others(desk: Desk) -> None:
    done(desk.act(NEW))
    kims = Desk(desk.store, desk.clock, "Л-2")
    done(desk.act(tasks.add(NewTask("Написать", executors=("Юн А.А.",)))))
    assert refused(kims.act(tasks.take("Т-2", "accept"))) == ["not-clerk"]
    done(kims.act(tasks.take("Т-1", "accept")))


@pytest.mark.parametrize(
    "spoil",
    [
        replace(NEW, dry=True),
        tasks.take("Т-1", "acept"),
        tasks.take("Т-9", "accept"),
        replace(tasks.take("Т-1", "accept"), expect={"Т-1": 7}),
    ],
    ids=["rehearsal", "unknown word", "unknown id", "conflict"],
)
def test_what_records_nothing_leaves_the_file_byte_for_byte_as_it_was(database: Path, spoil: Intent) -> None:
    desk = open_desk(database)
    done(desk.act(NEW))
    before = fingerprint(database)
    with suppress(UnknownWord, NotFound):
        desk.act(spoil)
    assert fingerprint(database) == before
    done(desk.act(tasks.take("Т-1", "accept")))
    assert fingerprint(database) != before


def test_a_refusal_by_rule_is_recorded_and_changes_no_case(database: Path) -> None:
    desk = open_desk(database)
    done(desk.act(NEW))
    refused(desk.act(tasks.take("Т-1", "confirm")))
    with desk.store.reading() as ledger:
        assert ledger.refusals() == (("Т-1", "confirm"),)
        assert len(ledger.history("Т-1")) == 1


def test_many_writers_at_once_all_succeed(database: Path) -> None:
    desk = open_desk(database)
    paper = protocol([item(str(number)) for number in range(1, 7)])
    done(desk.act(bring_in(paper, content_of(paper))))
    script = (
        "import sys, pathlib; from engine.desk import tasks; from engine.desk.workspace import open_desk;"
        "desk = open_desk(pathlib.Path(sys.argv[1]));"
        "print(type(desk.act(tasks.take(sys.argv[2], 'accept'))).__name__)"
    )
    every = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(database), f"П-1.{number}"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for number in range(1, 7)
    ]
    assert [process.communicate()[0].strip() for process in every] == ["Done"] * 6
    with desk.store.reading() as ledger:
        assert {ledger.known_case(f"П-1.{number}").stage for number in range(1, 7)} == {"in_work"}
        assert [each.intent for each in ledger.intents()] == [f"A-{number}" for number in range(1, 9)]


def at_once(database: Path, intent: Intent, times: int) -> list[Answer]:
    """The answers to as many writers, each at a desk of its own."""
    with ThreadPoolExecutor(times) as people:
        return list(people.map(lambda _: open_desk(database).act(intent), range(times)))


def test_of_many_who_have_read_one_version_one_wins_and_the_others_are_told(database: Path) -> None:
    done(open_desk(database).act(NEW))
    answers = at_once(database, replace(tasks.take("Т-1", "accept"), expect={"Т-1": 1}), 8)
    assert sum(isinstance(answer, Done) for answer in answers) == 1
    assert answers.count(Conflict("Т-1", 1, 2)) == 7


def test_a_lost_answer_asked_for_again_is_carried_out_once(database: Path) -> None:
    answers = [done(answer) for answer in at_once(database, replace(NEW, key="once"), 8)]
    assert {answer.id for answer in answers} == {"Т-1"}
    assert sum(not answer.repeated for answer in answers) == 1


def test_nobody_acts_for_somebody_who_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.act(replace(NEW, on_behalf_of="Л-77"))
    done(desk.act(replace(NEW, on_behalf_of="Л-1")))


def test_the_desk_stands_on_any_store(database: Path) -> None:
    from engine.store.memory import MemoryStore

    for desk in (desk_at(MemoryStore()), open_desk(database)):
        assert done(desk.act(NEW)).id == "Т-1"
