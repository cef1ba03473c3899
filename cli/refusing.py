"""Refusals in words: what the requirement is, who fails it and why, and the very command that puts it right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.moves import OPTIONS, command_for
from engine.messages import Lang, in_language, say

if TYPE_CHECKING:
    from datetime import date

    from engine.definition.workflow import RecordKind, Workflow
    from engine.rules.lexicon import Name
    from engine.rules.rule import Rule
    from engine.rules.verdict import Reason
    from engine.run.case import Case
    from engine.run.refusal import Because
    from engine.store.store import Ledger

RECORDING = "record"  # what adding a record is called where it is refused
CLERK, HEAD = "clerk", "head"  # who may type for others, and who gives leave from a requirement
MOST = 5  # subjects of one requirement that are told one by one


class Told(NamedTuple):
    """One reason of a refusal: the facts of its sentence, why each subject fails, what puts it right."""

    code: str
    facts: Mapping[str, Any]
    whys: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()


class Explainer:
    """Explains the refusals of one case in one language, with the words of its regulation and its register."""

    def __init__(self, ledger: Ledger, case: Case, lang: Lang, day: date, able: Sequence[str], typist: str) -> None:
        from engine.run.office import ID, roles

        self.lang: Lang = lang
        self.case = case
        self.workflow: Workflow = ledger.workflow(case.workflow, case.workflow_version)
        self._office = roles(ledger.case(ID), day)
        self._able = able
        self._types_for_others = typist in self._office.get(CLERK, ())
        self._names = {party.id: party.name for party in ledger.parties()}

    def told(self, because: Because, trigger: str) -> Told:
        """A reason in words."""
        facts = in_language({name: self._named(value) for name, value in because.facts.items()}, self.lang)
        match because.code:
            case "unmet":
                return self._unmet(because, facts, trigger)
            case "not-brought":
                return self._not_brought(facts, trigger)
            case "field-misstated":
                return Told(because.code, {**facts, "type": self._say(f"type-{because.facts['type']}")})
            case "not-holder" | "nobody-holds" | "may-not" | "undo-not-yours":
                role = self._role(str(because.facts.get("role_ru", "")))
                role = role or str(because.facts.get("roles", "")).partition(", ")[0]
                return Told(because.code, facts, (), tuple(self._who_may(role)))
            case "not-clerk":
                return Told(because.code, facts, (), tuple(self._those("meet-clerk", CLERK)))
            case "waiver-no-head":
                return Told(because.code, facts, (), tuple(self._those("meet-head", HEAD)))
        return Told(because.code, facts)

    def _named(self, value: str) -> str:
        return ", ".join(self._names.get(part, part) for part in str(value).split(", "))

    def _unmet(self, because: Because, facts: dict[str, str], trigger: str) -> Told:
        from engine.rules.telling import tell

        rule = because.requirement
        if rule is None or because.verdict is None:
            return Told(because.code, facts)
        requirement = rule.sentence.text if self.lang == "ru" else tell(rule, self.workflow.lexicon, self.lang)
        reasons = because.verdict.reasons
        whys = [self._why(rule, reason) for reason in reasons[:MOST]]
        if len(reasons) > MOST:
            whys.append(self._say("why-more", count=len(reasons) - MOST))
        ways = list(dict.fromkeys(way for reason in reasons[:MOST] for way in self._ways(rule, reason)))
        if rule.form == "acts" and not ways:
            ways += self._who_may(self._role_of_trigger(trigger))
        if trigger == RECORDING or any(arrow.trigger == trigger for arrow in self.workflow.arrows):
            ways.append(self._waived(trigger))
        return Told(because.code, {**facts, "requirement": requirement}, tuple(whys), tuple(ways))

    def _waived(self, trigger: str) -> str:
        """The same command with leave: of a head, where the office has one."""
        command = command_for(self.case.workflow, trigger, self.case.id, self.lang)
        if trigger == RECORDING:
            command = self._say("meet-again")
        return next(self._those("meet-waive-head", HEAD, command=command), self._say("meet-waive", command=command))

    def _those(self, code: str, role: str, **facts: object) -> Iterator[str]:
        """A sentence with the names of those who hold a role of the office; none if nobody does."""
        names = sorted(self._named(who) for who in self._office.get(role, ()))
        if names:
            yield self._say(code, names=", ".join(names), first=names[0], **facts)

    def _why(self, rule: Rule, reason: Reason) -> str:
        facts = {**reason.facts, **{name: self._named(value) for name, value in reason.facts.items() if name != "what"}}
        if reason.code == "reason-too-few" and rule["thing"]:
            one = facts["needed"] == "1" and facts["found"] == "0"
            named = self._kind(rule["thing"], plural=not one)
            return self._say("need-thing" if one else "need-things", **{**facts, "what": named})
        if reason.code == "reason-too-few" and rule["field"] == "closed":
            return self._say("need-closed", **facts)
        if reason.code == "reason-too-few" and rule["field"]:
            attributes = self.workflow.lexicon.attributes.get(rule.subject or self.workflow.lexicon.case, {})
            named = self._name(attributes[rule["field"]].name) if rule["field"] in attributes else rule["field"]
            return self._say("need-field", **{**facts, "what": named})
        if reason.code == "reason-doer" and rule["who"] == "not":
            known, of = self.workflow.lexicon.roles.get(rule["role"]), self.workflow.records.get(rule["role of"])
            role = self._name(known) if known else rule["role"]
            if of is not None:
                title = of.title.ru if self.lang == "ru" else of.title.en
                return self._say("need-other-author", **facts, role=role, kind=title)
            code = "need-other-doer" if rule["role"] in self.workflow.roles else "need-no-holder"
            return self._say(code, **facts, role=role)
        return say(reason.code, facts, self.lang)

    def _ways(self, rule: Rule, reason: Reason) -> Iterator[str]:
        """The commands that make a requirement hold for one subject."""
        facts = {"thing": reason.thing, "case": self.case.id, "field": rule["field"], "kind": rule["thing"]}
        kinds = self.workflow.records
        if rule.form == "acts":
            yield from self._who_may(self._role_of_trigger(rule["act"]))
        elif rule["thing"] == "evidence":
            yield self._say("meet-evidence", **facts)
        elif rule["thing"] in kinds:
            yield self._record_missing(facts, kinds[rule["thing"]])
        elif rule["field"] == "closed":
            yield self._say("meet-closed", **facts)
        elif rule["field"] and reason.thing in self.case.records:
            yield self._say("meet-field", **facts)

    def _record_missing(self, facts: dict[str, str], kind: RecordKind) -> str:
        """Add the record, or what stands between; or link to one, where it is the subject that has to point back."""
        from engine.run.pointing import first_missing

        record = self.case.records.get(facts["thing"])
        if record is None:
            return self._say("meet-record", **facts, link="")
        if any(back.kind == kind.name for back in self.workflow.records[record.kind].back):
            return self._say("meet-link", **facts)
        missing, last = first_missing(self.workflow, self.case, record, kind.name)
        return self._say("meet-record", **{**facts, "kind": missing, "link": f" --link {last.id}" if last else ""})

    def _role_of_trigger(self, trigger: str) -> str:
        return next((arrow.role for arrow in self.workflow.arrows if arrow.trigger == trigger), "")

    def _role(self, title_ru: str) -> str:
        return next((each.name for each in self.workflow.roles.values() if each.title.ru == title_ru), "")

    def _who_may(self, role: str) -> Iterator[str]:
        """Those whom no duty keeps from it; where there is nobody, who could be given the role."""
        names = [self._named(who) for who in self._able]
        if names:
            code = "meet-duty" if self._types_for_others else "meet-duty-self"
            yield self._say(code, names=", ".join(names), first=names[0])
        else:
            yield self._say("meet-duty-nobody", role=role or self._say("blank-role"))

    def _not_brought(self, facts: dict[str, str], trigger: str) -> Told:
        from cli.options import MEANINGS

        option = OPTIONS.get(facts["what"], facts["what"])
        meaning = MEANINGS.get(option)
        what = (meaning.ru if self.lang == "ru" else meaning.en) if meaning else facts["what"]
        title = next((arrow.title for arrow in self.workflow.arrows if arrow.trigger == trigger), None)
        act = (title.ru if self.lang == "ru" else title.en) if title else trigger
        way = command_for(self.case.workflow, trigger, self.case.id, self.lang)
        return Told("not-brought", {**facts, "what": f"{what} (--{option})", "trigger": act}, (), (way,))

    def _kind(self, code: str, plural: bool) -> str:
        from engine.rules.book import plural_en, written

        name = self.workflow.lexicon.kinds[code]
        if self.lang == "en":
            return plural_en(name.en) if plural else name.en
        return written(name, name.ru, "gen", "pl" if plural else "sg")

    def _name(self, name: Name) -> str:
        return name.ru if self.lang == "ru" else name.en

    def _say(self, code: str, **facts: object) -> str:
        return say(code, facts, self.lang)
