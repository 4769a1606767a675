"""Dates that a text writes out -> what they say of the day of publication."""

import datetime as dt
import re
from collections.abc import Iterator

from rashomon.linking.dates.calendar import is_day
from rashomon.linking.dates.rules import arguments, is_free
from rashomon.linking.dating.solver import ENOUGH, Constraint, Witness, bounded
from rashomon.linking.dating.undated import Sent, Undated, days_written
from rashomon.model import TimeExpression

_DAYS = frozenset({"date", "iso", "month-year"})
_MONTH = 31
"""Days from publication within which a writer names a weekday with its day of the month.

All of TimeBank and AQUAINT train, MEANTIME dev and NewsWCL50 dev do.
"""

_FORESEEN = re.compile(
    r"\b(?:will|expect\w*|scheduled|plans|planned|planning|aims?|hopes?|hoped|intends?|set to|due|forecasts?|projected|"
    r"should)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:was|were|had|been|invited|agreed|supposed)\b|\b(?:last|ago|since)\b|\bfrom\b[^,]{1,30} in $", re.IGNORECASE
)
"""Words before a year by which it may have been ahead once."""
_WERE = re.compile(r"\s+(?:who|which|where|when|that)\s+(?:\w+\s+){0,3}?(?:was|were|had)\b")


def constraints(text: Undated) -> Iterator[Constraint]:
    """Article -> the bounds that its own dates set."""
    yield from _latest_past(text)
    yield from _soonest_ahead(text)
    yield from _weekdays_with_dates(text)


def _latest_past(text: Undated) -> Iterator[Constraint]:
    """The latest date with its year that is told in the past: the article came out on it or later."""
    dates = (e for e in text.expressions if e.tense == "past" and (e.rule in _DAYS or e.narrates))
    past = (e for e in dates if not text.is_set_for(e))
    told = [(days[0], e.span) for e in past if (days := days_written(e))]
    if told:
        first, span = max(told)
        yield bounded(f"{text.quoted(span)} is told as past", [(first, dt.date.max)])


def _soonest_ahead(text: Undated) -> Iterator[Constraint]:
    """The soonest date with its year that something is told to happen on: the article came out by then.

    Captions of photographs end in their day after a comma, whatever they tell: "will meet lawyers, Friday, April 27".
    """
    read = [(s, e) for s in text.sentences for e in text.within(s.span) if e.tense == "future" and e.narrates]
    ahead = (e for sent, e in read if e.rule in _DAYS or (e.rule == "year" and _is_foreseen(text, sent, e)))
    likely = (e for e in ahead if not _is_captioned(text, e) and not _is_of_what_was(text, e))
    told = [(days[1], e.span) for e in likely if (days := days_written(e))]
    if told:
        last, span = min(told)
        yield bounded(f"{text.quoted(span)} is still ahead", [(dt.date.min, last)], sure=False)


def _is_captioned(text: Undated, e: TimeExpression) -> bool:
    return text.text.endswith(", ", 0, e.span.start)


def _is_of_what_was(text: Undated, e: TimeExpression) -> bool:
    """Whether a date stands in a clause that tells what was: "who were invited in July 1997, will join"."""
    start = text.text.rfind(",", 0, e.span.start) + 1
    return _WERE.match(text.text, start) is not None and text.text.startswith(",", e.span.end)


def _is_foreseen(text: Undated, sent: Sent, year: TimeExpression) -> bool:
    """Whether a sentence says of a year what will be in it, in the words of the article itself.

    "Is expected to enter service in 2008"; not "were to take delivery in 2008", "invited them in 1997 to join".
    """
    before = text.text[sent.span.start : year.span.start]
    if before.endswith(" for "):
        return False  # results "for 1989" may come out after it
    return not text.is_quoted(year.span) and bool(_FORESEEN.search(before)) and not _ONCE.search(before)


def _weekdays_with_dates(text: Undated) -> Iterator[Constraint]:
    """A weekday with its day of the month ("Wednesday, Aug. 8"): few years fit, and it is not far off."""
    for sent in text.sentences:
        if text.in_another_year(sent):
            continue
        for e in text.within(sent.span):
            given = arguments(e)
            if given.keys() >= {"weekday", "month", "day"} and not is_free(e):
                yield _falls_on(text.quoted(e.span), given, e)


def _falls_on(words: str, given: dict[str, str], e: TimeExpression) -> Constraint:
    """Words, weekday with day and month, and their tense -> the bound: it falls on it, on the right side of the day."""
    month, number, weekday = int(given["month"]), int(given["day"]), int(given["weekday"])
    past = e.tense == "past" or given.get("which") == "last"
    ahead = not past and (e.tense == "future" or (e.tense == "present" and e.narrates))
    after = _MONTH if not past else 0 if e.narrates else 1
    before = 0 if ahead else _MONTH

    def holds(day: dt.date, _news: dt.date) -> bool:
        years = (y for y in (day.year - 1, day.year, day.year + 1) if is_day(y, month, number))
        near = (d for d in (dt.date(y, month, number) for y in years) if -before <= (d - day).days <= after)
        return any(d.isoweekday() == weekday for d in near)

    side = "ahead" if ahead else "past" if past else "near"
    why = f"{words}, {side}: news names a weekday with its date within a month of it, in years in which they agree"
    return Constraint(why, holds, sure=False, witness=Witness(frozenset({words}), ENOUGH, happened=False))
