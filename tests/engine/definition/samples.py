"""A small invented regulation, and how to spoil it."""

from __future__ import annotations

from engine.definition.reading import read
from engine.definition.workflow import Workflow
from engine.problems import Problem

MEETING = """\
workflow: meeting
title: {ru: Совещание, en: Meeting}
case: {title: {ru: совещание, en: meeting}}
subject: [body, year]
fields:
  body: {type: text!, title: {ru: орган, en: body}}
  year: text!
  speakers: {type: people, title: {ru: докладчики, en: speakers}}
  mood: {type: text, title: {ru: итог, en: mood}, values: {good: {ru: хороший, en: good}, bad: {ru: плохой, en: bad}}}
things:
  follower: {title: {ru: продолжение, en: follower}, fields: {closed: date}}
roles:
  chair: {title: {ru: председатель, en: chair}, held_by: office}
  speaker: {title: {ru: докладчик, en: speaker}, held_by: speakers}
records:
  question: {title: {ru: вопрос, en: question}, prefix: ВП, fields: {text: {type: text!, title: {ru: текст, en: text}}}}
  answer:
    title: {ru: ответ, en: answer}
    prefix: ОТВ
    back: {question: 1..}
    fields: {date: {type: date, title: {ru: дата, en: date}}}
stages:
  draft: {title: {ru: Проект, en: Draft}, produces: [question], complete_when: [есть вопрос]}
  held:
    title: {ru: Проведено, en: Held}
    produces: [answer]
    complete_when:
      - у каждого вопроса есть ответ
      - у каждого ответа: [указана дата, есть подтверждение]
  closed: {title: {ru: Закрыто, en: Closed}, final: yes}
triggers:
  hold: {title: {ru: проводит, en: holds}}
  close: {title: {ru: закрывает, en: closes}}
  return: {title: {ru: возвращает, en: returns}}
arrows:
  - {trigger: hold, from: draft, to: held, role: chair, asks: [day]}
  - {trigger: close, from: held, to: closed, role: chair, sets: {mood: good}, requires: [закрывает не докладчик]}
  - {trigger: return, from: any_later, to: any_earlier, role: chair, asks: [reason]}
"""


def changed(old: str, new: str, text: str = MEETING) -> str:
    """The text with one passage replaced, which must be there once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def read_well(text: str) -> Workflow:
    """The workflow of a text without problems."""
    workflow, problems = read(text, "meeting.yaml")
    assert problems == ()
    assert workflow is not None
    return workflow


def faults(text: str) -> list[str]:
    """'4:3 unknown-stage' for each problem of a text."""
    return [f"{problem.where.line}:{problem.where.column} {problem.code}" for problem in problems_of(text)]


def problems_of(text: str) -> tuple[Problem, ...]:
    """All problems of a text."""
    return read(text, "meeting.yaml")[1]
