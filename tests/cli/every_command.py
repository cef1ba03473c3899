"""Every command of the register, ready to be typed at the database of the tests: a new one has to find its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Line(NamedTuple):
    """A command as it is typed; what has to be done `before` it; `again` is what it says to a repetition.

    {examples} is the folder of documents, {folder} a folder of one's own, {proof} a file, {goal} a record of К-1.
    """

    words: str
    before: tuple[str, ...] = ()
    again: str = "уже"


_TASK = "П-1.1.2"
_ACCEPTED = f"task accept {_TASK}"
_REPORTED = (_ACCEPTED, f"task report {_TASK} --text готово")

# What is recorded in the journal, or in the register.
WRITES: Mapping[str, Line] = {
    "protocol import": Line("protocol import {examples}/lugovoy-decision.txt --yes"),
    "task add": Line("task add Позвонить --executor Громов --due 20.12.2026"),
    "task edit": Line(f"task edit {_TASK} --due 31.12.2026 --reason опечатка"),
    "task deliver": Line(f"task deliver {_TASK}"),
    "task accept": Line(_ACCEPTED),
    "task report": Line(f"task report {_TASK} --text готово", (_ACCEPTED,)),
    "task confirm": Line(f"task confirm {_TASK} --evidence {{proof}}", _REPORTED),
    "task return": Line(f"task return {_TASK} --reason неполно", _REPORTED),
    "task extend": Line(f"task extend {_TASK} --to 01.03.2027 --reason ходатайство"),
    "task reassign": Line(f"task reassign {_TASK} --executor Сафина --reason болезнь"),
    "task withdraw": Line(f"task withdraw {_TASK} --reason иначе"),
    "case start": Line("case start Лесной 1.3 2026"),
    "case advance": Line("case advance К-1 --waive Ким --reason утверждены"),
    "case return": Line("case return К-1 goals --reason ошибка", ("case advance К-1 --waive Ким --reason утверждены",)),
    "case migrate": Line("case migrate К-1", ("workflow publish {folder}/cycle.yaml",)),
    "record add": Line("record add К-1 Повысить --kind goal"),
    "record edit": Line("record edit {goal} --field grounds=анализ"),
    "record link": Line("record link ПК-1 {goal}", ("record add К-1 Доля --kind indicator",)),
    "evidence add": Line("evidence add {goal} {proof}"),
    "person add": Line("person add Новиков"),
    "person edit": Line("person edit Ким --position методист"),
    "org add": Line("org add Лесной"),
    "org edit": Line("org edit Школа --name Лицей", ("org add Школа",)),
    "role grant": Line("role grant clerk Ким"),
    "role withdraw": Line("role withdraw clerk Ким", ("role grant clerk Ким",)),
    "role delegate": Line("role delegate controller Орлова Ким --until 31.12.2026 --ground приказ"),
    "duty waive": Line("duty waive SOD-2 --as Ким --reason отпуск --until 31.12.2026", ("role grant head Ким",)),
    "workflow publish": Line("workflow publish {folder}/cycle.yaml"),
    "protocol answers": Line("protocol answers --withdraw 1", ("!remember",)),
    "undo": Line("undo --yes"),
    "redo": Line("redo --yes", ("undo --yes",)),
}
# What writes files of its own, outside any database that is open.
MAKES: Mapping[str, Line] = {
    "init": Line("init --db {folder}/new.resheno"),
    "backup make": Line("backup make {folder}/copies"),
    "backup restore": Line(
        "backup restore {folder}/copies/*.resheno --confirm base.resheno", ("!backup", "undo --yes")
    ),
    "db upgrade": Line("db upgrade"),
    "db copy-to": Line("db copy-to {folder}/copy.resheno"),
    "journal witness": Line("journal witness {folder}/book.jsonl"),
    "demo": Line("demo {folder}/demo"),
}
# What shows the books, and can show them as they were.
LOOKS: Mapping[str, tuple[str, ...]] = {
    "today": ("today",),
    "status": ("status", "status К-1", f"status {_TASK}"),
    "why": ("why К-1", f"why {_TASK}"),
    "log": ("log", "log К-1", f"log {_TASK}", "log --intents"),
    "next": ("next", "next --as Громов", "next --limit 3"),
    "search": ("search анализом", "search Громов --limit 2", "search повысить опрос", "search ничегошеньки"),
    "audit run": ("audit run", "audit run --mechanism 1.1"),
    "draw": ("draw К-1", "draw П-1", f"draw {_TASK}"),
    "protocol list": ("protocol list",),
    "protocol show": ("protocol show П-1",),
    "protocol answers": ("protocol answers",),
    "task list": ("task list", "task list --all", "task list --overdue"),
    "task show": (f"task show {_TASK}",),
    "case list": ("case list", "case list --workflow assignment"),
    "case show": ("case show К-1",),
    "record list": ("record list", "record list К-1"),
    "record show": ("record show {goal}",),
    "person show": ("person show Ким", "person show Орлова"),
    "role list": ("role list", "role list --all"),
    "role access": ("role access", "role access clerk"),
    "duty list": ("duty list",),
}
# What speaks of a file, a document, a definition or the whole journal as it is now: it has no past day.
OF_NOW = frozenset(
    (
        *("protocol read", "workflow lint", "workflow diff", "audit document", "audit rules"),
        *("journal verify", "journal checkpoint", "journal prove", "journal export", "journal verifier"),
        *("backup verify", "backup list", "backup drill", "db info", "db check", "db sql"),
        *("doctor", "help", "completion"),
        *("workflow list", "workflow show", "workflow export"),  # a version never changes
        *("person list", "org list"),  # on a past day too whoever came later is listed; the names are those of the day
        "diff",  # names its two days itself
    )
)
