"""Words about people and duties: who may do what, who may not, who gave leave."""

from __future__ import annotations

from engine.messages import Words

DUTIES: dict[str, Words] = {
    "founding-waiver": Words(
        "пока в управлении один сотрудник, вторым лицом быть некому",
        "while the office is one person, there is nobody to be the second",
    ),
}
