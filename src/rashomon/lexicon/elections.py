"""Elections of parliaments: their days, and the words that name them."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rashomon.lexicon.files import load

_EITHER_WAY = dt.timedelta(2)
"""How far the day of the table may lie off the days of voting, and how many of those there may be."""
_ROUND = dt.timedelta(14)
"""How long after the first round the second is held."""
_BEFORE, _AFTER = dt.date(1900, 1, 1), dt.date(2100, 1, 1)


class Election(NamedTuple):
    """An election of a parliament: the days on which it can have been held, and the day that the table gives for it.

    Of those before the first and after the last in the table nothing but that is known: ``listed`` is "".
    """

    first: dt.date
    last: dt.date
    listed: str


@cache
def elections(state: str) -> tuple[Election, ...]:
    """Alpha-3 code -> the elections of the state's parliament, () where the table has none."""
    line = load("elections.yaml")["parliaments"].get(state)
    if line is None:
        return ()
    known = tuple(_election(day) for day in line.split())
    day = dt.timedelta(1)
    return (Election(_BEFORE, known[0].first - day, ""), *known, Election(known[-1].last + day, _AFTER, ""))


def _election(given: str) -> Election:
    listed = given.rstrip("~")
    day, slack = dt.date.fromisoformat(listed), _EITHER_WAY + (_ROUND if given != listed else dt.timedelta(0))
    return Election(day - slack, day + slack, listed)


@cache
def kinds_of(state: str) -> frozenset[str]:
    """Alpha-3 code -> the words before "election" that mean the election of the state's parliament."""
    table = load("elections.yaml")
    return frozenset({*table["kinds"]["any state"], *table["kinds"].get(state, ())} - {*table["not"].get(state, ())})


def kinds() -> Iterator[str]:
    """Every word before "election" that means the election of a parliament somewhere."""
    yield from dict.fromkeys(word for words in load("elections.yaml")["kinds"].values() for word in words)
