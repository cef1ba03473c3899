"""Shares beside their counts: «7 из 20 школ (35 %)». A share that its own counts do not give is a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from engine.problems import Problem, Severity, Where
from intake.paper import Line

_SHARE = r"(?P<share>\d{1,3}(?:[.,]\d{1,3})?)\s?(?:%|процент)"
_COUNTS = r"(?P<part>\d{1,6})\s+из\s+(?P<whole>\d{1,6})(?!\d|[.,]\d)"
_BESIDE = r"[^\d.;%()]{0,60}"
_FORMS = (
    re.compile(rf"(?<![\d.,]){_COUNTS}{_BESIDE}\(\s*(?:это\s+)?{_SHARE}"),
    re.compile(rf"(?<![\d.,]){_COUNTS}{_BESIDE}[,–-]\s*(?:то есть|это|или|что составляет)\s+{_SHARE}"),
    re.compile(rf"(?<![\d.,]){_SHARE}\w{{0,3}}{_BESIDE}\(\s*{_COUNTS}"),
)
_ROUNDED = 1.0  # of a percent: people round up, down and to the nearest


def shares(file: str, lines: Iterable[Line]) -> Iterator[Problem]:
    """The shares that do not match the counts they stand beside."""
    for line in lines:
        if "%" in line.text or "процент" in line.text:
            for form in _FORMS:
                yield from (_told(file, line.number, hit) for hit in form.finditer(line.text) if not _matches(hit))


def _matches(hit: re.Match[str]) -> bool:
    part, whole = int(hit["part"]), int(hit["whole"])
    return not whole or part > whole or abs(100 * part / whole - _stated(hit)) < _ROUNDED


def _stated(hit: re.Match[str]) -> float:
    return float(hit["share"].replace(",", "."))


def _told(file: str, line: int, hit: re.Match[str]) -> Problem:
    share = f"{100 * int(hit['part']) / int(hit['whole']):.1f}".removesuffix(".0").replace(".", ",")
    facts = {"part": hit["part"], "whole": hit["whole"], "share": share, "stated": hit["share"]}
    return Problem(Where(file, line), "share-mismatch", Severity.WARNING, facts)
