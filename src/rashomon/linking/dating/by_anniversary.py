"""Anniversaries and ages ("born on 3 March 1911, will be 90 on Saturday") -> what they say of publication."""

import datetime as dt
import re
from collections.abc import Iterator

from rashomon.linking.dates_calendar import Context
from rashomon.linking.dates_rules import work_out
from rashomon.linking.dating.almanac import Almanac
from rashomon.linking.dating.solver import Constraint
from rashomon.linking.dating.undated import Sent, Undated, days_written, is_plain
from rashomon.model import Span, TimeExpression
from rashomon.readers.times.numbers import number

_COUNTED = re.compile(
    r"\b(?:will be|turns|turned|would have been) (?P<age>\d{1,3})(?= (?:on|today|tomorrow|this|next)\b)|"
    r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday)\b|"
    r"\b(?P<years>\d{1,3}|[a-z]+(?:-[a-z]+)?) (?P<unit>year|decade)s? (?:ago|since|after|to the day)\b",
    re.IGNORECASE,
)
_OF_NOW = frozenset({"weekday", "day"})
_REACH = dt.timedelta(8)
"""A weekday is named alone within about a week."""


def constraints(text: Undated, almanac: Almanac) -> Iterator[Constraint]:
    """Article and the dated events -> a bound for each sentence that counts full years up to a day near publication."""
    for sent in text.sentences:
        match = _COUNTED.search(text.text, sent.span.start, sent.span.end)
        now = next((e for e in text.within(sent.span) if e.rule in _OF_NOW and is_plain(e)), None)
        if match is None or now is None or not (years := _years(match)):
            continue
        if (begun := _begun(text, almanac, sent)) and (day := _later(begun, years)):
            yield _comes_round(text.quoted(Span(match.start(), match.end())), begun, day, now)


def _years(match: re.Match[str]) -> int:
    """A match of the words that count -> the number of years, 0 where it is none."""
    words = number(match["age"] or match["nth"] or match["years"])
    return int(words) * (10 if match["unit"] == "decade" else 1) if words.isdigit() else 0


def _begun(text: Undated, almanac: Almanac, sent: Sent) -> dt.date | None:
    """A sentence -> the one day in it from which years can be counted: written out, or that of a dated event."""
    written = {days for days in map(days_written, text.within(sent.span)) if days}
    told = almanac.told_in(text.text, sent.span.start, sent.span.end, text.lower)
    known = written or {(t.event.first, t.event.last) for t in told}
    first, last = known.pop() if len(known) == 1 else (None, None)
    return first if first == last else None


def _later(day: dt.date, years: int) -> dt.date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return None


def _comes_round(counted: str, begun: dt.date, day: dt.date, now: TimeExpression) -> Constraint:
    """Words that count, the day counted from, the day that they end on, and the words for it now -> the bound."""
    tenses = (now.tense,) if now.tense in {"past", "future"} else ("past", "future")
    why = f"{counted}, counted from {begun}, ends on {day}, of which the text speaks as near"
    return Constraint(
        why,
        lambda published, _news: any(work_out(now, Context(published, t)).first == day for t in tenses),
        ((day - _REACH, day + _REACH),),
        sure=False,
    )
