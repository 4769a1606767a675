"""Whether enough speaks for the days found: the events and offices that a text tells of, as witnesses with weights.

A happening that is told by a name of its own is known. One that is told by its place and kind alone ("the coup in
Fiji"), or by words that stand around it, may be another than the one we know: something else must agree, be it the
weekday on which it fell, an office, or a second event. A witness for which too little speaks is not heard.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from rashomon.linking.dating.solver import ENOUGH, Constraint, Interval, Solution, solve

_OF_THE_YEAR = 2
_KNOWN = dt.date(2026, 12, 31)
"""Day up to which whoever is still in office is taken to be."""
_FRESH = dt.timedelta(400)
"""How long before the days found a happening lies at most to speak for them, by being told at all."""
_NARROW, _WIDE = dt.timedelta(7 * 366), dt.timedelta(13 * 366)
"""How long a term of office is at most to speak much, or a little, for what falls in it."""


def sure(constraints: Sequence[Constraint], news_days: Callable[[dt.date], Iterator[dt.date]]) -> Solution:
    """Constraints and the days of the news -> what they leave once no witness is heard for whom too little speaks.

    Without a witness the days can only be more: where they are others, the article is not dated.
    """
    heard = list(constraints)
    before: tuple[dt.date, ...] = ()
    while True:
        found = solve(heard, news_days)
        if before and found.days and not (found.days[0] <= before[0] and before[-1] <= found.days[-1]):
            return Solution(())
        before = found.days
        weak = min(_weak(found), default=None, key=lambda pair: pair[0]) if found.days else None
        if weak is None:
            return found
        heard = [c for c in heard if c.witness is None or c.witness.of.isdisjoint(weak[1])]


def _weak(found: Solution) -> Iterator[tuple[int, frozenset[str]]]:
    """A solution -> the witnesses for whom too little speaks, each with the points that do."""
    ends = found.days[0], found.days[-1]
    spoken = [(c, c.witness) for c in found.kept if c.witness]
    for _, witness in spoken:
        same = [(c, w) for c, w in spoken if not w.of.isdisjoint(witness.of)]
        placed = any(_support(c, ends) for c, _ in same)
        given: dict[frozenset[str], int] = {}
        for reason, other in spoken:
            if other.of.isdisjoint(witness.of):
                points = max(
                    _support(reason, ends) if placed else 0, other.weight if _is_fresh(reason, found.days[0]) else 0
                )
                given[other.of] = max(given.get(other.of, 0), points)
        speak = max(w.weight for _, w in same) + sum(given.values())
        if speak < ENOUGH:
            yield speak, witness.of


def _support(reason: Constraint, ends: Interval) -> int:
    """A reason and the days found -> the points that it gives to another: the fewer days it leaves, the more.

    What merely came after something agrees with all that is later; what names a day of the year, with few.
    """
    if reason.witness is None:
        return 0
    if not reason.within:
        return _OF_THE_YEAR
    now = dt.date.max if reason.witness.happened else _KNOWN
    left = [min(last, now) - first for first, last in reason.within if first <= ends[1] and ends[0] <= last]
    longest = max(left, default=dt.timedelta.max)
    return min(reason.witness.weight, 2 if longest <= _NARROW else 1 if longest <= _WIDE else 0)


def _is_fresh(reason: Constraint, day: dt.date) -> bool:
    """Whether a day lies soon after what a reason tells: texts tell of what is fresh."""
    if reason.witness is None or not reason.witness.happened:
        return False
    return any(dt.timedelta(-9) <= day - first <= _FRESH for first in (o.first for o in reason.options))
