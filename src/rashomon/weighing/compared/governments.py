"""A government goes by the seat that a text names ("the White House said"), and never by another text's."""

from rashomon.lexicon.actors import actor_named
from rashomon.model import StoryEntity

_NAME = "government of "


def is_government(name: str) -> bool:
    """Name of an entity -> whether it is a state's government, whose seat the texts may name."""
    return name.startswith(_NAME)


def is_seat(words: str) -> bool:
    """Words -> whether they are the seat of a government."""
    known = actor_named(words)
    return known is not None and known.naming == "seat"


def bare(words: str) -> str:
    """Words of a text -> the same in one line, without the article."""
    return " ".join(words.split()).removeprefix("the ").removeprefix("The ")


def called(entity: StoryEntity, words: str) -> str:
    """Entity, and what a claim calls it -> the name to show: of a government the claim's own, if it is a seat."""
    return words if is_government(entity.name) and is_seat(words) else entity.name
