"""Constraints on the day of publication -> the days that meet them all, and the proof."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

Interval = tuple[dt.date, dt.date]
"""First and last day; ``dt.date.min`` and ``dt.date.max`` where an end is open."""

NEWS_WEEK = 6
"""News is told within a week of its day, as the custom of naming weekdays without a date has it."""

_TOO_MANY = 6200
"""Days, about seventeen years, the longest term of a head of government: longer intervals tell a reader nothing."""


_ZERO, _ONE = b"01"

Test = Callable[[dt.date, dt.date], bool]
"""Day of publication and day of the news -> whether they can be."""


@dataclass(frozen=True)
class Option:
    """One of the dated events that the same words may mean: the days of publication it leaves, and its name."""

    first: dt.date
    last: dt.date
    name: str


ENOUGH = 3
"""Points that must speak for what an article is dated by."""


@dataclass(frozen=True)
class Witness:
    """What a reason rests on, and how much it says by itself: an event or one of some that the same words may mean.

    ``of``: their ids; reasons that share one are of the same witness. ``weight``: in the points of `sureness`.
    ``happened``: whether it is a happening, and no office.
    """

    of: frozenset[str]
    weight: int
    happened: bool = True


@dataclass(frozen=True)
class Constraint:
    """One reason why the article came out on some days and not on others.

    ``holds`` looks at the day of publication and, where it is ``of_news``, at the day of the article's news. ``within``
    are the days outside which the reason cannot hold, () for no bound; without ``holds`` it holds on all of them. A
    reason that is not ``sure`` (what news writers are used to do, whom a text calls by an office) is dropped where it
    fits nothing.
    """

    why: str
    holds: Test | None
    within: tuple[Interval, ...] = ()
    options: tuple[Option, ...] = ()
    of_news: bool = False
    sure: bool = True
    witness: Witness | None = None

    def reason(self, ends: Interval | None) -> str:
        """First and last day that remain, if any do -> the reason, naming the events that it may rest on."""
        fitting = [o.name for o in self.options if ends is None or (o.first <= ends[1] and ends[0] <= o.last)]
        return " ".join([self.why, ", or ".join(fitting or [o.name for o in self.options])]).strip()


@dataclass(frozen=True)
class Solution:
    """The days that remain, reasons enough to prove them, and whether the reasons contradict each other.

    ``kept``: all reasons that the days meet.
    """

    days: tuple[dt.date, ...]
    basis: tuple[str, ...] = ()
    contradiction: bool = False
    kept: tuple[Constraint, ...] = ()


def any_day_of_a_week(day: dt.date) -> Iterator[dt.date]:
    """Day of publication -> the days that its news may be of, where the text does not name the weekday."""
    return (day - dt.timedelta(back) for back in range(NEWS_WEEK + 1))


def bounded(
    why: str,
    within: Iterable[Interval],
    *,
    options: tuple[Option, ...] = (),
    sure: bool = True,
    witness: Witness | None = None,
) -> Constraint:
    """Reason and the intervals in which the article came out by it -> the constraint."""
    return Constraint(why, None, tuple(within), options, sure=sure, witness=witness)


def solve(
    constraints: Sequence[Constraint], news_days: Callable[[dt.date], Iterator[dt.date]] = any_day_of_a_week
) -> Solution:
    """Constraints, and a function from the day of publication to the days of its news -> what they leave.

    A reason that the text gives several times counts once.
    Where no constraints bound the day from both sides nothing is solved. When those that are sure leave nothing, the
    reasons are a set that contradicts itself and would not without any one of them. A bound that is not sure and fits
    nothing gives way to the next.
    """
    constraints = list({c.reason(None): c for c in constraints}.values())
    sure = [c for c in constraints if c.sure]
    limits = [c for c in sure if c.within]
    constraints = [c for c in constraints if c.sure or not c.within or _common([*limits, c])]
    while bounds := _bounds(sure) or _bounds(constraints):
        days = _Days(_days_in(_common(bounds)), news_days, constraints)
        left = days.meeting(sure)
        if not left and all(c.sure for c in bounds):
            return Solution((), _enough(days, sure, bounds), contradiction=True)
        kept = sure
        for constraint in (c for c in constraints if left and not c.sure):
            if narrower := days.meeting([constraint], left):
                kept, left = [*kept, constraint], narrower
        unfit = [c for c in bounds if not (c.sure or c in kept)]
        if not unfit:
            found = days.of(left)
            short = (found[-1] - found[0]).days < _TOO_MANY
            return Solution(found, _enough(days, kept, bounds), kept=tuple(kept)) if short else Solution(())
        constraints = [c for c in constraints if c not in unfit]
    return Solution(())


def agree(constraints: Sequence[Constraint], first: dt.date, last: dt.date) -> bool:
    """Constraints, and days between which to look -> whether one of the days, itself that of the news, meets them."""
    days = _Days(_days_in([(first, last)]), lambda day: iter((day,)), constraints)
    return days.meeting(constraints) > 0


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
        self._days = [day for day, _ in self._pairs]
        self._holding = {id(c): self._where(c) for c in constraints}

    def _where(self, constraint: Constraint) -> int:
        if constraint.holds is None:
            return self._between(constraint.within)
        held, last = False, None
        bits = bytearray(len(self._pairs))
        for n, (day, news) in enumerate(self._pairs):
            if constraint.of_news or day != last:
                held, last = constraint.holds(day, news), day
            bits[~n] = _ONE if held else _ZERO
        return int(bits, 2) if bits else 0

    def _between(self, spans: Iterable[Interval]) -> int:
        """Intervals of days -> the pairs whose day of publication lies in one of them."""
        found = 0
        for first, last in spans:
            low, high = bisect_left(self._days, first), bisect_right(self._days, last)
            found |= (1 << high) - (1 << low) if low < high else 0
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


def _days_in(spans: Iterable[Interval]) -> list[dt.date]:
    """Intervals -> the days in them, each once, in their order."""
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
