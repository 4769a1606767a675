"""The words for a time -> the days they allow: intervals whole, open ends open, and nothing made narrower."""

import datetime as dt
import re
from itertools import pairwise

from rashomon.linking.dates.calendar import WEEKDAYS
from rashomon.linking.dates.link import day_of
from rashomon.model import DateSlot, Reading, Span, Time
from rashomon.text.grammar import tokens_in

_FROM = frozenset({"after", "since", "from"})
_UP_TO = frozenset({"before", "by"})
_WHILE = frozenset({"until", "till", "through", "til"})
_BESIDE = frozenset({"before", "after", "preceding", "following"})
_TO = r"\s?(?:-|–|—|to|and|through|until|till)\s?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_DAY_BEFORE = re.compile(rf"(?i)(?:\b(?:from|between)\s{_DAY}{_TO}|(?<![\d-]){_DAY}\s?[-–]\s?)$")
_DAY_AFTER = re.compile(
    rf"(?i)\s?[-–]\s?{_DAY}(?![\w%-])(?:,? (\d{{4}})\b)?"
    rf"|\s(?:and|to|through)\s{_DAY}(?:,? (\d{{4}})\b|(?=[.,;:)]|\s(?:in|at|to|with)\b|$))"
)
_BETWEEN = re.compile(rf"(?i){_TO}")
_OPENING = re.compile(r"(?i)\b(?:from|between)\s+$")
_NEAR = 24  # characters before or behind the words of a time in which its other end is looked for


def time_slot(reading: Reading, span: Span) -> DateSlot:
    """Words for a time -> the days they allow with the words around them: "after June 5" has no last day.

    "From 3 to 5 May", "May 3-5" and "between May and June" are intervals; "until June 1" tells no day of the deed.
    """
    first, last = day_of(reading, span)
    text = reading.text
    if first is None or last is None:
        return DateSlot(first, last, span.of(text), span)
    if _is_told_by_another(reading, span):
        return DateSlot(None, None, span.of(text), span)
    first, last, span = _whole(reading, span, (first, last))
    tokens = tokens_in(reading.doc, span)
    before = reading.doc[tokens.start - 1] if tokens.start else None
    word = before.lower_ if before is not None and before.sent == tokens.root.sent else ""
    if word not in _FROM | _UP_TO | _WHILE or before is None:
        return DateSlot(first, last, span.of(text), span)
    wide = Span(before.idx, span.end)
    ends = {"from": (first, None), "to": (None, last), "while": (None, None)}
    open_ends = ends["from" if word in _FROM else "to" if word in _UP_TO else "while"]
    return DateSlot(*open_ends, wide.of(text), wide)


def _is_told_by_another(reading: Reading, span: Span) -> bool:
    """Whether it is only told which day is meant by what it was before or after: "the [Monday] after the vote"."""
    tokens = tokens_in(reading.doc, span)
    behind = reading.doc[tokens.end : tokens.end + 1]
    if [t.lower_ for t in tokens[:-1]] not in ([], ["the"]) or tokens[-1].text not in WEEKDAYS:
        return False
    opened = len(tokens) > 1 or (tokens.start > 0 and reading.doc[tokens.start - 1].lower_ == "the")
    return opened and [t.lower_ in _BESIDE for t in behind] == [True]


def _whole(reading: Reading, span: Span, days: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date, Span]:
    """A time that may be one end of an interval -> the first and last day of the whole, and its words."""
    first, last = days
    text = reading.text
    if first == last and (found := _DAY_AFTER.match(text[span.end : span.end + _NEAR])):
        day, year = (found[1], found[2]) if found[1] else (found[3], found[4])
        begun = _on(first, first.day, year)
        if (end := _on(first, int(day), year)) and begun and end > begun:
            return begun, end, Span(span.start, span.end + found.end())
    back = max(0, span.start - _NEAR)
    if first == last and text[span.start : span.start + 1].isdigit():
        found = _DAY_BEFORE.search(text[back : span.start])
        begun = _on(first, int(found[1] or found[2]), "") if found else None
        if found and begun and begun < last:
            return begun, last, Span(back + found.start(), span.end)
    return _joined(reading, span, days)


def _joined(reading: Reading, span: Span, days: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date, Span]:
    """A time with another after it ("between May and June", "from Monday to Friday") -> the days of both."""
    near = Span(max(0, span.start - 2 * _NEAR), span.end + 2 * _NEAR)
    times = [t for t in reading.of(Time) if t.earliest and t.latest and near.meets(t.span)]
    for one, two in pairwise(times):
        if span not in {one.span, two.span} or not _BETWEEN.fullmatch(reading.text[one.span.end : two.span.start]):
            continue
        opening = _OPENING.search(reading.text, max(0, one.span.start - 10), one.span.start)
        if opening and one.earliest and two.latest and one.earliest <= two.latest:
            return one.earliest, two.latest, Span(opening.start(), two.span.end)
    return (*days, span)


def _on(near: dt.date, day: int, year: str) -> dt.date | None:
    """A day's month and year (or another year), and a number -> that day of the month, None where there is none."""
    try:
        return near.replace(day=day, year=int(year) if year else near.year)
    except ValueError:
        return None
