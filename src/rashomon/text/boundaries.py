"""Where a sentence can and cannot begin: told to the parser before it runs, so that every reader sees the same."""

from bisect import bisect_left
from functools import cache
from typing import Any

import numpy as np

from rashomon.lexicon.files import load
from rashomon.model import READ_KINDS, Block
from rashomon.text.quotemarks import marks
from rashomon.text.words import starts_of, words_of

_YES, _NO, _OPEN = 1, -1, 0  # spaCy's own values: a sentence begins here, cannot begin here, the parser decides
_ENDS = frozenset({".", "!", "?"})
_OPENERS = frozenset({"He", "She", "They", "But", "His", "Her", "Their"})
"""Words with a capital that begin a sentence, also behind the full stop of an abbreviation: "the U.S. He"."""
_INITIAL = len("W.")
_NICKNAMED = len(["Jan", "(", "Bobo", ")"])
_LONGEST = 250
"""Tokens without a mark that ends a sentence after which one is begun all the same: a table, a list of names, noise.

Every reader walks up and down the trees of sentences; this bound keeps their work linear in the text."""


def preset(doc: Any, text: str, blocks: tuple[Block, ...]) -> None:
    """Unparsed doc, its text and blocks -> the doc's tokens told where sentences begin (True) or cannot (False).

    A sentence begins at a block's edge, and after a full stop where quotation marks stand; none begins at a closing
    mark, after an opening one, behind "Sgt.", at a small letter or bracket inside a sentence or behind "Ave.", or
    within a name; but none grows without end.
    """
    if not len(doc):
        return
    opening, closing = _quotation_marks(text, blocks)
    starts, said = starts_of(doc), words_of(doc)
    last, before_last = "", ""
    shut = opened = False
    begins = [_OPEN] * len(doc)
    titles = abbreviated_titles()
    for index, (words, at) in enumerate(zip(said, starts, strict=True)):
        first = words[0]
        closes, opens = at in closing, at in opening
        small = first.islower() or first == "["
        if closes or (opened and not opens) or (small and last not in _ENDS) or (last in titles and first.isupper()):
            begins[index] = _NO
        elif (last == "." and words.islower() and before_last[:1].isupper()) or _is_behind_a_nickname(said, index):
            begins[index] = _NO  # "Church Ave. and Elm St."
        elif (last == "." and opens) or (shut and before_last == "." and (first.isupper() or opens)):
            begins[index] = _YES
        if words in _OPENERS and _is_abbreviated(last) and last not in titles:
            begins[index] = _YES
        if not first.isspace():
            before_last, last = last, words
            shut, opened = closes, opens
    _begin_at_edges(begins, starts, blocks)
    _break_endless(begins, said)
    # All at once: set one by one, each costs spaCy a walk over the whole text.
    doc.from_array(["SENT_START"], np.array(begins, dtype="int64").astype("uint64"))


def _is_behind_a_nickname(said: list[str], index: int) -> bool:
    """Whether a word goes on with a name behind what its bearer is called: "Jan (Bobo) Aas"."""
    if said[index - 1] != ")" or index < _NICKNAMED or said[index - 3] != "(":
        return False
    return all(said[at].istitle() for at in (index - _NICKNAMED, index - 2, index))


def _is_abbreviated(words: str) -> bool:
    """Whether a word has a full stop of its own and is no initial: "U.S.", "Inc."."""
    return len(words) > _INITIAL and words[-1] == "."


@cache
def abbreviated_titles() -> frozenset[str]:
    """-> the titles that are cut short before a name, one token each: "Sgt."; not "St.", which ends a street's name."""
    short = {word for word in load("offices.yaml")["titles"] if word.endswith(".") and word != "st."}
    return frozenset(word.capitalize() for word in short)


def _quotation_marks(text: str, blocks: tuple[Block, ...]) -> tuple[set[int], set[int]]:
    opening: set[int] = set()
    closing: set[int] = set()
    for block in blocks:
        if block.kind in READ_KINDS:
            for mark in marks(text, block.span.start, block.span.end):
                (opening if mark.opens else closing).add(mark.at)
    return opening, closing


def _begin_at_edges(begins: list[int], starts: list[int], blocks: tuple[Block, ...]) -> None:
    """Make a sentence begin with the first token at or after every edge of a block."""
    for edge in {edge for b in blocks for edge in (b.span.start, b.span.end)}:
        index = bisect_left(starts, edge)
        if index < len(starts):
            begins[index] = _YES


def _break_endless(begins: list[int], said: list[str]) -> None:
    """Make a sentence begin where none has ended for too long; marks in a row end one sentence, not many."""
    run, after_end = 0, False
    for index, words in enumerate(said):
        ends = words in _ENDS
        if run >= _LONGEST:
            begins[index], run = _YES, 0
        elif begins[index] == _YES or (after_end and not ends):
            run = 0
        run, after_end = run + 1, ends
