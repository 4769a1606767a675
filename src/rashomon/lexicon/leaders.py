"""Leaders whose state every reader of news knows."""

import re
import unicodedata
from functools import cache

from rashomon.lexicon.files import load

_PIECES = re.compile(r"[\s\-‐‑–]+")


def pieces(name: str) -> tuple[str, ...]:
    """Name -> its words without case, accents, initials' stops and hyphens: "Kim Jong-un" is "Kim Jong Un"."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().casefold()
    return tuple(w.strip(".,") for w in _PIECES.split(plain) if w.strip(".,"))


@cache
def given_name(word: str) -> str:
    """First name, lower case -> the name that it is short for, itself where it is none: "bob" is "robert"."""
    return _short_names().get(word, word)


@cache
def _short_names() -> dict[str, str]:
    return {short: name for name, shorts in load("given_names.yaml").items() for short in shorts}


def gender_of(words: tuple[str, ...]) -> str:
    """Words of a person's name, as ``pieces`` gives them -> "f" or "m" where the first name tells, else ""."""
    if len(words) < 2:
        return ""
    return next((gender for gender in ("f", "m") if words[0] in _first_names()[gender]), "")


def is_first_name(word: str) -> bool:
    """Whether a word in lower case is a person's first name."""
    return any(word in names for names in _first_names().values())


@cache
def _first_names() -> dict[str, frozenset[str]]:
    return {gender: frozenset(names) for gender, names in load("first_names.yaml").items()}


def state_of(name: str, *, in_office: bool) -> str:
    """Leader's name -> the alpha-3 code of the state, or "" where it is not known or the name could be another's.

    A surname alone counts only for somebody whom the text gives an office of government.
    """
    words = pieces(name)
    states = _by_name().get(words, set())
    if not states and in_office and words:
        states = _by_surname().get(words[-1:], set()) if len(words) == 1 else set()
    return next(iter(states)) if len(states) == 1 else ""


@cache
def _by_name() -> dict[tuple[str, ...], set[str]]:
    known: dict[tuple[str, ...], set[str]] = {}
    for state, line in load("leaders.yaml").items():
        if state == "common":
            continue
        for name in line.split(", "):
            known.setdefault(pieces(name), set()).add(state)
    return known


@cache
def _by_surname() -> dict[tuple[str, ...], set[str]]:
    known: dict[tuple[str, ...], set[str]] = {}
    common = {pieces(name) for name in load("leaders.yaml")["common"].split(", ")}
    for name, states in _by_name().items():
        if name[-1:] in common:
            continue
        known.setdefault(name[-1:], set()).update(states)
    return known
