"""The doctor: each disaster is found, and a healthy place is not called ill."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from engine.store import backup
from engine.store.health import Around, ailments, network
from engine.store.place import Server
from engine.store.sqlite import keep_as
from engine.store.sqlite_file import SCHEMA, Profile
from tests.office import Stopped, desk_in

NOW = Stopped()() + timedelta(hours=1)
WELL = Around(NOW, (3, 53, 0), "/dev/sda1 / ext4 rw 0 0\n")
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A healthy office, backed up an hour ago."""
    desk_in(tmp_path / "o.resheno")
    backup.make(tmp_path / "o.resheno", backup.folder_of(tmp_path / "o.resheno"), NOW)
    return tmp_path / "o.resheno"


def found(place: Path | Server, around: Around = WELL) -> dict[str, str]:
    return {each.code: each.level for each in ailments(place, around)}


def test_a_healthy_database_is_not_called_ill(office: Path) -> None:
    assert found(office) == {}


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2), (3, 50, 6), (3, 44, 5)])
def test_an_old_sqlite_is_worse_with_a_log_beside_the_file(office: Path, version: tuple[int, int, int]) -> None:
    around = Around(NOW, version, WELL.mounts)
    assert found(office, around) == {"doctor-old-sqlite": "warning"}
    keep_as(office, Profile.SERVER)
    assert found(office, around) == {"doctor-old-sqlite-log": "error"}


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 50, 7), (3, 44, 6), (3, 52, 0), (4, 0, 0)])
def test_a_mended_sqlite_is_well(office: Path, version: tuple[int, int, int]) -> None:
    assert found(office, Around(NOW, version, WELL.mounts)) == {}


def test_a_network_drive_is_told_by_the_nearest_mount(office: Path) -> None:
    mounts = f"/dev/sda1 / ext4 rw 0 0\n//host/share {office.parent} cifs rw 0 0\n"
    assert found(office, Around(NOW, WELL.sqlite, mounts)) == {"doctor-network": "error"}
    assert network(Path("/mnt/с диском/o"), "srv:/x /mnt/с\\040диском nfs4 rw 0 0") == "nfs4"
    assert network(Path("/mnt/disk/o"), "srv:/x /mnt nfs4 rw 0 0\n/dev/sdb /mnt/disk ext4 rw 0 0") == ""
    assert network(Path("//host/share/o"), "") == "UNC"


@pytest.mark.parametrize("cloud", ["Dropbox", "OneDrive - Школа", "Яндекс.Диск", "Nextcloud"])
def test_a_synchronised_folder_is_told(office: Path, tmp_path: Path, cloud: str) -> None:
    (tmp_path / cloud).mkdir()
    shutil.copy(office, tmp_path / cloud / "o.resheno")
    assert found(tmp_path / cloud / "o.resheno")["doctor-cloud"] == "error"


def test_rights_that_are_missing_are_told(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked: set[Path] = set()
    able = os.access
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) not in locked and able(path, mode))
    assert found(office) == {}
    locked.add(office)
    assert found(office) == {"doctor-read-only": "error"}
    locked.clear()
    locked.add(office.parent.resolve())
    assert found(office) == {"doctor-folder": "error"}
    keep_as(office, Profile.SERVER)
    assert found(office) == {"doctor-shm": "error"}


def test_a_full_disk_is_told(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: Usage(2**40, 2**40 - 2**20, 2**20))
    assert found(office) == {"doctor-no-room": "error"}


def test_a_clock_before_the_last_entry_is_told(office: Path) -> None:
    behind = Around(NOW - timedelta(days=3650), WELL.sqlite, WELL.mounts)
    assert found(office, behind)["doctor-clock"] == "error"


def test_backups_are_asked_for_after_a_week(office: Path) -> None:
    assert found(office, Around(NOW + timedelta(days=7), WELL.sqlite, WELL.mounts)) == {}
    late = Around(NOW + timedelta(days=8), WELL.sqlite, WELL.mounts)
    assert found(office, late) == {"doctor-old-backup": "warning"}
    shutil.rmtree(backup.folder_of(office))
    assert found(office) == {"doctor-no-backup": "warning"}


@pytest.mark.parametrize(("schema", "code"), [(SCHEMA - 1, "doctor-older"), (SCHEMA + 1, "doctor-newer")])
def test_another_release_is_no_broken_database(office: Path, schema: int, code: str) -> None:
    connection = sqlite3.connect(office)
    connection.execute(f"PRAGMA user_version = {schema}")
    connection.close()
    assert found(office) == {code: "error"}


def test_what_an_interrupted_command_has_left_behind_is_told(office: Path) -> None:
    left = backup.folder_of(office) / f".{office.name}.4711.new"
    for path in (left, office.with_name(f".{office.name}.4712.new")):
        path.write_bytes(b"half")
        os.utime(path, (NOW.timestamp(),) * 2)
        assert found(office) == {}, "somebody may be making it still"
        os.utime(path, ((NOW - timedelta(hours=2)).timestamp(),) * 2)
        assert found(office) == {"doctor-left-over": "warning"}
        path.unlink()
    assert found(office) == {}


@pytest.mark.parametrize("name", ["a[1].resheno", "что?.resheno", "a*.resheno"])
def test_what_was_left_behind_is_told_of_this_file_and_no_other(tmp_path: Path, name: str) -> None:
    place, long_ago = tmp_path / name, (NOW - timedelta(hours=2)).timestamp()
    desk_in(place)
    backup.make(place, backup.folder_of(place), NOW)
    for half in (".a1.resheno.4711.new", ".чтоб.resheno.4711.new", ".ab.resheno.4711.new"):
        (tmp_path / half).write_bytes(b"half")
        os.utime(tmp_path / half, (long_ago, long_ago))
    assert found(place) == {}
    left = tmp_path / f".{name}.4711.new"
    left.write_bytes(b"half")
    os.utime(left, (long_ago, long_ago))
    assert found(place) == {"doctor-left-over": "warning"}


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "o.resheno").write_bytes(b"x" * 4096)
    assert found(tmp_path / "o.resheno") == {"doctor-unreadable": "error"}
    assert found(tmp_path / "none.resheno") == {"doctor-unreadable": "error"}


def test_a_database_on_a_server_is_looked_at_too(
    office: Path, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert found(server) == {"doctor-unreadable": "error"}
    backup.restore(backup.known(backup.folder_of(office))[0].file, server, NOW)
    assert found(server) == {"doctor-no-backup": "warning"}
