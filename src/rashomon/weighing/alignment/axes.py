"""Pairs of opposites (contrasts.yaml): what they can be of, and how a wording must stand to tell one side of them."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Span
from rashomon.weighing.compared.heads import is_measure
from rashomon.weighing.compared.wordings import Wording
from rashomon.weighing.compared.words import stem

_ASKING = frozenset({"require", "need", "demand", "seek"})
_NOT_YET = frozenset({"until", "till", "before"})


@cache
def axis_of(name: str) -> Mapping[str, Any]:
    """Name of an axis -> what contrasts.yaml says of it."""
    return next(axis for axis in load("contrasts.yaml")["axes"] if axis["name"] == name)


@cache
def kept_for(axis: str) -> frozenset[str]:
    """Name of an axis -> the only nouns that it can be of, by their stems."""
    return frozenset(stem(noun) for noun in axis_of(axis)["about"])


def stands_so(hit: Wording) -> bool:
    """Whether a wording stands as it must to tell its side: one word as a verb or predicate, not as part of a name."""
    axis = axis_of(hit.stands_for[0])
    head = hit.head
    if head.dep_ in {"amod", "compound"} and not axis.get("beside"):
        return False
    if not _is_out_of(head, axis.get("out_of", ())):
        return False
    if len(hit.tokens) > 1:
        return True
    if head.pos_ in {"NOUN", "PROPN"} or (head.pos_ == "VERB" and head.lemma_.lower() in axis.get("no_verbs", ())):
        return False
    objects = [c for c in head.children if c.dep_ == "dobj" and not is_measure(c)]
    return not (objects and head.lemma_.lower() in axis.get("alone", ()))


def _is_out_of(verb: Any, kept: Sequence[str]) -> bool:
    """Whether a verb names no place that somebody leaves, or one of those kept: "from prison", not "from hospital"."""
    left = [n for c in verb.children if c.lower_ == "from" for n in c.children if n.dep_ == "pobj"]
    return not kept or all(n.ent_type_ or n.lemma_.lower() in kept for n in left)


def between(hit: Wording) -> list[Any]:
    """A wording -> the noun that stands within it: "found [the banker Bo Aas] guilty"."""
    first, last = hit.tokens[0], hit.tokens[-1]
    gap = [t for t in first.doc[first.i + 1 : last.i] if t.i not in {x.i for x in hit.tokens}]
    nouns = [t for t in gap if t.dep_ in {"dobj", "nsubj"} and t.head not in gap]
    return nouns if hit.stands_for[0] and len(nouns) == 1 else []


def is_only_wanted(verb: Any, mark: Span) -> bool:
    """Whether a side is that of what somebody or a law asks for, or comes only later: "until service is restored"."""
    asked = verb.lemma_ in _ASKING and not mark.meets(Span(verb.idx, verb.idx + len(verb)))
    return asked or any(c.lower_ in _NOT_YET and c.dep_ in {"mark", "prep"} and c.i < verb.i for c in verb.children)
