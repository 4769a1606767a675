"""What is done to that which a figure counts: 300 welders whom one account has hired and the other laid off are two."""

from rashomon.model import Reading, Span, Syntax
from rashomon.text.grammar import head_of
from rashomon.weighing.compared.wordings import kin

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_STATES = frozenset({"have", "be", "include"})
Place = tuple[Reading, Span | None]


def are_two_deeds(one: Place, two: Place) -> bool:
    """Where two figures stand -> whether both count what a deed is done to, and it is not one deed."""
    deeds = [_deed(*place) for place in (one, two)]
    return all(deeds) and deeds[0].isdisjoint(deeds[1])


def _deed(reading: Reading, figure: Span | None) -> frozenset[str]:
    """Where a figure stands -> the kinds of deed done to what it counts; none where that is the object of none."""
    if figure is None or not reading.of(Syntax):
        return frozenset()
    counted = head_of(reading.doc, figure)
    counted = counted.head if counted.dep_ == "nummod" else counted
    verb = counted.head
    is_done = counted.dep_ in _OBJECTS and verb.pos_ == "VERB" and verb.lemma_ not in _STATES
    return kin(verb.lemma_.lower()) if is_done else frozenset()
