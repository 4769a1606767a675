"""A text cut into passages, and a parse of only those of them that somebody asks for."""

from bisect import bisect_right
from collections.abc import Collection
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import NORM, SENT_START, SPACY
from spacy.tokens import Doc

from rashomon.settings import Settings
from rashomon.text.abreast import ASKED, hanging
from rashomon.text.syntax import NAME_FINDER, parsed
from rashomon.text.words import OF_PARSE, starts_of, words_of

_OF_TOKENS = [NORM, SENT_START, SPACY]
_NAMELESS = "nameless"
_IN_SIGHT = 4
"""Tokens on either side that bear on the vector of one: four layers, each of which looks one further."""
_ENDS = frozenset({".", "!", "?"})


class Passages:
    """The passages of an unparsed doc: what lies between two places at which a sentence surely begins."""

    def __init__(self, doc: Any) -> None:
        self._doc = doc
        self._begins = _begins(doc)
        self._numbers = np.cumsum(self._begins) - 1
        self._offsets: list[int] = [at for at, begins in zip(starts_of(doc), self._begins, strict=True) if begins]

    def at(self, offset: int) -> int:
        """Offset into the text -> the number of the passage that holds it."""
        return max(0, bisect_right(self._offsets, offset) - 1)

    def parsed(self, wanted: Collection[int], named: Collection[int], settings: Settings) -> Any:
        """Numbers of passages, and of those in which names are wanted too -> the doc with a parse of these.

        The others are sentences whose words hang on the first one and have neither tag nor lemma.
        """
        doc = self._doc
        doc.user_data[_NAMELESS] = not named
        told = np.zeros((len(doc), len(OF_PARSE)), dtype="uint64")
        told[:, :2] = hanging(self._begins, doc.vocab.strings["ROOT"])
        for asked, left_out in ((set(named), ""), (set(wanted).difference(named), NAME_FINDER)):
            if not asked:
                continue
            chosen = np.isin(self._numbers, sorted(asked))
            tokens = np.flatnonzero(_with_neighbours(chosen))
            excerpt = self._excerpt(tokens)
            excerpt.user_data[ASKED] = chosen[tokens]
            told[chosen] = parsed(excerpt, settings, without=left_out).to_array(OF_PARSE)[chosen[tokens]]
        doc.from_array(OF_PARSE, told)
        return doc

    def _excerpt(self, tokens: Any) -> Any:
        """Numbers of tokens -> an unparsed doc of them; a sentence begins where a passage does, and at every gap."""
        said, told = words_of(self._doc), self._doc.to_array(_OF_TOKENS)[tokens]
        spaces = (told[:, 2] > 0).tolist()
        excerpt = Doc(self._doc.vocab, words=[said[at] for at in tokens.tolist()], spaces=spaces)
        told[self._begins[tokens] | (np.diff(tokens, prepend=-1) > 1), 1] = 1
        return excerpt.from_array(_OF_TOKENS[:2], told[:, :2])


def is_nameless(doc: Any) -> bool:
    """Whether a doc is one of which names were wanted nowhere."""
    return bool(doc.user_data.get(_NAMELESS))


def _with_neighbours(chosen: Any) -> Any:
    """Of each token whether it is chosen -> the same of those and of all that bear on what is made of them."""
    wide = chosen.copy()
    for step in range(1, _IN_SIGHT + 1):
        wide[step:] |= chosen[:-step]
        wide[:-step] |= chosen[step:]
    return wide


def _begins(doc: Any) -> Any:
    """Unparsed doc -> of each token whether a sentence surely begins with it: as preset, or a capital after an end.

    White space between two blocks goes with the first one.
    """
    preset = doc.to_array([SENT_START]).ravel().astype("int64").tolist()
    said = words_of(doc)
    begins = [at == 0 or (start == 1 and not said[at].isspace()) for at, start in enumerate(preset)]
    for at, (before, words) in enumerate(pairwise(said), start=1):
        if before in _ENDS and preset[at] == 0 and words[0].isupper():
            begins[at] = True
    return np.array(begins, dtype=bool)
