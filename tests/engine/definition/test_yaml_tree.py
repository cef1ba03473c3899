from __future__ import annotations

import pytest

from engine.definition.yaml_tree import DEEPEST, MOST_CHARACTERS, Items, Pairs, Text, parse
from engine.problems import Where


def refusal(text: str) -> tuple[str, str]:
    """The code of the one problem that stops a text, and its place."""
    tree, problems = parse(text, "health.yaml")
    assert tree is None
    (problem,) = problems
    return problem.code, str(problem.where)


@pytest.mark.parametrize("written", ["5.10", "010", "no", "2022-01-15", "1e3", "~", "12:30", "null"])
def test_a_scalar_stays_the_text_it_was(written: str) -> None:
    assert parse(written, "f")[0] == Text(written, Where("f", 1, 1))


def test_every_node_and_key_knows_its_place() -> None:
    tree, problems = parse("stages:\n  draft: [one, two]\n", "f")
    assert problems == ()
    assert isinstance(tree, Pairs)
    stages = tree.nodes["stages"]
    assert isinstance(stages, Pairs)
    assert tree.places["stages"] == Where("f", 1, 1)
    assert stages.places["draft"] == Where("f", 2, 3)
    assert stages.nodes["draft"] == Items(
        (Text("one", Where("f", 2, 11)), Text("two", Where("f", 2, 16))), Where("f", 2, 10)
    )


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    tree, _ = parse("\ufeffworkflow: x", "f")
    assert isinstance(tree, Pairs)
    assert list(tree.nodes) == ["workflow"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: &x 1\nb: *x", "anchor-in-definition", "health.yaml:1:4"),
        ("a: *x", "anchor-in-definition", "health.yaml:1:4"),
        ("a: !!python/object:os.system x", "tag-in-definition", "health.yaml:1:4"),
        ("a: 1\na: 2", "key-twice", "health.yaml:2:1"),
        ("[a]: b", "key-is-no-text", "health.yaml:1:1"),
        ("a: 1\n---\nb: 2", "second-document", "health.yaml:2:1"),
        ("", "empty-definition", "health.yaml:1"),
        ("# nothing but words\n", "empty-definition", "health.yaml:1"),
        ("a: [1, 2", "yaml-not-closed", "health.yaml:1:9"),
        ("a: 'x", "yaml-not-closed", "health.yaml:1:6"),
        ("a:\n\tb: 1", "yaml-tab", "health.yaml:2:1"),
        ("a: b: c", "yaml-colon", "health.yaml:1:5"),
        ("a: 1\nb\nc: 2", "yaml-no-colon", "health.yaml:3:1"),
        ("a:\n  b: 1\n c: 2", "yaml-indent", "health.yaml:3:2"),
        ("a: {b: 1 c: 2}", "yaml-brackets", "health.yaml:1:11"),
        ("a: @b", "yaml-sign", "health.yaml:1:4"),
        ("a: \x00", "not-yaml", "health.yaml:1"),
    ],
)
def test_what_is_refused_is_refused_at_its_place(text: str, code: str, place: str) -> None:
    assert refusal(text) == (code, place)


def test_a_text_that_only_looks_like_an_anchor_is_a_text() -> None:
    assert parse('"&x"', "f")[0] == Text("&x", Where("f", 1, 1))


def test_the_deepest_tree_is_read_and_a_deeper_one_is_not() -> None:
    assert parse("[" * DEEPEST + "]" * DEEPEST, "f")[1] == ()
    assert refusal("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2))[0] == "definition-too-deep"
    assert refusal("[" * 100_000)[0] == "definition-too-deep"


def test_the_longest_file_is_read_and_a_longer_one_is_not() -> None:
    assert parse("#" * (MOST_CHARACTERS - 2) + "\na", "f")[1] == ()
    assert refusal("#" * MOST_CHARACTERS + "\na")[0] == "definition-too-long"
