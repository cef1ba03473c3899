"""Names that look alike are one name, and what looks like a name and is none is not put into the register."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.desk import tasks
from engine.desk.desk import Desk
from engine.desk.importing import bring_in
from engine.desk.names import LONGEST, folded, misnamed
from engine.desk.parties import correct, register
from engine.messages import fix, say
from engine.run.unknown import Misnamed
from engine.store.store import Party
from tests.office import IVANOVA, content_of, done, item, protocol, refused

LATIN_P = "Гpомов А.С."  # a Latin p in a Russian word
SEEN = ("Громов А.С.", LATIN_P, "ГPOMOB A.C.", "Громов А.С.\u200b", "гро\u00adмов  А. С.")


def people(desk: Desk) -> list[str]:
    with desk.store.reading() as ledger:
        return [party.name for party in ledger.parties() if party.type == "person"]


def test_names_that_look_alike_are_one() -> None:
    assert {folded(name) for name in SEEN} == {"громов а. с."}
    assert len({folded(name) for name in ("Громов А.С.", "Громова А.С.", "Громов А.В.", "Громов А.С. (методист)")}) == 4


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (LATIN_P, "name-mixed"),
        ("Громов A.C.", "name-mixed"),  # the initials are Latin
        ("3айцев И.И.", "name-mixed"),
        ("Smiтh John", "name-mixed"),
        ("Громов\nА.С.", "name-signs"),
        ("Громов\u200bА.С.", "name-signs"),
        ("\u202eГромов А.С.", "name-signs"),
        ("Γромов А.С.", "name-signs"),  # a Greek gamma
        ("Громов\x1b[31m А.С.", "name-signs"),
        ("Г" * (LONGEST + 1), "name-long"),
    ],
)
def test_what_looks_like_a_name_and_is_none_is_refused(desk: Desk, name: str, code: str) -> None:
    before = people(desk)
    assert refused(desk.act(register("person", name))) == [code]
    with pytest.raises(Misnamed):
        desk.act(tasks.add(tasks.NewTask("Подготовить справку", executors=(name,))))
    done(desk.act(register("person", "Ким О.В.")))
    assert refused(desk.act(correct("Ким О.В.", name))) == [code]
    assert people(desk) == [*before, "Ким О.В."]


@pytest.mark.parametrize(
    "name",
    ["Громов А.С.", "Ямщикова-Ким Ө. Ң.", "Smith J. P.", "Громов А.С. (методист)", "д'Артаньян Ш.", "Ёлкин\u00a0Й.И."],
)
def test_a_name_in_one_alphabet_is_a_name(name: str) -> None:
    assert misnamed(name) is None


@pytest.mark.parametrize("name", ["МБОУ «СОШ № 3»", "IT-куб", "Школа 12а", "Кванториум TOP", "ООО «Ромашка Lab»"])
def test_an_organisation_may_have_words_of_both_alphabets_and_figures(name: str) -> None:
    assert misnamed(name, "org") is None


def test_an_organisation_is_not_told_apart_by_a_letter_of_another_alphabet() -> None:
    assert misnamed("Шкoла 3", "org") is not None


def test_nobody_is_another_by_letters_that_look_alike(desk: Desk) -> None:
    known = done(desk.act(register("person", "Громов А.С."))).id
    again = done(desk.act(register("person", "ГРОМОВ А. С.")))
    assert again.repeated and again.id == known
    added = done(desk.act(tasks.add(tasks.NewTask("Подготовить справку", executors=(LATIN_P,)))))
    assert desk.case(added.id).fields["executors"] == [known]
    namesake = done(desk.act(register("person", "Громов А.С. (методист)")))
    assert namesake.id != known and not namesake.repeated, "who bears the same name is told apart by what follows it"


def test_a_document_is_read_as_it_is_and_its_people_are_those_who_are_known(desk: Desk) -> None:
    known = done(desk.act(register("person", "Иванова И.И."))).id
    odd, new = replace(IVANOVA, name="Ивaнова И.И."), replace(IVANOVA, name="Нoвикова Н.Н.")
    read = protocol((item("1", executors=(odd,)), item("2", executors=(new,))))
    done(desk.act(bring_in(read, content_of(read))))
    assert desk.case("П-1.1").fields["executors"] == [known]
    assert people(desk)[-1] == "Нoвикова Н.Н."
    assert refused(desk.act(correct("Новикова Н.Н.", "Новикoва Н.Н."))) == ["name-mixed"]
    done(desk.act(correct("Новикова Н.Н.", "Новикова Н.Н.")))
    assert people(desk)[-1] == "Новикова Н.Н.", "and it can be put right"


def test_of_two_whom_an_earlier_release_told_apart_the_first_is_meant(desk: Desk) -> None:
    with desk.store.writing() as ledger:
        ledger.register(Party("Л-2", "person", "Громов А.С.", ""))
        ledger.register(Party("Л-3", "person", LATIN_P, ""))
    assert done(desk.act(register("person", "Громов А.С."))).id == "Л-2"
    assert refused(desk.act(correct("Л-3", "Громов А.С."))) == ["name-taken"]
    done(desk.act(correct("Л-3", "Громов А.С. (дубль)")))
    assert people(desk)[1:] == ["Громов А.С.", "Громов А.С. (дубль)"]


@pytest.mark.parametrize("name", [LATIN_P, "Громов\nА.С.", "Г" * 999])
def test_what_is_wrong_with_a_name_is_said_on_one_line_in_both_languages(name: str) -> None:
    wrong = misnamed(name)
    assert wrong is not None
    for lang in ("ru", "en"):
        for said in (say(wrong.code, wrong.facts, lang), fix(wrong.code, wrong.facts, lang)):
            assert said and "\n" not in said and len(said) < 400
