"""Names that the name finder missed in one account of a story and saw in another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rashomon.model import Entity, Mention, Reading, Span, StoryEntity, Syntax
from rashomon.text.grammar import head_of, span_of
from rashomon.text.words import words_of

NAMED = frozenset({"person", "organization", "outlet", "place"})
_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "de", "la", "van", "von", "al", "&"})
_MODIFYING = frozenset({"compound", "nmod", "amod"})


class NameElsewhere(NamedTuple):
    """A name in one account that only other accounts tell to be one: its words, its head, and whose it is."""

    article: str
    span: Span
    head: Span
    entity: str


def names_elsewhere(entities: Iterable[StoryEntity], readings: Sequence[Reading]) -> Iterator[NameElsewhere]:
    """Entities of a story and its readings -> the names that their own account has for none, by article and place.

    Only names of two words and more, which one alone bears in the story, those of bodies and places told twice; and
    behind a person's full name in the same account his surname. A name that is a part of a longer one is none, nor one
    that only modifies.
    """
    known = _names(entities)
    for reading in readings:
        if known and reading.of(Syntax):
            yield from _missed(reading, known)


def _names(entities: Iterable[StoryEntity]) -> dict[tuple[str, ...], tuple[str, bool]]:
    """Entities -> the words of each full name, who alone bears it, and whether that is a person."""
    bearers: dict[tuple[str, ...], set[tuple[str, bool]]] = {}
    for entity in (one for one in entities if one.kind in NAMED):
        for name in entity.names:
            words = tuple(name.split())
            told_twice = entity.kind == "person" or len(entity.mentions) > 1
            if len(words) > 1 and told_twice and _is_written_as_name(words):
                bearers.setdefault(words, set()).add((entity.id, entity.kind == "person"))
    return {words: next(iter(ids)) for words, ids in bearers.items() if len(ids) == 1}


def _is_written_as_name(words: Sequence[str]) -> bool:
    return words[0][:1].isupper() and all(w[:1].isupper() or w in _SMALL or w[:1].isdigit() for w in words)


def _missed(reading: Reading, known: Mapping[tuple[str, ...], tuple[str, bool]]) -> Iterator[NameElsewhere]:
    doc = reading.doc
    words = words_of(doc)
    taken = _taken(reading)
    longest = max(len(name) for name in known)
    first = {name[0] for name in known}
    surnames: dict[str, str] = {}
    at = 0
    while at < len(words):
        end, whose = at, ""
        if words[at] in first:
            ends = (e for e in range(min(at + longest, len(words)), at + 1, -1) if tuple(words[at:e]) in known)
            end = next(ends, at)
        if end > at:
            whose, is_person = known[tuple(words[at:end])]
            if is_person and words[end - 1].isalpha():
                surnames.setdefault(words[end - 1], whose)
        elif words[at] in surnames:
            end, whose = at + 1, surnames[words[at]]
        run = doc[at:end]
        if whose and not any(t.idx in taken for t in run) and _stands_alone(doc, at, end):
            head = head_of(doc, span_of(run))
            if not (head.dep_ in _MODIFYING and head.head.i >= end):
                yield NameElsewhere(reading.article.id, span_of(run), span_of([run[-1]]), whose)
        at = max(end, at + 1)


def _taken(reading: Reading) -> set[int]:
    """Reading -> where the words of names begin that are somebody's."""
    owned = {span for entity in reading.of(Entity) for span in entity.mentions}
    names = (m.span for m in reading.of(Mention) if m.form == "name" and m.span in owned)
    return {at for span in names for at in range(span.start, span.end)}


def _stands_alone(doc: Any, start: int, end: int) -> bool:
    """Whether the words of a name are no part of a longer one: nothing written as a name stands behind them.

    Before a single word nothing may either.
    """
    around = [end] if end - start > 1 else [start - 1, end]
    beside = [doc[i] for i in around if 0 <= i < len(doc)]
    return not any(t.pos_ == "PROPN" and t.text[:1].isupper() for t in beside)
