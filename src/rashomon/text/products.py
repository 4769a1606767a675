"""The matrix products of a parse by numpy's library: spaCy's own is thrice as slow on processors it does not know."""

import ctypes
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np
from thinc.api import NumpyOps

_NAMES = ("scipy_openblas_{}_num_threads64_", "scipy_openblas_{}_num_threads", "openblas_{}_num_threads")
"""What numpy's library calls the functions that tell and set its number of threads."""

_FEWEST = 32
"""Rows below which the library adds up in another order: what is made of a word must not hang on its text's length."""


class Products(NumpyOps):  # type: ignore[misc]
    """spaCy's operations, with products of matrices on one thread of numpy's library.

    On several it is slower, products being as small as they are, and the others wait at full speed.
    """

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """Two matrices, each turned first if so told -> their product, written to ``out`` if given."""
        left, right = x.T if trans1 else x, y.T if trans2 else y
        rows = len(left)
        at_once = out if rows >= _FEWEST else None
        if rows < _FEWEST:
            left = np.concatenate([left, np.zeros((_FEWEST - rows, left.shape[1]), dtype=left.dtype)])
        told, bind = _threads()
        before = told()
        bind(1)
        try:
            product = np.dot(left, right, out=at_once)[:rows]
        finally:
            bind(before)
        if out is None:
            return product
        if at_once is None:
            out[:] = product
        return out


def speed_up(pipe: Any) -> None:
    """A component of a spaCy pipeline -> the same with its products by numpy, if its threads can be bound."""
    if getattr(pipe, "model", None) is not None and _threads():
        for layer in pipe.model.walk():
            if type(layer.ops) is NumpyOps:
                layer.ops = Products()


@cache
def _threads() -> Any:
    """-> the functions that tell and set the number of threads of numpy's library; none where it has no such."""
    spec = find_spec("numpy._core._multiarray_umath")
    library = ctypes.CDLL(spec.origin if spec else None)
    for name in _NAMES:
        if hasattr(library, name.format("set")):
            return library[name.format("get")], library[name.format("set")]
    return ()
