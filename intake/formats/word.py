"""A Word document as lines: its parts in reading order, with the numbers that Word draws."""

from __future__ import annotations

from engine.problems import Problem, Severity, Where
from intake.formats.archive import Archive, refuse_other_than_docx
from intake.formats.markup import Tree, at, every
from intake.formats.numbering import read_numbering
from intake.formats.word_lines import Writer
from intake.formats.word_parts import Parts
from intake.formats.word_styles import read_styles
from intake.paper import Line
from intake.unreadable import unreadable


def read_docx(data: bytes) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines of a Word document: letterhead, text, notes, then running heads and feet.

    Raises:
        Unreadable: it is no Word document, a damaged one, or one made to do harm.
    """
    archive = Archive(data)
    refuse_other_than_docx(archive)
    parts = Parts(archive)
    body = at(parts.document, "w:body")
    if body is None:
        raise unreadable("paper-damaged", {"format": "docx"})
    styles = parts.related("styles")
    writer = Writer(read_styles(styles), read_numbering(parts.related("numbering"), styles))
    writer.drawn = next(every(body, "w:lastRenderedPageBreak"), None) is not None
    try:
        _write(writer, parts, body)
    except RecursionError:
        raise unreadable("paper-damaged", {"format": "docx"}) from None
    return tuple(writer.lines), _left_out(body, len(writer.lines))


def _write(writer: Writer, parts: Parts, body: Tree) -> None:
    letterheads, running = parts.heads_and_feet(body)
    for part in letterheads:
        writer.blocks(part)
    writer.blocks(body)
    for mark, note in parts.notes(writer.notes):
        writer.note(mark, note)
    writer.furniture = True
    for part in running:
        writer.blocks(part)


def _left_out(body: Tree, lines: int) -> tuple[Problem, ...]:
    """A document may hold a whole other file, which only Word can unfold."""
    if next(every(body, "w:altChunk"), None) is None:
        return ()
    return (Problem(Where("", lines), "paper-part-unread", Severity.WARNING),)
