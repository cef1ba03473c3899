"""How wide a text is, so that boxes are drawn as wide as their words: graphviz has no measures of Cyrillic letters.

The advance widths are those of DejaVu Sans, in thousandths of the font size. Arial and Liberation Sans run about a
tenth narrower, so a box measured by this table holds its words in any font of the stack that `dot` names.
"""

from __future__ import annotations

import re

ADVANCES: dict[int, str] = {
    275: "'",
    278: "ijl",
    295: "IJ",
    318: " \u00a0,.·",
    337: "/:;\\|",
    352: "f",
    361: "-",
    390: "()[]t",
    401: "!",
    411: "r",
    460: '"',
    500: "*_`–",
    525: "szг",
    532: "?з",
    550: "cсэ",
    575: "LF",
    579: "k",
    592: "vxyухтчвь",
    604: "PРкя",
    612: "УГTYТoо«»aаeеё",
    635: "бEЕЁhnuSbdgpqр",
    640: "$0123456789{}лЗ",
    656: "ийнпK",
    685: "цAVАXZХBБВЧЬ",
    698: "RЯдCСЭ",
    710: "ъК",
    752: "UNИЙHЛНПм",
    780: "DGЦ&Д",
    790: "OQОы",
    838: "wЪ#+<=>^~×→",
    863: "юфФMМ",
    901: "Ыж",
    950: "шщ%",
    1000: "mW@—…►●",
    1094: "№ШЖЮЩ",
}
ADVANCE = {letter: advance for advance, letters in ADVANCES.items() for letter in letters}
UNKNOWN = 1094  # a letter that the table does not know is taken for the widest one
BOLD = 1.1


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text in points."""
    thousandths = sum(ADVANCE.get(letter, UNKNOWN) for letter in text)
    return thousandths * size / 1000 * (BOLD if bold else 1)


def wrap(text: str, size: float, points: float, most: int = 99, bold: bool = False) -> tuple[str, ...]:
    """A text as lines that are no wider than so many points; what the last of `most` lines cannot hold ends in «…»."""
    lines: list[str] = []
    # Not `split()`: it would break at the space that is there to keep words together.
    for word in re.findall(r"[^ \t\r\n]+", text):
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and width(longer, size, bold) <= points:
            lines[-1] = longer
        else:
            lines += _broken(word, size, points, bold)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), size, points, bold))


def _broken(word: str, size: float, points: float, bold: bool) -> list[str]:
    """A word in pieces that fit, each but the last ending in a hyphen."""
    pieces = []
    while width(word, size, bold) > points and len(word) > 1:
        fits = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n] + "-", size, bold) <= points), 1)
        pieces.append(word[:fits] + "-")
        word = word[fits:]
    return [*pieces, word]


def _cut(text: str, size: float, points: float, bold: bool) -> str:
    """As many whole words as fit with an «…» behind them; of a single word that is too long, its beginning."""
    while text and width(text + "…", size, bold) > points:
        text = text.rpartition(" ")[0] or text[:-1]
    return text.rstrip(" ,.;:-–") + "…"
