"""Who meets whom where a noun tells it: "Aas said no meeting with Beck had taken place"."""

from typing import Any

from rashomon.text.grammar import head_of, subjects
from rashomon.weighing.claims.told import Told

_WITH = frozenset({"with", "between"})


def met_by(noun: Any) -> list[Any]:
    """Noun for a meeting or the like -> whom it is with, where he is named: "no meeting with [Beck] took place"."""
    held = (p for c in noun.children if c.dep_ == "prep" and c.lower_ in _WITH for p in c.children)
    named = ([p, *(c for c in p.rights if c.dep_ == "appos")] for p in held if p.dep_ == "pobj")
    return [t for tokens in named for t in tokens[-1:] if t.pos_ in {"PROPN", "PRON"}]


def host_of(noun: Any, statement: Told | None) -> list[Any]:
    """Such a noun, and the statement in which it is told -> whose meeting it is, or else who tells of it."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    between = any(c.dep_ == "prep" and c.lower_ == "between" for c in noun.children)
    if owners or between or statement is None or statement.cue is None:
        return owners
    cue = head_of(noun.doc, statement.cue)
    return list(subjects(cue)) if cue.pos_ == "VERB" else []
