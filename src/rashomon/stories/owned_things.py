"""Nouns for things of which every state has one -> whose each is: "Japanese stocks", and "US stocks" beside them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Entity, Mention, Reading
from rashomon.stories.nouns import Thing
from rashomon.text.grammar import head_of

_TIED = frozenset({"amod", "compound", "nmod", "poss"})
_LANDS = frozenset({"state", "place"})
_WORLD = "world"
_THROUGHOUT = frozenset({"in", "across", "around", "throughout"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})


def with_lands(reading: Reading, things: Sequence[Thing]) -> list[Thing]:
    """Reading and its nouns for things -> the same with the state or place whose each is told to be.

    A known one without ("the market") is of the only land of which the text has such a thing; bare ones ("markets
    rally") are the world's where the text has such.
    """
    whose = {span: e.state or e.name for e in reading.of(Entity) if e.kind in _LANDS for span in e.mentions}
    named = {m.head.start: whose[m.span] for m in reading.of(Mention) if m.form == "name" and m.span in whose}
    told = [(thing, head_of(reading.doc, thing.head)) for thing in things]
    owned = [(thing._replace(land=_land(head, named)), head) for thing, head in told]
    here: dict[str, set[str]] = defaultdict(set)
    for thing, _ in owned:
        here[thing.lemma] |= {thing.land} - {""}
    return [thing if thing.land else thing._replace(land=_untold(head, here[thing.lemma])) for thing, head in owned]


def _untold(head: Any, lands: AbstractSet[str]) -> str:
    """Head of the words for a thing without a land, and the lands that the text has for such -> its land, or ""."""
    if any(c.dep_ == "prep" for c in head.rights):
        return ""  # something behind it tells where it is
    if head.tag_ == "NNS" and head.left_edge == head:
        return _WORLD if _WORLD in lands else ""
    fitting = lands - {_WORLD} if head.tag_ == "NN" else lands
    return min(fitting) if len(fitting) == 1 and any(c.lower_ in _KNOWN for c in head.lefts) else ""


def _land(head: Any, named: Mapping[int, str]) -> str:
    """Head of the words for a thing, and the lands by their heads -> the one land tied to it; "" for none or two.

    What is of the whole world has that for its land: "global markets", "markets around the globe".
    """
    before = [t for c in head.lefts if c.dep_ in _TIED for t in (*c.lefts, c)]
    behind = [t for c in head.rights if c.lower_ in _THROUGHOUT for t in c.children if t.dep_ == "pobj"]
    around = (*before, *behind, *head.doc[head.i + 1 : head.i + 2])
    found = {named[t.idx] for t in (*before, *behind) if t.idx in named}
    found |= {_WORLD} if any(t.lower_ in load("things.yaml")["of the world"] for t in around) else set()
    return found.pop() if len(found) == 1 else ""


def apart_by_lands(things: Iterable[Thing]) -> list[Thing]:
    """Things of a story -> the same, the land behind the lemma of those that every land has ("the US economy")."""
    lasting = load("things.yaml")["lasting"]
    return [t._replace(lemma=f"{t.lemma} {t.land}") if t.land and t.lemma in lasting else t for t in things]
