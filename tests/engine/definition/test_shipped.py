from __future__ import annotations

import pytest

from engine.definition.shipped import mechanisms, shipped, shipped_names, source
from engine.definition.soundness import check


@pytest.mark.parametrize("name", shipped_names())
def test_what_is_shipped_reads_well_and_is_sound(name: str) -> None:
    workflow = shipped(name)
    assert workflow.name == name
    assert check(workflow) == ()
    assert shipped(name) is workflow


def test_only_what_is_shipped_is_found() -> None:
    with pytest.raises(KeyError):
        shipped("../pyproject")
    with pytest.raises(KeyError):
        source("no_such_workflow")


def test_the_mechanisms_come_in_the_order_of_their_codes() -> None:
    assert [one.code for one in mechanisms()] == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4"]
