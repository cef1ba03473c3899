"""Fields, records, things, roles and stages of a definition: each section of the tree → its frozen values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from engine.definition.acts import act_of
from engine.definition.naming import Attributes, KindNames, Names, read_name, read_title
from engine.definition.shape import Problems, flag, named, of, section, text, texts, unknown
from engine.definition.workflow import OFFICE, BackLink, Field, RecordKind, Role, Stage, Title
from engine.definition.yaml_tree import Node, Pairs, Text
from engine.problems import Problem
from engine.rules.lexicon import Attribute, Name

FIELD_TYPES = ("text", "number", "date", "series", "people", "list", "flag", "moment")
AMOUNT = re.compile(r"(\d{1,3})(?:(\.\.)(\d{1,3})?)?")
PREFIX = re.compile(r"[А-ЯЁA-Z]{1,4}")

Fields = Mapping[str, Field]


def read_fields(owner: Pairs, problems: Problems) -> tuple[Fields, Attributes]:
    """The fields under `fields`, as values and as the attributes that sentences name."""
    fields, attributes = {}, {}
    for name, node in named(owner, "fields", problems).nodes.items():
        # A field may be written short: `text: text!` is a text that must be stated.
        pairs = Pairs({"type": node}, {}, node.where) if isinstance(node, Text) else section(node, "field", problems)
        fields[name], attributes[name] = _field(name, pairs, problems)
    return fields, attributes


def _field(name: str, pairs: Pairs, problems: Problems) -> tuple[Field, Attribute]:
    said = text(pairs, "type", problems, "text")
    kind = said.removesuffix("!")
    if kind not in FIELD_TYPES:
        problems.append(unknown(of(pairs, "type"), "type", kind, FIELD_TYPES))
        kind = "text"
    values = _values(pairs, problems)
    title = read_title(pairs, problems, otherwise=name)
    codes, reached = tuple(value.code for value in values), text(pairs, "reached", problems)
    field = Field(name, title, kind, said.endswith("!"), pairs.where, codes, reached)
    return field, Attribute(read_name(name, pairs, []), kind, values)


def _values(pairs: Pairs, problems: Problems) -> tuple[Name, ...]:
    """The allowed values: a mapping of codes to titles, or a plain list of texts."""
    if not isinstance(pairs.nodes.get("values"), Pairs | None):
        return tuple(Name(item.value, item.value, item.value) for item in texts(pairs, "values", problems))
    values = []
    for code, node in named(pairs, "values", problems).nodes.items():
        both = section(node, "value", problems)
        values.append(Name(code, text(both, "ru", problems), text(both, "en", problems)))
    return tuple(values)


def read_records(page: Pairs, problems: Problems) -> tuple[Mapping[str, RecordKind], KindNames]:
    """The record kinds, and the names and attributes that sentences know them by."""
    nodes = named(page, "records", problems).nodes
    kinds, names = {}, {}
    prefixes: dict[str, str] = {}
    for kind, node in nodes.items():
        pairs = section(node, "record", problems)
        fields, attributes = read_fields(pairs, problems)
        prefix = text(pairs, "prefix", problems)
        if prefix and not PREFIX.fullmatch(prefix):
            problems.append(Problem(of(pairs, "prefix"), "not-a-prefix", facts={"found": prefix}))
        if prefix and (other := prefixes.setdefault(prefix, kind)) != kind:
            facts = {"found": prefix, "one": other, "other": kind}
            problems.append(Problem(of(pairs, "prefix"), "prefix-twice", facts=facts))
        title = read_title(pairs, problems, otherwise=kind)
        back = _back(pairs, nodes, problems)
        kinds[kind] = RecordKind(kind, title, prefix, fields, back, pairs.where, act_of(pairs))
        names[kind] = (read_name(kind, pairs, []), attributes)
    return kinds, names


def _back(pairs: Pairs, kinds: Mapping[str, Node], problems: Problems) -> tuple[BackLink, ...]:
    links = []
    back = named(pairs, "back", problems)
    for kind in back.nodes:
        if kind not in kinds:
            problems.append(unknown(back.places[kind], "kind", kind, kinds))
            continue
        amount = text(back, kind, problems)
        read = AMOUNT.fullmatch(amount)
        if not read:
            problems.append(Problem(of(back, kind), "not-an-amount", facts={"found": amount}))
            continue
        least, dots, most = read.groups()
        links.append(BackLink(kind, int(least), int(most) if most else (None if dots else int(least))))
    return tuple(links)


def read_things(page: Pairs, problems: Problems) -> KindNames:
    """What a case of this definition sees of other cases."""
    names = {}
    for kind, node in named(page, "things", problems).nodes.items():
        pairs = section(node, "thing", problems)
        names[kind] = (read_name(kind, pairs, problems), read_fields(pairs, problems)[1])
    return names


def read_roles(
    page: Pairs, fields: Fields, records: Mapping[str, RecordKind], problems: Problems
) -> tuple[Mapping[str, Role], Names]:
    """Who acts: granted in the workspace, or listed in a field of the case or of one of its kinds of records."""
    roles, names = {}, {}
    owners = {"": fields, **{f"{kind.name}.": kind.fields for kind in records.values()}}
    people = (owner + name for owner, listed in owners.items() for name, one in listed.items() if one.type == "people")
    holders = (OFFICE, *people)
    for role, node in named(page, "roles", problems).nodes.items():
        pairs = section(node, "role", problems)
        held_by = text(pairs, "held_by", problems, OFFICE)
        if held_by not in holders:
            problems.append(unknown(of(pairs, "held_by"), "holder", held_by, holders))
        roles[role] = Role(role, read_title(pairs, problems, otherwise=role), held_by)
        names[role] = read_name(role, pairs, [])
    return roles, names


def read_stages(
    page: Pairs, kinds: Mapping[str, RecordKind], problems: Problems
) -> tuple[Mapping[str, Stage], Mapping[str, Name]]:
    """The stages without their requirements, which need the names of everything else to be read."""
    stages, names = {}, {}
    producers: dict[str, str] = {}
    for name, node in named(page, "stages", problems).nodes.items():
        pairs = section(node, "stage", problems)
        produces = texts(pairs, "produces", problems)
        for kind in produces:
            if kind.value not in kinds:
                problems.append(unknown(kind.where, "kind", kind.value, kinds))
            elif (other := producers.setdefault(kind.value, name)) != name:
                facts = {"found": kind.value, "one": other, "other": name}
                problems.append(Problem(kind.where, "produced-twice", facts=facts))
        title: Title = read_title(pairs, problems, otherwise=name)
        made = tuple(kind.value for kind in produces if kind.value in kinds)
        stages[name] = Stage(name, title, made, (), flag(pairs, "final", problems), pairs.where)
        names[name] = read_name(name, pairs, [])
    return stages, names
