"""Parts of a year of which accounts tell figures: a profit for the second quarter is not that for the half-year."""

import re

_PART = re.compile(r"\b(quarter|half)\b(?! of (?!the year))", re.IGNORECASE)


def are_of_two_periods(one: str, two: str) -> bool:
    """Whether two sentences are of two parts of the year; "half of the votes" is of none."""
    first, second = ({found.lower() for found in _PART.findall(words)} for words in (one, two))
    return bool(first and second) and first.isdisjoint(second)
