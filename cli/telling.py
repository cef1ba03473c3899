"""What the desk and the definitions say, in words: answers with their exit codes, reasons, titles of stages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from cli.complaint import Complaint
from cli.exits import Exit
from cli.speech import tell_error
from cli.terminal import Terminal
from engine.messages import Lang, say

if TYPE_CHECKING:
    from engine.desk.answer import Answer, Done
    from engine.desk.desk import Desk
    from engine.rules.lexicon import Lexicon
    from engine.run.refusal import Because, Refused
    from engine.store.window import Window


def in_language(facts: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """Facts that come once per language (`role_ru`, `role_en`) under their plain name (`role`)."""
    mark = f"_{lang}"
    return {**facts, **{name.removesuffix(mark): value for name, value in facts.items() if name.endswith(mark)}}


def tell(terminal: Terminal, answer: Answer, desk: Desk | None = None) -> Exit:
    """Say an answer of the desk, and give the code that the shell sees; the desk knows the words of its regulations."""
    from engine.desk.answer import Conflict, Done
    from engine.run.refusal import Refused

    match answer:
        case Refused():
            tell_refusal(terminal, answer, lexicon_of(desk, answer.case, terminal.lang))
            return Exit.NOT_ALLOWED if answer.not_allowed else Exit.FAILED
        case Conflict():
            facts = {"case": answer.case, "expected": answer.expected, "found": answer.found}
            raise Complaint("conflict", facts, Exit.CONFLICT, answer.case)
        case Done():
            from cli.done import tell_done

            tell_done(terminal, answer)
            return Exit.OK


def tell_refusal(terminal: Terminal, refused: Refused, lexicon: Lexicon | None = None) -> None:
    """The error shape for each reason of a refusal; below a requirement, why each of its subjects fails."""
    lang = terminal.lang
    for because in refused.because:
        facts = _facts(because.facts, because, lexicon, lang)
        tell_error(because.code, facts, lang, refused.case, tuple(_whys(because, lexicon, lang)), "refusal")


def reasons(because: Iterable[Because], lexicon: Lexicon | None, lang: Lang) -> list[str]:
    """Reasons as sentences, those of a requirement after the requirement itself."""
    told: list[str] = []
    for reason in because:
        told += [say(reason.code, _facts(reason.facts, reason, lexicon, lang), lang), *_whys(reason, lexicon, lang)]
    return told


def lexicon_of(desk: Desk | None, case: str, lang: Lang) -> Lexicon | None:
    """The names of a case's regulation, needed where its sentences are to be told in the other language."""
    if desk is None or lang == "ru":
        return None
    with desk.store.reading() as ledger:
        found = ledger.case(case)
        return ledger.workflow(found.workflow, found.workflow_version).lexicon if found else None


def _whys(because: Because, lexicon: Lexicon | None, lang: Lang) -> Iterable[str]:
    for reason in because.verdict.reasons if because.verdict else ():
        yield say(reason.code, _facts(reason.facts, because, lexicon, lang), lang)


def _facts(facts: Mapping[str, Any], because: Because, lexicon: Lexicon | None, lang: Lang) -> dict[str, Any]:
    """Facts in a language; the requirement, wherever it is quoted, is said anew instead of as it was written."""
    spoken = in_language(facts, lang)
    if because.requirement is None or lexicon is None:
        return spoken
    from engine.rules.telling import tell as told

    written = because.requirement.sentence.text
    return {name: told(because.requirement, lexicon, lang) if v == written else v for name, v in spoken.items()}


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
