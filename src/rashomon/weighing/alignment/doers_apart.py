"""Figures that are the same, and what two do: the sum that one team offers is no other team's."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import StoryEntity
from rashomon.weighing.alignment.parts import act_for_two
from rashomon.weighing.claims.matters import Matter
from rashomon.weighing.claims.passages import Passage, Passages
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.plain_clauses import deed
from rashomon.weighing.compared.wordings import kin


def doers_apart(matters: Sequence[Matter], passages: Passages, people: Mapping[str, StoryEntity]) -> list[Matter]:
    """Matters, a story's passages and entities -> the matters, the figures of two doers by name each for itself.

    Only where one verb tells both: of what one gives and another gets there is one sum.
    """
    return [part for matter in matters for part in _parts(matter, passages, people)]


def _parts(matter: Matter, passages: Passages, people: Mapping[str, StoryEntity]) -> Iterator[Matter]:
    told = {one.claim.id: passages.claim(one) for one in matter} if matter[0].is_figure else {}
    if not any(passage is not None and passage.doers for passage in told.values()):
        yield matter
        return
    parts: list[Matter] = []
    for one in matter:
        fitting = (part for part in parts if not any(_are_of_two(told, one, other, people) for other in part))
        home = next(fitting, None)
        if home is None:
            parts.append([one])
        else:
            home.append(one)
    yield from parts


def _are_of_two(told: Mapping[str, Passage | None], one: Told, two: Told, people: Mapping[str, StoryEntity]) -> bool:
    """Whether the clauses of two claims tell by one verb what two by name do."""
    first, second = told[one.claim.id], told[two.claim.id]
    if first is None or second is None or first.verb is None or second.verb is None:
        return False
    one_deed = _deeds(first) & _deeds(second)
    return bool(one_deed) and act_for_two(first.doers, second.doers, people)


def _deeds(one: Passage) -> frozenset[str]:
    """Passage -> what its verb can stand for: "made an offer" is a making, and an offer."""
    return kin(one.lemma) | kin(deed(one.verb))
