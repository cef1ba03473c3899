"""The text under an entry's hash, written at once, is its canonical text and no other."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.store.journal import SAID, canonical, text_of
from engine.store.seal.export import leaf

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ENTRIES = st.fixed_dictionaries({name: st.integers(0) if name in ("seq", "version") else TEXTS for name in SAID})


@given(ENTRIES)
def test_every_entry_is_written_as_its_canonical_text(entry: dict[str, Any]) -> None:
    assert leaf({**entry, "hash": "x"}).decode() == canonical(entry)
    assert json.loads(text_of([entry[name] for name in SAID])) == entry


def test_the_names_stand_in_the_order_of_the_alphabet() -> None:
    assert sorted(SAID) == list(SAID)


@pytest.mark.parametrize(("name", "value"), [("seq", 1.0), ("version", "1"), ("seq", True), ("ground", None)])
def test_what_we_never_wrote_has_no_text(name: str, value: object) -> None:
    entry: dict[str, Any] = {each: 1 if each in ("seq", "version") else "" for each in SAID}
    with pytest.raises((TypeError, ValueError)):
        leaf({**entry, name: value})


def test_text_that_came_from_broken_bytes_has_none_either() -> None:
    entry: dict[str, Any] = {each: 1 if each in ("seq", "version") else "" for each in SAID}
    with pytest.raises(ValueError, match="surrogates"):
        leaf({**entry, "ground": "\udcff"})
