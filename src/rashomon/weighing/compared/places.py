"""Clauses that tell a deed -> the places that they name for it, and whether these can be one."""

import re
from functools import lru_cache
from typing import Any

from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.files import load
from rashomon.linking.dates.calendar import MONTHS, WEEKDAYS
from rashomon.weighing.compared.words import Bag, bag

_PLACE = re.compile(
    r"\b(?:in|at|near|off|outside|around|(?:town|city|village|port|province|region|district|island"
    r"|precinct|county|countie|part|state|suburb)s? of) (?:the )?"
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_PLACING = frozenset({"in", "at"})
_OWNER = re.compile(r"[’']s\b.*$")
"""What stands behind the name of a place that owns something: "in Larvik's harbour"."""
_MEASURED_FROM = re.compile(
    r"\W*(?:to the |due |just )?(?:(?:north|south|east|west|away|inland|offshore|downstream|upstream)[\w-]* (?:of|from)"
    r"|from|off|outside) ([^,.;:—–]+)"
)


def elsewhere(one: str, two: str) -> bool:
    """Two stretches of text -> whether both name places and have none in common; a city and its state are one place.

    So are a town and a house, for all that these tell: "in Larvik", "at the Continental Hotel".
    """
    first, second = _places(one), _places(two)
    if not first or not second or first & second:
        return False
    return is_house(first) == is_house(second)


def is_house(places: frozenset[str]) -> bool:
    """Whether words for places name nothing but houses."""
    return not places.isdisjoint(load("contrasts.yaml")["houses"])


def are_done_elsewhere(one: Any, two: Any) -> bool:
    """Whether two clauses with one verb name each a town or state behind "in" or "at", and none in common.

    So do "finished second in the Larvik primary, but is not expected in Oslo" and "finished second in Oslo".
    """
    same = one.lemma_.lower() == two.lemma_.lower()
    return same and elsewhere(*(" and ".join(f"in {name}" for name in _towns(verb)) for verb in (one, two)))


def _towns(verb: Any) -> list[str]:
    """Verb -> the names of towns and states that stand behind a preposition of place of its own."""
    words = {t.i for c in verb.children if c.dep_ == "prep" and c.lower_ in _PLACING for t in c.subtree}
    return [
        str(ent.text) for ent in verb.doc.ents if ent.label_ == "GPE" and words.issuperset(range(ent.start, ent.end))
    ]


def measured_from_two(one: str, two: str) -> bool:
    """What follows each of two distances -> whether they are measured from two places: "east of Bern", "off Jaffa"."""
    first, second = (_from(words) for words in (one, two))
    return bool(first and second) and first.keys().isdisjoint(second)


def _from(words: str) -> Bag:
    """What follows a distance -> the words for what it is measured from, no further than the clause goes."""
    found = _MEASURED_FROM.match(words)
    return bag(found[1]) if found else {}


@lru_cache(maxsize=4096)
def _places(words: str) -> frozenset[str]:
    """Stretch of text -> the words of the names of places in it, and the states that these are or are in."""
    named = [_OWNER.sub("", match[1]) for match in _PLACE.finditer(words)]
    kept = [name for name in named if name.split()[0] not in {*WEEKDAYS, *MONTHS}]
    states = {found.actor.state for name in kept for found in find_actors(name)} - {""}
    return frozenset(word.lower() for name in kept for word in name.split()) | states
