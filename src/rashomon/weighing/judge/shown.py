"""A clause as the judge is shown it: its sentence, with marks around it, who says it, and whom its pronouns are for."""

from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.encoder.wordpieces import END, START, spelled
from rashomon.model import Sentence, StoryEntity
from rashomon.stories.scenes import Whose
from rashomon.text.grammar import tokens_in
from rashomon.weighing.claims.passages import Passage

MOST = 80
"""Wordpieces of one clause with what is around it."""
_NAME = 8
"""Wordpieces of a name at most."""
_OPENS, _SHUTS = spelled("[")[0], spelled("]")[0]


def pair(one: list[int], two: list[int]) -> tuple[list[int], list[int]]:
    """Two clauses as they are shown -> the pieces that the judge reads, and which of the two each is of, 0 or 1."""
    ids = [START, *one, END, *two, END]
    return ids, [0] * (len(one) + 2) + [1] * (len(two) + 1)


def shown(clause: Passage, who: Whose, people: Mapping[str, StoryEntity]) -> list[int]:
    """Clause, whom words of the story are for, and its entities -> the wordpieces that stand for it.

    A sentence that is too long is cut on both sides of the clause.
    """
    first, last = clause.tokens[0], clause.tokens[-1]
    pieces: list[int] = []
    start = end = 0
    for token in _sentence(clause):
        if token.i == first.i:
            start = len(pieces)
            pieces.append(_OPENS)
        pieces += spelled(token.text) if not token.is_space else ()
        if token.tag_ == "PRP" and (name := _name(who.get((clause.article, token.idx), ""), people)):
            pieces += [*spelled("("), *name, *spelled(")")]
        if token.i == last.i:
            pieces.append(_SHUTS)
            end = len(pieces)
    speaker = _speaker(clause, people)
    room = MOST - len(speaker)
    before = max(0, min(start, (room - (end - start)) // 2))
    before = max(before, min(start, room - (len(pieces) - start)))
    return speaker + pieces[start - before : start - before + room]


def _sentence(clause: Passage) -> Iterator[Any]:
    at = clause.tokens[0].idx
    span = next((s.span for s in clause.reading.of(Sentence) if s.span.start <= at < s.span.end), clause.span)
    return iter(tokens_in(clause.reading.doc, span))


def _speaker(clause: Passage, people: Mapping[str, StoryEntity]) -> list[int]:
    """Clause -> who says it, and a colon, where somebody known does."""
    one = clause.statement
    known = sorted(one.who("actor")) if one is not None else []
    name = _name(known[0], people) if known else []
    return [*name, *spelled(":")] if name else []


def _name(key: str, people: Mapping[str, StoryEntity]) -> list[int]:
    known = people.get(key.removeprefix("@"))
    if known is None or known.kind == "unnamed":
        return []
    return [piece for word in known.name.split() for piece in spelled(word)][:_NAME]
