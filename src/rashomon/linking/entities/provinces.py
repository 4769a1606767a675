"""Words like "the Ohio Republican", "the senator from Ohio" -> the one of that province who was lately spoken of."""

import re
from collections.abc import Callable
from typing import Any

from rashomon.lexicon.files import load
from rashomon.lexicon.roles import can_mean
from rashomon.linking.entities.bodies import WINDOW
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.described import Description
from rashomon.linking.entities.offices import introduction, place_in

_PARTIES = frozenset({"republican", "democrat", "independent"})
_BEHIND = re.compile(
    r",? ?\(?(?:[RDI](?:[-–]|, )|of |from )((?:[NSRW]\.? ?)?[A-Z]\w+\.?(?: [A-Z][a-z]+)?|[NSR]\.[A-Z]\.)"
)
"""Behind a name its province: "Rob Portman (R-[Ohio])", "of [Ohio]"."""


def province_of(cast: Cast, said: Description) -> str:
    """A description -> the province by which it tells who is elected there or one of a party, "" for any other."""
    if said.plural or said.indefinite or said.role.words not in {*_PARTIES, *load("offices.yaml")["elected"]}:
        return ""
    behind = (c for c in said.head.rights if c.dep_ == "prep" and c.lower_ in {"of", "from"})
    return place_in(cast, [*said.front, *(t for c in behind for t in c.children if t.dep_ == "pobj")])


def of_province(cast: Cast, said: Description, lately: Callable[[list[Draft]], Draft | None]) -> Draft | None:
    """A description by its province -> whom: who is said to be of there, else who may be.

    Nobody elected elsewhere is meant, nor who is only told to be of that party: "Republican Bo Aas" may live anywhere.
    """
    place, of_party = province_of(cast, said), said.role.words in _PARTIES
    persons = [d for d in cast.drafts if d.kind == "person" and d.named]
    elected = [d for d in persons if any(_may_be(said, o) for o in d.offices)]
    there = [d for d in elected if _whole(place) in _places(cast, d)]
    if there:
        return there[0] if len(there) == 1 and not of_party else lately(there)
    return lately([d for d in elected if not _places(cast, d)])


def is_elsewhere(cast: Cast, person: Draft, said: Description) -> bool:
    """Whether somebody is told to be of another province than a description: "Jan Vik (R-Ohio)", "the Iowa senator"."""
    place, told = province_of(cast, said), _places(cast, person)
    return bool(place and told) and _whole(place) not in told


def _may_be(said: Description, office: str) -> bool:
    """Whether the holder of an office can be meant by a description: by its noun, or by his party."""
    now = office.removeprefix("former ")
    if said.role.words in _PARTIES:
        return office in load("offices.yaml")["elected"]
    return can_mean(said.role.words, now) and (office != now or not said.former)


def is_left(cast: Cast, said: Description, person: Draft) -> bool:
    """Whether the text has gone on from one of an unknown province to somebody of whom it does not tell who he is."""
    if _places(cast, person):
        return False
    last = person.seen[-1].sentence
    others = (d for d in cast.recent(said.mention, WINDOW) if d.kind == "person" and d.named and not d.offices)
    return any(s.subject and s.sentence > last for d in others for s in d.seen)


def _places(cast: Cast, person: Draft) -> set[str]:
    """A person -> the places that stand with his name, or in what he is called: "Sen. Bo Aas (R-Ohio)"."""
    runs = [cast.tokens(m) for m in person.mentions]
    before = {place_in(cast, [*_before_name(cast, run), *run]) for run in runs}
    behind = (_BEHIND.match(cast.text, m.end) for m in person.mentions)
    return {_whole(place) for place in (*before, *(found[1] for found in behind if found)) if place}


def _before_name(cast: Cast, run: Any) -> list[Any]:
    """Tokens of a mention -> those of an office right before them, if they are a name: not "in [Ohio] he"."""
    return introduction(cast.doc, run.start) if run.root.pos_ == "PROPN" else []


def _whole(place: str) -> str:
    """Name of a province -> the same in full: "Ky." is "Kentucky"."""
    return str(load("states.yaml")["provinces cut short"].get(place.rstrip("."), place))
