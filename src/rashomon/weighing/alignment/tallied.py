"""Figures and ranks of two accounts: the dead of one happening, the largest of one kind."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.lexicon.files import load
from rashomon.model import Difference, StoryEntity
from rashomon.weighing.alignment.moments import on_one_day
from rashomon.weighing.alignment.parts import fit
from rashomon.weighing.alignment.stances import Facing
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import value
from rashomon.weighing.compared.measures import grain, hold
from rashomon.weighing.compared.wordings import told_in_common

_RANKED = 4.0  # how sure it is that two ranks are of one thing, and a tenth for each word in common
_COUNTED = 4.0  # that two accounts' only counts are of the same people
_SAME = 5.0  # that one number is
_MANY_WORDS = 3
_DEAD = "tally dead"
_EXACT = 100  # fewer dead than that are told to the man where nothing says "about"


def ranked(one: Telling, two: Telling, people: Mapping[str, StoryEntity]) -> Facing | None:
    """Two tellings that rank something -> a pair where it is one thing, and the places are two."""
    scope = told_in_common(one.thing.qualities, two.thing.qualities)
    noun = one.thing.keys & two.thing.keys
    if not ((noun and scope) or (len(scope) > _MANY_WORDS and not (one.thing.keys and two.thing.keys))):
        return None
    low, high = (one, two) if one.rank < two.rank else (two, one)
    narrower = low.thing.loose - high.thing.qualities - high.thing.loose  # the third of one league, the fifth of all
    if one.rank == two.rank or narrower or fit(one.doer, two.doer, people) == "apart":
        return None
    values = tuple(sorted(value(x, x.mark) for x in (one, two)))
    return Facing(_RANKED + 0.1 * len(scope), one, two, (Difference("rank", values, conflict=True),))


def counts(told: Sequence[Telling]) -> Iterator[Facing]:
    """Tellings -> pairs that count the same people of one happening: the same number, or two accounts' only ones."""
    by_tally: dict[str, list[Telling]] = defaultdict(list)
    for one in told:
        if one.count is not None:
            by_tally[next(iter(one.deeds))].append(one)
    for held in by_tally.values():
        for a, b in combinations(sorted({one.article for one in held}), 2):
            first, second = [x for x in held if x.article == a], [x for x in held if x.article == b]
            yield from _count_pairs(first, second)


def _count_pairs(first: Sequence[Telling], second: Sequence[Telling]) -> Iterator[Facing]:
    pairs = [(x, y, hold(x.count.amount, y.count.amount)) for x in first for y in second if x.count and y.count]
    same = [(x, y) for x, y, how in pairs if how == "same" and x.count and y.count and x.count.amount.value > 1]
    if same:
        yield Facing(_SAME, *same[0], ())
        return
    x, y, how = pairs[0]
    comparable = on_one_day(x, y) and _of_one_group(x, y) and not (_is_counting(x) or _is_counting(y))
    if len(pairs) > 1 or how != "apart" or not comparable or _are_rounded(x, y):
        return
    values = tuple(sorted(value(t, t.count.amount.span) for t in (x, y) if t.count and t.count.amount.span))
    yield Facing(_COUNTED, x, y, (Difference("amount", values, conflict=True),))


def _are_rounded(one: Telling, two: Telling) -> bool:
    """Whether one of two figures is the other, told with fewer digits; of a few dead nobody leaves one out."""
    a, b = (x.count.amount.value if x.count else 0.0 for x in (one, two))
    exact = _DEAD in one.deeds & two.deeds and max(a, b) < _EXACT
    return not exact and abs(a - b) <= max(grain(a), grain(b))


def _of_one_group(one: Telling, two: Telling) -> bool:
    a, b = one.count, two.count
    return bool(a and b and ((a.is_anybody and b.is_anybody) or a.nouns & b.nouns))


def _is_counting(one: Telling) -> bool:
    """Whether a number is told as one that will change: "so far", "rose to"."""
    words = f" {one.sentence.of(one.reading.text).lower()} "
    return any(f" {word} " in words for word in load("contrasts.yaml")["counting"])
