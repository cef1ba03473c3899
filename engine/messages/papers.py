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
    "paper-changed": Words(
        "Файл {file} изменился, пока его читали. Ничего не записано.",
        "The file {file} changed while it was read. Nothing was recorded.",
        "Сохраните и закройте его в Word и повторите команду.",
        "Save it, close it in Word, and repeat the command.",
        "E-319",
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
    "paper-bomb": Words(
        "Файл не открыт: он распаковывается в слишком большой объём или состоит из слишком многих частей.",
        "The file was not opened: it unpacks to too much, or consists of too many parts.",
        _AGAIN_RU,
        _AGAIN_EN,
        "E-309",
    ),
    "paper-odd-archive": Words(
        "Файл не открыт: внутри него части под одним именем, под замком, чужие архивы или опасные имена.",
        "The file was not opened: it holds parts of one name, locked parts, other archives, or dangerous names.",
        _AGAIN_RU,
        _AGAIN_EN,
        "E-310",
    ),
    "paper-unsafe-xml": Words(
        "Файл не открыт: в нём есть объявление типа документа (DTD), которого программы Office не пишут.",
        "The file was not opened: it declares a document type (DTD), which Office programs never write.",
        _AGAIN_RU,
        _AGAIN_EN,
        "E-311",
    ),
    "paper-locked": Words(
        "Файл закрыт паролем.",
        "The file is locked by a password.",
        "Откройте его с паролем, снимите защиту («Файл → Сведения → Защита документа») и сохраните заново.",
        "Open it with the password, remove the protection (File → Info → Protect Document), and save it again.",
        "E-312",
    ),
    "paper-too-slow": Words(
        "Файл не удалось прочесть за {seconds} {seconds:секунду|секунды|секунд}.",
        "The file could not be read in {seconds} {seconds:second|seconds}.",
        _AGAIN_RU,
        _AGAIN_EN,
        "E-313",
    ),
    "paper-too-demanding": Words(
        "Файл слишком велик или запутан: для чтения не хватает отведённой памяти, строк или ячеек.",
        "The file is too large or too tangled: it needs more memory, lines or cells than a document may have.",
        "Сохраните текст решения отдельным файлом, без больших таблиц и картинок.",
        "Save the text of the decision as a file of its own, without large tables and pictures.",
        "E-314",
    ),
    "paper-scanned": Words(
        "В файле только изображения страниц, текста в нём нет: это скан.",
        "The file holds pictures of pages and no text: it is a scan.",
        "Распознайте его (например, в FineReader или Word) и сохраните как .docx, "
        "или возьмите исходный файл, с которого печатали.",
        "Recognise it (in FineReader or Word, for instance) and save it as .docx, or take the file that was printed.",
        "E-315",
    ),
    "paper-page-without-text": Words(
        "На странице {page} нет текста: вероятно, это картинка или скан. Она не прочитана.",
        "Page {page} has no text: it is probably a picture or a scan. It was not read.",
        "Проверьте эту страницу глазами; если на ней поручения, распознайте её и сохраните файл заново.",
        "Look at the page yourself; if it holds assignments, recognise it and save the file again.",
        "E-316",
    ),
    "paper-part-unread": Words(
        "В документ вложен другой файл целиком; вложенное не прочитано.",
        "The document holds another file as a whole; that was not read.",
        _AGAIN_RU,
        _AGAIN_EN,
        "E-317",
    ),
    "paper-without-letters": Words(
        "Шрифты этого PDF не говорят, какие буквы они изображают: текст из него не извлечь.",
        "The fonts of this PDF do not say which letters they show: its text cannot be taken out.",
        "Распознайте файл как скан и сохраните как .docx, или возьмите исходный файл.",
        "Recognise the file like a scan and save it as .docx, or take the file that it was made from.",
        "E-318",
    ),
}
