"""Every code with its words, gathered from one table per part of the program."""

from __future__ import annotations

from engine.messages import Words
from engine.messages.ailments import AILMENTS
from engine.messages.audit import AUDIT
from engine.messages.bounds import BOUNDS
from engine.messages.daily import DAILY
from engine.messages.definition import DEFINITION
from engine.messages.desk import DESK
from engine.messages.duties import DUTIES
from engine.messages.intake import INTAKE
from engine.messages.keeping import KEEPING
from engine.messages.needs import NEEDS
from engine.messages.packs import PACKS
from engine.messages.past import PAST
from engine.messages.people import PEOPLE
from engine.messages.pictures import PICTURES
from engine.messages.rules import RULES
from engine.messages.seal import SEAL
from engine.messages.soundness import SOUNDNESS
from engine.messages.terminal import TERMINAL
from engine.messages.versions import VERSIONS

WORDS: dict[str, Words] = {
    **TERMINAL,
    **DEFINITION,
    **RULES,
    **INTAKE,
    **AILMENTS,
    **KEEPING,
    **DESK,
    **DUTIES,
    **AUDIT,
    **BOUNDS,
    **DAILY,
    **NEEDS,
    **PACKS,
    **PAST,
    **PEOPLE,
    **PICTURES,
    **SEAL,
    **SOUNDNESS,
    **VERSIONS,
}
