"""The verifier that stands alone says what we say, of whole journals, of cut and edited ones, and of single entries."""

from __future__ import annotations

import ast
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.store.journal import canonical, sealed
from engine.store.seal import export, tree, verifier
from engine.store.seal.checkpoint import take, understand, write
from engine.store.seal.verify import sound_journal
from tests.engine.store.seal.office_file import office_in
from tests.engine.store.seal.test_tree import leaves_of

SOURCE = Path(verifier.__file__)
PARTS = 4


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """The entries of an office."""
    with sound_journal(office_in(tmp_path_factory.mktemp("office") / "o.resheno")) as (kept, _):
        return list(kept.rows("entry"))


def exported(entries: list[dict[str, object]]) -> str:
    return "".join(map(export.line, entries))


def agrees(text: str, checkpoint: str = "") -> bool:
    try:
        verifier.check_export(text, checkpoint)
    except (verifier.Disagrees, verifier.Unreadable):
        return False
    return True


def test_it_is_short_and_needs_python_only() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    imported = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_it_finds_our_root(journal: list[dict[str, object]]) -> None:
    ours = tree.root(export.leaves(journal)).hex()
    russian, english = verifier.check_export(exported(journal))
    assert russian == f"Сходится. Записей: {len(journal)}, корень {ours}"
    assert english == f"{len(journal)} entries agree, root {ours}"


@given(st.integers(0, 70))
def test_both_trees_have_one_root(size: int) -> None:
    assert verifier.root_of(leaves_of(size)) == tree.root(leaves_of(size))


@given(st.integers(1, 70), st.data())
def test_both_follow_a_path_to_one_root(size: int, data: st.DataObject) -> None:
    leaves, index = leaves_of(size), data.draw(st.integers(0, size - 1))
    path = list(tree.inclusion(leaves, index))
    assert verifier.root_by_path(leaves[index], index, size, path) == tree.root(leaves)


def test_it_holds_a_journal_to_an_earlier_checkpoint(journal: list[dict[str, object]], tmp_path: Path) -> None:
    hashed = export.leaves(journal)
    point = take(hashed[:10], "2026-11-23")
    file = tmp_path / "point.json"
    file.write_text(write(point), encoding="utf-8")
    for given_ in (str(file), point.code, point.code.lower(), f"код {point.code} от 23.11.2026"):
        assert agrees(exported(journal), given_)
        assert agrees(exported(journal[:10]), given_)
        assert not agrees(exported(journal[:9]), given_), "cut"
        forged = [sealed({**row, "ground": "задним числом"}) if row["seq"] == 5 else row for row in journal]
        assert agrees(exported(forged)), "sealed anew it agrees with itself"
        assert not agrees(exported(forged), given_), "but not with the checkpoint"


def test_it_tells_a_checkpoint_of_another_database(
    journal: list[dict[str, object]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, point = tmp_path / "journal.jsonl", tmp_path / "point.json"
    file.write_text(exported([sealed({**journal[0], "ground": "x"}), *journal[1:]]), encoding="utf-8", newline="\n")
    point.write_text(write(take(export.leaves(journal), "2026-11-23")), encoding="utf-8")
    assert verifier.main([str(file), str(point), "--lang", "en"]) == 1
    assert "of another database" in capsys.readouterr().err
    assert verifier.main([str(file), take(export.leaves(journal), "").code, "--lang", "ru"]) == 7
    assert "или точка снята с другой базы" in capsys.readouterr().err


def unseen(lines: bytes, every: int, first: int = 0) -> list[int]:
    """The bytes that could be changed in an export without its verifier seeing it."""
    chance, missed = random.Random(15 + first), []
    for place in range(first, len(lines), every):
        changed = bytearray(lines)
        changed[place] ^= 1 << chance.randrange(8)
        try:
            text = bytes(changed).decode("utf-8")
        except UnicodeDecodeError:  # `main` ends with 7 before it checks anything
            continue
        if agrees(text):
            missed.append(place)
    return missed


def test_a_changed_byte_of_an_export_is_found(journal: list[dict[str, object]]) -> None:
    assert unseen(exported(journal[:12]).encode(), every=7) == []


@pytest.mark.deep
@pytest.mark.parametrize("part", range(PARTS))
def test_each_byte_of_a_journal_of_sixty_kilobytes_is_held(journal: list[dict[str, object]], part: int) -> None:
    """In parts, so that two cores share them: together they change each byte once."""
    entries: list[dict[str, object]] = []
    while len(exported(entries).encode()) < 60_000:
        number = len(entries)
        row = {**journal[number % len(journal)], "seq": number + 1, "case": "К-1", "version": number + 1}
        entries.append(sealed(row))
    assert agrees(exported(entries))
    assert unseen(exported(entries).encode(), every=PARTS, first=part) == []


@pytest.mark.parametrize("spoil", ["delete", "swap", "repeat", "cut line", "space", "not json", "list"])
def test_lines_that_were_tampered_with_are_found(journal: list[dict[str, object]], spoil: str) -> None:
    lines = exported(journal).splitlines(keepends=True)
    changed = {
        "delete": lines[:4] + lines[5:],
        "swap": [*lines[:4], lines[5], lines[4], *lines[6:]],
        "repeat": [*lines[:5], lines[4], *lines[5:]],
        "cut line": [*lines[:-1], lines[-1][:-1]],
        "space": [*lines[:4], lines[4].replace('":', '": ', 1), *lines[5:]],
        "not json": [*lines, "hello\n"],
        "list": [*lines, "[]\n"],
    }[spoil]
    assert agrees("".join(lines))
    assert not agrees("".join(changed))


def test_a_proof_of_ours_is_taken_and_a_spoilt_one_is_not(journal: list[dict[str, object]]) -> None:
    hashed = export.leaves(journal)
    point = take(hashed, "2026-11-23")
    for row in journal:
        text = export.prove(row, hashed)
        russian, english = verifier.check_proof(text, point.code)
        assert russian.startswith(f"Запись {row['seq']} стоит") and english.startswith(f"entry {row['seq']} stands")
        said = json.loads(text)
        for name, value in {
            "entry": sealed({**row, "ground": "x"}),
            "size": said["size"] + 1,
            "root": "00" * 32,
            "inclusion": said["inclusion"][:-1],
        }.items():
            with pytest.raises(verifier.Disagrees):
                verifier.check_proof(canonical({**said, name: value}), point.code)


def test_a_proof_against_another_checkpoint_says_so(journal: list[dict[str, object]]) -> None:
    hashed = export.leaves(journal)
    with pytest.raises(verifier.Disagrees, match="another one"):
        verifier.check_proof(export.prove(journal[0], hashed), take(hashed[:9], "").code)


def test_a_thousand_cuts_and_a_thousand_sealings_are_found_by_a_checkpoint(journal: list[dict[str, object]]) -> None:
    """The journal alone agrees with itself each time; the checkpoint, and its code, do not agree with it."""
    chance, hashed = random.Random(6962), export.leaves(journal)
    point = take(hashed, "2026-11-23")
    told = understand(point.code)
    assert point.holds_for(hashed) and told.holds_for(hashed)
    for _ in range(1_000):
        place = chance.randrange(len(journal))
        name, text = chance.choice(["ground", "happened_on", "data"]), f"{chance.random()}"
        forged = [*journal[:place], sealed({**journal[place], name: text}), *journal[place + 1 :]]
        for rewritten in (export.leaves(journal[:place]), export.leaves(forged)):
            assert not point.holds_for(rewritten)
            assert not told.holds_for(rewritten)
    assert agrees(exported(forged)) and agrees(exported(journal[:place]))


def test_it_runs_by_itself(journal: list[dict[str, object]], tmp_path: Path) -> None:
    alone = tmp_path / "verifier.py"
    alone.write_text(SOURCE.read_text(encoding="utf-8"), encoding="utf-8")
    good, bad, none = tmp_path / "good.jsonl", tmp_path / "bad.jsonl", tmp_path / "none.jsonl"
    good.write_text(exported(journal), encoding="utf-8", newline="\n")
    bad.write_text(exported(journal[1:]), encoding="utf-8", newline="\n")
    proof = tmp_path / "proof.json"
    proof.write_text(export.prove(journal[3], export.leaves(journal)), encoding="utf-8", newline="\n")
    mistyped = "A" * 24

    def code(*args: object) -> int:
        done = subprocess.run([sys.executable, "-I", alone, *map(str, args)], capture_output=True, cwd=tmp_path)
        assert b"Traceback" not in done.stderr
        return done.returncode

    assert (code(good), code(proof), code(bad), code(none), code()) == (0, 0, 7, 2, 2)
    assert (code(good, mistyped), code(good, take(export.leaves(journal[:5]), "").code)) == (2, 0)


CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def pairs() -> list[ast.Call]:
    """Every complaint of its source: two sentences, or the pair that has a name."""
    tree_ = ast.parse(SOURCE.read_text(encoding="utf-8"))
    raised = [node.exc for node in ast.walk(tree_) if isinstance(node, ast.Raise)]
    return [call for call in raised if isinstance(call, ast.Call)]


def test_whatever_it_complains_of_it_complains_of_in_both_languages() -> None:
    assert len(pairs()) > 12
    for call in pairs():
        if isinstance(call.args[0], ast.Starred):
            russian, english = verifier.NO_CHECKPOINT
        else:
            russian, english = map(ast.unparse, call.args)
        assert "strerror" in russian or (CYRILLIC.search(russian) and not CYRILLIC.search(english)), russian


def typed(*args: object, **environ: str) -> tuple[int, str]:
    """Its exit code and all that it says, in an environment with these settings only."""
    kept = {name: value for name, value in os.environ.items() if name in ("SYSTEMROOT", "PATH")}
    command = [sys.executable, "-X", "utf8", str(SOURCE), *map(str, args)]
    done = subprocess.run(command, capture_output=True, env={**kept, **environ}, text=True, encoding="utf-8")
    return done.returncode, done.stdout + done.stderr


def test_it_speaks_the_language_that_is_asked_for_then_set_then_that_of_the_machine(
    journal: list[dict[str, object]], tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text(exported(journal), encoding="utf-8", newline="\n")
    bad.write_text(exported(journal[1:]), encoding="utf-8", newline="\n")
    for args, environ, russian in (
        ((good, "--lang", "en"), {"RESHENO_LANG": "ru"}, False),
        (("--lang=ru", good), {"LANG": "en_GB.UTF-8"}, True),
        ((good,), {"RESHENO_LANG": "en", "LANG": "ru_RU.UTF-8"}, False),
        ((good,), {"LANG": "ru_RU.UTF-8"}, True),
        ((good,), {"LANG": "de_DE.UTF-8"}, False),
        ((good,), {"LANG": "C.UTF-8"}, True),
    ):
        code, said = typed(*args, **environ)
        assert (code, bool(CYRILLIC.search(said))) == (0, russian), said
    assert typed(bad, "--lang", "ru") == (7, "НЕ СХОДИТСЯ: записи 1 нет: на её месте 2\n")
    assert typed(bad, "--lang", "en") == (7, "DOES NOT AGREE: entry 1 is missing: found 2\n")
    assert typed(tmp_path / "none", "--lang", "ru") == (2, f"нельзя прочесть: нет файла {tmp_path / 'none'}\n")
    assert typed("--lang", "en")[1].startswith("Check an exported journal")
    assert typed(good, "--lang", "fr")[0] == 2 and typed()[1].startswith("Проверить выгрузку")


def test_a_checkpoint_that_is_no_text_is_no_checkpoint(journal: list[dict[str, object]], tmp_path: Path) -> None:
    (tmp_path / "good.jsonl").write_text(exported(journal), encoding="utf-8", newline="\n")
    (tmp_path / "point").write_bytes(bytes(range(256)))
    code, said = typed(tmp_path / "good.jsonl", tmp_path / "point")
    assert (code, "не контрольная точка" in said) == (2, True)


def test_an_old_console_that_lacks_letters_does_not_stop_it(tmp_path: Path) -> None:
    command = [sys.executable, str(SOURCE), str(tmp_path / "файл №1 — ё"), "--lang", "ru"]
    for encoding in ("cp866", "cp1251", "ascii"):
        environ = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
        run = subprocess.run(command, capture_output=True, env=environ)
        assert (run.returncode, b"Traceback" in run.stderr) == (2, False)
        assert encoding == "ascii" or "нельзя прочесть" in run.stderr.decode(encoding)
