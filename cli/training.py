"""What the demonstration does, command by command: data, so that it can be read like the transcript that it makes.

`{cycle}`, `{task}` and the rest are filled in with the ids that the commands before have made; a kind of record stands
for the last record of that kind in the cycle.
"""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """A command line as words, and the exit code that it must end with; `heading` is said before it."""

    words: tuple[str, ...]
    code: int = 0
    heading: str = ""


def _step(*words: str, code: int = 0, heading: str = "") -> Step:
    return Step(words, code, heading)


REFUSAL = (_step("case", "advance", "{cycle}", code=1, heading="demo-refusal"), _step("why", "{cycle}"))

CYCLE = (
    _step(
        *("record", "add", "{cycle}", "Повысить объективность оценивания в школах округа", "--kind", "goal"),
        *("--field", "grounds=Расхождение отметок и результатов ВПР 2025 года"),
        heading="demo-cycle",
    ),
    _step(
        *("evidence", "add", "{goal}", "--title", "Концепция оценки качества", "--number", "15", "--date", "12.01.2026")
    ),
    _step("case", "advance", "{cycle}"),
    _step(
        *("record", "add", "{cycle}", "Доля школ с признаками необъективности", "--kind", "indicator"),
        *("--link", "{goal}", "--field", "unit=%", "--field", "targets=2026=8; 2027=5"),
    ),
    _step(
        *("record", "add", "{cycle}", "Сопоставление отметок и результатов ВПР", "--kind", "method"),
        *("--link", "{indicator}", "--field", "source=Выгрузка результатов ВПР"),
    ),
    _step("case", "advance", "{cycle}"),
    _step(
        *("record", "add", "{cycle}", "Мониторинг за 2025/2026 учебный год", "--kind", "measurement"),
        *("--link", "{indicator}", "--field", "value=11", "--field", "date=20.05.2026"),
    ),
    _step("case", "advance", "{cycle}"),
    _step(
        *("record", "add", "{cycle}", "В трёх школах отметки завышены в начальных классах", "--kind", "conclusion"),
        *("--link", "{measurement}", "--field", "date=15.06.2026"),
    ),
    _step(
        "evidence", "add", "{conclusion}", "--title", "Аналитическая справка", "--number", "4", "--date", "15.06.2026"
    ),
    _step("case", "advance", "{cycle}"),
    _step(
        *("record", "add", "{cycle}", "Пересмотреть внутреннюю систему оценки", "--kind", "recommendation"),
        *("--link", "{conclusion}", "--field", "addressee=руководители трёх школ"),
    ),
    _step("case", "advance", "{cycle}"),
    _step(
        *("record", "add", "{cycle}", "Семинар для заместителей директоров", "--kind", "measure"),
        *("--link", "{recommendation}", "--field", "responsible=Громов А.С.", "--field", "due=30.09.2026"),
    ),
    _step(
        *("record", "add", "{cycle}", "Провести перекрёстную проверку работ", "--kind", "decision"),
        *("--link", "{conclusion}", "--field", "executors=Лаптева Н.И.", "--field", "due=15.10.2026"),
    ),
    _step("case", "advance", "{cycle}"),
    _step("case", "advance", "{cycle}", code=1),
    _step(
        *("record", "add", "{cycle}", "Доля школ снизилась с 11 до 7 процентов", "--kind", "effect"),
        *("--link", "{measure}", "--field", "value=7", "--field", "proposal=сохранить перекрёстную проверку"),
    ),
    _step("case", "advance", "{cycle}"),
    _step("case", "list", "--workflow", "management_cycle", "--mechanism", "{mechanism}"),
)

TASK = (
    _step("task", "accept", "{task}", heading="demo-task"),
    _step("task", "report", "{task}", "--text", "Исполнено, справка приложена"),
    _step("task", "confirm", "{task}", "--as", "{executor}", code=4),
    _step("task", "confirm", "{task}", code=1),
    _step("task", "confirm", "{task}", "--evidence", "{proof}"),
)

_WHOSE = ("audit", "run", "--organisation", "{organisation}", "--period", "{period}", "--mechanism")
AUDIT = (_step(*_WHOSE, "{mechanism}", "--brief", heading="demo-audit"), _step(*_WHOSE, "{other_mechanism}"))

PICTURES = (
    _step("draw", "{cycle}", "-o", "{folder}/цикл.svg", heading="demo-pictures"),
    _step("draw", "{cycle}", "-o", "{folder}/цикл.png"),
    _step("draw", "{next}", "-o", "{folder}/следующий цикл.png"),
    _step("draw", "{other}", "-o", "{folder}/начатый цикл.png"),
    _step("draw", "{task}", "-o", "{folder}/поручение.png"),
    _step("draw", "{protocol}", "-o", "{folder}/зависимости.svg"),
    _step("draw", "{protocol}", "-o", "{folder}/зависимости.png"),
)
