"""Times of which accounts tell figures: a profit for the second quarter is not that for the half-year.

Nor is what came "on Friday" what came "last year", also where nothing tells on which day the accounts came out.
"""

import re

from rashomon.linking.dates.calendar import WEEKDAYS

_PART = re.compile(r"\b(quarter|half)\b(?! of (?!the year))", re.IGNORECASE)
_AGO = r"(?:months?|years?|decades?) (?:ago|earlier|before)"
_LONG_BEFORE = re.compile(rf"(?i)\b(?:earlier this (?:month|year)|last (?:month|year)|{_AGO})\b")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS[1:])})\b")


def are_of_two_periods(one: str, two: str) -> bool:
    """Whether two sentences are of two parts of the year, or of a day and of long before; "half of the votes" is none.

    A sentence that tells of both can be of either.
    """
    first, second = ({found.lower() for found in _PART.findall(words)} for words in (one, two))
    if first and second and first.isdisjoint(second):
        return True
    return _is_of_long_before(one, two) or _is_of_long_before(two, one)


def _is_of_long_before(one: str, two: str) -> bool:
    """Whether the first sentence is of long before and of no day, and the second is of a day alone."""
    if not _LONG_BEFORE.search(one) or _WEEKDAY.search(one):
        return False
    return bool(_WEEKDAY.search(two)) and not _LONG_BEFORE.search(two)
