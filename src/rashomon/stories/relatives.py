"""Relative pronouns that go on to tell of the noun before them: "the airport, which serves the town"."""

from collections.abc import Iterator
from typing import Any

from rashomon.model import Reading, Span, Syntax
from rashomon.text.grammar import span_of

_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_TELLING_MORE = frozenset({"which", "who", "whose", "whom"})


def relatives(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Reading -> each "where", and "which" or "who" behind a comma, and the head of the noun that it stands for.

    Without a comma the clause of the latter only says which one is meant, and is part of the words for it.
    """
    if not reading.of(Syntax):
        return
    for token in reading.doc:
        behind_comma = token.i and token.nbor(-1).text == ","
        if token.lower_ == "where" or (token.lower_ in _TELLING_MORE and behind_comma):
            clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
            if clause is not None and clause.head.i < token.i and clause.head.pos_ in _NOUNS:
                yield span_of([token]), span_of([_told_of(clause.head, token)])


def _told_of(noun: Any, pronoun: Any) -> Any:
    """Noun that a relative clause hangs on -> the name behind it in apposition, where the clause follows that."""
    return next((c for c in noun.rights if c.dep_ == "appos" and c.i < pronoun.i), noun)
