"""A group of articles that are alike -> the happenings in it, told apart by what their leads name.

Two happenings of like kind share most of their words: what all of a group say tells nothing within it, and what only
some say tells much. Weighed so, the group is cut in two where it is widest apart. It is two happenings where both sides
are much more alike within than across and each has names or figures in its leads that the other's leads lack.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from rashomon.stories.leads import anchors
from rashomon.stories.terms import WORD, folded, is_common, rarity

APART = 1.4
"""Likeness within over likeness across, times the share of articles that have their side's anchors: from here on two
happenings. B3 with it on the dev mixture 98.9, on ECB+ train 93.4; nothing cut: 85.1 and 89.3
(`bench/set_stories.py`)."""
_LEAD = 600  # characters
_LEAD_WEIGHT = 3.0
_NAME_WEIGHT = 2.0
_FEWEST = 4  # texts, copies counted once
_WIDEST = 6.0  # times as alike within as across: more says no more
_DOUBT = 1.5  # articles that are counted as lacking an anchor: three of three are no proof
_BEST = 2  # anchors of a side
_TERMS = 4000
_ROUNDS = 60


def told_apart(texts: Sequence[str]) -> list[list[int]]:
    """Texts that are alike, copies left out, in a fixed order -> the numbers of those of each happening, sorted."""
    whole = list(range(len(texts)))
    sides = _cut(texts) if len(texts) >= _FEWEST else None
    if sides is None:
        return [whole]
    return [[side[n] for n in part] for side in sides for part in told_apart([texts[number] for number in side])]


def _cut(texts: Sequence[str]) -> tuple[list[int], list[int]] | None:
    """Texts -> the two happenings that they tell, None for one."""
    table = _table(texts)
    first = _sides(table)
    sides = [number for number, side in enumerate(first) if side], [n for n, side in enumerate(first) if not side]
    if min(map(len, sides)) < 2:
        return None
    apart = _apart(table, sides) * _anchored([anchors(text) for text in texts], sides)
    return sides if apart >= APART else None


def _table(texts: Sequence[str]) -> Any:
    """Texts -> [texts, words], rows of length one: words weigh more the fewer of these texts have them."""
    counted = [_counts(text) for text in texts]
    held = Counter(word for counts in counted for word in counts)
    weights = {w: rarity(w) * math.log(len(texts) / n) for w, n in held.items() if 2 <= n < len(texts)}
    chosen = sorted(weights, key=lambda word: (-weights[word] * held[word], word))[:_TERMS]
    column = {word: number for number, word in enumerate(chosen)}
    table = np.zeros((len(texts), len(chosen)))
    for row, counts in zip(table, counted, strict=True):
        for word, count in counts.items():
            if word in column:
                row[column[word]] = (1 + math.log(count)) * weights[word]
    return table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)


def _counts(text: str) -> dict[str, float]:
    counts: defaultdict[str, float] = defaultdict(float)
    for match in WORD.finditer(text):
        word = folded(match[0])
        if not is_common(word):
            weight = _LEAD_WEIGHT if match.start() < _LEAD else 1.0
            counts[word] += weight * (_NAME_WEIGHT if match[0][0].isupper() or match[0][0].isdigit() else 1.0)
    return counts


def _sides(table: Any) -> Any:
    """[texts, words] -> for each text whether it is on the first side, cut where the spread is widest."""
    spread = table - table.mean(axis=0)
    along = spread @ spread[np.argmax(np.linalg.norm(spread, axis=1))]
    for _ in range(_ROUNDS):
        along = spread @ (spread.T @ along)
        along /= max(float(np.linalg.norm(along)), 1e-12)
    first = np.round(along, 9) > 0
    for _ in range(20):
        nearer = _mean_likeness(table, first) > _mean_likeness(table, ~first)
        if (nearer == first).all():
            break
        first = nearer
    return first if first[0] else ~first


def _mean_likeness(table: Any, side: Any) -> Any:
    """[texts, words] and which of them are on a side -> how alike each text is to the others on it, on average."""
    others = side.sum() - side
    return np.round((table @ table[side].sum(axis=0) - side) / np.maximum(others, 1), 9)


def _apart(table: Any, sides: tuple[list[int], list[int]]) -> float:
    """How many times as alike the texts of a side are as texts of the two sides; of the sides the looser counts."""
    one, two = (table[side].sum(axis=0) for side in sides)
    within = [
        (total @ total - len(side)) / (len(side) * (len(side) - 1))
        for total, side in zip((one, two), sides, strict=True)
    ]
    across = (one @ two) / (len(sides[0]) * len(sides[1]))
    return float(min(min(within) / max(across, 1e-9), _WIDEST))


def _anchored(named: Sequence[frozenset[str]], sides: tuple[list[int], list[int]]) -> float:
    """What each lead names -> the share of a side's leads that name what the other's do not; the lesser of the two."""
    counts = [Counter(word for number in side for word in named[number]) for side in sides]
    shares = []
    for (own, side), (other, opposite) in zip(
        zip(counts, sides, strict=True), zip(counts[::-1], sides[::-1], strict=True), strict=True
    ):
        gains = sorted((own[w] / (len(side) + _DOUBT) - other[w] / len(opposite) for w in own), reverse=True)
        shares.append(sum(gains[:_BEST]) / _BEST)
    return min(shares)
