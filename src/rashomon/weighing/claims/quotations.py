"""Whether two statements quote one utterance: by its words, and by who can have spoken them."""

import re
from collections.abc import Sequence
from itertools import product

from rashomon.model import Hop
from rashomon.stories.weave import fold
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.utterances import is_one, is_one_whoever_spoke, shares_a_phrase
from rashomon.weighing.compared.words import spelt_alike

_BODIES = frozenset({"organization", "government", "ministry", "think-tank"})
_COLLECTIVE = frozenset({"state", "organization"})
_OPEN = frozenset({"unnamed", "unresolved", "document"})
_NAMELESS = frozenset({"unnamed", "group"})
_YOUNGER = frozenset({"jr", "sr"})
_PAPER = 16  # words that two people give alike only where they read them out: "Depending upon port circumstances …"
_NAME = 2  # words of a name that stands within a longer one: "the campaign's manager, Brad Parscale"


def one_utterance(one: Told, two: Told) -> bool:
    """Whether two statements quote one utterance.

    Of one speaker the words may be cut and mended. Where one account names nobody, or a body for its spokesman, they
    must be the same and such that nobody else says them by chance; so must what one only quotes within his words. What
    two people or two bodies say is two statements, unless they are so many words that both give out one paper.
    """
    if same_speaker(one, two):
        return any(is_one(a, b) for a, b in product(one.utterances, two.utterances))
    if one.claim.article == two.claim.article:
        return False
    pairs = [*product(one.nested, two.utterances), *product(one.utterances, two.nested)]
    all_pairs = list(product(one.utterances, two.utterances))
    pairs += all_pairs if is_open(one, two) else [pair for pair in all_pairs if min(u.own for u in pair) >= _PAPER]
    return any(is_one_whoever_spoke(a, b) for a, b in pairs)


def in_one_breath(statements: Sequence[Told]) -> bool:
    """Whether one account has in one breath what each of several statements quotes, so that all are cuts of it."""
    quoting = [one.utterances for one in statements if one.utterances]
    return any(
        all(any(is_one(a, b) for a, b in product(breath, said)) for said in quoting)
        for one in statements
        for breath in one.breaths
    )


def merely_share_a_phrase(one: Told, two: Told) -> bool:
    """Whether two statements of one speaker that are no one utterance have a phrase in common: he said it twice."""
    quoted = one.quoted and two.quoted
    return quoted and any(shares_a_phrase(a, b) for a, b in product(one.utterances, two.utterances))


def same_speaker(one: Told, two: Told) -> bool:
    """Whether two statements name one speaker: the same voice, or a name that stands among or within the other's."""
    if not one.speaker or not two.speaker:
        return False
    if one.speaker == two.speaker:
        return True
    names, others = _names(one), _names(two)
    return bool(names & others) or any(
        len(short.split()) >= _NAME and f" {short} " in f" {long} "
        for a, b in ((names, others), (others, names))
        for short in a
        for long in b
    )


def are_named_apart(one: Told, two: Told) -> bool:
    """Whether two statements name two people of one given name: "A.J. Smith" here, "A.J. Butler" there."""
    names = [_names(x) for x in (one, two)]
    if any(_kind(x) != "person" or len(found) != 1 for x, found in zip((one, two), names, strict=True)):
        return False
    first, second = (fold(x.behind[-1].name).replace(".", "").split() for x in (one, two))
    two_names = len(first) == len(second) == _NAME and first[0] == second[0]
    return two_names and not spelt_alike(first[1], second[1])


def is_open(one: Told, two: Told) -> bool:
    """Whether two statements leave open that one speaker is meant: one names nobody, or a body for its spokesman."""
    kinds = [_kind(one), _kind(two)]
    return "" in kinds or sorted(kinds) == ["body", "person"]


def _kind(one: Told) -> str:
    """Statement -> whether a person or a body is named for it, "" for neither."""
    if not one.speaker or not one.behind:
        return ""
    last: Hop = one.behind[-1]
    entity = one.people.get(last.entity or "")
    if last.kind in _OPEN or (entity and entity.kind in _NAMELESS):
        return ""
    return "body" if last.kind in _BODIES or (entity and entity.kind in _COLLECTIVE) else "person"


def _names(one: Told) -> frozenset[str]:
    """Statement -> the names of whoever speaks, each by itself where several speak with one voice."""
    last = one.behind[-1]
    entity = one.people.get(last.entity or "")
    if entity and entity.kind == "person":
        return frozenset({_bare(entity.name)})
    known = re.split(", | and ", last.name) if not entity or entity.kind in _NAMELESS else []
    return frozenset(_bare(name) for name in known)


def _bare(name: str) -> str:
    """Name -> its words without initials and "Jr.": "Roger J. Stone Jr." is Roger Stone."""
    words = [word.strip(".,") for word in fold(name).split()]
    return " ".join(word for word in words if len(word) > 1 and word not in _YOUNGER)
