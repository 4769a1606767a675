"""Persons whom the name finder saw elsewhere in a text and missed here: "We are thrilled to have [Ana Duarte] host"."""

from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.readers.mentions.persons import Name
from rashomon.text.stand_ins import MONTH_NAMES
from rashomon.text.words import words_of

_LONGEST = 5  # words
_LEAST = 3  # letters of a surname


def told_again(doc: Any, names: Sequence[Name]) -> Iterator[Name]:
    """Doc and the names found in it -> where else a person's name stands and is no part of a name, in text order.

    A surname alone counts where the text has the name in full and does not have the word as a common one; one that is a
    month's name too is left to what stands around it (``month_surnames``).
    """
    words = words_of(doc)
    known = _known(words, names)
    first = {name[0] for name in known}
    covered = {i for name in names for i in range(name.start, name.end)}
    end = 0
    for at in (at for at, word in enumerate(words) if word in first):
        if at < end:
            continue
        end = _end(words, at, known)
        if end - at == 1 and not _stands_alone(doc, at):
            end = at
        if end > at and covered.isdisjoint(range(at, end)):
            yield Name(at, end, "person")


def _known(words: Sequence[str], names: Sequence[Name]) -> set[tuple[str, ...]]:
    """Words of a text and its names -> those of each person named in full, and the surnames that tell by themselves."""
    whole = {tuple(words[n.start : n.end]) for n in names if n.kind == "person" and n.end > n.start + 1}
    last = {name[-1] for name in whole if len(name[-1]) >= _LEAST and name[-1].isalpha()} - MONTH_NAMES
    common = {word for word in words if word.islower()} if last else set()
    return whole | {(word,) for word in last if word.lower() not in common}


def _end(words: Sequence[str], at: int, known: set[tuple[str, ...]]) -> int:
    """Words, a place and the names of persons -> where the longest that begin there end; the place itself for none."""
    ends = range(min(at + _LONGEST, len(words)), at, -1)
    return next((end for end in ends if tuple(words[at:end]) in known), at)


def _stands_alone(doc: Any, at: int) -> bool:
    """Whether one word of a name is no part of a longer one: neither "Bo [Duarte]", unknown, nor "[Duarte] Street"."""
    around = [doc[i] for i in (at - 1, at + 1) if 0 <= i < len(doc)]
    beside = any(t.pos_ == "PROPN" and t.text[:1].isupper() and not t.is_upper for t in around)
    named = doc[at].pos_ == "PROPN" or (doc[at].pos_ == "NOUN" and doc[at].text[:1].isupper())  # "Lubinets": no plural
    return named and not beside
