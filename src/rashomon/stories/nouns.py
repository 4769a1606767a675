"""Nouns that a story's accounts put for one another -> one of them."""

from functools import cache

from rashomon.lexicon.files import load


def one_word(noun: str) -> str:
    """Lemma -> the first of the words that accounts put for one another, itself where there is none."""
    return _one_word().get(noun, noun)


@cache
def _one_word() -> dict[str, str]:
    return {word: group[0] for group in load("things.yaml")["same"] for word in group}
