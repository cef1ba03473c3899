"""The Merkle tree of RFC 6962: one root for a list of leaves, and short proofs about it. Pure, bytes in, bytes out.

Proofs are lists of hashes in the order of the RFC; verifying follows RFC 9162, 2.1.3.2 and 2.1.4.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()
SIZE_OF_HASH = 32


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of one leaf; its prefix keeps a leaf from passing for a node."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over hashed leaves. Keeps one full subtree per binary digit, so a long journal can stream through."""
    full: list[tuple[int, bytes]] = []
    for leaf in leaves:
        height, subtree = 0, leaf
        while full and full[-1][0] == height:
            height, subtree = height + 1, node_hash(full.pop()[1], subtree)
        full.append((height, subtree))
    if not full:
        return EMPTY
    _, top = full.pop()
    while full:
        top = node_hash(full.pop()[1], top)
    return top


def inclusion(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The proof that the leaf at `index`, from 0, stands in the tree over these hashed leaves."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return ()
    split = _split(len(leaves))
    if index < split:
        return (*inclusion(leaves[:split], index), root(leaves[split:]))
    return (*inclusion(leaves[split:], index - split), root(leaves[:split]))


def consistency(leaves: Sequence[bytes], old: int) -> tuple[bytes, ...]:
    """The proof that the tree over these hashed leaves only added to the tree over the first `old` of them."""
    if not 0 <= old <= len(leaves):
        raise IndexError(old)
    return () if old in (0, len(leaves)) else _subproof(leaves, old, whole=True)


def _subproof(leaves: Sequence[bytes], old: int, whole: bool) -> tuple[bytes, ...]:
    """`whole` says that the old tree has had this very subtree as its root, which its reader knows already."""
    if old == len(leaves):
        return () if whole else (root(leaves),)
    split = _split(len(leaves))
    if old <= split:
        return (*_subproof(leaves[:split], old, whole), root(leaves[split:]))
    return (*_subproof(leaves[split:], old - split, False), root(leaves[:split]))


def _split(size: int) -> int:
    """The largest power of two below a size of at least two."""
    return 1 << ((size - 1).bit_length() - 1)


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], top: bytes) -> bool:
    """Whether the proof shows that the hashed leaf stands at `index` in the tree of this size and root."""
    if not 0 <= index < size or not _are_hashes(proof):
        return False
    place, last, climbed = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            climbed = node_hash(step, climbed)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            climbed = node_hash(climbed, step)
        place, last = place >> 1, last >> 1
    return last == 0 and climbed == top


def is_extended(old: int, old_top: bytes, new: int, new_top: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree of size `new` begins with the very leaves of the tree of size `old`."""
    if not 0 <= old <= new or not _are_hashes(proof):
        return False
    if old in (0, new):
        return not proof and old_top == (EMPTY if old == 0 else new_top)
    steps = list(proof)
    if old & (old - 1) == 0:
        steps.insert(0, old_top)
    if not steps:
        return False
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            before, after = node_hash(step, before), node_hash(step, after)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            after = node_hash(after, step)
        place, last = place >> 1, last >> 1
    return last == 0 and before == old_top and after == new_top


def _are_hashes(proof: Sequence[bytes]) -> bool:
    return all(len(step) == SIZE_OF_HASH for step in proof)
