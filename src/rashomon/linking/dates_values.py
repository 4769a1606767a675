"""Time expressions and the days on which the article can have come out -> calendar values."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.linking.dates_calendar import Context, Worked, days_of, no_value
from rashomon.linking.dates_rules import ANCHORED, arguments, is_free, work_out
from rashomon.model import Sentence, Time, TimeExpression

_NARRATED = frozenset({"weekday", "day", "clock", "anchored"})
_DATED = frozenset({"date", "iso", "month-day"})
_QUARTERLY = frozenset({"quarter", "half"})
_MAX_DAYS = 62
"""Longer sets of candidate days settle nothing that hangs on the day; they are not tried one by one."""


@dataclass
class _Memory:
    """What the text has told so far, as later words lean on it: (sentence, expression, value), in text order."""

    told: list[tuple[int, TimeExpression, str]] = field(default_factory=list)

    def anchor(self, expression: TimeExpression, sentence: int) -> str:
        """Expression and the sentence it stands in -> the value of the time that it is counted from, or ""."""
        if expression.rule in {"year-ago", "quarter"}:
            return self._latest(_QUARTERLY, sentence - (2 if expression.rule == "year-ago" else 20))
        if expression.rule == "part":
            return self._latest(_NARRATED | _DATED, sentence - 2)
        unit = arguments(expression).get("unit", "D")
        if unit in {"D", "H", "MIN", "WE"}:
            return self._event_day(sentence)
        return self._latest(None, 0)

    def _event_day(self, sentence: int) -> str:
        """The day of the last narrated main event: a weekday or a day counted from today, told in the past.

        A date that is written out is background, unless it stands in the sentence itself or the one before, or the text
        tells no event by its weekday at all.
        """
        near = [v for s, e, v in self.told if s >= sentence - 1 and _is_event(e, _NARRATED | _DATED) and _is_day(v)]
        if near:
            return near[-1]
        events = [v for _, e, v in self.told if _is_event(e, _NARRATED) and _is_day(v)]
        return events[-1] if events else ""

    def _latest(self, rules: frozenset[str] | None, since: int) -> str:
        """The value last told by one of the rules (any rule that gives a date, for None) from a sentence on."""
        for at, expression, value in reversed(self.told):
            if at < since:
                return ""
            if value[:4].isdigit() and (rules is None or expression.rule in rules):
                return value
        return ""


def values_on(expressions: Iterable[TimeExpression], sentences: Sequence[Sentence], day: dt.date) -> list[Worked]:
    """Expressions in text order, sentences and the day of publication -> the value of each expression."""
    starts = [s.span.start for s in sentences]
    memory = _Memory()
    found = []
    for expression in expressions:
        sentence = bisect_right(starts, expression.span.start)
        leans = expression.rule in ANCHORED or expression.rule in {"year-ago", "quarter", "part"}
        leans = leans or (expression.rule == "weekday" and any(a.startswith("side=") for a in expression.arguments))
        anchor = memory.anchor(expression, sentence) if leans else ""
        worked = work_out(expression, Context(day, expression.tense, anchor))
        memory.told.append((sentence, expression, worked.value.partition("T")[0]))
        found.append(worked)
    return found


def times_of(
    expressions: Sequence[TimeExpression], sentences: Sequence[Sentence], days: Sequence[dt.date], unknown: str
) -> list[Time]:
    """Expressions, sentences, candidate days of publication, and why there may be none -> the expressions' times."""
    if not days or len(days) > _MAX_DAYS:
        why = unknown if not days else f"the day of publication is only known to lie between {days[0]} and {days[-1]}"
        return [
            _time(e, [work_out(e, Context(dt.date(2000, 1, 1)))] if is_free(e) else [no_value(why)])
            for e in expressions
        ]
    by_day = [values_on(expressions, sentences, day) for day in days]
    return [_time(e, list(worked)) for e, worked in zip(expressions, zip(*by_day, strict=True), strict=True)]


def _time(expression: TimeExpression, worked: Sequence[Worked]) -> Time:
    """Expression and its values on every candidate day -> its time: the value if all agree, else the days it can be."""
    values = {w.value for w in worked}
    firsts, lasts = [w.first for w in worked if w.first], [w.last for w in worked if w.last]
    complete = len(firsts) == len(lasts) == len(worked)
    if len(values) == 1:
        value, why = worked[0].value, worked[0].why
    else:
        value = ""
        why = (
            f"between {min(firsts)} and {max(lasts)}, by the day of publication"
            if complete
            else "it hangs on the day of publication"
        )
    return Time(
        expression.span,
        expression.type,
        value,
        why,
        expression.mod,
        min(firsts) if complete else None,
        max(lasts) if complete else None,
    )


def _is_event(expression: TimeExpression, rules: frozenset[str]) -> bool:
    return expression.rule in rules and expression.tense != "future" and expression.type != "SET"


def _is_day(value: str) -> bool:
    first, last = days_of(value)
    return first is not None and first == last
