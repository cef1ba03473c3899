"""Where a database is: a file, or a server that has one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

SCHEMES = ("postgresql://", "postgres://")


class Server(NamedTuple):
    """A PostgreSQL database by its address, `postgresql://user@host/name`."""

    url: str

    def __str__(self) -> str:
        """The address as it may be shown: a password in it stays hidden."""
        return re.sub(r"(?<=:)[^:/@]*(?=@)|(?<=[?&]password=)[^&]*", "***", self.url)

    @property
    def name(self) -> str:
        """The name of the database, which is what --confirm asks for."""
        return self.url.partition("?")[0].rpartition("/")[2]


Place = Path | Server


def place_of(text: str) -> Place:
    """What --db says: an address of a server, else a path."""
    return Server(text) if text.startswith(SCHEMES) else Path(text)
