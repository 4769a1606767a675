"""A text cut into passages, and a parse of only those of them that somebody asks for."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, NORM, POS, SENT_START, TAG
from spacy.tokens import Doc

from rashomon.settings import Settings
from rashomon.text.syntax import NAME_FINDER, parsed

_OF_TOKENS = [NORM, SENT_START]
_OF_PARSE = [HEAD, DEP, TAG, POS, LEMMA, ENT_IOB, ENT_TYPE]
_ENDS = frozenset({".", "!", "?"})


def parsed_in_part(doc: Any, wanted: Iterable[int], named: Iterable[int], settings: Settings) -> Any:
    """Doc of tokens, offsets into its text, and others -> the same with some passages parsed.

    Passages in which the first offsets stand have parse and tags, those of the others names as well. A passage is what
    lies between two places at which a sentence surely begins. Those that are not parsed are sentences whose words hang
    on the first one and have neither tag nor lemma.
    """
    if not len(doc):
        return doc
    begins = _begins(doc)
    passages = np.cumsum(begins) - 1
    firsts = np.flatnonzero(begins)
    told = np.zeros((len(doc), len(_OF_PARSE)), dtype="uint64")
    told[:, 0] = (firsts[passages] - np.arange(len(doc))).astype("uint64")
    told[firsts, 1] = doc.vocab.strings["ROOT"]
    offsets = doc.to_array([IDX]).ravel()[firsts].astype("int64")
    with_names = np.searchsorted(offsets, sorted(named), side="right") - 1
    without = np.setdiff1d(np.searchsorted(offsets, sorted(wanted), side="right") - 1, with_names)
    for asked, left_out in ((with_names, ""), (without, NAME_FINDER)):
        tokens = np.flatnonzero(np.isin(passages, asked))
        told[tokens] = parsed(_excerpt(doc, tokens, begins), settings, without=left_out).to_array(_OF_PARSE)
    doc.from_array(_OF_PARSE, told)
    return doc


def _begins(doc: Any) -> Any:
    """Doc of tokens -> of each whether a sentence surely begins with it: as preset, or a capital after a full stop."""
    preset = doc.to_array([SENT_START]).ravel().astype("int64")
    said = [token.text for token in doc]
    found = preset == 1
    found[0] = True
    for at in range(1, len(said)):
        if said[at - 1] in _ENDS and preset[at] == 0 and said[at][0].isupper():
            found[at] = True
    return found


def _excerpt(doc: Any, chosen: Any, begins: Any) -> Any:
    """Doc of tokens, the numbers of some, and where passages begin -> a doc of those tokens, one after another."""
    tokens = [doc[at] for at in chosen.tolist()]
    words, spaces = [t.text for t in tokens], [bool(t.whitespace_) for t in tokens]
    excerpt = Doc(doc.vocab, words=words, spaces=spaces)
    told = doc.to_array(_OF_TOKENS)[chosen]
    told[begins[chosen], 1] = 1
    excerpt.from_array(_OF_TOKENS, told)
    return excerpt
