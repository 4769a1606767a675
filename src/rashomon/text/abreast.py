"""The parser of a pipeline, let loose on all stretches of a text at once, and on those alone that somebody asks for."""

from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline import DependencyParser
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc

ASKED = "asked"
"""Where a doc says of each token whether anybody asks for its parse: all of them, if nothing is said."""

_IN_SIGHT = 2
"""Words ahead that the parser looks at: those behind a stretch bear on how its last ones are parsed."""
_ANY = "x"
"""What stands for each word of a stretch: the parser sees vectors alone."""


class Abreast:
    """A parser that takes each of its steps in all stretches of a text together, which costs little more than in one.

    No arc crosses a place where a sentence is told to begin: what lies between two of them is parsed for itself. The
    parse is the same, but that a stretch without an end to its sentence breaks no word off the next one.
    """

    def __init__(self, parser: Any) -> None:
        self._parser = parser

    def __call__(self, doc: Any) -> Any:
        """Doc with vectors and told beginnings of sentences -> the same doc parsed."""
        told = doc.to_array([SENT_START])
        begins = told.ravel() == 1
        begins[0] = True
        asked = doc.user_data.get(ASKED, begins)
        edges = [e for e in pairwise([*np.flatnonzero(begins).tolist(), len(doc)]) if asked[e[0]]]
        pieces = [_piece(doc, told, *edge) for edge in edges]
        self._parser.set_annotations(pieces, self._parser.predict(pieces))
        parse = hanging(begins, doc.vocab.strings["ROOT"])
        for piece, (start, end) in zip(pieces, edges, strict=True):
            parse[start:end] = piece.to_array([HEAD, DEP])[: end - start]
        return doc.from_array([HEAD, DEP], parse)


def hanging(begins: Any, root: int) -> Any:
    """Of each token whether a sentence begins with it, a root's label -> heads and labels: all hang on the first."""
    firsts = np.flatnonzero(begins)
    told = np.zeros((len(begins), 2), dtype="uint64")
    told[:, 0] = (firsts[np.cumsum(begins) - 1] - np.arange(len(begins))).astype("uint64")
    told[firsts, 1] = root
    return told


def listens(component: Any) -> bool:
    """Whether a component is a parser that takes its vectors from the doc, where another one has put them."""
    return isinstance(component, DependencyParser) and any(
        isinstance(layer, Tok2VecListener) for layer in component.model.walk()
    )


def _piece(doc: Any, told: Any, start: int, end: int) -> Any:
    """Doc, what is told of its sentences, and edges of a stretch -> a doc of its vectors and of what is in sight."""
    reach = slice(start, end + _IN_SIGHT)
    piece = Doc(doc.vocab, words=[_ANY] * len(told[reach])).from_array([SENT_START], told[reach])
    piece.tensor = doc.tensor[reach]
    return piece
