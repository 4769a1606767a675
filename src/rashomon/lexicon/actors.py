"""Names of states, bodies and outlets, looked up in one pass over a text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from rashomon.lexicon.files import load
from rashomon.model import EntityKind

Naming = Literal["name", "adjective", "people", "capital", "seat", "half", "shared", "other"]

_WORD = re.compile(r"\w+")
_NO_PLURAL_S = ("ese", "sh", "ch", "ss", "s", "men")
_LISTED = re.compile(r'"([^"]+)"|([^,;"]+)')


class Actor(NamedTuple):
    """A name of the lexicon: whose it is, how it names them, and the PLOVER code.

    ``state`` is the alpha-3 code of the state it belongs to or is, "" for none. ``trade`` is the kind of an outlet.
    ``uncertain`` marks a name that is also a common word or another name.
    """

    name: str
    kind: EntityKind
    code: str
    naming: Naming = "name"
    state: str = ""
    trade: str = ""
    uncertain: bool = False


class Found(NamedTuple):
    """Where a name of the lexicon stands in a text."""

    start: int
    end: int
    actor: Actor


def find_actors(text: str) -> list[Found]:
    """Text -> the lexicon's names in it, longest first at each place, none inside another, in text order."""
    found, free = [], 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < free or (one := _longest_at(text, start, word[0])) is None:
            continue
        if text.startswith(("The ", "the "), start) and (behind := _WORD.match(text, start + 4)) is not None:
            bare = _longest_at(text, start + 4, behind[0])
            if bare is not None and bare.end > one.end:
                one = bare  # "the Dow Jones" is a name, and "the Dow Jones Industrial Average" holds a longer one
        if one.actor.naming != "other":
            found.append(one)
        free = one.end
    return found


def _longest_at(text: str, start: int, word: str) -> Found | None:
    """Text, an offset and the word that stands there -> the longest name of the lexicon that begins there."""
    for name, actor in _index().get(word, ()):
        end = start + len(name)
        if text.startswith(name, start) and (end == len(text) or not (text[end - 1] + text[end]).isalnum()):
            if actor.naming == "half" and text[end + 1 : end + 2].isupper():
                continue  # "the North Korean minister"
            return Found(start, end, actor)
    return None


def actor_named(name: str) -> Actor | None:
    """Whole name -> what it is in the lexicon, or None."""
    return _names().get(name)


def state_name(code: str) -> str:
    """Alpha-3 code -> the common name of the state, or the code where it is none of ours."""
    line = load("states.yaml").get(code)
    return line.split("|")[0].strip() if line else code


@cache
def names_of(code: str) -> tuple[str, ...]:
    """Alpha-3 code -> the names and adjectives of the state, without capitals and seats."""
    wanted = {"name", "adjective", "people"}
    return tuple(n for n, actor in _names().items() if actor.code == code and actor.naming in wanted)


@cache
def near_states(word: str) -> tuple[str, ...]:
    """Word that is no name of the lexicon -> the states whose common name is one letter off it."""
    common = ((code, state_name(code)) for code, line in load("states.yaml").items() if isinstance(line, str))
    return tuple(code for code, name in common if Levenshtein.distance(word, name, score_cutoff=1) == 1)


def of_state(code: str) -> str:
    """Alpha-3 code -> the name of the state as it stands after "of"."""
    name = state_name(code)
    return f"the {name}" if code in load("states.yaml")["article"] else name


@cache
def in_text(name: str) -> str:
    """Name of a state or body -> how it stands in a sentence: "the Netherlands", "the European Union", "NATO"."""
    actor = actor_named(name)
    if actor is None:
        takes = name.rsplit(maxsplit=1)[-1] in load("bodies.yaml")["takes the article"]
    elif actor.kind == "state":
        takes = actor.code in load("states.yaml")["article"]
    else:
        takes = actor.kind == "organization" and name not in load("bodies.yaml")["bare"]
    return f"the {name}" if takes else name


@cache
def shared_states(word: str) -> tuple[str, ...]:
    """Word that several states share ("Korean") -> their codes; none for any other word."""
    return tuple(load("states.yaml")["shared"].get(word, ()))


@cache
def outlet_names() -> frozenset[str]:
    """-> every name of every outlet."""
    return frozenset(name for name, _ in _outlets())


@cache
def trades_of(noun: str) -> frozenset[str]:
    """Noun for an outlet ("paper") -> the kinds of outlet that it can point back to."""
    return frozenset(load("outlets.yaml")["nouns"].get(noun, ()))


@cache
def _index() -> dict[str, tuple[tuple[str, Actor], ...]]:
    """First word of a name -> the names that begin with it, longest first."""
    by_word: dict[str, list[tuple[str, Actor]]] = {}
    for name, actor in _names().items():
        first = _WORD.search(name)
        if first is not None and first.start() == 0:
            by_word.setdefault(first[0], []).append((name, actor))
    return {word: tuple(sorted(names, key=lambda n: -len(n[0]))) for word, names in by_word.items()}


@cache
def _names() -> dict[str, Actor]:
    """Every name of the lexicon -> its actor; where two lay claim to a name, states come before bodies and outlets."""
    known: dict[str, Actor] = {}
    for name, actor in (*_states(), *_bodies(), *_outlets()):
        known.setdefault(name, actor)
    return known


def _states() -> Iterator[tuple[str, Actor]]:
    table = load("states.yaml")
    for name in table["other"]:
        yield name, Actor(name, "place", "", "other")
    for name in table["shared"]:
        yield name, Actor(name, "place", "", "shared")
    for name, code in table["halves"].items():
        yield name, Actor(state_name(code), "state", code, "half", code)
    for code, line in table.items():
        if not isinstance(line, str):
            continue
        common, further, peoples, capitals, seats = line.split("|")
        actor = Actor(common.strip(), "state", code, "name", code)
        adjectives, _, nouns = peoples.partition(";")
        for name in (actor.name, *_listed(further)):
            yield name, actor
        for name in _listed(capitals):
            yield name, actor._replace(naming="capital")
        for name in _listed(seats):
            yield name, actor._replace(naming="seat", code=code + "GOV")
        for name in _listed(adjectives):
            yield name, actor._replace(naming="adjective")
        for name in (*_listed(adjectives), *_listed(nouns)):
            yield name, actor._replace(naming="people")
            if not name.endswith(_NO_PLURAL_S):
                yield name + "s", actor._replace(naming="people")


def _bodies() -> Iterator[tuple[str, Actor]]:
    table = load("bodies.yaml")
    uncertain = set(table["uncertain"])
    for part in ("international", "civil", "armed", "national", "firms", "indexes"):
        for line in table[part]:
            name, further, code = (piece.strip() for piece in line.split("|"))
            state = "" if code[:3] in {"IGO", "NGO", "IMG", "GOV", "BUS"} else code[:3]
            for one in (name, *_listed(further)):
                yield one, Actor(name, "organization", code, "name", state, "", one in uncertain)


def _outlets() -> Iterator[tuple[str, Actor]]:
    table = load("outlets.yaml")
    uncertain = set(table["uncertain"])
    for trade, lines in table.items():
        if trade in {"uncertain", "nouns"}:
            continue
        for line in lines:
            name, further, state = (piece.strip() for piece in line.split("|"))
            for one in (name, *_listed(further)):
                yield one, Actor(name, "outlet", state + "JRN", "name", state, trade, one in uncertain)


def _listed(names: str) -> list[str]:
    """Names between commas or semicolons, quoted where they hold one -> the names."""
    return [one for pair in _LISTED.findall(names) if (one := (pair[0] or pair[1]).strip())]
