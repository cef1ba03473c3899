"""What every store keeps: one class of promises, inherited for each store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.definition.shipped import shipped
from engine.run.event import Event, Plain, Told
from engine.run.fold import fold
from engine.run.refusal import Because, Refused
from engine.run.unknown import NotFound
from engine.store.errors import Behind
from engine.store.memory import MemoryStore
from engine.store.place import Server
from engine.store.postgres import PostgresStore, new_database
from engine.store.sqlite import SqliteStore, new_file
from engine.store.store import Document, Party, Store
from engine.store.window import look
from tests.office import DAY, Stopped

AT = Stopped()()
TOLD = Told("Л-1", "Л-1", "", DAY, AT)


def opened(case: str = "К-1", version: int = 1) -> Event:
    workflow = shipped("management_cycle")
    subject: dict[str, Plain] = {"organisation": "О-1", "mechanism": "1.2", "period": "2026"}
    data: dict[str, Plain] = {"workflow": workflow.name, "workflow_version": workflow.version, "stage": "goals"}
    return Event(case, version, "opened", TOLD, {**data, "subject": subject, "fields": subject, "trusted": []})


def recorded(version: int = 2, record: str = "ЦЛ-1") -> Event:
    data: dict[str, Plain] = {"record": record, "kind": "goal", "fields": {"text": "Снизить долю"}, "links": []}
    return Event("К-1", version, "recorded", TOLD, data)


def kept_document(store: Store, sha256: str) -> tuple[str, bytes | None]:
    if isinstance(store, MemoryStore):
        with store.reading() as ledger:
            kept = ledger.documents_[sha256]
        return kept.name, kept.content
    assert isinstance(store, SqliteStore | PostgresStore)
    with look(store.path if isinstance(store, SqliteStore) else store.server) as window:
        return window.document(sha256)


class StorePromise:
    """What every store keeps. A subclass gives the store."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> Store:
        raise AssertionError("a subclass gives the store")

    @pytest.fixture
    def kept(self, store: Store) -> Store:
        """The store, with one cycle that has one goal."""
        with store.writing() as ledger:
            ledger.define(shipped("management_cycle"))
            ledger.append("case.start", "К-1", "", [opened()], AT)
            ledger.append("goal.add", "ЦЛ-1", "once", [recorded()], AT)
        return store

    def test_what_was_written_is_read_back(self, kept: Store) -> None:
        with kept.reading() as ledger:
            assert ledger.history("К-1") == (opened(), recorded())
            assert ledger.known_case("К-1").version == 2
            assert ledger.streams() == ledger.cases() == ("К-1",)

    def test_the_second_writer_of_a_version_is_told(self, kept: Store) -> None:
        with pytest.raises(Behind, match="К-1 has 2 entries, not 1"), kept.writing() as ledger:
            ledger.append("goal.add", "ЦЛ-2", "", [recorded(2, "ЦЛ-2")], AT)
        with kept.writing() as ledger:
            ledger.append("goal.add", "ЦЛ-2", "", [recorded(3, "ЦЛ-2")], AT)

    def test_a_version_cannot_be_left_out(self, kept: Store) -> None:
        with pytest.raises(Behind), kept.writing() as ledger:
            ledger.append("goal.add", "ЦЛ-2", "", [recorded(4, "ЦЛ-2")], AT)

    def test_what_was_folded_by_the_writer_is_the_case(self, kept: Store) -> None:
        more = (recorded(3, "ЦЛ-2"), recorded(4, "ЦЛ-3"))
        made = fold((opened(), recorded(), *more))
        with kept.writing() as ledger:
            ledger.append("goal.add", "ЦЛ-2", "", more, AT, {"К-1": made})
            assert (ledger.case("К-1"), ledger.history("К-1")) == (made, (opened(), recorded(), *more))
        with kept.writing() as ledger:
            before = ledger.projections()
            ledger.rebuild()
            assert (ledger.case("К-1"), ledger.projections()) == (made, before)

    def test_what_was_begun_and_failed_leaves_nothing(self, kept: Store) -> None:
        with kept.reading() as ledger:
            before = (ledger.history("К-1"), ledger.projections(), ledger.intents(), ledger.parties())
        with pytest.raises(ZeroDivisionError), kept.writing() as ledger:
            ledger.append("goal.add", "ЦЛ-2", "", [recorded(3, "ЦЛ-2")], AT)
            ledger.register(Party("Л-1", "person", "Ким О.В."))
            raise ZeroDivisionError
        with kept.reading() as ledger:
            assert (ledger.history("К-1"), ledger.projections(), ledger.intents(), ledger.parties()) == before

    def test_intents_are_numbered_without_gaps_and_found_by_their_key(self, kept: Store) -> None:
        with kept.reading() as ledger:
            assert [each.intent for each in ledger.intents()] == ["A-1", "A-2"]
            again = ledger.answered("once")
            assert again is not None and (again.intent, again.about) == ("A-2", "ЦЛ-1")
            assert ledger.answered("never") is None
            assert ledger.entries_of("A-2") == (recorded(),)

    def test_cases_are_found_by_what_they_are_about(self, kept: Store) -> None:
        with kept.reading() as ledger:
            key = next(row["value"] for row in ledger.projections()["case_key"] if row["name"] == "subject")
            assert ledger.find("subject", key) == ("К-1",)
            assert ledger.find("subject", key.replace("2026", "2027")) == ()

    def test_a_record_knows_its_case(self, kept: Store) -> None:
        with kept.reading() as ledger:
            assert ledger.owner("ЦЛ-1") == "К-1"
            with pytest.raises(NotFound) as error:
                ledger.owner("ЦЛ-11")
            assert error.value.near == ("ЦЛ-1",)

    def test_a_case_that_is_not_there_is_a_lookup_that_fails(self, kept: Store) -> None:
        with kept.reading() as ledger:
            assert ledger.case("К-2") is None
            with pytest.raises(NotFound):
                ledger.known_case("К-2")

    def test_numbers_are_never_given_out_twice(self, kept: Store) -> None:
        undone = Event("К-1", 3, "undone", TOLD, {"intent": "A-1", "versions": [1, 2]})
        with kept.writing() as ledger:
            assert (ledger.last_number("К"), ledger.last_number("ЦЛ"), ledger.last_number("П")) == (1, 1, 0)
            ledger.append("undo", "A-1", "", [undone], AT)
        with kept.reading() as ledger:
            assert ledger.case("К-1") is None and ledger.cases() == ()
            assert (ledger.last_number("К"), ledger.last_number("ЦЛ")) == (1, 1)

    def test_projections_made_again_are_the_same(self, kept: Store) -> None:
        with kept.writing() as ledger:
            before = ledger.projections()
            ledger.rebuild()
            assert ledger.projections() == before
            assert before["record"] and before["case_stage"]

    def test_a_refusal_takes_no_version(self, kept: Store) -> None:
        with kept.writing() as ledger:
            ledger.refuse(Refused("К-1", "advance", (Because("unmet"),), TOLD))
        with kept.reading() as ledger:
            assert ledger.refusals() == (("К-1", "advance"),)
            assert ledger.known_case("К-1").version == 2

    def test_the_newest_version_of_a_regulation_is_the_one_in_force(self, kept: Store) -> None:
        newer = replace(shipped("management_cycle"), version="newer")
        with kept.writing() as ledger:
            ledger.define(newer)
        with kept.reading() as ledger:
            assert ledger.workflow("management_cycle").version == "newer"
            assert ledger.workflow("management_cycle", shipped("management_cycle").version) == shipped(
                "management_cycle"
            )
            with pytest.raises(NotFound):
                ledger.workflow("managment_cycle")

    def test_the_same_document_is_kept_once(self, kept: Store) -> None:
        document = Document("ab" * 32, "протокол.txt", 3, b"abc")
        with kept.writing() as ledger:
            ledger.keep(document)
            ledger.keep(replace(document, name="копия.txt"))
        assert kept_document(kept, document.sha256) == ("протокол.txt", b"abc")

    def test_the_register_gives_back_whom_it_was_given(self, kept: Store) -> None:
        kim = Party("Л-1", "person", "Ким О.В.", "директор")
        with kept.writing() as ledger:
            ledger.register(kim)
        with kept.reading() as ledger:
            assert ledger.parties() == (kim,)

    def test_what_the_register_says_of_somebody_is_put_right_and_nobody_else_is_touched(self, store: Store) -> None:
        kim, ryabov = Party("Л-1", "person", "Кин О.В.", "методист"), Party("Л-2", "person", "Рябов С.С.")
        with store.writing() as ledger:
            ledger.register(kim)
            ledger.register(ryabov)
        with store.writing() as ledger:
            ledger.correct(replace(kim, name="Ким О.В."))
        with store.reading() as ledger:
            assert ledger.parties() == (replace(kim, name="Ким О.В."), ryabov)

    def test_the_regulations_that_are_kept_are_known_by_name(self, kept: Store) -> None:
        with kept.reading() as ledger:
            assert ledger.workflows() == ("management_cycle",)


class TestMemory(StorePromise):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Store:
        return MemoryStore()

    def test_a_writer_who_folds_wrongly_is_found_out(self, kept: Store) -> None:
        with pytest.raises(ValueError, match="К-1"), kept.writing() as ledger:
            ledger.append("goal.add", "ЦЛ-2", "", [recorded(3, "ЦЛ-2")], AT, {"К-1": ledger.case("К-1")})


class TestSqlite(StorePromise):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Store:
        with new_file(tmp_path / "office.resheno"):
            pass
        return SqliteStore(tmp_path / "office.resheno")


class TestPostgres(StorePromise):
    @pytest.fixture
    def store(self, server: Server) -> Store:
        with new_database(server):
            pass
        return PostgresStore(server)
