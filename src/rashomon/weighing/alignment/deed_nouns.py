"""Deeds that a noun tells, and whose: "made a visit", "put off the signing", "no meeting with Beck had taken place"."""

from typing import Any

from rashomon.readers.undone import calling_off
from rashomon.text.grammar import conjuncts, head_of, subjects
from rashomon.weighing.claims.told import Told

_WITH = frozenset({"with", "between"})
_DONE_TO = frozenset({"of", "to", "on", "against"})
_TIES = {True: {"nsubj"}, False: {"dobj", "nsubjpass"}}
_LIGHT = frozenset({"make", "hold", "pay", "take", "stage", "give", "conduct"})


def deed_noun(verb: Any, stands_for: str) -> Any:
    """Verb, and the deed that it tells by a phrase -> the noun for it; None for none.

    "[Visit]" of "made a visit", "a visit took place".
    """
    if verb.lemma_.lower() not in _LIGHT and stands_for != "happen":
        return None
    return next((c for c in verb.children if c.dep_ in _TIES[stands_for == "happen"]), None)


def called_off(verb: Any) -> Any:
    """Verb -> the noun for what it keeps from coming about: "cancelled the [visit]"; None for none."""
    return next((c for c in verb.children if calling_off(c) == verb), None)


def parties_to(noun: Any, statement: Told | None) -> tuple[list[Any], list[Any]]:
    """Noun for a deed, and the statement in which it is told -> whose it is, and whom it is with or what it is done to.

    Of "talks between [Oslo] and [Rome]" it is both's, with both.
    """
    named = met_by(noun)
    both = named if len(named) > 1 else []
    return host_of(noun, statement) or both, named or _done_to(noun)


def _done_to(noun: Any) -> list[Any]:
    """Noun for a deed -> what it is done to: "the release of [prisoners]", "a visit to [Oslo]"."""
    behind = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in _DONE_TO)
    return [p for c in behind for p in c.children if p.dep_ == "pobj"]


def met_by(noun: Any) -> list[Any]:
    """Noun for a meeting or the like -> whom it is with, where he is named: "no meeting with [Beck] took place"."""
    held = (p for c in noun.children if c.dep_ == "prep" and c.lower_ in _WITH for p in c.children)
    each = (n for p in held if p.dep_ == "pobj" for n in conjuncts(p))
    named = ([p, *(c for c in p.rights if c.dep_ == "appos")] for p in each)
    return [t for tokens in named for t in tokens[-1:] if t.pos_ in {"PROPN", "PRON"}]


def host_of(noun: Any, statement: Told | None) -> list[Any]:
    """Such a noun, and the statement in which it is told -> whose meeting it is, or else who tells of it."""
    owners = [c for c in noun.children if c.dep_ == "poss"] or ([] if met_by(noun) else _parties_below(noun))
    between = any(c.dep_ == "prep" and c.lower_ == "between" for c in noun.children)
    if owners or between or statement is None or statement.cue is None:
        return owners
    cue = head_of(noun.doc, statement.cue)
    return list(subjects(cue)) if cue.pos_ == "VERB" else []


def _parties_below(noun: Any) -> list[Any]:
    """Noun for a deed -> the parties to what it is done to: "the signing of a deal between [Oslo] and [Rome]"."""
    return [party for thing in _done_to(noun) for party in met_by(thing)]
