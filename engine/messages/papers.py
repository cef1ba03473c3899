"""Words for files that cannot be opened, or only in part: what they are and how to save them so that they can."""

from __future__ import annotations

from engine.messages import Words

_SAVE_RU = "Откройте файл и выберите «Файл → Сохранить как → Документ Word (.docx)», затем прочтите новый файл."
_SAVE_EN = "Open the file, choose File → Save As → Word Document (.docx), then read the new file."
_AGAIN_RU = "Откройте файл в программе, в которой он создан, сохраните его заново как .docx и прочтите новый файл."
_AGAIN_EN = "Open the file in the program that made it, save it anew as .docx, and read the new file."

PAPERS: dict[str, Words] = {
    "paper-missing": Words(
        "Файла нет, или это не файл.",
        "There is no such file, or it is not a file.",
        "Проверьте имя файла и папку.",
        "Check the name of the file and its folder.",
        "E-301",
    ),
    "paper-forbidden": Words(
        "Файл не даётся прочесть: нет прав, или его держит открытым другая программа.",
        "The file may not be read: no permission, or another program holds it open.",
        "Закройте файл в других программах или проверьте права на него.",
        "Close the file in other programs, or check its permissions.",
        "E-302",
    ),
    "paper-too-large": Words(
        "Файл слишком велик: {size} МБ, а читаются файлы до {limit} МБ.",
        "The file is too large: {size} MB; files up to {limit} MB are read.",
        "Уберите из файла картинки и приложения или сохраните текст решения отдельным файлом.",
        "Take pictures and attachments out, or save the text of the decision as a file of its own.",
        "E-303",
    ),
    "paper-empty": Words(
        "В файле нет текста.",
        "There is no text in the file.",
        "Проверьте, тот ли это файл и сохранён ли он до конца.",
        "Check that it is the right file and that it was saved completely.",
        "E-304",
    ),
    "paper-not-text": Words(
        "Это не текст: файл похож на картинку, программу или повреждён.",
        "This is not text: the file looks like a picture or a program, or it is damaged.",
        "Дайте документ в виде .docx, .pdf с текстом, .html или .txt.",
        "Give the document as .docx, .pdf with text, .html or .txt.",
        "E-305",
    ),
    "paper-save-as": Words(
        "Файлы такого вида не читаются: {format}.",
        "Files of this kind are not read: {format}.",
        _SAVE_RU,
        _SAVE_EN,
        "E-306",
    ),
    "paper-characters-lost": Words(
        "{count} {count:знак|знака|знаков} текста прочесть не удалось, вместо них стоит «\ufffd».",
        "{count} {count:character|characters} of the text could not be read and {count:shows|show} as “\ufffd”.",
        "Откройте файл в редакторе и сохраните его в кодировке UTF-8.",
        "Open the file in an editor and save it as UTF-8.",
        "E-307",
    ),
    "paper-damaged": Words(
        "Файл повреждён: это не читается как {format}.",
        "The file is damaged: it cannot be read as {format}.",
        _AGAIN_RU,
        _AGAIN_EN,
        "E-308",
    ),
}
