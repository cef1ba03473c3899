from __future__ import annotations

from datetime import date

import pytest

from engine.protocol import Deadline, Dependency, Item, ItemKind
from intake.links.dependencies import link
from intake.sense.meaning import kind_of, mechanisms_of, stages_of


def items(*said: tuple[str, str] | tuple[str, str, date]) -> tuple[Item, ...]:
    return tuple(
        Item(
            path=one[0],
            kind=kind_of(one[1]),
            text=one[1],
            lines=(n, n),
            deadline=Deadline("date", due=one[2]) if len(one) == 3 else Deadline(),
            mechanisms=mechanisms_of(one[1])[0],
            stages=stages_of(one[1])[0],
        )
        for n, one in enumerate(said, 1)
    )


def explicit(found: tuple[Item, ...], path: str) -> list[str]:
    return [d.path for d in of(found, path) if d.explicit]


def of(found: tuple[Item, ...], path: str) -> tuple[Dependency, ...]:
    return next(item for item in found if item.path == path).depends_on


LIST = ("2.1", "Подготовить список.")


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("По итогам п. 2.1 составить график.", ["2.1"]),
        ("По результатам исполнения пункта 2.1 составить график.", ["2.1"]),
        ("Разместить график после утверждения списка (п. 2.1).", ["2.1"]),
        ("На основании списка, подготовленного по пункту 2.1, составить график.", ["2.1"]),
        ("С учётом пп. 2.1, 2.2 составить график.", ["2.1", "2.2"]),
        ("На основании списка (п. 2.1) и результатов осмотра (п. 2.2) составить график.", ["2.1", "2.2"]),
        ("После исполнения пунктов 2.1-2.3 доложить.", ["2.1", "2.2", "2.3"]),
        ("После исполнения пункта 2.1 настоящего протокола доложить.", ["2.1"]),
        ("Провести анализ результатов мониторинга (п. 2.1).", ["2.1"]),
        ("По результатам приёмки (№ 2.1) составить акты.", ["2.1"]),
        ("Разослать приглашения за 10 дней до начала (п. 2.1).", []),
        ("Обеспечить выполнение пункта 2.1.", []),
        ("По итогам исполнения п. 2.1 протокола от 12.01.2022 № 3 доложить.", []),
        ("По результатам пункта 7.7 доложить.", []),
        ("После ремонта школы № 2.1 открыть её.", []),
        ("На основании п. 2.1 ст. 47 закона составить график.", []),
        ("На основании пункта 2.1 приказа министерства составить график.", []),
    ],
)
def test_a_number_is_a_dependency_only_where_its_result_is_waited_for(text: str, needs: list[str]) -> None:
    found = link(items(LIST, ("2.2", "Купить бумагу."), ("2.3", "Покрасить забор."), ("2.9", text)))
    assert explicit(found, "2.9") == needs


def test_a_number_is_looked_for_in_the_items_own_group_first() -> None:
    found = link(
        items(("1/1", "Купить бумагу."), ("2/1", "Подготовить список."), ("2/2", "По итогам пункта 1 доложить."))
    )
    assert explicit(found, "2/2") == ["2/1"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Провести опрос родителей о питании.", "На основе полученных результатов скорректировать меню."),
        ("Провести мониторинг питания в школах.", "По результатам мониторинга подготовить справку."),
        ("Провести анкетирование родителей.", "С учётом результатов анкетирования родителей скорректировать меню."),
        (
            "Направить в школы статистические материалы.",
            "Обсудить выводы по итогам изучения направленных статистических материалов.",
        ),
        ("Утвердить план мероприятий по ремонту.", "Доложить о ходе ремонта после утверждения плана мероприятий."),
        ("Утвердить план мероприятий по ремонту.", "Вести работы в соответствии с утверждённым планом мероприятий."),
        ("Собрать заявки от учреждений культуры.", "На основании собранных заявок учреждений сформировать реестр."),
        ("Обобщить опыт и издать сборник материалов.", "Изменить программы на основе материалов сборника."),
        ("Провести семинар для завучей.", "По итогам семинара разместить материалы."),
        ("Организовать смотр музеев.", "После смотра наградить победителей."),
        ("Провести анализ результатов ОГЭ.", "На основе проведённого анализа подготовить рекомендации."),
    ],
)
def test_words_that_name_the_result_of_an_earlier_item_are_a_dependency(first: str, second: str) -> None:
    found = link(items(("1", first), ("2", "Покрасить забор."), ("3", second)))
    assert explicit(found, "3") == ["1"]
    assert of(found, "3")[0].why


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Провести мониторинг питания в школах.", "Направить справку по итогам мониторинга цен на топливо."),
        ("Провести мониторинг питания в школах.", "Учесть замечания по итогам мониторинга, проведенного в 2021 году."),
        ("Провести мониторинг питания в школах.", "По итогам года представить отчёт."),
        ("Провести мониторинг питания в школах.", "С учётом полученной экспертной оценки скорректировать систему."),
        ("Провести семинар для завучей.", "По итогам семинара библиотекарей составить отчёт."),
        ("Подготовить приказ о семинаре.", "По итогам конкурса наградить победителей."),
        ("Направить на семинар методистов.", "По итогам месяца доложить."),
        ("Подвести итоги полугодия.", "Направить заявку через 7 дней после окончания полугодия."),
        ("Назначить ответственных за проведение смотра.", "По итогам смотра наградить победителей."),
        ("Купить бумагу.", "На основе полученных результатов скорректировать меню."),
        ("Утвердить план ремонта.", "Закрыть дороги после проведения праздника."),
        ("Подготовить график отпусков.", "Подготовить справку на основе современных подходов."),
    ],
)
def test_words_that_name_something_else_are_none(first: str, second: str) -> None:
    found = link(items(("1", first), ("2", second)))
    assert explicit(found, "2") == []


def test_a_later_stage_of_the_same_thing_is_offered_and_says_why() -> None:
    said = "условий формирования читательской грамотности младших школьников"
    found = link(
        items(
            ("1", f"Провести анализ {said}.", date(2022, 4, 1)),
            ("2", f"Разработать рекомендации для {said}.", date(2022, 5, 1)),
        )
    )
    (offer,) = of(found, "2")
    assert (offer.path, offer.explicit) == ("1", False)
    assert offer.confidence in ("low", "medium")
    assert "analysis → recommendations" in offer.why


def test_nothing_is_offered_against_the_dates_or_without_a_shared_thing() -> None:
    said = "условий формирования читательской грамотности младших школьников"
    late = link(
        items(
            ("1", f"Провести анализ {said}.", date(2022, 6, 1)),
            ("2", f"Разработать рекомендации для {said}.", date(2022, 5, 1)),
        )
    )
    assert of(late, "2") == ()
    other = link(items(("1", "Провести анализ цен."), ("2", "Разработать рекомендации родителям.")))
    assert of(other, "2") == ()


def test_recommendations_of_an_attachment_wait_for_their_approval() -> None:
    approved = items(("2", "Утвердить адресные рекомендации."))
    recommended = Item("app1/1", ItemKind.RECOMMENDATION, "проводить семинары", (9, 9), stages=("decisions",))
    (offer,) = of(link((*approved, recommended)), "app1/1")
    assert (offer.path, offer.explicit, offer.confidence) == ("2", False, "high")


def test_numbers_with_a_dash_are_numbers_where_the_document_prints_them_so() -> None:
    found = link(items(("2-1", "Промыть сети."), ("2-2", "По результатам промывки (п. 2-1) отобрать пробы.")))
    assert explicit(found, "2-2") == ["2-1"]


def test_items_never_wait_for_each_other() -> None:
    found = link(items(("1", "По итогам пункта 2 составить график."), ("2", "По итогам пункта 1 составить список.")))
    assert explicit(found, "1") == ["2"]
    assert explicit(found, "2") == []


def test_an_item_never_waits_for_itself() -> None:
    assert explicit(link(items(("1", "По итогам пункта 1 составить график."))), "1") == []


@pytest.mark.parametrize(
    "said",
    [
        "По итогам обхода (мероприятие 1) составить план.",
        "На основании обхода (поручение № 1) составить план.",
        "Составить план по местам, установленным согласно п. 1.",
        "Составить план по местам, описанным в соответствии с пунктом 1.",
    ],
)
def test_a_number_behind_a_measure_or_what_was_set_by_it_is_waited_for(said: str) -> None:
    found = link(items(("1", "Обойти парки."), ("2", said)))
    assert explicit(found, "2") == ["1"]


@pytest.mark.parametrize("said", ["подпунктом «а»", "подпунктом а)", 'подпунктом "а"'])
def test_a_letter_is_a_number_too(said: str) -> None:
    found = link(
        items(("1/а", "Обойти парки."), ("1/б", f"По итогам обхода, предусмотренного {said}, составить план."))
    )
    assert explicit(found, "1/б") == ["1/а"]


def test_a_measure_of_another_paper_is_waited_for_by_nobody() -> None:
    said = "Составить план, предусмотренный согласно пункту 1 решения совета."
    assert explicit(link(items(("1", "Обойти парки."), ("2", said))), "2") == []
