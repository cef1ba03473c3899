"""Every text in every encoding comes out as it went in, short ones too."""

from __future__ import annotations

import random

import pytest

from intake.formats.encoding import decode
from intake.unreadable import Unreadable

TEXTS = (
    "ПРОТОКОЛ № 1",
    "Решили:",
    "1. Утвердить план работы.",
    "Срок – до 15.01.2031",
    "Отв. Луговой П.Т.",
    "г. Приозёрный Яр",
    "ПОВЕСТКА ДНЯ",
    "присутствовали",
    "нет",
    "щука",
    "Ёлкин Ю.Э.",
    "МБОУ СОШ № 5",
    "О подъезде к школе",
    "Голосовали: «за» – 5, «против» – нет",
    "Руководителям учреждений обеспечить участие\r\nв совещании до 1 сентября.\r\n",
    "УТВЕРЖДАЮ\n\n\nПредседатель коллегии\n",
    "The board of the town of Приозёрный Яр has met.",
)
ENCODINGS = ("utf-8", "utf-8-sig", "cp1251", "koi8-r", "cp866", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_comes_out_as_it_went_in(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:  # koi8-r and cp866 have no «», № or –
        data = text.translate(str.maketrans("«»–№", '""-N')).encode(encoding)
        text = data.decode(encoding)
    assert decode(data).text == text


@pytest.mark.parametrize("encoding", ["iso8859-5", "mac-cyrillic"])
def test_a_longer_text_in_a_rare_encoding_is_known(encoding: str) -> None:
    text = "Заслушав доклад заведующего отделом, коллегия решила: 1. Принять к сведению."
    assert decode(text.encode(encoding)).encoding == encoding


def test_a_few_spoilt_characters_do_not_hide_utf_8() -> None:
    data = bytearray("Коллегия решила утвердить план работы на следующий год.".encode())
    data[8] = 0xFF
    decoded = decode(bytes(data))
    assert (decoded.encoding, decoded.lost) == ("utf-8", 2)
    assert decoded.text.endswith("утвердить план работы на следующий год.")


def test_a_whole_text_has_lost_nothing() -> None:
    assert decode("Коллегия решила".encode("cp1251")).lost == 0


@pytest.mark.parametrize("seed", range(20))
def test_random_bytes_are_no_text(seed: int) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(random.Random(seed).randbytes(3000))
    assert refused.value.problem.code == "paper-not-text"


def test_random_bytes_without_controls_are_no_text_either() -> None:
    high = random.Random(7).choices(range(128, 256), k=2000)
    with pytest.raises(Unreadable):
        decode(bytes(high))
