"""Nouns that a story's accounts put for one another -> one of them."""

from functools import cache
from typing import Any, Literal, NamedTuple

from rashomon.lexicon.files import load
from rashomon.model import Span


class Thing(NamedTuple):
    """Words for a thing in one article: the noun phrase, its head, and the head's lemma.

    ``spoken_of``: the words are a subject, or definite, so that the sentence is about a thing that one knows.
    ``form``: a noun of its own, or a pronoun for one. ``name``: the words in it that are a name ("Aker A380"),
    ``whose``: the name of somebody or something known that the words stand for, ``land``: the state or place whose it
    is, "" where that is not told.
    """

    article: str
    span: Span
    head: Span
    lemma: str
    spoken_of: bool = True
    form: Literal["thing", "pronoun"] = "thing"
    name: Span | None = None
    whose: Span | None = None
    land: str = ""


def one_word(noun: str) -> str:
    """Lemma -> the first of the words that accounts put for one another, itself where there is none."""
    return _one_word().get(noun, noun)


@cache
def _one_word() -> dict[str, str]:
    return {word: group[0] for group in load("things.yaml")["same"] for word in group}


def thing_key(head: Any) -> str:
    """Head of the words for a thing -> the word by which a story's accounts mean the same one."""
    word = str(head.lemma_.lower()).removesuffix("'s")
    if any(c.isdigit() for c in word):
        return word.rstrip("s")
    return one_word(word.removesuffix("s") if head.tag_ == "NNPS" else word)
