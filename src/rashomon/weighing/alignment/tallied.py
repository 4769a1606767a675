"""Figures and ranks of two accounts: the dead of one happening, the largest of one kind."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from rashomon.lexicon.files import load
from rashomon.linking.dates.calendar import MONTHS
from rashomon.model import Difference, StoryEntity
from rashomon.text.grammar import head_of
from rashomon.weighing.alignment.moments import on_one_day
from rashomon.weighing.alignment.parts import fit
from rashomon.weighing.alignment.stances import Facing
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import value
from rashomon.weighing.compared import places
from rashomon.weighing.compared.days import gap, published
from rashomon.weighing.compared.measures import grain, hold
from rashomon.weighing.compared.wordings import kin, told_in_common
from rashomon.weighing.compared.words import stem

_RANKED = 4.0  # how sure it is that two ranks are of one thing, and a tenth for each word in common
_COUNTED = 4.0  # that two accounts' only counts are of the same people
_SAME = 5.0  # that one number is
_MANY_WORDS = 3
_MANY = 4  # people; fewer are held here and freed there by chance
_DEAD = "tally dead"
_TURNOUT = "tally turnout"
_VOTES = "tally votes "
_DAYS_OF_COUNTING = 3  # days
_CUT = 0.1  # percent; some leave digits out and do not round: "62.97 percent", "62.9 percent"
_MONTH_OR_YEAR = re.compile(rf"\b(?:{'|'.join(filter(None, MONTHS))}|(?:19|20)\d\d)\b")
_EXACT = 100  # fewer dead than that are told to the man where nothing says "about"


def ranked(one: Telling, two: Telling, people: Mapping[str, StoryEntity]) -> Facing | None:
    """Two tellings that rank something -> a pair where it is one thing, and the places are two."""
    scope = told_in_common(one.thing.qualities, two.thing.qualities)
    noun = one.thing.keys & two.thing.keys
    if not ((noun and scope) or (len(scope) > _MANY_WORDS and not (one.thing.keys and two.thing.keys))):
        return None
    low, high = (one, two) if one.rank < two.rank else (two, one)
    narrower = low.thing.loose - high.thing.qualities - high.thing.loose  # the third of one league, the fifth of all
    narrower |= _spans(low) - _spans(high)
    if one.rank == two.rank or narrower or fit(one.doer, two.doer, people) == "apart":
        return None
    values = tuple(sorted(value(x, x.mark) for x in (one, two)))
    return Facing(_RANKED + 0.1 * len(scope), one, two, (Difference("rank", values, conflict=True),))


def _spans(one: Telling) -> frozenset[str]:
    """Over what a rank counts, behind or before its noun: "the second game of the season", "his third career game"."""
    return frozenset(t.lemma_.lower() for t in one.tokens) & frozenset(load("contrasts.yaml")["spans"])


def counts(told: Sequence[Telling]) -> Iterator[Facing]:
    """Tellings -> pairs that count the same people of one happening: the same number, or two accounts' only ones."""
    by_tally: dict[str, list[Telling]] = defaultdict(list)
    for one in told:
        if one.count is not None:
            by_tally[next(iter(one.deeds))].append(one)
    for held in by_tally.values():
        for a, b in combinations(sorted({one.article for one in held}), 2):
            yield from _count_pairs(*(list(_once(_of_now([x for x in held if x.article == name]))) for name in (a, b)))


def turned(told: Sequence[Telling], people: Mapping[str, StoryEntity]) -> Iterator[Facing]:
    """Tellings -> pairs that count the same people by one number, of whom one says that they were held, one freed.

    "The navy foiled the attack, seizing 26 Malian sailors", "foiled the attack and rescued 26 Malian crewmen": the
    same by doer, or by the deed on which their clauses hang, and of one kind. Who has both sides contradicts nobody.
    """
    held, freed = ([one for one in told if f"tally {name}" in one.deeds] for name in ("arrested", "rescued"))
    for one, two in product(held, freed):
        both = [x for x in (*held, *freed) if x.article in {one.article, two.article} and _value(x) == _value(one)]
        sides = {(x.article, next(iter(x.deeds))) for x in both}
        alone = len(sides) == len({one.article, two.article}) == len((one, two))
        one_group = _count_one_kind(one, two) and on_one_day(one, two) and not (one.denied or two.denied)
        if alone and one_group and (fit(one.doer, two.doer, people) == "same" or _above(one) & _above(two)):
            values = tuple(sorted(value(x, x.stance) for x in (one, two)))
            yield Facing(_COUNTED, one, two, (Difference("result", values, conflict=True),))


def _value(one: Telling) -> float:
    return one.count.amount.value if one.count is not None else 0.0


def _count_one_kind(one: Telling, two: Telling) -> bool:
    """Whether two counts are one number, no small one, of those whom one word tells: "26 Malian sailors"."""
    if one.count is None or two.count is None or _value(one) < _MANY:
        return False
    exact = one.count.amount.bound == two.count.amount.bound == "exactly"
    return exact and _value(one) == _value(two) and bool(one.thing.qualities & two.thing.qualities)


def _above(one: Telling) -> frozenset[str]:
    """The deed on which a clause hangs, by the verbs that can stand for it."""
    above = next((t for t in one.verb.ancestors if t.pos_ == "VERB"), None)
    return kin(above.lemma_.lower()) if above is not None else frozenset()


def _of_now(told: Sequence[Telling]) -> Sequence[Telling]:
    """Counts of one account -> of several those whose sentence names no month or year, if any: none of an old quake."""
    undated = [one for one in told if not _MONTH_OR_YEAR.search(one.sentence.of(one.reading.text))]
    return undated if len(told) > 1 and undated else told


def _once(told: Sequence[Telling]) -> Iterator[Telling]:
    """Counts of one account -> the same, of those that count by one number ("hurt" and "injured") the first."""
    known = set()
    for one in told:
        place = one.count.amount.span if one.count is not None else None
        if place not in known:
            known.add(place)
            yield one


def _count_pairs(first: Sequence[Telling], second: Sequence[Telling]) -> Iterator[Facing]:
    pairs = [(x, y, hold(x.count.amount, y.count.amount)) for x in first for y in second if x.count and y.count]
    same = [(x, y) for x, y, how in pairs if how == "same" and x.count and y.count and x.count.amount.value > 1]
    if len(pairs) == 1 and _is_of_an_election(x := pairs[0][0], y := pairs[0][1]):
        near = pairs[0][2] != "apart" or _are_rounded(x, y) or abs(_value(x) - _value(y)) < _CUT
        same += [(x, y)] if near else []  # "16.3 percent", "about 16 percent"
    if same:
        yield Facing(_SAME, *same[0], ())
        return
    x, y, how = pairs[0]
    comparable = (
        (on_one_day(x, y) or _is_of_an_election(x, y))
        and _of_one_group(x, y)
        and not (_is_counting(x) or _is_counting(y))
    )
    if any(_says_none_too(a, b) for a, b in ((x, y), (y, x))) or _measure_two(x, y):
        return
    if len(pairs) > 1 or how != "apart" or not comparable or _are_rounded(x, y):
        return
    values = tuple(sorted(value(t, t.count.amount.span) for t in (x, y) if t.count and t.count.amount.span))
    yield Facing(_COUNTED, x, y, (Difference("amount", values, conflict=True),))


def _is_of_an_election(one: Telling, two: Telling) -> bool:
    """Whether two figures are shares of voters or of votes, which stay what they are for some days, once counted."""
    days = [published(x.reading) for x in (one, two)]
    near = days[0] is None or days[1] is None or gap(days[0], days[1]) <= _DAYS_OF_COUNTING
    voted = all(any(deed == _TURNOUT or deed.startswith(_VOTES) for deed in x.deeds) for x in (one, two))
    shares = all(x.count is not None and x.count.amount.unit == "percent" for x in (one, two))
    return near and voted and shares and not _measure_two(one, two)


def _measure_two(one: Telling, two: Telling) -> bool:
    """Whether two figures by name are of two places or kinds: "turnout in Peru", "Chile's turnout", "black turnout"."""
    if not all(x.count is not None and not x.count.is_anybody for x in (one, two)):
        return False
    first, second = (x.span.of(x.reading.text) for x in (one, two))
    narrower = any(_kinds(a) - {t.lower_ for t in b.verb.sent} for a, b in ((one, two), (two, one)))
    return narrower or places.elsewhere(first, second) or fit(one.thing, two.thing, {}) == "apart"


def _kinds(one: Telling) -> frozenset[str]:
    """Words right before the name of a figure that tell of whom or of which kind it is."""
    noun = head_of(one.reading.doc, one.mark)
    told = (c for c in noun.children if c.dep_ in {"amod", "compound", "poss"} and c.pos_ in {"NOUN", "PROPN", "ADJ"})
    return frozenset(c.lower_ for c in told if not c.like_num) - frozenset(load("contrasts.yaml")["of_all"])


def _says_none_too(one: Telling, two: Telling) -> bool:
    """Whether an account that counts some says, as another does, that there were none: "no injuries"."""
    if one.count is None or one.count.amount.value:
        return False
    words = {stem(t.lower_) for t in two.reading.doc if t.i and t.nbor(-1).lower_ == "no"}
    return stem(one.count.amount.text.lower()) in words


def _are_rounded(one: Telling, two: Telling) -> bool:
    """Whether one of two figures is the other, told with fewer digits; of a few dead nobody leaves one out."""
    a, b = (x.count.amount.value if x.count else 0.0 for x in (one, two))
    exact = _DEAD in one.deeds & two.deeds and max(a, b) < _EXACT
    return not exact and abs(a - b) <= max(grain(a), grain(b))


def _of_one_group(one: Telling, two: Telling) -> bool:
    a, b = one.count, two.count
    if a and b and any(x.is_anybody and not (x.nouns or x.amount.value) for x in (a, b)):
        return True  # "nobody was hurt"
    return bool(a and b and ((a.is_anybody and b.is_anybody) or a.nouns & b.nouns))


def _is_counting(one: Telling) -> bool:
    """Whether a number is told as one that will change: "so far", "rose to"."""
    words = f" {one.sentence.of(one.reading.text).lower()} "
    return any(f" {word} " in words for word in load("contrasts.yaml")["counting"])
