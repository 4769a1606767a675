"""Anniversaries and ages ("born on 3 March 1911, will be 90 on Saturday") -> what they say of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, partial

from rashomon.linking.dates.calendar import Context
from rashomon.linking.dates.rules import work_out
from rashomon.linking.dating.almanac import Almanac
from rashomon.linking.dating.solver import Constraint, Interval
from rashomon.linking.dating.undated import Sent, Undated, days_written, is_plain
from rashomon.model import Span, TimeExpression
from rashomon.readers.times.numbers import ORDINAL, number, ordinal

_COUNTED = re.compile(
    r"\b(?:will be|turns|turned|would have been) (?P<age>\d{1,3})(?= (?:on|today|tomorrow|this|next)\b)|"
    rf"\b(?:(?P<nth>\d{{1,3}})(?:st|nd|rd|th)|(?P<ordinal>{ORDINAL})) (?:anniversary|birthday)\b|"
    r"\b(?P<years>\d{1,3}|[a-z]+(?:-[a-z]+)?) (?P<unit>year|decade)s? (?:(?P<ago>ago)|since|after|to the day)\b",
    re.IGNORECASE,
)
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|before|prior to|in time for|in the run-up to)\b(?:\W+\w+){0,3}\W*$", re.IGNORECASE
)
_NEARS = re.compile(r"\b(?:near(?:s|ed|ing)?|approach\w*|loom\w*|draw(?:s|ing)? (?:near|close))\b", re.IGNORECASE)
_OF_NOW = frozenset({"weekday", "day"})
_BEGUN = dt.timedelta(9)
"""Days that a happening may have gone on to have an anniversary by which an article can be dated."""
_STORY = dt.timedelta(3)
"""Days after the one that a looking-back text writes out on which what it tells may have gone on."""
_REACH = dt.timedelta(8)
"""A weekday is named alone within about a week."""


def constraints(text: Undated, almanac: Almanac) -> Iterator[Constraint]:
    """Article and the dated events -> a bound for each sentence that counts full years up to a day near publication."""
    told_of = cache(partial(_told_of, text))
    for sent in text.sentences:
        now = next((e for e in text.within(sent.span) if e.rule in _OF_NOW and is_plain(e)), None)
        match = _COUNTED.search(text.text, sent.span.start, sent.span.end) if now is not None else None
        if now is None or match is None or not (years := _years(match)) or _is_to_come(text, sent, match):
            continue
        begun = _begun(text, almanac, sent) or (None if match["ago"] and now.rule != "day" else told_of())
        if begun and (first := _later(begun[0], years)) and (last := _later(begun[1], years)):
            yield _comes_round(text.quoted(Span(match.start(), match.end())), begun, (first, last), now)


def _is_to_come(text: Undated, sent: Sent, match: re.Match[str]) -> bool:
    """Whether the sentence tells what is done while an anniversary draws near, and not on it."""
    before = _AHEAD_OF.search(text.text[sent.span.start : match.start()])
    return before is not None or _NEARS.search(text.text, match.end(), sent.span.end) is not None


def returns_in(text: Undated, almanac: Almanac, sent: Sent, clause: Span) -> list[tuple[dt.date, dt.date, str]] | None:
    """A clause of a sentence -> the anniversary that it tells of, None where it tells none.

    Its first and last day and what it is of, as the only one of a list; an empty list if its days are not known.
    """
    match = _COUNTED.search(text.text, clause.start, clause.end)
    if match is None or not (match["nth"] or match["ordinal"]):
        return None
    begun = _begun(text, almanac, sent)
    first, last = (_later(day, _years(match)) for day in begun) if begun else (None, None)
    return [(first, last, f"the anniversary of {_shown(begun)}")] if begun and first and last else []


def _years(match: re.Match[str]) -> int:
    """A match of the words that count -> the number of years, 0 where it is none."""
    words = ordinal(match["ordinal"]) if match["ordinal"] else number(match["age"] or match["nth"] or match["years"])
    return int(words) * (10 if match["unit"] == "decade" else 1) if words.isdigit() else 0


def _begun(text: Undated, almanac: Almanac, sent: Sent) -> Interval | None:
    """A sentence -> the days in it from which years can be counted: written out, or those of a dated event."""
    written = {days for days in map(days_written, text.within(sent.span)) if days}
    told = almanac.told_in(text.text, sent.span.start, sent.span.end, text.lower)
    known = written or {(t.event.first, t.event.last) for t in told}
    days = known.pop() if len(known) == 1 else None
    return days if days and days[1] - days[0] <= _BEGUN else None


def _told_of(text: Undated) -> Interval | None:
    """Article -> the few days that it tells of, where all that it writes out with their year are near each other."""
    written = [days for e in text.expressions if e.rule in {"date", "iso"} and (days := days_written(e))]
    if not written:
        return None
    first, last = min(written)[0], max(last for _, last in written)
    return (first, last + _STORY) if last - first <= _STORY else None


def _later(day: dt.date, years: int) -> dt.date | None:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return None


def _comes_round(counted: str, begun: Interval, ends: Interval, now: TimeExpression) -> Constraint:
    """Words that count, the days counted from and ended on, and the words for it now -> the bound."""
    tenses = (now.tense,) if now.tense in {"past", "future"} else ("past", "future")
    first, last = ends
    why = f"{counted}, counted from {_shown(begun)}, ends on {_shown(ends)}, of which the text speaks as near"
    return Constraint(
        why,
        lambda published, _news: any(
            first <= (work_out(now, Context(published, t)).first or dt.date.min) <= last for t in tenses
        ),
        ((first - _REACH, last + _REACH),),
        sure=False,
    )


def _shown(days: Interval) -> str:
    first, last = days
    return f"{first}" if first == last else f"{first} to {last}"
