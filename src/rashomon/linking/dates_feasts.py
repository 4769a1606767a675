"""Feasts: the day on which they fall in a year."""

import datetime as dt

_FIXED = {
    "new-year": (1, 1),
    "new-year-eve": (12, 31),
    "christmas": (12, 25),
    "christmas-eve": (12, 24),
    "independence": (7, 4),
    "valentine": (2, 14),
    "halloween": (10, 31),
    "veterans": (11, 11),
    "bastille": (7, 14),
}
_NTH_WEEKDAY = {"thanksgiving": (11, 4, 4), "labor": (9, 1, 1), "mlk": (1, 1, 3)}
"""Month, weekday (Monday is 1), and which of the month."""


def feast(name: str, year: int) -> dt.date:
    """Name of a feast in ``times.yaml`` and a year -> its day."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return dt.date(year, month, day)
    if name in _NTH_WEEKDAY:
        month, weekday, nth = _NTH_WEEKDAY[name]
        first = dt.date(year, month, 1)
        return first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if name == "memorial":  # the last Monday of May
        last = dt.date(year, 5, 31)
        return last - dt.timedelta(last.isoweekday() - 1)
    if name == "election":  # the Tuesday after the first Monday of November, 2 U.S.C. 7
        first = dt.date(year, 11, 2)
        return first + dt.timedelta((2 - first.isoweekday()) % 7)
    sunday = easter(year)
    return sunday - dt.timedelta(2) if name == "good-friday" else sunday


def easter(year: int) -> dt.date:
    """Year -> Easter Sunday of the Gregorian calendar (Butcher's rule of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    e = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    f = (32 + 2 * (b % 4) + 2 * (c // 4) - e - c % 4) % 7
    g = (a + 11 * e + 22 * f) // 451
    month, day = divmod(e + f - 7 * g + 114, 31)
    return dt.date(year, month, day + 1)
