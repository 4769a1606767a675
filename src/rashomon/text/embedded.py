"""What a pipeline makes of each word by itself, kept: made anew for each text, it is a third of the work on vectors."""

from typing import Any

import numpy as np
from thinc.api import Model, chain
from thinc.types import Ragged

_MOST = 4096
"""Words that are kept, 1.5 MB of them; when there are more it begins anew."""
_LAYERS = ["extract_features", "list2ragged"]


def remember_words(pipe: Any) -> None:
    """A component of a spaCy pipeline -> the same, which makes the vector of a word alone once."""
    for layer in pipe.model.walk() if getattr(pipe, "model", None) is not None else ():
        names = [inner.name for inner in layer.layers]
        if names[:2] == _LAYERS and names[4:] == ["ragged2list"]:
            features = layer.layers[2:4]
            layer.layers[2:4] = [Model("embedded", _forward, layers=[chain(*features)], attrs={"kept": _Kept()})]


class _Kept:
    """Vectors of words in the order in which they came, and the number of each by the bytes of its features."""

    def __init__(self) -> None:
        self.numbers: dict[bytes, int] = {}
        self.vectors = np.empty((0, 0), dtype="float32")

    def add(self, words: dict[bytes, int], vectors: Any) -> None:
        """New words, and their vectors in the same order."""
        if not len(self.vectors):
            self.vectors = np.empty((_MOST, vectors.shape[1]), dtype=vectors.dtype)
        first = len(self.numbers)
        self.vectors[first : first + len(words)] = vectors
        self.numbers.update((word, first + at) for at, word in enumerate(words))


def _forward(model: Any, words: Any, is_train: bool) -> Any:  # noqa: FBT001 - a layer's shape
    """Features of words, a row each -> their vectors; only those of words not yet known are made."""
    kept: _Kept = model.attrs["kept"]
    rows: Any = np.ascontiguousarray(words.dataXd)
    keys: list[bytes] = rows.view(f"V{rows.shape[1] * rows.itemsize}").ravel().tolist()
    places = {key: at for at, key in enumerate(keys)}
    if not 0 < len(places) <= _MOST:
        return model.layers[0](words, is_train)
    if len(kept.numbers) + len(places.keys() - kept.numbers.keys()) > _MOST:
        kept.numbers.clear()
    new = {key: at for key, at in places.items() if key not in kept.numbers}
    if new:
        length: Any = np.array([len(new)], dtype="int32")
        kept.add(new, model.layers[0].predict(Ragged(rows[list(new.values())], length)).dataXd)
    vectors: Any = kept.vectors[[kept.numbers[key] for key in keys]]
    return Ragged(vectors, words.lengths), None
