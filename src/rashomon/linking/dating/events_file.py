"""A file of dated events, ours or the user's -> the events, with the words of their kinds written out."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rashomon.errors import SettingsError
from rashomon.lexicon.letters import plain
from rashomon.linking.dating.dated_event import DatedEvent
from rashomon.linking.dating.kinds import Kind, Tied, kinds, unknown_kind
from rashomon.linking.dating.recurring import gatherings, referendums

_WORD = re.compile(r"\w+")
_OPEN = re.compile(r"^\W*\w+\*")
_STEM = 4
"""Letters that a word left open ("reimpos*") has at least."""
_OPTIONAL = frozenset({"needs", "instrument", "called", "checked", "news"})
_FIELDS = frozenset({"id", "name", "first", "last", "source", "words"})


def events_in(given: dict[str, Any], path: str) -> Iterator[DatedEvent]:
    """A file and its path -> its events, gatherings and referendums."""
    known, works = kinds(given.get("kinds"), path), _works(given.get("works"), path)
    for number, entry in enumerate(given.get("events", ()), 1):
        yield _event(entry, f"{path}, event {number}", known, works)
    for number, entry in enumerate(given.get("recalled", ()), 1):
        yield replace(_event(entry, f"{path}, recalled event {number}", known, works), recalled=True)
    for entry in gatherings(given, path):
        yield replace(_event(entry, path, known, works), gathered=True)
    for entry in referendums(given, path):
        yield replace(_event(entry, path, known, works), elected=True)


def first_told(given: dict[str, Any], path: str, news: dict[str, Any]) -> Iterator[DatedEvent]:
    """A file, its path, and how leads tell our events by their id -> its events as first reports tell them."""
    known = kinds(given.get("kinds"), path)
    for entry in given.get("events", ()):
        if words := entry.get("news", news.get(str(entry["id"]))):
            event = _event(entry, path, known, _works(given.get("works"), path))
            groups, tied = _groups(words, f"{path}, news of {event.id}", known)
            yield replace(event, words=groups, tied=tuple(tied), called=(), needs=())


def _works(given: Any, path: str) -> dict[str, str]:
    """What a file gives under "works" -> its works of reference, by the keys under which events name them."""
    if given is None:
        return {}
    if not isinstance(given, dict) or not all(isinstance(name, str) for name in given.values()):
        raise SettingsError(f"{path}: works holds works of reference, each as 'key: its name'")
    return {str(key): name for key, name in given.items()}


def _event(entry: Any, where: str, known: dict[str, Kind], works: dict[str, str]) -> DatedEvent:
    if not isinstance(entry, dict) or (missing := sorted(_FIELDS - entry.keys())):
        lacking = ", ".join(missing) if isinstance(entry, dict) else "everything"
        fields, more = (", ".join(sorted(names)) for names in (_FIELDS, _OPTIONAL))
        raise SettingsError(f"{where}: lacks {lacking}; an event has {fields}, and may have {more}")
    if unknown := sorted(entry.keys() - _FIELDS - _OPTIONAL):
        raise SettingsError(f"{where}: unknown field {unknown[0]!r}")
    first, last = entry["first"], entry["last"]
    if not all(type(day) is dt.date for day in (first, last)) or first > last:
        raise SettingsError(f"{where}: first and last are days (2018-06-12), first no later than last")
    groups, tied = _groups(entry["words"], where, known)
    needs = tuple(plain(str(word)) for word in entry.get("needs", ()))
    about = str(entry.get("instrument", ""))
    named = str(entry["id"]), str(entry["name"])
    called = _called(entry.get("called", ()), where, known)
    work = _work(entry["checked"], where, works) if "checked" in entry else ""
    return DatedEvent(*named, first, last, str(entry["source"]), groups, needs, about, tied, called, work)


def _work(key: Any, where: str, works: dict[str, str]) -> str:
    """Key of the work that a day was held against -> its name."""
    if str(key) not in works:
        raise SettingsError(f"{where}: checked names {str(key)!r}, which does not stand under works in its file")
    return works[str(key)]


def _called(words: Any, where: str, known: dict[str, Kind]) -> tuple[str, ...]:
    """Words that call an event by its name -> the words, those of kinds that need no link written out."""
    groups, tied = _groups([words], where, known) if words else ((), [])
    if tied:
        raise SettingsError(f"{where}: called holds words and kinds that are met anywhere")
    return groups[0] if groups else ()


def _groups(words: Any, where: str, known: dict[str, Kind]) -> tuple[tuple[tuple[str, ...], ...], tuple[Tied, ...]]:
    """Words of an entry -> its groups with the words of free kinds written out, and the kinds tied to a group."""
    if (
        not isinstance(words, list)
        or not words
        or not all(isinstance(g, list) and g and all(map(str, g)) for g in words)
    ):
        raise SettingsError(f"{where}: words is a list of lists of words, none of them empty")
    groups: list[tuple[str, ...]] = []
    tied: list[Tied] = []
    for number, group in enumerate(words, 1):
        names = [str(word)[1:] for word in group if str(word).startswith("@")]
        if strange := [name for name in names if name not in known]:
            raise SettingsError(f"{where}: {unknown_kind(strange[0], known)}")
        bound = [name for name in names if not known[name].words]
        if bound and (number < len(words) or number == 1 or not groups[-1]):
            raise SettingsError(
                f"{where}: '@{bound[0]}' stands in the last group, after one that names of whom it is told"
            )
        tied += [Tied(known[name], groups[-1]) for name in bound]
        own = dict.fromkeys(plain(str(word)) for word in group if not str(word).startswith("@"))
        groups.append((*own, *(word for name in names for word in known[name].words)))
    if not all(_WORD.search(word) for group in groups for word in group):
        raise SettingsError(f"{where}: words must hold letters or digits")
    if short := next((w for group in groups for w in group if _OPEN.match(w) and len(w.partition("*")[0]) < _STEM), ""):
        raise SettingsError(f"{where}: {short!r} leaves too much open; before * stand {_STEM} letters or more")
    return tuple(groups), tuple(tied)
