"""Follows the drawing commands of a page; pypdf parses them and the fonts, where things stand is reckoned here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf.generic import ContentStream, DictionaryObject, StreamObject

# The one thing of pypdf that is not public: nothing public gives text together with its width.
from pypdf.generic._font import Font

from intake.formats.pdf_page import UNMOVED, Matrix, Page, Piece, place, times
from intake.formats.pdf_rules import Path
from intake.unreadable import unreadable

DEEPEST_FORM = 8
MOST_COMMANDS, MOST_BYTES = 500_000, 10_000_000  # of one page; a page of text has some thousands


@dataclass(slots=True)
class _State:
    """What 'q' keeps and 'Q' brings back."""

    moved: Matrix = UNMOVED
    font: Font | None = None
    size: float = 1.0
    letter_gap: float = 0.0
    word_gap: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


@dataclass(slots=True)
class Follower:
    """Draws the commands of one page onto a `Page`."""

    page: Page
    pdf: Any
    state: _State = field(default_factory=_State)
    _kept: list[_State] = field(default_factory=list)
    _line: Matrix = UNMOVED
    _pen: Matrix = UNMOVED
    _path: Path = field(default_factory=Path)
    _fonts: dict[int, Font] = field(default_factory=dict)
    _commands: int = 0
    _bytes: int = 0

    def follow(self, content: Any, resources: Any, depth: int = 0) -> None:
        """Follow a stream of commands with the fonts and forms that its resources name."""
        named = resources if isinstance(resources, DictionaryObject) else DictionaryObject()
        stream = ContentStream(content, self.pdf, "bytes")
        self._bytes += len(stream.get_data())
        if self._bytes > MOST_BYTES:
            raise unreadable("paper-too-demanding")
        for operands, command in stream.operations:
            self._commands += 1
            if self._commands > MOST_COMMANDS:
                return
            try:
                self._do(command, operands, named, depth)
            except (TypeError, ValueError, IndexError, AttributeError, KeyError, ZeroDivisionError, OverflowError):
                continue  # one senseless command does not spoil the page

    def _do(self, command: bytes, operands: Any, resources: DictionaryObject, depth: int) -> None:
        if command == b"Do":
            self._form(operands[0], resources, depth)
        elif command == b"Tf":
            self.state.font, self.state.size = self._font(operands[0], resources), float(operands[1])
        elif command in _COMMANDS:
            _COMMANDS[command](self, operands)
        else:
            self.page.rules.extend(self._path.see(command, operands, self.state.moved))

    def _form(self, name: str, resources: DictionaryObject, depth: int) -> None:
        forms = resources.get("/XObject")
        form = forms.get_object()[name].get_object() if forms is not None else None
        if depth >= DEEPEST_FORM or not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            return
        kept, self.state = self.state, replace(self.state)
        matrix = form.get("/Matrix")
        if matrix is not None:
            self.state.moved = times(_matrix(matrix.get_object()), self.state.moved)
        own = form.get("/Resources")
        self.follow(form, own.get_object() if own is not None else resources, depth + 1)
        self.state = kept

    def _font(self, name: str, resources: DictionaryObject) -> Font | None:
        fonts = resources.get("/Font")
        found = fonts.get_object().get(name) if fonts is not None else None
        resource = found.get_object() if found is not None else None
        if not isinstance(resource, DictionaryObject):
            return None
        if id(resource) not in self._fonts:
            self._fonts[id(resource)] = Font.from_font_resource(resource)
        return self._fonts[id(resource)]

    def keep(self, _: Any) -> None:
        """Command q."""
        if len(self._kept) < 500:
            self._kept.append(replace(self.state))

    def bring_back(self, _: Any) -> None:
        """Command Q."""
        if self._kept:
            self.state = self._kept.pop()

    def move_all(self, operands: Any) -> None:
        """Command cm."""
        self.state.moved = times(_matrix(operands), self.state.moved)

    def begin(self, _: Any) -> None:
        """Command BT."""
        self._line = self._pen = UNMOVED

    def set_line(self, operands: Any) -> None:
        """Command Tm."""
        self._line = self._pen = _matrix(operands)

    def next_line(self, operands: Any) -> None:
        """Commands Td and T*."""
        x, y = operands or (0.0, -self.state.leading)
        self._line = self._pen = times((1.0, 0.0, 0.0, 1.0, float(x), float(y)), self._line)

    def next_line_leading(self, operands: Any) -> None:
        """Command TD."""
        self.state.leading = -float(operands[1])
        self.next_line(operands)

    def show(self, operands: Any) -> None:
        """Command Tj."""
        self._show([operands[0]])

    def show_parts(self, operands: Any) -> None:
        """Command TJ."""
        self._show(operands[0])

    def show_on_next_line(self, operands: Any) -> None:
        """Commands ' and "."""
        if len(operands) == 3:
            self.state.word_gap, self.state.letter_gap = float(operands[0]), float(operands[1])
        self.next_line(())
        self._show([operands[-1]])

    def _show(self, parts: Iterable[Any]) -> None:
        state = self.state
        if state.font is None:
            return
        for part in parts:
            if isinstance(part, int | float):
                self._advance(-float(part) / 1000 * state.size * state.stretch)
            elif isinstance(part, bytes | str):
                self._show_string(part, state.font)

    def _show_string(self, raw: bytes | str, font: Font) -> None:
        codes, text = decoded(raw, font)
        state = self.state
        width = font.get_text_width(codes) / 1000 * state.size + len(codes) * state.letter_gap
        width = (width + codes.count(font.space_char) * state.word_gap) * state.stretch
        start = times(self._pen, state.moved)
        self._advance(width)
        if not font.interpretable:
            self.page.unreadable += len(codes)
        elif text.strip() or text:
            self._write(text, start, times(self._pen, state.moved), font)

    def _write(self, text: str, start: Matrix, end: Matrix, font: Font) -> None:
        left, base = place(start, 0.0, self.state.rise)
        right, base_after = place(end, 0.0, self.state.rise)
        size = abs(self.state.size) * (start[2] ** 2 + start[3] ** 2) ** 0.5
        if abs(base_after - base) > max(abs(right - left), 0.1) * 0.1 or right < left - 0.1:
            self.page.turned.append(text)
            return
        bold = any(mark in font.name.lower() for mark in ("bold", "black", "heavy", "demi"))
        self.page.pieces.append(Piece(left, right, base, size, text, bold))

    def _advance(self, distance: float) -> None:
        self._pen = times((1.0, 0.0, 0.0, 1.0, distance, 0.0), self._pen)

    def set_number(self, name: str, operands: Any, scale: float = 1.0) -> None:
        """Commands that set one number of the text state."""
        setattr(self.state, name, float(operands[0]) * scale)


def decoded(raw: bytes | str, font: Font) -> tuple[str, str]:
    """The codes of a string, by which widths are known, and the text that they stand for."""
    if isinstance(raw, str):
        return raw, raw
    if isinstance(font.encoding, str):
        codes = raw.decode(font.encoding, "replace")
        letters: Iterable[str] = codes
    else:
        encoding = font.encoding
        codes = "".join(map(chr, raw))
        letters = [encoding.get(byte, chr(byte)) for byte in raw]
    return codes, "".join(str(font.character_map.get(letter, letter)) for letter in letters)


def _matrix(numbers: Any) -> Matrix:
    a, b, c, d, e, f = (float(number) for number in numbers)
    return a, b, c, d, e, f


_COMMANDS: dict[bytes, Callable[[Follower, Any], None]] = {
    b"q": Follower.keep,
    b"Q": Follower.bring_back,
    b"cm": Follower.move_all,
    b"BT": Follower.begin,
    b"Tm": Follower.set_line,
    b"Td": Follower.next_line,
    b"TD": Follower.next_line_leading,
    b"T*": lambda follower, _: follower.next_line(()),
    b"Tj": Follower.show,
    b"TJ": Follower.show_parts,
    b"'": Follower.show_on_next_line,
    b'"': Follower.show_on_next_line,
    b"Tc": lambda follower, operands: follower.set_number("letter_gap", operands),
    b"Tw": lambda follower, operands: follower.set_number("word_gap", operands),
    b"Tz": lambda follower, operands: follower.set_number("stretch", operands, 0.01),
    b"TL": lambda follower, operands: follower.set_number("leading", operands),
    b"Ts": lambda follower, operands: follower.set_number("rise", operands),
}
