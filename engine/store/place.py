"""Where a database is: a file, or a server that has one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

SCHEMES = ("postgresql://", "postgres://")
HIDDEN = "***"
_PASSWORD = re.compile(r"^([^:@]*):.*@", re.DOTALL)  # to the last @: whoever types one does not always escape its signs
_OPTIONS = re.compile(r"\?[\w%]+=")


class Server(NamedTuple):
    """A PostgreSQL database by its address, `postgresql://user@host/name`."""

    url: str

    def __str__(self) -> str:
        """The address as it may be shown: no password in it is."""
        scheme, _, rest = self.url.partition("//")
        who = _who(rest)
        shown = _PASSWORD.sub(rf"\1:{HIDDEN}@", who) + rest[len(who) :]
        return f"{scheme}//{_without_passwords(shown)}"

    @property
    def name(self) -> str:
        """The name of the database, which is what --confirm asks for."""
        return self.url.partition("?")[0].rpartition("/")[2]


def _who(rest: str) -> str:
    """The beginning of an address that a password may stand in: to the first slash, unless that is a part of it."""
    before_slash = rest.partition("/")[0]
    return before_slash if "@" in before_slash else _OPTIONS.split(rest, maxsplit=1)[0]


def _without_passwords(rest: str) -> str:
    """The options of an address with none of the passwords that may stand among them, however they are written."""
    where, sign, options = rest.partition("?")
    shown = [
        f"{name}={HIDDEN}" if unquote(name).casefold().endswith("password") and is_one else name + is_one + value
        for name, is_one, value in (option.partition("=") for option in options.split("&"))
    ]
    return where + sign + "&".join(shown)


Place = Path | Server


def place_of(text: str) -> Place:
    """What --db says: an address of a server, else a path."""
    return Server(text) if text.startswith(SCHEMES) else Path(text)
