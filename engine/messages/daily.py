"""Words of what is asked every day: what comes next, what is found, which id was meant, what a shell completes."""

from __future__ import annotations

from engine.messages import Words

DAILY: dict[str, Words] = {
    "word-shell": Words("оболочка", "shell"),
    "completion-line": Words("Строка для {file}:\n  {line}", "A line for {file}:\n  {line}"),
    "completion-once": Words("Один раз наберите в PowerShell:\n  {line}", "Type this once in PowerShell:\n  {line}"),
    "completion-ready": Words(
        "{mark} Откройте новое окно терминала: Tab дополняет команды, ключи и номера.",
        "{mark} Open a new terminal: Tab completes commands, options and ids.",
    ),
}
