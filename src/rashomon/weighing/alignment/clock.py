"""At what time of the day a clause tells a deed, and whether two such times can be one."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rashomon.lexicon.files import load
from rashomon.model import Span, TimeExpression
from rashomon.model import Time as Dated

if TYPE_CHECKING:
    from rashomon.weighing.alignment.values import Values

BOUNDS = frozenset({"since", "until", "till", "before", "after", "than", "following"})
"""Words before a time by which it is not that of the deed."""
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?$")
_TO_THE_MINUTE = re.compile(r"\d[:.]\d\d|\d{4}")
_ABOUT = frozenset({"about", "around", "roughly", "shortly", "nearly", "almost", "some", "approximately"})
_BY_LITTLE = frozenset({"just", "shortly", "right", "moments", "minutes", "immediately", "soon"})
_LOCAL = "local time"
_DAY = 24
_POINT = 3  # hours: noon, midnight
_HOUR = 60
_SLACK = {"minute": 10, "hour": 20, "about": 45}
"""Minutes by which a time can be off that is told to the minute, to the hour, or only about."""


class _Point(NamedTuple):
    """A time of the clock in minutes, by how many it can be off, and the zone that it is told for."""

    minute: int
    slack: int
    zone: str


def are_apart(one: "Values", two: "Values") -> bool | None:
    """Whether two clauses' times of the day cannot be one; None where they are told for two zones.

    Two times of the clock are held against each other by their minutes, a part of the day by its hours.
    """
    points = [point for point in (_point(one), _point(two)) if point is not None]
    zones = {point.zone for point in points}
    if len(points) == 2:
        first, second = points
        between = abs(first.minute - second.minute)
        apart = min(between, _DAY * _HOUR - between) > first.slack + second.slack
    else:
        apart = bool(one.hours and two.hours and not one.hours[0] & two.hours[0])
    of_two_zones = len(zones) > 1 or (len(points) == 1 and zones != {""})
    return None if apart and of_two_zones else apart


def hours_in(one: "Values") -> Iterator[tuple[frozenset[int], Span]]:
    """Values of a clause -> the hours that each of its times can be, with the words for it."""
    table = load("contrasts.yaml")["hours"]
    clock = _clock(one)
    for time, match in clock.items():
        hour = int(match[1]) % _DAY
        loose = _is_loose(one, time) or not match[2]
        if not _is_named(one, time):
            yield frozenset({(hour + n) % _DAY for n in ((-1, 0, 1) if loose else (0,))}), time.span
    for token in one.of.tokens:
        place = Span(token.idx, token.idx + len(token))
        if token.lower_ in table and not any(t.span.meets(place) and not _is_named(one, t) for t in clock):
            low, high = table[token.lower_]
            before = one.before(place)
            if before in _ABOUT or (before in BOUNDS and (high - low) % _DAY <= _POINT and _is_close(one, place)):
                low, high = (low - 1) % _DAY, (high + 1) % _DAY
            elif before == "before":
                low, high = (low - 6) % _DAY, low
            elif before == "after":
                low, high = (low + 1) % _DAY, (high + 4) % _DAY
            yield frozenset(n % _DAY for n in range(low, high if high > low else high + _DAY)), place


def _point(one: "Values") -> _Point | None:
    """Values of a clause -> the time of the clock that its hours are told by, None for a part of the day."""
    found = ((time, match) for time, match in _clock(one).items() if one.hours and time.span == one.hours[1])
    for time, match in found:
        if not match[2] or _is_named(one, time):
            return None
        words = time.span.of(one.of.reading.text)
        exact = "minute" if _TO_THE_MINUTE.search(words) else "hour"
        slack = _SLACK["about" if _is_loose(one, time) else exact]
        return _Point(int(match[1]) * _HOUR + int(match[2]), slack, _zone(one, time))
    return None


def _clock(one: "Values") -> dict[Dated, re.Match[str]]:
    found = ((t, _CLOCK.search(t.value)) for t in one.times if t.type == "TIME")
    return {time: match for time, match in found if match is not None}


def _zone(one: "Values", time: Dated) -> str:
    """The zone that a time is told for, "" where that is the place's own."""
    found = (x for x in one.of.reading.of(TimeExpression) if x.span == time.span)
    told = (dict(part.split("=", 1) for part in x.arguments) for x in found)
    return next((zone for x in told if (zone := x.get("zone", "")) and zone != _LOCAL), "")


def _is_loose(one: "Values", time: Dated) -> bool:
    words = time.span.of(one.of.reading.text).lower().split()
    return one.before(time.span) in _ABOUT or not _ABOUT.isdisjoint(words)


def _is_close(one: "Values", span: Span) -> bool:
    """Whether what is before or after a stretch is so by little: "just before midnight"."""
    first = one.first(span)
    return any(t.lower_ in _BY_LITTLE for t in one.of.reading.doc[max(0, first - 3) : first])


def _is_named(one: "Values", time: Dated) -> bool:
    """Whether a time is a part of the day by its name and no figure."""
    return any(part in time.span.of(one.of.reading.text).lower() for part in load("contrasts.yaml")["hours"])
