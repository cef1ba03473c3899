"""Check an exported journal without the program that wrote it: `python verifier.py FILE [CHECKPOINT] [--lang ru|en]`.

FILE is an export (`resheno journal export`) or the proof of one entry (`resheno journal prove`). CHECKPOINT is a file
of `resheno journal checkpoint`, or the code printed on a paper. Needs Python only; imports nothing of resheno, so that
whoever doubts the program need not trust it. Exit code 0: all agrees. 7: it does not. 2: this cannot be read.
1: the checkpoint is of another database.
"""

from __future__ import annotations

import hashlib
import io
import json
import locale
import os
import re
import sys
from pathlib import Path
from typing import Any

IN_RUSSIAN = """Проверить выгрузку журнала без программы, которая его вела: python verifier.py ФАЙЛ [ТОЧКА] [--lang en]

ФАЙЛ: выгрузка (resheno journal export) или доказательство одной записи (resheno journal prove). ТОЧКА: файл команды
resheno journal checkpoint или код с бумаги. Нужен только Python; от resheno здесь ничего нет, так что тому, кто
сомневается в программе, не нужно ей верить. Код выхода 0: всё сходится. 7: не сходится. 2: это нельзя прочесть.
1: точка снята с другой базы.
"""
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKE = str.maketrans("ILOАВСЕНКМОРТХУЗ", "110ABCEHKM0PTXY3")


# Whatever is said here is said twice, side by side: in Russian and in English.
Said = tuple[str, str]
LANGUAGES = ("ru", "en")
NO_CHECKPOINT = ("это не контрольная точка и не её код", "this is neither a checkpoint nor its code")


class Disagrees(Exception):
    """The file is not what the journal was; in Russian, in English."""


class Another(Exception):
    """The checkpoint is of another database; in Russian, in English."""


class Unreadable(Exception):
    """The file, or the checkpoint, is not one; in Russian, in English."""


def sha256(*parts: bytes) -> bytes:
    """SHA-256 over parts set end to end."""
    return hashlib.sha256(b"".join(parts)).digest()


def root_of(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1: the root over hashed leaves, straight from its definition."""
    if not leaves:
        return sha256()
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha256(b"\x01", root_of(leaves[:half]), root_of(leaves[half:]))


def root_by_path(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that a leaf and its path lead to: down from the top, so the last step of the path comes first."""
    if size == 1:
        if path:
            raise Disagrees("доказательство слишком длинное", "the proof is too long")
        return leaf
    if not path:
        raise Disagrees("доказательство слишком короткое", "the proof is too short")
    half = 1
    while half * 2 < size:
        half *= 2
    if index < half:
        return sha256(b"\x01", root_by_path(leaf, index, half, path[:-1]), path[-1])
    return sha256(b"\x01", path[-1], root_by_path(leaf, index - half, size - half, path[:-1]))


def canonical(value: Any) -> str:
    """The one way in which resheno writes a value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def leaf_of(entry: Any, number: int) -> bytes:
    """The hashed leaf of an entry; its own hash has to agree first."""
    if not isinstance(entry, dict) or type(entry.get("seq")) is not int or "hash" not in entry:
        raise Disagrees(f"запись {number} не похожа на запись", f"entry {number} is no entry")
    if entry["seq"] != number:
        raise Disagrees(
            f"записи {number} нет: на её месте {entry['seq']}", f"entry {number} is missing: found {entry['seq']}"
        )
    text = canonical({name: value for name, value in entry.items() if name != "hash"}).encode()
    if sha256(text).hex() != entry["hash"]:
        raise Disagrees(f"запись {number} не сходится со своим хэшем", f"entry {number} does not have its hash")
    return sha256(b"\x00", text)


def leaves_of(lines: list[str]) -> list[bytes]:
    """The hashed leaves of an export; numbers and versions without gaps, each line in its one form."""
    leaves: list[bytes] = []
    versions: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise Disagrees(f"строка {number} не JSON", f"line {number} is no JSON") from error
        leaves.append(leaf_of(entry, number))
        if canonical(entry) != line:
            raise Disagrees(
                f"строка {number} записана не так, как пишет resheno", f"line {number} is not as resheno writes it"
            )
        case = str(entry.get("case"))
        versions[case] = versions.get(case, 0) + 1
        if entry.get("version") != versions[case]:
            raise Disagrees(
                f"запись {number}: у дела {case} нет версии {versions[case]}",
                f"entry {number}: {case} has no version {versions[case]}",
            )
    return leaves


def decoded(written: str) -> tuple[int, str]:
    """The size and the first 85 bits of the root, as digits, of a printed code."""
    digits = [SIGNS.find(sign) for sign in re.sub(r"[\s\W_]", "", written).upper().translate(LOOK_ALIKE)]
    if len(digits) != 24 or -1 in digits:
        raise Unreadable(*NO_CHECKPOINT)
    check = 0
    for digit in digits:
        check = (check << 1 ^ (0b100101 if check & 16 else 0)) ^ digit
    if check:
        raise Unreadable("код набран с ошибкой", "the code was mistyped")
    bits = "".join(f"{digit:05b}" for digit in digits[:-1])
    return int(bits[:30], 2), bits[30:]


def bits_of(root: bytes) -> str:
    """A root in binary digits."""
    return "".join(f"{byte:08b}" for byte in root)


def checkpoint_of(given: str) -> tuple[int, str, str]:
    """The size, the root or its beginning, and the first entry's hash if it is told: of a file, a text, or a code."""
    path = Path(given)
    text = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else given
    if text.lstrip().startswith("{"):
        try:
            said = json.loads(text)
            return int(said["size"]), bits_of(bytes.fromhex(said["root"])), str(said.get("origin", ""))
        except (ValueError, KeyError, TypeError) as error:
            raise Unreadable(*NO_CHECKPOINT) from error
    quoted = re.search(r"[0-9A-Za-zА-Яа-я]{6}(?:[-‐‑–—−][0-9A-Za-zА-Яа-я]{6}){3}", text)
    return *decoded(quoted[0] if quoted else text), ""


def agree(leaves: list[bytes], given: str) -> None:
    """Raise Disagrees unless the journal begins as it did at the checkpoint, Another if it is of another journal.

    A code does not tell of which journal it is: then both is said.
    """
    size, root, origin = checkpoint_of(given)
    if origin and leaves and origin != leaves[0].hex():
        raise Another(
            "журналы различаются с первой же записи. Возьмите точку той базы, что выгружена",
            "the journals differ from their first entry on; take a checkpoint of the database that was exported",
        )
    or_another = (
        ("", "") if origin else (", или точка снята с другой базы", ", or the checkpoint is of another database")
    )
    if size > len(leaves):
        raise Disagrees(
            f"контрольная точка знает записей: {size}, здесь их {len(leaves)}. Конец журнала отрезан{or_another[0]}",
            f"the checkpoint knows {size} entries, here are {len(leaves)}: the end was cut off{or_another[1]}",
        )
    if not bits_of(root_of(leaves[:size])).startswith(root):
        raise Disagrees(
            f"первые записи, до {size}-й, не те, что знает контрольная точка. Журнал переписан{or_another[0]}",
            f"the first {size} entries are not those of the checkpoint: the journal was rewritten{or_another[1]}",
        )


def check_export(text: str, checkpoint: str = "") -> Said:
    """What there is to say of an export in which all agrees; raises Disagrees or Unreadable."""
    if text and not text.endswith("\n"):
        raise Disagrees("последняя строка обрезана", "the last line is cut")
    leaves = leaves_of(text.split("\n")[:-1])
    if checkpoint:
        agree(leaves, checkpoint)
    size, root = len(leaves), root_of(leaves).hex()
    return f"Сходится. Записей: {size}, корень {root}", f"{size} entries agree, root {root}"


def check_proof(text: str, checkpoint: str = "") -> Said:
    """What there is to say of the proof of one entry; without a checkpoint it proves what its own root is worth."""
    try:
        said = json.loads(text)
        entry, size, number = said["entry"], said["size"], said["entry"]["seq"]
        root, path = bytes.fromhex(said["root"]), [bytes.fromhex(step) for step in said["inclusion"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Disagrees("доказательство нельзя прочесть", "the proof cannot be read") from error
    if type(size) is not int or type(number) is not int or not 1 <= number <= size:
        raise Disagrees("доказательство не говорит ни о какой записи", "the proof speaks of no entry")
    if any(len(step) != 32 for step in path) or len(path) > 64:
        raise Disagrees("доказательство состоит не из хэшей", "the proof does not consist of hashes")
    if root_by_path(leaf_of(entry, number), number - 1, size, path) != root:
        raise Disagrees(f"записи {number} нет в этом журнале", f"entry {number} does not stand in this journal")
    if checkpoint:
        known, beginning, _ = checkpoint_of(checkpoint)
        if known != size or not bits_of(root).startswith(beginning):
            raise Disagrees(
                f"доказательство для журнала, где записей {size}, а контрольная точка другая, где их {known}",
                f"the proof is for {size} entries, the checkpoint is another one, of {known}",
            )
    return (
        f"Запись {number} стоит в журнале, где записей {size}, корень {root.hex()}",
        f"entry {number} stands in the journal of {size} entries, root {root.hex()}",
    )


def language() -> str:
    """That of RESHENO_LANG, else of the locale; Russian where neither says anything."""
    named = next(
        (os.environ[key] for key in ("RESHENO_LANG", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)), ""
    )
    if not named and os.name == "nt":
        named = locale.getlocale()[0] or ""
    return "ru" if named[:2].casefold() in ("", "ru", "c", "c.", "po") else "en"


def asked(args: list[str]) -> tuple[list[str], str]:
    """What is to be checked, and the language: --lang, wherever it stands."""
    files, lang = [], language()
    words = iter(args)
    for word in words:
        name, _, value = word.partition("=")
        if name == "--lang":
            lang = value or next(words, "")
        else:
            files.append(word)
    return files, lang


def checked(file: str, *checkpoint: str) -> Said:
    """What there is to say of a file; raises Disagrees or Unreadable."""
    try:
        text = Path(file).read_bytes().decode("utf-8")
        return (check_proof if text.startswith('{"entry"') else check_export)(text, *checkpoint)
    except UnicodeError as error:
        raise Disagrees("это не текст", "this is no text") from error
    except FileNotFoundError as error:
        raise Unreadable(f"нет файла {error.filename}", f"there is no file {error.filename}") from error
    except OSError as error:
        raise Unreadable(f"{error.filename}: {error.strerror}", f"{error.filename}: {error.strerror}") from error


def main(args: list[str]) -> int:
    """Check the file that is named, say what came of it, give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old console lacks a letter of a path: no reason to stop
    files, lang = asked(args)
    if not 1 <= len(files) <= 2 or lang not in LANGUAGES:
        print(__doc__ if lang == "en" else IN_RUSSIAN)
        return 2
    spoken = LANGUAGES.index(lang)
    try:
        print(checked(*files)[spoken])
    except Disagrees as error:
        print(("НЕ СХОДИТСЯ", "DOES NOT AGREE")[spoken], error.args[spoken], sep=": ", file=sys.stderr)
        return 7
    except Another as error:
        print(
            ("точка другой базы", "a checkpoint of another database")[spoken],
            error.args[spoken],
            sep=": ",
            file=sys.stderr,
        )
        return 1
    except Unreadable as error:
        print(("нельзя прочесть", "cannot be read")[spoken], error.args[spoken], sep=": ", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
