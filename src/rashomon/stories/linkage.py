"""Average linkage: things fall into groups by how alike pairs of them are."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

Alike = Mapping[str, Mapping[str, float]]
"""For each thing by name the things that it is like, and how much; both have each other."""


def linked_by_name(names: Sequence[str], alike: Alike, threshold: float) -> list[tuple[str, ...]]:
    """Names in order and how alike pairs of them are -> groups of names, by average linkage, in order."""
    number = {name: at for at, name in enumerate(names)}
    pairs = {
        (number[one], number[two]): alike[one][two] for one in names for two in sorted(alike.get(one, {})) if one < two
    }
    return [tuple(names[at] for at in group) for group in linked(len(names), pairs, threshold)]


def linked(size: int, alike: Mapping[tuple[int, int], float], threshold: float) -> list[list[int]]:
    """Number of things and how alike pairs of them are -> groups of them, by average linkage."""
    groups = {i: [i] for i in range(size)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in alike.items():
        sums[a][b] = sums[b][a] = score
    heap = [(-score, a, b) for (a, b), score in alike.items() if score >= threshold]
    heapq.heapify(heap)
    next_name = size
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups:
            continue
        groups[next_name] = sorted(groups.pop(a) + groups.pop(b))
        for other, total in _joined(sums.pop(a), sums.pop(b), (a, b)).items():
            for gone in (a, b):
                sums[other].pop(gone, None)
            sums[other][next_name] = sums[next_name][other] = total
            mean = total / (len(groups[other]) * len(groups[next_name]))
            if mean >= threshold:
                heapq.heappush(heap, (-mean, other, next_name))
        next_name += 1
    return sorted(groups.values())


def _joined(one: dict[int, float], two: dict[int, float], gone: tuple[int, int]) -> dict[int, float]:
    return {k: one.get(k, 0.0) + two.get(k, 0.0) for k in sorted(one.keys() | two.keys()) if k not in gone}
