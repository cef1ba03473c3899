"""A line between a program and its server, in our hands: it passes everything on, until it is cut."""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from psycopg.conninfo import conninfo_to_dict

from engine.store.place import Server


@dataclass
class Cut:
    """Where a line is cut: after so many bytes asked or answered, or when the answer to COMMIT is on its way."""

    where: Literal["asked", "answered", "committed"]
    after: int = 0


class Line:
    """A server reached through us; `server` is its new address."""

    def __init__(self, server: Server) -> None:
        known = conninfo_to_dict(server.url)
        self._server = f"{known['host']}/.s.PGSQL.{known.get('port') or 5432}"
        self._folder = tempfile.TemporaryDirectory(prefix="line-")  # the name of a socket has to be short
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(Path(self._folder.name) / ".s.PGSQL.5432"))
        self._door.listen()
        self.server = Server(
            f"postgresql://{known.get('user', 'postgres')}@/{known['dbname']}?host={self._folder.name}"
        )
        self.cut: Cut | None = None
        self.slow = 0.0  # seconds that COMMIT takes on its way
        self.passed = {"asked": 0, "answered": 0}
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Let nobody in any more."""
        self._door.close()
        self._folder.cleanup()

    def _accept(self) -> None:
        with suppress(OSError):  # the door was closed
            while True:
                program, _ = self._door.accept()
                server = socket.socket(socket.AF_UNIX)
                try:
                    server.connect(self._server)
                except OSError:
                    program.close()
                    continue
                _Call(self, program, server)


class _Call:
    """One connection over the line."""

    def __init__(self, line: Line, program: socket.socket, server: socket.socket) -> None:
        self._line, self._ends = line, (program, server)
        self._committing = False
        for source, target, way in ((program, server, "asked"), (server, program, "answered")):
            threading.Thread(target=self._pass, args=(source, target, way), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, way: str) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                if way == "asked" and b"COMMIT" in data:
                    time.sleep(self._line.slow)
                    self._committing = True
                left = self._left(data, way)
                if left is not None:
                    target.sendall(data[:left])
                    self._line.cut = None
                    break
                self._line.passed[way] += len(data)
                target.sendall(data)
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _left(self, data: bytes, way: str) -> int | None:
        """How much is passed on before the line is cut; None if it is not cut here."""
        cut = self._line.cut
        if cut is None:
            return None
        if cut.where == "committed":
            return 0 if way == "answered" and self._committing else None
        if cut.where != way:
            return None
        left, cut.after = cut.after, cut.after - len(data)
        return left if left < len(data) else None
