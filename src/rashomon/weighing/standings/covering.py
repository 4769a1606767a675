"""Whether those whom one claim names are those whom another does: one for all that act for him, or for whom he acts."""

from collections.abc import Iterable, Mapping
from functools import partial

from rashomon.model import StoryEntity
from rashomon.weighing.claims.told import voice_of


def covers(one: Iterable[str], two: Iterable[str], people: Mapping[str, StoryEntity]) -> bool:
    """Whether each of the smaller set of entities is, or belongs with, one of the larger."""
    small, large = sorted((sorted(one), sorted(two)), key=len)
    fits = partial(_fits, people=people)
    return all(any(fits(a, b) for b in large) for a in small)


def _fits(one: str, two: str, people: Mapping[str, StoryEntity]) -> bool:
    """Whether two entities are one, or one of them is the state, government or party that the other acts for."""
    if one == two:
        return True
    if is_a_party([one], [two], people):
        return True
    first, second = people.get(one), people.get(two)
    if not first or not second or not first.code or not second.code or first.code[:3] != second.code[:3]:
        return False
    return any(voice_of(e.id, people).startswith("government:") for e in (first, second))


def is_a_party(one: Iterable[str], two: Iterable[str], people: Mapping[str, StoryEntity]) -> bool:
    """Whether one of some is a party and one of others the body that acts for it."""
    pairs = ((people.get(a), people.get(b)) for a in one for b in two)
    return any(a and b and (_leads(a, b) or _leads(b, a)) for a, b in pairs)


def _leads(body: StoryEntity, party: StoryEntity) -> bool:
    """Whether a body acts for a party, by its name: the Democratic National Committee for the Democratic Party."""
    named = party.name.removesuffix(" Party")
    return named != party.name and bool(named) and body.name.startswith(f"{named} ") and body.name.endswith("Committee")
