"""The calendar functions behind the rules of time expressions: arguments, publication day and anchor -> a value."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from rashomon.linking.dates.feasts import feast

MONTHS: Final = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS: Final = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS: Final = {
    "W": "week", "FN": "fortnight", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade",
    "CE": "century",
}  # fmt: skip
SEASONS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_STEP: Final = {"before last": -2, "after next": 2, "last": -1, "this": 0, "next": 1, "past": -1, "coming": 1}
_SIDE: Final = {
    "before": -1, "previous": -1, "previously": -1, "prior": -1, "earlier": -1, "after": 1, "following": 1, "next": 1,
    "later": 1, "afterward": 1, "afterwards": 1, "same": 0,
}  # fmt: skip

_AHEAD: Final = 2
"""News names more days past than days ahead: a day ahead counts as this many times as far."""
_LONG_AGO: Final = 300
"""Days, back or ahead, from which on a writer adds the year to a month and day."""
_MONTHS_AHEAD: Final = 10
"""The same in months, for a month that is told ahead."""
_JUST_NOW: Final = 31
"""Days before publication within which a month and day are of the news, though a bare year was told just before."""


@dataclass(frozen=True)
class Worked:
    """A value with the days it covers and why; ``value`` is "" where there is none."""

    value: str
    why: str
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True)
class Context:
    """What an expression is worked out from: the publication day, the tense, and the time that it leans on.

    ``anchor`` is the value of the last narrated event, of the period last spoken of, or of the other year that the text
    tells of; "" where there is none.
    """

    day: dt.date
    tense: str = ""
    anchor: str = ""


def no_value(why: str) -> Worked:
    """A reason -> a result without value."""
    return Worked("", why)


def on_day(year: int, month: int, day: int, why: str, part: str = "") -> Worked:
    """Year, month and day -> that day, or why there is no such day."""
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return no_value(f"there is no {day} {_month_name(month)} {year}")
    value = f"{found:%m-%d}"
    return Worked(f"{year:04d}-{value}{part}", why, found, found)


def days_of(value: str) -> tuple[dt.date | None, dt.date | None]:
    """A TIMEX3 date value -> its first and last day; None for what is no calendar date."""
    try:
        return _days_of(value.partition("T")[0])
    except ValueError:
        return None, None


def _days_of(value: str) -> tuple[dt.date | None, dt.date | None]:
    if not value[:2].isdigit():
        return None, None
    head, _, rest = value.partition("-")
    if len(head) < 4 or not head.isdigit():
        filled = head.replace("X", "")
        width = 10 ** (4 - len(filled))
        low = int(filled) * width
        return dt.date(low, 1, 1), dt.date(low + width - 1, 12, 31)
    year = int(head)
    if not rest:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if rest.startswith("W") and rest[1:3].isdigit():
        week = int(rest[1:3])
        first = 6 if rest.endswith("-WE") else 1
        return dt.date.fromisocalendar(year, week, first), dt.date.fromisocalendar(year, week, 7)
    if rest[0] in "QH" and rest[1:].isdigit():
        width = 3 if rest[0] == "Q" else 6
        month = (int(rest[1:]) - 1) * width + 1
        return _month_span(year, month, width)
    if rest in SEASONS:
        low, high = SEASONS[rest]
        return _month_span(year, low, high - low + 1)
    if len(rest) == 2:
        return _month_span(year, int(rest), 1)
    found = dt.date.fromisoformat(value)
    return found, found


def _month_span(year: int, month: int, width: int) -> tuple[dt.date, dt.date]:
    after = year * 12 + month - 1 + width
    return dt.date(year, month, 1), dt.date(after // 12, after % 12 + 1, 1) - dt.timedelta(1)


def valued(value: str, why: str) -> Worked:
    """A TIMEX3 date value and its reason -> the value with the days it covers."""
    first, last = days_of(value)
    return Worked(value, why, first, last)


def nearest_day(month: int, day: int, context: Context) -> Worked:
    """Month and day without a year -> the latest such day if told as past, the next if ahead, else the nearest."""
    if month > 12 or month < 1 or not 1 <= day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31):
        return no_value(f"there is no {day} {_month_name(month)}")
    if after := _narrated(month, day, context):
        which = "the day" if after.isoformat() == context.anchor else f"the first such day after {context.anchor}"
        return Worked(after.isoformat(), f"{which}, of which the text tells", after, after)
    years = range(context.day.year - 4, context.day.year + 5)
    days = [dt.date(y, month, day) for y in years if is_day(y, month, day)]
    past = max(d for d in days if d <= context.day)
    future = min(d for d in days if d >= context.day)
    if context.tense == "past" and (context.day - past).days <= _LONG_AGO:
        found, how = past, "the latest such day up to the day of publication"
    elif context.tense in {"future", "present"} and (future - context.day).days <= _LONG_AGO:
        found, how = future, "the next such day from the day of publication"
    else:
        ahead = (future - context.day) * _AHEAD < context.day - past
        found, how = (future if ahead else past), "the likeliest such day, near publication"
    return Worked(found.isoformat(), how, found, found)


def _narrated(month: int, day: int, context: Context) -> dt.date | None:
    """Month and day in a story of another time -> the first such day from that time on; None where it tells of none."""
    start, _ = days_of(context.anchor)
    if start is None or context.tense == "future":
        return None
    days = [dt.date(y, month, day) for y in range(start.year, min(start.year + 9, 9999)) if is_day(y, month, day)]
    found = next((d for d in days if d >= start), None)
    if len(context.anchor) == 4 and any(d <= context.day <= d + dt.timedelta(_JUST_NOW) for d in days):
        return None
    return found if found and found <= context.day else None


def nearest_month(month: int, context: Context, which: str = "") -> Worked:
    """Month without a year -> its year by tense, by "last", "this" or "next", or the nearest."""
    if not which and (told := _narrated(month, 28, replace(context, anchor=context.anchor[:7]))):
        return valued(f"{told:%Y-%m}", f"the first such month after {context.anchor}, of which the text tells")
    year, current = context.day.year, context.day.month
    past = year if month <= current else year - 1
    future = year if month >= current else year + 1
    if (
        which == "last"
    ):  # the month just over is "last month"; who says "last May" in June means that of the year before
        return valued(
            f"{year if month < current - 1 else year - 1:04d}-{month:02d}",
            "the latest such month before that of publication, but for the one just over",
        )
    if which == "next":
        return valued(
            f"{future if month > current else year + 1:04d}-{month:02d}",
            "the next such month after that of publication",
        )
    if which == "this":
        return valued(f"{year:04d}-{month:02d}", "that month in the year of publication")
    if context.tense == "past":
        return valued(f"{past:04d}-{month:02d}", "the latest such month up to publication")
    if context.tense in {"future", "present"} and (future - year) * 12 + month - current < _MONTHS_AHEAD:
        return valued(f"{future:04d}-{month:02d}", "the next such month from publication")
    near = min((past, future), key=lambda y: abs((y - year) * 12 + month - current))
    return valued(f"{near:04d}-{month:02d}", "the nearest such month to publication")


def weekday(number: int, context: Context, which: str = "", part: str = "") -> Worked:
    """Weekday 1 to 7 -> the latest such day up to publication, or the next where the clause looks ahead."""
    back = (context.day.isoweekday() - number) % 7
    name = WEEKDAYS[number]
    if which == "next":
        found, how = (
            context.day + dt.timedelta((number - context.day.isoweekday() - 1) % 7 + 1),
            f"the next {name} after",
        )
    elif which == "last":
        found, how = context.day - dt.timedelta(back or 7), f"the last {name} before"
    elif context.tense in {"future", "present"} or (which == "this" and context.tense != "past"):
        found, how = context.day + dt.timedelta(-back % 7), f"told ahead: the next {name} from"
    else:
        found, how = context.day - dt.timedelta(back), f"told as past: the latest {name} up to"
    return Worked(found.isoformat() + part, f"{how} the day of publication", found, found)


_FIRST_MONTH, _FIRST_QUARTER = 12, 4
"""Number of the first month and quarter of the calendar, counted from a year 0 that it does not have."""


def shifted(unit: str, steps: int, day: dt.date, why: str) -> Worked:
    """Unit, number of steps and a day -> the unit that lies so many steps from that of the day."""
    year, month = day.year, day.month
    if unit in {"W", "FN", "WE"}:
        week = (day + dt.timedelta(7 * steps * (2 if unit == "FN" else 1))).isocalendar()
        return valued(f"{week.year}-W{week.week:02d}" + ("-WE" if unit == "WE" else ""), why)
    if unit == "M":
        total = year * 12 + month - 1 + steps
        if total < _FIRST_MONTH:
            return no_value("it lies before the calendar's first year")
        return valued(f"{total // 12:04d}-{total % 12 + 1:02d}", why)
    if unit == "Q":
        total = year * 4 + (month - 1) // 3 + steps
        if total < _FIRST_QUARTER:
            return no_value("it lies before the calendar's first year")
        return valued(f"{total // 4:04d}-Q{total % 4 + 1}", why)
    if unit in {"Y", "DE", "CE"}:
        digits = {"Y": 4, "DE": 3, "CE": 2}[unit]
        step = {"Y": 1, "DE": 10, "CE": 100}[unit]
        if year + steps * step < 1:
            return no_value("it lies before the calendar's first year")
        value = f"{year + steps * step:04d}"[:digits] + "X" * (4 - digits)
        return valued(value, why)
    moved = day + dt.timedelta(steps)
    return Worked(moved.isoformat(), why, moved, moved)


def a_year_before(value: str) -> Worked | None:
    """Value of a period in the text -> the same period one year before it, None for all but quarters and halves."""
    if len(value) == 7 and value[4:6] in {"-Q", "-H"}:
        return valued(
            f"{int(value[:4]) - 1:04d}{value[4:]}", f"one year before {value}, of which the text has just spoken"
        )
    return None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether a year has such a day."""
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _month_name(month: int) -> str:
    return MONTHS[month] if 1 <= month <= 12 else f"month {month}"


def step(word: str) -> int:
    """Words such as "last", "this", "next" -> -1, 0, 1."""
    return _STEP[word]


def side(word: str) -> int:
    """Words such as "before", "following", "same" and the like -> -1, 1 or 0."""
    return _SIDE[word]


def holiday(name: str, year: int) -> Worked:
    """Name of a feast and a year -> its day."""
    found = feast(name, year)
    if found is None:
        return no_value(f"{name} follows the moon, and its days differ by place")
    return Worked(found.isoformat(), f"{name} of {year}", found, found)
