"""The vocabulary: every sentence that a requirement may be, Russian and English side by side, with what it means.

A row reads and says. Slots: S subject, X thing counted, F field, A B attributes, D day, N number, P period, L literal,
C share, T act, R role; G, H, Q, O, V are the tables below. `sets` are the arguments that the row itself gives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.rules.acting import act
from engine.rules.comparing import compare
from engine.rules.counting import after, before, count
from engine.rules.finding import Judge
from engine.rules.natures import ACTS, AFTER, AMONG, APART, BEFORE, COMPARE, COUNT, TREND, UNIQUE, Nature
from engine.rules.people import among, apart
from engine.rules.rule import Rule
from engine.rules.series import trend, unique

Sets = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A way to say a part of a sentence."""

    ru: str
    en: str
    sets: Sets = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A way to say a whole sentence, and what makes its judge of a rule. Forms of one nature judge alike."""

    nature: Nature
    ru: str
    en: str
    judge: Callable[[Rule], Judge]
    sets: Sets = ()

    @property
    def name(self) -> str:
        """What rules of this form keep as theirs."""
        return self.nature.name


FORMS: tuple[Form, ...] = (
    Form(COUNT, "{G} <указан F> {F:nom}", "{G} {F} <is F> stated", count, (("quantity", "at least"), ("number", "1"))),
    Form(COUNT, "{H} {Q}", "{H} {Q}", count),
    Form(COUNT, "{H} к {D:dat} {Q}", "{H} {Q} by {D}", count, (("when", "by"),)),
    Form(
        COUNT, "{H} в течение {P:gen} после {D:gen} {Q}", "{H} {Q} within {P} after {D}", count, (("when", "within"),)
    ),
    Form(AFTER, "после <каждого S> {S:gen} [в течение {P:gen}] {Q}", "after each {S} , [within {P} ,] {Q}", after),
    Form(AFTER, "{G} затем {Q}", "{G} later {Q}", after, (("when", "later"),)),
    Form(BEFORE, "до <каждого S> {S:gen} {Q}", "before each {S} , {Q}", before),
    Form(BEFORE, "{G} ранее {Q}", "{G} earlier {Q}", before, (("when", "earlier"),)),
    Form(COMPARE, "{G} {A:nom} {O}", "{G} {A} {O}", compare),
    Form(UNIQUE, "{G} {A:nom} не <повторяется A>", "{G} {A} <is A> unique", unique),
    Form(TREND, "{G} {A:nom} <растёт A>", "{G} {A} <grows A>", trend, (("op", "grows"),)),
    Form(TREND, "{G} {A:nom} не <убывает A>", "{G} {A} <does A> not fall", trend, (("op", "does not fall"),)),
    Form(TREND, "{G} {A:nom} <убывает A>", "{G} {A} <falls A>", trend, (("op", "falls"),)),
    Form(APART, "{G} {A:nom} и {B:nom} — разные люди", "{G} {A} and {B} are different people", apart),
    Form(APART, "{G} {A:nom} и {B:nom} не совпадают", "{G} {A} and {B} do not coincide", apart),
    Form(AMONG, "{G} {A:nom} среди {B:gen}", "{G} {A} <is A> among {B}", among),
    Form(ACTS, "{T} только {R:nom}", "only {R} {T}", act, (("who", "only"),)),
    Form(ACTS, "{T} не {R:nom}", "someone other than {R} {T}", act, (("who", "not"),)),
    Form(
        ACTS,
        "{T} не <единственный R> {R:nom}",
        "someone who is not the only {R:bare} {T}",
        act,
        (("who", "not the only"),),
    ),
)

_EACH = "у <каждого S> {S:gen}"

PARTS: dict[str, tuple[Row, ...]] = {
    "G": (Row(_EACH, "for each {S} ,"), Row("", "")),
    "H": (Row(_EACH, "each {S} has"), Row(_EACH, "for each {S} ,"), Row("", "")),
    "Q": (
        Row("есть {X:nom}", "{E} {X:one}", (("quantity", "at least"), ("number", "1"))),
        Row("есть хотя бы <один X> {X:nom}", "{E} at least one {X}", (("quantity", "at least"), ("number", "1"))),
        Row("есть не менее {N:gen} {X:gen}", "{E} at least {N} {X}", (("quantity", "at least"),)),
        Row("есть не более {N:gen} {X:gen}", "{E} at most {N} {X}", (("quantity", "at most"),)),
        Row("есть ровно {N:nom} {X:counted}", "{E} exactly {N} {X}", (("quantity", "exactly"),)),
        Row("нет {X:gen}", "{E} no {X}", (("quantity", "no"), ("number", "0"))),
    ),
    "O": (
        Row("<равен A> {V:dat}", "<equals A> {V}", (("op", "equals"),)),
        Row("не <равен A> {V:dat}", "<differs A> from {V}", (("op", "differs"),)),
        Row("не менее {V:gen}", "<is A> at least {V}", (("op", "at least"),)),
        Row("не более {V:gen}", "<is A> at most {V}", (("op", "at most"),)),
        Row("больше {V:gen}", "<is A> more than {V}", (("op", "more"),)),
        Row("меньше {V:gen}", "<is A> less than {V}", (("op", "less"),)),
        Row("раньше {W:gen}", "<is A> earlier than {W}", (("op", "earlier"),)),
        Row("не раньше {W:gen}", "<is A> not earlier than {W}", (("op", "not earlier"),)),
        Row("позже {W:gen}", "<is A> later than {W}", (("op", "later"),)),
        Row("не позже {W:gen}", "<is A> not later than {W}", (("op", "not later"),)),
        Row("в пределах {B:gen}", "<is A> within {B}", (("op", "within"),)),
        Row("<начинается A> с {V:gen}", "<starts A> with {V}", (("op", "starts"),)),
        Row("<содержит A> {V:acc}", "<contains A> {V}", (("op", "contains"),)),
    ),
    "V": (Row("{L}", "{L}"), Row("{C} {B:gen}", "{C} of {B}"), Row("{B:*}", "{B}")),
    "W": (Row("{L}", "{L}"), Row("{B:*}", "{B}"), Row("чем через {P:acc} после {B:gen}", "{P} after {B}")),
}

# The order in which a rule keeps its arguments, whatever the word order of the language it was read from.
ARGUMENTS = (
    *("subject.1", "subject.2", "quantity", "number", "thing", "thing.1", "thing.2", "field", "when", "day", "period"),
    *("what", "type", "op", "value", "value type", "share", "other", "other type", "act", "who", "role", "role of"),
)
