"""How near two wordings are: words by stem and near-synonym, weighed by how rare they are."""

import re
from collections.abc import Iterator
from functools import cache
from math import fsum

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.lexicon.files import load
from rashomon.stories.terms import folded, is_common, rarity

Bag = dict[str, float]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ENDINGS = ("isation", "ization", "ations", "ation", "ments", "ment", "ingly", "ings", "ing", "ions", "ion", "edly",
            "ies", "ed", "es", "ly", "e", "s", "y")  # fmt: skip
_SPELT_ALIKE = 0.6  # of the letters
_STEM = 4  # letters that are left at least
_TELLING = 2.8  # rarity of a word that can make two wordings one; words in every sixth article are below it


def stem(word: str) -> str:
    """Word -> what is left of it without endings; equal for the forms of one word, as a rule."""
    low = folded(word)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _STEM:
            return low.removesuffix(ending)
    return low


@cache
def _groups() -> dict[str, str]:
    """Stem -> the name of its group of near-synonyms."""
    return {stem(word): f"~{group}" for group, words in load("similar.yaml")["groups"].items() for word in words}


@cache
def _steps() -> dict[str, tuple[str, int]]:
    """Stem -> the scale of strength that it stands on, and its step."""
    scales = load("strength.yaml").items()
    return {stem(w): (scale, step) for scale, steps in scales for step, words in enumerate(steps) for w in words}


@cache
def weighed(word: str) -> tuple[str, float]:
    """Word -> its stem or group, and its weight; no stem for a word that tells nothing."""
    plain = folded(word)
    if re.sub("['’]s$", "", word) == "US":  # not the pronoun
        return "~america", _TELLING
    if is_common(plain):
        return "", 0.0
    root = stem(word)
    return _groups().get(root, root), min(rarity(plain), 6.0)


def bag(text: str) -> Bag:
    """Text -> its telling words, each once, by stem or group of near-synonyms, with their weights."""
    found: Bag = {}
    for match in _WORD.finditer(text.replace("U.S.", "US")):
        root, weight = weighed(match[0])
        if root:
            found[root] = max(weight, found.get(root, 0.0))
    return found


def grams(text: str) -> frozenset[tuple[str, ...]]:
    """Text -> its runs of three words, in lower case without punctuation."""
    words = [word.lower() for word in re.findall(r"\w+", text)]
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def shared(one: Bag, two: Bag) -> tuple[float, int]:
    """Two bags -> the share of the smaller that the larger has (0 to 1), and how many telling words both have."""
    common = [one[word] for word in one.keys() & two.keys()]
    whole = min(fsum(one.values()), fsum(two.values()))  # fsum: the same in whatever order
    return (fsum(common) / whole if whole else 0.0), sum(weight >= _TELLING for weight in common)


def overlap(one: frozenset[tuple[str, ...]], two: frozenset[tuple[str, ...]]) -> float:
    """Runs of words of two texts -> the share of the shorter's that the other has."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def spelt_alike(one: str, two: str) -> bool:
    """Whether two words in lower case can be one name: "koran" and "korean", "rait" and "raite"."""
    return bool(DamerauLevenshtein.normalized_similarity(one, two) >= _SPELT_ALIKE)


def strengths(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Text -> scale, step, start and end of each word in it that stands on a scale of strength."""
    for match in _WORD.finditer(text):
        step = _steps().get(stem(match[0]))
        if step:
            yield *step, match.start(), match.end()
