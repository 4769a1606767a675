"""Accounts that put one thing on two sides of one place: east of Aden here, west of Aden there."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.model import Difference, Value
from rashomon.stories.weave import fold
from rashomon.weighing.claims.told import Told

_BEARING = re.compile(
    r"(?i:\b((?:north|south)?[ -]?(?:east|west)|north|south))(?i:ern)?(?: side)? of (?:the )?"
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
_AGAINST = ({"north", "south"}, {"east", "west"})
_SIDES = ("north", "south", "east", "west")


def without_bearings(text: str) -> str:
    """Text -> the same without the sides of places in it, which are held against each other by themselves."""
    return _BEARING.sub(r"of \2", text)


def bearings(matter: Sequence[Told]) -> Difference | None:
    """A matter -> the sides of one place on which its accounts put it, where two cannot both be; None without."""
    told: dict[str, dict[Value, frozenset[str]]] = defaultdict(dict)
    for one in matter:
        for match in _BEARING.finditer(one.text, one.sentence.start, one.sentence.end):
            sides = frozenset(side for side in _SIDES if side in match[1].lower())
            value = Value(one.claim.article, " ".join(match[0].split()), match.start(), match.end())
            told[fold(match[2])][value] = sides
    found = {
        value
        for values in told.values()
        for (a, first), (b, second) in combinations(values.items(), 2)
        if a.article != b.article and any(pair <= first | second for pair in _AGAINST) and not first & second
        for value in (a, b)
    }
    return Difference("where", tuple(sorted(found)), conflict=True) if found else None
