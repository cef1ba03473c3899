"""What a closed way waits for, in words: who can settle it, the chain of cases to its root, the earliest day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from cli.people import People
    from engine.definition.workflow import Workflow
    from engine.desk.prospects import Lack, Prospect, Waiting
    from engine.store.gap_window import GapLine

MOST = 5  # things of one sentence that are named


def settling(people: People, lack: Lack) -> list[str]:
    """The chain of what is waited for, and who can settle it."""
    words = people.terminal.words
    lines = [words("why-chain", **link_told(people, each)) for each in lack.chain]
    if lack.who:
        names, roles = ", ".join(map(people.name, lack.who)), ", ".join(map(people.role, lack.roles))
        lines.append(words("why-who", names=names, roles=roles))
    elif lack.roles:
        lines.append(words("why-nobody", roles=", ".join(map(people.role, lack.roles))))
    return lines


def link_told(people: People, link: Waiting) -> dict[str, str]:
    """The facts of one link: «П-5.2 ждёт П-5.1 (Ким О. В.), срок которого прошёл 17.11.2026»."""
    words = people.terminal.words
    who = ", ".join(map(people.name, link.who)) or words("why-nobody-named")
    code = "reported" if link.reported else "over" if link.over else "due" if link.day else "none"
    return {"case": link.case, "on": link.on, "who": who, "term": words(f"why-term-{code}", day=link.day)}


def earliest_told(people: People, prospect: Prospect) -> list[str]:
    """The first day on which a closed way could be taken, where one can be told."""
    if prospect.earliest is None:
        return []
    code = "why-earliest" if prospect.earliest > people.day else "why-today"
    return [people.terminal.words(code, day=prospect.earliest.isoformat())]


def lack_as_data(people: People, lack: Lack) -> dict[str, object]:
    """One reason against a way, for a program."""
    verdict, rule = lack.because.verdict, lack.because.requirement
    things = [
        {"thing": r.thing, "code": r.code, "from": _day(r.since), "until": _day(r.until)}
        for r in (verdict.reasons if verdict else ())
    ]
    chain = [
        {
            **{"case": each.case, "waits_for": each.on, "who": list(each.who), "day": each.day or None},
            **{"over": each.over, "reported": each.reported},
        }
        for each in lack.chain
    ]
    return {
        **{"code": lack.because.code, "requirement": rule.sentence.text if rule else None},
        **{"holds": str(verdict.holds) if verdict else None, "things": things, "duty": lack.because.duty},
        **{"roles": list(lack.roles), "who": list(lack.who), "who_names": [people.name(who) for who in lack.who]},
        **{"earliest": _day(lack.earliest), "chain": chain},
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def broken(people: People, lines: tuple[GapLine, ...]) -> list[GapLine]:
    """The gaps that are broken today, but for those that a way out tells already."""
    from engine.run.asked import ARROW
    from engine.store.gap_window import Stands

    return [line for line in lines if line.guards != ARROW and line.stands(people.day) is Stands.BROKEN]


def remarks(people: People, workflow: Workflow, lines: list[GapLine], requirements: set[str]) -> list[str]:
    """What is expected of a case and does not hold, a line for each sentence."""
    from engine.rules.telling import tell
    from engine.run.asked import sentences

    lang, rules = people.terminal.lang, {each.rule.sentence.text: each.rule for each in sentences(workflow)}
    found: dict[str, list[GapLine]] = {}
    for line in lines:
        if line.requirement not in requirements:
            found.setdefault(line.requirement, []).append(line)
    told = []
    for sentence, of_one in found.items():
        things = list(dict.fromkeys(line.thing for line in of_one))
        more = people.terminal.words("why-and-more", count=len(things) - MOST) if len(things) > MOST else ""
        said, since = ", ".join(things[:MOST]) + more, min(line.from_day for line in of_one)
        rule = rules.get(sentence) if lang == "en" else None
        text = tell(rule, workflow.lexicon, lang) if rule else sentence
        told.append(people.terminal.words("why-remark", requirement=text, things=said, day=since))
    return told


def gap_as_data(line: GapLine, day: date) -> dict[str, object]:
    """A gap, for a program."""
    return {
        **{"requirement": line.requirement, "guards": line.guards, "step": line.step, "thing": line.thing},
        **{"code": line.code, "stands": str(line.stands(day)), "from": line.from_day or None},
        **{"until": line.until_day or None, "waived": line.waived or None},
    }
