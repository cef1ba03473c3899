from __future__ import annotations

from tests.intake.readings import decided, read

HEAD = "№\tМероприятие\tСрок\tОтветственный\n"


def test_rows_of_a_plan_are_items() -> None:
    items = decided(
        HEAD + "1\tПосадить липы\tдо 01.05.2024\tЛипов И.И.\n2\tПолить липы\tмай 2024 г.\tКлёнов П.П., Дубов К.К."
    )
    assert [(item.path, item.text) for item in items] == [("1", "Посадить липы"), ("2", "Полить липы")]
    assert [one.name for one in items[1].executors] == ["Клёнов П.П.", "Дубов К.К."]
    assert str(items[0].deadline.due) == "2024-05-01"


def test_any_other_table_is_kept() -> None:
    protocol = read(
        "ПРОТОКОЛ № 1\nсовета\n12.03.2024\n\nРЕШИЛИ:\n1.1. Утвердить состав пар:\n\n"
        "Парк\tСадовник\tУчасток\nЛиповый\tЛипов И.И.\t1\nДубовый\tДубов К.К.\t2\n\n1.2. Полить липы."
    )
    assert [item.path for item in protocol.items] == ["1.1", "1.2"]
    assert len(protocol.tables) == 1
    assert protocol.tables[0].rows[2] == ("Дубовый", "Дубов К.К.", "2")
    assert protocol.tables[0].lines == (8, 10)


def test_a_row_over_the_whole_table_is_a_heading() -> None:
    text = (
        "| № | Мероприятие | Срок |\n|---|---|---|\n| 1. Посадки |||\n"
        "| 1.1 | Посадить липы | март 2025 г. |\n| 2. Полив |\n| 2.1 | Полить липы | май 2025 г. |"
    )
    assert [item.path for item in decided(text)] == ["1.1", "2.1"]


def test_a_cell_of_several_lines_breaks_no_row() -> None:
    items = decided(HEAD + "1\tПосадить липы\tдо 01.05.2024\tЛипов И.И.\n2\tПолить липы\tмай\nиюнь 2024 г.\tДубов К.К.")
    assert [item.path for item in items] == ["1", "2"]
    assert items[1].executors[0].name == "Дубов К.К."


def test_an_attached_plan_bears_the_number_of_its_attachment() -> None:
    protocol = read(
        "ПРИКАЗ\n12.03.2024 № 4\n\nПРИКАЗЫВАЮ:\n1. Утвердить план (приложение 2).\n\nДиректор          К.К. Дубов\n\n"
        "Приложение 2\nк приказу\n\nПЛАН мероприятий\n\n" + HEAD + "2.1\tПосадить липы\tдо 01.05.2024\tЛипов И.И."
    )
    assert [item.path for item in protocol.items] == ["1", "app2/2.1"]
    assert protocol.unread == ()


def test_an_attached_list_of_names_holds_no_items() -> None:
    protocol = read(
        "ПРИКАЗ\n12.03.2024 № 4\n\nПРИКАЗЫВАЮ:\n1. Утвердить состав комиссии (приложение).\n\n"
        "Директор          К.К. Дубов\n\n"
        "Приложение\n\nСостав комиссии\n\n1. Липов И.И., садовник.\n2. Клёнов П.П., дворник."
    )
    assert [item.path for item in protocol.items] == ["1"]
    assert protocol.unread == ()


def test_recommendations_of_an_attachment_are_divided_by_commas() -> None:
    protocol = read(
        "ПРОТОКОЛ № 1\nсовета\n12.03.2024\n\nРешение:\n1. Утвердить рекомендации.\n\n"
        "Председатель          К.К. Дубов\n\n"
        "Адресные рекомендации\n\nРекомендации для садовников:\n\n"
        "посадить липы (также вязы, дубы),\n\nполить липы, ежедневно убирать листья"
    )
    assert [item.text for item in protocol.items[1:]] == [
        "посадить липы (также вязы, дубы)",
        "полить липы",
        "ежедневно убирать листья",
    ]
    assert [item.path for item in protocol.items[1:]] == ["app1/1/1", "app1/1/2", "app1/1/3"]
    assert protocol.items[1].kind == "recommendation"
