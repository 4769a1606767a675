"""How alike clauses of two accounts are in what their words mean where they stand, by the encoder's vectors.

Every telling word looks for the nearest word of the other clause, and rare words weigh more (BERTScore: Zhang et al.,
ICLR 2020): "police arrested 40 protesters" is like "forty demonstrators were detained", which share no word.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from rashomon.model import Encoding, Reading
from rashomon.weighing.words import weighed

_FEWEST = 3  # telling words of a clause; fewer are like too much
Rarity = Mapping[str, float]


class Clauses:
    """The clauses of one account: their telling words one after the other, with a unit vector and a weight each.

    ``numbers`` are those of the clauses that are kept.
    """

    def __init__(self, reading: Reading, clauses: Sequence[Sequence[Any]], rarity: Rarity) -> None:
        encodings = reading.of(Encoding)
        words = [[(t.i, *weighed(t.text)) for t in tokens if weighed(t.text)[0]] for tokens in clauses]
        kept = [n for n, clause in enumerate(words) if len(clause) >= _FEWEST] if encodings else []
        flat = [word for n in kept for word in words[n]]
        self.numbers = kept
        self.roots = np.array([root for _, root, _ in flat], dtype=object)
        self.weights = np.array([weight * rarity.get(root, 1.0) for _, root, weight in flat], dtype=np.float32)
        self.starts = np.cumsum([0, *(len(words[n]) for n in kept)])[:-1]
        vectors = encodings[0].vectors[[i for i, _, _ in flat]].astype(np.float32) if flat else np.zeros((0, 1))
        self.vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)


def rarity(clauses: Sequence[Sequence[Any]]) -> Rarity:
    """Tokens of all clauses of a story -> how rare each root is in it: 1 for a word of one clause, 0 of all."""
    held = Counter(root for tokens in clauses for root in {weighed(t.text)[0] for t in tokens})
    return {root: 1.0 - math.log(count) / math.log(len(clauses) + 1) for root, count in held.items()}


class Close(NamedTuple):
    """Two clauses by number, the first of the one account and the second of the other, and how alike they are."""

    one: int
    two: int
    score: float


def close_pairs(one: Clauses, two: Clauses, least: float) -> Iterator[Close]:
    """Clauses of two accounts -> pairs at least so alike: the harmonic mean of what of each the other has, 0 to 1."""
    if not one.numbers or not two.numbers:
        return
    words = np.maximum(one.vectors @ two.vectors.T, 0.0)
    words[one.roots[:, None] == two.roots[None, :]] = 1.0
    shares = _shares(words, one, two), _shares(words.T, two, one).T
    scores = 2 * shares[0] * shares[1] / np.maximum(shares[0] + shares[1], 1e-6)
    for a, b in np.argwhere(scores >= least):
        yield Close(one.numbers[a], two.numbers[b], float(scores[a, b]))


def likeness(one: Clauses, two: Clauses) -> float:
    """Two times one clause -> how alike they are, 0 to 1; 0 where one is too short to tell."""
    return next((pair.score for pair in close_pairs(one, two, 0.0)), 0.0)


def _shares(words: Any, one: Clauses, two: Clauses) -> Any:
    """How near words are -> of every clause of the first account, how much of its weight each of the second has."""
    best = np.maximum.reduceat(words, two.starts, axis=1) * one.weights[:, None]
    whole = np.maximum(np.add.reduceat(one.weights, one.starts), 1e-6)
    return np.add.reduceat(best, one.starts, axis=0) / whole[:, None]
