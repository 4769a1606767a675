"""Pairs of scenes and how likely each is one happening -> what the other scenes of the story say of each pair.

Two words for one happening keep the same company: a third that is likely the one is likely the other. ``COMPANY`` names
the numbers; the second judge looks at them beside the pair's own traits.
"""

from typing import Any

import numpy as np

COMPANY = (
    "likely", "company alike", "company shared", "less company", "more company",
    "of the less likely's best", "of the more likely's best", "spoken against", "spoken against by both",
)  # fmt: skip


def company(size: int, pairs: Any, likely: Any) -> Any:
    """Number of scenes, [pairs, 2] by first scene, and how likely each pair is -> [pairs, numbers of ``COMPANY``]."""
    table = np.zeros((len(pairs), len(COMPANY)))
    if not len(pairs):
        return table
    beside = _Beside(size, pairs, likely)
    starts = np.flatnonzero(np.diff(pairs[:, 0], prepend=-1))
    for start, end in zip(starts, [*starts[1:], len(pairs)], strict=True):
        first, others = pairs[start, 0], pairs[start:end, 1]
        table[start:end] = _row(beside, first, others, likely[start:end])
    return np.round(table, 5)


class _Beside:
    """For each scene the others that it may be one with, and how likely that is: one dense row at a time."""

    def __init__(self, size: int, pairs: Any, likely: Any) -> None:
        one, two = np.concatenate([pairs, pairs[:, ::-1]]).T
        order = np.argsort(one, kind="stable")
        self._others, self._likely = two[order], np.concatenate([likely, likely])[order]
        self._edges = np.searchsorted(one[order], np.arange(size + 1))
        self._size = size
        self.best = np.zeros(size)
        np.maximum.at(self.best, one, np.concatenate([likely, likely]))

    def rows(self, scenes: Any) -> Any:
        """Scenes -> [scenes, size]: how likely each is one with every scene of the story; 0 with itself."""
        table = np.zeros((len(scenes), self._size))
        for row, scene in zip(table, scenes, strict=True):
            here = slice(self._edges[scene], self._edges[scene + 1])
            row[self._others[here]] = self._likely[here]
        return table


def _row(beside: _Beside, first: int, others: Any, likely: Any) -> Any:
    """A scene, those that it is paired with, and how likely -> the numbers of these pairs."""
    mine, yours = beside.rows([first])[0], beside.rows(others)
    here = np.arange(len(others))
    lengths = np.linalg.norm(mine) * np.linalg.norm(yours, axis=1)
    alike = yours @ mine / np.maximum(lengths, 1e-6)
    sums = np.stack([np.full(len(others), mine.sum()), yours.sum(axis=1)])
    best = np.stack([np.full(len(others), beside.best[first]), beside.best[others]])
    against = np.stack([_against(mine - yours, first, others), _against(yours - mine, first, others)])
    # Each is surely one with itself, so a pair that is likely shares more than the third scenes alone.
    own, other = np.repeat(mine[None], len(others), axis=0), yours
    own[:, first], other[here, others] = 1.0, 1.0
    both = np.minimum(own, other).sum(axis=1) / np.maximum(own, other).sum(axis=1)
    return np.stack(
        [
            likely, alike, both, sums.min(axis=0), sums.max(axis=0),
            likely / np.maximum(best.min(axis=0), 1e-6), likely / np.maximum(best.max(axis=0), 1e-6),
            against.max(axis=0), against.min(axis=0),
        ],
        axis=1,
    )  # fmt: skip


def _against(gap: Any, first: int, others: Any) -> Any:
    """[pairs, scenes]: how much likelier one of a pair is each scene than the other is -> the most by a third scene."""
    gap = gap.copy()
    gap[:, first] = 0.0
    gap[np.arange(len(others)), others] = 0.0
    return np.maximum(gap, 0.0).max(axis=1)
