"""Words by which a sentence is one of sport, and nouns and verbs that tell what happens in a film or a play."""

import re
from functools import cache
from typing import NamedTuple

from rashomon.lexicon.files import load


class Works(NamedTuple):
    """Nouns for works, for numbered parts of them, and the verbs by which a work tells."""

    nouns: frozenset[str]
    parts: frozenset[str]
    verbs: frozenset[str]


@cache
def works() -> Works:
    """The nouns and verbs of works, as lemmas."""
    data = load("fields.yaml")["works"]
    return Works(*(frozenset(data[key]) for key in Works._fields))


@cache
def playing() -> frozenset[str]:
    """Nouns, as lemmas, that in a sentence of sport name players and their clubs."""
    return frozenset(load("fields.yaml")["sport"]["roles"])


def is_sport(words: str) -> bool:
    """Sentence -> whether a word in it belongs to players, results and contests alone."""
    return _sport().search(words.lower()) is not None


@cache
def _sport() -> re.Pattern[str]:
    listed = sorted({word.lower() for word in load("fields.yaml")["sport"]["words"]}, key=len, reverse=True)
    runs = "|".join(
        re.escape(w).replace(r"\ \.\.\ ", r"(?: \w+){0,3} ").replace(r"\ ", " ").replace(r"\-", "[ -]?") for w in listed
    )
    return re.compile(rf"\b(?:{runs})(?:e?s)?\b")
