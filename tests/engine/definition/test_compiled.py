from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.definition.compiled import from_json, to_json, version_of
from engine.definition.shipped import shipped, shipped_names
from tests.engine.definition.samples import MEETING, changed, read_well


@pytest.mark.parametrize("name", shipped_names())
def test_a_shipped_definition_is_read_back_as_it_was(name: str) -> None:
    workflow = shipped(name)
    assert from_json(to_json(workflow)) == workflow
    assert to_json(from_json(to_json(workflow))) == to_json(workflow)


def test_the_order_of_the_stages_survives() -> None:
    assert list(from_json(to_json(shipped("management_cycle"))).stages)[:2] == ["goals", "indicators"]


def test_the_version_of_what_is_read_back_is_the_version_it_bears() -> None:
    again = from_json(to_json(read_well(MEETING)))
    assert version_of(again) == again.version


def test_a_changed_definition_is_not_equal_to_what_was_stored() -> None:
    assert from_json(to_json(read_well(MEETING))) != read_well(changed("en: Held", "en: Done"))


def test_what_we_did_not_write_is_not_read() -> None:
    stored = json.loads(to_json(read_well(MEETING)))
    with pytest.raises(ValueError, match="stored as resheno"):
        from_json(json.dumps({**stored, "schema": "resheno.workflow/9"}))


def test_neither_yaml_nor_morphology_is_loaded_to_read_it_back(tmp_path: Path) -> None:
    stored = tmp_path / "meeting.json"
    stored.write_text(to_json(read_well(MEETING)), "utf-8")
    program = (
        "import sys; from pathlib import Path; from engine.definition.compiled import from_json; "
        "w = from_json(Path(sys.argv[1]).read_text('utf-8')); "
        "print(w.name, sorted({'yaml', 'pymorphy3', 'networkx'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(stored)]
    root = Path(__file__).parents[3]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "meeting []"
