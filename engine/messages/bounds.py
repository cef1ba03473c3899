"""Words for what was typed and cannot be: names of files that no disk takes, days and periods out of all bounds."""

from __future__ import annotations

from engine.messages import Words

BOUNDS: dict[str, Words] = {
    "bad-name": Words(
        "файла с таким именем быть не может: {file}",
        "no file can have this name: {file}",
        "возьмите имя короче, без знаков * ? : и без ссылок, которые ведут на себя",
        "take a shorter name, without * ? : and without links that lead to themselves",
        "E-042",
    ),
    "is-a-folder": Words(
        "это папка, а нужен файл: {file}",
        "this is a folder, and a file is needed: {file}",
        "добавьте к папке имя файла: {file}/ИМЯ",
        "add the name of a file to the folder: {file}/NAME",
        "E-043",
    ),
    "bad-year": Words(
        "«{day}»: год должен быть от {first} до {last}.",
        "'{day}': the year has to be between {first} and {last}.",
        "исправьте год; бессрочное просто не пишут",
        "put the year right; what has no end is left out",
        "E-044",
    ),
    "bad-period": Words(
        "«{period}» — не период: годы бывают от {first} до {last}.",
        "'{period}' is no period: years are between {first} and {last}.",
        "напишите год (2026) или учебный год (2026/2027)",
        "write a year (2026) or a school year (2026/2027)",
        "E-045",
    ),
    "regimes-too-large": Words(
        "файл слишком велик для порядков исчисления сроков: {file}.",
        "the file is too large for regimes: {file}.",
        "образец: resheno workflow export regimes -o regimes.yaml",
        "a model: resheno workflow export regimes -o regimes.yaml",
        "E-046",
    ),
}
