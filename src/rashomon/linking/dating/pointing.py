"""A time expression that counts from publication and a happening with a known day -> the days of publication."""

import datetime as dt
from collections.abc import Sequence

from rashomon.linking.dates.calendar import Context
from rashomon.linking.dates.rules import arguments, work_out
from rashomon.linking.dating.solver import Constraint, Interval, Option
from rashomon.model import TimeExpression

POINTING = frozenset({"weekday", "day", "clock", "weekend", "unit", "month-day", "month", "ago", "past-unit"})
"""Rules whose words point to a happening from the day of publication."""
_OF_A_YEAR = frozenset({"month", "month-day"})
"""Rules whose words fit every year as well."""
_SATURDAY = 5
_NEAR, _YEAR, FAR = dt.timedelta(75), dt.timedelta(366), dt.timedelta(800)
"""How far from publication a happening lies at most that words point to: most, months, and those that count years."""

_ABOUT = dt.timedelta(3)
"""How far from the day that "a week ago" gives a happening may lie: it is said of six days as well as of ten."""
_OLDEST = 1000
"""Years ago that no happening with a known day lies behind."""


def pointing(
    e: TimeExpression,
    happened: Sequence[Interval],
    why: str,
    options: Sequence[Option] = (),
    *,
    sure: bool = True,
    either: bool = False,
) -> Constraint:
    """Words for a time, the days on which what they tell may have happened, and why -> what that leaves.

    ``either``: the words may look back or ahead, whatever the tense of the clause: "Sunday's referendum".
    """
    slack = _slack(e)
    tenses = ("past", "future") if either else ("future",) if e.tense == "future" else ("past",)

    def holds(day: dt.date, _news: dt.date) -> bool:
        if weeks := _weeks_ago(e):
            on = day - dt.timedelta(7 * weeks)
            return any(a - weeks * _ABOUT <= on <= b + weeks * _ABOUT for a, b in happened)
        worked = [work_out(e, Context(on, tense)) for on in _counted_from(e, day) for tense in tenses]
        days = [(w.first, w.last) for w in worked if w.first and w.last]
        return any(first <= b + slack and a - slack <= last for first, last in days for a, b in happened)

    within = tuple(reach(e, *days, either=either) for days in happened)
    return Constraint(why, holds, within, tuple(options), sure=sure and e.rule not in _OF_A_YEAR)


def reach(e: TimeExpression, first: dt.date, last: dt.date, *, either: bool = False) -> Interval:
    """Words for a time, and the first and last day of what they tell -> when an article can have told it so."""
    far = _farthest(e)
    return (first - far if either or e.tense == "future" else first, last + far)


def _weeks_ago(e: TimeExpression) -> int:
    """Words for a time -> how many weeks before publication they place it, where those are one or two; else 0."""
    given = arguments(e)
    return int(given["num"]) if e.rule == "ago" and given["unit"] == "W" and given.get("num") in {"1", "2"} else 0


def _farthest(e: TimeExpression) -> dt.timedelta:
    """Words for a time -> how far from publication it lies at most."""
    given = arguments(e)
    if e.rule == "ago" and given.get("unit") == "Y" and given.get("num", "X") != "X":
        return max(FAR, dt.timedelta(366 * (min(float(given["num"]), _OLDEST) + 1)))
    if e.rule == "ago" or given.get("unit") == "Y":
        return FAR
    return _YEAR * 2 if _is_last_month(e) else _YEAR if e.rule in _OF_A_YEAR else _NEAR


def _counted_from(e: TimeExpression, day: dt.date) -> list[dt.date]:
    """Words for a time and the day of publication -> the days that they can count from.

    On its Saturday or Sunday a week may be over: "last week" is then this one or the one before. Likewise "last
    February" may be the one that is just over, or that of the year before.
    """
    given = arguments(e)
    if _is_last_month(e):
        return [day, day - _YEAR]
    if e.rule == "weekday" and given.get("which") == "last":
        on = day.weekday()  # where it is over, "last" may be that of the week before
        this_week = int(given["weekday"]) <= on < _SATURDAY
        return [day, day - dt.timedelta(7)] if this_week else [day]
    last_week = e.rule == "unit" and given.get("unit") == "W" and given.get("which") == "last"
    return [day, day + dt.timedelta(7 - day.weekday())] if last_week and day.weekday() >= _SATURDAY else [day]


def _is_last_month(e: TimeExpression) -> bool:
    """Whether words name a month as the last of its name: "last February"."""
    return e.rule in _OF_A_YEAR and arguments(e).get("which") == "last"


def _slack(e: TimeExpression) -> dt.timedelta:
    """How far a happening may lie off the days of the words: weeks may begin on Sunday, "a year ago" is round."""
    given = arguments(e)
    if e.rule == "ago":
        return dt.timedelta({"D": 0, "W": 4, "M": 20, "Y": 190}.get(given["unit"], 0))
    if e.rule == "past-unit":
        return dt.timedelta(1)
    return dt.timedelta(1 if given.get("unit") == "W" else 0)
