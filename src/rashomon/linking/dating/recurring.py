"""Gatherings and referendums, which come back on other days: a line of a table -> an entry for a dated event."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from rashomon.errors import SettingsError
from rashomon.lexicon.actors import state_name

_GATHERING = frozenset({"name", "of", "words", "source", "held"})
_REFERENDUM = frozenset({"of", "source", "held"})
_OPTIONAL = frozenset({"called", "checked", "place first"})
_HELD = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)(?:\.\.(?P<last>\d{4}-\d\d-\d\d))?(?P<unchecked>~?) (?P<words>\S.*)")

Entry = dict[str, Any]


def gatherings(given: Entry, path: str) -> Iterator[Entry]:
    """A file of dated events and its path -> its gatherings, each as an entry for a dated event."""
    for body, entry, places in _lines(given, path, "gathering", _GATHERING):
        named = _named(body, places)
        yield entry | {
            "id": f"{body['name']}, {entry['first']}",
            "name": f"{body['name']}, {places[0]}",
            "words": [[*body["of"], *body.get("called", ())], places, [f"since the {name}" for name in named]],
            "called": named,
        }


def referendums(given: Entry, path: str) -> Iterator[Entry]:
    """A file of dated events and its path -> its referendums, each as an entry for a dated event."""
    for body, entry, topics in _lines(given, path, "referendum", _REFERENDUM):
        yield entry | {
            "id": f"referendum, {body['of'][0]}, {entry['first']}, {topics[0]}",
            "name": f"referendum in {state_name(body['of'][0]).title()}",
            "words": [body["of"], topics, ["referendum", "plebiscite", "voters"], ["@vote-on"]],
            "called": ["referendum", "plebiscite"],
        }


def _lines(given: Entry, path: str, what: str, fields: frozenset[str]) -> Iterator[tuple[Entry, Entry, list[str]]]:
    """File, path, what is listed and its fields -> each line's owner, what all entries have, and its words."""
    for number, body in enumerate(given.get(f"{what}s", ()), 1):
        where = f"{path}, {what} {number}"
        if not isinstance(body, dict) or fields - body.keys() or body.keys() - fields - _OPTIONAL:
            needed, more = (", ".join(sorted(names)) for names in (fields, _OPTIONAL))
            raise SettingsError(f"{where}: a {what} has {needed}, and may have {more}")
        for line in map(str, body["held"]):
            match = _HELD.fullmatch(line)
            if match is None:
                raise SettingsError(f"{where}: {line!r} gives no day or days and words (2022-06-28..2022-06-30 Madrid)")
            first, last = (_day(given, where) for given in (match["first"], match["last"] or match["first"]))
            checked = {"checked": body["checked"]} if "checked" in body and not match["unchecked"] else {}
            yield body, {"first": first, "last": last, "source": body["source"], **checked}, match["words"].split(", ")


def _named(body: Entry, places: list[str]) -> list[str]:
    """A body and the names of a place -> how texts call its gathering there."""
    pairs = [(who, what) for who in body["of"] for what in body["words"]]
    full = [*(f"{who} {what}" for who, what in pairs), *body.get("called", ())]
    of_whom = [f"{what} of .. {who}" for who, what in pairs]
    alone = body["words"] if body.get("place first") else ()
    return [
        phrase
        for place in places
        for phrase in (
            *(f"{name} .. {place}" for name in (*full, *of_whom)),
            *(f"{place} {name}" for name in (*full, *alone)),
        )
    ]


def _day(given: str, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise SettingsError(f"{where}: {given!r} is no day") from error
