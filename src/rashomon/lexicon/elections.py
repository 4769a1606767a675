"""Elections of parliaments and presidents: their days, and the words that name them."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from rashomon.lexicon.files import load

OFFICES = ("parliament", "president")
_ROUND = dt.timedelta(14)
"""How long after the first round of voting the second is held."""
_BEFORE, _AFTER = dt.date(1900, 1, 1), dt.date(2100, 1, 1)
_DAY = dt.timedelta(1)
_APART, _LONG = dt.timedelta(2283), dt.timedelta(2600)
"""How far apart two elections lie between which there was none: six years and a quarter, or a term of seven."""


class Election(NamedTuple):
    """An election: the days on which it can have been held, and the first that the table gives for it.

    Of those before the first, after the last and in a gap of the table nothing but that is known: ``listed`` is "".
    """

    first: dt.date
    last: dt.date
    listed: str


@cache
def elections(office: str, state: str) -> tuple[Election, ...]:
    """What is elected and an alpha-3 code -> the elections, () where there is no table."""
    table = load("elections.yaml")[office]
    line = table["days"].get(state)
    if line is None:
        return ()
    slack = dt.timedelta(table.get("either way of", {}).get(state, table["either way"]))
    apart = _LONG if state in table.get("long terms", ()) else _APART
    known = [_election(given, slack) for given in line.split()]
    gaps = (Election(a.last + _DAY, b.first - _DAY, "") for a, b in pairwise(known) if b.last - a.first > apart)
    outside = Election(_BEFORE, known[0].first - _DAY, ""), Election(known[-1].last + _DAY, _AFTER, "")
    return tuple(sorted((*known, *gaps, *outside)))


def _election(given: str, slack: dt.timedelta) -> Election:
    """Words of the table ("1993-03-28~", "1995-04-23..1995-05-07"), and how far it may be off -> the election."""
    listed, _, last = given.rstrip("~").partition("..")
    first_day, last_day = dt.date.fromisoformat(listed), dt.date.fromisoformat(last or listed)
    slack += _ROUND if given.endswith("~") else dt.timedelta(0)
    return Election(first_day - slack, last_day + slack, listed)


def kinds_of(office: str, state: str) -> frozenset[str]:
    """What is elected and an alpha-3 code -> the words before "election" that mean it."""
    table: dict[str, Any] = load("elections.yaml")[office]
    return frozenset(table.get("kinds of", {}).get(state, table["kinds"]))


def kinds(office: str) -> Iterator[str]:
    """What is elected -> every word before "election" that means it somewhere."""
    table: dict[str, Any] = load("elections.yaml")[office]
    yield from dict.fromkeys(
        [*table["kinds"], *(word for words in table.get("kinds of", {}).values() for word in words)]
    )
