"""Dated public events: a reviewed file, and the sentences that speak of them."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rashomon.errors import SettingsError
from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.files import load
from rashomon.linking.dating.user_file import changed, read_list

_WORD = re.compile(r"\w+")
_OPTIONAL = frozenset({"needs", "instrument"})
_FIELDS = frozenset({"id", "name", "first", "last", "source", "words"})


@dataclass(frozen=True)
class DatedEvent:
    """A public event with known days, the words that tell it, and where its day is documented.

    ``words``: groups of alternatives, each of which a sentence must meet; the last names the happening itself.
    ``needs``: at least one of these must stand in the article as well. ``instrument``: the accord (a key of
    instruments.yaml) that a deed must be about to be this event.
    """

    id: str
    name: str
    first: dt.date
    last: dt.date
    source: str
    words: tuple[tuple[str, ...], ...]
    needs: tuple[str, ...] = ()
    instrument: str = ""

    @property
    def days(self) -> str:
        """Its day, or first and last day, as words."""
        return f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"


@dataclass(frozen=True)
class Told:
    """A dated event in a stretch of text, and the offsets of the words that name the happening."""

    event: DatedEvent
    start: int
    end: int


class Almanac:
    """Dated events, indexed by the words that name the happening."""

    def __init__(self, events: tuple[DatedEvent, ...]) -> None:
        self.events = events
        self._index: dict[str, list[DatedEvent]] = {}
        for event in events:
            for key in {_key(_WORD.findall(word.lower())[0]) for word in event.words[-1] if not _is_state(word)}:
                self._index.setdefault(key, []).append(event)

    def told_in(self, text: str, start: int, end: int, whole: str) -> list[Told]:
        """Text, a stretch of it, and the whole text in lower case -> the dated events that the stretch speaks of."""
        stretch = text[start:end]
        words = _WORD.findall(stretch.lower())
        candidates = {e.id: e for w in words for key in {_key(w), w} for e in self._index.get(key, ())}
        if not candidates:
            return []
        here = _Words(stretch)
        found = []
        for event in candidates.values():
            at = here.place(event)
            if at is not None and (not event.needs or here.meets(event.needs) or _anywhere(event.needs, whole)):
                found.append(Told(event, start + at[0], start + at[1]))
        return sorted(found, key=lambda t: (t.start, t.event.first))


class _Words:
    """A stretch of text, as the groups of words of dated events are looked up in it."""

    def __init__(self, stretch: str) -> None:
        self.lower = stretch.lower()
        self.states = {f.actor.state for f in find_actors(stretch) if f.actor.state}

    def place(self, event: DatedEvent) -> tuple[int, int] | None:
        """Event -> where the words for its happening stand, or None where a group is not met."""
        if not all(self.meets(group) for group in event.words[:-1]):
            return None
        found = (_pattern(word).search(self.lower) for word in event.words[-1])
        return min((m.span() for m in found if m), default=None)

    def meets(self, group: tuple[str, ...]) -> bool:
        """Whether one of the alternatives of a group stands in the stretch."""
        return any(word in self.states if _is_state(word) else _pattern(word).search(self.lower) for word in group)


def met_by(words: str, group: tuple[str, ...]) -> bool:
    """Words and a group of a dated event -> whether one of its alternatives stands in them."""
    return _Words(words).meets(group)


def almanac(path: str = "") -> Almanac:
    """Path of the user's own file of dated events, or "" -> the almanac of our own file and that."""
    return _almanac(path, changed(path))


@lru_cache(maxsize=4)
def _almanac(path: str, _changed: int) -> Almanac:
    ours = tuple(_events(load("dated_events.yaml")["events"], "dated_events.yaml"))
    return Almanac(ours + tuple(_events(read_list(path, "events", "dated events"), path)) if path else ours)


def _events(given: list[Any], path: str) -> Iterator[DatedEvent]:
    for number, entry in enumerate(given, 1):
        yield _event(entry, f"{path}, event {number}")


def _event(entry: Any, where: str) -> DatedEvent:
    if not isinstance(entry, dict) or (missing := sorted(_FIELDS - entry.keys())):
        lacking = ", ".join(missing) if isinstance(entry, dict) else "everything"
        raise SettingsError(
            f"{where}: lacks {lacking}; an event has {', '.join(sorted(_FIELDS))}, and may have needs and instrument"
        )
    if unknown := sorted(entry.keys() - _FIELDS - _OPTIONAL):
        raise SettingsError(f"{where}: unknown field {unknown[0]!r}")
    first, last = entry["first"], entry["last"]
    if not all(type(day) is dt.date for day in (first, last)) or first > last:
        raise SettingsError(f"{where}: first and last are days (2018-06-12), first no later than last")
    words = entry["words"]
    if (
        not isinstance(words, list)
        or not words
        or not all(isinstance(g, list) and g and all(map(str, g)) for g in words)
    ):
        raise SettingsError(f"{where}: words is a list of lists of words, none of them empty")
    groups = tuple(tuple(str(word) for word in group) for group in words)
    if not all(_WORD.search(word) for group in groups for word in group):
        raise SettingsError(f"{where}: words must hold letters or digits")
    needs = tuple(str(word) for word in entry.get("needs", ()))
    about = str(entry.get("instrument", ""))
    return DatedEvent(str(entry["id"]), str(entry["name"]), first, last, str(entry["source"]), groups, needs, about)


def _key(word: str) -> str:
    return word[:4]


def _is_state(word: str) -> bool:
    return len(word) == 3 and word.isalpha() and word.isupper()


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    """Word of a group -> its regular expression: "reimpos*" begins a word, the others are whole words."""
    escaped = re.escape(word.lower().rstrip("*")).replace(r"\ ", r"[ -]")
    return re.compile(rf"\b{escaped}" + (r"\w*" if word.endswith("*") else r"\b"))


def _anywhere(needs: tuple[str, ...], whole: str) -> bool:
    return any(_pattern(word).search(whole) for word in needs if not _is_state(word))
