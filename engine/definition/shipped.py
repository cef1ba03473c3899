"""The definitions that come with the program, read once per run; what is shipped has no problems."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from engine.definition.mechanisms import read_mechanisms
from engine.definition.reading import read
from engine.definition.workflow import Mechanism, Workflow
from engine.problems import Problem

SHIPPED = ("management_cycle", "assignment", "protocol")
SOURCES = (*SHIPPED, "mechanisms", "regimes")
FOLDER = "workflows"


class Faulty(Exception):
    """A definition of our own has problems: the program as installed is broken."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{problem.where}: {problem.code} {dict(problem.facts)}" for problem in problems))
        self.problems = problems


def shipped_names() -> tuple[str, ...]:
    """The names that `shipped` knows."""
    return SHIPPED


def source(name: str) -> str:
    """The YAML of a shipped file, as it was written. Raises KeyError for a name that is not shipped."""
    if name not in SOURCES:
        raise KeyError(name)
    return files(FOLDER).joinpath(f"{name}.yaml").read_text("utf-8")


@cache
def shipped(name: str) -> Workflow:
    """The definition of that name. Raises KeyError for a name that is not shipped."""
    workflow, problems = read(source(name), f"{FOLDER}/{name}.yaml")
    if workflow is None or problems:
        raise Faulty(problems)
    return workflow


@cache
def mechanisms() -> tuple[Mechanism, ...]:
    """The shipped mechanisms, in the order of their codes."""
    found, problems = read_mechanisms(source("mechanisms"), f"{FOLDER}/mechanisms.yaml")
    if problems:
        raise Faulty(problems)
    return found
