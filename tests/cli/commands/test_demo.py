"""The demonstration runs to its end, twice in one folder, and touches no database but its own."""

from __future__ import annotations

from pathlib import Path

from engine.store.window import look
from tests.cli.conftest import Type


def test_the_demonstration_takes_a_cycle_into_the_next_one(type_: Type, tmp_path: Path) -> None:
    said = type_("demo", tmp_path / "demo")
    assert said.code == 0, said.err
    assert "ОТКАЗ" in said.err
    with look(tmp_path / "demo" / "demo.resheno") as window:
        cycles = window.cases("management_cycle")
    assert cycles[0].stage == "closed"
    assert cycles[-1].subject["period"] == str(int(cycles[0].subject["period"]) + 1)
    assert len(list((tmp_path / "demo").glob("*.png"))) >= 4


def test_it_begins_anew_where_an_earlier_one_was(type_: Type, tmp_path: Path) -> None:
    document = tmp_path / "documents"
    document.mkdir()
    shipped = Path(__file__).parents[3] / "examples" / "zarechye-protocol.txt"
    (document / "one.txt").write_bytes(shipped.read_bytes())
    for _ in range(2):
        assert type_("demo", tmp_path / "out", "--documents", document).code == 0


def test_it_leaves_a_real_database_alone(type_: Type, tmp_path: Path) -> None:
    real = tmp_path / "demo.resheno"
    assert type_("init", "--db", real, "--organisation", "Лесной район").code == 0
    before = real.read_bytes()
    assert type_("demo", tmp_path).code == 1
    assert real.read_bytes() == before


def test_a_folder_without_documents_is_not_found(type_: Type, tmp_path: Path) -> None:
    assert type_("demo", tmp_path / "out", "--documents", tmp_path).code == 9
