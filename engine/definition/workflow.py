"""A regulation as a value: stages, records, arrows, roles and requirements, each knowing where it was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from engine.definition.derived import once
from engine.problems import Severity, Where
from engine.rules.lexicon import Lexicon
from engine.rules.rule import Rule

BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")  # in what an arrow sets: a datum that its command brings
OFFICE = "office"  # where a role is held that no field names
NO_NAMES = Lexicon("", {}, {}, {}, {}, {}, {})


@dataclass(frozen=True, slots=True)
class Title:
    """A name in both languages, nominative."""

    ru: str
    en: str


@dataclass(frozen=True, slots=True)
class Field:
    """Something that is stated about a record or a case. Types: text, number, date, series, people, list, flag.

    A `moment` is not stated: it is the day on which a case first came to the stage `reached`, as its journal says.
    """

    name: str
    title: Title
    type: str
    required: bool
    where: Where
    values: tuple[str, ...] = ()  # the allowed ones, if they are enumerated
    reached: str = ""


@dataclass(frozen=True, slots=True)
class BackLink:
    """'This points back to at least `least` records of that kind'; most is None without an upper bound."""

    kind: str
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class RecordKind:
    """What a stage produces. `prefix` is the letters of its ids: ПК-3.

    `act` is what making one is called in sentences; `requirements` are judged whenever one is added, linked or put
    right.
    """

    name: str
    title: Title
    prefix: str
    fields: Mapping[str, Field]
    back: tuple[BackLink, ...]
    where: Where
    act: str = ""
    requirements: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Expectation:
    """A sentence that audits tell of when it does not hold; it never stands in the way of a step."""

    rule: Rule
    severity: Severity
    stage: str  # it counts from when a case stands in this stage, and ever after


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of a case. `complete_when` guards the step to the very next one; a final stage has no way out."""

    name: str
    title: Title
    produces: tuple[str, ...]
    complete_when: tuple[Rule, ...]
    final: bool
    where: Where
    expects: tuple[Expectation, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """Who may go from which stage to which, and on what conditions.

    `asks` are the data that the command must bring, `sets` the fields that it fixes, `then` what begins afterwards.
    A value of `sets` is a fixed text, or '{due}' for what the command brought under that name. `act` is what sentences
    call the step besides its trigger: to advance from the analysis is to approve it.
    """

    trigger: str
    title: Title
    source: str
    target: str
    role: str
    requirements: tuple[Rule, ...]
    asks: tuple[str, ...]
    takes: tuple[str, ...]  # data that the command may bring besides
    sets: Mapping[str, str]
    then: str
    where: Where
    act: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """Who acts. `held_by` is 'office' (granted in the workspace) or the field that lists its holders.

    That is a field of the case ('executors') or of one of its kinds of records ('measure.responsible').
    """

    name: str
    title: Title
    held_by: str


@dataclass(frozen=True, slots=True)
class Access:
    """What a role may do besides taking its arrows, in which stages (none stated: in all)."""

    role: str
    may: tuple[str, ...]
    stages: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Workflow:
    """One version of one regulation. `version` is a hash of its meaning: a change of layout is no new one.

    `duties` are sentences about who acts that every act in a case is judged by; `access` says who may do what besides
    taking arrows: nothing stated is not nothing allowed, it is what `engine.run.access` gives by default.
    """

    name: str
    title: Title
    version: str
    subject: tuple[str, ...]
    fields: Mapping[str, Field]
    records: Mapping[str, RecordKind]
    stages: Mapping[str, Stage]  # in order; the first is where a case starts
    arrows: tuple[Arrow, ...]
    roles: Mapping[str, Role]
    where: Where
    lexicon: Lexicon = NO_NAMES  # the names that its sentences use, and that they are told with
    duties: tuple[Rule, ...] = ()
    access: tuple[Access, ...] = ()

    @property
    def start(self) -> str:
        """The stage in which a case begins."""
        return next(iter(self.stages))

    def arrow(self, stage: str, trigger: str, target: str | None = None) -> Arrow | None:
        """The way out of a stage by a trigger (to a target, where there are several), if there is one."""
        for arrow in _ways_out(self).get((stage, trigger), ()):
            if target is None or target == arrow.target:
                return arrow
        return None

    def stage_of(self, kind: str) -> str | None:
        """The stage that produces records of this kind."""
        return _producers(self).get(kind)


@once
def _ways_out(workflow: Workflow) -> Mapping[tuple[str, str], tuple[Arrow, ...]]:
    """The arrows by the stage that they lead out of and by their trigger, in the order of the file."""
    found: dict[tuple[str, str], tuple[Arrow, ...]] = {}
    for arrow in workflow.arrows:
        at = (arrow.source, arrow.trigger)
        found[at] = (*found.get(at, ()), arrow)
    return found


@once
def _producers(workflow: Workflow) -> Mapping[str, str]:
    """The kinds of records and the stages that produce them; the first, where a definition is not sound."""
    produced = [(kind, stage.name) for stage in workflow.stages.values() for kind in stage.produces]
    return dict(reversed(produced))


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One of the subjects the cycle is run for; `words` are the phrases it is recognised by."""

    code: str
    title: Title
    aliases: tuple[str, ...]
    words: tuple[str, ...]
