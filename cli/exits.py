"""The codes that a shell sees, one table for the whole program."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What came of a command, in the one number that a script can read. The format of the output never changes it."""

    OK = 0
    FAILED = 1  # a handled failure: refused by a rule, an unusable document
    USAGE = 2  # a word that the program does not know
    DECLINED = 3  # declined at a question
    NOT_ALLOWED = 4  # separation of duties, or a role that is missing
    CONFLICT = 5  # somebody else was first
    FOUND = 6  # a check found problems at or above --fail-on
    UNVERIFIED = 7  # journal, backup or file does not verify: stop
    BUSY = 8  # busy, disk full, unreachable: try again
    NOT_FOUND = 9
    INTERNAL = 70
    INTERRUPTED = 130


MEANINGS: dict[Exit, tuple[str, str]] = {
    Exit.OK: ("сделано; и пустой список тоже", "done; an empty list too"),
    Exit.FAILED: ("не выполнено: отказ по правилу или негодный документ", "refused by a rule, or an unusable document"),
    Exit.USAGE: ("неизвестное слово, неверное употребление", "an unknown word, wrong usage"),
    Exit.DECLINED: ("вы ответили «нет»", "declined at a question"),
    Exit.NOT_ALLOWED: (
        "нельзя этому лицу, в том числе разделение обязанностей",
        "not allowed, separation of duties too",
    ),
    Exit.CONFLICT: (
        "кто-то изменил это раньше: перечитайте и повторите",
        "changed by someone first: read again, then retry",
    ),
    Exit.FOUND: ("проверка нашла замечания", "a check found problems at or above --fail-on"),
    Exit.UNVERIFIED: (
        "журнал, копия или файл не сходится: остановитесь",
        "journal, backup or file does not verify: stop",
    ),
    Exit.BUSY: ("занято, нет места, база недоступна: повторите", "busy, disk full, unreachable: try again"),
    Exit.NOT_FOUND: ("не найдено", "not found"),
    Exit.INTERNAL: ("ошибка программы, отчёт записан", "an internal error, a report was written"),
    Exit.INTERRUPTED: ("прервано (Ctrl-C)", "interrupted (Ctrl-C)"),
}
