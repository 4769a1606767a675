"""Pairs of clauses as they are shown -> how likely they tell one thing alike."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from rashomon.encoder.session import session
from rashomon.weighing.judge.shown import pair

WEIGHTS = Path(__file__).parent / "weights"
_SAME = 1  # the place of "same" among what the model tells: other, same, against


def same(asked: Iterable[tuple[list[int], list[int]]]) -> Iterator[float]:
    """Pairs of clauses as they are shown -> how likely each is to tell one thing alike, 0 to 1, in their order.

    Which of the two comes first changes nothing, nor does what is asked beside them: the model runs on one pair at
    once, for its int8 numbers are rounded by all that they stand with.
    """
    return (_same(*sorted(both)) for both in asked)


def _same(one: list[int], two: list[int]) -> float:
    ids, kinds = (np.array([row], dtype=np.int64) for row in pair(one, two))
    [[scores]] = session(WEIGHTS).run(["verdict"], {"ids": ids, "kinds": kinds, "mask": np.ones_like(ids)})
    likely = np.exp(scores - scores.max())
    return round(float(likely[_SAME] / likely.sum()), 4)
