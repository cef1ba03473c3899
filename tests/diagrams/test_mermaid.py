"""Pictures as text."""

from __future__ import annotations

from diagrams import mermaid
from diagrams.picture import Edge, Node, Picture, Stroke, Tone


def test_boxes_arrows_and_tones_are_written_down() -> None:
    nodes = (Node("n0", "Цели", ("подтверждено",), Tone.DONE), Node("n1", "Анализ", current=True))
    text = mermaid.render(Picture("Цикл", nodes, (Edge("n0", "n1", ("далее",), Stroke.OFFERED),)))
    assert '    n0["Цели<br/>подтверждено"]' in text
    assert '    n0 -.->|"далее"| n1' in text
    assert "    class n0 done" in text
    assert "    class n1 current" in text


def test_hostile_words_cannot_leave_their_quotes() -> None:
    text = mermaid.render(Picture("Цикл", (Node("n0", 'a"]; click n0 "http://example.org" %%\n end'),), ()))
    (line,) = [line for line in text.splitlines() if line.startswith("    n0[")]
    assert line.count('"') == 2
    assert "click n0" in line, "the words are there, as words"
