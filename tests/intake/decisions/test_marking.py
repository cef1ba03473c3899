from __future__ import annotations

from intake.contract import as_json
from tests.intake.readings import read

TEXT = (
    "ПРОТОКОЛ № 3\nзаседания комиссии по озеленению\n12.03.2024\n\nРЕШИЛИ:\n"
    "1. Посадить липы.\nОтв.: Липов И.И.,\nКлёнов П.П.\nСрок: до 25.04.2024\n"
    "2. Директору парка в срок до 01.05.2024 обеспечить:\n2.1. полив клёнов;\n2.2. обход дубов."
)


def marks() -> list[tuple[int, str, str, str]]:
    return [(mark.line, mark.path, mark.what, mark.value) for mark in read(TEXT).marks]


def test_each_fact_stands_in_its_line() -> None:
    found = marks()
    assert (7, "1", "executor", "Липов И.И.") in found
    assert (8, "1", "executor", "Клёнов П.П.") in found
    assert (9, "1", "deadline", "2024-04-25") in found


def test_what_a_heading_gives_is_marked_in_the_heading() -> None:
    found = [(line, path, what) for line, path, what, _ in marks()]
    assert (10, "2.2", "executor") in found and (10, "2.2", "deadline") in found
    assert (9, "2.2", "deadline") not in found


def test_the_contract_tells_the_lines_of_each_fact() -> None:
    first, second = as_json(read(TEXT), "ru")["items"][:2]
    assert (first["executor_lines"], first["deadline_lines"]) == ([7, 8], [9])
    assert (second["executor_lines"], second["deadline_lines"]) == ([10], [10])
