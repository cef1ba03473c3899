from __future__ import annotations

import hashlib
from datetime import date

import pytest

from engine.desk import cycles, records
from engine.desk.desk import Desk
from engine.desk.records import Proof
from engine.run.unknown import NotFound, UnknownWord
from tests.office import done, refused


@pytest.fixture
def office(desk: Desk) -> Desk:
    """An office with a cycle that has one goal."""
    done(desk.act(cycles.start("О-1", "1.2", "2026")))
    done(desk.act(records.add("К-1", "goal", {"text": "Снизить долю"})))
    return desk


def test_a_record_is_numbered_in_the_letters_of_its_kind(office: Desk) -> None:
    assert done(office.act(records.add("К-1", "indicator", {"name": "Доля"}, ("ЦЛ-1",)))).id == "ПК-1"
    assert done(office.act(records.add("К-1", "indicator", {"name": "Число"}))).id == "ПК-2"


def test_values_are_read_as_people_write_them(office: Desk) -> None:
    fields = {"name": "Доля", "base": "12,5", "targets": "2026=12,5; 2027=11"}
    done(office.act(records.add("К-1", "indicator", fields)))
    assert office.case("К-1").records["ПК-1"].fields == {
        "name": "Доля",
        "base": "12.5",
        "targets": {"2026": "12.5", "2027": "11"},
    }


@pytest.mark.parametrize("fields", [{"value": "много"}, {"date": "31.02.2026"}])
def test_a_value_of_another_kind_is_refused(office: Desk, fields: dict[str, str]) -> None:
    assert refused(office.act(records.add("К-1", "measurement", fields))) == ["field-misstated"]
    done(office.act(records.add("К-1", "measurement", {"value": "12", "date": "28.02.2026"})))


def test_a_required_field_has_to_be_stated(office: Desk) -> None:
    assert refused(office.act(records.add("К-1", "indicator", {"unit": "%"}))) == ["field-missing"]


def test_kinds_and_fields_that_nobody_knows_are_wrong_usage(office: Desk) -> None:
    with pytest.raises(UnknownWord):
        office.act(records.add("К-1", "gaol", {"text": "Цель"}))
    with pytest.raises(UnknownWord):
        office.act(records.add("К-1", "goal", {"txet": "Цель"}))


def test_a_record_points_back_only_where_its_kind_may(office: Desk) -> None:
    done(office.act(records.add("К-1", "indicator", {"name": "Доля"})))
    assert refused(office.act(records.link("ЦЛ-1", "ПК-1"))) == ["link-misplaced"]
    done(office.act(records.link("ПК-1", "ЦЛ-1")))
    assert refused(office.act(records.link("ПК-1", "ЦЛ-1"))) == ["link-exists"]
    assert office.case("К-1").records["ПК-1"].links == ("ЦЛ-1",)


def test_a_record_that_is_not_there_cannot_be_linked(office: Desk) -> None:
    with pytest.raises(NotFound):
        office.act(records.link("ПК-7", "ЦЛ-1"))


def test_a_record_is_put_right(office: Desk) -> None:
    done(office.act(records.edit("ЦЛ-1", {"grounds": "анализ"})))
    assert office.case("К-1").records["ЦЛ-1"].fields == {"text": "Снизить долю", "grounds": "анализ"}


def test_a_document_is_known_by_its_fingerprint_and_its_bytes_are_kept(office: Desk) -> None:
    proof = Proof("приказ.pdf", "приказ", "5", date(2026, 9, 1), "3", b"bytes")
    done(office.act(records.prove("ЦЛ-1", proof)))
    (kept,) = office.case("К-1").records["ЦЛ-1"].evidence
    assert kept == {
        "title": "приказ.pdf",
        "kind": "приказ",
        "number": "5",
        "date": "2026-09-01",
        "page": "3",
        "sha256": hashlib.sha256(b"bytes").hexdigest(),
    }


def test_a_case_as_a_whole_can_be_proved_too(office: Desk) -> None:
    done(office.act(records.prove("К-1", Proof("письмо"))))
    assert [proof["title"] for proof in office.case("К-1").evidence] == ["письмо"]


def test_what_is_neither_case_nor_record_cannot_be_proved(office: Desk) -> None:
    with pytest.raises(NotFound):
        office.act(records.prove("ЦЛ-9", Proof("письмо")))


def test_a_file_too_large_to_be_kept_is_known_by_its_fingerprint_alone(office: Desk) -> None:
    mark = hashlib.sha256(b"large").hexdigest()
    done(office.act(records.prove("ЦЛ-1", Proof("съёмка.mp4", sha256=mark, size=records.KEPT + 1))))
    (kept,) = office.case("К-1").records["ЦЛ-1"].evidence
    assert (kept["title"], kept["sha256"]) == ("съёмка.mp4", mark)


def test_bytes_at_hand_say_themselves_what_they_are(office: Desk) -> None:
    done(office.act(records.prove("ЦЛ-1", Proof("приказ.pdf", content=b"bytes", sha256="0" * 64, size=7))))
    (kept,) = office.case("К-1").records["ЦЛ-1"].evidence
    assert kept["sha256"] == hashlib.sha256(b"bytes").hexdigest()
