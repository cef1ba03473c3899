"""The sentences of the rules known so far are read, each over the thing that it is given."""

from __future__ import annotations

import pytest

from engine.rules.lexicon import Attribute, Lexicon, Name
from tests.engine.rules.kit import meaning, name, refused, understood

D, T, N, P = "date", "text", "number", "people"


def about(case: str, own: dict[str, str], other: dict[str, dict[str, str]] | None = None, *values: str) -> Lexicon:
    """A lexicon whose codes are the Russian names: the case with its fields, and other things with theirs."""
    things = {case: own, **(other or {})}
    kinds = {kind: Name(kind, kind, f"{kind}-en") for kind in things}
    named = tuple(name(value, value, f"{value}-en") for value in values)
    attributes = {
        kind: {
            field: Attribute(Name(field, field, f"{field}-en"), type, named if field in ("срок", "вид") else ())
            for field, type in found.items()
        }
        for kind, found in things.items()
    }
    links = {kind: frozenset(things.keys() - {kind}) for kind in things}
    return Lexicon(case, kinds, attributes, links, {}, {}, {})


PROTOCOL = about(
    "протокол",
    {
        **{"состав": P, "кворум": N, "число присутствующих": N, "присутствующие": P, "отсутствующие": P},
        **{"приглашённые": P, "председатель": P, "секретарь": P, "контролёр": P, "орган": T, "вид": T, "номер": T},
        **{"дата": D, "место": T, "лидеры пар": P, "подопечные пар": P},
    },
    {"вопрос": {}, "пункт": {}, "открытое поручение": {}, "рассмотрение": {}},
)
ITEM = about(
    "пункт",
    {"номер": T, "путь": T, "срок шапки": D, "текст": T, "оценённые": P},
    {
        **{"вопрос": {"номер": T}, "поручение": {"срок": D}, "механизм": {}, "приложение": {}, "отклик": {}},
        "протокол": {"заслушанные": P},
    },
)
ASSIGNMENT = about(
    "поручение",
    {
        **{"исполнитель": P, "срок": D, "написанная дата": D, "последний день": D, "начало срока": D, "конец срока": D},
        **{"период пересмотра": T, "дата события": D, "дата закрытия": D, "просрочка": T, "ближайший рабочий день": D},
        **{"адресат": T, "соисполнитель": P, "ответственный": P, "ведущий": P, "получатель": T, "дата передачи": D},
        **{"условие": T, "исход": T, "целевой рост": N, "база": N, "рост": N, "начало работы": D},
    },
    {
        **{"протокол": {"дата": D}, "член группы": {}, "подпоручение": {}, "двойник": {}, "событие": {}},
        **{"предшественник": {"дата закрытия": D, "срок": D}, "этап": {"срок": D}},
    },
    *("дата", "месяц", "период", "учебный год", "постоянно", "событие"),
)
STAGE = about(
    "этап", {"дата закрытия": D, "срок": D}, {"предыдущий этап": {"дата закрытия": D, "срок": D}, "соглашение": {}}
)
REST = about(
    "выгрузка",
    {
        **{"дата действия": D, "версия": T, "заявленное число": N, "число имён": N, "год": N, "срок отчёта": D},
        **{"руководитель": P, "отметка": T, "доступ": T},
    },
    {
        **{"протокол": {"дата": D, "присутствующие": P, "отсутствующие": P}, "соглашение": {}, "лидер": {}},
        **{"оценка": {}, "закрытое название": {}, "личный адрес": {}},
    },
)

SENTENCES: list[tuple[Lexicon, str, str]] = [
    *((PROTOCOL, "count", f"указан {field}") for field in ("состав", "председатель", "секретарь", "орган", "вид")),
    (PROTOCOL, "compare", "кворум не менее 1/2 состава"),
    (PROTOCOL, "count", "указано число присутствующих"),
    (PROTOCOL, "count", "указаны присутствующие"),
    (PROTOCOL, "apart", "присутствующие и приглашённые — разные люди"),
    (PROTOCOL, "count", "указана дата"),
    (PROTOCOL, "count", "указано место"),
    (PROTOCOL, "count", "есть вопрос"),
    (PROTOCOL, "count", "у каждого вопроса есть пункт"),
    (PROTOCOL, "count", "у каждого открытого поручения есть рассмотрение"),
    (PROTOCOL, "apart", "лидеры пар и подопечные пар не совпадают"),
    (ITEM, "compare", "номер начинается с номера вопроса"),
    (ITEM, "unique", "путь не повторяется"),
    (ITEM, "count", "указан срок шапки"),
    (ITEM, "count", "есть поручение со сроком"),
    (ITEM, "compare", "текст содержит «приложени»"),
    (ITEM, "count", "у каждого механизма есть приложение"),
    (ITEM, "among", "оценённые среди заслушанных протокола"),
    (ITEM, "count", "нет поручения"),
    (ITEM, "count", "есть отклик"),
    (ASSIGNMENT, "compare", "срок равен «дата»"),
    (ASSIGNMENT, "compare", "срок равен «учебный год»"),
    (ASSIGNMENT, "compare", "срок равен написанной дате"),
    (ASSIGNMENT, "compare", "срок равен последнему дню"),
    (ASSIGNMENT, "compare", "срок равен ближайшему рабочему дню"),
    (ASSIGNMENT, "compare", "срок не раньше начала срока"),
    (ASSIGNMENT, "compare", "дата закрытия не позже чем через 10 дней после даты события"),
    (ASSIGNMENT, "count", "указан период пересмотра"),
    (ASSIGNMENT, "count", "нет события"),
    (ASSIGNMENT, "count", "нет даты события"),
    (ASSIGNMENT, "count", "нет просрочки"),
    (ASSIGNMENT, "compare", "адресат содержит «во взаимодействии»"),
    (ASSIGNMENT, "count", "есть соисполнитель"),
    (ASSIGNMENT, "count", "есть ровно один ответственный"),
    (ASSIGNMENT, "count", "у каждого члена группы есть подпоручение"),
    (ASSIGNMENT, "count", "есть двойник"),
    (ASSIGNMENT, "compare", "дата закрытия не раньше даты передачи"),
    (ASSIGNMENT, "compare", "условие равно «не выполнено»"),
    (ASSIGNMENT, "compare", "исход равен «неприменимо»"),
    (ASSIGNMENT, "compare", "рост не менее целевого роста"),
    (ASSIGNMENT, "compare", "начало работы не раньше даты закрытия предшественника"),
    (ASSIGNMENT, "compare", "срок не раньше срока предшественника"),
    (ASSIGNMENT, "compare", "срок не позже срока этапа"),
    (STAGE, "compare", "дата закрытия не раньше даты закрытия предыдущего этапа"),
    (STAGE, "count", "есть соглашение"),
    (REST, "compare", "дата действия равна дате протокола"),
    (REST, "count", "указана версия"),
    (REST, "compare", "заявленное число равно числу имён"),
    (REST, "count", "есть ровно один лидер"),
    (REST, "compare", "год равен 2"),
    (REST, "count", "нет оценки"),
    (REST, "among", "руководитель среди присутствующих протокола"),
    (REST, "compare", "доступ равен «для всех»"),
    (REST, "count", "нет закрытого названия"),
    (REST, "count", "нет личного адреса"),
]


@pytest.mark.parametrize(("lexicon", "form", "sentence"), SENTENCES, ids=[row[2] for row in SENTENCES])
def test_it_is_read_as_its_form(lexicon: Lexicon, form: str, sentence: str) -> None:
    assert understood(sentence, lexicon).form == form


def test_no_two_of_them_mean_the_same() -> None:
    meanings = [(lexicon.case, meaning(understood(sentence, lexicon))) for lexicon, _, sentence in SENTENCES]
    assert len(set(meanings)) == len(meanings)


def test_the_same_words_over_another_thing_are_refused() -> None:
    assert refused("номер начинается с номера вопроса", STAGE).code in ("rule-strange", "rule-unknown")
