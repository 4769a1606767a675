"""Near-copies and reprints: texts that share long runs of words."""

import re
import zlib
from functools import lru_cache
from typing import Any

import numpy as np

_WORD = re.compile(r"\w+")
_COPY = 0.5  # of the shorter text's runs of three words
_LONG = 12  # runs; what is shorter may be alike by chance
_ODD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)


def runs(text: str) -> Any:
    """Text -> its runs of three words, in lower case without punctuation, as sorted numbers."""
    words = np.array([_numbered(word) for word in _WORD.findall(text.lower())], dtype=np.uint64)
    return np.unique(words[:-2] * np.uint64(_ODD[0]) + words[1:-1] * np.uint64(_ODD[1]) + words[2:])


def is_copy(one: Any, two: Any) -> bool:
    """Runs of two texts -> whether one is a copy, a reprint or an excerpt of the other."""
    shorter = min(len(one), len(two))
    if np.array_equal(one, two):
        return True
    return bool(shorter >= _LONG and len(np.intersect1d(one, two, assume_unique=True)) >= _COPY * shorter)


@lru_cache(maxsize=1 << 16)
def _numbered(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))
