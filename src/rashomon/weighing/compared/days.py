"""Days that are not known to the day: intervals, open at an end where the texts leave it open, and their order."""

import datetime as dt
from collections.abc import Iterable, Sequence

from rashomon.model import Published, Reading

Days = tuple[dt.date, dt.date]
Bounds = tuple[dt.date | None, dt.date | None]
"""First and last day that something can have been; None where nothing tells that end."""
Dated = tuple[str, Bounds]
"""An article, and the days that it gives."""

LEADING_ON = frozenset({"after", "before", "following", "over", "since", "when", "while"})
"""Behind them a day can be that of what was before: "charged after a shooting at a party Friday"."""
_NEVER = dt.date.max.toordinal()
_NEWS = 5  # days: "the index fell by three percent" a week later is another fall


Place = tuple[int, int, int, int]


def place(earliest: dt.date | None, latest: dt.date | None) -> Place:
    """First and last day -> what a timeline sorts by.

    What certainly came first stands first: a before b wherever a's last day lies before b's first. Where neither is
    certain, the middle of the interval decides, so that a month stands among its days and not on its first; of two with
    one middle the narrower comes first. An open end counts for nothing: what was not before a day stands at that day.
    What has no day stands last.
    """
    first, last = earliest or latest, latest or earliest
    if first is None or last is None:
        return (2 * _NEVER + 1, 0, 0, 0)
    width = (last - first).days if earliest and latest else _NEVER
    side = 0 if earliest is None else 2 if latest is None else 1
    return (first.toordinal() + last.toordinal(), width, side, first.toordinal())


def closed(bounds: Bounds) -> Days | None:
    """Bounds -> the same if both ends are known, else None."""
    first, last = bounds
    return (first, last) if first is not None and last is not None else None


def meet(one: Bounds, two: Bounds) -> bool:
    """Whether both can be one day."""
    return common([one, two]) is not None


def are_one(one: tuple[str, Bounds], two: tuple[str, Bounds]) -> bool:
    """Whether days that two accounts tell, each with its words for them, can be one: they meet, or nearly.

    Nearly is enough for the same words: "12 weeks ago" is reckoned from the day on which each account came out.
    """
    (words, days), (others, known) = (one[0].lower(), closed(one[1])), (two[0].lower(), closed(two[1]))
    next_to = days is not None and known is not None and gap(days, known) <= 1
    return meet(one[1], two[1]) or (words == others != "" and next_to)


def common(given: Iterable[Bounds]) -> Bounds | None:
    """Intervals -> the days that all of them allow, None where there are none."""
    listed = list(given)
    first = max((first for first, _ in listed if first), default=None)
    last = min((last for _, last in listed if last), default=None)
    return None if first and last and first > last else (first, last)


def spread(given: Iterable[Bounds]) -> Bounds:
    """Intervals that cannot all hold -> from the first to the last day that the narrowest of them give.

    One that only says more roughly what another says ("June") makes it no wider.
    """
    listed = list(given)
    narrow = [one for one in listed if not any(_within(two, one) for two in listed)]
    firsts, lasts = [first for first, _ in narrow], [last for _, last in narrow]
    return (
        None if None in firsts else min(first for first in firsts if first),
        None if None in lasts else max(last for last in lasts if last),
    )


def _within(one: Bounds, two: Bounds) -> bool:
    """Whether one interval is another and lies inside the other."""
    return one != two and common([one, two]) == one


def published(reading: Reading) -> Days | None:
    """Reading -> the first and last day on which its article can have come out, None where nothing tells."""
    found = reading.published
    return (found.earliest, found.latest) if isinstance(found, Published) else None


def are_two_news(one: Days | None, two: Days | None) -> bool:
    """Days on which two articles came out -> whether they lie so far apart that each tells news of its own."""
    return one is not None and two is not None and gap(one, two) > _NEWS


def gap(one: Days, two: Days) -> int:
    """How many days lie between two intervals at least; 0 where they meet."""
    return max(0, (two[0] - one[1]).days, (one[0] - two[1]).days)


def finest(given: Sequence[Dated]) -> list[Dated]:
    """What articles give -> of each article its narrowest intervals; an article that gives two days keeps both."""
    kept: list[Dated] = []
    for article, bounds in sorted(dict.fromkeys(given), key=lambda one: (place(*one[1])[1:], place(*one[1]), one[0])):
        if not any(name == article and meet(other, bounds) for name, other in kept):
            kept.append((article, bounds))
    return kept
