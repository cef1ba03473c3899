"""The words of the program, Russian and English side by side: a code and its facts in, a sentence out."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

Lang = Literal["ru", "en"]
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)\S*)?")


class Words(NamedTuple):
    """What one code says: the sentence and, where there is one, the way out, each in both languages.

    A blank is `{name}`; a word that follows a number is `{n:поручение|поручения|поручений}` or `{n:task|tasks}`.
    """

    ru: str
    en: str
    fix_ru: str = ""
    fix_en: str = ""
    number: str = ""  # 'E-041', for `resheno help E-041`; talk has none


def plural(number: int, forms: list[str]) -> str:
    """The form of a word that goes with a number: one | few | many in Russian, one | many in English."""
    if len(forms) == 2:
        return forms[0] if abs(number) == 1 else forms[1]
    tens, ones = abs(number) // 10 % 10, abs(number) % 10
    if tens == 1 or ones == 0 or ones > 4:
        return forms[2]
    return forms[0] if ones == 1 else forms[1]


class _Speech(string.Formatter):
    """Fills blanks with text only: no attribute, index or conversion of a fact can be reached from a template."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        if not re.fullmatch(r"[a-z_]+", field_name):
            raise ValueError(f"a blank is a plain name, not {field_name!r}")
        return kwargs.get(field_name, "…"), field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            return plural(int(value), format_spec.split("|"))
        return str(value)


def fill(template: str, facts: Mapping[str, object]) -> str:
    """A template with its blanks filled in; a blank without a fact shows as «…»."""
    return _Speech().vformat(template, (), facts)


def day_told(day: str, lang: Lang) -> str:
    """A day or a moment of the journal as people of the language write it; any other text as it is."""
    if len(day) < 10 or (shape := _ISO.fullmatch(day)) is None:
        return day
    written = ".".join(reversed(shape[1].split("-"))) if lang == "ru" else shape[1]
    return f"{written} {shape[2]}" if shape[2] else written


def _told(facts: Mapping[str, object], lang: Lang) -> Mapping[str, object]:
    """Facts with their days as this language writes them; who speaks English writes them as the journal does."""
    return facts if lang == "en" else {name: _as_said(value) for name, value in facts.items()}


def _as_said(value: object) -> object:
    return value if isinstance(value, int) else day_told(str(value), "ru")


def words_for(code: str) -> Words:
    """The row of a code; a code without a row is a fault of ours, which a test looks for."""
    # Help and the daily commands say nothing that is not in this one table: the others stay unloaded.
    from engine.messages.talk import TALK

    if code in TALK:
        return TALK[code]
    from engine.messages import catalogue

    return catalogue.WORDS[code]


def say(code: str, facts: Mapping[str, object], lang: Lang) -> str:
    """The sentence of a code in a language."""
    row = words_for(code)
    return fill(row.ru if lang == "ru" else row.en, _told(facts, lang))


def fix(code: str, facts: Mapping[str, object], lang: Lang) -> str:
    """What to do about it, or an empty string."""
    row = words_for(code)
    return fill(row.fix_ru if lang == "ru" else row.fix_en, _told(facts, lang))


def in_language(facts: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """Facts that come once per language (`role_ru`, `role_en`) under their plain name (`role`)."""
    mark = f"_{lang}"
    return {**facts, **{name.removesuffix(mark): value for name, value in facts.items() if name.endswith(mark)}}
