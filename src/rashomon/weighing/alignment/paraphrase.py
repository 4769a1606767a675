"""Clauses that no line of several accounts has, and that tell one thing, each in its own words.

A judge of seven traits says how sure that is; its weights were fitted on stories tabled by hand
(training/paraphrase.py). Only two clauses of which each is the other's nearest in its account tell one thing: all
clauses of a story share words, and one more or less tells little; that no other is nearer tells much. What words have
in common makes no deed of two verbs one (who attacked a town did not flee it): one must be known to stand for the
other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.model import Span, StoryEntity
from rashomon.stories.joining import Likely
from rashomon.text.grammar import head_of, is_finite
from rashomon.weighing.alignment.align import rank
from rashomon.weighing.alignment.also_told import are_apart, claim_of, how_sure
from rashomon.weighing.alignment.faced import may_be_joined
from rashomon.weighing.alignment.gathered import are_two_kinds
from rashomon.weighing.alignment.parts import act_for_two
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.passages import Clause, Passage, Passages
from rashomon.weighing.compared.places import are_done_elsewhere
from rashomon.weighing.compared.plain_clauses import is_told

_WEIGHTS = (3.83, 1.39, 0.86, 0.035, 0.081, 1.18, 0.34)
_BIAS = -5.08
_NEAREST = 3  # of another account's clauses, those with most words in common, that the judge looks at
_COMMON = 200  # clauses with a word; more of them tell nothing apart
_SURE = 0.45  # that two clauses tell one thing
_VERY_SURE = 0.6  # where one of them stands in a line of its account; set with the next on dev stories
_MOST = 0.65  # of one clause, that the other has
_STATES = frozenset({"be", "have"})
_Start = tuple[str, int]
"""An article and the place of a word's first character in it."""


class Traits(NamedTuple):
    """What the judge looks at in two clauses.

    ``less`` and ``more`` are how much of the one's words the other clause has and the other way round, the smaller
    share and the larger, by weight of its words, each as near as the nearest (0 to 1); ``likely`` how likely a word of
    the one is for a happening that a word of the other is for (stories/joining.py; 0 to 1); ``shared`` the weight of
    the words that both have, ``around`` of those that their sentences have; ``numbers`` how many figures both give;
    ``speaker`` whether one speaker says both.
    """

    less: float
    more: float
    likely: float
    shared: float
    around: float
    numbers: int
    speaker: bool

    @property
    def sure(self) -> float:
        """How sure it is that the two tell one thing, 0 to 1."""
        return how_sure(self, _WEIGHTS, _BIAS)


def paraphrased(lined: Weighed, passages: Passages, people: Mapping[str, StoryEntity], likely: Likely) -> Weighed:
    """What has lines, a story's passages, entities, and how likely its words are for one happening -> all that has.

    A matter more is what clauses of two accounts or more tell that no line of several has, one of each; the surest
    pairs come first. What a line of one account alone tells by such a clause, it tells no longer for itself.
    """
    twins: dict[tuple[str, int], list[Clause]] = defaultdict(list)
    for clause in unlined([weighed for weighed in lined if _are_several(weighed[0])], passages):
        twins[_place(clause)].append(clause)
    clauses = [same[0] for same in twins.values()]
    free = {_place(clause) for clause in unlined(lined, passages)}
    groups: dict[int, list[int]] = {}
    for sure, pair in paraphrases(clauses, likely):
        one, two = (groups.get(number, [number]) for number in (pair.one, pair.two))
        told = [clauses[number].passage for number in (*one, *two)]
        is_free = {_place(clauses[number]) for number in (pair.one, pair.two)} <= free
        if len({passage.article for passage in told}) < len(told) or not (is_free or _is_very_sure(sure, pair.traits)):
            continue
        halves = told[: len(one)], told[len(one) :]
        if all(_may_tell_one(a, b, passages, people) for a in halves[0] for b in halves[1]):
            joined = [*one, *two]
            groups |= dict.fromkeys(joined, joined)
    found = {id(group): [clauses[number] for number in sorted(group)] for group in groups.values()}
    told_by = [
        [same.passage for clause in group for same in twins[_place(clause)]]
        for group in _without_parts(list(found.values()))
    ]
    return _with(lined, told_by, passages, people)


def _are_several(matter: Matter) -> bool:
    return len({one.claim.article for one in matter}) > 1


def _is_very_sure(sure: float, traits: "Traits") -> bool:
    """Whether two clauses tell one thing so surely that what one account alone tells in a line is another's, too."""
    return sure >= _VERY_SURE and traits.more >= _MOST


def _with(
    lined: Weighed, groups: Sequence[Sequence[Passage]], passages: Passages, people: Mapping[str, StoryEntity]
) -> Weighed:
    """What has lines, and what passages tell one thing -> the same with a matter of each group.

    Where the verb of a passage is the cue of one account's line, or tells all of it, the line's claims go into the
    matter.
    """
    alone: dict[tuple[str, int], int] = {}
    for number, (matter, parted) in enumerate(lined):
        for one in matter if not (parted or _are_several(matter)) else ():
            claim = passages.claim(one)
            if claim is not None and claim.verb is not None:
                alone.setdefault((claim.article, claim.verb.i), number)
            if claim is not None and one.trigger is not None:
                alone.setdefault((claim.article, head_of(claim.reading.doc, one.trigger).i), number)
    moved: set[int] = set()
    grown: list[Matter] = []
    for group in groups:
        homes = {alone[at] for passage in group if (at := (passage.article, passage.verb.i)) in alone} - moved
        at_home = {one.claim.article for number in homes for one in lined[number][0]}
        others = matter_of([passage for passage in group if passage.article not in at_home], people)
        parts = [*(lined[number][0] for number in sorted(homes)), *([one] for one in others)]
        two_kinds = any(are_two_kinds(x, y) for a, b in combinations(parts, 2) for x in a for y in b)
        if homes and (two_kinds or not may_be_joined(parts, set())):
            continue
        grown.append(sorted((one for part in parts for one in part), key=rank))
        moved |= homes
    return [*(weighed for number, weighed in enumerate(lined) if number not in moved), *((m, ()) for m in grown)]


def _place(clause: Clause) -> tuple[str, int]:
    """Clause -> its text and where its verb stands in it: the same for copies."""
    return clause.passage.reading.text, clause.passage.verb.i


def unlined(lined: Weighed, passages: Passages) -> Iterator[Clause]:
    """What has lines, and a story's passages -> the clauses of some words that tell something, and that no line has."""
    return (clause for clause in without_line(lined, passages) if not clause.passage.words.are_few)


def without_line(lined: Weighed, passages: Passages) -> Iterator[Clause]:
    """What has lines, and a story's passages -> the clauses that tell something, short or not, that no line has."""
    evidence: dict[str, list[Span]] = defaultdict(list)
    for one in (one for matter, _ in lined for one in matter):
        evidence[one.claim.article] += one.claim.evidence
    for clause in passages.clauses:
        passage = clause.passage
        has_line = any(span.covers(passage.cue) for span in evidence[passage.article])
        if not has_line and is_finite(passage.verb) and is_told(passage.verb):
            yield clause


def _without_parts(groups: Sequence[Sequence[Clause]]) -> list[Sequence[Clause]]:
    """Groups of clauses -> without those that lie within another, clause by clause: "where a shot was heard"."""

    def lies_in(one: Sequence[Clause], two: Sequence[Clause]) -> bool:
        spans = {clause.passage.article: clause.passage.span for clause in two}
        inner = [(spans.get(clause.passage.article), clause.passage.span) for clause in one]
        return all(outer is not None and outer.covers(span) for outer, span in inner)

    return [
        one
        for n, one in enumerate(groups)
        if not any(lies_in(one, two) and (m < n or not lies_in(two, one)) for m, two in enumerate(groups) if m != n)
    ]


def _may_tell_one(one: Passage, two: Passage, passages: Passages, people: Mapping[str, StoryEntity]) -> bool:
    """Whether one of two clauses has a word for the other's deed, and nothing parts them."""
    return (
        not are_apart(one, two)
        and not act_for_two(one.doers, two.doers, people)
        and not are_done_elsewhere(one.verb, two.verb)
        and (passages.tells(one, two) or passages.tells(two, one))
    )


def matter_of(group: Sequence[Passage], people: Mapping[str, StoryEntity]) -> Matter:
    """Clauses that tell one thing, and a story's entities -> their claims: of what is, as background."""
    is_state = all(passage.lemma in _STATES for passage in group)
    return [claim_of(passage, "background" if is_state else "event", people) for passage in group]


class Pair(NamedTuple):
    """Two clauses of two accounts by their numbers, the smaller first, and what the judge looks at in them."""

    one: int
    two: int
    traits: Traits


def paraphrases(clauses: Sequence[Clause], likely: Likely) -> list[tuple[float, Pair]]:
    """A story's clauses, and how likely its words are for one happening -> the nearest pairs, the surest first."""
    judged = ((pair.traits.sure, pair) for pair in compared(clauses, likely))
    return nearest([(sure, pair) for sure, pair in judged if sure >= _SURE], clauses)


def nearest(judged: Sequence[tuple[float, Pair]], clauses: Sequence[Clause]) -> list[tuple[float, Pair]]:
    """Pairs with how sure it is that they tell one thing -> those that are each other's nearest, the surest first."""
    best: dict[tuple[int, str], tuple[float, Pair]] = {}
    ordered = sorted(judged, key=lambda found: (-found[0], found[1].one, found[1].two))
    for found in ordered:
        for side in _sides(found[1], clauses):
            best.setdefault(side, found)
    return [found for found in ordered if all(best[side] is found for side in _sides(found[1], clauses))]


def _sides(pair: Pair, clauses: Sequence[Clause]) -> list[tuple[int, str]]:
    """Pair -> each of its clauses, with the account of the other."""
    return [
        (pair.one, clauses[pair.two].passage.article),
        (pair.two, clauses[pair.one].passage.article),
    ]


def compared(clauses: Sequence[Clause], likely: Likely) -> list[Pair]:
    """A story's clauses, and how likely its words are for one happening -> pairs of two accounts' with their traits."""
    near: dict[_Start, dict[_Start, float]] = defaultdict(dict)
    for ((a, x), (b, y)), how in likely.items():
        near[a, x.start][b, y.start] = near[b, y.start][a, x.start] = how
    return [Pair(one, two, _traits(clauses[one], clauses[two], near)) for one, two in candidates(clauses)]


def candidates(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """Clauses -> pairs of two accounts': of each clause those of each other account with most words in common."""
    weights = [_by_key(clause) for clause in clauses]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(weights):
        for key in held:
            holders[key].append(number)
    found: set[tuple[int, int]] = set()
    for number, held in enumerate(weights):
        common: dict[int, float] = defaultdict(float)
        for key in sorted(held):
            for other in holders[key] if len(holders[key]) <= _COMMON else ():
                if clauses[other].passage.article != clauses[number].passage.article:
                    common[other] += min(held[key], weights[other][key])
        by_account: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for other, weight in common.items():
            by_account[clauses[other].passage.article].append((-round(weight, 6), other))
        for others in by_account.values():
            found |= {(min(number, other), max(number, other)) for _, other in sorted(others)[:_NEAREST]}
    return sorted(found)


def _by_key(clause: Clause) -> Mapping[str, float]:
    """Clause -> the weight of each of its telling words, by stem and by entity."""
    words = clause.passage.words
    held: dict[str, float] = {}
    for keys, weight in zip(words.each, words.weights, strict=True):
        held |= {key: max(float(weight), held.get(key, 0.0)) for key in keys}
    return held


def _traits(one: Clause, two: Clause, near: Mapping[_Start, Mapping[_Start, float]]) -> Traits:
    first, second = one.passage, two.passage
    less, more = sorted((first.words.covered(second.words), second.words.covered(first.words)))
    likely = (
        near[first.article, a.idx].get((second.article, b.idx), 0.0)
        for a in first.tokens
        if (first.article, a.idx) in near
        for b in second.tokens
    )
    speakers = [passage.statement.speaker if passage.statement else "" for passage in (first, second)]
    return Traits(
        less=less,
        more=more,
        likely=max(likely, default=0.0),
        shared=first.words.in_common(second.words),
        around=one.around.in_common(two.around),
        numbers=len(first.contrasts.numbers & second.contrasts.numbers),
        speaker=bool(speakers[0]) and speakers[0] == speakers[1],
    )
