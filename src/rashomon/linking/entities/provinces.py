"""Words like "the Ohio Republican" -> the lawmaker or governor of that province who was lately spoken of."""

import re
from collections.abc import Callable, Iterator

from rashomon.lexicon.files import load
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.described import Description
from rashomon.linking.entities.offices import introduction, place_in
from rashomon.model import Span

_PARTIES = frozenset({"republican", "democrat", "independent"})
_BEHIND = re.compile(r",? ?\(?(?:[RDI][-–, ]+|of |from )(?:the )?$")
"""Between a name and its province: "Rob Portman (R-[Ohio])", "of [Ohio]"."""
_BETWEEN = 12  # characters


def is_of_party(cast: Cast, said: Description) -> str:
    """A description -> the province by which it tells one of a party, "" for any other description."""
    if said.plural or said.indefinite or said.role.words not in _PARTIES:
        return ""
    return place_in(cast, said.front)


def of_province(cast: Cast, place: str, lately: Callable[[list[Draft]], Draft | None]) -> Draft | None:
    """A province by which one of a party is told -> whom: who is said to be of there, else who may be.

    Nobody elected elsewhere is meant, nor who is only told to be of that party: "Republican Bo Aas" may live anywhere.
    """
    elected = [
        d
        for d in cast.drafts
        if d.kind == "person" and d.named and not d.offices.keys().isdisjoint(load("offices.yaml")["elected"])
    ]
    told = {id(d): set(_places(cast, d)) for d in elected}
    there = [d for d in elected if place in told[id(d)]]
    return lately(there or [d for d in elected if not told[id(d)]])


def _places(cast: Cast, person: Draft) -> Iterator[str]:
    """A person -> the places that stand with his name: "Texas Sen. Ted Cruz", "Rob Portman (R-Ohio)"."""
    starts = {m.start: d for d in cast.drafts if d.kind == "place" for m in d.mentions}
    for mention in person.mentions:
        yield from filter(None, [place_in(cast, introduction(cast.doc, cast.tokens(mention).start))])
        yield from (
            place.name
            for start, place in starts.items()
            if mention.end < start <= mention.end + _BETWEEN and _BEHIND.match(Span(mention.end, start).of(cast.text))
        )
