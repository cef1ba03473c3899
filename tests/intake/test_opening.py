"""What a file is, is seen from its bytes; what cannot be read is refused with a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.messages import fix, say
from intake.opening import LARGEST, open_paper
from intake.unreadable import Unreadable

PROTOCOL = "ПРОТОКОЛ № 4\nзаседания коллегии\n\n1. Утвердить план.\nСрок: до 01.09.2031\n"


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        open_paper(path)
    problem = refused.value.problem
    assert problem.where.file == str(path)
    assert say(problem.code, problem.facts, "ru") and fix(problem.code, problem.facts, "en")
    assert "…" not in say(problem.code, problem.facts, "ru")
    return problem.code


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_lines_are_numbered_as_in_the_file(tmp_path: Path) -> None:
    paper = open_paper(written(tmp_path, "a.txt", PROTOCOL))
    assert [(line.number, line.text) for line in paper.lines] == list(enumerate(PROTOCOL.splitlines(), start=1))
    assert (paper.source.file, paper.source.format, paper.problems) == ("a.txt", "txt", ())


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n\n"])
def test_there_are_as_many_lines_as_the_bytes_have(tmp_path: Path, ending: str, tail: str) -> None:
    data = (PROTOCOL.strip() + tail).replace("\n", ending).encode("cp1251")
    assert len(open_paper(written(tmp_path, "a.txt", data)).lines) == len(data.splitlines())


def test_a_form_feed_begins_a_page_and_no_line(tmp_path: Path) -> None:
    paper = open_paper(written(tmp_path, "a.txt", "Первая\n\fВторая\u2028строка\x85и ещё\n"))
    assert [(line.page, line.text.strip()) for line in paper.lines] == [(1, "Первая"), (2, "Вторая строка и ещё")]


def test_signs_that_nobody_sees_are_gone(tmp_path: Path) -> None:
    paper = open_paper(written(tmp_path, "a.txt", "\ufeffпо\u00adста\u200bновляет и\u0306 е\u0308лка"))
    assert paper.lines[0].text == "постановляет й ёлка"


def test_a_soft_hyphen_at_the_end_of_a_line_is_seen(tmp_path: Path) -> None:
    paper = open_paper(written(tmp_path, "a.txt", "обра\u00ad\nзо\u00adвания"))
    assert [line.text for line in paper.lines] == ["обра-", "зования"]


def test_markdown_is_text(tmp_path: Path) -> None:
    assert open_paper(written(tmp_path, "a.md", PROTOCOL)).source.format == "md"


def test_a_text_without_suffix_is_read_too(tmp_path: Path) -> None:
    assert open_paper(written(tmp_path, "протокол", PROTOCOL)).source.format == "txt"


def test_a_spoilt_character_is_a_warning_with_its_line(tmp_path: Path) -> None:
    paper = open_paper(written(tmp_path, "a.txt", PROTOCOL.encode()[:-1] + b"\xff\n"))
    assert [(p.code, p.where.line) for p in paper.problems] == [("paper-characters-lost", 5)]


def test_an_absent_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.txt") == "paper-missing"
    assert refusal(tmp_path) == "paper-missing"


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\xef\xbb\xbf\n"])
def test_a_file_without_text_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refusal(written(tmp_path, "a.txt", data)) == "paper-empty"


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(2 * LARGEST)
    assert refusal(path) == "paper-too-large"


BYTES_OF = {
    "JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 9,
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "RTF": rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0}",
    "Word 97–2003 (.doc)": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "MHTML": b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
    "XML": b'<?xml version="1.0"?><w:wordDocument/>',
}


@pytest.mark.parametrize("name", ["a.txt", "a.docx.txt", "a.rtf", "a.doc"])
@pytest.mark.parametrize("kind", BYTES_OF)
def test_what_is_not_read_is_told_by_its_bytes_whatever_its_name(tmp_path: Path, kind: str, name: str) -> None:
    path = written(tmp_path, name, BYTES_OF[kind])
    assert refusal(path) == "paper-save-as"
    with pytest.raises(Unreadable) as refused:
        open_paper(path)
    assert refused.value.problem.facts["format"] == kind


def test_a_text_that_is_called_doc_is_read(tmp_path: Path) -> None:
    assert open_paper(written(tmp_path, "a.doc", PROTOCOL)).source.format == "txt"
