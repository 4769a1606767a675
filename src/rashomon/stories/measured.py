"""Nouns that a word only counts or measures: "hundreds of migrants" is one mention, and not one of all migrants."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rashomon.lexicon.files import load
from rashomon.model import Reading, Span, Syntax
from rashomon.text.grammar import phrase, span_of


class Measured(NamedTuple):
    """A noun behind the "of" of a word that measures it: the noun, the word, and all from the one to the other."""

    noun: Span
    word: Span
    whole: Span


def measured(reading: Reading) -> Iterator[Measured]:
    """Reading -> its nouns that are measured and have nothing before them that makes them known, in text order.

    "Two of the engines" is some of those spoken of, "the number of migrants" is a number.
    """
    if not reading.of(Syntax):
        return
    measuring = load("things.yaml")["measuring"]
    for word in reading.doc:
        if word.lemma_.lower() not in measuring or any(c.lower_ == "the" for c in word.lefts):
            continue
        noun = _behind_of(word)
        if noun is not None and not any(c.dep_ in {"det", "poss"} for c in noun.lefts):
            yield Measured(span_of([noun]), span_of([word]), span_of(phrase(word)))


def _behind_of(word: Any) -> Any:
    preposition = next((c for c in word.rights if c.lower_ == "of"), None)
    behind = () if preposition is None else preposition.children
    return next((c for c in behind if c.dep_ == "pobj" and c.pos_ == "NOUN"), None)
