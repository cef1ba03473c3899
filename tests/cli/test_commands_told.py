"""Every command that a message or the code tells somebody to type is one that there is, with options that it takes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from cli.lazy import build
from cli.options import in_english
from cli.register import COMMANDS, Entry
from engine.messages.catalogue import WORDS
from tests.cli.conftest import Type

ROOT = Path(__file__).parents[2]
TOLD = re.compile(r"(?<![\w./_-])resheno (?![:;,.])([^\n]*)")
ENDS = re.compile(r"[;:)(]\s|[;:)]$|[.,]\s|\. |\.$|, ")  # of a command in a sentence
OPTION = re.compile(r"(?<![\w-])(--?[A-Za-zА-Яа-яё][\wа-яё-]*)")
QUOTED = re.compile(r'"[^"]*"')
WORD = re.compile(r"[a-zа-яё][a-zа-яё-]*", re.IGNORECASE)
# Words that stand behind the name of the program in a sentence, where nobody is told to type anything.
PROSE = {"и", "или", "with", "again", "any", "заново", "здесь", "writes", "on", "NOUN"}
NO_TALK = {"shells.py", "postgres.py", "postgres_server.py", "postgres_tables.py", "upgrading.py"}  # scripts and SQL
SIGNS = "«»'‘’“”"  # no shell takes the first for quotes, and cmd.exe not the others


def commands_in(text: str) -> Iterator[str]:
    """What is to be typed, as far as its options go: to the next sign that ends it, or the next command."""
    for found in TOLD.finditer(text):
        for part in found[1].split("resheno "):
            yield part.strip()


def entry_of(words: list[str]) -> Entry | None:
    """The command that words name, by any of its names; None for what is no command."""
    entry = next((each for each in COMMANDS if each.answers_to(words[0])), None)
    if entry is None or not entry.verbs:
        return entry
    verb = next((each for each in entry.verbs if words[1:] and each.answers_to(words[1])), None)
    return verb or next((each for each in entry.verbs if each.name == entry.default), None)


@cache
def taken(home: str) -> frozenset[str]:
    """The options of the command at this home, global ones too."""
    entry = next(each for noun in COMMANDS for each in (noun, *noun.verbs) if each.home == home)
    params = build(entry, "ru").params
    return frozenset(opt for param in params for opt in (*param.opts, *param.secondary_opts)) | {"--help", "-h"}


def wrong(text: str) -> list[str]:
    """The commands of a text that would fail as they stand: no such command, no such option, no quotes of a shell."""
    found = []
    for told in commands_in(text):
        words = told.replace('"', " ").split()
        if not words or words[0] in PROSE or words[0].startswith(("{", "-")) or words[1:2] == ["{}"]:
            continue  # what is put in there is not known here
        command = ENDS.split(QUOTED.sub("TEXT", told))[0]
        clean = [re.sub(r"[.,;:)»`]+$", "", word) for word in words]
        entry = entry_of(clean)
        options = {"--" + in_english(each[2:]) if each.startswith("--") else each for each in OPTION.findall(command)}
        if entry is None or options - taken(entry.home) or any(sign in command for sign in SIGNS):
            found.append(told)
    return found


def said() -> Iterator[tuple[str, str]]:
    """Every sentence in both languages, and every text in the code that puts a command together."""
    for code, row in WORDS.items():
        yield from ((code, text) for text in (row.ru, row.en, row.fix_ru, row.fix_en))
    for folder in ("cli", "engine", "intake", "diagrams"):
        for module in (ROOT / folder).rglob("*.py"):
            if "messages" in module.parts or module.name in NO_TALK:
                continue
            yield from ((f"{module.name}:{line}", text) for line, text in texts_of(module))


def texts_of(module: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module but for its docstrings, a placeholder where something is put in."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            pieces = (piece.value if isinstance(piece, ast.Constant) else "{}" for piece in node.values)
            yield node.lineno, "".join(map(str, pieces))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (parts | docs):
            yield node.lineno, node.value


def test_every_command_that_anybody_is_told_to_type_exists_with_its_options() -> None:
    told = list(said())
    assert sum(1 for _, text in told for _ in commands_in(text)) > 300
    assert [(where, each) for where, text in told for each in wrong(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "исправьте: resheno протокл импорт ФАЙЛ",
        "resheno task ad «текст»",
        "сначала resheno log, затем resheno workflow reveal cycle",
        "resheno task edit П-1 --dew 28.11.2026",
        "resheno поручение исправить П-1 --крайний 28.11.2026",
        "resheno journal verify -x",
        "resheno task edit {id} --text «…»",
        "resheno workflow lint '{file}'",
    ],
)
def test_one_that_does_not_is_found(text: str) -> None:
    assert len(wrong(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "resheno протокол импорт ФАЙЛ, затем resheno audit",
        'resheno поручение исправить П-1 --срок 28.11.2026 --text "как --dew"',
        "resheno journal verify --db ФАЙЛ --checkpoint ТОЧКА; дальше --dew",
        "поставьте resheno заново",
    ],
)
def test_what_is_right_is_not(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize("line", ["today", "init", "journal verify", "log"])
def test_a_folder_for_a_database_is_told_as_one(line: str, type_: Type, tmp_path: Path) -> None:
    for lang, says in (("ru", "это папка, а нужен файл"), ("en", "this is a folder, and a file is needed")):
        said = type_("--lang", lang, "--db", tmp_path, *line.split())
        assert (said.code, "E-043" in said.err, says in said.err) == (2, True, True)
        assert "resheno init" not in said.err, "a folder cannot be made a database"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a place in which nobody makes a file")
def test_where_no_database_can_be_made_the_same_command_is_no_way_out(type_: Type, tmp_path: Path) -> None:
    for lang, says in (("ru", "здесь базу не создать"), ("en", "no database can be made here")):
        said = type_("--lang", lang, "init", "--db", "/proc/x.resheno")
        assert (said.code, "E-528" in said.err, says in said.err) == (1, True, True)
        assert "resheno init" not in said.err
    assert type_("init", "--db", tmp_path / "x.resheno").code == 0
    assert "resheno init" in type_("today", "--db", tmp_path / "none.resheno").err, "there it is one"


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_sample_that_is_offered_is_a_file_that_lint_takes(
    lang: str, type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.yaml").touch()
    (tmp_path / "large.yaml").write_bytes(b"#" * 5_000_001)
    for name in ("empty.yaml", "large.yaml"):
        said = type_("--lang", lang, "workflow", "lint", name)
        (command,) = re.findall(r"resheno (workflow export .*)", said.out + said.err)
        assert type_("--lang", lang, *command.split(), "--yes").code == 0
        assert type_("workflow", "lint", command.split()[-1]).code == 0
        (tmp_path / command.split()[-1]).unlink()
