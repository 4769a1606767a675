"""Pairs of clauses as they are shown -> how likely they tell one thing, or tell it against one another."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from rashomon.encoder.session import session
from rashomon.weighing.judge.shown import pair

WEIGHTS = Path(__file__).parent / "weights"
_AT_ONCE = 32
"""Pairs in one run: of about one length, so that little is filled up."""


class Verdict(NamedTuple):
    """How likely two clauses are to tell one thing alike, and to tell it in two ways that cannot both hold; 0 to 1."""

    same: float
    against: float


def verdicts(asked: Sequence[tuple[list[int], list[int]]]) -> list[Verdict]:
    """Pairs of clauses as they are shown -> a verdict on each, in their order."""
    given = [pair(*both) for both in asked]
    order = sorted(range(len(given)), key=lambda n: len(given[n][0]))
    found: dict[int, Verdict] = {}
    for start in range(0, len(order), _AT_ONCE):
        numbers = order[start : start + _AT_ONCE]
        for n, row in zip(numbers, _likely([given[n] for n in numbers]), strict=True):
            found[n] = Verdict(round(float(row[1]), 4), round(float(row[2]), 4))
    return [found[n] for n in range(len(given))]


def _likely(some: Sequence[tuple[list[int], list[int]]]) -> Any:
    """What the model reads of some pairs -> the likelihoods of its three verdicts, a row a pair."""
    long = max(len(ids) for ids, _ in some)
    ids, kinds, mask = (np.zeros((len(some), long), dtype=np.int64) for _ in range(3))
    for row, (pieces, halves) in enumerate(some):
        ids[row, : len(pieces)], kinds[row, : len(pieces)], mask[row, : len(pieces)] = pieces, halves, 1
    [scores] = session(WEIGHTS).run(["verdict"], {"ids": ids, "kinds": kinds, "mask": mask})
    exp = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exp / exp.sum(axis=-1, keepdims=True)
