"""How alike passages of two accounts are in what their words mean where they stand, by the encoder's vectors.

Every telling word looks for the nearest word of the other passage, and rare words weigh more (BERTScore: Zhang et al.,
ICLR 2020): "police arrested 40 protesters" is like "forty demonstrators were detained", which share no word.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from rashomon.model import Encoding, Reading
from rashomon.stories.scenes import Whose
from rashomon.weighing.compared.words import weighed

_FEWEST = 3  # telling words of a passage; fewer are like too much
Rarity = Mapping[str, float]


class Words:
    """The telling words of a passage: of each its stem and the story's entity, a weight and a unit vector."""

    def __init__(self, reading: Reading, tokens: Sequence[Any], rare: Rarity, who: Whose) -> None:
        telling = [(t, *weighed(t.text)) for t in tokens if weighed(t.text)[0]]
        self.each = [frozenset({root, who.get((reading.article.id, t.idx), root)}) for t, root, _ in telling]
        self.keys = frozenset().union(*self.each)
        self.weights = np.array([weight * rare.get(root, 1.0) for _, root, weight in telling], dtype=np.float32)
        encodings = reading.of(Encoding)
        vectors = encodings[0].vectors[[t.i for t, _, _ in telling]] if encodings and telling else np.zeros((0, 1))
        self.vectors = vectors.astype(np.float32)
        self.vectors /= np.maximum(np.linalg.norm(self.vectors, axis=1, keepdims=True), 1e-6)

    @property
    def are_few(self) -> bool:
        """Whether they are too few to tell anything, or nothing is known of what they mean."""
        return len(self.vectors) < _FEWEST

    def shared(self, other: "Words") -> Any:
        """Another passage's words -> which of mine are among them, by stem or entity."""
        return np.array([not keys.isdisjoint(other.keys) for keys in self.each])

    def literal(self, other: "Words") -> float:
        """Another passage's words -> how much of my weight is among them to the letter, 0 to 1."""
        return float((self.weights * self.shared(other)).sum() / max(self.weights.sum(), 1e-6))

    def in_common(self, other: "Words") -> float:
        """Another passage's words -> the weight of mine that are among them, a word that comes twice once."""
        each = zip(self.each, self.weights, strict=True)
        return math.fsum({keys: float(weight) for keys, weight in each if not keys.isdisjoint(other.keys)}.values())

    def covered(self, other: "Words") -> float:
        """Another passage's words -> how much of my weight they have, each of mine as near as the nearest, 0 to 1."""
        near = np.maximum(self.vectors @ other.vectors.T, 0.0).max(axis=1)
        return float((np.where(self.shared(other), 1.0, near) * self.weights).sum() / max(self.weights.sum(), 1e-6))


def rarity(passages: Sequence[Sequence[Any]]) -> Rarity:
    """Tokens of all passages of a story -> how rare each root is in it: 1 for a word of one passage, 0 of all."""
    held = Counter(root for tokens in passages for root in {weighed(t.text)[0] for t in tokens})
    return {root: 1.0 - math.log(count) / math.log(len(passages) + 1) for root, count in held.items()}


def likeness(one: Words, two: Words) -> float:
    """Words of two passages -> the harmonic mean of what of each the other has, 0 to 1; 0 where one is too short."""
    if one.are_few or two.are_few:
        return 0.0
    shares = one.covered(two), two.covered(one)
    return 2 * shares[0] * shares[1] / max(sum(shares), 1e-6)
