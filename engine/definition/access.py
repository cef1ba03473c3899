"""The section `access`: which role may do what, besides taking its arrows, and in which stages."""

from __future__ import annotations

from collections.abc import Mapping

from engine.definition.shape import Problems, section, text, texts, unknown, wrong_shape
from engine.definition.workflow import Access, Role, Stage
from engine.definition.yaml_tree import Items, Pairs

ACTIONS = ("open", "record", "link", "prove", "plan", "correct")  # what may be done to a case besides its arrows


def read_access(
    page: Pairs, roles: Mapping[str, Role], stages: Mapping[str, Stage], problems: Problems
) -> tuple[Access, ...]:
    """The rows in the order of the file; unknown roles, actions and stages are told with what may have been meant."""
    node = page.nodes.get("access")
    if not isinstance(node, Items):
        if node is not None:
            problems.append(wrong_shape(node, "list"))
        return ()
    rows = []
    for item in node.nodes:
        pairs = section(item, "access", problems)
        role = text(pairs, "role", problems)
        if role and role not in roles:
            problems.append(unknown(pairs.nodes["role"].where, "role", role, roles))
        may = _known(pairs, "may", "action", ACTIONS, problems)
        rows.append(Access(role, may, _known(pairs, "while", "stage", tuple(stages), problems), pairs.where))
    return tuple(rows)


def _known(pairs: Pairs, key: str, kind: str, known: tuple[str, ...], problems: Problems) -> tuple[str, ...]:
    said = texts(pairs, key, problems, alone=True)
    problems.extend(unknown(each.where, kind, each.value, known) for each in said if each.value not in known)
    return tuple(each.value for each in said if each.value in known)
