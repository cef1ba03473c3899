"""The tree of RFC 6962: its published vectors, random trees, and proofs that were tampered with."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.store.seal.tree import (
    consistency,
    inclusion,
    is_extended,
    is_included,
    leaf_hash,
    node_hash,
    root,
)

# The test vectors of Certificate Transparency (its reference implementation): eight leaves, the root after each.
LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
INCLUSION = {
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
HASHED = [leaf_hash(leaf) for leaf in LEAVES]


@pytest.mark.parametrize("size", range(9))
def test_the_published_roots(size: int) -> None:
    assert root(HASHED[:size]).hex() == ROOTS[size]


@pytest.mark.parametrize(("index", "size"), INCLUSION)
def test_the_published_proofs_of_inclusion(index: int, size: int) -> None:
    assert [step.hex() for step in inclusion(HASHED[:size], index)] == INCLUSION[index, size]


@pytest.mark.parametrize(("old", "new"), CONSISTENCY)
def test_the_published_proofs_of_consistency(old: int, new: int) -> None:
    assert [step.hex() for step in consistency(HASHED[:new], old)] == CONSISTENCY[old, new]


def test_a_leaf_cannot_pass_for_a_node() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)
    assert sha256(left + right).digest() != node_hash(left, right)


def leaves_of(size: int, salt: int = 0) -> list[bytes]:
    return [leaf_hash(f"{salt} {number}".encode()) for number in range(size)]


@given(st.integers(1, 200), st.data())
def test_every_leaf_of_a_random_tree_is_proved(size: int, data: st.DataObject) -> None:
    leaves, index = leaves_of(size), data.draw(st.integers(0, size - 1))
    assert is_included(leaves[index], index, size, inclusion(leaves, index), root(leaves))


@given(st.integers(0, 200), st.data())
def test_every_beginning_of_a_random_tree_is_proved(size: int, data: st.DataObject) -> None:
    leaves, old = leaves_of(size), data.draw(st.integers(0, size))
    assert is_extended(old, root(leaves[:old]), size, root(leaves), consistency(leaves, old))


def test_a_proof_of_what_is_not_there_cannot_be_made() -> None:
    for index in (8, -1):
        with pytest.raises(IndexError):
            inclusion(HASHED, index)
    with pytest.raises(IndexError):
        consistency(HASHED, 9)


def spoilt(proof: tuple[bytes, ...], chance: random.Random) -> tuple[bytes, ...]:
    """A proof that is another one: a bit, a step too many or too few, two steps exchanged, a step of another length."""
    steps = list(proof)
    match chance.randrange(5) if len(steps) > 1 else chance.randrange(3) if steps else 0:
        case 0:
            steps.insert(chance.randrange(len(steps) + 1), chance.randbytes(32))
        case 1:
            place = chance.randrange(len(steps))
            changed = bytearray(steps[place])
            changed[chance.randrange(32)] ^= 1 << chance.randrange(8)
            steps[place] = bytes(changed)
        case 2:
            steps.pop(chance.randrange(len(steps)))
        case 3:
            one, other = chance.sample(range(len(steps)), 2)
            steps[one], steps[other] = steps[other], steps[one]
        case _:
            steps[chance.randrange(len(steps))] += b"\x00"
    return tuple(steps)


def false_accepts(trees: int, seed: int) -> tuple[int, int]:
    """How many spoilt proofs, or proofs of something else, are taken for true; and how many true ones were taken."""
    chance, taken, right = random.Random(seed), 0, 0
    for number in range(trees):
        leaves = leaves_of(chance.randrange(2, 150), number)
        size, top, index, old = (
            len(leaves),
            root(leaves),
            chance.randrange(len(leaves)),
            chance.randrange(1, len(leaves)),
        )
        path, steps, before = inclusion(leaves, index), consistency(leaves, old), root(leaves[:old])
        right += is_included(leaves[index], index, size, path, top) and is_extended(old, before, size, top, steps)
        other, wrong = (index + 1) % size, leaf_hash(b"another")
        taken += is_included(leaves[index], index, size, spoilt(path, chance), top)
        taken += is_included(wrong, index, size, path, top)
        taken += is_included(leaves[index], other, size, path, top)
        taken += is_extended(old, before, size, top, spoilt(steps, chance))
        taken += is_extended(old, wrong, size, top, steps)
        taken += is_extended(old, before, size, wrong, steps)
        taken += is_included(leaves[index], size, size, path, top) + is_extended(size + 1, top, size, top, ())
    return taken, right


def test_spoilt_proofs_are_not_accepted() -> None:
    assert false_accepts(300, 6962) == (0, 300)


@pytest.mark.deep
def test_spoilt_proofs_of_ten_thousand_trees_are_not_accepted() -> None:
    assert false_accepts(10_000, 9162) == (0, 10_000)


def test_the_harness_would_see_a_tree_that_takes_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.engine.store.seal.test_tree.is_included", lambda *_: True)
    assert false_accepts(3, 1)[0] > 0
