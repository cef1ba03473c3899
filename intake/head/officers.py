"""Who led a meeting and who wrote it down, by whatever word a paper says it: a noun, a label or a verb."""

from __future__ import annotations

import re

_MEETING = r"(?:заседани[ея]|совещани[ея]|собрани[ея]|встреч[ау]|при[её]м|планёрку|планерку)"
_WRITES = r"(?:пишет|в[её]л|вела|вед[её]т|составил[аи]?|оформил[аи]?|подготовил[аи]?|записал[аи]?)"

CHAIR = re.compile(
    r"(?<![а-яё])(?:председател[ьяи]|председательству\S+|председательствовал[аи]?|модератор|ведущ(?:ий|ая)(?![а-яё])(?!\s+(?!заседани|совещани|собрани|встреч)[а-яё])"
    rf"|(?:про)?в[её](?:д[её]т|л[аи]?)(?:\s+{_MEETING})?(?=\s|$))",
    re.IGNORECASE,
)
DEPUTY = re.compile(r"(?:зам\.?|заместител\S+)\s+председател", re.IGNORECASE)
SECRETARY = re.compile(
    r"(?<![а-яё])(?:секретар[ья]|протоколист|записыва(?:л[аи]?|ет)|записал[аи]?"
    rf"|(?:протокол|запись|записи)\s+{_WRITES}|секретариат|протокол(?=\s*[–—:-]\s*(?:$|(?-i:[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.))))(?![а-яё])",
    re.IGNORECASE,
)
# The words of an officer at the very start of a line, with his name behind them.
LINE = re.compile(
    r"^(?:председател[ья]|председательству\S+|председательствовал[аи]?|модератор|протоколист"
    rf"|(?:открыл[аи]?\s+и\s+)?(?:про)?в[её](?:д[её]т|ла?)\s+{_MEETING}|секретариат|(?:ответственный\s+)?секретарь|(?:зам\.?|заместител[ья])\s+председателя"
    rf"|(?:протокол|запись)\s+{_WRITES})(?:\s+[а-яё][^:.,–—]{{0,60}}?)?"
    r"\s*(?:[:–—]|-\s|\s(?=[А-ЯЁ]\.|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.))",
    re.IGNORECASE,
)
# Led or written down by somebody, said anywhere in a line of the head.
SAID = re.compile(f"{CHAIR.pattern}|{SECRETARY.pattern}", re.IGNORECASE)
