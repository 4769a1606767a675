"""Constraints on the day of publication -> the days that meet them all, and the proof."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Interval = tuple[dt.date, dt.date]
"""First and last day; ``dt.date.min`` and ``dt.date.max`` where an end is open."""

NEWS_WEEK = 6
"""News is told within a week of its day, as the custom of naming weekdays without a date has it."""

_TOO_MANY = 6200
"""Days, about seventeen years, the longest term of a head of government: longer intervals tell a reader nothing."""


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

    ``holds`` looks at the day of publication and, where it is ``of_news``, at the day of the article's news. ``within``
    are the days outside which the reason cannot hold, () for no bound. A reason that is not ``sure`` (what news writers
    are used to do, whom a text calls by an office) is dropped where it fits nothing.
    """

    why: str
    holds: Test
    within: tuple[Interval, ...] = ()
    options: tuple[Option, ...] = ()
    of_news: bool = False
    sure: bool = True

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


def bounded(why: str, within: Iterable[Interval], *, options: tuple[Option, ...] = (), sure: bool = True) -> Constraint:
    """Reason and the intervals in which the article came out by it -> the constraint."""
    spans = tuple(within)
    return Constraint(
        why, lambda day, _news: any(first <= day <= last for first, last in spans), spans, options, sure=sure
    )


def solve(
    constraints: Sequence[Constraint], news_days: Callable[[dt.date], Iterator[dt.date]] = any_day_of_a_week
) -> Solution:
    """Constraints, and a function from the day of publication to the days of its news -> what they leave.

    A reason that the text gives several times counts once.
    Where no constraints bound the day from both sides nothing is solved. When those that are sure leave nothing, the
    reasons are a set that contradicts itself and would not without any one of them.
    """
    constraints = list({c.reason(None): c for c in constraints}.values())
    sure = [c for c in constraints if c.sure]
    bounds = _bounds(sure) or _bounds(constraints)
    if not bounds:
        return Solution(())
    days = _Days(_candidates(bounds), news_days, constraints)
    left = days.meeting(sure)
    if not left:
        certain = all(c.sure for c in bounds)
        return Solution((), _enough(days, sure, bounds) if certain else (), contradiction=certain)
    kept = sure
    for constraint in (c for c in constraints if not c.sure):
        if narrower := days.meeting([constraint], left):
            kept, left = [*kept, constraint], narrower
    if not all(c in kept for c in bounds):
        return Solution(())
    return Solution(days.of(left), _enough(days, kept, bounds))


class _Days:
    """Candidate days of publication, each with the days that its news can be of, and which constraint holds on which.

    A set of such pairs is an integer with one bit a pair.
    """

    def __init__(
        self,
        days: Sequence[dt.date],
        news_days: Callable[[dt.date], Iterator[dt.date]],
        constraints: Sequence[Constraint],
    ) -> None:
        looks = any(c.of_news for c in constraints)
        self._pairs = [(day, news) for day in days for news in (news_days(day) if looks else (day,))]
        self._holding = {id(c): self._where(c) for c in constraints}

    def _where(self, constraint: Constraint) -> int:
        found, last, held = 0, None, False
        for n, (day, news) in enumerate(self._pairs):
            if constraint.of_news or day != last:
                held, last = constraint.holds(day, news), day
            found |= held << n
        return found

    def meeting(self, constraints: Iterable[Constraint], among: int = -1) -> int:
        """Constraints, and the pairs to choose from -> the pairs that meet them all."""
        left = among if among >= 0 else (1 << len(self._pairs)) - 1
        for constraint in constraints:
            left &= self._holding[id(constraint)]
        return left

    def of(self, pairs: int) -> tuple[dt.date, ...]:
        """A set of pairs -> the days of publication in it."""
        return tuple(dict.fromkeys(day for n, (day, _) in enumerate(self._pairs) if pairs >> n & 1))

    def ends(self, pairs: int) -> Interval | None:
        """A set of pairs -> the first and last day of publication in it."""
        if not pairs:
            return None
        return self._pairs[(pairs & -pairs).bit_length() - 1][0], self._pairs[pairs.bit_length() - 1][0]


def _bounds(constraints: Sequence[Constraint]) -> list[Constraint]:
    """Constraints -> the one that leaves the fewest days, or two that bound the day from both sides, or none."""
    ranked = sorted((c for c in constraints if c.within and _length([c]) <= _TOO_MANY), key=lambda c: _length([c]))
    if ranked:
        return ranked[:1]
    since = max((c for c in constraints if c.within), key=lambda c: min(c.within)[0], default=None)
    until = min((c for c in constraints if c.within), key=lambda c: max(last for _, last in c.within), default=None)
    both = [since, until] if since and until else []
    return both if both and _length(both) <= _TOO_MANY else []


def _length(constraints: Sequence[Constraint]) -> int:
    """Constraints -> how many days lie in what they bound together."""
    return sum((last - first).days + 1 for first, last in _common(constraints))


def _common(constraints: Sequence[Constraint]) -> list[Interval]:
    """Constraints -> the intervals that lie within all of them."""
    common = [(dt.date.min, dt.date.max)]
    for constraint in constraints:
        pairs = ((max(a, first), min(b, last)) for a, b in common for first, last in constraint.within)
        common = [(first, last) for first, last in pairs if first <= last]
    return common


def _candidates(bounds: Sequence[Constraint]) -> list[dt.date]:
    spans = _common(bounds)
    return sorted({first + dt.timedelta(n) for first, last in spans for n in range((last - first).days + 1)})


def _enough(days: _Days, constraints: Sequence[Constraint], bounds: Sequence[Constraint]) -> tuple[str, ...]:
    """Constraints, some of which bound the days -> the reasons of a smallest part that leaves the same ends."""
    ends = days.ends(days.meeting(constraints))
    needed = list(constraints)
    for constraint in reversed(constraints):
        without = [c for c in needed if c is not constraint]
        if constraint not in bounds and days.ends(days.meeting(without)) == ends:
            needed = without
    return tuple(dict.fromkeys(c.reason(ends) for c in needed))
