"""What accounts of a story tell alike -> the days that some give it, for those that lack their own or its year."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.linking.dates.calendar import WEEKDAYS
from rashomon.linking.dates.link import sure_day
from rashomon.linking.dates.values import ANNIVERSARY
from rashomon.model import DateSlot, DayElsewhere, Reading, Sentence, Span, Time, TimeExpression
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.align import align
from rashomon.weighing.claims.told import Told, of_one_kind, tell
from rashomon.weighing.compared.words import Bag, bag, shared

_ALIKE = 0.4  # of the weight of the shorter sentence's telling words
_ALIKE_WORDS = 4
_BESIDE_A_DAY = 2
"""Telling words that tell of one thing where two sentences give it one day of the year."""
_NO_MISTAKE = 45
"""Days from publication within which a day without its year is that of this year."""


def days_elsewhere(readings: Sequence[Reading]) -> dict[str, tuple[DayElsewhere, ...]]:
    """Readings of one story -> by article without a sure day, the days that others give to what it tells as happened.

    What other accounts give several days tells nothing of the day of this one.
    """
    asked = [r for r in readings if sure_day(r) is None]
    if not asked or len(readings) == 1:
        return {}
    found: dict[str, dict[Span, set[DayElsewhere]]] = defaultdict(lambda: defaultdict(set))
    for matter in align(tell(readings, weave(readings))):
        for one in of_one_kind(matter):
            for day in _of_claim(one, matter):
                found[one.claim.article][day.span].add(day)
    named = {r.article.id: list(_with_weekdays(r)) for r in readings}
    for reading in asked:
        others = [one for name, told in named.items() if name != reading.article.id for one in told]
        for day in _of_sentences(named[reading.article.id], others):
            found[reading.article.id][day.span].add(day)
    return {r.article.id: tuple(_agreed(found[r.article.id])) for r in asked if found[r.article.id]}


def years_elsewhere(readings: Sequence[Reading]) -> dict[str, tuple[DayElsewhere, ...]]:
    """Readings of one story -> by article with a sure day, the days without a year to which others give one.

    "Feb. 8" is that of the last twelve months, unless another account tells the same of "Feb. 8, 2017". Days of the
    last weeks are given without a year because nobody can mistake them; where others tell of that day of two years,
    either may be meant.
    """
    given = {r.article.id: list(_with_year(r)) for r in readings}
    found: dict[str, tuple[DayElsewhere, ...]] = {}
    for reading in readings:
        others = [one for name, told in given.items() if name != reading.article.id for one in told]
        day = sure_day(reading)
        if day is not None and others:
            told = tuple(_of_another_year(reading, day, others))
            found |= {reading.article.id: told} if told else {}
    return found


def _agreed(found: dict[Span, set[DayElsewhere]]) -> Iterator[DayElsewhere]:
    """Days by the words that they are given to -> for each words one, where all others agree."""
    for _, days in sorted(found.items()):
        if len({one.day for one in days}) == 1:
            yield min(days, key=lambda one: (one.article, one.place))


def _of_claim(one: Told, matter: Sequence[Told]) -> Iterator[DayElsewhere]:
    """A claim and its matter -> the single days that other accounts give it, if it is told as happened."""
    when = one.claim.slots.get("when")
    span = when.span if isinstance(when, DateSlot) and when.span else one.cue
    if span is None or one.days is not None or one.term("status") not in {"", "happened"}:
        return
    for other in of_one_kind(matter):
        if other.claim.article != one.claim.article and other.days and other.days[0] == other.days[1]:
            yield DayElsewhere(span, other.days[0], other.claim.article, other.sentence)


@dataclass(frozen=True)
class _Dated:
    """A sentence with a weekday: its telling words, the words for the weekday, and its day where that is known."""

    article: str
    span: Span
    words: Bag
    weekday: str
    time: Span
    day: dt.date | None


def _of_sentences(told: Sequence[_Dated], others: Sequence[_Dated]) -> Iterator[DayElsewhere]:
    """An account's weekdays, and those of others -> its days, by sentences of the others that tell the same."""
    for own in told:
        for other in others:
            if other.day is None or other.weekday != own.weekday:
                continue
            share, words = shared(own.words, other.words)
            if share >= _ALIKE and words >= _ALIKE_WORDS:
                yield DayElsewhere(own.time, other.day, other.article, other.span)


def _with_weekdays(reading: Reading) -> Iterator[_Dated]:
    """Reading -> its sentences that name a weekday alone ("on Friday", not "last Friday" or "every Friday")."""
    times = {t.span: t for t in reading.of(Time)}
    sentences = [s.span for s in reading.of(Sentence)]
    for e in reading.of(TimeExpression):
        if e.rule != "weekday" or len(e.arguments) > 1:
            continue
        sentence = next((s for s in sentences if s.covers(e.span)), None)
        if sentence is None:
            continue
        time = times.get(e.span)
        day = time.earliest if time and time.earliest == time.latest else None
        weekday = WEEKDAYS[int(e.arguments[0].partition("=")[2])]
        yield _Dated(reading.article.id, sentence, bag(sentence.of(reading.text)), weekday, e.span, day)


@dataclass(frozen=True)
class _OfYear:
    """A day that an account gives with its year: the day, and the sentence that tells of it."""

    article: str
    span: Span
    words: Bag
    day: dt.date


def _with_year(reading: Reading) -> Iterator[_OfYear]:
    """Reading -> the days that it writes out with their year, each with what its sentence says of it."""
    for e, time, sentence in _told_in(reading, "date"):
        if time.earliest:
            yield _OfYear(reading.article.id, sentence, _words_beside(reading, sentence, e.span), time.earliest)


def _of_another_year(reading: Reading, published: dt.date, others: Sequence[_OfYear]) -> Iterator[DayElsewhere]:
    """Reading, its day, and the days that others write out -> those that tell the same as its days without a year."""
    for e, time, sentence in _told_in(reading, "month-day"):
        if not time.earliest or e.tense == "future" or abs((published - time.earliest).days) <= _NO_MISTAKE:
            continue
        same = [one for one in others if _is_same_day_of_a_year(one.day, time.earliest)]
        if len({one.day for one in same}) != 1 or not 0 <= (published - same[0].day).days <= ANNIVERSARY:
            continue
        words = _words_beside(reading, sentence, e.span)
        alike = [one for one in same if shared(words, one.words)[1] >= _BESIDE_A_DAY]
        if alike and alike[0].day != time.earliest:
            first = min(alike, key=lambda one: (one.article, one.span))
            yield DayElsewhere(e.span, first.day, first.article, first.span)


def _is_same_day_of_a_year(one: dt.date, two: dt.date) -> bool:
    return (one.month, one.day) == (two.month, two.day)


def _words_beside(reading: Reading, sentence: Span, time: Span) -> Bag:
    """A sentence and a time in it -> its telling words but for those of the time."""
    return bag(f"{reading.text[sentence.start : time.start]} {reading.text[time.end : sentence.end]}")


def _told_in(reading: Reading, rule: str) -> Iterator[tuple[TimeExpression, Time, Span]]:
    """Reading and a rule of times -> the single days that it gives by that rule, with the sentences they stand in."""
    times = {t.span: t for t in reading.of(Time)}
    sentences = [s.span for s in reading.of(Sentence)]
    for e in reading.of(TimeExpression):
        time = times.get(e.span)
        if e.rule != rule or time is None or time.earliest is None or time.earliest != time.latest:
            continue
        sentence = next((s for s in sentences if s.covers(e.span)), None)
        if sentence is not None:
            yield e, time, sentence
