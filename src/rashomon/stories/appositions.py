"""Nouns and names with a description beside them: "the A380, a twin-deck aircraft", "the Aker analyst Bo Aas"."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rashomon.linking.entities.offices import introduction
from rashomon.model import Entity, Mention, Reading, Span, Syntax
from rashomon.text.grammar import phrase, span_of, tokens_in

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


def introductions(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Reading -> each name that a noun brings in with nothing between, and the words of that: "[an Aker analyst] Bo".

    Only words with another's name in them describe somebody; "Senator" before a name is his title.
    """
    if not reading.of(Syntax):
        return
    owned = {span for entity in reading.of(Entity) for span in entity.mentions}
    names = [m for m in reading.of(Mention) if m.form == "name" and m.span in owned]
    starts = {m.span.start for m in names}
    for name in names:
        name_words = list(tokens_in(reading.doc, name.span))
        first = name_words[0]
        run = _last_of_list(introduction(reading.doc, first.i))
        if not run or run[-1].tag_ != "NN" or not any(t.idx in starts for t in run[:-1]):
            continue
        if run[-1].head not in name_words and run[-1] not in {word.head for word in name_words}:
            continue
        before = run[0].nbor(-1) if run[0].i else run[0]
        run = [before, *run] if before.dep_ == "det" else run
        yield name.span, span_of(run)


def _last_of_list(run: list[Any]) -> list[Any]:
    """Words before a name -> those that are only its own: "Aker and [Boq analyst]"."""
    ends = [number for number, token in enumerate(run) if token.dep_ == "cc"]
    return run[ends[-1] + 1 :] if ends else run


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
