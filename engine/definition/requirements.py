"""The sentences under `complete_when`, `expects` and `requires` → rules; the vocabulary itself is `engine.rules`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from engine.definition.shape import Problems, section, wrong_shape
from engine.definition.workflow import Expectation, RecordKind
from engine.definition.yaml_tree import Items, Node, Pairs, Text
from engine.problems import Problem, Severity
from engine.rules.book import plural_en
from engine.rules.lexicon import Lexicon
from engine.rules.reading import read
from engine.rules.rule import Rule, Sentence
from engine.rules.telling import tell

CODE = re.compile(r"[A-ZА-ЯЁ]{2,8}-\d{1,3}")  # what a duty may be called by


def read_requirements(owner: Pairs, key: str, lexicon: Lexicon, problems: Problems) -> tuple[Rule, ...]:
    """The rules under a key; a sentence that is not understood is a problem at its own place."""
    node = owner.nodes.get(key)
    if node is None:
        return ()
    if not isinstance(node, Items):
        problems.append(wrong_shape(node, "list"))
        return ()
    rules = []
    for item in node.nodes:
        for prefix, sentence in _sentences(item, problems):
            code = prefix if CODE.fullmatch(prefix) else ""
            understood = read(sentence.value, lexicon, sentence.where, "" if code else prefix)
            if isinstance(understood, Problem):
                problems.append(understood)
            elif code:
                rules.append(replace(understood, sentence=replace(understood.sentence, code=code)))
            else:
                rules.append(understood)
    return tuple(rules)


def read_expectations(owner: Pairs, stage: str, lexicon: Lexicon, problems: Problems) -> tuple[Expectation, ...]:
    """What a stage expects without insisting on it, the gravest first."""
    if "expects" not in owner.nodes:
        return ()
    told = section(owner.nodes["expects"], "expects", problems)
    return tuple(
        Expectation(rule, severity, stage)
        for severity in reversed(Severity)
        for rule in read_requirements(told, severity.value, lexicon, problems)
    )


def _sentences(item: Node, problems: Problems) -> Iterator[tuple[str, Text]]:
    """A line is a sentence; `у каждой меры: [указан срок, …]` is a beginning with several ends.

    `SOD-2: утверждает анализ не автор заключения` is a sentence with a code, by which leave can be given from it.
    """
    if isinstance(item, Text):
        yield "", item
    elif isinstance(item, Pairs):
        for prefix, ends in item.nodes.items():
            for end in ends.nodes if isinstance(ends, Items) else (ends,):
                if isinstance(end, Text):
                    yield prefix, end
                else:
                    problems.append(wrong_shape(end, "text"))
    else:
        problems.append(wrong_shape(item, "text"))


def links_as_rules(record: RecordKind, lexicon: Lexicon, problems: Problems) -> Iterator[Rule]:
    """What `back: {goal: 1..}` says: «у каждого показателя есть цель»."""
    one = lexicon.kinds[record.name].en
    for link in record.back:
        other = lexicon.kinds[link.kind].en
        amounts = (
            [f"a {other}"] if link.least == 1 else [f"at least {link.least} {plural_en(other)}"] if link.least else []
        )
        if link.most is not None:
            amounts.append(f"at most {link.most} {plural_en(other)}")
        for amount in amounts:
            rule = read(f"each {one} has {amount}", lexicon, record.where)
            if isinstance(rule, Problem):
                problems.append(rule)
            else:
                yield replace(rule, sentence=Sentence(tell(rule, lexicon, "ru"), record.where))
