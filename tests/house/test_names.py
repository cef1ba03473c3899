"""Our top-level names are ours alone in the environment: a second owner would overwrite them silently."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]


def ours() -> list[str]:
    """The packages that the wheel installs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return list(project["tool"]["uv"]["build-backend"]["module-name"])


def intruders(owners: Mapping[str, list[str]]) -> list[str]:
    """'diagrams belongs to diagrams too' for each of our names that another distribution owns as well."""
    return [
        f"{name} belongs to {other} too"
        for name in ours()
        for other in sorted(set(owners.get(name, [])))
        if other != "resheno"
    ]


def test_nobody_else_owns_one_of_our_names() -> None:
    assert intruders(packages_distributions()) == []


def test_an_intruder_is_named() -> None:
    assert intruders({"diagrams": ["resheno", "diagrams"]}) == ["diagrams belongs to diagrams too"]


def test_every_layer_stands_in_the_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    assert sorted(name for layer in layers for name in layer.split(" | ")) == sorted(ours())
