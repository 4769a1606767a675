"""A word for many together and the word for each of them, which a story's accounts put for one another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Reading, Syntax
from rashomon.stories.nouns import one_word

_LEAST = 3  # tellings of whom it is made up


def collectives(readings: Sequence[Reading]) -> Mapping[str, str]:
    """Readings of one story -> for a word of many together the word for those it is made up of: caravan -> migrant.

    Where the story tells it three times ("a caravan of hundreds of migrants", "the migrant caravan"), and of no others
    as often.
    """
    told = Counter(pair for reading in readings if reading.of(Syntax) for pair in _told(reading.doc))
    best: dict[str, tuple[int, str]] = {}
    for (whole, member), times in sorted(told.items(), key=lambda item: (-item[1], item[0])):
        if whole not in best and times >= _LEAST:
            best[whole] = (times, member)
    rivals = Counter((whole, times) for (whole, _), times in told.items())
    return {whole: member for whole, (times, member) in best.items() if rivals[whole, times] == 1}


def _told(doc: Any) -> Iterator[tuple[str, str]]:
    """Parse -> each word of many together and the noun that tells whom it is made up of."""
    wholes = set(load("things.yaml")["collectives"])
    for token in doc:
        if token.lemma_.lower() not in wholes:
            continue
        for child in token.children:
            if child.dep_ in {"compound", "amod"} and child.i < token.i and child.pos_ in {"NOUN", "ADJ"}:
                yield token.lemma_.lower(), one_word(child.lemma_.lower())
            elif child.lower_ == "of":
                yield from ((token.lemma_.lower(), one_word(p.lemma_.lower())) for p in _many(child))


def _many(preposition: Any) -> Iterator[Any]:
    """The "of" behind a word of many -> the plural noun there, behind words that only count it."""
    measuring = load("things.yaml")["measuring"]
    for noun in (p for p in preposition.children if p.dep_ == "pobj"):
        behind = next((c for c in noun.rights if c.lower_ == "of"), None)
        if noun.lemma_.lower() in measuring and behind is not None:
            yield from _many(behind)
        elif noun.tag_ == "NNS":
            yield noun
