"""Nouns for things of which every state has one -> whose each is: "Japanese stocks", and "US stocks" beside them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Entity, Mention, Reading
from rashomon.stories.nouns import Thing
from rashomon.text.grammar import head_of

_TIED = frozenset({"amod", "compound", "nmod", "poss"})
_LANDS = frozenset({"state", "place"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})


def with_lands(reading: Reading, things: Sequence[Thing]) -> list[Thing]:
    """Reading and its nouns for things -> the same with the state or place whose each is told to be.

    A known one without ("the market") is of the only one of which the text has such a thing.
    """
    whose = {span: e.state or e.name for e in reading.of(Entity) if e.kind in _LANDS for span in e.mentions}
    named = {m.head.start: whose[m.span] for m in reading.of(Mention) if m.form == "name" and m.span in whose}
    told = [(thing, head_of(reading.doc, thing.head)) for thing in things]
    owned = [(thing._replace(land=_land(head, named)), head) for thing, head in told]
    here: dict[str, set[str]] = defaultdict(set)
    for thing, _ in owned:
        here[thing.lemma] |= {thing.land} - {""}
    return [
        thing._replace(land=next(iter(here[thing.lemma])))
        if not thing.land and len(here[thing.lemma]) == 1 and _is_known(head)
        else thing
        for thing, head in owned
    ]


def _land(head: Any, named: Mapping[int, str]) -> str:
    """Head of the words for a thing, and the lands by their heads -> the one land tied to it; "" for none or two."""
    before = [t for c in head.lefts if c.dep_ in _TIED for t in (*c.lefts, c)]
    found = {named[t.idx] for t in before if t.idx in named}
    return found.pop() if len(found) == 1 else ""


def _is_known(head: Any) -> bool:
    """Whether a noun is spoken of as a known one, and nothing behind it tells where it is: "the market"."""
    return any(c.lower_ in _KNOWN for c in head.lefts) and not any(c.dep_ == "prep" for c in head.rights)


def apart_by_lands(things: Iterable[Thing]) -> list[Thing]:
    """Things of a story -> the same, the land behind the lemma of those that every land has ("the US economy")."""
    lasting = load("things.yaml")["lasting"]
    return [t._replace(lemma=f"{t.lemma} {t.land}") if t.land and t.lemma in lasting else t for t in things]
