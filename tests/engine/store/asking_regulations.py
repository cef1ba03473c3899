"""Two invented regulations that ask sentences of every form, along links and across cases, each in two versions."""

from __future__ import annotations

from functools import lru_cache

from engine.definition.reading import read
from engine.definition.workflow import Workflow

ASSIGNMENT = """\
workflow: assignment
title: {ru: Поручение, en: Assignment}
case: {title: {ru: поручение, en: assignment}}
subject: [path]
fields:
  path: {type: text!, title: {ru: путь, en: path}}
  protocol: {type: text, title: {ru: протокол, en: protocol}}
  kind: {type: text, title: {ru: вид, en: kind}, values: {hard: {ru: трудное, en: hard}, easy: {ru: лёгкое, en: easy}}}
  due: {type: date, title: {ru: срок, en: deadline}}
  start: {type: date, title: {ru: начало срока, en: start of the term}}
  doers: {type: people, title: {ru: исполнители, en: executors}}
  guests: {type: people, title: {ru: гости, en: guests}}
  outcome: {type: text, title: {ru: исход, en: outcome}}
  predecessors: {type: list, title: {ru: номера предшественников, en: numbers of the predecessors}}
  begun: {type: moment, reached: WORK, title: {ru: начало работы, en: start of work}}
  closed: {type: moment, reached: closed, title: {ru: дата закрытия, en: closing date}}
things:
  predecessor:
    title: {ru: предшественник, en: predecessor}
    fields:
      closed: {type: moment, title: {ru: дата закрытия, en: closing date}}
      due: {type: date, title: {ru: срок, en: deadline}}
      kind: {type: text, title: {ru: вид, en: kind}, values: {hard: {ru: трудное, en: hard}}}
roles:
  clerk: {title: {ru: делопроизводитель, en: clerk}, held_by: office}
  doer: {title: {ru: исполнитель, en: executor}, held_by: doers}
records:
  goal:
    title: {ru: цель, en: goal}
    prefix: ЦЛ
    fields:
      text: {type: text, title: {ru: текст, en: text}}
      plan: {type: series, title: {ru: план, en: plan}}
  measure:
    title: {ru: мера, en: measure}
    prefix: МР
    back: {goal: 0..}
    fields:
      text: {type: text, title: {ru: текст, en: text}}
      due: {type: date, title: {ru: срок, en: deadline}}
      doers: {type: people, title: {ru: исполнители, en: executors}}
  effect:
    title: {ru: оценка, en: assessment}
    prefix: ОЦ
    back: {measure: 0.., goal: 0..}
    requires: [у каждой оценки указан текст, действует не исполнитель]
    fields:
      text: {type: text, title: {ru: текст, en: text}}
stages:
  registered:
    title: {ru: На контроле, en: Registered}
    complete_when:
      - указан срок
      - срок не раньше срока предшественника
    expects:
      warning:
        - у каждого поручения вида «трудное» указаны исполнители
        - срок не раньше начала срока
        - исполнители и гости — разные люди
        - у каждого предшественника вида «трудное» указан срок
        - у каждого предшественника срок не позже срока поручения
        - у каждого предшественника срок не повторяется
  WORK:
    title: {ru: В работе, en: In work}
    produces: [goal, measure]
    complete_when:
      - есть не менее 2 целей
      - у каждой цели есть мера
    expects:
      warning:
        - у каждой цели есть оценка
        - у каждой цели с мерой указан текст
        - у каждой меры с подтверждением есть оценка
        - у каждой меры без цели указан текст
        - у каждой меры: [срок не позже срока поручения, исполнители среди исполнителей поручения]
        - у каждой меры срок не раньше чем через 5 рабочих дней после начала срока поручения
        - у каждой меры текст не повторяется
        - начало работы не раньше даты закрытия предшественника
      note:
        - у каждой цели план растёт
        - до каждой меры есть цель
        - после каждой меры в течение 5 рабочих дней есть оценка
        - нет предшественников
  checked:
    title: {ru: Проверяется, en: Checked}
    produces: [effect]
    complete_when:
      - есть оценка
      - у каждой меры есть подтверждение
  closed: {title: {ru: Снято с контроля, en: Closed}, final: yes}
triggers:
  go: {title: {ru: ведёт, en: leads}}
  put_off: {title: {ru: переносит, en: puts off}}
  back: {title: {ru: возвращает, en: returns}}
arrows:
  - {trigger: go, from: registered, to: WORK, role: clerk}
  - trigger: go
    from: WORK
    to: checked
    role: clerk
    requires: [ведёт не исполнитель, у каждого предшественника указана дата закрытия, есть подтверждение]
  - {trigger: go, from: checked, to: closed, role: clerk, sets: {outcome: done}, requires: [у каждой меры есть оценка]}
  - {trigger: put_off, from: [registered, WORK], to: same, role: clerk, asks: [due], sets: {due: "{due}"}}
  - {trigger: back, from: any_later, to: any_earlier, role: clerk, asks: [reason]}
"""

PROTOCOL = """\
workflow: protocol
title: {ru: Протокол, en: Protocol}
case: {title: {ru: протокол, en: protocol}}
subject: [number]
fields:
  number: {type: text!, title: {ru: номер, en: number}}
  due: {type: date, title: {ru: срок, en: deadline}}
  outcome: {type: text, title: {ru: исход, en: outcome}}
things:
  assignment:
    title: {ru: поручение, en: assignment}
    fields:
      kind: {type: text, title: {ru: вид, en: kind}, values: {hard: {ru: трудное, en: hard}}}
      due: {type: date, title: {ru: срок, en: deadline}}
      doers: {type: people, title: {ru: исполнители, en: executors}}
      outcome: {type: text, title: {ru: исход, en: outcome}}
roles:
  clerk: {title: {ru: делопроизводитель, en: clerk}, held_by: office}
stages:
  signed:
    title: {ru: Подписан, en: Signed}
    expects:
      warning:
        - есть не менее 2 поручений
        - у каждого поручения указан срок
        - у каждого поручения вида «трудное» есть исполнители
        - у каждого поручения срок не позже срока протокола
        - у каждого поручения срок не повторяется
        - нет подтверждений
  closed: {title: {ru: Исполнен, en: Closed}, final: yes}
triggers:
  close: {title: {ru: закрывает, en: closes}}
arrows:
  - {trigger: close, from: signed, to: closed, role: clerk, requires: [у каждого поручения указан исход]}
"""


@lru_cache
def regulations() -> tuple[Workflow, ...]:
    """Both regulations, each in two versions: the stage of work bears another name, and one sentence is gone."""
    texts = [ASSIGNMENT.replace("WORK", "in_work"), ASSIGNMENT.replace("WORK", "work"), PROTOCOL, PROTOCOL]
    texts[1] = texts[1].replace("      - у каждой цели есть мера\n", "")
    texts[3] = texts[3].replace("        - у каждого поручения указан срок\n", "")
    return tuple(map(_read_well, texts))


def _read_well(text: str) -> Workflow:
    workflow, problems = read(text, "invented.yaml")
    assert workflow is not None and not problems, problems
    return workflow
