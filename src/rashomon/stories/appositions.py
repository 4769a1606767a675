"""Nouns and names with something in apposition: "the A380, a twin-deck aircraft", "the FTSE 100, the main index"."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rashomon.model import Reading, Span, Syntax
from rashomon.text.grammar import phrase, span_of

_NOUNS = frozenset({"NOUN", "PROPN"})


class Apposition(NamedTuple):
    """Somebody or something told twice in a row: head of the first words, head and words of the second, and all."""

    first: Span
    second: Span
    behind: Span
    whole: Span


def appositions(reading: Reading) -> Iterator[Apposition]:
    """Reading -> what stands behind a comma for the noun or name before it, in text order; lists are none."""
    if not reading.of(Syntax):
        return
    for token in reading.doc:
        for child in token.rights:
            if child.dep_ == "appos" and _tells_again(token, child):
                behind = span_of(phrase(child))
                first = [t for t in token.subtree if t.i < child.left_edge.i and not t.is_punct]
                whole = Span(span_of(first).start, span_of(t for t in child.subtree if not t.is_space).end)
                yield Apposition(span_of([token]), span_of([child]), behind, whole)


def _tells_again(token: Any, child: Any) -> bool:
    """Whether a noun behind a comma says who or what the word before it is: no list, no town in its land."""
    if token.pos_ not in _NOUNS or child.pos_ not in _NOUNS or child.left_edge.i == 0:
        return False
    if child.doc[child.left_edge.i - 1].text != "," or any(c.dep_ in {"conj", "cc"} for c in token.children):
        return False
    if any(c.dep_ == "conj" and c.pos_ == "PROPN" and child.pos_ == "PROPN" for c in child.children):
        return False
    bare = child.pos_ == "PROPN" and child.left_edge == child
    return not (bare and token.ent_type_ in {"GPE", "LOC", "FAC", "DATE"})
