"""Quarters, halves and "a year ago" of company news: arguments, expression and context -> a value."""

from rashomon.linking.dates import calendar
from rashomon.linking.dates.calendar import Context, Worked, valued
from rashomon.model import TimeExpression

Arguments = dict[str, str]


def quarter(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    """Words such as "the third quarter", "last year's first quarter", "the quarter" -> that quarter."""
    year = a.get("year") or a.get("of_year")
    current = c.day.year * 4 + (c.day.month - 1) // 3
    if "quarter" not in a:
        return _said_quarter(a, year, current, c)
    number = int(a["quarter"])
    if year is None:
        which = a.get("which_year") or a.get("which_of")
        if which:
            year = f"{c.day.year + calendar.step(which):04d}"
        else:
            begun = c.day.year * 4 + number - 1 <= current
            year = f"{c.day.year if begun or c.tense == 'future' else c.day.year - 1:04d}"
    return valued(f"{year}-Q{number}", "that quarter of the year which fits the tense")


def _said_quarter(a: Arguments, year: str | None, current: int, c: Context) -> Worked:
    """Words such as "the quarter", "the latest quarter": the one last spoken of, else the last complete one."""
    if "ended" in a:
        end = calendar.nearest_month(int(a["ended"]), Context(c.day, "past")).first or c.day
        return valued(f"{year or end.year}-Q{(end.month - 1) // 3 + 1}", "the quarter in which it ended")
    if "period" in a and not (len(c.anchor) == 7 and c.anchor[5] in "QH"):
        return valued(f"{year}", "the text gives the year, and no quarter before")
    if len(c.anchor) == 7 and c.anchor[5] in "QH" and not a.keys() & {"latest", "recent"}:
        return valued((year or c.anchor[:4]) + c.anchor[4:], f"{c.anchor} is the quarter last spoken of")
    at = current if a.get("latest") == "current" else current - 1
    return valued(f"{year or at // 4}-Q{at % 4 + 1}", "the last complete quarter before publication")


def half(a: Arguments, _e: TimeExpression, c: Context) -> Worked:
    """Words such as "the first half of this year" -> that half."""
    number = 1 if a["half"] == "first" else 2
    year = a.get("year") or str(c.day.year + calendar.step(a.get("which", "this")))
    found = valued(f"{year}-H{number}", "half of a year")
    if c.tense == "past" and not a.keys() & {"year", "which"} and found.first and found.first > c.day:
        return valued(f"{int(year) - 1}-H{number}", "the latest such half up to publication")
    return found


def year_ago(a: Arguments, e: TimeExpression, c: Context) -> Worked:
    """Words such as "a year earlier" -> a year before the quarter last spoken of, else before publication."""
    if "quarter" in a or "term" in a:
        now = quarter({"quarter": a["quarter"]} if "quarter" in a else {}, e, c)
        return calendar.a_year_before(now.value) or now
    return calendar.a_year_before(c.anchor) or calendar.shifted("Y", -1, c.day, "the year before that of publication")
