"""`init` as it is typed: the profile is chosen once and kept in the file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cli.exits import Exit
from engine.run.event import Told
from engine.run.refusal import Because, Refused
from engine.store.sqlite_file import Profile, profile_of
from tests.cli.conftest import Type


@pytest.mark.parametrize("profile", Profile)
def test_the_profile_is_chosen_when_the_file_is_made(type_: Type, tmp_path: Path, profile: Profile) -> None:
    path = tmp_path / "o.resheno"
    assert type_("--db", path, "init", "--profile", profile.value).code == Exit.OK
    assert profile_of(path) is profile
    assert type_("--db", path, "task", "add", "Позвонить", "--yes").code == Exit.OK
    assert "Позвонить" in type_("--db", path, "today").out
    assert type_("--db", path, "journal", "verify").code == Exit.OK


def test_without_a_word_the_file_may_be_copied(type_: Type, tmp_path: Path) -> None:
    assert type_("--db", tmp_path / "o.resheno", "init").code == Exit.OK
    assert profile_of(tmp_path / "o.resheno") is Profile.FILE


@pytest.mark.parametrize(("version", "told"), [((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False)])
def test_a_log_is_not_kept_in_silence_by_an_sqlite_that_may_spoil_it(
    version: tuple[int, ...], told: bool, type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.store.health.of_sqlite.__defaults__", (version,))
    said = type_("--db", tmp_path / "s.resheno", "init", "--profile", "server")
    assert (said.code, "WAL" in said.err) == (Exit.OK, told)
    assert "WAL" not in type_("--db", tmp_path / "f.resheno", "init").err


def test_a_profile_that_nobody_knows_is_wrong_usage(type_: Type, tmp_path: Path) -> None:
    said = type_("--db", tmp_path / "o.resheno", "init", "--profile", "servr")
    assert said.code == Exit.USAGE and "server" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_founding_that_is_refused_is_told_and_nothing_is_left(
    type_: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(place: Path, *_: object, **__: object) -> Refused:
        place.touch()
        told = Told("Л-1", "Л-1", "", date(2026, 11, 23), datetime(2026, 11, 23, 9, tzinfo=UTC))
        return Refused("office", "open", (Because("waiver-over", {"until": "2026-01-01", "day": "2026-11-23"}),), told)

    monkeypatch.setattr("engine.desk.workspace.init", refused)
    said = type_("--db", tmp_path / "o.resheno", "init")
    assert (said.code, "ОТКАЗ" in said.err, "База создана" in said.err) == (Exit.FAILED, True, False)
    assert list(tmp_path.iterdir()) == []
