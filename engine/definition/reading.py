"""YAML text → a `Workflow`: every fault is told at once, with its place; what is not known is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.definition import compiled
from engine.definition.access import read_access
from engine.definition.acts import read_acts
from engine.definition.arrows import read_arrows
from engine.definition.naming import EVIDENCE, Attributes, KindNames, Names, lexicon, read_name, read_title
from engine.definition.parts import read_fields, read_records, read_roles, read_stages, read_things
from engine.definition.requirements import links_as_rules, read_expectations, read_requirements
from engine.definition.shape import NAME, Problems, named, of, section, text, texts, unknown
from engine.definition.workflow import Field, RecordKind, Stage, Workflow
from engine.definition.yaml_tree import NO_PAIRS, Items, Node, Pairs, Text, parse
from engine.problems import Problem, Where
from engine.rules.book import check_names
from engine.rules.lexicon import Lexicon, Name
from engine.rules.spelling import spelled_out


def read(source: str, file: str) -> tuple[Workflow | None, tuple[Problem, ...]]:
    """The definition that a text holds, with all its problems; None where there is nothing to build one from.

    A definition with an error among its problems is given too, so that more can be said about it; it must not be run.
    """
    tree, broken = parse(source, file)
    if tree is None:
        return None, broken
    problems: Problems = []
    page = section(tree, "workflow", problems)
    workflow = _workflow(page, problems)
    return (workflow if workflow.stages else None), tuple(sorted(problems, key=_place))


def _place(problem: Problem) -> tuple[int, int]:
    return problem.where.line, problem.where.column


def _workflow(page: Pairs, problems: Problems) -> Workflow:
    name = text(page, "workflow", problems)
    if name and not NAME.fullmatch(name):
        problems.append(Problem(of(page, "workflow"), "not-a-name", facts={"found": name}))
    fields, attributes = read_fields(page, problems)
    records, record_names = read_records(page, problems)
    things = read_things(page, problems)
    roles, role_names = read_roles(page, fields, records, problems)
    stages, stage_names = read_stages(page, records, problems)
    problems.extend(_doubtful_moments(fields, records, stages))
    title = read_title(page, problems, otherwise=name)
    case = Name(name, title.ru, title.en)
    if "case" in page.nodes:
        case = read_name(name, section(page.nodes["case"], "case", problems), problems)
    kinds = _kinds(case, attributes, record_names, things, page, problems)
    links = {kind: frozenset(link.kind for link in record.back) for kind, record in records.items()}
    words = lexicon(
        case.code, kinds, links, read_acts(page, _triggers(page, problems), problems), role_names, stage_names
    )
    problems.extend(_doubtful_names(words, page))
    stages = _with_requirements(page, stages, records, words, problems)
    records = _with_duties(page, records, words, problems)
    arrows = read_arrows(page, stages, fields, words, problems)
    duties = read_requirements(page, "duties", words, problems)
    access = read_access(page, roles, stages, problems)
    subject = _subject(page, fields, problems)
    kept = spelled_out(words)
    workflow = Workflow(
        name, title, "", subject, fields, records, stages, arrows, roles, page.where, kept, duties, access
    )
    return replace(workflow, version=compiled.version_of(workflow))


def _kinds(
    case: Name,
    attributes: Attributes,
    records: KindNames,
    things: KindNames,
    page: Pairs,
    problems: Problems,
) -> KindNames:
    """Every kind of thing a sentence may speak of; no two may share a code."""
    places = {**_places(page, "records"), **_places(page, "things")}
    for kind in (*records, *things):
        if kind in (case.code, EVIDENCE) or (kind in records and kind in things):
            problems.append(Problem(places[kind], "kind-twice", facts={"found": kind}))
    return {case.code: (case, attributes), **records, **things}


def _places(page: Pairs, key: str) -> Mapping[str, Where]:
    node = page.nodes.get(key)
    return node.places if isinstance(node, Pairs) else {}


def _doubtful_names(words: Lexicon, page: Pairs) -> Iterator[Problem]:
    """Names that sentences cannot use. Titles of stages are quoted as they stand, names without a title stay so too."""
    places = dict(_russian(page))
    for problem in check_names(replace(words, stages={}), page.where):
        name = problem.facts["name"]
        if problem.code != "name-not-declined" or not name.isascii():
            yield replace(problem, where=places.get(name, page.where))


def _russian(node: Node) -> Iterator[tuple[str, Where]]:
    """Every Russian title of a file with its place."""
    if isinstance(node, Pairs):
        for key, inner in node.nodes.items():
            titles = inner.nodes if isinstance(inner, Items) else (inner,)
            yield from ((title.value, title.where) for title in titles if key == "ru" and isinstance(title, Text))
            yield from _russian(inner)


def _doubtful_moments(
    fields: Mapping[str, Field], records: Mapping[str, RecordKind], stages: Mapping[str, Stage]
) -> Iterator[Problem]:
    """A moment of a case names the stage that it tells of; nothing else does, and a record has no moments."""
    for field in fields.values():
        if field.type == "moment" and not field.reached:
            yield Problem(field.where, "key-missing", facts={"expected": "reached", "section": "field"})
        elif field.reached and field.type != "moment":
            yield unknown(field.where, "type", field.type, ("moment",))
        elif field.reached and field.reached not in stages:
            yield unknown(field.where, "stage", field.reached, stages)
    for record in records.values():
        for field in record.fields.values():
            if field.type == "moment":
                yield unknown(field.where, "type", field.type, ("date",))


def _triggers(page: Pairs, problems: Problems) -> Names:
    """The titles under `triggers`; without that section, a trigger is called what its code says."""
    if "triggers" in page.nodes:
        nodes = named(page, "triggers", problems).nodes
        return {name: read_name(name, section(node, "trigger", problems), problems) for name, node in nodes.items()}
    arrows = page.nodes.get("arrows")
    written = arrows.nodes if isinstance(arrows, Items) else ()
    codes = [text(arrow, "trigger", []) for arrow in written if isinstance(arrow, Pairs)]
    return {code: read_name(code, NO_PAIRS, []) for code in codes if code}


def _with_requirements(
    page: Pairs, stages: Mapping[str, Stage], records: Mapping[str, RecordKind], words: Lexicon, problems: Problems
) -> Mapping[str, Stage]:
    nodes = named(page, "stages", []).nodes
    complete = {}
    for name, stage in stages.items():
        node = nodes[name]
        pairs = node if isinstance(node, Pairs) else NO_PAIRS
        links = [rule for kind in stage.produces for rule in links_as_rules(records[kind], words, problems)]
        written = read_requirements(pairs, "complete_when", words, problems)
        expects = read_expectations(pairs, name, words, problems)
        complete[name] = replace(stage, complete_when=(*written, *links), expects=expects)
    return complete


def _with_duties(
    page: Pairs, records: Mapping[str, RecordKind], words: Lexicon, problems: Problems
) -> Mapping[str, RecordKind]:
    """The kinds of records with the sentences that are judged when one is added, linked or put right."""
    nodes = {name: node for name, node in named(page, "records", []).nodes.items() if isinstance(node, Pairs)}
    judged = {name: read_requirements(node, "requires", words, problems) for name, node in nodes.items()}
    return {name: replace(kind, requirements=judged.get(name, ())) for name, kind in records.items()}


def _subject(page: Pairs, fields: Mapping[str, Field], problems: Problems) -> tuple[str, ...]:
    """What tells one case from another: names of its fields."""
    subject = texts(page, "subject", problems)
    for item in subject:
        if item.value not in fields:
            problems.append(unknown(item.where, "field", item.value, fields))
    return tuple(item.value for item in subject)
