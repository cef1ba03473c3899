"""Regulations as rows: which there are, which versions run, what their stages and steps ask for, the forms of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cli.terminal import Terminal
from engine.rules.telling import tell

if TYPE_CHECKING:
    from engine.definition.workflow import Title, Workflow
    from engine.rules.lexicon import Name
    from engine.rules.rule import Rule

MUST = "must"  # what guards, beside the weights of what is only expected
FIVE = ("nom", "gen", "dat", "acc", "ins")  # the cases that sentences need
Row = dict[str, object]


def meant(terminal: Terminal, given: str) -> Workflow:
    """The regulation of a name, of 'name@version' or of a file; a name that nobody knows is wrong usage."""
    from cli.definitions import definition
    from cli.finding import one_of
    from engine.definition.shipped import shipped_names

    if "@" not in given and not Path(given).is_file():
        names = [*shipped_names(), *(str(row["name"]) for row in _kept(terminal))]
        given = one_of(terminal, "workflow", given, dict.fromkeys(names))
    return definition(terminal, given)


def listed(terminal: Terminal) -> list[Row]:
    """The shipped regulations, and every version that the database keeps, with the cases that run by it."""
    from engine.definition.shipped import shipped, shipped_names

    ours = {name: shipped(name) for name in shipped_names()}
    rows = _kept(terminal)
    known = {(row["name"], row["version"]) for row in rows}
    rows += [
        {**_row(terminal, workflow), "cases": None, "newest": False}
        for workflow in ours.values()
        if (workflow.name, workflow.version) not in known
    ]
    for row in rows:
        row["shipped"] = row["name"] in ours and ours[str(row["name"])].version == row["version"]
        row["kept"] = [terminal.words(f"workflow-{sign}") for sign in ("newest", "shipped") if row[sign]]
    order = list(ours)
    names = [*order, *(str(row["name"]) for row in rows if row["name"] not in order)]
    return sorted(rows, key=lambda row: names.index(str(row["name"])))


def _kept(terminal: Terminal) -> list[Row]:
    """The versions of the database, in the order in which they were recorded; none where there is no database."""
    if isinstance(terminal.db, Path) and not terminal.db.is_file():
        return []
    from engine.store.versions import kept, versions
    from engine.store.window import look

    with look(terminal.database()) as window:
        return [
            {**_row(terminal, kept(window, line.name, line.version)), "cases": line.cases, "newest": line.newest}
            for line in versions(window)
        ]


def _row(terminal: Terminal, workflow: Workflow) -> Row:
    return {
        "name": workflow.name,
        "title": _in(workflow.title, terminal),
        "version": workflow.version,
        "stages": list(workflow.stages),
        "stages_told": [_in(stage.title, terminal) for stage in workflow.stages.values()],
    }


def requirements(terminal: Terminal, workflow: Workflow) -> list[Row]:
    """Every sentence of a regulation in both languages: where it stands, and whether it guards or is only told."""
    return [
        {
            "place": place,
            "weight": terminal.words(f"weight-{weight}"),
            "severity": weight,
            **{lang: tell(rule, workflow.lexicon, lang) for lang in ("ru", "en")},
        }
        for place, weight, rule in _sentences(terminal, workflow)
    ]


def _sentences(terminal: Terminal, workflow: Workflow) -> Iterator[tuple[str, str, Rule]]:
    yield from ((terminal.words("every-act"), MUST, rule) for rule in workflow.duties)
    for stage in workflow.stages.values():
        title = _in(stage.title, terminal)
        yield from ((title, MUST, rule) for rule in stage.complete_when)
        yield from ((title, expected.severity.value, expected.rule) for expected in stage.expects)
    told = set()
    for arrow in workflow.arrows:
        alike = [other for other in workflow.arrows if other.trigger == arrow.trigger]
        for rule in arrow.requirements:
            everywhere = all(rule in other.requirements for other in alike)
            ends = (_in(workflow.stages[stage].title, terminal) for stage in (arrow.source, arrow.target))
            place = _in(arrow.title, terminal) if everywhere else " → ".join(ends)
            if (place, rule) not in told:
                told.add((place, rule))
                yield place, MUST, rule
    for kind in workflow.records.values():
        yield from ((_in(kind.title, terminal), MUST, rule) for rule in kind.requirements)


def word_forms(terminal: Terminal, workflow: Workflow) -> list[Row]:
    """The forms that sentences must have of each name: five cases and two numbers in Russian, two in English."""
    lexicon = workflow.lexicon
    sorts = [("kind", lexicon.kinds.values()), ("role", lexicon.roles.values())]
    rows = [row for sort, names in sorts for name in names for row in _forms(terminal, sort, name, "")]
    for kind, attributes in lexicon.attributes.items():
        for attribute in attributes.values():
            rows += _forms(terminal, "attribute", attribute.name, kind)
    return rows


def _forms(terminal: Terminal, sort: str, name: Name, owner: str) -> Iterator[Row]:
    """A row per case, one for a number (2 показателя), one for English; in a table the code stands in the first."""
    from engine.rules.book import FEW, plural_en
    from engine.rules.spelling import spelled

    forms = dict(name.forms) if FEW in name.forms else spelled(name)
    code = f"{owner}.{name.code}" if owner else name.code
    pairs = [(case, forms[case], forms[f"{case}.pl"]) for case in FIVE]
    pairs += [(FEW, "", forms[FEW]), ("english", name.en, plural_en(name.en))]
    for case, one, many in pairs:
        first = case == FIVE[0] or terminal.format != "table"
        told = {"code": code if first else "", "grammar_told": terminal.words(f"case-{case}"), "case": case}
        yield {**told, "sort": sort, "singular": "" if one == many else one, "plural": many, "agrees": name.agrees}


def _in(title: Title, terminal: Terminal) -> str:
    return title.ru if terminal.lang == "ru" else title.en
