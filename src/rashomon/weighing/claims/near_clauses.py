"""Clauses of two accounts with most telling words in common, and how near they are by these."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rashomon.weighing.claims.passages import Clause
from rashomon.weighing.compared.logistic import how_sure

_NEAREST = 3  # of another account's clauses, those with most words in common, that a judge looks at
_COMMON = 200  # clauses with a word; more of them tell nothing apart
_WEIGHTS = (3.83, 1.39, 0.86, 0.035, 0.081, 1.18, 0.34)
_BIAS = -5.08
Start = tuple[str, int]
"""An article and the place of a word's first character in it."""


def candidates(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """Clauses -> pairs of two accounts': of each clause those of each other account with most words in common."""
    weights = [_by_key(clause) for clause in clauses]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(weights):
        for key in held:
            holders[key].append(number)
    found: set[tuple[int, int]] = set()
    for number, held in enumerate(weights):
        common: dict[int, float] = defaultdict(float)
        for key in sorted(held):
            for other in holders[key] if len(holders[key]) <= _COMMON else ():
                if clauses[other].passage.article != clauses[number].passage.article:
                    common[other] += min(held[key], weights[other][key])
        by_account: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for other, weight in common.items():
            by_account[clauses[other].passage.article].append((-round(weight, 6), other))
        for others in by_account.values():
            found |= {(min(number, other), max(number, other)) for _, other in sorted(others)[:_NEAREST]}
    return sorted(found)


def _by_key(clause: Clause) -> Mapping[str, float]:
    """Clause -> the weight of each of its telling words, by stem and by entity."""
    words = clause.passage.words
    held: dict[str, float] = {}
    for keys, weight in zip(words.each, words.weights, strict=True):
        held |= {key: max(float(weight), held.get(key, 0.0)) for key in keys}
    return held


class Traits(NamedTuple):
    """What the judge looks at in two clauses.

    ``less`` and ``more`` are how much of the one's words the other clause has and the other way round, the smaller
    share and the larger, by weight of its words, each as near as the nearest (0 to 1); ``likely`` how likely a word of
    the one is for a happening that a word of the other is for (stories/joining.py; 0 to 1); ``shared`` the weight of
    the words that both have, ``around`` of those that their sentences have; ``numbers`` how many figures both give;
    ``speaker`` whether one speaker says both.
    """

    less: float
    more: float
    likely: float
    shared: float
    around: float
    numbers: int
    speaker: bool

    @property
    def sure(self) -> float:
        """How sure it is that the two tell one thing, 0 to 1."""
        return how_sure(self, _WEIGHTS, _BIAS)


class Pair(NamedTuple):
    """Two clauses of two accounts by their numbers, the smaller first, and what the judge looks at in them."""

    one: int
    two: int
    traits: Traits


def traits(one: Clause, two: Clause, near: Mapping[Start, Mapping[Start, float]]) -> Traits:
    """Two clauses, and how likely words of a story are for one happening -> what the judge of paraphrases looks at."""
    first, second = one.passage, two.passage
    less, more = sorted((first.words.covered(second.words), second.words.covered(first.words)))
    likely = (
        near[first.article, a.idx].get((second.article, b.idx), 0.0)
        for a in first.tokens
        if (first.article, a.idx) in near
        for b in second.tokens
    )
    speakers = [passage.statement.speaker if passage.statement else "" for passage in (first, second)]
    return Traits(
        less=less,
        more=more,
        likely=max(likely, default=0.0),
        shared=first.words.in_common(second.words),
        around=one.around.in_common(two.around),
        numbers=len(first.contrasts.numbers & second.contrasts.numbers),
        speaker=bool(speakers[0]) and speakers[0] == speakers[1],
    )
