"""Nouns for offices, bodies and groups of people -> their sector, and which offices can mean one holder."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from rashomon.lexicon.files import load

Denoting = Literal["office", "organization", "people"]


class Role(NamedTuple):
    """A noun for an actor: its words, PLOVER sector ("" for none), and whether one person, one body or many people."""

    words: str
    sector: str
    denotes: Denoting


def role_at(words: Sequence[str], *, plural: bool = False) -> Role | None:
    """Words up to and with a noun, lower case and the noun a lemma -> the longest office or agent noun they end in."""
    table = _people() if plural else _single()
    for size in range(min(4, len(words)), 0, -1):
        found = table.get(" ".join(words[-size:]))
        if found is not None:
            rank = words[-size - 1] if len(words) > size else ""
            return found._replace(words=f"{rank} {found.words}") if _is_ranked(rank, found) else found
    return None


def _is_ranked(word: str, role: Role) -> bool:
    """Whether a word before an office makes it another one: "deputy" before "foreign minister"."""
    return word in load("offices.yaml")["ranks"] and role.denotes == "office" and role.sector not in {"", "EDU"}


@cache
def title(word: str) -> str | None:
    """Word -> the gender a form of address tells ("Mr." gives "m", "Dr." ""), or None for no form of address."""
    known: str | None = load("offices.yaml")["titles"].get(word.lower())
    return known


@cache
def gender_in(noun: str) -> str:
    """Noun or form of address for a person, in small letters -> "f" or "m" where it tells, else ""."""
    return title(noun) or str(load("offices.yaml")["gendered"].get(noun, ""))


@cache
def long_form(word: str) -> str:
    """Shortened office ("Sen.") -> the office ("senator"); any other word as it is."""
    return str(load("offices.yaml")["short"].get(word, word))


def is_local(office: str) -> bool:
    """Whether an office is one of a town and not of a state."""
    return office in load("offices.yaml")["local"]


def is_kin(noun: str) -> bool:
    """Whether a noun tells somebody's kin, which is nobody's office."""
    return noun in load("offices.yaml")["kin"]


def is_also_of_bodies(noun: str) -> bool:
    """Whether what a noun tells can be a firm's or a state's part, too: "the bank's owner"."""
    return noun in load("offices.yaml")["bodies too"]


def is_rather_of_bodies(noun: str) -> bool:
    """Whether what a noun tells is a firm or state as a rule: "the tanker's owner", and not "the party's leader"."""
    return noun in load("offices.yaml")["bodies rather"]


def is_department(word: str) -> bool:
    """Whether a word tells what a minister is of: "finance"."""
    return word in load("offices.yaml")["departments"]


def default_state(office: str) -> str:
    """Office -> the state that it means in English-language news where none is named, or ""."""
    return str(load("offices.yaml")["default states"].get(office, ""))


@cache
def can_mean(noun: str, office: str) -> bool:
    """Whether "the noun" can point back to the holder of the office: "the minister" to a foreign minister."""
    if noun == office or any(noun in group and office in group for group in load("offices.yaml")["same"]):
        return True
    for general in (noun, noun.rsplit(" ", 1)[-1]):
        covered = _covers().get(general, frozenset())
        if office in covered and (general == noun or noun in _loosened(general)):
            return True
    return False


def telling(roles: Iterable[str]) -> tuple[str, ...]:
    """Roles as shown ("foreign minister of Peru", "top diplomat of Peru") -> those that no fuller one makes idle.

    "president" is idle beside "president of Peru", "official of Peru" beside any office of Peru that it can mean, and
    "source" beside everything.
    """
    listed = list(dict.fromkeys(roles))
    return tuple(one for one in listed if not any(_idle(one, other) for other in listed if other != one))


def _idle(one: str, other: str) -> bool:
    (office, _, where), (fuller, _, there) = (role.partition(" of ") for role in (one, other))
    if where and where != there:
        return False
    if office == fuller:
        return not where and bool(there)
    offices = load("offices.yaml")
    if office in offices["relations"]:
        return fuller not in offices["relations"] and fuller not in offices["loose"]
    general = office in offices["loose"]
    return general and fuller not in offices["loose"] and can_mean(office, fuller)


def _loosened(general: str) -> frozenset[str]:
    return frozenset({general, f"senior {general}", f"top {general}"})


@cache
def _covers() -> dict[str, frozenset[str]]:
    return {noun: frozenset(offices) for noun, offices in load("offices.yaml")["covers"].items()}


@cache
def _single() -> dict[str, Role]:
    """Words of a singular noun -> its role; offices before bodies."""
    table: dict[str, Role] = {}
    for sector, names in load("agents.yaml")["organizations"].items():
        table.update((name, Role(name, sector, "organization")) for name in names)
    for sector, names in load("agents.yaml")["people"].items():
        table.update((name, Role(name, sector, "office")) for name in names if name not in table)
    for sector, names in load("offices.yaml")["sectors"].items():
        table.update((name.replace("-", " "), Role(name.replace("-", " "), sector, "office")) for name in names)
    table["people"] = Role("people", "CVL", "people")
    for mass in ("police", "riot police", "border police", "media", "press"):
        table[mass] = table[mass]._replace(denotes="organization")
    return table


@cache
def _people() -> dict[str, Role]:
    """Words of a plural noun, its last a lemma -> its role: many people, or many bodies."""
    table = {words: role._replace(denotes="people") for words, role in _single().items()}
    for sector, names in load("agents.yaml")["people"].items():
        table.update((name, Role(name, sector, "people")) for name in names)
    return table
