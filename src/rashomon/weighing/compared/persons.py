"""Whether each of two clauses names somebody for its subject, and the other's sentence does not: two persons."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.leaders import gender_of
from rashomon.text.grammar import subjects


def are_of_two_persons(one: Any, two: Any) -> bool:
    """Two verbs -> whether each tells of somebody by name whom the sentence of the other does not name."""
    mine, yours = set(_named(one)), set(_named(two))
    words = [{t.lower_ for t in verb.sent} for verb in (one, two)]
    return bool(mine and yours) and mine.isdisjoint(words[1]) and yours.isdisjoint(words[0])


def _named(verb: Any) -> Iterator[str]:
    """Verb -> the surname of its subject, where that is a person's name."""
    for noun in subjects(verb):
        names = (*(c.lower_ for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"), noun.lower_)
        if noun.pos_ == "PROPN" and (noun.ent_type_ == "PERSON" or gender_of(names)):
            yield noun.lower_
