"""A rule of a pack as a value: whom it judges, when it applies, what it demands, how to put things right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.problems import Severity, Where
from engine.rules.rule import Rule

BLANK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class PackRule:
    """One scenario of a pack. Each thing of the kind `subject` is judged by itself.

    `given` are the conditions («Если»): a thing that does not meet them all is not judged. `then` are the demands.
    `fix` is the way out in the language of the pack, its blanks named by the codes of the subject's fields.
    """

    id: str
    severity: Severity
    title: str
    subject: str
    given: tuple[Rule, ...]
    then: tuple[Rule, ...]
    fix: str
    where: Where

    @property
    def meaning(self) -> tuple[object, ...]:
        """All that two twins, Russian and English, must have in common: everything but the words."""
        said = [tuple((rule.form, rule.subject, rule.arguments) for rule in rules) for rules in (self.given, self.then)]
        return self.id, self.severity, self.subject, *said, tuple(sorted(BLANK.findall(self.fix)))
