"""Dependencies stated by number: «по итогам п. 2.3», «после утверждения плана (п. 1.2)»; a mere mention is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from engine.protocol import Dependency, Item
from intake.links.deeds import MADE
from intake.sense.lemmas import lemmas_of, words_of
from intake.terms.words import plain

_NUMBER = r"(?:\d{1,2}|[ivx]{1,5})(?:\s?\.\s?\d{1,3}){0,3}(?:\s?\.\s?[а-д](?![а-я]))?"
_MENTION = re.compile(
    rf"(?<![а-я])(?:п\.\s?п\.|пп\.|пункт\w{{0,3}}|подпункт\w{{0,3}}|п\.|§|(?<=\()№|(?:поручени|мероприяти|задани)[еяюй]\w?|строк[аеиу]|поз\.|позици\w)\s*(?:№\s*)?(?P<first>{_NUMBER}|[«\"]?[а-и][»\")](?![а-я]))"
    rf"(?:\s*(?:пункт\w{{0,3}}|п\.)\s*(?P<of>{_NUMBER}))?(?P<more>(?:\s?(?:,|и|-|;)\s?(?:п\.\s?|пункт\w{{0,3}}\s)?{_NUMBER})*)\.?(?=(?P<after>.{{0,60}}))"
)
_WAITING = re.compile(
    r"(?:по\s+(?:итогам|результатам|завершении|окончании|исполнении|выполнении|факту|мере)|после|на\s+осно(?:ве|вании)|с\s+(?:уч[её]том|опорой\s+на|использованием)|исходя\s+из|учитывая|опираясь\s+на|результат\w{0,3}|при\s+условии|"
    r"(?:со\s+дня|с\s+(?:момента|даты))\s+(?:исполнени|выполнени|завершени|окончани|утверждени|получени|представлени|предоставлени|подписани|согласовани|проведени)я|"
    r"(?:подготовленн|разработанн|утвержд[её]нн|полученн|собранн|согласованн|сформированн|проведенн|представленн|созданн)\w{2,3}|[а-я]{3,20}(?:нн|т)(?:ы[ехйм]|ыми|ого|ому|ой|ая|ое|ую)\s+(?:согласно|в\s+соответствии\s+с))(?P<between>(?:[^.;:]|(?<=п)\.){0,120})$"
)
_SENTENCE_END = re.compile(r"(?<!п)\.\s|;")
_ELSEWHERE = re.compile(
    r"^\s*(?!настоящ|данн|этого)(?:раздел\w*\s+[^,.;]{1,12}\s)?(?:протокол|решени|постановлени|распоряжени|приказ|указ|закон|поручени|перечн|положени|порядк|стать|ст\.|част|ч\.|глав|устав|кодекс|федеральн|плана\s+меропр|государственн|резолюци)"
)
# A result that is used: «сводка по анкетам (п. 1.2)». What is only watched, put off or done before it waits for none.
_RESULT_NAMED = re.compile(r"[а-я]{4,}\s*\((?:см\.\s*)?$")
_PREVIOUS = re.compile(
    r"(?:после|по\s+(?:итогам|результатам)|на\s+осно(?:ве|вании)|с\s+уч[её]том)\s[^.;:]{0,60}предыдущ\w{2,3}\s+(?:под)?пункт\w{0,2}"
)
# «причины, установленные в п. 5»: a thing that the other item makes, told of there.
_TOLD_THERE = re.compile(
    r"(?P<made>[а-я]{4,}),?\s+[а-я]{3,20}(?:нн|т)(?:ы[ехйм]|ыми|ого|ому|ой|ая|ое|ую)\s+(?:в|во|по|при\s+(?:исполнении|выполнении))\s*$"
)
_ONLY_WATCHED = re.compile(
    r"(?<![а-я])(?:контрол[ьяюе]|обеспечить\s+(?:исполнение|выполнение)|исполнение|выполнение|ответственн\w+\s+за|снять|перенести|продлить|одновременно|наряду|кроме|вместо)(?![а-я])"
)
_BEFORE_IT = re.compile(
    r"(?<![а-я])за\s+\d+\s|(?<![а-я])до\s+(?:начал|проведени)|во\s+исполнение|в\s+дополнение|взамен"
)


def by_number(item: Item, known: Mapping[str, Item]) -> Iterator[Dependency]:
    """The items that this one's words say it waits for, by their numbers. A number of another document is none."""
    said = f"{item.text} ; {item.deadline_raw}"
    text = plain(said)
    if hit := _PREVIOUS.search(text):
        paths = list(known)
        place = paths.index(item.path)
        yield from (Dependency(path, True, "high", hit.group()) for path in paths[:place][-1:])
    for hit in _MENTION.finditer(text):
        if _ELSEWHERE.match(hit["after"]):
            continue
        ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, hit.start())]
        clause = text[ends[-1] if ends else 0 : hit.start()]
        start, made = _said_to_wait(clause)
        if start is None:
            continue
        why = said[hit.start() - len(clause) + start : hit.start("after")].strip(" ,.(")
        for number in _written(hit, known):
            path = _path(number, item.path, known)
            if path is None or path == item.path or (made and not lemmas_of(made) & _lemmas_in(known[path].text)):
                continue
            yield Dependency(path, explicit=True, confidence="high", why=why)


def _said_to_wait(clause: str) -> tuple[int | None, str]:
    """Where the words begin by which an item waits for the number behind them, and what that number must have made."""
    waiting = _WAITING.search(clause)
    if waiting is not None:
        return (None if _BEFORE_IT.search(clause[max(0, waiting.start() - 20) :]) else waiting.start()), ""
    found = _RESULT_NAMED.search(clause)
    told = _TOLD_THERE.search(clause)
    if told is not None and lemmas_of(told["made"]) & MADE:
        found = told
    if found is None or _BEFORE_IT.search(clause) or _ONLY_WATCHED.search(clause):
        return None, ""
    return found.start(), told["made"] if found is told and told else ""


def _lemmas_in(text: str) -> frozenset[str]:
    return frozenset().union(*(word.lemmas for word in words_of(text)))


def _written(hit: re.Match[str], known: Mapping[str, Item]) -> list[str]:
    """The numbers of a mention: «подпункт «а» пункта 2» is 2.а, «п. 1.2, 1.3» are two."""
    letter = re.fullmatch(r"\W?([а-и])\W", hit["first"])
    if letter:
        return [f"{hit['of']}.{letter[1]}"] if hit["of"] else [letter[1]]
    numbers = hit["first"] + hit["more"]
    return [numbers] if numbers in known else list(_numbers(numbers))


def _numbers(written: str) -> Iterator[str]:
    """Each number of «1.2, 1.3 и 1.5», and those between the ends of «2.1-2.4»."""
    last = ""
    for hit in re.finditer(rf"(-)?\s?({_NUMBER})", written):
        number = re.sub(r"\s", "", hit[2])
        if hit[1] and last:
            head, _, first = last.rpartition(".")
            _, _, end = number.rpartition(".")
            if first.isdigit() and end.isdigit() and int(first) < int(end) < int(first) + 40:
                yield from (f"{head}.{n}" if head else str(n) for n in range(int(first) + 1, int(end)))
        yield number
        last = number


def _path(number: str, own: str, known: Mapping[str, Item]) -> str | None:
    """The path that a printed number means for the item that prints it: its own group comes first."""
    group, _, _ = own.rpartition("/")
    beside = f"{own.rpartition('.')[0]}.{number}" if len(number) == 1 and number.isalpha() else number
    for path in (f"{group}/{number}" if group else number, beside, number, number.replace(".", "/", 1), number.upper()):
        if path in known:
            return path
    return None
