"""Pronouns that one article took for somebody of whom another tells that he is a woman, or she a man."""

from rashomon.lexicon.leaders import gender_of, pieces
from rashomon.linking.entities.pronouns import FEMALE, MALE


def is_of_another(words: str, name: str) -> bool:
    """Words of a text and the name that the story has for whom it takes them -> whether the first name tells otherwise.

    One account's "he" can stand for a "Lyons" whom another account calls Michelle Lyons.
    """
    word = words.lower()
    return word in MALE | FEMALE and gender_of(pieces(name)) == ("f" if word in MALE else "m")
