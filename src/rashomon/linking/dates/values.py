"""Time expressions and the days on which the article can have come out -> calendar values."""

import datetime as dt
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rashomon.linking.dates.calendar import Context, Worked, days_of, no_value
from rashomon.linking.dates.calendar import side as step_of
from rashomon.linking.dates.rules import ANCHORED, arguments, is_free, work_out
from rashomon.model import DayElsewhere, Sentence, Time, TimeExpression

_NARRATED = frozenset({"weekday", "day", "clock", "anchored"})
_DATED = frozenset({"date", "iso", "month-day"})
_OF_A_WEEK = frozenset({"weekday", "clock"})
_PLAIN_WEEKDAY = frozenset({"weekday", "part", "hour", "minute", "half", "zone", "stage", "word"})
"""Arguments of a weekday that is named alone, or with its hour."""
_HALF_A_WEEK = 3
_UPDATED = dt.timedelta(2)
"""Time after publication within which a page is brought up to date while its news goes on."""
_STAMP = 25
"""Characters beside the day on a line that only tells when a page was printed or changed."""
_MARKS = 2
"""Characters beside an hour that stands alone, as over an entry of a log."""
_JOINED = 5
"""Characters between two weekdays with no more than a word between them: " and "."""
_QUARTERLY = frozenset({"quarter", "half"})
_WITH_YEAR = frozenset({"date", "iso", "month-year", "year", "month-day", "month"})
_FROM_TODAY = frozenset({"weekday", "day", "unit", "ago"})
_ANY_DAYS = (dt.date(2000, 1, 1), dt.date(2001, 6, 2))
"""Days for values that hang on none: what has none on both, for the same reason, has none at all."""
_DAY_OR_LESS = frozenset({"D", "H", "MIN", "WE"})
_MAX_DAYS = 62
"""Longer sets of candidate days settle nothing that hangs on the day; they are not tried one by one."""
_REMEMBERED = 60
"""Expressions that later ones may lean on; a reader remembers no more either."""
_SAME_STORY = 3
"""Sentences within which a month and day may belong to the year told before it."""
_COMPARED = 3
"""Sentences within which "a year earlier" is a year before the quarter that was told."""
ANNIVERSARY = 1000
"""Days before publication from which on a month and day are rather an anniversary of a day told with its year."""
_OTHER_YEAR = 300
"""Days before publication from which on a year told tells another story than that of the news."""


@dataclass(frozen=True)
class _Told:
    """An expression, the sentence it stands in, and its value without the hour."""

    sentence: int
    expression: TimeExpression
    value: str


@dataclass
class _Memory:
    """What the text has told so far, as later words lean on it."""

    day: dt.date
    told: deque[_Told] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    last_event: str = ""
    with_year: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    """The days that the text gives with their year, by month and day."""
    months: dict[str, set[str]] = field(default_factory=dict)
    """The months that the text tells as past or ahead, by their number."""

    def add(self, one: _Told) -> None:
        """An expression that has been worked out -> nothing; it is remembered."""
        self.told.append(one)
        if _is_event(one.expression, _NARRATED) and _is_day(one.value):
            self.last_event = one.value

    def anchor(self, expression: TimeExpression, sentence: int) -> str:
        """Expression and the sentence it stands in -> the value of the time that it is counted from, or ""."""
        rule, given = expression.rule, arguments(expression)
        if rule in {"year-ago", "quarter"}:
            return self._latest(_QUARTERLY, sentence - (20 if rule == "quarter" or "term" in given else _COMPARED))
        if rule == "part" or (rule == "clock" and not given.keys() & {"weekday", "month", "when"}):
            return self._latest(_NARRATED | _DATED, sentence - 2)
        if rule == "month-day" and (named := self._named(given, expression.tense)):
            return named
        if rule == "month" and "that" in given:
            return self._latest(_WITH_YEAR, 0)
        if rule == "month" and not expression.tense and len(self.months.get(given["month"], ())) == 1:
            return next(iter(self.months[given["month"]]))
        if rule in {"month-day", "month"}:
            return self._other_year(sentence, rule) if expression.narrates else ""
        if rule in ANCHORED or "side" in given:
            by_day = given.get("unit", "D") in _DAY_OR_LESS
            return self._event_day(sentence, expression) if by_day else self._latest(None, 0)
        return ""

    def _named(self, given: dict[str, str], tense: str) -> str:
        """Arguments of a month and day, and its tense -> the day that the text gives with its year elsewhere, or "".

        "On Feb. 8, 2017 they met. At that Feb. 8 meeting": one day. Long before, it is no more than its anniversary.
        """
        days = self.with_year.get((given["month"], given["day"]), set())
        if len(days) != 1 or tense == "future":
            return ""
        first, _ = days_of(day := next(iter(days)))
        return day if first and 0 <= (self.day - first).days <= ANNIVERSARY else ""

    def _event_day(self, sentence: int, expression: TimeExpression) -> str:
        """The day of the last narrated main event: a weekday or a day counted from today, told in the past.

        Plans are counted from a plan: "will meet on Monday and leave the next day".

        A date that is written out is background, unless it stands in the sentence itself or the one before, or the text
        tells no event by its weekday at all.
        """
        days = [t for t in reversed(self.told) if t.sentence >= sentence - 1 and _is_day(t.value)]
        if days and _is_step_back(expression) and days[0].expression.arguments == expression.arguments:
            return self._told_before(days[0])
        if expression.tense == "future" and days and days[0].expression.tense == "future":
            return days[0].value
        near = (t.value for t in days if _is_event(t.expression, _NARRATED | _DATED))
        return next(near, self.last_event)

    def _told_before(self, one: _Told) -> str:
        """A step back ("up from 5 the day before") -> the day that it was counted from: a second one is a parallel."""
        first, _ = days_of(one.value)
        return (first + dt.timedelta(1)).isoformat() if first else ""

    def _latest(self, rules: frozenset[str] | None, since: int) -> str:
        """The value last told by one of the rules (any rule that gives a date, for None) from a sentence on."""
        for one in reversed(self.told):
            if one.sentence < since:
                return ""
            if one.value[:4].isdigit() and (rules is None or one.expression.rule in rules):
                return one.value
        return ""

    def _other_year(self, sentence: int, rule: str) -> str:
        """The time of another year that the text is telling of, "" where it tells of the news.

        "In 1999 he fled. On May 3 he came back": the second day is one of 1999. A weekday or "last week" brings the
        story back to the news. A month does not follow a bare year: too many are told between.
        """
        leading = _WITH_YEAR - {"year"} if rule == "month" else _WITH_YEAR
        for one in reversed(self.told):
            if one.sentence <= sentence - _SAME_STORY:
                return ""
            if one.expression.tense != "past" or not one.expression.narrates:
                continue
            if one.expression.rule in _FROM_TODAY:
                return ""
            first, last = days_of(one.value)
            if one.expression.rule in leading and first and last:
                return one.value if (self.day - last).days > _OTHER_YEAR else ""
        return ""


def values_on(
    expressions: Sequence[TimeExpression],
    sentences: Sequence[Sentence],
    day: dt.date,
    elsewhere: Sequence[DayElsewhere] = (),
) -> list[Worked]:
    """Expressions in text order, sentences, the day of publication, and the days that other accounts give some of them.

    -> The value of each expression.
    """
    given = {one.span: one for one in elsewhere}
    starts = [s.span.start for s in sentences]
    memory = _Memory(day, with_year=_with_year(expressions), months=_months(expressions, day))
    found: list[Worked] = []
    told: list[int] = []
    rooms: list[int] = []
    for expression in expressions:
        sentence = bisect_right(starts, expression.span.start)
        room = len(sentences[sentence - 1].span) - len(expression.span) if sentences else 0
        alone = expression.rule == "clock" and room <= _MARKS
        anchor = "" if alone else memory.anchor(expression, sentence)
        worked = work_out(expression, Context(day, expression.tense, anchor))
        if expression.span in given:
            worked = _of_its_year(worked, given[expression.span])
        memory.add(_Told(sentence, expression, worked.value.partition("T")[0]))
        found.append(worked)
        told.append(sentence)
        rooms.append(room)
    return _in_order(expressions, told, _up_to_update(expressions, rooms, found, day))


def _up_to_update(
    expressions: Sequence[TimeExpression], rooms: Sequence[int], found: list[Worked], day: dt.date
) -> list[Worked]:
    """Expressions, the characters beside each, values, publication -> values, past weekdays up to the last update.

    "Published Monday, March 11, 2013. Updated Tuesday, March 12, 2013": there "left on Tuesday" is of March 12.
    """
    dates = zip(expressions, rooms, found, strict=True)
    stamps = [w.first for e, room, w in dates if e.rule == "date" and room <= _STAMP and not e.narrates]
    updated = max((at for at in stamps if at and day < at <= day + _UPDATED), default=day)
    return [
        _moved(w, 7, f"; the page was brought up to {updated}")
        if w.first and e.tense == "past" and _is_plain_weekday(e) and w.first + dt.timedelta(7) <= updated
        else w
        for e, w in zip(expressions, found, strict=True)
    ]


def _in_order(expressions: Sequence[TimeExpression], sentences: Sequence[int], found: list[Worked]) -> list[Worked]:
    """Expressions, their sentences and values -> the same, but that two weekdays joined ("Monday and Tuesday") follow.

    What is told as past ends before publication, what is ahead begins after it. "Friday and Thursday" goes back.
    """
    for at in range(1, len(found)):
        one, two = found[at - 1], found[at]
        joined = sentences[at - 1] == sentences[at] and _are_joined(expressions[at - 1], expressions[at])
        if joined and one.first and two.first and (one.first - two.first).days > _HALF_A_WEEK:
            if expressions[at].tense == "past":
                found[at - 1] = _moved(one, -7)
            else:
                found[at] = _moved(two, 7)
    return found


def _are_joined(one: TimeExpression, two: TimeExpression) -> bool:
    """Whether nothing but "and", "to" or a mark stands between two weekdays that look one way."""
    return (
        all(map(_is_plain_weekday, (one, two)))
        and 0 < two.span.start - one.span.end <= _JOINED
        and one.tense == two.tense != ""
    )


def _is_plain_weekday(expression: TimeExpression) -> bool:
    """Whether an expression is a weekday alone, or with its hour."""
    return expression.rule in _OF_A_WEEK and _PLAIN_WEEKDAY | {"approx"} >= arguments(expression).keys() >= {"weekday"}


def _moved(worked: Worked, days: int, why: str = ", in order with that beside it") -> Worked:
    """A day that has been worked out, a number of days and why -> the one so many days from it."""
    if worked.first is None:
        return worked
    day = worked.first + dt.timedelta(days)
    value = f"{day}{worked.value[len('2000-01-01') :]}"
    return replace(worked, value=value, why=f"{worked.why}{why}", first=day, last=day)


def _of_its_year(worked: Worked, one: DayElsewhere) -> Worked:
    """What a day without its year is worked out to be, and the day that another account gives -> that, if it may be."""
    if not worked.first or (worked.first.month, worked.first.day) != (one.day.month, one.day.day):
        return worked
    value = f"{one.day}{worked.value[len('2000-01-01') :]}"
    return replace(
        worked,
        value=value,
        why=f"another account ({one.article}) tells of it with its year",
        first=one.day,
        last=one.day,
    )


def leaned_on(expressions: Sequence[TimeExpression], sentences: Sequence[int]) -> set[int]:
    """Expressions in text order, and the sentence of each -> the numbers of those whose tense others may ask for.

    A day of the news where something is counted from one, and what is told just before a month that may be of its year.
    """
    counted = (at for at, e in enumerate(expressions) if e.rule in ANCHORED or "side" in arguments(e))
    found = {n for n in range(max(counted, default=0)) if expressions[n].rule in _NARRATED | _DATED}
    for at, expression in enumerate(expressions):
        if expression.rule in {"month", "month-day"}:
            near = range(bisect_right(sentences, sentences[at] - _SAME_STORY), at)
            if any(expressions[n].rule in _WITH_YEAR for n in near):
                found.update(n for n in near if expressions[n].rule in _WITH_YEAR | _FROM_TODAY)
    return found


def _with_year(expressions: Iterable[TimeExpression]) -> dict[tuple[str, str], set[str]]:
    """Expressions -> the days that they give with their year, by month and day."""
    found: dict[tuple[str, str], set[str]] = {}
    for expression in expressions:
        if expression.rule == "date":
            given = arguments(expression)
            day = work_out(expression, Context(_ANY_DAYS[0])).value
            found.setdefault((given["month"], given["day"]), set()).add(day)
    return found


def _months(expressions: Iterable[TimeExpression], day: dt.date) -> dict[str, set[str]]:
    """Expressions and the day of publication -> the months that they tell as past or ahead, by their number."""
    found: dict[str, set[str]] = {}
    for expression in expressions:
        given = arguments(expression)
        if (
            expression.rule == "month"
            and (expression.tense or "which" in given)
            and not given.keys() & {"every", "that"}
        ):
            found.setdefault(given["month"], set()).add(work_out(expression, Context(day, expression.tense)).value)
    return found


def times_of(
    expressions: Sequence[TimeExpression],
    sentences: Sequence[Sentence],
    days: Sequence[dt.date],
    unknown: str,
    elsewhere: Sequence[DayElsewhere] = (),
) -> list[Time]:
    """Expressions, sentences, candidate days of publication, why there may be none, and days that other accounts give.

    -> The expressions' times.
    """
    if not days or len(days) > _MAX_DAYS:
        why = unknown if not days else f"the day of publication can be any from {days[0]} to {days[-1]}"
        return [_time(e, [_undated(e, why)]) for e in expressions]
    by_day = [values_on(expressions, sentences, day, elsewhere) for day in days]
    return [_time(e, list(worked)) for e, worked in zip(expressions, zip(*by_day, strict=True), strict=True)]


def _undated(expression: TimeExpression, why: str) -> Worked:
    """Expression of an article without a day, and why it has none -> its value if it hangs on no day.

    What can have no value on any day ("30 February") says so.
    """
    if is_free(expression):
        return work_out(expression, Context(_ANY_DAYS[0]))
    tried = {work_out(expression, Context(day, expression.tense, day.isoformat())) for day in _ANY_DAYS}
    return no_value(why) if len(tried) > 1 or any(worked.value for worked in tried) else tried.pop()


def _time(expression: TimeExpression, worked: Sequence[Worked]) -> Time:
    """Expression and its values on every candidate day -> its time: the value if all agree, else the days it can be."""
    values = {w.value for w in worked}
    firsts, lasts = [w.first for w in worked if w.first], [w.last for w in worked if w.last]
    complete = len(firsts) == len(lasts) == len(worked)
    if len(values) == 1:
        value, why = worked[0].value, worked[0].why
        if complete and len({(w.first, w.last) for w in worked}) > 1:
            why += "; the days are the widest that this leaves open"
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
    """Whether an expression gives the time of what has happened; "last Thursday" is past whatever its clause."""
    over = expression.tense != "future" or arguments(expression).get("which") == "last"
    return expression.rule in rules and over and expression.type != "SET"


def _is_step_back(expression: TimeExpression) -> bool:
    given = arguments(expression)
    return expression.rule == "anchored" and given["unit"] == "D" and step_of(given["side"]) < 0


def _is_day(value: str) -> bool:
    first, last = days_of(value)
    return first is not None and first == last
