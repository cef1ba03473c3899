"""Entries of the journal in words: what was done, to what, by whom – for the log, and for whoever has just done it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from engine.messages import Lang, day_told, say

if TYPE_CHECKING:
    from engine.run.case import Case
    from engine.store.window import Window

# What follows from other fields, so that telling those is enough.
LEAVE = {"who", "why", "until"}  # what leave from a requirement says; other facts of several parts are values by name
READ_FROM_WORDS = ("deadline_kind", "control_due", "control_rule", "executor_roles", "executors_raw")
LONGEST = 60  # letters of a text that is quoted beside a deed
Facts = Mapping[str, Any]


class Teller:
    """Knows the names of the register and the titles that the regulations of a database give."""

    def __init__(self, window: Window, lang: Lang) -> None:
        self.lang: Lang = lang
        self._window = window
        self._names = {party.id: party.name for party in window.parties()}
        self._workflows = {case.id: case.workflow for case in window.cases()}
        self._titles: dict[str, Facts] = {}
        self._roles: dict[str, str] = {}

    def name(self, party: str) -> str:
        """What people call somebody of the register; an id that it does not know stays as it is."""
        return self._names.get(party, party)

    def of(self, case: str) -> str:
        """What people call the case of an entry: by its id, the workspace itself by its name."""
        return self.say("deed-office") if case == "office" else case

    def role(self, code: str) -> str:
        """What people call a role."""
        from cli.people import role_titles

        self._roles = self._roles or role_titles(self._window, self.lang)
        return self._roles.get(code, code)

    def office(self) -> Case | None:
        """The workspace itself, with all that its records have become."""
        from engine.run.fold import fold
        from engine.store.as_of import history

        return fold(history(self._window, "office"))

    def stage(self, case: str, stage: str) -> str:
        """The title of a stage."""
        return self.title(self._workflows.get(case, ""), "stages", stage)

    def deed(self, case: str, type: str, data: Facts) -> str:
        """What an entry says was done."""
        workflow = str(data.get("workflow", "")) or self._workflows.get(case, "")
        return DEEDS[type](self, workflow, case, data)

    def say(self, code: str, **facts: object) -> str:
        """The words of a code."""
        return say(code, facts, self.lang)

    def title(self, workflow: str, of: str, code: str) -> str:
        """What a regulation calls a stage, a kind of record, an arrow or a field."""
        if workflow not in self._titles:
            known = workflow and workflow != "office"
            self._titles[workflow] = self._window.titles(workflow) if known else {}
        found = self._titles[workflow].get(of, {})
        both = found if of == "title" else found.get(code, {})
        return str(both.get(self.lang, code)) if isinstance(both, Mapping) else code

    def kind(self, code: str) -> str:
        """What a kind of record is called, whichever regulation has it."""
        workflows = dict.fromkeys(self._workflows.values())
        titles = (self.title(workflow, "records", code) for workflow in workflows)
        return next((title for title in titles if title != code), code)

    def _opened(self, workflow: str, case: str, data: Facts) -> str:
        if workflow == "office":
            return self.say("deed-founded")
        fields = data["fields"]
        about = fields.get("text") or fields.get("topic") or fields.get("body")
        about = about or " · ".join(self.name(str(value)) for value in data["subject"].values())
        return self.say("deed-opened", what=self.title(workflow, "title", workflow), about=short(str(about)))

    def _moved(self, workflow: str, case: str, data: Facts) -> str:
        act = self.title(workflow, "triggers", data["trigger"])
        said = {name: value for name, value in data.get("data", {}).items() if name != "instead_of"}
        brought = [self.brought(value) for value in said.values() if value and value != []]
        stays = data["from"] == data["to"]
        code = "deed-stayed" if stays else "deed-moved"
        with_it = f" ({'; '.join(brought)})" if brought else ""
        return self.say(code, act=act, stage=self.title(workflow, "stages", data["to"]), brought=with_it)

    def brought(self, value: object) -> str:
        """A value of the journal as people write it: parties by name, days in the order of the language."""
        if isinstance(value, list):
            return ", ".join(self.brought(each) for each in value)
        if isinstance(value, Mapping) and not value.keys() >= LEAVE:
            return "; ".join(f"{name}={self.brought(part)}" for name, part in value.items())
        if isinstance(value, Mapping):
            who = self.name(str(value.get("who")))
            return self.say("deed-waived", who=who, why=value.get("why"), until=value.get("until"))
        return short(self.name(day_told(str(value), self.lang)))

    def _recorded(self, workflow: str, case: str, data: Facts) -> str:
        if case == "office":
            from cli.office_deeds import recorded

            return recorded(self, data)
        kind = self.title(workflow, "records", data["kind"])
        fields = data["fields"]
        text = short(str(fields.get("text") or fields.get("name") or ""))
        return self.say("deed-recorded", kind=kind, record=data["record"], text=f" «{text}»" if text else "")

    def _linked(self, workflow: str, case: str, data: Facts) -> str:
        return self.say("deed-linked", record=data["record"], to=data["to"])

    def _evidenced(self, workflow: str, case: str, data: Facts) -> str:
        title = short(str(data["evidence"].get("title") or data["evidence"].get("number") or ""))
        return self.say("deed-evidenced", title=title, record=data["record"] or case)

    def _planned(self, workflow: str, case: str, data: Facts) -> str:
        return self.say("deed-planned", stage=self.title(workflow, "stages", data["stage"]), task=data["task"])

    def _corrected(self, workflow: str, case: str, data: Facts) -> str:
        if case == "office" and "answers" in data["fields"]:
            return self.say("deed-answers", rules="; ".join(self._answers(data["fields"]["answers"])))
        if case == "office":
            from cli.office_deeds import corrected

            return corrected(self, data)
        known = {} if data["record"] else {name: self.title(workflow, "fields", name) for name in data["fields"]}
        changed = {name: value for name, value in data["fields"].items() if value and name not in READ_FROM_WORDS}
        told = (f"{known.get(name, name)}: {self.brought(value)}" for name, value in changed.items())
        return self.say("deed-corrected", record=data["record"] or case, what="; ".join(told))

    def _answers(self, kept: Facts) -> list[str]:
        """The answers that hold, as the rules that they have become."""
        held = (answer for answer in kept.values() if not answer.get("withdrawn_on"))
        return [f"{answer['body']}: {self.say('rule-' + answer['choice'])}" for answer in held]

    def _migrated(self, workflow: str, case: str, data: Facts) -> str:
        stage = self.title(workflow, "stages", data["stage"])
        return self.say("deed-migrated", version=data["workflow_version"], stage=stage)

    def _undone(self, workflow: str, case: str, data: Facts) -> str:
        return self.say("deed-undone", intent=data["intent"])

    def _redone(self, workflow: str, case: str, data: Facts) -> str:
        return self.say("deed-redone", intent=data["intent"])


def short(text: str, most: int = LONGEST) -> str:
    """A text on one line, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(",;:–-") + "…"


DEEDS: dict[str, Callable[[Teller, str, str, Facts], str]] = {
    "opened": Teller._opened,
    "moved": Teller._moved,
    "recorded": Teller._recorded,
    "linked": Teller._linked,
    "evidenced": Teller._evidenced,
    "planned": Teller._planned,
    "corrected": Teller._corrected,
    "migrated": Teller._migrated,
    "undone": Teller._undone,
    "redone": Teller._redone,
}
