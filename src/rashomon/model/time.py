"""Time expressions (TIMEX3) before and after the calendar is known."""

import datetime as dt
from typing import Literal

import msgspec

from rashomon.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeExpression(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """Words for a time, as a function of the publication day and an anchor; the linking room works it out.

    ``rule`` names the function ("weekday", "month-day", "ago", ...), ``arguments`` are its parameters.
    ``tense`` is that of the clause the words stand in: past, present, future, or "" where none was found or asked for.
    ``narrates``: they say when a clause happened that carries the story on, and not which thing is meant
    ("Friday's vote").
    """

    span: Span
    type: TimexType
    rule: str
    arguments: tuple[str, ...] = ()
    mod: str = ""
    tense: Literal["past", "present", "future", ""] = ""
    narrates: bool = False


class DayElsewhere(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """What this article tells at ``span`` happened on ``day``, as another article of the story has it.

    ``span`` are the words for the time ("Tuesday") or, where the article gives none, those for the happening.
    ``article`` and ``place`` say where the other article tells it.
    """

    span: Span
    day: dt.date
    article: str
    place: Span


class Time(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """A time expression with its TIMEX3 value, and the days it covers where they can be proved.

    ``value`` is "" where it cannot be told; ``why`` says how the value was come by, or why there is none.
    """

    span: Span
    type: TimexType
    value: str
    why: str
    mod: str = ""
    earliest: dt.date | None = None
    latest: dt.date | None = None
