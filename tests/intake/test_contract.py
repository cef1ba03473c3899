from __future__ import annotations

import json
from pathlib import Path

import pytest

from intake.contract import as_json
from intake.opening import open_paper
from intake.reading import read_file, read_paper
from tests.intake.readings import paper_of, read

TEXT = (
    "ПРОТОКОЛ № 3\nзаседания комиссии\nг. Липовск 12.03.2024\n\nРЕШИЛИ:\n"
    "1. Отделу парков посадить липы до 01.05.2024.\n\nпо рукам\n"
)
KEYS = {
    "schema", "source", "kind", "body", "number", "date", "place", "topic", "chair", "secretary", "controller",
    "organisation", "attendance", "quorum", "agenda", "items", "tables", "problems", "doubts", "lines",
}  # fmt: skip
ITEM_KEYS = {
    "path", "kind", "text", "addressee", "addressee_nominative", "executors", "deadline_raw", "deadline", "mechanisms",
    "stages", "because", "depends_on", "lines", "executor_lines", "deadline_lines",
}  # fmt: skip


def test_the_answer_has_the_fields_of_the_contract_and_no_others() -> None:
    answer = as_json(read(TEXT), "ru")
    assert set(answer) == KEYS
    assert set(answer["items"][0]) == ITEM_KEYS
    assert answer["schema"] == "resheno.protocol/1"


def test_days_are_iso_text_and_what_is_missing_is_null() -> None:
    answer = as_json(read(TEXT), "ru")
    assert (answer["date"], answer["chair"], answer["quorum"]) == ("2024-03-12", None, None)
    assert answer["items"][0]["deadline"]["due"] == "2024-05-01"
    assert json.loads(json.dumps(answer, ensure_ascii=False)) == answer


def test_complaints_speak_the_language_asked_for() -> None:
    russian, english = as_json(read(TEXT), "ru"), as_json(read(TEXT), "en")
    assert "Секретарь не назван." in [problem["text"] for problem in russian["problems"]]
    assert "The secretary is not named." in [problem["text"] for problem in english["problems"]]


def test_every_line_is_read_or_listed() -> None:
    lines = as_json(read(TEXT), "ru")["lines"]
    assert lines["read"] + len(lines["unread"]) == lines["total"] == len(TEXT.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "РЕШИЛИ:",
        "1.",
        "-",
        "|",
        "\t\t",
        "Срок:",
        "Приложение",
        "№",
        "РЕШИЛИ:\n1.1.1.1.1.1. а) - б)",
        "«" * 300,
        "1. " * 200,
    ],
)
def test_scraps_are_read_without_a_fall(text: str) -> None:
    protocol = read(text)
    assert len(protocol.roles_of_lines) == protocol.lines_total


def test_a_file_and_its_lines_give_one_reading(tmp_path: Path) -> None:
    file = tmp_path / "protocol.txt"
    file.write_text(TEXT, "utf-8")
    assert read_file(file) == read_paper(open_paper(file))


def test_reading_twice_gives_the_same() -> None:
    assert read_paper(paper_of(TEXT)) == read_paper(paper_of(TEXT))
