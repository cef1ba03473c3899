"""The register against the journal: whoever was ever put right bears the name, or the position, that it says."""

from __future__ import annotations

from collections.abc import Iterator

from engine.run.office import ID as OFFICE_ID
from engine.run.office_names import PUT_RIGHT, names_follow
from engine.store.journal import EVENT, event_in
from engine.store.seal.finding import Finding, found
from engine.store.seal.kept import Kept

_NAMES = ", ".join(f'"{name}"' for name in EVENT)
ENTRIES = f"SELECT {_NAMES} FROM entry WHERE \"case\" = '{OFFICE_ID}' ORDER BY version"


def register(kept: Kept) -> Iterator[Finding]:
    """Those whose row says something else than the last correction that counts, or who were taken away.

    Of whom nothing was ever put right, the journal knows the id only.
    """
    entries = tuple(kept.read(ENTRIES))
    try:
        says = names_follow(map(event_in, entries))
    except Exception:  # entries that were tampered with may fail anywhere; that they fail is what we look for
        yield found("case-unreadable", case=OFFICE_ID)
        return
    named = kept.values("party", ("id", *PUT_RIGHT), ("id",))
    rows = {row[0]: dict(zip(PUT_RIGHT, row[1:], strict=True)) for row in named}
    for party, said in says.items():
        if party not in rows:
            yield found("named-missing", table="party", key=party, case=OFFICE_ID)
        elif {**rows[party], **said} != rows[party]:
            yield found("register-differs", key=party)
