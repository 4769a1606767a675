"""How a verb hangs on the cue of the statement that it is told in: refused, charged with, denied, only in mind."""

from functools import cache
from typing import Any

from rashomon.lexicon.files import load
from rashomon.text.grammar import head_of, is_negated
from rashomon.weighing.claims.told import Told

_CHARGING = frozenset({"accuse", "deny", "suspect"})


def is_led_by_cue(verb: Any, statement: Told | None) -> bool:
    """Whether a verb hangs on the cue of its statement: "denied [taking] money", "accused him of [taking] it"."""
    above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    cue = statement.cue if statement is not None else None
    return above is not None and cue is not None and cue.start <= above.idx < cue.end and above.lemma_ in _CHARGING


def accused(verb: Any) -> list[Any]:
    """Verb -> whom somebody accuses of that deed: "accused [Berg] of lying"; none where nobody is."""
    above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    charged = verb.dep_ == "pcomp" and above is not None and above.lemma_ in _CHARGING
    return [t for t in above.children if t.dep_ in {"dobj", "nsubjpass"}] if charged and above is not None else []


def is_refused(verb: Any, statement: Told) -> bool:
    """Whether a verb is what the cue itself refuses: who "refused to resign" denies nothing, he did not do it."""
    cue = statement.cue
    refused = verb.dep_ == "xcomp" and verb.tag_ == "VB"  # not "denied taking it"
    return cue is not None and refused and cue.start <= verb.head.idx < cue.end


def is_unsaid(one: Told) -> bool:
    """Whether a source only has not said it, which denies nothing: "has not said that it bombed the port"."""
    return one.cue is not None and is_negated(head_of(one.reading.doc, one.cue))


def is_in_mind(one: Told) -> bool:
    """Whether what a statement gives is only hoped, feared, doubted or wanted by its source."""
    return not frozenset(load("contrasts.yaml")["in_mind"]).isdisjoint(one.cue_lemmas)


@cache
def speaking() -> frozenset[str]:
    """Verbs that tell no deed, or only that somebody speaks."""
    return frozenset(load("contrasts.yaml")["speaking"])
