"""Those whom a text names, and the days found for it -> whether they are of another time."""

import datetime as dt
import re
from collections.abc import Iterator

from rashomon.linking.dating.solver import Constraint, Interval
from rashomon.linking.dating.terms import Terms
from rashomon.linking.dating.undated import LOOKS_BACK, Undated

_NAME = re.compile(r"(?<![\w-])[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4}")
_DEAD = re.compile(r"\b(?:late|slain|assassinated) (?:[\w.]+ ){0,2}$", re.IGNORECASE)
_BEFORE, _AFTER = dt.timedelta(8 * 365), dt.timedelta(16 * 365)
"""How long before a term its holder can be news, and how long after it: elder statesmen go on for long."""
_SEVERAL = 2
"""Those whom it takes to say that a text is of another time: one alone may be remembered."""


def is_of_another_time(text: Undated, terms: Terms, found: Interval, offices: list[Constraint]) -> bool:
    """Article, terms of office, the days found and the bounds of its offices -> whether its people are of others.

    So it is where two or more hold offices that none of them held then, or were news in years that are not those,
    while all whom the article names go together in some others.
    """
    unfit = [c for c in offices if c.within and not _meet(c.within, found)]
    return len(unfit) >= _SEVERAL or _are_of_other_years(list(_careers(text, terms)), found)


def _are_of_other_years(careers: list[tuple[Interval, ...]], found: Interval) -> bool:
    if sum(not _meet(career, found) for career in careers) < _SEVERAL:
        return False
    common: list[Interval] = [(dt.date.min, dt.date.max)]
    for career in careers:
        common = [(max(a, c), min(b, d)) for a, b in common for c, d in career if a <= d and c <= b]
    return bool(common)


def _careers(text: Undated, terms: Terms) -> Iterator[tuple[Interval, ...]]:
    """Article and terms of office -> the years in which those of whom it tells by their full name were news."""
    seen: set[str] = set()
    for sent in text.sentences:
        if text.in_another_year(sent) or LOOKS_BACK.search(text.text, sent.span.start, sent.span.end):
            continue
        for match in _NAME.finditer(text.text, sent.span.start, sent.span.end):
            if _DEAD.search(text.text, max(sent.span.start, match.start() - 30), match.start()):
                continue
            name, held = terms.holder_in(match[0])
            if held and name not in seen:
                seen.add(name)
                yield tuple((_earlier(first), _later(last)) for term in held for first, last in term.days)


def _earlier(day: dt.date) -> dt.date:
    return max(day, dt.date.min + _BEFORE) - _BEFORE


def _later(day: dt.date) -> dt.date:
    return min(day, dt.date.max - _AFTER) + _AFTER


def _meet(spans: tuple[Interval, ...], found: Interval) -> bool:
    return any(first <= found[1] and found[0] <= last for first, last in spans)
