"""Names of persons from other scripts, as accounts write them by their sound: "Esmail Baghaei", "Esmaeil Baqaei"."""

import re
from functools import cache

from rapidfuzz.distance import Levenshtein

from rashomon.lexicon.files import load
from rashomon.lexicon.leaders import gender_of

_PARTICLES = frozenset({"al", "el", "ul", "bin", "ben", "ibn", "abu"})
_VOWELS = re.compile(r"[aeiou]+")
_TWICE = re.compile(r"(.)\1+")
_VOWELS_APART = 2
_SHORTEST = 3  # letters of a surname


def sounds(name: str) -> tuple[str, ...]:
    """Folded full name of a person -> the consonants of each of its words as they sound; () for one word.

    "al", "bin" and the like are left out. Names that can be spellings of one have the same.
    """
    words = _words(name)
    whole = len(words) > 1 and len(words[-1]) >= _SHORTEST
    return tuple(_VOWELS.sub("", sound(word)) for word in words) if whole else ()


def can_be_one_name(one: str, two: str) -> bool:
    """Two folded full names of the same sounds -> whether their vowels are nearly the same, too, and no two sexes."""
    genders = {gender_of(tuple(name.split())) for name in (one, two)} - {""}
    pairs = zip(_words(one), _words(two), strict=True)
    return len(genders) < 2 and all(Levenshtein.distance(sound(a), sound(b)) <= _VOWELS_APART for a, b in pairs)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if word not in _PARTICLES]


@cache
def sound(word: str) -> str:
    """Word of a folded name -> how it sounds: spellings that systems of romanization put for one another are one."""
    for written, spelled in load("particulars.yaml")["spelled_as_one"]:
        word = word.replace(written, spelled)
    return _TWICE.sub(r"\1", word)
