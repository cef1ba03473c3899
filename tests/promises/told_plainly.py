"""What a definition and a journal tell of roles, read without the engine: plain lists and texts.

A journal is a list of entries as plain dictionaries (case, version, type, typed, doer, day, data), days are ISO texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

FIRST, LAST = "0001-01-01", "9999-12-31"
Entry = dict[str, Any]


def page_of(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)


def roles_for(page: Any, action: str, stage: str, target: str = "") -> set[str] | None:
    """The roles that may do it at a stage; None where an arrow is meant and there is none."""
    if action not in ("open", "record", "link", "prove", "plan", "correct"):
        found = [each["role"] for each in page["arrows"] if _leads(page, each, action, stage, target)]
        return set(found) or None
    rows = page.get("access") or [{"role": "clerk", "may": [action]}]
    return {row["role"] for row in rows if action in row["may"] and stage in row.get("while", [stage])}


def _leads(page: Any, arrow: Any, trigger: str, stage: str, target: str) -> bool:
    sources, order = arrow["from"], list(page["stages"])
    onward = [name for name in order if page["stages"][name].get("final") != "yes"]
    if arrow["trigger"] != trigger or (sources != "any_later" and stage not in sources):
        return False
    if arrow["to"] == "any_earlier":
        return target in onward and stage in onward and order.index(target) < order.index(stage)
    return not target or target == {"same": stage}.get(arrow["to"], arrow["to"])


@dataclass
class Told:
    """What a journal tells of who held what."""

    journal: list[Entry]
    today: str
    now_only: bool = False

    def live(self, case: str) -> list[Entry]:
        gone: set[int] = set()
        mine = [each for each in self.journal if each["case"] == case]
        for each in mine:
            if each["type"] == "undone":
                gone |= set(each["data"]["versions"])
            elif each["type"] == "redone":
                gone -= set(each["data"]["versions"])
        return [each for each in mine if each["version"] not in gone and each["type"] not in ("undone", "redone")]

    def tenures(self) -> list[tuple[str, str, str, str, str]]:
        """(role, who, since, until, instead of)"""
        held: dict[str, Entry] = {}
        for each in self.live("office"):
            data = each["data"]
            if each["type"] == "recorded" and data["kind"] == "tenure":
                held[data["record"]] = dict(data["fields"])
            elif each["type"] == "corrected" and data["record"] in held:
                held[data["record"]].update(data["fields"])
        names = ("role", "party", "since", "until", "instead_of")
        rows = [tuple(one.get(name) or "" for name in names) for one in held.values()]
        return [(role, who, since or FIRST, until or LAST, of) for role, who, since, until, of in rows]

    def office(self, role: str, day: str) -> set[tuple[str, str]]:
        """Who holds a role of the office on a day, and in whose place."""
        on = [each for each in self.tenures() if each[0] == role and each[2] <= day <= each[3]]
        own = {each[1] for each in on if not each[4]}
        return {(who, who) for who in own} | {(each[1], each[4]) for each in on if each[4] in own}

    def ever_admin(self, day: str) -> set[str]:
        if self.now_only:
            return {who for who, _ in self.office("role_admin", day)}
        rows = [each for each in self.tenures() if each[0] == "role_admin"]
        own = [each for each in rows if not each[4] and each[2] <= day]
        return {each[1] for each in own} | {
            stand[1]
            for stand in rows
            for one in own
            if stand[4] == one[1] and stand[2] <= min(max(one[3], one[2]), day) and one[2] <= max(stand[3], stand[2])
        }

    def values(self, case: str, field: str, record: str = "") -> list[tuple[str, list[str]]]:
        """All that a field has been, with the day of each entry that set it."""
        found: list[tuple[str, list[str]]] = []
        for each in self.live(case):
            data = each["data"]
            stated: Any = {}
            if each["type"] == "moved" and not record:
                stated = data["sets"]
            elif each["type"] in ("opened", "corrected", "recorded") and data.get("record", "") == record:
                stated = data["fields"]
            if field in stated:
                found.append((each["day"], list(stated[field] or [])))
        changed = [each for n, each in enumerate(found) if n == 0 or each[1] != found[n - 1][1]]
        return changed[-1:] if self.now_only else changed

    def standing(self, case: str, day: str, values: list[tuple[str, list[str]]], ever: bool) -> set[tuple[str, str]]:
        """Who is, or ever was, the executor by these values, with those who stood in meanwhile."""
        found: set[tuple[str, str]] = set()
        stands_in = [each for each in self.tenures() if each[0] == "executor" and each[4]]
        for place, (begun, people) in enumerate(values):
            last = place == len(values) - 1
            end = day if last else values[place + 1][0]
            first, end = min(begun, end), max(begun, end)
            if not (ever or last):
                continue
            found |= {(who, who) for who in people}
            for _, who, since, until, of in stands_in:
                met = since <= min(end, day) and first <= max(until, since)
                if of in people and (met if ever and not self.now_only else since <= day <= until):
                    found.add((who, of))
        return found
