"""One thing that a resolution says, as it grows while its lines are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.decisions.labels import Label
from intake.lines.marks import Mark


@dataclass(slots=True)
class Point:
    """A numbered sentence, a heading, or what else stands there, with what hangs on it."""

    form: str  # item | heading | purpose | topic | term | closing
    text: str
    mark: Mark | None
    lines: list[int]
    block: list[int]
    labels: list[Label] = field(default_factory=list)
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    to: str = ""  # the addressee, where it has the numbered line for itself and the order follows on the next
    more: list[str] = field(default_factory=list)  # sentences that go on with the text, joined when all is read

    @property
    def ending(self) -> str:
        """The last words so far."""
        return self.more[-1] if self.more else self.text

    def close(self) -> None:
        """Join what was gathered."""
        self.text = " ".join(filter(None, [self.text, *self.more]))
        self.more = []

    @property
    def first(self) -> int:
        """Its first line."""
        return self.lines[0]
