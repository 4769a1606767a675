"""Constraints on the day of publication -> the days that meet them all, and the proof."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Interval = tuple[dt.date, dt.date]
"""First and last day."""

NEWS_WEEK = 6
"""News is told within a week of its day, as the custom of naming weekdays without a date has it."""


Test = Callable[[dt.date, dt.date], bool]
"""Day of publication and day of the news -> whether they can be."""


@dataclass(frozen=True)
class Option:
    """One of the dated events that the same words may mean: the days of publication it leaves, and its name."""

    first: dt.date
    last: dt.date
    name: str


@dataclass(frozen=True)
class Constraint:
    """One reason why the article came out on some days and not on others.

    ``holds`` looks at the day of publication and the day of the article's news. ``within`` are the days outside which
    the reason cannot hold, () for no bound. ``custom`` marks what news writers do, against what the text says: it is
    dropped where it fits nothing.
    """

    why: str
    holds: Test
    within: tuple[Interval, ...] = ()
    options: tuple[Option, ...] = ()
    custom: bool = False

    def reason(self, ends: Interval | None) -> str:
        """First and last day that remain, if any do -> the reason, naming the events that it may rest on."""
        fitting = [o.name for o in self.options if ends is None or (o.first <= ends[1] and ends[0] <= o.last)]
        return " ".join([self.why, ", or ".join(fitting or [o.name for o in self.options])]).strip()


@dataclass(frozen=True)
class Solution:
    """The days that remain, reasons enough to prove them, and whether the reasons contradict each other."""

    days: tuple[dt.date, ...]
    basis: tuple[str, ...] = ()
    contradiction: bool = False


def any_day_of_a_week(day: dt.date) -> Iterator[dt.date]:
    """Day of publication -> the days that its news may be of, where the text does not name the weekday."""
    return (day - dt.timedelta(back) for back in range(NEWS_WEEK + 1))


def solve(
    constraints: Sequence[Constraint], news_days: Callable[[dt.date], Iterator[dt.date]] = any_day_of_a_week
) -> Solution:
    """Constraints, and a function from the day of publication to the days of its news -> what they leave.

    Without a constraint that bounds the day from both sides nothing is solved. When nothing is left, the reasons are a
    set that contradicts itself and would not without any one of them.
    """
    bounded = [c for c in constraints if c.within]
    if not bounded:
        return Solution(())
    narrowest = min(bounded, key=lambda c: sum((last - first).days + 1 for first, last in c.within))
    pairs = [(day, news) for day in _days(narrowest.within) for news in news_days(day)]
    kept = [c for c in constraints if not c.custom]
    left = _left(pairs, kept)
    if not left:
        return Solution((), _enough(pairs, kept, set(), narrowest), contradiction=True)
    for constraint in (c for c in constraints if c.custom):
        if narrower := _left(pairs, [*kept, constraint]):
            kept.append(constraint)
            left = narrower
    return Solution(tuple(sorted(left)), _enough(pairs, kept, left, narrowest))


def _days(intervals: tuple[Interval, ...]) -> list[dt.date]:
    found = {first + dt.timedelta(n) for first, last in intervals for n in range((last - first).days + 1)}
    return sorted(found)


def _left(pairs: Sequence[tuple[dt.date, dt.date]], constraints: Sequence[Constraint]) -> set[dt.date]:
    return {day for day, news in pairs if all(c.holds(day, news) for c in constraints)}


def _enough(
    pairs: Sequence[tuple[dt.date, dt.date]],
    constraints: Sequence[Constraint],
    left: set[dt.date],
    bound: Constraint,
) -> tuple[str, ...]:
    """Constraints, one of which bounds the pairs -> the reasons of a smallest part that leaves the same ends."""
    needed = list(constraints)
    for constraint in reversed(constraints):
        without = [c for c in needed if c is not constraint]
        if constraint is not bound and _ends(_left(pairs, without)) == _ends(left):
            needed = without
    return tuple(dict.fromkeys(c.reason(_ends(left)) for c in needed))


def _ends(days: set[dt.date]) -> Interval | None:
    return (min(days), max(days)) if days else None
