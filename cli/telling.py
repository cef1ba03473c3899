"""What the desk and the definitions say, in words: answers with their exit codes, reasons, titles of stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cli.complaint import Complaint
from cli.exits import Exit
from cli.speech import line, tell_error
from cli.terminal import Terminal
from engine.messages import Lang, in_language, words_for

if TYPE_CHECKING:
    from cli.refusing import Told
    from engine.desk.answer import Answer, Done
    from engine.desk.desk import Desk
    from engine.desk.intent import Intent
    from engine.run.refusal import Because, Refused
    from engine.store.window import Window


def tell(terminal: Terminal, answer: Answer, desk: Desk | None = None, intent: Intent | None = None) -> Exit:
    """Say an answer of the desk, and give the code that the shell sees.

    The desk knows the words of its regulations, and who else could do what was wanted.
    """
    from engine.desk.answer import Conflict, Done
    from engine.run.refusal import Refused

    match answer:
        case Refused():
            tell_refusal(terminal, answer, desk, intent)
            return Exit.NOT_ALLOWED if answer.not_allowed else Exit.FAILED
        case Conflict():
            facts = {"case": answer.case, "expected": answer.expected, "found": answer.found}
            raise Complaint("conflict", facts, Exit.CONFLICT, answer.case)
        case Done():
            from cli.done import tell_done

            tell_done(terminal, answer)
            return Exit.OK


def tell_refusal(terminal: Terminal, refused: Refused, desk: Desk | None = None, intent: Intent | None = None) -> None:
    """The error shape for each reason of a refusal; below a requirement, why each of its subjects fails."""
    from engine.desk.able import able

    lang, numbers, told = terminal.lang, dict[str, None](), set[str]()
    doer = refused.told.on_behalf_of
    others = able(desk, intent, refused.case, doer) if desk and intent and refused.not_allowed else ()
    for reason in explained(desk, refused.case, refused.because, refused.wanted, lang, others):
        # What puts several reasons right is told at the first of them.
        ways = tuple(way for way in reason.ways if way not in told) or reason.ways[:1]
        told.update(ways)
        tell_error(reason.code, reason.facts, lang, "", reason.whys, "refusal", ways)
        numbers[words_for(reason.code).number] = None
    for number in filter(None, numbers):
        line(f"resheno help {number}")


def explained(
    desk: Desk | None, case: str, because: Iterable[Because], trigger: str, lang: Lang, able: Sequence[str] = ()
) -> list[Told]:
    """Reasons in words; those of a case that is kept know its regulation and its people.

    `able` are those who may do by their duties what was refused.
    """
    from cli.refusing import Explainer, Told

    if desk is not None:
        with desk.store.reading() as ledger:
            found = ledger.case(case) or ledger.case("office")
            if found is not None:
                explainer = Explainer(ledger, found, lang, desk.clock().date(), able, desk.operator)
                return [explainer.told(reason, trigger) for reason in because]
    return [Told(reason.code, in_language(reason.facts, lang)) for reason in because]


def done_as_json(done: Done) -> dict[str, object]:
    """An answer as data."""
    entries = [
        {
            "case": e.case,
            "version": e.version,
            "type": e.type,
            "on": e.told.happened_on.isoformat(),
            "data": dict(e.data),
        }
        for e in done.entries
    ]
    changes = [{"path": c.path, "field": c.field, "before": c.before, "after": c.after} for c in done.difference]
    return {
        "intent": done.intent or None,
        "id": done.id,
        "repeated": done.repeated,
        "entries": entries,
        "difference": changes,
    }


def titles(window: Window, workflow: str, lang: Lang, of: str = "stages") -> dict[str, str]:
    """The names that a regulation gives its stages, records or arrows."""
    return {code: both[lang] for code, both in window.titles(workflow)[of].items()}


def title_of(window: Window, workflow: str, lang: Lang) -> str:
    """What a regulation is called."""
    title: str = window.titles(workflow)["title"][lang]
    return title
