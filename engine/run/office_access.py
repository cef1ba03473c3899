"""Who may change the workspace itself: grant roles, give leave from duties, publish, take back; and SOD-6."""

from __future__ import annotations

from datetime import date, timedelta

from engine.run.access import Row, may_not
from engine.run.case import Case, RecordOf
from engine.run.command import Connect, Correct, Open, Plan, Prove, Record
from engine.run.duty import CLERK, not_typing
from engine.run.event import Event, Plain, Told
from engine.run.facts import Facts
from engine.run.fold import apply
from engine.run.holding import OFFICE
from engine.run.office import ANSWERS, NAME, REGIME, TENURE, WAIVER, tenures
from engine.run.refusal import Because
from engine.run.tenure import Tenure, Waived, holders, standing_in

FOUNDER, ADMIN, HEAD, CONTROLLER = "operator", "role_admin", "head", "controller"
FILE_KEEPER, CHECKPOINT_KEEPER = "file_keeper", "checkpoint_keeper"
KEEPING_APART = "SOD-6"  # хранит файл не единственный держатель точки
GRANTING = (ADMIN, FOUNDER)
ByHand = Open | Record | Connect | Prove | Plan | Correct

# What is done to the workspace itself; while there is no administrator of roles, the founder grants and withdraws them.
# Of these two somebody is there on every day to come: a right that nobody holds would be nobody's to give back.
OFFICE_ROWS: tuple[Row, ...] = (
    *(Row(ADMIN, action, OFFICE) for action in ("grant", "withdraw", "delegate")),
    Row(HEAD, "waive", OFFICE),
    *(Row(CLERK, action, OFFICE) for action in ("register", "publish", "migrate", "answer", "undo", "redo")),
    *(Row(CONTROLLER, action, OFFICE) for action in ("undo", "redo")),
)


def may_in_office(action: str, facts: Facts, told: Told) -> tuple[Because, ...]:
    """Why somebody may not change the workspace itself: judged on the day of the entry, whatever day it speaks of.

    Else who was an administrator of roles last year could grant them today, as if it had been then.
    """
    held = {row.role: holders(facts.tenures, row.role, facts.today) for row in OFFICE_ROWS if row.action == action}
    if ADMIN in held and not held[ADMIN]:
        held = {FOUNDER: holders(facts.tenures, FOUNDER, facts.today)}
    if any(told.on_behalf_of in who for who in held.values()):
        return not_typing(facts, told)
    return (may_not(None, action, tuple(held), told.on_behalf_of), *not_typing(facts, told))


def not_in_office(case: Case | None, command: ByHand, event: Event, facts: Facts) -> tuple[Because, ...]:
    """Why somebody may not change the workspace as they want to."""
    if case is None or _is_being_founded(case, facts, event.told):
        return ()
    if isinstance(command, Correct) and command.record and case.records[command.record].kind == NAME:
        return (Because("name-by-hand"),)  # the register follows what was said then
    action = _office_action(case, command)
    told = event.told
    if action == "waive" and _is_for_one_alone(command, facts):
        return may_in_office("grant", facts, told)  # nobody else is there who could be the head
    return may_in_office(action, facts, told)


def spoiling_office(case: Case | None, command: ByHand, event: Event, facts: Facts) -> tuple[Because, ...]:
    """Why the workspace may not become what a command, in which nothing else is wrong, would make of it."""
    if case is None or _is_being_founded(case, facts, event.told):
        return ()
    after = apply(case, event)
    return (*left_to_nobody(tenures(case), tenures(after), facts.today), *_keepers(after, command, facts))


def _is_being_founded(case: Case, facts: Facts, told: Told) -> bool:
    """Whether an entry is one of the intent that makes the workspace: nobody has ever held the right to grant roles."""
    ever = any(each.role in GRANTING for each in facts.tenures)
    return not ever and case.opened is not None and case.opened.recorded_at == told.recorded_at


def left_to_nobody(before: tuple[Tenure, ...], after: tuple[Tenure, ...], today: date) -> tuple[Because, ...]:
    """Why the tenures may not become these: on some day to come nobody could grant roles, where somebody could.

    A stand-in counts only beside the one who is stood in for, and so is nobody else.
    """
    if before == after:
        return ()
    ends = (_next(each.until) for each in (*before, *after))
    days = sorted({today, *(day for each in (*before, *after) if (day := each.since)), *filter(None, ends)})
    lost = next((day for day in days if day >= today and _granting(before, day) and not _granting(after, day)), None)
    return () if lost is None else (Because("nobody-grants", {"day": lost.isoformat()}),)


def _granting(held: tuple[Tenure, ...], day: date) -> bool:
    """Whether somebody holds the right to grant roles on a day."""
    return any(each.role in GRANTING and not each.instead_of and each.holds(day) for each in held)


def _office_action(case: Case, command: ByHand) -> str:
    """What a command comes to that changes the workspace itself."""
    if isinstance(command, Record):
        if command.kind == TENURE:
            return "delegate" if command.fields.get("instead_of") else "grant"
        return "register" if command.kind == NAME else "waive"
    if isinstance(command, Correct):
        if command.record:
            return "withdraw" if case.records[command.record].kind == TENURE else "waive"
        return "answer" if set(command.fields) <= {ANSWERS, REGIME} else "grant"
    return "register"


def action_of(case: Case, event: Event) -> str:
    """What an entry of the workspace came to, for whoever wants to take it back."""
    data = event.data
    if event.type == "recorded":
        return {TENURE: "grant", NAME: "register"}.get(str(data["kind"]), "waive")
    if event.type == "corrected" and data["record"]:
        record: RecordOf | None = case.records.get(str(data["record"]))
        return "waive" if record is not None and record.kind == WAIVER else "withdraw"
    if event.type == "corrected" and not {*_listed(data["fields"])} <= {ANSWERS, REGIME}:
        return "grant"
    return "answer"


def _listed(fields: Plain) -> list[str]:
    return list(fields) if isinstance(fields, dict) else []


def _is_for_one_alone(command: ByHand, facts: Facts) -> bool:
    """Whether leave is asked that only counts while one person holds every role, and one person does."""
    if not (isinstance(command, Record) and command.kind == WAIVER and command.fields.get("alone") is True):
        return False
    return Waived((), "", "", alone=True).counts(facts.tenures, facts.today)


def _keepers(after: Case, command: ByHand, facts: Facts) -> tuple[Because, ...]:
    """SOD-6: whoever keeps the file is never the only holder of checkpoints, today and on any day to come."""
    if not isinstance(command, Record | Correct) or not command.record:
        return ()
    changed = after.records[command.record]
    if changed.fields.get("role") not in (FILE_KEEPER, CHECKPOINT_KEEPER):
        return ()
    held = tenures(after)
    days = {facts.today, *(day for each in held for day in (each.since, _next(each.until)) if day)}
    alone = sorted(keeper for day in days if day >= facts.today for keeper in keepers_alone(held, day))
    leave = any(KEEPING_APART in each.duties and each.counts(held, facts.today) for each in facts.waivers)
    return () if leave or not alone else (Because("keeper-alone", {"who": alone[0]}, duty=True),)


def keepers_alone(held: tuple[Tenure, ...], day: date) -> frozenset[str]:
    """Who keeps the file on a day and is the only one, in own right, who holds checkpoints."""
    points = standing_in(held, CHECKPOINT_KEEPER, day)
    own = {of for _, of in points}
    keepers = {who for pair in standing_in(held, FILE_KEEPER, day) for who in pair}
    return frozenset(who for who in keepers if own and not own - {who} - {of for by, of in points if by == who})


def _next(day: date | None) -> date | None:
    return day + timedelta(days=1) if day and day < date.max else None
