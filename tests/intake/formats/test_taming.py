"""Long lines are tamed, ordinary ones are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.formats.taming import tamed
from intake.opening import open_paper
from intake.unreadable import Unreadable
from tests.intake.formats.word_files import written


def test_a_paragraph_of_a_page_is_left_as_it_is() -> None:
    paragraph = "Отметить работу школ района.  " * 300
    assert tamed(paragraph) == paragraph
    assert tamed("_" * 1_500) == "_" * 1_500


def test_runs_and_endless_words_are_cut_in_a_long_line() -> None:
    assert tamed("_" * 5_000) == "_" * 60
    assert tamed("а" + " " * 5_000 + "б") == "а" + " " * 20 + "б"
    assert tamed("аб" * 1_500) == "аб" * 500 + " " + "аб" * 500 + " " + "аб" * 500


def test_a_line_of_twenty_pages_is_refused(tmp_path: Path) -> None:
    sentence = "Отметить работу школ. "
    assert len(open_paper(written(tmp_path, "a.txt", (sentence * 900).encode())).lines) == 1
    with pytest.raises(Unreadable) as refused:
        open_paper(written(tmp_path, "b.txt", (sentence * 1_000).encode()))
    assert refused.value.problem.code == "paper-too-demanding"
