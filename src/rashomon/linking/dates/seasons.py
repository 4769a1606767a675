"""Seasons, weekends and feasts: arguments, expression and context -> a value."""

import datetime as dt
from typing import Final

from rashomon.linking.dates import calendar
from rashomon.linking.dates.calendar import Context, Worked, valued
from rashomon.model import TimeExpression

Arguments = dict[str, str]

_END_OF_WINTER: Final = 3
"""The month to whose end "this winter" is the one that began in the year before."""

_YOUNG: Final = 30
"""The last year of two digits that is of this century: "the summer of '08", "the summer of '69"."""


def season(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    """Words such as "last spring", "the summer of '69" -> that season."""
    if "every" in a:
        return Worked(f"XXXX-{a['season']}", "that season of every year")
    if "short" in a:
        century = 19 if int(a["short"]) > _YOUNG else 20
        return valued(f"{century}{a['short']}-{a['season']}", "the text gives season and year")
    if "year" in a or "tens" in a:
        return valued(f"{a.get('year') or spoken_year(a)}-{a['season']}", "the text gives season and year")
    if "which_year" in a:
        year = c.day.year + calendar.step(a["which_year"])
        return valued(f"{year:04d}-{a['season']}", f"{a['which_year']} year, counted from that of publication")
    in_winter = a["season"] == "WI" and c.day.month <= _END_OF_WINTER  # that winter began in the year before
    year = c.day.year - in_winter
    begins = dt.date(year, calendar.SEASONS[a["season"]][0], 1)
    which = a.get("which", "last" if c.tense == "past" else "this")
    if which == "last" and begins > c.day - dt.timedelta(30):
        year -= 1
    if which == "next" and begins <= c.day:
        year += 1
    return valued(f"{year:04d}-{a['season']}", "counted from the day of publication")


def weekend(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    """Words such as "the weekend" -> that weekend; "on weekends" -> every one."""
    if "every" in a:
        return Worked("XXXX-WXX-WE", "every weekend")
    steps = 0 if c.tense == "future" or c.day.isoweekday() >= 6 else -1
    return calendar.shifted(
        "WE", steps, c.day, "the weekend nearest to the day of publication on the side of the tense"
    )


def holiday(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    """Words such as "Labor Day", "Easter weekend" -> the day of the feast, or its week or weekend."""
    found = _feast(a, c)
    if "week" in a and found.first:
        if a["week"] == "week":
            return calendar.shifted("W", 0, found.first, f"the week of {found.why}")
        monday = found.first.isoweekday() == 1  # its weekend is the one before it
        return calendar.shifted("WE", 0, found.first - dt.timedelta(monday), f"the weekend of {found.why}")
    return found


def _feast(a: Arguments, c: Context) -> Worked:
    name = a["holiday"]
    if "year" in a:
        return calendar.holiday(name, int(a["year"]))
    if calendar.holiday(name, c.day.year).first is None:
        return calendar.holiday(name, c.day.year)
    found = [calendar.holiday(name, y) for y in range(c.day.year - 1, c.day.year + 2)]
    past = max((f for f in found if f.first and f.first <= c.day), key=lambda f: f.first or c.day)
    ahead = min((f for f in found if f.first and f.first >= c.day), key=lambda f: f.first or c.day)
    which = a.get("which", "")
    if a.get("week") == "week" or not (which or c.tense in {"past", "future"}):
        return min((past, ahead), key=lambda f: abs((f.first or c.day) - c.day))
    return ahead if c.tense == "future" or which in {"next", "this"} else past


def spoken_year(a: Arguments) -> int:
    """Arguments of "nineteen ninety-seven" -> the year."""
    return 1900 + int(a["tens"]) + int(a.get("ones", 0))
