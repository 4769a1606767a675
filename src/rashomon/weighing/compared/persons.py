"""Whether each of two clauses names somebody for its subject, and the other's sentence does not: two persons."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.leaders import gender_of
from rashomon.text.grammar import SUBJECTS, subjects
from rashomon.weighing.compared.heads import lemma_of


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


def are_one_and_several(one: Any, two: Any) -> bool:
    """Whether of two verbs one tells of one what the other tells of several of the kind: "the nurse", "two nurses"."""
    acting = [c for verb in (one, two) for c in verb.children if c.dep_ in SUBJECTS and c.pos_ == "NOUN"]
    if [noun.head for noun in acting] != [one, two] or lemma_of(acting[0]) != lemma_of(acting[1]):
        return False
    several = [any(c.dep_ == "nummod" and c.lower_ != "one" for c in noun.children) for noun in acting]
    alone = [noun.tag_ == "NN" and not any(c.dep_ == "conj" for c in noun.children) for noun in acting]
    return (alone[0] and several[1]) or (alone[1] and several[0])
