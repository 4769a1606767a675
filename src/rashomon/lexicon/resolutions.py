"""Resolutions of the UN Security Council: the days on which they were adopted."""

import datetime as dt
import re
from bisect import bisect_left
from functools import cache

from rashomon.lexicon.files import load

_LINE = re.compile(r"(\d\d)-(\d\d) (\d+)(?:-(\d+))?$")


def adopted(number: int) -> tuple[dt.date, dt.date] | None:
    """Number of a resolution -> the first and last day on which it can have been adopted, None where none is known.

    Numbers are given in the order of adoption: one that is not listed lies between its neighbours.
    """
    numbers, days = _table()
    at = bisect_left(numbers, number)
    if at == len(numbers):
        return None
    if numbers[at] == number:
        return days[at], days[at]
    return (days[at - 1], days[at]) if at else None


@cache
def _table() -> tuple[list[int], list[dt.date]]:
    """The numbers listed, rising, and the day of each."""
    numbers: list[int] = []
    days: list[dt.date] = []
    for year, entries in load("resolutions.yaml")["adopted"].items():
        for entry in entries.split(", "):
            if (line := _LINE.match(entry)) is None:
                raise ValueError(f"resolutions.yaml, {year}: {entry!r} is no day with a number")
            month, day, first, last = line.groups()
            run = range(int(first), int(last or first) + 1)
            numbers += run
            days += [dt.date(year, int(month), int(day))] * len(run)
    return numbers, days
