"""A pack of rules in Gherkin, Russian or English → frozen rules; what is not understood is told, with its place.

Nothing in a pack is evaluated: its sentences are read by the vocabulary, its ways out have their blanks filled as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.problems import Problem, Severity, Where
from engine.rules.folding import fold, language
from engine.rules.gherkin_text import Scenario, Step, read_feature
from engine.rules.givens import Given, read_about, read_given
from engine.rules.lexicon import Lexicon
from engine.rules.pack_rule import BLANK, PackRule
from engine.rules.rule import Rule

ID = re.compile(r"[A-ZА-ЯЁ]{1,8}-?\d{1,4}[a-zа-я]?")
_FIX = re.compile(r"^[ \t]*(?:Исправить|Fix):[ \t]*(.+)$", re.MULTILINE)

Problems = list[Problem]


def read_pack(text: str, file: str, lexicon: Lexicon) -> tuple[tuple[PackRule, ...], tuple[Problem, ...]]:
    """The rules of a pack in their order, with all problems at once; a scenario with a problem gives no rule."""
    scenarios, broken = read_feature(text, file)
    problems: Problems = list(broken)
    rules: dict[str, PackRule] = {}
    for scenario in scenarios:
        rule = _rule(scenario, lexicon, problems, text.splitlines())
        if rule is not None and rule.id in rules:
            facts = {"id": rule.id, "line": str(rules[rule.id].where.line)}
            problems.append(Problem(rule.where, "pack-id-twice", facts=facts))
        elif rule is not None:
            rules[rule.id] = rule
    if not scenarios and not problems:
        problems.append(Problem(Where(file), "pack-empty"))
    return tuple(rules.values()), tuple(problems)


def _rule(scenario: Scenario, lexicon: Lexicon, problems: Problems, lines: Sequence[str]) -> PackRule | None:
    known = len(problems)
    id, severity = _tags(scenario, problems)
    problems.extend(_misplaced(scenario))
    given = _given(scenario, lexicon, problems)
    if given is None:
        return None
    conditions = tuple(_sentences(scenario, "when", given, lexicon, problems))
    demands = tuple(_sentences(scenario, "then", given, lexicon, problems))
    if not any(step.sort == "then" for step in scenario.steps):
        problems.append(Problem(scenario.where, "pack-no-then", facts={"title": scenario.title}))
    fix = _fix(scenario, given, lexicon, problems, lines)
    if len(problems) > known:
        return None
    return PackRule(id, severity, scenario.title, given.kind, conditions, demands, fix, scenario.where)


def _tags(scenario: Scenario, problems: Problems) -> tuple[str, Severity]:
    """One id and one severity; other tags name clauses of the document that the rule comes from."""
    ids = [tag for tag in scenario.tags if ID.fullmatch(tag)]
    severities = [Severity(tag) for tag in scenario.tags if tag in set(Severity)]
    for code, found in (("pack-one-id", ids), ("pack-one-severity", severities)):
        if len(found) != 1:
            facts = {"title": scenario.title, "found": " ".join(f"@{tag}" for tag in found) or "–"}
            problems.append(Problem(scenario.where, code, facts=facts))
    return (ids or [""])[0], (severities or [Severity.ERROR])[0]


def _misplaced(scenario: Scenario) -> Iterator[Problem]:
    """What Gherkin has and a rule has no use for: examples to fill in, tables."""
    if scenario.outline:
        yield Problem(scenario.where, "pack-no-place", facts={"what": "{}"})
    for step in scenario.steps:
        if step.rows:
            yield Problem(step.where, "pack-no-place", facts={"what": "|"})


def _given(scenario: Scenario, lexicon: Lexicon, problems: Problems) -> Given | None:
    steps = [step for step in scenario.steps if step.sort not in ("when", "then")]
    if len(steps) != 1:
        where = steps[1].where if steps else scenario.where
        problems.append(Problem(where, "pack-one-thing", facts={"title": scenario.title, "found": str(len(steps))}))
        return None
    found = read_given(steps[0].text, lexicon, steps[0].where)
    if isinstance(found, Problem):
        problems.append(found)
        return None
    return found


def _sentences(scenario: Scenario, sort: str, given: Given, lexicon: Lexicon, problems: Problems) -> Iterator[Rule]:
    for step in _of(scenario, sort):
        found = read_about(step.text, given, lexicon, step.where)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            yield found


def _of(scenario: Scenario, sort: str) -> Iterator[Step]:
    return (step for step in scenario.steps if step.sort == sort)


def _fix(scenario: Scenario, given: Given, lexicon: Lexicon, problems: Problems, lines: Sequence[str]) -> str:
    """The way out with its blanks by code: «перенесите {срок}» → «перенесите {deadline}»."""
    written = _FIX.search(scenario.description)
    if written is None:
        return ""
    template = " ".join(written[1].split())
    where = replace(scenario.where, line=_line_of(written[0].strip(), scenario.where.line, lines), column=0)
    named = {name: _field(name, given.kind, lexicon) for name in BLANK.findall(template)}
    stray = set("{}") & set(BLANK.sub("", template))
    for name in [name for name, code in named.items() if not code] + sorted(stray):
        known = ", ".join(_titles(given.kind, lexicon, language(template)))
        problems.append(Problem(where, "pack-unknown-blank", facts={"found": name, "known": known}))
    return BLANK.sub(lambda blank: f"{{{named[blank[1]]}}}", template)


def _line_of(words: str, after: int, lines: Sequence[str]) -> int:
    return next((n for n, line in enumerate(lines, 1) if n > after and line.strip() == words), after)


def _field(name: str, kind: str, lexicon: Lexicon) -> str:
    """The code of the field that a blank names, '' if there is none."""
    for code, attribute in lexicon.attributes.get(kind, {}).items():
        titles = (attribute.name.ru, attribute.name.en, *attribute.name.also_ru, *attribute.name.also_en)
        if any(fold(name, "ru") == fold(title, "ru") for title in titles):
            return code
    return ""


def _titles(kind: str, lexicon: Lexicon, lang: str) -> list[str]:
    names = [attribute.name for attribute in lexicon.attributes.get(kind, {}).values()]
    return [name.ru if lang == "ru" else name.en for name in names]
