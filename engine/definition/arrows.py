"""The arrows of a definition, with `any_later`, `any_earlier` and `same` written out: one arrow per pair of stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from engine.definition.acts import act_of
from engine.definition.requirements import read_requirements
from engine.definition.shape import Problems, section, text, texts, unknown, wrong_shape
from engine.definition.workflow import BLANK, Arrow, Field, Stage, Title
from engine.definition.yaml_tree import Items, Pairs, Text
from engine.rules.lexicon import Lexicon

ANY_LATER, ANY_EARLIER, SAME = "any_later", "any_earlier", "same"
NEXT_CYCLE = "next_cycle"
AFTERWARDS = (NEXT_CYCLE,)


def read_arrows(
    page: Pairs, stages: Mapping[str, Stage], fields: Mapping[str, Field], lexicon: Lexicon, problems: Problems
) -> tuple[Arrow, ...]:
    """Every way between two stages, in the order of the file."""
    node = page.nodes.get("arrows")
    if not isinstance(node, Items):
        if node is not None:
            problems.append(wrong_shape(node, "list"))
        return ()
    arrows: list[Arrow] = []
    for item in node.nodes:
        pairs = section(item, "arrow", problems)
        arrows.extend(_written_out(pairs, stages, fields, lexicon, problems))
    return tuple(arrows)


def _written_out(
    pairs: Pairs, stages: Mapping[str, Stage], fields: Mapping[str, Field], lexicon: Lexicon, problems: Problems
) -> Iterator[Arrow]:
    trigger = text(pairs, "trigger", problems)
    asks = tuple(item.value for item in texts(pairs, "asks", problems))
    takes = tuple(item.value for item in texts(pairs, "takes", problems))
    sets = _sets(pairs, fields, (*asks, *takes), problems)
    then = text(pairs, "then", problems)
    if then and then not in AFTERWARDS:
        problems.append(unknown(pairs.nodes["then"].where, "consequence", then, AFTERWARDS))
    role = text(pairs, "role", problems)
    rules = read_requirements(pairs, "requires", lexicon, problems)
    name = lexicon.triggers.get(trigger)
    if trigger and name is None:
        problems.append(unknown(pairs.nodes["trigger"].where, "trigger", trigger, lexicon.triggers))
    title = Title(name.ru, name.en) if name else Title(trigger, trigger)
    for source, target in _ways(pairs, stages, problems):
        yield Arrow(trigger, title, source, target, role, rules, asks, takes, sets, then, pairs.where, act_of(pairs))


def _ways(pairs: Pairs, stages: Mapping[str, Stage], problems: Problems) -> Iterator[tuple[str, str]]:
    """The pairs of stages that one arrow of the file stands for."""
    order = list(stages)
    running = [name for name, stage in stages.items() if not stage.final]
    starts = _stages(texts(pairs, "from", problems, alone=True), order, (ANY_LATER,), problems)
    ends = _stages(texts(pairs, "to", problems, alone=True), order, (ANY_EARLIER, SAME), problems)
    for start, end in product(starts, ends):
        for source in running if start == ANY_LATER else [start]:
            for target in running if end == ANY_EARLIER else [source if end == SAME else end]:
                backwards_only = start == ANY_LATER or end == ANY_EARLIER
                if not backwards_only or order.index(target) < order.index(source):
                    yield source, target


def _stages(said: tuple[Text, ...], known: list[str], besides: tuple[str, ...], problems: Problems) -> list[str]:
    """Those of the names that are stages, or words that stand for stages."""
    for stage in said:
        if stage.value not in known and stage.value not in besides:
            problems.append(unknown(stage.where, "stage", stage.value, (*known, *besides)))
    return [stage.value for stage in said if stage.value in known or stage.value in besides]


def _sets(pairs: Pairs, fields: Mapping[str, Field], brought: tuple[str, ...], problems: Problems) -> dict[str, str]:
    """The fields that an arrow fixes: to one of their values, or to what the command brings."""
    node = pairs.nodes.get("sets", Pairs({}, {}, pairs.where))
    if not isinstance(node, Pairs):
        problems.append(wrong_shape(node, "mapping"))
        return {}
    sets = {}
    for name, where in node.places.items():
        value = text(node, name, problems)
        sets[name] = value
        blank = BLANK.fullmatch(value)
        if name not in fields:
            problems.append(unknown(where, "field", name, fields))
        elif blank and blank[1] not in brought:
            problems.append(unknown(node.nodes[name].where, "datum", blank[1], brought))
        elif not blank and fields[name].values and value not in fields[name].values:
            problems.append(unknown(node.nodes[name].where, "value", value, fields[name].values))
    return sets
