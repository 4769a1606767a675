"""Levels of share indexes that a text tells as news -> what they say of the day of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rashomon.lexicon.files import load
from rashomon.linking.dating.solver import Constraint, Interval, bounded
from rashomon.linking.dating.undated import Undated
from rashomon.model import Span

_LEVEL = re.compile(
    r"\b(?:to|at|around|near|under|above|below|past|through|reached|level of|mark of)[ \n](?:the[ \n])?(?:\w+[ \n])?"
    r"(?P<level>\d{1,2},\d{3}(?:\.\d+)?|\d{3,5}\.\d+|\d{4,5})(?![\d,]*\d)"
    r"(?![ \n](?:points?|shares?|percent|per|in\b|on\b)|%)"
)
"""What an index stands at: "closed down 2.86 points to 1,442.82", not "a high of 14,164 in 2007", "up 1,300 points"."""
_OF_THEN = re.compile(r"\b(?:high|low|peak|record|bottom|all-time)s? (?:of|at) $", re.IGNORECASE)
_SLACK = 0.03
_FALLEN = 0.4
"""Share of the lowest level of the last year that is known to which an index may fall after it."""
_LATE = dt.timedelta(7)


class _Index(NamedTuple):
    """An index: its name, how texts call it, the first year that is known, and the lowest and highest close of each."""

    name: str
    words: re.Pattern[str]
    first: int
    closed: tuple[tuple[int, int], ...]

    def days(self, level: float) -> tuple[Interval, ...]:
        """A level -> the days on which the index can have stood at it."""
        found = [
            (dt.date(self.first + n, 1, 1), dt.date(self.first + n, 12, 31) + _LATE)
            for n, (low, high) in enumerate(self.closed)
            if low * (1 - _SLACK) <= level <= high * (1 + _SLACK)
        ]
        if level <= self.closed[0][1] * (1 + _SLACK):
            found.insert(0, (dt.date.min, dt.date(self.first, 1, 1)))
        if level >= self.closed[-1][0] * _FALLEN:
            found.append((dt.date(self.first + len(self.closed), 1, 1), dt.date.max))
        return tuple(found)


def constraints(text: Undated) -> Iterator[Constraint]:
    """Article -> a bound for the first level of each index that it tells as news, none of them sure."""
    told: set[str] = set()
    for sent in (s for s in text.sentences if not text.in_another_year(s)):
        names = sorted(
            (m.start(), i.name, i) for i in _indexes() for m in i.words.finditer(text.text, *_ends(sent.span))
        )
        starts = [start for start, *_ in names]
        for (start, name, index), end in zip(names, [*starts[1:], sent.span.end], strict=False):
            level = _LEVEL.search(text.text, start, end)
            if level is None or name in told or _OF_THEN.search(text.text[start : level.start("level")]):
                continue
            told.add(name)
            days = index.days(float(level["level"].replace(",", "")))
            shown = text.quoted(Span(level.start(), level.end()))
            yield bounded(f"the {name} stood {shown}, as in those years", days, sure=False)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


@cache
def _indexes() -> tuple[_Index, ...]:
    table = load("markets.yaml")
    return tuple(
        _Index(
            given["name"],
            re.compile(rf"\b(?:{'|'.join(map(re.escape, given['words']))})\b", re.IGNORECASE),
            table["first"],
            tuple((int(low), int(high)) for low, _, high in (year.partition("-") for year in given["closed"].split())),
        )
        for given in table["indexes"]
    )
