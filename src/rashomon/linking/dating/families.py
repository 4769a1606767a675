"""Families of words that stand for each other where a text tells a happening in words that our file lacks."""

from collections.abc import Iterator
from functools import cache, lru_cache

from rashomon.lexicon.files import load
from rashomon.linking.dating.dated_event import DatedEvent
from rashomon.linking.dating.kinds import found_in

_SHARED = 2
"""Words for a happening that an event shares with a family that it belongs to."""


def families_of(event: DatedEvent) -> frozenset[str]:
    """Event -> the families that two of its words for the happening stand in."""
    return _families_of((*event.words[-1], *(word for tied in event.tied for word in tied.kind.told)))


def places_of(family: str, lower: str) -> Iterator[tuple[int, int]]:
    """Name of a family and a stretch in lower case -> where a word of it stands."""
    return found_in(_families()[family], lower)


@lru_cache(maxsize=8192)
def _families_of(words: tuple[str, ...]) -> frozenset[str]:
    bare = frozenset(word.rstrip("*") for word in words)
    return frozenset(name for name, known in _bare() if len(known & bare) >= _SHARED)


@cache
def _bare() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((name, frozenset(word.rstrip("*") for word in words)) for name, words in _families().items())


@cache
def _families() -> dict[str, tuple[str, ...]]:
    return {name: tuple(map(str, words)) for name, words in load("dated_families.yaml")["families"].items()}
