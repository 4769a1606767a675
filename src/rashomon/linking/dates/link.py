"""Time expressions -> calendar values, and the day on which the article came out."""

import datetime as dt
from collections.abc import Iterator

from rashomon.linking.dates.values import times_of
from rashomon.linking.dating.published import dated
from rashomon.model import (
    Block,
    DayElsewhere,
    Published,
    Quotation,
    Reading,
    Sentence,
    Span,
    Syntax,
    Time,
    TimeExpression,
    Unresolved,
)
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(needs=[Block, Syntax, Sentence, Quotation, TimeExpression], gives=[Time, Published, Unresolved])
def link_dates(reading: Reading, settings: Settings) -> Iterator[Time | Published | Unresolved]:
    """Reading with time expressions -> their values, and the day of publication or what keeps it from being told.

    Where nothing tells of the day, nothing is said of it.
    """
    found = dated(reading, settings)
    expressions, elsewhere = reading.of(TimeExpression), reading.of(DayElsewhere)
    yield from times_of(expressions, reading.of(Sentence), found.days, found.unknown, elsewhere)
    if found.days:
        yield Published(found.days[0], found.days[-1] + dt.timedelta(found.to_print), found.basis)
    elif found.contradiction:
        yield Unresolved(found.contradiction, found.basis)


def sure_day(reading: Reading) -> dt.date | None:
    """Reading -> the one day on which the article can have come out, None where it can be several or is not known."""
    known = reading.published
    return known.earliest if isinstance(known, Published) and known.earliest == known.latest else None


def time_at(reading: Reading, span: Span | None) -> Time | None:
    """Reading and a span -> the first time whose words share a character with it."""
    return next((t for t in reading.of(Time) if t.span.meets(span)), None) if span else None


def day_of(reading: Reading, span: Span | None) -> tuple[dt.date | None, dt.date | None]:
    """Reading and the words for a time -> the first and last day that they can mean; None where it cannot be told."""
    time = time_at(reading, span)
    return (time.earliest, time.latest) if time else (None, None)
