"""Words for an accord -> which instrument they name."""

import re
from functools import cache
from typing import NamedTuple

from rashomon.lexicon.files import load


class Instrument(NamedTuple):
    """An instrument: its key, its full name, and the state most bound by it ("" for none)."""

    key: str
    full: str
    party: str


class Naming(NamedTuple):
    """An instrument as words name it; ``loose`` where the words could mean another one ("the nuclear deal")."""

    instrument: Instrument
    loose: bool


def instrument_in(words: str) -> Naming | None:
    """Words -> the instrument that they name, the longest name first, or None."""
    found = _pattern(loose=False).search(words)
    if found is not None:
        return Naming(_by_name()[_plain(found[1])], loose=False)
    found = _pattern(loose=True).search(words)
    return Naming(_by_name()[_plain(found[1])], loose=True) if found is not None else None


def instrument(key: str) -> Instrument:
    """Key of the file -> the instrument."""
    data = load("instruments.yaml")[key]
    return Instrument(key, data["full"], data.get("party", ""))


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name.lower())


@cache
def _by_name() -> dict[str, Instrument]:
    named = {}
    for key, data in load("instruments.yaml").items():
        for name in (*data.get("loose", ()), *data["names"]):
            named[name.lower()] = instrument(key)
    return named


@cache
def _pattern(*, loose: bool) -> re.Pattern[str]:
    kind = "loose" if loose else "names"
    names = sorted((n for d in load("instruments.yaml").values() for n in d.get(kind, ())), key=len, reverse=True)
    listed = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in names)
    return re.compile(rf"(?<![\w-])({listed})(?:e?s)?(?![\w-])", re.IGNORECASE)
