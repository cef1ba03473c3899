"""Words for the doubts and faults of documents."""

from __future__ import annotations

from engine.messages import Words
from engine.messages.doubts import DOUBTS
from engine.messages.papers import PAPERS
from engine.messages.questions import QUESTIONS

INTAKE: dict[str, Words] = {**PAPERS, **DOUBTS, **QUESTIONS}
