"""An independent judge of who may do what, over plain lists; it knows nothing of the engine.

A `wish` is what somebody wants: what, case, typed, doer, day, and what the act needs. With `now_only` it is a bad
judge, which looks at the holders of today and forgets who held it before.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.promises.told_plainly import LAST, Entry, Told, roles_for


class Judge(Told):
    """Says whether it is the person that stands in the way of an act."""

    def people(self, wish: Entry, role: str, page: Any) -> set[tuple[str, str]]:
        held_by = page["roles"][role]["held_by"] if role in page["roles"] else "office"
        if held_by == "office":
            return self.office(role, wish["day"])
        kind, _, field = held_by.rpartition(".")
        records = [each["data"]["record"] for each in self.live(wish["case"]) if each["data"].get("kind") == kind]
        pairs = [self.values(wish["case"], field, one) for one in (records if kind else [""])]
        return set().union(*(self.standing(wish["case"], wish["day"], each, False) for each in pairs))

    def authors(self, case: str, kind: str) -> set[str]:
        live = self.live(case)
        ids = {each["data"]["record"] for each in live if each["type"] == "recorded" and each["data"]["kind"] == kind}
        hands = [each for each in live if each["type"] in ("recorded", "corrected") and each["data"]["record"] in ids]
        made = {each["data"].get("author") or each["doer"] for each in hands}
        return made | {each["data"]["instead_of"] for each in hands if each["data"].get("instead_of")}

    def clerk(self, who: str) -> bool:
        return who in {one for one, _ in self.office("clerk", self.today)}

    def typing(self, wish: Entry) -> bool:
        return bool(wish["typed"] == wish["doer"] or self.clerk(wish["typed"]))

    def forbidden(self, wish: Entry, page: Any) -> bool:
        """Whether it is the person that stands in the way: of a role, of a right, or of a duty."""
        if wish["what"] in ("undo", "redo"):
            return self._undoing(wish)
        if wish["case"] == "office":
            admins = {who for who, _ in self.office("role_admin", self.today)}
            may = admins or {who for who, _ in self.office("operator", self.today)}
            return wish["doer"] not in may or not self.typing(wish) or self._keeps_alone(wish)
        moves = [each for each in self.live(wish["case"]) if each["type"] in ("opened", "moved")]
        stage = moves[-1]["data"].get("to") or moves[-1]["data"]["stage"]
        roles = roles_for(page, wish["what"], stage, wish.get("target", "")) or set()
        held = {role: self.people(wish, role, page) for role in roles}
        pairs = set().union(*held.values())
        open_ = any(role == "executor" and not held[role] for role in roles) and wish["what"] in ("accept", "report")
        if not self.typing(wish) or (wish["doer"] not in {who for who, _ in pairs} and not open_):
            return True
        if open_ and not self.clerk(wish["typed"]):
            return True
        places = sorted(of for who, of in pairs if who == wish["doer"])
        principal = "" if not places or wish["doer"] in places else places[0]
        return self._duties(wish, {wish["doer"], principal} - {""}, principal)

    def _duties(self, wish: Entry, doers: set[str], principal: str) -> bool:
        case, day, broken = wish["case"], wish["day"], []
        if doers & self.ever_admin(day):
            broken.append("SOD-4")
        if wish["what"] == "confirm":
            ever = self.standing(case, day, self.values(case, "executors"), True)
            broken += ["SOD-1"] * bool(doers & {who for who, _ in ever})
        if wish["what"] == "advance":
            broken += ["SOD-2"] * bool(doers & self.authors(case, "conclusion"))
        if wish.get("kind") == "effect":
            broken += ["SOD-5"] * self._assesses_alone(wish, principal)
        own = {who for role, who, since, _, of in self.tenures() if not of and role != "organisation" and since <= day}
        if len(own) <= 1 and day <= self.today[:4] + "-12-31":
            broken = [each for each in broken if each not in ("SOD-2", "SOD-3", "SOD-5")]
        if not broken or not wish.get("leave"):
            return bool(broken)
        heads = {who for who, _ in self.office("head", day)}
        return wish["leave"] in {*doers, wish["typed"]} or bool(heads and wish["leave"] not in heads)

    def _assesses_alone(self, wish: Entry, principal: str) -> bool:
        """Each who had a hand in the record, and for whom that one stood in, leaves another who carries it out."""
        live = self.live(wish["case"])
        mine = [each for each in live if each["data"].get("record") == wish.get("record", "-")]
        hands = [
            (each["doer"], each["data"].get("instead_of", ""), each["day"])
            for each in mine
            if each["type"] != "evidenced" and each["type"] != "linked"
        ]
        hands.append((wish["doer"], principal, wish["day"]))
        links = {*wish.get("links", ()), *(to for each in mine for to in each["data"].get("links", ()))}
        links |= {each["data"]["to"] for each in mine if each["type"] == "linked"}
        measures = [each["data"]["record"] for each in live if each["data"].get("kind") == "measure"]
        about = [one for one in measures if one in links] or measures
        for doer, place, day in hands:
            held = set().union(
                *(
                    self.standing(wish["case"], day, self.values(wish["case"], "responsible", one), False)
                    for one in about
                )
            )
            others = {of for _, of in held} - {doer, place} - {of for who, of in held if who == doer}
            if measures and not others:
                return True
        return False

    def _keeps_alone(self, wish: Entry) -> bool:
        if not {wish.get("role")} & {"file_keeper", "checkpoint_keeper"}:
            return False
        after = Judge([*self.journal, *wish["after"]], self.today)
        days = {self.today, *(each[2] for each in after.tenures()), *(_next(each[3]) for each in after.tenures())}
        for day in (each for each in days if each >= self.today):
            points, files = after.office("checkpoint_keeper", day), after.office("file_keeper", day)
            own = {of for _, of in points}
            for who in {one for pair in files for one in pair}:
                if own and not own - {who} - {of for by, of in points if by == who}:
                    return True
        return False

    def _undoing(self, wish: Entry) -> bool:
        for case in dict.fromkeys(each["case"] for each in wish["entries"]):
            mine = [each for each in wish["entries"] if each["case"] == case]
            if case == "office":
                if self.forbidden({**wish, "what": "grant", "role": ""} | {"case": "office"}, None):
                    return True
                continue
            typist = wish["typed"] == wish["doer"] and all(each["typed"] == wish["typed"] for each in mine)
            clerks = {who for role in ("clerk", "controller") for who, _ in self.office(role, self.today)}
            if not typist and not (wish["doer"] in clerks and self.typing(wish)):
                return True
            if wish["doer"] in self.ever_admin(wish["day"]):
                return True
        return False


def _next(day: str) -> str:
    return LAST if day == LAST else (date.fromisoformat(day) + timedelta(days=1)).isoformat()
