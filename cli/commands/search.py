"""`search`: documents, assignments, cases, records, proofs and people, by the words in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cli.complaint import Complaint
from cli.exits import Exit
from cli.output import Sheet, written
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.store.search import Hit, Query
    from engine.store.texts import Text

Words = Annotated[list[str], typer.Argument(metavar="TEXT…", show_default=False)]
MOST = 20  # rows of a table; whoever wants more says --limit
AROUND = 60  # letters of a long text before the first word that was found
REGISTER = ("person", "org", "group")
COLUMNS = ("id", "kind_title", "text", "date")


def search(ctx: typer.Context, sought: Words) -> None:
    """Show what has these words, in any of their forms; an id or a number as it is written comes first."""
    from cli.looking import view
    from engine.store.search import search as look_for
    from engine.store.texts import texts

    terminal, given = Terminal.of(ctx), " ".join(sought)
    asked = _query(given)
    with view(terminal) as window:
        every = list(texts(window))
    hits = look_for(asked, every)
    if terminal.as_of is not None and any(hit.text.kind in REGISTER for hit in hits):
        terminal.talk("search-register")
    if not hits:
        _tell_none(terminal, given, every)
    elif not any(hit.exact or hit.whole for hit in hits):
        terminal.talk("search-partly")
    if terminal.format == "table" and hits:
        _show(terminal, hits, asked)
    elif terminal.format != "table":
        terminal.show(Sheet("search", COLUMNS, [_row(terminal, hit) for hit in hits]))


def _query(given: str) -> Query:
    from cli.ids import candidates
    from engine.store.search import query

    asked = query(given, candidates(given))
    if asked is None:
        raise Complaint("search-wordless", {"given": given}, Exit.USAGE)
    return asked


def _tell_none(terminal: Terminal, given: str, every: Sequence[Text]) -> None:
    """Nothing has any of the words: say so, and which word of the books comes near."""
    from cli.suggest import nearest
    from engine.store.search import WORD, folded

    known = {word for text in every for word in WORD.findall(folded(" ".join((text.title, *text.more))))}
    near = next(filter(None, (nearest(word, known) for word in WORD.findall(folded(given)) if len(word) > 2)), "")
    terminal.talk("search-near" if near else "search-none", near=near)


def _show(terminal: Terminal, hits: Sequence[Hit], asked: Query) -> None:
    """A table of the first of them, in which the words that were found are set off where the screen can."""
    from engine.store.search import marked

    most, manner = terminal.limit or MOST, terminal.manner()
    rows = [{**_row(terminal, hit), "text": _excerpt(hit.text, asked)} for hit in hits[:most]]
    head, rule, *lines = written(Sheet("search", COLUMNS, rows), manner).split("\n")
    if manner.bold:
        lines = [marked(line, asked.forms, "\x1b[1m{}\x1b[0m".format) for line in lines]
    terminal.show_text("\n".join((head, rule, *lines)))
    if len(hits) > most:
        terminal.talk("search-more", count=len(hits) - most, all=len(hits))


def _row(terminal: Terminal, hit: Hit) -> dict[str, object]:
    text = hit.text
    return {
        "id": text.id,
        "kind": text.kind,
        "kind_title": terminal.words(f"found-{text.kind}"),
        "case": text.case or None,
        "text": text.title,
        "date": text.day or None,
        "exact": hit.exact,
        "all_words": hit.whole,
        "matched": list(hit.words),
    }


def _excerpt(text: Text, asked: Query) -> str:
    """A title from a little before the first word that was found in it, and where else the words stand."""
    from engine.store.search import WORD, folded

    title = " ".join(text.title.split())
    first = next((word.start() for word in WORD.finditer(title) if folded(word[0]) in asked.forms), 0)
    shown = "…" + title[first - AROUND :].partition(" ")[2] if first > AROUND else title
    for each in text.more:
        if each not in shown and not asked.forms.isdisjoint(WORD.findall(folded(each))):
            shown = f"{shown} · {each}"
    return shown
