"""Titles, further names and forms of a definition → the lexicon that its sentences are read with."""

from __future__ import annotations

from collections.abc import Mapping

from engine.definition.shape import Problems, section, text, texts, unknown
from engine.definition.workflow import Title
from engine.definition.yaml_tree import NO_PAIRS, Pairs
from engine.messages import words_for
from engine.rules.lexicon import Attribute, Lexicon, Name

CASES = (*(case + number for number in ("", ".pl") for case in ("nom", "gen", "dat", "acc", "ins", "loc")), "few")
EVIDENCE = "evidence"
FURTHER_ROLES = ("author", "role_admin")

Attributes = Mapping[str, Attribute]
KindNames = Mapping[str, tuple[Name, Attributes]]
Names = Mapping[str, Name]

EVIDENCE_FIELDS: Mapping[str, str] = {"kind": "text", "number": "text", "date": "date", "title": "text", "page": "text"}


def read_title(pairs: Pairs, problems: Problems, otherwise: str = "") -> Title:
    """The title under `title`; without one, the thing is called what its code says."""
    said = otherwise.replace("_", " ") or "?"
    node = pairs.nodes.get("title")
    if node is None:
        return Title(said, said)
    both = section(node, "title", problems)
    # A faulty title is told; the code stands in for it, so that the rest can be read and all be told at once.
    return Title(text(both, "ru", problems) or said, text(both, "en", problems) or said)


def read_name(code: str, pairs: Pairs, problems: Problems) -> Name:
    """The title under a code with what `also` and `forms` add to it."""
    title = read_title(pairs, problems, otherwise=code)
    also = section(pairs.nodes["also"], "also", problems) if "also" in pairs.nodes else NO_PAIRS
    return Name(
        code,
        title.ru,
        title.en,
        tuple(item.value for item in texts(also, "ru", problems)),
        tuple(item.value for item in texts(also, "en", problems)),
        _forms(pairs, problems),
    )


def _forms(pairs: Pairs, problems: Problems) -> Mapping[str, str]:
    """The Russian forms that override the generated ones."""
    if "forms" not in pairs.nodes:
        return {}
    russian = section(pairs.nodes["forms"], "forms", problems).nodes.get("ru")
    if not isinstance(russian, Pairs):
        return {}
    for case, where in russian.places.items():
        if case not in CASES:
            problems.append(unknown(where, "form", case, CASES))
    return {case: text(russian, case, problems) for case in russian.nodes}


def evidence_name() -> Name:
    """What every definition calls a document that proves something."""
    row = words_for("name.evidence")
    return Name(EVIDENCE, row.ru, row.en)


def evidence_attributes() -> Attributes:
    """What is stated about a document that proves something."""
    rows = {code: words_for(f"name.evidence.{code}") for code in EVIDENCE_FIELDS}
    return {code: Attribute(Name(code, row.ru, row.en), EVIDENCE_FIELDS[code]) for code, row in rows.items()}


def lexicon(
    case: str,
    kinds: KindNames,
    links: Mapping[str, frozenset[str]],
    triggers: Names,
    roles: Names,
    stages: Names,
) -> Lexicon:
    """All names of a definition; a document that proves something points to the case or to any of its records."""
    return Lexicon(
        case=case,
        kinds={**{kind: name for kind, (name, _) in kinds.items()}, EVIDENCE: evidence_name()},
        attributes={**{kind: stated for kind, (_, stated) in kinds.items()}, EVIDENCE: evidence_attributes()},
        links={**links, EVIDENCE: frozenset({case, *links})},
        triggers=triggers,
        roles={**_further_roles(roles), **roles},
        stages=stages,
    )


def _further_roles(roles: Names) -> Names:
    """Who can be spoken of although no definition has to say so: the author of a record, who grants the roles."""
    rows = {code: words_for(f"name.role.{code}") for code in FURTHER_ROLES}
    taken = {title for role in roles.values() for title in (role.ru, role.en, *role.also_ru, *role.also_en)}
    return {code: Name(code, row.ru, row.en) for code, row in rows.items() if not {row.ru, row.en} & taken}
