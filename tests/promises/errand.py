"""A small invented regulation with everything in it that a model has to know: an errand, planned, done, confirmed."""

from __future__ import annotations

from engine.definition.reading import read
from engine.definition.workflow import Workflow

TEXT = """\
workflow: errand
title: {ru: Заявка, en: Errand}
case: {title: {ru: заявка, en: errand}}
subject: [place, year]
fields:
  place: {type: text!, title: {ru: место, en: place}}
  year: {type: text!, title: {ru: год, en: year}}
  doers: {type: people, title: {ru: исполнители, en: doers}}
  due: {type: date, title: {ru: срок, en: deadline}}
  cost: {type: number, title: {ru: стоимость, en: cost}}
  urgent: {type: flag, title: {ru: срочность, en: urgency}}
  outcome:
    type: text
    title: {ru: исход, en: outcome}
    values: {good: {ru: удача, en: success}, bad: {ru: неудача, en: failure}}
roles:
  clerk: {title: {ru: делопроизводитель, en: clerk}, held_by: office}
  controller: {title: {ru: контролёр, en: controller}, held_by: office}
  doer: {title: {ru: исполнитель, en: doer}, held_by: doers}
access:
  - {role: clerk, may: [open, record, link, prove, plan, correct]}
  - {role: doer, may: [record, prove], while: [work, told]}
records:
  aim:
    title: {ru: цель, en: aim}
    prefix: ЦЛ
    fields:
      text: {type: text!, title: {ru: текст, en: text}}
      grounds: {type: text, title: {ru: обоснование, en: grounds}}
  sign:
    title: {ru: показатель, en: indicator}
    prefix: ПК
    back: {aim: 0.., sign: 0..}
    fields: {text: {type: text!, title: {ru: текст, en: text}}, day: {type: date, title: {ru: дата, en: date}}}
stages:
  plan:
    title: {ru: План, en: Plan}
    produces: [aim]
    complete_when: [есть цель, у каждой цели указано обоснование]
  work:
    title: {ru: Работа, en: Work}
    produces: [sign]
    complete_when: [у каждой цели есть показатель, у каждого показателя есть подтверждение]
  told: {title: {ru: Доложено, en: Reported}}
  closed: {title: {ru: Закрыто, en: Closed}, final: yes}
  dropped: {title: {ru: Снято, en: Dropped}, final: yes}
triggers:
  advance: {title: {ru: начинает работу, en: begins the work}}
  tell: {title: {ru: докладывает, en: reports}}
  confirm: {title: {ru: подтверждает, en: confirms}}
  extend: {title: {ru: продлевает, en: extends}}
  reassign: {title: {ru: переназначает, en: reassigns}}
  drop: {title: {ru: отзывает, en: withdraws}}
  return: {title: {ru: возвращает, en: returns}}
arrows:
  - {trigger: advance, from: plan, to: work, role: clerk}
  - {trigger: tell, from: work, to: told, role: doer, asks: [text]}
  - trigger: confirm
    from: told
    to: closed
    role: controller
    takes: [text]
    sets: {outcome: good}
    requires: [подтверждает не исполнитель, у каждой заявки указан срок]
  - {trigger: extend, from: [plan, work], to: same, role: controller, asks: [due, reason], sets: {due: "{due}"}}
  - {trigger: reassign, from: [plan, work, told], to: same, role: controller, asks: [doers], sets: {doers: "{doers}"}}
  - {trigger: drop, from: [plan, work, told], to: dropped, role: controller, asks: [reason], sets: {outcome: bad}}
  - {trigger: return, from: any_later, to: any_earlier, role: controller, asks: [reason]}
"""


def errand() -> Workflow:
    workflow, problems = read(TEXT, "errand.yaml")
    assert workflow is not None and problems == (), problems
    return workflow
