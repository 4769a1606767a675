"""Words -> wordpieces of the encoder's vocabulary."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

START, END = 101, 102
"""The marks before and behind a window, as the vocabulary of BERT numbers them."""

_MOST = 8
"""Wordpieces of one word at most: the rest of an address or of a run of marks tells the encoder nothing."""


@cache
def _tokenizer() -> Any:
    from tokenizers import BertWordPieceTokenizer  # noqa: PLC0415 - only what reads needs it

    vocabulary = files("rashomon.encoder") / "weights" / "vocab.txt"
    return BertWordPieceTokenizer(str(vocabulary), lowercase=True)


@lru_cache(maxsize=100_000)
def spelled(word: str) -> tuple[int, ...]:
    """A word -> its wordpieces, one at least."""
    ids = _tokenizer().encode(word, add_special_tokens=False).ids
    return tuple(ids[:_MOST]) or (_UNKNOWN,)


_UNKNOWN = 100
