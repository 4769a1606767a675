"""Pronouns that one article took for somebody of whom another tells that he is a woman, or she a man."""

from rashomon.lexicon.leaders import gender_of, pieces

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def is_of_another(words: str, name: str) -> bool:
    """Words of a text and the name that the story has for whom it takes them -> whether the first name tells otherwise.

    One account's "he" can stand for a "Lyons" whom another account calls Michelle Lyons.
    """
    told = _GENDERS.get(words.lower())
    return told is not None and gender_of(pieces(name)) not in {"", told}
