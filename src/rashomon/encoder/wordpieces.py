"""Words -> wordpieces of the encoder's vocabulary, as BERT's uncased models cut them (Devlin et al. 2019).

Our own few lines: the library for it brings along a client of a model hub, and five times the memory.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from rashomon.encoder.session import verified

UNKNOWN, START, END = 100, 101, 102
"""The piece for what the vocabulary cannot spell, and the marks before and behind a window, as it numbers them."""

_MOST = 8
"""Wordpieces of one word at most: the rest of an address or of a run of marks tells the encoder nothing."""
_LONGEST = 100
"""Characters from which on a word is unknown, as in the encoder's own training."""


def spelled(word: str) -> tuple[int, ...]:
    """A word -> its wordpieces, one at least."""
    return _spelled(word[: 2 * _LONGEST])


@lru_cache(maxsize=100_000)
def _spelled(word: str) -> tuple[int, ...]:
    pieces = [piece for part in _parts(_plain(word)) for piece in _pieces(part)]
    return tuple(pieces[:_MOST]) or (UNKNOWN,)


@cache
def _vocabulary() -> dict[str, int]:
    return {piece: number for number, piece in enumerate(verified("vocab.txt").read_text(encoding="utf-8").split("\n"))}


def _plain(word: str) -> str:
    """Word -> in small letters, without accents and invisible characters."""
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cc", "Cf", "Co"}).lower()


def _parts(word: str) -> Iterator[str]:
    """Word -> its runs of letters and digits, and its marks and ideographs each by itself."""
    run = ""
    for character in word:
        if character.isspace() or _stands_alone(character):
            if run:
                yield run
            if not character.isspace():
                yield character
            run = ""
        else:
            run += character
    if run:
        yield run


def _stands_alone(character: str) -> bool:
    ascii_mark = character.isascii() and not character.isalnum() and character.isprintable()
    return ascii_mark or unicodedata.category(character).startswith("P") or "\u3400" <= character <= "\u9fff"


def _pieces(part: str) -> list[int]:
    """Run of characters -> the longest pieces that spell it, from the left; unknown where they do not."""
    if len(part) > _LONGEST:
        return [UNKNOWN]
    vocabulary = _vocabulary()
    found: list[int] = []
    start = 0
    while start < len(part):
        mark = "##" if start else ""
        end = next((e for e in range(len(part), start, -1) if mark + part[start:e] in vocabulary), start)
        if end == start:
            return [UNKNOWN]
        found.append(vocabulary[mark + part[start:end]])
        start = end
    return found
