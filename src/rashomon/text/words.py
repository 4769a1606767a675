"""The words of a doc as lists, told once: spaCy makes an object of each word that it is asked for."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, POS, TAG

TEXT = "text"
"""Where a doc has the text that was parsed, which spaCy joins anew at every look."""

OF_PARSE = [HEAD, DEP, TAG, POS, LEMMA, ENT_IOB, ENT_TYPE]
"""What a parse tells of a word, by which one doc takes over that of another."""

_WORDS = "words"


def text_of(doc: Any) -> str:
    """Doc of an article -> the text that was parsed."""
    known: str = doc.user_data.get(TEXT) or doc.text
    return known


def words_of(doc: Any) -> list[str]:
    """Doc of an article -> its words in order."""
    return _told(doc)[0]


def starts_of(doc: Any) -> list[int]:
    """Doc of an article -> the offset of each of its words."""
    return _told(doc)[1]


def tokens_of(doc: Any, part_of_speech: str) -> Iterator[Any]:
    """Tagged doc and a part of speech, as "NOUN" -> the tokens that are one, in text order."""
    wanted = doc.to_array([POS]).ravel() == doc.vocab.strings[part_of_speech]
    return (doc[at] for at in np.flatnonzero(wanted).tolist())


def _told(doc: Any) -> tuple[list[str], list[int]]:
    if _WORDS not in doc.user_data:
        text, places = text_of(doc), doc.to_array([IDX, LENGTH]).tolist()
        doc.user_data[_WORDS] = [text[at : at + length] for at, length in places], [at for at, _ in places]
    found: tuple[list[str], list[int]] = doc.user_data[_WORDS]
    return found
