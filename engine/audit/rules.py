"""Rules over a read document: what its items break, where, and what would put it right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from engine.audit.protocol_things import DOCUMENT, document_words, item_of, scene_of
from engine.definition.shipped import Faulty
from engine.messages import Lang, fill, say
from engine.problems import Problem, Severity
from engine.protocol import Protocol
from engine.rules.applying import apply
from engine.rules.pack_rule import PackRule
from engine.rules.packs import read_pack
from engine.rules.quantities import as_text
from engine.rules.thing import Scene, Thing, Value
from engine.rules.verdict import Holds, Reason

PACK = "protocol_rules.feature"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that breaks one rule, or cannot yet be judged by it (`stands`: violated or pending).

    `path` is '' for the document itself, `lines` are (0, 0) then. `code` and `facts` are the words in either language;
    what a rule demands and how to put it right is said in the language of its pack.
    """

    rule: str
    severity: Severity
    title: str
    stands: Holds
    path: str
    lines: tuple[int, int]
    code: str
    facts: Mapping[str, str]
    fix: str

    def text(self, lang: Lang) -> str:
        """The sentence that says what is wrong."""
        return say(self.code, {**self.facts, "thing": self.facts[f"thing_{lang}"]}, lang)


@cache
def shipped_pack(lang: Lang) -> tuple[PackRule, ...]:
    """The rules of a protocol, in one of their two languages."""
    file = f"features/{lang}/{PACK}"
    text = files("features").joinpath(lang, PACK).read_text("utf-8")
    rules, problems = read_protocol_pack(text, file)
    if problems:
        raise Faulty(problems)
    return rules


def read_protocol_pack(text: str, file: str) -> tuple[tuple[PackRule, ...], tuple[Problem, ...]]:
    """A pack that somebody wrote over the things of a read document."""
    return read_pack(text, file, document_words())


def check_protocol(protocol: Protocol, pack: Iterable[PackRule], today: date) -> tuple[Finding, ...]:
    """What a document breaks of a pack, rule by rule; all that holds is passed over."""
    scene = scene_of(protocol, today)
    found = ((rule, reason) for rule in pack for reason in apply(rule, scene).reasons)
    return tuple(_finding(rule, reason, scene, protocol) for rule, reason in found)


def _finding(rule: PackRule, reason: Reason, scene: Scene, protocol: Protocol) -> Finding:
    things = {thing.id: thing for thing in scene.things}
    item = item_of(reason.thing, protocol)
    said = {name: _path(things[value]) if value in things else value for name, value in reason.facts.items()}
    missing = reason.code == "reason-too-few" and said.get("needed") == "1"
    violated = reason.since is not None and reason.since <= scene.today
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        title=rule.title,
        stands=Holds.VIOLATED if violated else Holds.PENDING,
        path=item.path if item else "",
        lines=item.lines if item else (0, 0),
        code="finding-missing" if missing else reason.code,
        facts={**said, **{f"thing_{lang}": _named(things[reason.thing], lang) for lang in ("ru", "en")}},
        fix=fill(rule.fix, {code: _shown(value) for code, value in things[reason.thing].values.items()}),
    )


def _named(thing: Thing, lang: str) -> str:
    """What a person calls a thing: протокол, вопрос 2, поручение 2.1, исполнитель Иванова И.И."""
    name = document_words().kinds[thing.kind]
    title = name.ru if lang == "ru" else name.en
    return title if thing.id == DOCUMENT else f"{title} {_path(thing)}"


def _path(thing: Thing) -> str:
    return as_text(thing.values.get("path") or thing.values.get("name") or thing.values.get("number"))


def _shown(value: Value) -> str:
    """A value as a way out names it: a day by the calendar, a term by its last day."""
    if isinstance(value, Mapping):
        return _shown(value.get("due") or value.get("kind"))
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return as_text(value) or "…"


def as_json(findings: Iterable[Finding], lang: Lang) -> list[dict[str, Any]]:
    """One object per finding, with its words in one language."""
    return [
        {
            "rule": found.rule,
            "severity": found.severity.value,
            "title": found.title,
            "stands": found.stands.value,
            "path": found.path or None,
            "lines": list(found.lines) if found.path else None,
            "text": found.text(lang),
            "fix": found.fix,
        }
        for found in findings
    ]
