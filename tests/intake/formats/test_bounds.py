"""A file that wants too much costs a child process, and is refused with a reason."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from intake.formats import bounds
from intake.opening import open_paper
from intake.unreadable import Unreadable
from tests.intake.formats.pdf_files import Sheet, pdf
from tests.intake.formats.word_files import docx, p, written


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = written(tmp_path, "a.docx", docx(p("текст")))
    assert open_paper(path).lines[0].text == "текст"
    monkeypatch.setattr(bounds, "SECONDS", 0.001)
    with pytest.raises(Unreadable) as refused:
        open_paper(path)
    assert refused.value.problem.code == "paper-too-slow"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of this kind")
def test_a_document_that_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = written(tmp_path, "a.docx", docx("".join(p(f"пункт {n}") for n in range(40_000))))
    assert len(open_paper(path).lines) == 40_000
    monkeypatch.setattr(bounds, "MEMORY", 80_000_000)
    with pytest.raises(Unreadable) as refused:
        open_paper(path)
    assert refused.value.problem.code == "paper-too-demanding"


def test_too_many_lines_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        open_paper(written(tmp_path, "a.txt", b"x\n" * 60_000))
    assert refused.value.problem.code == "paper-too-demanding"
    assert len(open_paper(written(tmp_path, "b.txt", b"x\n" * 40_000)).lines) == 40_000


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        open_paper(written(tmp_path, "a.txt", b"x" * 200_000))
    assert refused.value.problem.code == "paper-too-demanding"


def test_modules_in_the_folder_one_stands_in_are_not_run(tmp_path: Path) -> None:
    written(tmp_path, "json.py", b"raise SystemExit('run!')")
    (tmp_path / "intake").mkdir()
    written(tmp_path / "intake", "__init__.py", b"raise SystemExit('run!')")
    path = written(tmp_path, "a.pdf", pdf(Sheet().text(80, 700, "текст")))
    house = Path(bounds.__file__).parents[2]
    program = "import sys; from pathlib import Path; from intake.opening import open_paper\n"
    program += f"print(open_paper(Path({str(path)!r})).lines[0].text)"
    done = subprocess.run(
        [sys.executable, "-P", "-X", "utf8", "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(house)},
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode().strip() == "текст", done.stderr.decode()
