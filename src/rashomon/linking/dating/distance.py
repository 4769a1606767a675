"""Distances between days: "one day after", "less than two months after", "shortly after"."""

import datetime as dt
from dataclasses import dataclass

from rashomon.linking.dates.rules import arguments
from rashomon.linking.dating.solver import NEWS_WEEK
from rashomon.model import TimeExpression

_ROUND = {"D": 0, "W": 3, "M": 20, "Y": 190}
"""Days by which a round number of units may be off either way."""
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_VAGUE = {
    "hours": (0, 1),
    "just hours": (0, 1),
    "days": (0, 13),
    "just days": (0, 10),
    "weeks": (3, 62),
    "just weeks": (3, 45),
}
_SHORTLY = (0, 31)


@dataclass(frozen=True)
class Distance:
    """How long after an event: ``low`` to ``high`` units ("D" or "M"), and the days of slack at either end."""

    unit: str
    low: int
    high: int
    slack: int = 0
    short: bool = False

    @property
    def in_days(self) -> bool:
        """Whether it is some days of a week, counted one by one."""
        return self.unit == "D" and 0 < self.low == self.high <= NEWS_WEEK

    def after(self, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
        """First and last day of an event -> the days this far after it; ``short`` stops a day earlier."""
        low = _moved(first, self.low, self.unit) - dt.timedelta(self.slack)
        high = _moved(last, self.high, self.unit) + dt.timedelta(self.slack - self.short)
        return max(low, first), max(high, last)


def distance_of(expression: TimeExpression) -> Distance | None:
    """A duration ("less than two months") -> how far from an event it counts, or None where that cannot be told."""
    given = arguments(expression)
    unit, number = given.get("unit", ""), given.get("num", "X")
    if unit not in _DAYS:
        return Distance("D", 0, 1) if unit in {"H", "MIN", "S"} else None
    if number == "X":
        return Distance("D", 0, 13 * _DAYS[unit])
    count = round(float(number))
    step, factor = ("M", 12 if unit == "Y" else 1) if unit in {"M", "Y"} else ("D", _DAYS[unit])
    if expression.mod in {"LESS_THAN", "EQUAL_OR_LESS"}:
        return Distance(step, 0, count * factor, short=expression.mod == "LESS_THAN")
    if expression.mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        more = max(1, count // 6)  # "more than 150 days" may be 159
        return Distance(step, count * factor, (count + more) * factor, _ROUND[unit])
    return Distance(step, count * factor, count * factor, _ROUND[unit])


def vague_distance(word: str) -> Distance:
    """Words such as "hours", "days", "weeks", "shortly" -> how long after an event that may be at most."""
    low, high = _VAGUE.get(word.lower(), _SHORTLY)
    return Distance("D", low, high)


def _moved(day: dt.date, count: int, unit: str) -> dt.date:
    """Day, and a number of days or months -> the day that lies so far after it."""
    if unit == "D":
        return day + dt.timedelta(count)
    total = day.year * 12 + day.month - 1 + count
    first = dt.date(total // 12, total % 12 + 1, 1)
    after = dt.date((total + 1) // 12, (total + 1) % 12 + 1, 1)
    return dt.date(first.year, first.month, min(day.day, (after - dt.timedelta(1)).day))
