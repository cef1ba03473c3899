"""Paragraphs of a resolution to points: numbered sentences, headings, and what hangs on them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from intake.decisions.actions import has_action, starts_with_action
from intake.decisions.labels import Label, cut, labels_of_line, order_behind
from intake.decisions.leads import is_heading_text, only_asks, speaks_only_to
from intake.decisions.openings import CLOSES, CONTROL, NOTE, PURPOSE, SECTION, TALLY, orders, speaks_to
from intake.decisions.point import Point
from intake.decisions.tails import cut_tail, is_term
from intake.lines.marks import Mark, mark_of
from intake.lines.paragraphs import Paragraph
from intake.who.names import NAME


class Gathering:
    """Points as they come, and what each line was read as."""

    def __init__(self, in_attachment: bool = False) -> None:
        self.points: list[Point] = []
        self.roles: dict[int, str] = {}
        self.tables: list[list[tuple[int, tuple[str, ...]]]] = []
        self._sink = ""  # what an unmarked line would continue: text, a kind of label, vote, or nothing
        self._attached = in_attachment
        self._following: Paragraph | None = None

    def take(self, paragraph: Paragraph, following: Paragraph | None = None) -> None:
        """Read one paragraph; the one after it tells the title of a table and the purpose over headings."""
        self._following = following
        head = paragraph.head
        text, mark = paragraph.text, head.notice.mark
        if head.opens == "decided" and head.rest:
            mark = mark_of(text)
            text = text[mark.length :] if mark else text
        if head.opens in ("decided", "attachment") and not (head.opens == "decided" and head.rest):
            self._mark_roles(paragraph, head.opens)
            self._sink = ""
        elif head.opens == "enclosure":
            self._mark_roles(paragraph, "enclosure")
        elif head.opens == "topic":
            self._add(paragraph, "topic", text)
        elif head.opens == "vote" or (
            self._sink == "vote" and not head.notice.mark and TALLY.search(text) and len(text) < 120
        ):
            self._mark_roles(paragraph, "vote")
            self._sink = "vote"
        elif self._in_broken_row(paragraph):
            self._extend_row(paragraph, text)
        elif head.notice.row:
            self._row(paragraph)
        elif mark and (ordered := order_behind(text))[0]:
            self._add(paragraph, "item", ordered[0], mark)
            self.points[-1].labels.extend(ordered[1])
        elif labels := labels_of_line(text):
            if self._over_items(labels):
                self._add(paragraph, "term", text)
                self.points[-1].labels.extend(labels)
                self._sink = ""
            else:
                self._labels(paragraph, labels)
        elif mark and not self._lists_people(paragraph):
            self._add(paragraph, "item", text, mark)
        else:
            self._unmarked(paragraph, text)

    def _mark_roles(self, paragraph: Paragraph, role: str) -> None:
        self.roles.update(dict.fromkeys(paragraph.numbers, role))

    def _add(self, paragraph: Paragraph, form: str, text: str, mark: Mark | None = None) -> None:
        body, labels = cut(text, whole_line=False) if form in ("item", "closing") else (text, ())
        self.points.append(Point(form, body, mark, list(paragraph.numbers), list(paragraph.numbers), list(labels)))
        self._mark_roles(paragraph, form)
        self._sink = labels[-1].kind if labels else "text"

    def _labels(self, paragraph: Paragraph, labels: tuple[Label, ...]) -> None:
        self._mark_roles(paragraph, labels[-1].kind)
        if not self.points:
            return
        self.points[-1].labels.extend(labels)
        self.points[-1].block.extend(paragraph.numbers)
        self._sink = labels[-1].kind

    def _row(self, paragraph: Paragraph) -> None:
        row = (paragraph.head.notice.number, paragraph.head.notice.row)
        if not self.tables or self._sink != "table":
            self.tables.append([])
            if self.points:
                self.points[-1].rows = self.tables[-1]
        self.tables[-1].append(row)
        self._mark_roles(paragraph, "table")
        self._sink = "table"

    def _in_broken_row(self, paragraph: Paragraph) -> bool:
        """A cell with several lines breaks its row: the row so far has fewer cells than the head of the table."""
        if self._sink != "table" or paragraph.gap:
            return False
        rows = self.tables[-1]
        missing = len(rows[0][1]) - len(rows[-1][1])
        row = paragraph.head.notice.row or ("",)
        whole = len(row) == len(rows[0][1]) or paragraph.head.notice.line.text.lstrip().startswith("|")
        return len(rows) > 1 and missing > 0 and not whole and len(row) - 1 <= missing

    def _extend_row(self, paragraph: Paragraph, text: str) -> None:
        number, cells = self.tables[-1][-1]
        first, *rest = paragraph.head.notice.row or (paragraph.head.notice.text,)
        self.tables[-1][-1] = (number, (*cells[:-1], f"{cells[-1]}\n{first}", *rest))
        self._mark_roles(paragraph, "table")

    def _over_items(self, labels: tuple[Label, ...]) -> bool:
        """A term that stands over items instead of below one: the first does, or the like of it did before."""
        if labels[0].kind != "deadline" or self._following is None or not self._following.head.notice.mark:
            return False
        items = [point.form for point in self.points if point.form in ("item", "closing", "term")]
        return not items or items[0] == "term"

    def _term_alone(self, text: str) -> bool:
        """«До 23 января» on a line of its own, over what is due by then."""
        if self._following is None or not text[:1].isupper() or self._sink in ("deadline", "executors", "helpers"):
            return False
        return len(text) < 60 and not text.endswith((",", ";")) and is_term(text)

    def _lists_people(self, paragraph: Paragraph) -> bool:
        """A dash or bracket under «Исполнители:» that names somebody."""
        mark = paragraph.head.notice.mark
        if self._sink not in ("executors", "helpers") or mark is None or mark.form == "decimal":
            return False
        listed = self.points[-1].mark if self.points else None
        if listed and listed.form == mark.form:
            return False
        return not starts_with_action(paragraph.text) and bool(
            NAME.match(paragraph.text) or not has_action(paragraph.text)
        )

    def _unmarked(self, paragraph: Paragraph, text: str) -> None:
        if self._term_alone(text):
            self._add(paragraph, "term", text)
            self.points[-1].labels.append(Label("deadline", text.rstrip(":.")))
            self._sink = ""
        elif CLOSES.match(text) and not has_action(text):
            self._mark_roles(paragraph, "note")
            self._sink = ""
        elif self._heads_numbers(paragraph, text):
            self._add(paragraph, "heading", text)
        elif self._continues_label(paragraph, text):
            last = self.points[-1]
            label = last.labels[-1]
            # A post broken over two lines is one; a new person begins with a name, a new body after a comma or a gap.
            glued = (
                not paragraph.gap
                and bool(label.value)
                and not label.value.endswith((",", ";"))
                and not NAME.match(text)
            )
            last.labels[-1] = Label(label.kind, f"{label.value}{' ' if glued else chr(10)}{text}".strip())
            last.block.extend(paragraph.numbers)
            self._mark_roles(paragraph, label.kind)
        elif is_heading_text(text) and not (
            self._sink == "text" and self.points and self._is_open() and not speaks_to(text)
        ):
            self._add(paragraph, self._form_of_heading(text), text)
        elif self._is_purpose(text):
            self._add(paragraph, "purpose", text)
        elif NOTE.match(text):
            self._mark_roles(paragraph, "note")
        elif CONTROL.match(text):
            self._add(paragraph, "closing", text)
        elif self._names_speakers(text):
            self._mark_roles(paragraph, "speaker")
        elif self._begins_item(paragraph, text):
            self._add(paragraph, "closing" if self._after_numbers() else "item", text)
        elif self._titles_table(paragraph):
            self._mark_roles(paragraph, "table")
        elif self._sink in ("text", "table") and self.points and self.points[-1].form == "item":
            self._continue(paragraph, text)
        elif self._attached:
            self._mark_roles(paragraph, "attachment")

    def _after_numbers(self) -> bool:
        """An unnumbered order below numbered ones, in a table or not, belongs to none of their headings."""
        last = self.points[-1] if self.points else None
        numbered = last is not None and last.form == "item" and last.mark is not None and last.mark.form != "dash"
        return numbered or self._sink == "table" or (last is not None and last.form == "closing")

    def _heads_numbers(self, paragraph: Paragraph, text: str) -> bool:
        """A line over numbered ones that no colon ends: a section, an addressee, a bold title."""
        if self._following is None or has_action(text):
            return False
        if not self._following.head.notice.mark:
            return speaks_only_to(text) and starts_with_action(self._following.text)
        if self._sink in ("executors", "helpers") and NAME.match(text) and not paragraph.gap:
            return False  # one more of those who carry out the item above
        bold = paragraph.head.notice.line.bold and not text.endswith((".", ";", ","))
        return bold or bool(SECTION.match(text)) or speaks_only_to(text)

    def _names_speakers(self, text: str) -> bool:
        """The line under a question's title that says who reported."""
        under_title = bool(self.points) and self.points[-1].form == "topic"
        return under_title and not has_action(text) and (text.startswith("(") or bool(NAME.match(text)))

    def _titles_table(self, paragraph: Paragraph) -> bool:
        if self._following is None or not self._following.head.notice.row:
            return False
        closed = bool(self.points) and self.points[-1].ending.endswith(".")
        return self._sink != "text" or (paragraph.gap and closed)

    def _form_of_heading(self, text: str) -> str:
        over_headings = PURPOSE.match(text) and self._heading_follows()
        return "purpose" if over_headings or only_asks(text) else "heading"

    def _heading_follows(self) -> bool:
        after = self._following
        return (
            after is not None
            and not after.head.notice.mark
            and not after.head.notice.row
            and is_heading_text(after.text)
        )

    def _is_open(self) -> bool:
        return (
            self.points[-1].form == "item"
            and not self.points[-1].ending.endswith((".", ";", ":", ",", "!", "?"))
            and self._sink == "text"
        )

    def _is_purpose(self, text: str) -> bool:
        return bool(PURPOSE.match(text)) and not has_action(text) and self._sink != "text"

    def _continues_label(self, paragraph: Paragraph, text: str) -> bool:
        if (
            self._sink not in ("executors", "helpers", "deadline", "watch")
            or not self.points
            or not self.points[-1].labels
        ):
            return False
        value = self.points[-1].labels[-1].value
        if not value:
            return True
        if self._sink == "deadline" or starts_with_action(text) or text.endswith(":"):
            return False
        return (
            text[:1].islower()
            or bool(NAME.match(text))
            or value.endswith((",", ";"))
            or (not orders(text) and not paragraph.gap)
        )

    def _begins_item(self, paragraph: Paragraph, text: str) -> bool:
        """An unnumbered sentence that is an order of its own."""
        if not orders(text):
            return False
        if self._sink != "text" or not self.points or self.points[-1].form != "item":
            return True
        if self.points[-1].mark and speaks_only_to(self.points[-1].ending):
            return False
        if text[:1].isupper() and self.points[-1].ending.endswith("."):
            return True
        return (
            not self.points[-1].mark
            and not (text[:1].islower() and not starts_with_action(text))
            and not self._is_open()
        )

    def _continue(self, paragraph: Paragraph, text: str) -> None:
        last = self.points[-1]
        body, labels = cut(text, whole_line=False)
        goes_on = text[:1].islower() and not starts_with_action(text)
        if last.mark and not goes_on and not last.more and not last.to and orders(text) and speaks_only_to(last.text):
            last.to, last.text = last.text, ""
        last.more.append(body)
        last.lines.extend(paragraph.numbers)
        last.block.extend(paragraph.numbers)
        last.labels.extend(labels)
        self._mark_roles(paragraph, "item")
        self._sink = labels[-1].kind if labels else "text"


def gather(found: Sequence[Paragraph], in_attachment: bool = False) -> Gathering:
    """All points of one resolution or attachment."""
    gathering = Gathering(in_attachment)
    for paragraph, following in zip_longest(found, found[1:]):
        gathering.take(paragraph, following)
    for point in gathering.points:
        point.close()
        if point.form in ("item", "closing") and not point.rows:
            point.text, tails = cut_tail(point.text)
            said = {label.kind for label in point.labels}
            point.labels.extend(label for label in tails if label.kind not in said)
    return gathering
