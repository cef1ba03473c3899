"""Names of people and organisations: what is compared of them, and what none of them may be when somebody types it.

Letters that look alike are one letter here: with a Latin p in it a name would be somebody else to the duties, and to
nobody who reads it. What a document says is compared in the same way, and kept as it stands there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from engine.run.refusal import Because

LONGEST = 200
_LATIN = "ABCEHKMOPTXY"
_LOOK_ALIKE = str.maketrans(_LATIN, "АВСЕНКМОРТХУ")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT_IN_WORD = re.compile(r"[^\W_]*(?:[^\W\d_]\d|\d[^\W\d_])[^\W_]*")
_UNSEEN = ("C", "Zl", "Zp")  # signs that nobody sees: line breaks, marks of direction, blanks without a width
_ALPHABETS = ("CYRILLIC", "LATIN")


def folded(name: str) -> str:
    """A name without what may be written in two ways: case, ё, spaces around initials, letters that look alike."""
    seen = unicodedata.normalize("NFKC", name)
    if not seen.isprintable():
        seen = "".join(sign for sign in seen if sign.isspace() or not _is_unseen(sign))
    alike = seen.upper().translate(_LOOK_ALIKE).lower()
    return " ".join(alike.replace("ё", "е").replace(".", ". ").split())


def misnamed(name: str, type: str = "person") -> Because | None:
    """Why nobody is put into the register under a name that somebody has typed."""
    if len(name) > LONGEST:
        return Because("name-long", {"start": _shown(name[:40]), "count": str(len(name)), "most": str(LONGEST)})
    strange = [sign for sign in name if _is_unseen(sign) or (sign.isalpha() and _alphabet(sign) not in _ALPHABETS)]
    if strange:
        return Because("name-signs", {"name": _shown(name), "signs": _codes(strange)})
    mixed = next(_mixed(unicodedata.normalize("NFC", name), type), None)
    if mixed is None:
        return None
    word, others = mixed
    return Because("name-mixed", {"name": name, "word": word, "letters": ", ".join(dict.fromkeys(others))})


def _mixed(name: str, type: str) -> Iterator[tuple[str, str]]:
    """The words that are made of two alphabets, and the letters of the rarer one; of a person's, of digits too.

    Initials are a person's only: «Корпус A» may well mean a Latin letter.
    """
    words = _WORD.findall(name)
    for word in words:
        latin = "".join(letter for letter in word if _alphabet(letter) == "LATIN")
        if latin and latin != word:
            rest = "".join(letter for letter in word if letter not in latin)
            yield word, latin if len(latin) <= len(rest) else rest
    if type != "person":
        return
    yield from ((found[0], "".join(filter(str.isdigit, found[0]))) for found in _DIGIT_IN_WORD.finditer(name))
    if any(_alphabet(word[0]) == "CYRILLIC" for word in words):
        yield from ((word, word) for word in words if set(word.upper()) <= set(_LATIN))


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "?").partition(" ")[0]


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign).startswith(_UNSEEN)


def _shown(name: str) -> str:
    return " ".join("".join(" " if _is_unseen(sign) else sign for sign in name).split())


def _codes(signs: list[str]) -> str:
    return ", ".join(dict.fromkeys(f"U+{ord(sign):04X}" for sign in signs))
