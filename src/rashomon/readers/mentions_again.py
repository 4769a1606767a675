"""Persons whom the name finder saw elsewhere in a text and missed here: "We are thrilled to have [Ana Duarte] host"."""

from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.readers.mentions_persons import MONTH_NAMES, Name

_LONGEST = 5  # words
_LEAST = 3  # letters of a surname


def told_again(doc: Any, names: Sequence[Name]) -> Iterator[Name]:
    """Doc and the names found in it -> where else a person's name stands and is no part of a name, in text order.

    A surname alone counts where the text has the name in full and does not have the word as a common one; one that is a
    month's name too is left to what stands around it (``month_surnames``).
    """
    known = _known(doc, names)
    covered = {i for name in names for i in range(name.start, name.end)}
    first = {words[0] for words in known}
    at = 0
    while at < len(doc):
        end = _end(doc, at, known) if doc[at].text in first else at
        if end > at and covered.isdisjoint(range(at, end)):
            yield Name(at, end, "person")
        at = max(end, at + 1)


def _known(doc: Any, names: Sequence[Name]) -> set[tuple[str, ...]]:
    """Doc and its names -> the words of each person named in full, and the surnames that tell by themselves."""
    common = {t.lower_ for t in doc if t.is_lower}
    whole = {tuple(t.text for t in doc[n.start : n.end]) for n in names if n.kind == "person" and n.end > n.start + 1}
    last = {words[-1] for words in whole if len(words[-1]) >= _LEAST and words[-1].isalpha()}
    return whole | {(word,) for word in last - MONTH_NAMES if word.lower() not in common}


def _end(doc: Any, at: int, known: set[tuple[str, ...]]) -> int:
    """Token and the words that name persons -> where the longest that begin there end; its own place for none."""
    for end in range(min(at + _LONGEST, len(doc)), at, -1):
        if tuple(t.text for t in doc[at:end]) in known and (end - at > 1 or _stands_alone(doc, at)):
            return end
    return at


def _stands_alone(doc: Any, at: int) -> bool:
    """Whether one word of a name is no part of a longer one: neither "Bo [Duarte]", unknown, nor "[Duarte] Street"."""
    around = [doc[i] for i in (at - 1, at + 1) if 0 <= i < len(doc)]
    beside = any(t.pos_ == "PROPN" and t.text[:1].isupper() and not t.is_upper for t in around)
    return doc[at].pos_ == "PROPN" and not beside
