"""The short code of a checkpoint, for printed papers: four groups of six signs, the last of them a check.

Thirty-two signs without I, L, O and U. What a Russian keyboard or a tired eye makes of them is read all the same.
"""

from __future__ import annotations

import re

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKE = str.maketrans("ILOАВСЕНКМОРТХУЗ", "110ABCEHKM0PTXY3")
SIZE_BITS, ROOT_BITS = 30, 85  # 23 signs of five bits; the twenty-fourth is the check
LENGTH, GROUP = 24, 6
WRITTEN = re.compile(r"[0-9A-Za-zА-Яа-я]{6}(?:[-‐‑–—−][0-9A-Za-zА-Яа-я]{6}){3}")


def spell(size: int, root: bytes) -> str:
    """The code of a tree: its size and the first 85 bits of its root."""
    if size >= 1 << SIZE_BITS:
        raise ValueError(f"a code counts up to {1 << SIZE_BITS} entries")
    number = size << ROOT_BITS | beginning(root)
    digits = [number >> shift & 31 for shift in range(5 * (LENGTH - 2), -1, -5)]
    signs = "".join(SIGNS[digit] for digit in [*digits, _times_x(_remainder(digits))])
    return "-".join(signs[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def beginning(root: bytes) -> int:
    """As much of a root as a code holds."""
    return int.from_bytes(root, "big") >> 8 * len(root) - ROOT_BITS


def unspell(text: str) -> tuple[int, int] | None:
    """The size and the beginning of the root that a code tells; None for a code that was mistyped."""
    signs = re.sub(r"[\s\W_]", "", text).upper().translate(LOOK_ALIKE)
    if len(signs) != LENGTH or not set(signs) <= set(SIGNS):
        return None
    digits = [SIGNS.index(sign) for sign in signs]
    if _remainder(digits):
        return None
    number = 0
    for digit in digits[:-1]:
        number = number << 5 | digit
    return number >> ROOT_BITS, number & (1 << ROOT_BITS) - 1


def find(text: str) -> str:
    """The first thing in a text that is written like a code, or ''."""
    return next(iter(find_all(text)), "")


def find_all(text: str) -> tuple[str, ...]:
    """Everything in a text that is written like a code."""
    return tuple(found[0] for found in WRITTEN.finditer(text))


def _remainder(digits: list[int]) -> int:
    """The digits as a polynomial over GF(32) at x: one wrong sign, or two that changed places, never give zero."""
    value = 0
    for digit in digits:
        value = _times_x(value) ^ digit
    return value


def _times_x(value: int) -> int:
    """Multiplied by x modulo x⁵ + x² + 1."""
    return value << 1 ^ (0b100101 if value & 16 else 0)
