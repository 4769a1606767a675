"""Rule by rule: a time expression in its context -> its TIMEX3 value."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rashomon.linking.dates import calendar
from rashomon.linking.dates.calendar import Context, Worked, no_value, on_day, valued
from rashomon.linking.dates.feasts import nth_weekday
from rashomon.linking.dates.lengths import duration, past_unit, per_time
from rashomon.linking.dates.quarters import half, quarter, year_ago
from rashomon.linking.dates.seasons import holiday, season, spoken_year, weekend
from rashomon.model import TimeExpression

Arguments = dict[str, str]

_SMALL_HOURS: Final = 5
"""The hour up to which what lies ahead is of the next day: papers come out later."""

_NOON: Final = 12

_HOURS: Final = 24

_LETTERS: Final = "MOAFEVNI"
"""Those of the codes of morning, afternoon, evening and night."""
_ASSUMED: Final = "taken to be the day of publication"

FREE: Final = frozenset({
    "iso", "date", "named-day", "year", "year-range", "decade", "century", "spoken-year", "duration", "set", "ref",
    "past-unit", "before-christ",
})  # fmt: skip
"""Rules whose value does not hang on the day of publication."""

_WITH_OR_WITHOUT_YEAR: Final = frozenset({
    "slashed", "month-year", "nth-weekday", "season", "quarter", "half", "holiday", "clock",
})  # fmt: skip
"""Rules whose value hangs on no day of publication where the text gives the year."""

ANCHORED: Final = frozenset({"anchored", "shift"})
"""Rules that lean on the last narrated event."""


def arguments(expression: TimeExpression) -> Arguments:
    """Expression -> its arguments by name."""
    return dict(a.split("=", 1) for a in expression.arguments)


def work_out(expression: TimeExpression, context: Context) -> Worked:
    """Expression and context -> its value with the days it covers, or why it has none."""
    try:
        return RULES[expression.rule](arguments(expression), expression, context)
    except (ValueError, OverflowError):
        return no_value("the calendar has no such day")


def is_free(expression: TimeExpression) -> bool:
    """Whether the value of an expression is the same whatever the day of publication."""
    given = arguments(expression)
    if expression.rule in _WITH_OR_WITHOUT_YEAR and "every" not in given:
        return any(name in given for name in ("year", "of_year", "tens", "short"))
    return expression.rule in FREE or (expression.rule == "ago" and given.get("num", "X") == "X") or "every" in given


def _date(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    found = on_day(int(a["year"]), int(a["month"]), int(a["day"]), "the text gives the full date")
    return _checked(found, a)


def _checked(found: Worked, a: Arguments) -> Worked:
    """A day and the arguments -> the day, or no value where the weekday named with it contradicts."""
    if found.first and "weekday" in a and found.first.isoweekday() != int(a["weekday"]):
        right = calendar.WEEKDAYS[found.first.isoweekday()]
        return no_value(f"the text says {calendar.WEEKDAYS[int(a['weekday'])]}, but {found.value} was a {right}")
    return found


def _slashed(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    first, second, year = int(a["a"]), int(a["b"]), a.get("year", "")
    if len(year) == 2:
        return no_value(f"the year is written with two digits, {year}: the century is left open")
    if first <= 12 and second <= 12 and first != second:
        return no_value(f"{first}/{second}: which is the month is left open")
    day, month = (first, second) if first > 12 else (second, first)
    if not year:
        return calendar.nearest_day(month, day, c)
    return on_day(int(year), month, day, "day/month/year" if first > 12 else "month/day/year")


def _month_day(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    month, day = int(a["month"]), int(a["day"])
    if "every" in a:
        return Worked(f"XXXX-{month:02d}-{day:02d}", "that day of every year")
    if "which_year" in a:
        year = c.day.year + calendar.step(a["which_year"])
        found = on_day(year, month, day, f"{a['which_year']} year, counted from that of publication")
    else:
        found = calendar.nearest_day(month, day, c)
    found = _checked(found, a)
    return replace(found, value=f"{found.value}T{a['part']}") if found.value and "part" in a else found


def _week_of(a: Arguments, e: TimeExpression, c: Context) -> Worked:
    found = _month_day(a, e, c)
    return calendar.shifted("W", 0, found.first, f"the week of {found.value}") if found.first else found


def _month_year(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    if "tens" in a:
        return valued(f"{spoken_year(a)}-{int(a['month']):02d}", "the text spells the year")
    month = int(a["month"])
    before = month > int(a.get("until", month))  # "from October to March 2017"
    if "year" in a:
        return valued(f"{int(a['year']) - before:04d}-{month:02d}", "the text gives month and year")
    year = c.day.year + calendar.step(a["which_year"]) - before
    return valued(f"{year:04d}-{month:02d}", f"{a['which_year']} year, counted from that of publication")


def _month(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    if "every" in a:
        return Worked(f"XXXX-{int(a['month']):02d}", "that month of every year")
    if "that" in a:
        if not c.anchor[:4].isdigit():
            return no_value("the year that it is of is not known")
        return valued(f"{c.anchor[:4]}-{int(a['month']):02d}", f"of the year of {c.anchor}, of which the text has told")
    if not c.tense and c.anchor[5:] == f"{int(a['month']):02d}" and "which" not in a:
        return valued(c.anchor, "the month of that name of which the text tells elsewhere")
    return calendar.nearest_month(int(a["month"]), c, a.get("which", ""))


def _year(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    return valued(a["year"], "the text gives the year")


def _nth_weekday(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    """Words such as "the last Sunday of August" -> that day of the year that fits the tense, or of the year named."""
    month = int(a["month"])
    year = int(a["year"]) if "year" in a else int(calendar.nearest_month(month, c).value[:4])
    found = nth_weekday(year, month, int(a["weekday"]), int(a["nth"]))
    return (
        Worked(found.isoformat(), f"counted in {year}-{month:02d}", found, found) if found else no_value("no such day")
    )


def _before_christ(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    return Worked(f"BC{int(a['year']):04d}", "the text gives the year")


def _decade(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    if "of_century" in a:  # "the '80s": of the last century but for the first two
        return valued(f"{19 if int(a['of_century']) > 1 else 20}{a['of_century']}X", "by custom the latest such decade")
    if a["decade"] in {"150", "160", "170", "180", "190"}:
        return valued(a["decade"][:2] + "XX", "by custom the whole century")  # "the 1700s"
    return valued(a["decade"] + "X", "the text gives the decade")


def _century(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    number = int(a["century"])
    if not 1 <= number <= 30:
        return no_value(f"there is no century number {number} to speak of")
    return valued(f"{number - 1:02d}XX", "the text gives the century")


def _spoken_year(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    return valued(f"{spoken_year(a)}", "the text spells the year")


def _weekday(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    number = int(a["weekday"])
    part = f"T{a['part']}" if "part" in a else ""
    if "every" in a:
        return Worked(f"XXXX-WXX-{number}{part}", "that day of every week")
    if "shifted" in a:
        week = c.day + dt.timedelta(7 * calendar.step(a["shifted"]))
        found = week + dt.timedelta(number - week.isoweekday())
        return Worked(found.isoformat() + part, f"that weekday of {a['shifted']} week", found, found)
    if "num" in a:
        found = calendar.weekday(number, Context(c.day, "past")).first or c.day
        return calendar.shifted("D", 7 * (1 - int(a["num"])), found, "counted from the latest up to publication")
    if "side" in a:
        return _beside(number, a["side"], c)
    return calendar.weekday(number, c, a.get("which", ""), part)


def _beside(number: int, side: str, c: Context) -> Worked:
    first, last = calendar.days_of(c.anchor)
    if first is None or first != last:
        return no_value("the day that it is counted from is not known")
    if calendar.side(side) < 0:
        found = first - dt.timedelta((first.isoweekday() - number - 1) % 7 + 1)
    else:
        found = first + dt.timedelta((number - first.isoweekday() - 1) % 7 + 1)
    return Worked(found.isoformat(), f"counted from {first.isoformat()}, of which the text has just told", found, found)


def _day(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    found = c.day + dt.timedelta(int(a["offset"]))
    part = f"T{a['part']}" if "part" in a else ""
    return Worked(found.isoformat() + part, "counted from the day of publication", found, found)


def _part(a: Arguments, e: TimeExpression, c: Context) -> Worked:
    if "every" in a:
        return Worked(f"XXXX-XX-XXT{a['part']}", "that part of every day")
    day = _told_day(c)
    if a["part"] == "NI" and c.tense == "past" and day.first == c.day:
        day = _day({"offset": "-1"}, e, c)  # the night of that day is yet to come
    day = _proved(day)
    return Worked(f"{day.value}T{a['part']}", day.why, day.first, day.last)


def _clock(a: Arguments, e: TimeExpression, c: Context) -> Worked:
    if "hour" in a and "half" not in a and not _part_said(a):
        return no_value("morning or evening is left open")
    hour, minute = _hour(a)
    if hour is None:
        return no_value("there is no such hour")
    if "month" in a:
        day = _date(a, e, c) if "year" in a else _month_day(a, e, c)
    elif "weekday" in a:
        day = calendar.weekday(int(a["weekday"]), c)
    elif "when" in a:
        day = _day({"offset": a["when"].rstrip(_LETTERS)}, e, c)
    else:
        day = _told_day(c)
        if c.tense == "future" and e.narrates and hour < _SMALL_HOURS and day.first and day.first <= c.day:
            day = _day({"offset": "1"}, e, c)  # "is to expire at 12:01 a.m.": that hour of the day is over
    if not day.value:
        return day
    day = _proved(day)
    return Worked(f"{day.value}T{hour:02d}:{minute:02d}", day.why, day.first, day.last)


def _told_day(c: Context) -> Worked:
    """The day that the text has just told of, else that of publication."""
    first, last = calendar.days_of(c.anchor)
    if first is not None and first == last:
        return Worked(c.anchor, f"on {c.anchor}, of which the text has just told", first, last)
    return Worked(c.day.isoformat(), _ASSUMED, c.day, c.day)


def _proved(day: Worked) -> Worked:
    """Day of a time of day -> without what it covers where that is only assumed: last night's deed has a clock, too."""
    return replace(day, first=None, last=None) if day.why == _ASSUMED else day


def _hour(a: Arguments) -> tuple[int | None, int]:
    if "word" in a:
        return {"noon": 12, "midday": 12, "midnight": 0 if "begun" in a else 24}[a["word"]], 0
    if "hour24" in a:
        hour = int(a["hour24"])
        return hour + (_NOON if _is_late(hour, _part_said(a)) else 0), int(a["minute24"])
    hour = int(a["hour"])
    if not 1 <= hour <= 12:
        return None, 0
    if "half" not in a:
        return hour + (_NOON if _is_late(hour, _part_said(a)) else 0), 0
    late = a["half"] == "p" or (a["half"] == "night" and hour >= _SMALL_HOURS)
    return hour % 12 + (12 if late else 0), int(a.get("minute", 0))


def _part_said(a: Arguments) -> str:
    """Arguments of an hour -> the part of the day that is told with it, or "": "8:30 Friday night", "9 tonight"."""
    return a.get("part") or a.get("when", "").lstrip("-01")


def _is_late(hour: int, part: str) -> bool:
    """Hour and the part of the day told with it -> whether twelve hours more are meant."""
    return hour < _NOON and (part in {"AF", "EV"} or (part == "NI" and hour >= _SMALL_HOURS))


def _unit(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    which, name = a["which"], calendar.UNITS.get(a["unit"], "")
    why = f"{which} {name}".rstrip() + ", counted from that of publication"
    return calendar.shifted(a["unit"], calendar.step(which), c.day, why)


def _event_day(_a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    return no_value("it is counted from an event, whose day is not known")


def _anchored(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    first, last = calendar.days_of(c.anchor)
    if first is None or last is None:
        return no_value("the time that it is counted from is not known")
    unit, steps = a["unit"], calendar.side(a["side"])
    if unit == "D" and first != last:
        return no_value(f"it is counted from {c.anchor}, which is no single day")
    found = _not_ahead(
        calendar.shifted(unit, steps, first, f"counted from {c.anchor}, of which the text has just told"), c
    )
    if "part" in a and found.value:
        return Worked(f"{found.value}T{a['part']}", found.why, found.first, found.last)
    return found


def _year_end(_a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    return valued(f"{c.day.year:04d}", "the end of the year of publication")


def _ago(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    return _distance(a, c.day, -1, "the day of publication")


def _from_now(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    return _distance(a, c.day, 1, "the day of publication")


def _shift(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    first, last = calendar.days_of(c.anchor)
    if first is None or last is None:
        return no_value("the time that it is counted from is not known")
    if (last - first).days > _NARROW_ENOUGH.get(a["unit"], 0):
        return no_value(f"it is counted from {c.anchor}, which is too wide for that")
    if a["unit"] == "CE" and first.year == last.year and a.get("num", "X") != "X":
        a = a | {"unit": "DE", "num": str(10 * float(a["num"]))}  # "a century later", counted in years
    return _not_ahead(_distance(a, first, calendar.side(a["side"]), f"{c.anchor}, of which the text has just told"), c)


def _not_ahead(worked: Worked, c: Context) -> Worked:
    """What is counted from a time that the text tells, and the context -> no value where the past would lie ahead."""
    if c.tense == "past" and worked.first and worked.first > c.day:
        return no_value(f"counted from {c.anchor} it would be after the day of publication, and it is told as past")
    return worked


_NARROW_ENOUGH: Final = {"W": 6, "FN": 6, "WE": 6, "M": 30, "Q": 91, "Y": 365, "DE": 3652, "CE": 36524}
"""Days between the first and the last of a time from which so many units can still be counted."""


_PARTS: Final = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100)}
"""The unit in which a part of a unit is counted, and how many of them that one has."""


def _distance(a: Arguments, day: dt.date, direction: int, what: str) -> Worked:
    if a.get("num", "X") == "X":
        return Worked("PAST_REF" if direction < 0 else "FUTURE_REF", "the text gives no number")
    unit, number = a["unit"], float(a["num"])
    if number % 1 and unit in _PARTS:
        unit, number = _PARTS[unit][0], number * _PARTS[unit][1]  # "half a century ago"
    steps = round(number) * direction
    if unit == "H" and abs(steps) >= _HOURS:
        unit, steps = "D", round(steps / _HOURS)
    if unit in {"MIN", "H", "S"}:
        return Worked(day.isoformat(), f"counted from {what}", day, day)
    if unit == "DE":
        unit, steps = "Y", steps * 10
    return calendar.shifted(unit, steps, day, f"counted from {what}")


def _ref(a: Arguments, _e: TimeExpression, _c: Context) -> Worked:
    return Worked(a["value"], "the words give no date")


RULES: Final[dict[str, Callable[[Arguments, TimeExpression, Context], Worked]]] = {
    "iso": _date,
    "date": _date,
    "named-day": _date,
    "slashed": _slashed,
    "month-day": _month_day,
    "week-of": _week_of,
    "month-year": _month_year,
    "month": _month,
    "year": _year,
    "year-range": _year,
    "before-christ": _before_christ,
    "decade": _decade,
    "century": _century,
    "spoken-year": _spoken_year,
    "weekday": _weekday,
    "nth-weekday": _nth_weekday,
    "day": _day,
    "part": _part,
    "clock": _clock,
    "unit": _unit,
    "anchored": _anchored,
    "event-day": _event_day,
    "season": season,
    "weekend": weekend,
    "year-end": _year_end,
    "quarter": quarter,
    "half": half,
    "year-ago": year_ago,
    "ago": _ago,
    "from-now": _from_now,
    "shift": _shift,
    "duration": duration,
    "past-unit": past_unit,
    "set": per_time,
    "ref": _ref,
    "holiday": holiday,
}
