"""A regulation of one's own: the example of the manual published, and a case of it taken through its life by words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Type

MANUAL = Path(__file__).parents[3] / "docs" / "workflow-format.md"


@pytest.fixture
def published(at: Type, tmp_path: Path) -> Type:
    example = re.search(r"```yaml\n(workflow: .*?)```", MANUAL.read_text("utf-8"), re.DOTALL)
    assert example is not None
    (tmp_path / "round.yaml").write_text(example[1], encoding="utf-8")
    assert at("workflow", "publish", tmp_path / "round.yaml").code == 0
    return at


@pytest.mark.parametrize("name", ["vaccination_round", "Кампания вакцинации", "vaccination round"])
def test_it_is_started_by_its_name_or_its_title(name: str, published: Type) -> None:
    assert published("case", "start", name, "Заречный", "2026").code == 0
    (case,) = published("case", "list", "--workflow", name, "--format", "json").data
    assert (case["workflow"], case["subject"]) == ("vaccination_round", {"district": "Заречный", "year": "2026"})


def test_it_is_taken_through_its_life(published: Type) -> None:
    assert published("case", "start", "vaccination_round", "Заречный", "2026").code == 0
    case = published("case list --workflow vaccination_round --format json").data[0]["id"]
    assert published("case", "advance", case).code == 1  # nothing is needed yet
    assert published("record", "add", case, "--kind", "потребность", "--field", "doses=120").code == 0
    assert published("case", "advance", case).code == 0
    back = published("case", "return", case, "Планирование", "--reason", "не тот район")
    assert back.code == 0
    assert published("case", "show", case, "--format", "json").data["case"]["stage"] == "planning"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("vaccination_rond", "Заречный", "2026", "x"), 2, "vaccination_round"),
        (("vaccination_round", "Заречный"), 2, "year"),
        (("vaccination_round", "Заречный", "2026", "--at", "Планированье"), 2, "planning"),
    ],
)
def test_what_is_no_regulation_no_subject_or_no_stage_is_said(
    words: tuple[str, ...], code: int, said: str, published: Type, base: Path
) -> None:
    before = base.read_bytes()
    answer = published("case", "start", *words)
    assert answer.code == code and said in answer.err
    assert base.read_bytes() == before
