"""What steps and records are called as acts of somebody: «утверждает анализ», besides the trigger of an arrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.definition.naming import Names
from engine.definition.shape import Problems, section, text
from engine.definition.yaml_tree import Items, Pairs
from engine.problems import Problem
from engine.rules.lexicon import Name


def read_acts(page: Pairs, triggers: Names, problems: Problems) -> Names:
    """The triggers of a definition with all its other names of acts, which sentences may use alike."""
    names = dict(triggers)
    for owner in _owners(page):
        if "act" not in owner.nodes:
            continue
        name = _read(owner, problems)
        known = names.setdefault(name.code, name)
        if (known.ru, known.en) != (name.ru, name.en):
            facts = {"name": name.ru, "one": known.code, "other": name.code}
            problems.append(Problem(owner.nodes["act"].where, "name-twice", facts=facts))
    return names


def act_of(owner: Pairs) -> str:
    """The code of the act that an arrow or a record is called by, or nothing; its faults have been told."""
    return _read(owner, []).code if "act" in owner.nodes else ""


def _read(owner: Pairs, problems: Problems) -> Name:
    both = section(owner.nodes["act"], "act", problems)
    ru, en = text(both, "ru", problems), text(both, "en", problems)
    return Name(re.sub(r"\W+", "_", en.lower()).strip("_"), ru, en)


def _owners(page: Pairs) -> Iterator[Pairs]:
    """The arrows and the kinds of records, as they are written."""
    arrows, records = page.nodes.get("arrows"), page.nodes.get("records")
    yield from (node for node in (arrows.nodes if isinstance(arrows, Items) else ()) if isinstance(node, Pairs))
    kinds = records.nodes.values() if isinstance(records, Pairs) else ()
    yield from (node for node in kinds if isinstance(node, Pairs))
