"""Where a sentence can and cannot begin: told to the parser before it runs, so that every reader sees the same."""

import re
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
_BEGIN = _OPENERS | frozenset(
    {"The", "A", "An", "In", "On", "At", "It", "We", "This", "That", "There", "When", "After", "Mr.", "Ms."}
)  # fmt: skip
"""Words that go on with no name behind initials."""
_INITIAL = len("W.")
_TWO_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.")
_PLACES = frozenset(
    {"U.S.", "U.N.", "U.K.", "E.U.", "D.C.", "L.A.", "N.Y.", "N.J.", "N.H.", "N.M.", "N.C.", "S.C.", "N.D.", "S.D.",
     "R.I.", "P.R.", "B.C.", "A.D.", "V.I.", "S.A.", "S.F."}
)  # fmt: skip
"""What is written as two initials are and can end a sentence."""
_CLOCK = frozenset({"a.m.", "p.m."})
_BEHIND_CLOCK = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Central", "Pacific",
     "Mountain", "Greenwich", "Mass", "Eve"}
)  # fmt: skip
_BEFORE_CLOCK = frozenset({"at", "around", "about", "by", "until", "before", "after", "since"})
_ABOUT = frozenset({"about", "around", "approximately", "nearly", "almost"})
_OPEN_WITH_A_TIME = frozenset(
    {"In", "On", "At", "By", "Early", "Late", "From", "Around", "About", "Then", "And", "But"}
)
"""Words with which a sentence begins that tells first when something was."""
_LOOK_BACK = 40
_SAYING = frozenset({"said", "says", "say", "that", "when", "and", "but", "or", "where", "because", "while", "if"})
"""Words that begin a clause of their own, of which a time behind them is a part."""
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
        elif _TWO_INITIALS.fullmatch(last) and last not in _PLACES and words.istitle() and words not in _BEGIN:
            begins[index] = _NO  # "H.R. Haldeman"
        elif (last == "." and opens) or (shut and before_last == "." and (first.isupper() or opens)):
            begins[index] = _YES
        opens_anew = words in _OPENERS and _is_abbreviated(last) and last not in titles
        if opens_anew or (last in _CLOCK and _ends_with_the_clock(said, index)):
            begins[index] = _YES
        if not first.isspace():
            before_last, last = last, words
            shut, opened = closes, opens
    _begin_at_edges(begins, starts, blocks)
    _break_endless(begins, said)
    # All at once: set one by one, each costs spaCy a walk over the whole text.
    doc.from_array(["SENT_START"], np.array(begins, dtype="int64").astype("uint64"))


def _ends_with_the_clock(said: list[str], index: int) -> bool:
    """Whether a sentence ends with the time of day before a word: "It burned at 3 a.m. Oslo police came."

    Not "On Monday at 3 a.m. Aas left", "he said at 3 a.m. Aas left" or "at 3 a.m. Oslo time".
    """
    at = index - 2
    while at > 0 and (said[at][0].isdigit() or said[at] in _ABOUT):
        at -= 1
    words = said[index : index + 3]
    names_it = not words[0].istitle() or words[0] in _BEHIND_CLOCK or "time" in {w.lower() for w in words}
    before = said[at - 1] if at else ""
    if names_it or said[at] not in _BEFORE_CLOCK or not before.isalpha() or before in _SAYING:
        return False
    first = next((i + 1 for i in range(at - 1, max(at - _LOOK_BACK, -1), -1) if said[i] in _ENDS), 0)
    return said[first] not in _OPEN_WITH_A_TIME


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
