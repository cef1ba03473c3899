"""The command line that takes an arrow of a regulation: what `why` and every refusal tell instead of a code."""

from __future__ import annotations

from engine.messages import Lang

_ENDINGS = {"not_done": "not_done", "not_applicable": "not_applicable"}
_SAID: dict[str, tuple[str, str]] = {
    "report": ('--text "что сделано"', '--text "what was done"'),
    "return": ('--reason "почему"', '--reason "why"'),
    "withdraw": ('--reason "почему"', '--reason "why"'),
    "extend": ('--to ДЕНЬ --reason "почему"', '--to DAY --reason "why"'),
    "reassign": ('--executor "кому" --reason "почему"', '--executor "who" --reason "why"'),
    "not_done": ('--reason "почему"', '--reason "why"'),
    "not_applicable": ('--reason "почему"', '--reason "why"'),
}
KNOWN = (*_SAID, "deliver", "accept", "confirm")  # the verbs of `task`
OPTIONS = {"due": "to", "executors": "executor"}  # what an arrow asks for, where the option has another name


def command_for(workflow: str, trigger: str, case: str, lang: Lang) -> str:
    """The command that takes this arrow, with blanks for what it asks."""
    said = _SAID.get(trigger, ("", ""))[0 if lang == "ru" else 1]
    if workflow != "assignment":
        stage = "ЭТАП" if lang == "ru" else "STAGE"
        return f"resheno case return {case} {stage} {said}" if trigger == "return" else f"resheno case advance {case}"
    if trigger not in KNOWN:  # an arrow of a regulation of one's own
        return f"resheno case advance {case}"
    verb = f"confirm {case} --outcome {_ENDINGS[trigger]}" if trigger in _ENDINGS else f"{trigger} {case}"
    return f"resheno task {verb} {said}".rstrip()
