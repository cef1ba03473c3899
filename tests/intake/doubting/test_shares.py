from __future__ import annotations

import pytest

from intake.doubting.shares import shares
from intake.paper import Line


def found(text: str) -> list[str]:
    return [problem.facts["stated"] for problem in shares("invented.txt", [Line(1, text)])]


@pytest.mark.parametrize(
    "text",
    [
        "Липы посажены в 7 из 20 дворов (45 %).",
        "Доля дворов с липами – 45% (7 из 20).",
        "Полито 7 из 20 клёнов, что составляет 45 процентов.",
    ],
)
def test_a_share_that_its_counts_do_not_give_is_named(text: str) -> None:
    assert found(text) == ["45"]
    assert found(text.replace("45", "35")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Липы посажены в 1 из 3 дворов (33 %).",
        "Липы посажены в 2 из 3 дворов (66,6 %).",
        "Полито 7 из 20 клёнов; план выполнен на 45 %.",
        "Выбрано 3 из 0 дворов (45 %).",
        "С 7 из 20 дворов (кварталы 4 и 5) собрано 45 % листвы.",
    ],
)
def test_rounding_and_numbers_that_do_not_belong_together_are_no_doubt(text: str) -> None:
    assert found(text) == []
