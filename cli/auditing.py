"""An audit as somebody reads it: per organisation a table of mechanisms and stages, then each gap with its command."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from cli.output import width
from cli.table import laid_out
from cli.terminal import Terminal

if TYPE_CHECKING:
    from engine.audit.row import CycleRow, Gap
    from engine.definition.workflow import Mechanism, Workflow

HEADING = 8  # letters of a stage's title at the head of its column

VOWELS = "аеёиоуыэюяaeiouy"


class Report:
    """How one audit is told: in which language, with which titles of mechanisms and stages."""

    def __init__(self, terminal: Terminal, workflow: Workflow, mechanisms: Iterable[Mechanism]) -> None:
        self.terminal = terminal
        self.stages: Mapping[str, str] = {
            name: getattr(stage.title, terminal.lang) for name, stage in workflow.stages.items() if stage.produces
        }
        self.mechanisms = {each.code: getattr(each.title, terminal.lang) for each in mechanisms}

    def lines(self, rows: Iterable[CycleRow], *, brief: bool, file: str = "") -> list[str]:
        """The whole report; of a document (`file`) the ways out are told once, since nothing is recorded yet."""
        told: list[str] = []
        every = tuple(rows)
        for place, group in groupby(every, key=lambda row: (row.organisation, row.period)):
            of_place = tuple(group)
            told += ["", *self._place(" · ".join(filter(None, place)), of_place, brief, bool(file))]
        touched = [row for row in every if row.touched]
        if touched:
            told += ["", *self._closing(touched, file)]
        return told[1:] or [self.terminal.words("audit-none")]

    def _place(self, place: str, rows: tuple[CycleRow, ...], brief: bool, paper: bool) -> list[str]:
        touched = [row for row in rows if row.touched]
        lines = [place]
        if touched:
            lines += [*self._table(touched), self.terminal.words("audit-legend")]
        untouched = [row.mechanism for row in rows if not row.touched]
        if untouched:
            lines.append(self.terminal.words("untouched", mechanisms=", ".join(untouched)))
        for row in touched if not brief else ():
            lines += ["", *(self._paper_gaps(row) if paper else self._gaps(row))]
        return lines

    def _table(self, rows: list[CycleRow]) -> list[str]:
        words = self.terminal.words
        heads = [words("col-mechanism"), *map(_heading, self.stages.values()), words("col-gaps")]
        cells = [
            [
                f"{row.mechanism} {row.case}".rstrip(),
                *(words(f"stands-{row.stages[name]}") for name in self.stages),
                str(len(row.gaps)),
            ]
            for row in rows
        ]
        return laid_out(heads, cells, 200).rstrip("\n").splitlines()

    def _head(self, row: CycleRow) -> str:
        case = f" ({row.case})" if row.case else ""
        return f"{row.mechanism} {self.mechanisms.get(row.mechanism, '')}".rstrip() + case

    def _gaps(self, row: CycleRow) -> list[str]:
        from engine.audit.answer import finding, way_out

        lang = self.terminal.lang
        lines = [self._head(row)]
        for gap in row.gaps:
            lines += textwrap.wrap(f"- {finding(gap, lang)}", width(), initial_indent="  ", subsequent_indent="    ")
            lines.append(f"    {way_out(gap, lang)}")
        return lines

    def _paper_gaps(self, row: CycleRow) -> list[str]:
        """What one document lacks of a cycle and what it only plans: two lines, not one for each stage."""
        lines = [self._head(row)]
        for code, rules in (("audit-paper-absent", ("paper-absent", "paper-skipped")), ("audit-paper-planned", ())):
            gaps = [gap for gap in row.gaps if (gap.rule in rules if rules else gap.rule == "paper-planned")]
            if gaps:
                told = self.terminal.words(code, stages=", ".join(map(self._stage, gaps)))
                lines += textwrap.wrap(told, width(), initial_indent="  ", subsequent_indent="    ")
        return lines

    def _stage(self, gap: Gap) -> str:
        plans = gap.facts.get("plans", "")
        title = self.stages[gap.stage]
        return f"{title} ({self.terminal.words('picture-item', path=plans)})" if plans else title

    def _closing(self, rows: list[CycleRow], file: str) -> list[str]:
        """How many gaps there are and where most of them; a command for the first of them."""
        words, worst = self.terminal.words, max(rows, key=lambda row: len(row.gaps))
        count = sum(len(row.gaps) for row in rows)
        if not count:
            return [words("audit-whole")]
        standing = Counter(str(stands) for row in rows for stands in row.stages.values())
        counts = {f"of_{stands}": standing[stands] for stands in ("absent", "planned", "recorded", "proven")}
        lines = [words("audit-sum", count=count, cycles=len(rows), **counts)]
        if any(len(row.gaps) < len(worst.gaps) for row in rows):
            lines.append(words("audit-worst", row=f"{worst.organisation} · {self._head(worst)}", count=len(worst.gaps)))
        if file:
            lines.append(words("audit-paper-way", file=file))
        return lines


def _heading(title: str) -> str:
    """A short head for a column: the last word of a title, without its end if it is long."""
    word = title.split()[-1]
    word = word[:1].upper() + word[1:]
    return word if len(word) <= HEADING else word[: HEADING - 1].rstrip(VOWELS) + "."
