"""The layouts in which offices write down what they decided."""

from __future__ import annotations

from engine.protocol import ItemKind
from tests.intake.readings import decided, paths, read


def test_items_over_several_lines_are_one() -> None:
    items = decided("1. Посадить липы вдоль главной\nаллеи парка.\n2. Полить липы.")
    assert [item.text for item in items] == ["Посадить липы вдоль главной аллеи парка.", "Полить липы."]


def test_a_page_number_inside_a_sentence_is_passed_over() -> None:
    items = decided("1. Посадить липы и клёны вдоль главной\n\n- 2 -\n\nаллеи парка.\n2. Полить липы.")
    assert items[0].text == "Посадить липы и клёны вдоль главной аллеи парка."


def test_a_term_at_the_foot_of_several_pages_is_no_running_foot() -> None:
    page = "{n}. Представить отчёт {n}.\nСрок: постоянно\n\n{n}\n\nПротокол комиссии по озеленению\n\n"
    items = decided("".join(page.format(n=n) for n in range(2, 6)) + "6. Представить отчёт 6.")
    assert [item.deadline_raw for item in items] == ["постоянно"] * 4 + [""]
    assert items[0].text == "Представить отчёт 2."


def test_numbers_that_begin_anew_under_each_addressee_bear_its_ordinal() -> None:
    text = (
        "Отделу парков:\n\n1. Посадить липы.\n\nСрок: март 2025 года\n\nОтделу дорог:\n\n"
        "1. Убрать снег.\n\n2. Посыпать песок."
    )
    assert paths(text) == ["1/1", "2/1", "2/2"]
    assert [item.addressee_nominative for item in decided(text)] == ["Отдел парков", "Отдел дорог", "Отдел дорог"]


def test_numbers_that_go_on_through_headings_stay_as_printed() -> None:
    assert paths("Отделу парков:\n1. Посадить липы.\nОтделу дорог:\n2. Убрать снег.") == ["1", "2"]


def test_bullets_under_headings_are_counted() -> None:
    text = "Отделу парков:\n- посадить липы;\n- полить липы.\nОтделу дорог:\n- убрать снег."
    assert paths(text) == ["1/1", "1/2", "2/1"]


def test_a_heading_without_a_colon_is_known_by_the_bullets_beneath() -> None:
    text = "Отделу парков\n\n- посадить липы;\n- полить липы.\n\nОтделу дорог\n\n- убрать снег."
    assert paths(text) == ["1/1", "1/2", "2/1"]


def test_a_numbered_heading_hands_down_addressee_and_term() -> None:
    items = decided(
        "2. Отделу парков в срок до 01.05.2024 обеспечить:\n2.1. посадку лип;\n2.2. полив лип до 01.06.2024."
    )
    assert [item.path for item in items] == ["2.1", "2.2"]
    assert [item.deadline.due.isoformat() for item in items if item.deadline.due] == ["2024-05-01", "2024-06-01"]
    assert {item.executors[0].name for item in items} == {"Отдел парков"}


def test_letters_under_a_number_join_its_path() -> None:
    text = "1. Отделу парков:\nа) посадить липы до 01.05.2024;\nб) полить липы."
    assert paths(text) == ["1.а", "1.б"]


def test_bullets_under_a_numbered_addressee_are_items_of_their_own() -> None:
    assert paths("1. Отделу парков:\n- посадить липы;\n- полить липы.\n2. Убрать снег.") == ["1#1", "1#2", "2"]


def test_bullets_that_finish_a_sentence_are_part_of_it() -> None:
    items = decided(
        "1. Разработать план озеленения, предусмотрев:\n- перечень аллей;\n- сроки посадки.\nСрок: до 01.05.2024"
    )
    assert [item.path for item in items] == ["1"]
    assert "перечень аллей" in items[0].text
    assert items[0].deadline.due is not None


def test_a_tail_after_the_last_of_a_list_holds_for_all_of_it() -> None:
    items = decided("1. Отделу парков:\nа) посадить липы;\nб) полить липы.\nСрок: до 01.05.2024")
    assert [str(item.deadline.due) for item in items] == ["2024-05-01", "2024-05-01"]


def test_executors_may_stand_on_several_lines() -> None:
    items = decided(
        "1. Посадить липы.\nИсполнители: Липов И.И., садовник,\n\nКлёнов П.П., заведующий\nпарком\n"
        "\nСрок до 01.05.2024г."
    )
    assert [one.name for one in items[0].executors] == ["Липов И.И.", "Клёнов П.П."]
    assert items[0].executors[1].position == "заведующий парком"
    assert items[0].text == "Посадить липы."


def test_a_dash_list_of_people_is_a_list_of_executors() -> None:
    items = decided("1. Посадить липы.\nИсполнители:\n- Липов И.И.;\n- Клёнов П.П.\n2. Полить липы.")
    assert [one.name for one in items[0].executors] == ["Липов И.И.", "Клёнов П.П."]
    assert [item.path for item in items] == ["1", "2"]


def test_unnumbered_sentences_are_counted() -> None:
    items = decided("Информацию принять к сведению.\n\nОтделу парков посадить липы.\n\nПолить липы.")
    assert [item.path for item in items] == ["1", "2", "3"]


def test_the_first_decision_may_stand_on_the_line_of_the_word() -> None:
    protocol = read("ПРОТОКОЛ № 1\nсовета\n12.03.2024\n\nРешили: посадить липы вдоль аллеи.")
    assert [item.text for item in protocol.items] == ["посадить липы вдоль аллеи."]


def test_numbers_inside_a_speech_are_no_items() -> None:
    protocol = read(
        "ПРОТОКОЛ № 1\nсовета\n12.03.2024\n\nСЛУШАЛИ: Липова И.И., который отметил:\n"
        "1. Необходимо посадить липы.\n2. Нужно полить клёны.\n\nРЕШИЛИ:\n1. Посадить дубы."
    )
    assert [item.text for item in protocol.items] == ["Посадить дубы."]
    assert protocol.roles_of_lines[5] == "heard"


def test_each_question_may_count_its_decisions_anew() -> None:
    protocol = read(
        "ПРОТОКОЛ № 1\nсовета\n12.03.2024\n\nПо первому вопросу слушали Липова И.И.\nРешили:\n"
        "1) Посадить липы.\n2) Полить липы.\n"
        "Голосовали: за – 5, против – нет.\n\nПо второму вопросу слушали Клёнова П.П.\nРешили:\n1) Убрать снег."
    )
    assert [item.path for item in protocol.items] == ["1/1", "1/2", "2/1"]
    assert protocol.roles_of_lines[8] == "vote"


def test_roman_questions_without_a_word_of_decision() -> None:
    protocol = read(
        "ПРОТОКОЛ № 1\nкомиссии\n12.03.2024\n\nI. О посадке лип\n(Липов И.И.)\n\n1. Посадить липы.\n2. Полить липы.\n\n"
        "II. Об уборке снега\n\n1. Отделу дорог убрать снег."
    )
    assert [item.path for item in protocol.items] == ["1/1", "1/2", "2/1"]
    assert protocol.roles_of_lines[5] == "speaker"


def test_an_order_has_addressees_with_numbered_children() -> None:
    protocol = read(
        "ПРИКАЗ\n12.03.2024 № 4\nО липах\n\nПРИКАЗЫВАЮ:\n\n1. Посадить липы.\n"
        "2. Отделу парков (Липов И.И.):\n2.1. полить липы."
    )
    assert [item.path for item in protocol.items] == ["1", "2.1"]
    assert [one.name for one in protocol.items[1].executors] == ["Отдел парков", "Липов И.И."]


def test_a_resolution_without_the_word_begins_at_its_addressees() -> None:
    protocol = read(
        "РЕЗОЛЮЦИЯ\nсовещания садовников\n12.03.2024\n\nВ целях озеленения города\n\n"
        "Отделу парков:\n\n- посадить липы;\n- полить липы.\n\n"
        "Отделу дорог:\n\n- убрать снег."
    )
    assert [item.path for item in protocol.items] == ["1/1", "1/2", "2/1"]
    assert protocol.unread == ()


def test_what_a_meeting_recommends_is_a_recommendation() -> None:
    protocol = read(
        "РЕЗОЛЮЦИЯ\nсовещания садовников\n12.03.2024\n\nУчастники рекомендуют:\n\n1. Отделу парков посадить липы."
    )
    assert protocol.items[0].kind is ItemKind.RECOMMENDATION


def test_who_is_told_to_approve_has_an_assignment_and_the_board_itself_approves() -> None:
    items = decided("1. Утвердить план посадки.\n2. Отделу парков:\n2.1. утвердить график полива.")
    assert [item.kind for item in items] == [ItemKind.APPROVE, ItemKind.ASSIGNMENT]


def test_a_number_that_occurs_twice_is_marked() -> None:
    assert paths("1. Посадить липы.\n2. Полить липы.\n2. Убрать снег.") == ["1", "2", "2(2)"]


def test_a_mark_on_a_line_of_its_own_belongs_to_the_next() -> None:
    assert paths("1.\nПосадить липы.\n1.1.\nПолить липы.") == ["1", "1.1"]


def test_control_without_a_number_closes_the_list() -> None:
    protocol = read(
        "РЕШЕНИЕ\nсовета\n12.03.2024\n\nСовет РЕШИЛ:\n\nОтделу парков:\n1. Посадить липы.\n"
        "Отделу дорог:\n1. Убрать снег.\n\n"
        "Контроль за исполнением решения возложить на Липова И.И.\n\nПредседатель          К.К. Дубов"
    )
    assert [(item.path, item.kind) for item in protocol.items][-1] == ("3", ItemKind.CONTROL)
    assert protocol.controller == "Липов И.И."
    assert protocol.chair == "Дубов К.К."


def test_control_kept_to_oneself_is_the_signers() -> None:
    protocol = read(
        "ПРИКАЗ\n12.03.2024 № 4\n\nПРИКАЗЫВАЮ:\n1. Посадить липы.\n2. Контроль оставляю за собой.\n"
        "\nДиректор          К.К. Дубов"
    )
    assert protocol.controller == "Дубов К.К."


def test_items_keep_the_lines_they_were_written_on() -> None:
    items = decided("1. Посадить липы\nвдоль аллеи.\n2. Полить липы.")
    assert [item.lines for item in items] == [(6, 7), (8, 8)]


def test_an_item_may_be_called_an_item() -> None:
    assert paths("Пункт 1. Посадить липы.\n\nПункт 2. Полить липы.") == ["1", "2"]


def test_letters_with_dots_are_marks_in_a_row_that_begins_with_the_first() -> None:
    assert paths("а. Посадить липы.\nб. Полить липы.\nг. Липовску помочь.") == ["а", "б", "г"]
    assert paths("1. Посадить липы в парке\nг. Липовска.") == ["1"]


def test_a_term_may_stand_over_the_items_it_is_for() -> None:
    items = decided(
        "СРОК ИСПОЛНЕНИЯ – ДО 30 АПРЕЛЯ\n\n• Липову И.И.: посадить липы.\n\nСРОК ИСПОЛНЕНИЯ – МАЙ\n\n• Полить липы."
    )
    assert [str(item.deadline.due) for item in items] == ["2024-04-30", "2024-05-31"]


def test_people_over_bullets_carry_them_out() -> None:
    items = decided("Липов И.И. и Клёнов П.П.\n\n– посадить липы;\n– полить липы.")
    assert [[one.name for one in item.executors] for item in items] == [["Липов И.И.", "Клёнов П.П."]] * 2


def test_a_paragraph_sign_is_a_number() -> None:
    assert paths("§ 1. Посадить липы.\n§ 2. Полить липы.") == ["1", "2"]


def test_a_question_may_be_told_in_the_sentence_that_says_who_was_heard() -> None:
    text = (
        "ПРОТОКОЛ № 3\nпедагогического совета\n12.03.2024\n\n"
        "1. По первому вопросу слушали завуча Липову И.И. Не успевают трое,\nкак прежде.\n\nРешение педсовета:\n"
        "1) провести опрос;\n\n3. В разделе «Разное» слушали Клёнова П.П.\n\nРешение педсовета:\n1) полить липы.\n"
    )
    assert [(item.path, item.text) for item in read(text).items] == [
        ("1/1", "провести опрос;"),
        ("2/1", "полить липы."),
    ]


def test_people_in_the_dative_over_items_are_called_by_their_names() -> None:
    (item,) = decided("3. Лосевой А.П.:\n3.1. полить липы.")
    assert [one.name for one in item.executors] == ["Лосева А.П."]


def test_responsibility_for_the_whole_is_control() -> None:
    (item,) = decided("5. Ответственность за исполнение решения возложить на Липова И.И.")
    assert (item.kind, [one.name for one in item.executors]) == (ItemKind.CONTROL, ["Липов И.И."])
    (item,) = decided("6. Контроль исполнения протокола – за Липовой И.И.")
    assert (item.kind, [one.name for one in item.executors]) == (ItemKind.CONTROL, ["Липова И.И."])


def test_control_on_a_line_of_its_own_is_of_the_whole_and_under_each_item_is_of_none() -> None:
    head = "ПРОТОКОЛ № 3\nсовета\n12.03.2024\n\nРЕШИЛИ:\n"
    once = read(f"{head}1. Посадить липы.\n2. Полить липы.\n\nКонтроль: Дубов К.К.\n\nЛипов ________")
    each = read(f"{head}1. Посадить липы.\nКонтроль: Дубов К.К.\n2. Полить липы.\nКонтроль: Липов И.И.\n")
    assert (once.controller, each.controller) == ("Дубов К.К.", "")
    assert once.unread == ()


def test_labels_may_stand_before_the_order() -> None:
    first, second = decided("1. Посадить липы.\n2. Ответственный: Липов И.И.; соисполнители: Клёнов П.П. Полить липы.")
    assert (second.path, second.text) == ("2", "Полить липы.")
    assert [(one.name, one.role) for one in second.executors] == [
        ("Липов И.И.", "responsible"),
        ("Клёнов П.П.", "co-executor"),
    ]
    assert first.executors == ()


def test_who_is_to_act_may_be_told_by_a_sentence_a_dash_or_a_bracket() -> None:
    told = {
        "За посадку отвечает Липов И.И.": ["Липов И.И."],
        "Исполнение возложить на Липову И.И.": ["Липова И.И."],
        "Ответственный Липов И.И.": ["Липов И.И."],
    }
    for sentence, names in told.items():
        (item,) = decided(f"1. Посадить липы. {sentence}")
        assert [one.name for one in item.executors] == names
    for tail in (" – классные руководители.", " (классные руководители, до 5 мая).", " (ответственный Липов И.И.)."):
        (item,) = decided(f"1. Посадить липы{tail}")
        assert (item.text, len(item.executors)) == ("Посадить липы", 1)
    for whole in ("Создать условия – клумбы.", "Провести беседы с участниками (учителя, родители)."):
        (item,) = decided(f"1. {whole}")
        assert (item.text, item.executors) == (whole, ())


def test_a_recommendation_may_name_its_addressee_first() -> None:
    (item,) = decided("1. Главам поселений рекомендовать посадить липы.")
    assert (item.kind, item.addressee_nominative) == (ItemKind.RECOMMENDATION, "Главы поселений")
