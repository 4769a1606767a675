"""Which articles may tell one story: those that share some of their strongest words are compared, no others.

Likeness hangs on the two texts alone and is summed in whole numbers, so it is the same in whatever order articles come.
A word by which very many articles are found is furniture of their pages and finds nobody any more. More articles can
only make it more common, so whoever is compared when all have come was compared when the later of the two came.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from rashomon.stories.terms import Vector, terms, vector

_STRONGEST = 30  # words of an article that it is found by
_SHARED = 2  # of them, for two articles to be compared: of 800 articles all stories are found with 1 pair in 26
_WIDEST = 1000  # articles found by a word that still tells something
_FLOOR = 0.06  # less alike than this is not alike at all
_STEPS = 1 << 20  # a weight in whole numbers


def strongest(weighed: Vector) -> tuple[str, ...]:
    """Unit vector of a text -> the words that say most what it is about, without pairs of words, sorted."""
    words = (term for term in weighed if " " not in term)
    return tuple(sorted(sorted(words, key=lambda word: (-weighed[word], word))[:_STRONGEST]))


class Index:
    """Articles by their strongest words. ``compared`` counts the pairs of texts that were looked at."""

    def __init__(self) -> None:
        self.compared = 0
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._numbers: dict[str, int] = {}
        self._texts: list[Callable[[], str]] = []
        self._vectors: dict[int, tuple[Any, Any]] = {}
        self._row = np.zeros(1024, dtype=np.int64)

    def know(self, words: Iterable[str], text: Callable[[], str]) -> int:
        """Strongest words of an article that was compared before, and how to get its text -> its number."""
        number = len(self._texts)
        self._texts.append(text)
        for word in words:
            self._holders[word].append(number)
        return number

    def add(self, text: str) -> tuple[tuple[str, ...], dict[int, float]]:
        """Text of a new article -> its strongest words, and by number the articles that are alike, with how much."""
        weighed = vector(terms(text))
        words = strongest(weighed)
        shared: Counter[int] = Counter()
        for word in words:
            if len(holders := self._holders.get(word, ())) < _WIDEST:
                shared.update(holders)
        asked = sorted(holder for holder, count in shared.items() if count >= _SHARED)
        number = self.know(words, lambda: text)
        self._vectors[number] = self._whole(weighed)
        self.compared += len(asked)
        return words, self._alike(number, asked)

    def are_compared(self, one: Iterable[str], two: Iterable[str]) -> bool:
        """Strongest words of two articles -> whether they share enough that tell something now."""
        return sum(len(self._holders[word]) <= _WIDEST for word in set(one) & set(two)) >= _SHARED

    def _alike(self, number: int, asked: Sequence[int]) -> dict[int, float]:
        if not asked:
            return {}
        others = [self._vector(other) for other in asked]  # first: it may make the row longer
        named, weights = self._vector(number)
        self._row[named] = weights
        starts = np.cumsum([0, *(len(found) for found, _ in others[:-1])])
        products = np.concatenate([self._row[found] * its for found, its in others])
        sums = np.add.reduceat(products, starts) / _STEPS**2
        self._row[named] = 0
        return {other: round(float(score), 6) for other, score in zip(asked, sums, strict=True) if score >= _FLOOR}

    def _vector(self, number: int) -> tuple[Any, Any]:
        if number not in self._vectors:
            self._vectors[number] = self._whole(vector(terms(self._texts[number]())))
        return self._vectors[number]

    def _whole(self, weighed: Vector) -> tuple[Any, Any]:
        """Unit vector -> numbers of its terms, at least one, and their weights in whole numbers."""
        weighed = weighed or {"": 0.0}
        found = np.array([self._numbers.setdefault(term, len(self._numbers)) for term in weighed], dtype=np.int32)
        if len(self._numbers) > len(self._row):
            self._row = np.zeros(2 * len(self._numbers), dtype=np.int64)
        return found, np.array([round(weight * _STEPS) for weight in weighed.values()], dtype=np.int64)
