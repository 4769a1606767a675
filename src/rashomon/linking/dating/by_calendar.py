"""Dates that a text writes out -> what they say of the day of publication."""

import datetime as dt
from collections.abc import Iterator

from rashomon.linking.dates_rules import arguments, is_free
from rashomon.linking.dating.solver import Constraint, Test, bounded
from rashomon.linking.dating.undated import Undated, days_written
from rashomon.model import TimeExpression

_DAYS = frozenset({"date", "iso", "month-year"})
_MONTH = 31
"""Days from publication within which a writer names a weekday with its day of the month.

All of TimeBank and AQUAINT train, MEANTIME dev and NewsWCL50 dev do.
"""


def constraints(text: Undated) -> Iterator[Constraint]:
    """Article -> the bounds that its own dates set."""
    yield from _latest_past(text)
    yield from _soonest_ahead(text)
    yield from _weekdays_with_dates(text)


def _latest_past(text: Undated) -> Iterator[Constraint]:
    """The latest date with its year that is told in the past: the article came out on it or later."""
    past = (e for e in text.expressions if e.tense == "past" and (e.rule in _DAYS or e.narrates))
    told = [(days[0], e.span) for e in past if (days := days_written(e))]
    if told:
        first, span = max(told)
        yield bounded(f"{text.quoted(span)} is told as past", [(first, dt.date.max)])


def _soonest_ahead(text: Undated) -> Iterator[Constraint]:
    """The soonest date with its year that something is told to happen on: the article came out by then.

    Captions of photographs end in their day after a comma, whatever they tell: "will meet lawyers, Friday, April 27".
    """
    read = [e for sent in text.sentences for e in text.within(sent.span) if e.tense == "future" and e.narrates]
    ahead = (e for e in read if e.rule in _DAYS and not text.text[: e.span.start].endswith(", "))
    told = [(days[1], e.span) for e in ahead if (days := days_written(e))]
    if told:
        last, span = min(told)
        yield bounded(f"{text.quoted(span)} is still ahead", [(dt.date.min, last)], sure=False)


def _weekdays_with_dates(text: Undated) -> Iterator[Constraint]:
    """A weekday with its day of the month ("Wednesday, Aug. 8"): few years fit, and it is not far off."""
    for sent in text.sentences:
        if text.in_another_year(sent):
            continue
        for e in text.within(sent.span):
            given = arguments(e)
            if "weekday" in given and "month" in given and "day" in given and not is_free(e):
                why = f"{text.quoted(e.span)}: news names a weekday with its date within a month of it, when they agree"
                yield Constraint(why, _falls_on(given, e), sure=False)


def _falls_on(given: dict[str, str], e: TimeExpression) -> Test:
    """Weekday, day and month, and the tense -> the test that the day falls on it, on the right side of publication."""
    month, number, weekday = int(given["month"]), int(given["day"]), int(given["weekday"])
    ahead = e.tense == "future" or (e.tense == "present" and e.narrates)
    after = _MONTH if e.tense != "past" else 0 if e.narrates else 1
    before = 0 if ahead else _MONTH

    def holds(day: dt.date, _news: dt.date) -> bool:
        near = (day + dt.timedelta(n) for n in range(-before, after + 1))
        return any((d.month, d.day, d.isoweekday()) == (month, number, weekday) for d in near)

    return holds
