from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.definition.compiled import from_json, to_json, version_of
from engine.definition.shipped import shipped, shipped_names
from tests.engine.definition.samples import MEETING, changed, read_well

ROOT = Path(__file__).parents[3]


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
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "meeting []"


SCENE = """
case = Thing("meeting", "К-1", {}, (), date(2026, 11, 23))
asked = Thing("question", "ВП-1", {"text": "О сроках"}, (), date(2026, 11, 23))
scene = Scene(case, (case, asked), (), {}, date(2026, 11, 23))
for stage in workflow.stages.values():
    for rule in stage.complete_when:
        said = (tell(rule, workflow.lexicon, lang) for lang in ("ru", "en"))
        print(judge(rule, scene).holds.value, *said, sep=" | ")
"""
ALONE = """
import sys
from datetime import date
from pathlib import Path

class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("yaml", "pymorphy3", "pymorphy3_dicts_ru", "networkx"):
            raise ImportError(name)

sys.meta_path.insert(0, Nothing())
from engine.definition.compiled import from_json
from engine.rules.judging import judge
from engine.rules.telling import tell
from engine.rules.thing import Scene, Thing

workflow = from_json(Path(sys.argv[1]).read_text("utf-8"))
"""


def judged_alone(tmp_path: Path, stored: str) -> subprocess.CompletedProcess[str]:
    """What a definition judges and says where neither YAML nor morphology can be imported."""
    file = tmp_path / "meeting.json"
    file.write_text(stored, "utf-8")
    command = [sys.executable, "-X", "utf8", "-c", ALONE + SCENE, str(file)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, encoding="utf-8")


def test_rules_are_judged_and_told_without_morphology_and_yaml(tmp_path: Path) -> None:
    done = judged_alone(tmp_path, to_json(read_well(MEETING)))
    assert done.stdout.splitlines() == [
        "satisfied | есть вопрос | there is a question",
        "pending | у каждого вопроса есть ответ | each question has an answer",
        "satisfied | у каждого ответа указана дата | for each answer, the date is stated",
        "satisfied | у каждого ответа есть подтверждение | each answer has evidence",
        "satisfied | у каждого ответа есть вопрос | each answer has a question",
    ], done.stderr


def test_without_the_stored_forms_morphology_would_be_missed(tmp_path: Path) -> None:
    stored = json.loads(to_json(read_well(MEETING)))
    for name in stored["lexicon"]["kinds"].values():
        name.update(forms={}, agrees="")
    done = judged_alone(tmp_path, json.dumps(stored))
    assert done.returncode and "ImportError: pymorphy3" in done.stderr


@pytest.mark.parametrize("name", shipped_names())
def test_every_name_of_a_shipped_definition_is_stored_with_its_forms(name: str) -> None:
    lexicon = shipped(name).lexicon
    names = [*lexicon.kinds.values(), *lexicon.roles.values()]
    names += [attribute.name for found in lexicon.attributes.values() for attribute in found.values()]
    assert all(len(each.forms) == 13 and each.agrees in ("m", "f", "n", "pl") for each in names)
