"""Right, wrong and missed answers, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.intake.phrases import Phrase


@dataclass(slots=True)
class Score:
    """The answers to some phrases; `silent` are those where it was right to say nothing, and nothing was said."""

    phrases: int = 0
    right: int = 0
    wrong: int = 0
    missed: int = 0
    silent: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def only_silence(self) -> bool:
        """Nothing was to be found in any of the phrases."""
        return not self.right and not self.missed

    @property
    def precision(self) -> float:
        """The share of right answers; where nothing was to be found, of phrases rightly passed over."""
        if self.only_silence:
            return self.silent / self.phrases
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what was to be found; where nothing was, of phrases rightly passed over."""
        return self.silent / self.phrases if self.only_silence else self.right / (self.right + self.missed)

    @property
    def balance(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add_day(self, expected: Sequence[str], got: Sequence[str]) -> bool:
        """One answer of which several may be right; '' among them allows for none."""
        given = next(iter(got), "")
        if given in expected:
            self.right += bool(given)
            return True
        self.wrong += bool(given)
        self.missed += "" not in expected
        return False

    def add_list(self, expected: Sequence[str], got: Sequence[str]) -> bool:
        """A list, of which each is found or not."""
        left = [_plain(one) for one in expected]
        for one in got:
            if _plain(one) in left:
                left.remove(_plain(one))
                self.right += 1
            else:
                self.wrong += 1
        self.missed += len(left)
        return not left and len(got) == len(expected)


def score(phrases: Sequence[Phrase], answers: Sequence[Mapping[str, list[str]]], only: str = "") -> dict[str, Score]:
    """The score of each row of phrases, and of all."""
    rows: dict[str, Score] = {}
    for phrase, answer in zip(phrases, answers, strict=True):
        for name in (phrase.row, "all"):
            row = rows.setdefault(name, Score())
            exact = True
            for what, expected in phrase.fields:
                if not only or what == only:
                    add = row.add_day if phrase.decided else row.add_list
                    exact = add(expected, answer[what]) and exact
            row.phrases += 1
            row.silent += exact and not any(answer[what] for what, _ in phrase.fields)
            if not exact:
                row.errors.append(f"{phrase.text} → {dict(answer)}, not {dict(phrase.fields)}")
    return {**{name: row for name, row in rows.items() if name != "all"}, "all": rows["all"]}


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())
