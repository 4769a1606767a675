"""Verbatim copies of a text say nothing of their own: they stand aside while claims are aligned."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.weighing.claims.told import Told

Again = Mapping[str, Sequence[Told]]


def set_aside_copies(told: Sequence[Told]) -> tuple[list[Told], Again]:
    """Claims of a story -> those of texts told once, and by claim id the same claim in every copy of its text.

    So a copy can join or part no two claims of other articles. Copies that were read otherwise (a day of publication
    that gives other findings) are no copies here.
    """
    of_article: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        of_article[one.claim.article].append(one)
    first: dict[str, list[Told]] = {}
    kept: list[Told] = []
    again: dict[str, list[Told]] = defaultdict(list)
    for article in sorted(of_article):
        own = of_article[article]
        original = first.setdefault(own[0].text, own)
        if original is own or [_form(one) for one in original] != [_form(one) for one in own]:
            kept.extend(own)
            continue
        for one, copy in zip(original, own, strict=True):
            again[one.claim.id].append(copy)
    return kept, again


def with_copies(matter: Sequence[Told], again: Again) -> list[Told]:
    """A matter's claims -> the same followed by those of the copies of their texts."""
    return [*matter, *(copy for one in matter for copy in again.get(one.claim.id, ()))]


def _form(one: Told) -> object:
    return one.claim.kind, one.claim.evidence, one.term("type"), one.term("status")
