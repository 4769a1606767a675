"""Words of two accounts of one matter that cannot both hold: "permanent" and "for now", "at once" and "in stages"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import combinations

from rashomon.lexicon.files import load
from rashomon.model import Difference, Span, TextSlot, Value, hull
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.words import shared

_ONE_THING = 0.5  # of the weight of the shorter statement's telling words: what says more may say it of other things
_BEFORE = 6  # words before one that can turn it round
_WORDS = re.compile(r"[\w’'-]+")


def opposites(matter: Sequence[Told]) -> Iterator[Difference]:
    """A matter -> a difference for each pair of sides on which its accounts, or one account at two places, stand.

    The side that more accounts stand on comes first. A conflict where two accounts stand on one side each; an account
    that has words of both is in none. Statements of one matter may each say several things: only two that say much the
    same are held against each other ("permanent exemptions for Brazil" not against "temporarily avoiding a trade war").
    """
    found: dict[str, dict[int, dict[Value, Told]]] = defaultdict(lambda: defaultdict(dict))
    for one in matter:
        words = list(_words(one))
        for name, side, value in words:
            if all(other == side for pair, other, _ in words if pair == name):  # else it weighs both itself
                found[name][side][value] = one
    for name, sides in sorted(found.items()):
        near = {value for a, b in combinations(sides.values(), 2) for pair in _near(a, b) for value in pair}
        kept = {side: near & values.keys() for side, values in sides.items() if near & values.keys()}
        if len(kept) > 1:
            by_side = sorted(kept.items(), key=lambda item: (-len({v.article for v in item[1]}), item[0]))
            values = tuple(value for _, side in by_side for value in sorted(side))
            yield Difference(name, values, _part(list(kept.values())))


def _near(one: Mapping[Value, Told], two: Mapping[Value, Told]) -> Iterator[tuple[Value, Value]]:
    """Words of two sides, each with the claim that has it -> the pairs of claims that tell nothing much beside it."""
    for a, first in one.items():
        for b, second in two.items():
            if first.claim.kind != "statement" or shared(first.bag, second.bag)[0] >= _ONE_THING:
                yield a, b


def _part(sides: Sequence[AbstractSet[Value]]) -> bool:
    """Values by side -> whether two accounts have words of one side alone, and not of the same."""
    where = [{value.article for value in side} for side in sides]
    return all(one - two and two - one for one, two in combinations(where, 2))


def _words(one: Told) -> Iterator[tuple[str, int, Value]]:
    """Claim -> the words in its terms and clause that stand on a side: the pair's name, the side, and the words."""
    slot = one.claim.slots.get("what")
    clause = one.clause.span if one.clause and one.claim.kind != "statement" else None
    stretches = [span for span in (slot.span if isinstance(slot, TextSlot) else None, clause) if span]
    if not stretches:
        return
    place = hull(stretches)
    for name, side, match in _sides(place.of(one.text)):
        at = Span(place.start + match.start(), place.start + match.end())
        before = [word.lower() for word in _WORDS.findall(one.text[place.start : at.start])[-_BEFORE:]]
        if not any(word in load("opposites.yaml")["turned"] or word.endswith(("n't", "n’t")) for word in before):
            yield name, side, Value(one.claim.article, at.of(one.text), at.start, at.end)


def _sides(text: str) -> Iterator[tuple[str, int, re.Match[str]]]:
    for name, patterns in _patterns().items():
        for side, pattern in enumerate(patterns):
            for match in pattern.finditer(text):
                yield name, side, match


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    return {
        name: tuple(re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])") for words in sides)
        for name, sides in load("opposites.yaml")["sides"].items()
    }
