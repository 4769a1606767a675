"""Feasts: the day on which they fall in a year."""

import calendar
import datetime as dt

_FIXED = {
    "new-year": (1, 1),
    "epiphany": (1, 6),
    "inauguration": (1, 20),
    "valentine": (2, 14),
    "women": (3, 8),
    "patrick": (3, 17),
    "groundhog": (2, 2),
    "australia": (1, 26),
    "earth": (4, 22),
    "anzac": (4, 25),
    "cinco": (5, 5),
    "juneteenth": (6, 19),
    "canada": (7, 1),
    "may-day": (5, 1),
    "independence": (7, 4),
    "bastille": (7, 14),
    "halloween": (10, 31),
    "all-saints": (11, 1),
    "remembrance": (11, 11),
    "veterans": (11, 11),
    "christmas-eve": (12, 24),
    "christmas": (12, 25),
    "boxing": (12, 26),
    "new-year-eve": (12, 31),
}
_NTH_WEEKDAY = {
    "mlk": (1, 1, 3),
    "presidents": (2, 1, 3),
    "father": (6, 7, 3),
    "labor": (9, 1, 1),
    "memorial": (5, 1, -1),
    "columbus": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
}
"""Month, weekday (Monday is 1), and which of the month, -1 for the last."""
_FROM_EASTER = {
    "ash-wednesday": -46,
    "palm-sunday": -7,
    "maundy-thursday": -3,
    "good-friday": -2,
    "easter": 0,
    "easter-monday": 1,
    "ascension": 39,
    "pentecost": 49,
}
"""Days after Easter Sunday."""


def feast(name: str, year: int) -> dt.date | None:
    """Name of a feast in ``times.yaml`` and a year -> its day, None where it follows the moon."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return dt.date(year, month, day)
    if name in _NTH_WEEKDAY:
        return nth_weekday(year, *_NTH_WEEKDAY[name])
    if name in _FROM_EASTER:
        return easter(year) + dt.timedelta(_FROM_EASTER[name])
    if name == "election":  # the Tuesday after the first Monday of November, 2 U.S.C. 7
        first = dt.date(year, 11, 2)
        return first + dt.timedelta((2 - first.isoweekday()) % 7)
    if name == "black-friday" and (thanksgiving := feast("thanksgiving", year)):
        return thanksgiving + dt.timedelta(1)
    return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """Year, month, weekday (Monday is 1) and which of them, -1 for the last -> the day; None if there is none."""
    days = [dt.date(year, month, n) for n in range(1, calendar.monthrange(year, month)[1] + 1)]
    listed = [day for day in days if day.isoweekday() == weekday]
    return listed[nth if nth < 0 else nth - 1] if nth <= len(listed) else None


def easter(year: int) -> dt.date:
    """Year -> Easter Sunday of the Gregorian calendar (Butcher's rule of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    e = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    f = (32 + 2 * (b % 4) + 2 * (c // 4) - e - c % 4) % 7
    g = (a + 11 * e + 22 * f) // 451
    month, day = divmod(e + f - 7 * g + 114, 31)
    return dt.date(year, month, day + 1)
