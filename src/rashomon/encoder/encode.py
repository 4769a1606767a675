"""Reading -> what the encoder's heads say of every word of it."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from rashomon.encoder.roles import LABELS
from rashomon.encoder.session import session
from rashomon.encoder.windows import units, windows
from rashomon.model import Block, Encoding, Reading, Syntax
from rashomon.registry import stage
from rashomon.settings import Settings

_KEPT = 4
"""Links kept of each word, the likeliest first."""
WIDTH = 96
"""Numbers in the vector of a word."""


@stage(needs=[Block, Syntax], gives=[Encoding])
def encode(reading: Reading, settings: Settings) -> Iterator[Encoding]:  # noqa: ARG001 - a stage's shape
    """Reading with blocks and parse -> its encoding; words of blocks that are not read are outside every role."""
    count = len(reading.doc)
    roles = np.full((count, len(LABELS)), -20.0, dtype=np.float32)
    roles[:, 0] = 0.0
    linked = np.full((count, _KEPT), -1, dtype=np.int32)
    weights = np.full((count, _KEPT), -20.0, dtype=np.float32)
    vectors = np.zeros((count, WIDTH), dtype=np.float16)
    for window in windows(units(reading)):
        said, tied, near = session().run(["labels", "links", "words"], {"ids": np.array([window.ids], dtype=np.int64)})
        first = np.array(window.first)
        mine = slice(window.context, None)
        tokens = np.array(window.tokens)
        roles[tokens[mine]] = _log_softmax(said[0][first[mine]])
        # Links lead to the first pieces of words, or to the window's first mark: "not here".
        scores = _log_softmax(tied[0][first[mine]][:, [0, *first]])
        likeliest = np.argsort(-scores, axis=1, kind="stable")[:, :_KEPT]
        width = likeliest.shape[1]
        linked[tokens[mine], :width] = np.array([-1, *tokens])[likeliest]
        weights[tokens[mine], :width] = np.take_along_axis(scores, likeliest, axis=1)
        vectors[tokens[mine]] = _means(near[0][:-1], first)[mine]
    yield Encoding(roles, linked, weights, vectors)


def _means(pieces: Any, first: Any) -> Any:
    """Vectors of a window's pieces without its last mark, and where its words begin -> the mean of each word's."""
    lengths = np.diff([*first, len(pieces)])
    return np.add.reduceat(pieces, first, axis=0) / lengths[:, None]


def _log_softmax(scores: Any) -> Any:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
