"""Which texts are alike, by an index over their terms: cost follows what they share, not the number of pairs."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from rashomon.stories.terms import Vector

_FLOOR = 0.03  # pairs less alike than this count as not alike at all
_WIDEST = 2000  # a term that more texts hold tells next to nothing and costs most

Likeness = dict[tuple[int, int], float]


def likeness(vectors: Sequence[Vector]) -> Likeness:
    """Unit vectors -> the pairs (first < second) that are alike at all, with the cosine of each."""
    postings = _postings(vectors)
    alike: Likeness = {}
    for this, vector in enumerate(vectors):
        # Sorted: floating sums must not depend on the order in which a dictionary was filled.
        shared = [(weight, *postings[term]) for term, weight in sorted(vector.items()) if term in postings]
        if not shared:
            continue
        others = np.concatenate([holders for _, holders, _ in shared])
        products = np.concatenate([weight * weights for weight, _, weights in shared])
        scores = np.bincount(others, weights=products, minlength=this + 1)
        for other in np.flatnonzero(scores[:this] >= _FLOOR):
            alike[int(other), this] = float(scores[other])
    return alike


def _postings(vectors: Sequence[Vector]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Term -> which texts hold it and with what weight, for terms that two or more hold."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for which, vector in enumerate(vectors):
        for term, weight in vector.items():
            holders[term].append((which, weight))
    return {
        term: (np.array([w for w, _ in found]), np.array([x for _, x in found]))
        for term, found in holders.items()
        if 2 <= len(found) <= _WIDEST
    }
