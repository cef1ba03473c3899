"""A database with one document in it, made once, and a way to type commands at it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENT = EXAMPLES / "zarechye-protocol.txt"


@dataclass(frozen=True)
class Said:
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The `data` of its JSON."""
        return json.loads(self.out)["data"]


Type = Callable[..., Said]


@pytest.fixture(autouse=True)
def _russian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESHENO_LANG", "ru")
    monkeypatch.setenv("COLUMNS", "100")  # runners of tests set a width of their own
    monkeypatch.delenv("RESHENO_DB", raising=False)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database that every test gets a copy of."""
    path = tmp_path_factory.mktemp("made") / "base.resheno"
    head = ["--lang", "ru", "--db", str(path), "--quiet"]
    assert main([*head, "init", "--operator", "Орлова Т.П.", "--organisation", "Управление образования Заречья"]) == 0
    assert main([*head, "protocol", "import", str(DOCUMENT), "--yes"]) == 0
    return path


@pytest.fixture
def base(made: Path, tmp_path: Path) -> Path:
    """A database of one's own."""
    return Path(shutil.copy(made, tmp_path / "base.resheno"))


@pytest.fixture
def type_(capsys: pytest.CaptureFixture[str]) -> Type:
    """Type a command line: words, or one text that is split at blanks."""

    def typed(*words: str | Path) -> Said:
        capsys.readouterr()
        args = str(words[0]).split() if len(words) == 1 else [str(word) for word in words]
        code = main(args)
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return typed


@pytest.fixture
def at(base: Path, type_: Type) -> Type:
    """Type a command line at the database."""
    return lambda *words: type_("--db", base, *(str(words[0]).split() if len(words) == 1 else words))
