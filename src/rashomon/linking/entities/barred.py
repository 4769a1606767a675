"""Whom grammar bars a pronoun from meaning: an object is never its own subject, a subject nobody below it.

After principles B and C of the binding theory (Chomsky, Lectures on Government and Binding, 1981).
"""

from typing import Any

from rashomon.linking.entities.cast import Cast
from rashomon.text.grammar import SUBJECTS, subjects

_OF_OTHERS = frozenset({"of", "about", "like", "unlike", "with", "against"})
_TO_OTHERS = frozenset({"for", "to", "against", "by"})


def other_parties(pronoun: Any) -> list[Any]:
    """Pronoun that is an object -> the subjects of its verb, who are not meant ("Bo asked him", "told him to go").

    Nor is the noun whose clause it is ("Bo, who chased him"). Nor are they behind a preposition that tells of no place:
    "Bo will campaign for him", "Bo is biased against him", but "Bo has it with him".
    """
    if pronoun.lower_ not in {"him", "her", "them", "it"}:
        return []
    verb = pronoun.head
    if pronoun.dep_ == "pobj" and verb.lower_ in _TO_OTHERS and verb.dep_ in {"prep", "dative"}:
        verb = verb.head.head if verb.head.dep_ == "acomp" else verb.head
        told = verb.pos_ in {"VERB", "AUX"} or any(c.dep_ in SUBJECTS for c in verb.children)
        return _acting(verb) if told else []
    if pronoun.dep_ == "nsubj" and verb.tag_ == "VB" and verb.dep_ in {"ccomp", "xcomp"} and verb.head.i < pronoun.i:
        return _acting(verb.head)
    return _acting(verb) if pronoun.dep_ in {"dobj", "dative"} and verb.pos_ == "VERB" else []


def _acting(verb: Any) -> list[Any]:
    """Verb -> its subjects; for a "who" the noun that it takes up."""
    return [verb.head if t.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else t for t in subjects(verb)]


def named_below(cast: Cast, pronoun: Any) -> list[Any]:
    """Pronoun that is a subject -> the names in what its verb governs, none of them its own: "he left, so Bo wept".

    Nor does he speak of himself in front, unless of what is his: "Of Bo, she said", "Of Bo's hut, he said". What only
    hangs on the words that he is quoted with is not his any more.
    """
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or cast.is_quoted_token(pronoun):
        return []
    clause = pronoun.head
    over = clause.head if clause.dep_ == "parataxis" else clause
    fronted = [c for c in over.children if c.dep_ == "prep" and c.i < pronoun.i and c.lower_ in _OF_OTHERS]
    ahead = [t for prep in fronted for t in prep.subtree if t.dep_ not in {"poss", "nsubj"}]
    below = [t for t in clause.subtree if t.i > pronoun.i]
    spoken = {t.i for t in below if cast.is_quoted_token(t)}
    below = [t for t in below if t.i in spoken or spoken.isdisjoint(a.i for a in t.ancestors)]
    return [t for t in (*ahead, *below) if t.pos_ == "PROPN"]
