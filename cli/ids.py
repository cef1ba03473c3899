"""Numbers as people type them: П-7.5.10, К-12, P-7, G-7.5.10 on the wrong layout. Item numbers stay text."""

from __future__ import annotations

import re

from cli.suggest import in_latin, other_layout

_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")
_LIKE_LATIN = str.maketrans("АВСЕНКМОРТХУ", "ABCEHKMOPTXY")
_SHAPE = re.compile(r"^\s*([^\W\d_]{1,4})\s*[-–—‑]?\s*№?\s*(\d.*?)\s*$")
_PREFIXES = ("П", "К", "О", "Л", "Г", "Ц", "ПК", "М", "И", "В", "Р", "МР", "УР", "Э")


def candidates(given: str, prefixes: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The ids that this may mean, the likeliest first: as typed, look-alike letters, by sound, by the other layout."""
    shape = _SHAPE.match(given)
    if shape is None:
        return (given.strip(),)
    letters, rest = shape.group(1).upper(), re.sub(r"\s+", "", shape.group(2))
    known = prefixes or _PREFIXES
    sounding = [p for p in known if in_latin(p).upper() == letters]
    layout = other_layout(shape.group(1)).upper()
    alike = (letters.translate(_LOOK_ALIKE), letters.translate(_LIKE_LATIN))
    spelt = [letters, *alike, *sounding, *([layout] if layout in known else [])]
    numbers = [rest, *([rest.replace("/", ".")] if "/" in rest else [])]
    return tuple(dict.fromkeys(f"{prefix}-{number}" for number in numbers for prefix in spelt))


def beginnings(given: str) -> tuple[str, ...]:
    """What an id that is still being typed may begin with: «p-7.» is П-7. too."""
    if not given.strip():
        return ("",)
    return tuple(dict.fromkeys((given.upper(), *(each[:-1] for each in candidates(f"{given}0")))))
