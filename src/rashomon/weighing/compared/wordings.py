"""Wordings of one to five words that stand for one thing (lexicon/contrasts.yaml) -> where they stand in a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from rashomon.lexicon.files import load
from rashomon.weighing.compared.words import stem, weighed

_PART = re.compile(r"[\w’']+|-|\*")
_GAP = 5  # words that "*" stands for at most
_KIND = "kind "
_BE = frozenset({"be", "'s", "’s"})


class Wording(NamedTuple):
    """Words that were found: what they stand for, and the tokens."""

    stands_for: tuple[str, int]
    tokens: tuple[Any, ...]

    @property
    def head(self) -> Any:
        """The word that governs the others."""
        inside = {t.i for t in self.tokens}
        return next((t for t in self.tokens if t.head.i not in inside or t.head == t), self.tokens[0])


Patterns = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, int]]]]


def found(tokens: Sequence[Any], patterns: Patterns) -> list[Wording]:
    """Words of a sentence -> the wordings in it, in text order; what is only part of a longer one is left out."""
    hits = [
        Wording(stands_for, match)
        for start, token in enumerate(tokens)
        for form in {token.lemma_.lower(), token.lower_}
        for parts, stands_for in patterns.get(form, ())
        if (match := _match(tokens, start, parts))
    ]
    places = [{t.i for t in hit.tokens} for hit in hits]
    return [hit for hit, place in zip(hits, places, strict=True) if not any(place < other for other in places)]


def _match(tokens: Sequence[Any], start: int, parts: tuple[str, ...]) -> tuple[Any, ...]:
    """The tokens from a place on that are the parts; () where they are not."""
    taken, at, gap = [], start, 0
    for part in parts:
        if part == "*":
            gap = _GAP
            continue
        for place in range(at, min(at + gap + 1, len(tokens))):
            token = tokens[place]
            if part in {token.lemma_.lower(), token.lower_} or (part == "be" and token.lower_ in _BE):
                taken.append(token)
                at, gap = place + 1, 0
                break
            if token.is_punct and token.text not in {"-", "’", "'"}:
                return ()
        else:
            return ()
    return tuple(taken)


def patterns(entries: Iterable[tuple[str, tuple[str, int]]]) -> Patterns:
    """Wordings and what each stands for -> the same by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, int]]]] = defaultdict(list)
    for wording, stands_for in entries:
        parts = tuple(_PART.findall(wording))
        table[parts[0]].append((parts, stands_for))
    return table


@cache
def axes() -> Patterns:
    """The sides of every axis."""
    return patterns(
        (wording, (axis["name"], side))
        for axis in load("contrasts.yaml")["axes"]
        for side, wordings in enumerate(axis["sides"])
        for wording in wordings
    )


@cache
def tallies() -> Patterns:
    """What people are counted for: the dead, the arrested."""
    held = load("contrasts.yaml")["tallies"].items()
    return patterns((wording, (name, 0)) for name, wordings in held for wording in wordings)


@cache
def phrases() -> Patterns:
    """Deeds told by a verb with a particle or a noun: "set out", "take effect"."""
    held = load("contrasts.yaml")["phrases"].items()
    return patterns((wording, (deed, 0)) for deed, wordings in held for wording in wordings)


@cache
def turning() -> Patterns:
    """Verbs that turn round what they govern: "refused to", "ruled out", "put off"."""
    return patterns((wording, ("turned", 0)) for wording in load("contrasts.yaml")["turning"])


@cache
def kinds(deed: str) -> frozenset[str]:
    """Lemma of a verb or noun -> its stem, and the groups of words for one deed that it stands in."""
    held = [*load("similar.yaml")["deeds"], *load("contrasts.yaml")["deeds"]]
    return frozenset({stem(deed), *(f"deed {n}" for n, group in enumerate(held) if deed in group)})


@cache
def kin(lemma: str) -> frozenset[str]:
    """Lemma of a verb -> its stem, and the groups of words for the same deed that it stands in."""
    happenings = load("happenings.yaml")
    lists = {"deed": load("similar.yaml")["deeds"], "kin": happenings["kin"], "same": happenings["same"]}
    groups = {f"{name} {n}" for name, held in lists.items() for n, group in enumerate(held) if lemma in group}
    return frozenset({stem(lemma), weighed(lemma)[0], *groups} - {""})


@cache
def nouns_for(noun: str) -> frozenset[str]:
    """Lemma of a noun -> itself by its stem, and the groups of nouns for one thing that it stands in.

    A noun for a kind has a key in common with each noun of that kind ("currency" and "peso"), these have none together.
    """
    held = [*load("things.yaml")["same"], *load("contrasts.yaml")["nouns"]]
    groups = {f"thing {n}" for n, group in enumerate(held) if noun in group}
    for general, particular in load("contrasts.yaml")["nouns_of_kinds"]:
        ones = particular if noun in general else [noun] if noun in particular else []
        groups |= {f"{_KIND}{general[0]} {one}" for one in ones}
    return frozenset({stem(noun), weighed(noun)[0], *groups} - {""})


def told_in_common(one: frozenset[str], two: frozenset[str]) -> frozenset[str]:
    """Keys of nouns of two clauses -> those in both, without what only tells that one can be a kind of the other."""
    return frozenset(key for key in one & two if not key.startswith(_KIND))
