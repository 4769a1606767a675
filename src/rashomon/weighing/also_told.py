"""Which accounts tell a line's matter in a clause that no line of it has: nobody is silent who only words it otherwise.

A judge of three traits looks at each clause of an account that a line does not have; its weights were fitted on stories
tabled by hand (training/also_told.py). It can tell that two passages tell of one thing, never that they part: what
could part them keeps them apart.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from rashomon.linking.chains import own_chain
from rashomon.model import Claim, Difference, Sentence, Slot, Span, StoryEntity, TextSlot, hashed
from rashomon.stories.joining import Place
from rashomon.weighing.clauses import clause_of
from rashomon.weighing.faced import may_be_joined
from rashomon.weighing.likeness import likeness
from rashomon.weighing.passages import Clause, Passage, Passages, cue_of
from rashomon.weighing.sides import are_opposed
from rashomon.weighing.standing import differences
from rashomon.weighing.told import Told
from rashomon.weighing.words import bag

Matter = list[Told]
Weighed = list[tuple[Matter, tuple[Difference, ...]]]
Likely = Mapping[tuple[Place, Place], float]
_Near = Mapping[tuple[str, int], Mapping[tuple[str, int], float]]
"""The place of a word for a happening -> those of other accounts' words, with how likely both are for one."""

_SURE = 0.58  # of a hundred clauses of dev stories that are so sure, some ninety tell the line's matter
_LIKELY = 0.6  # that words of both are for one happening
_WEIGHTS = (3.84, 0.49, 4.66)
_BIAS = -8.06
_HALF = 0.5  # of the claim's weight, to the letter
_ALIKE = 0.78  # in what their words mean, where the judges of happenings do not know the verbs for one deed


class Traits(NamedTuple):
    """What the judge looks at.

    ``covered`` is how much of what the claim says the clause's sentence has, by weight of its words, each as near as
    the nearest of the sentence (0 to 1); ``rarest`` the weight of the rarest word that clause and claim share;
    ``likely`` how likely the deed that one of them tells is one that the other has a word for (0 to 1).
    """

    covered: float
    rarest: float
    likely: float

    @property
    def sure(self) -> float:
        """How sure it is that the clause tells what the claim does, 0 to 1."""
        return 1 / (1 + math.exp(-_BIAS - math.fsum(w * t for w, t in zip(_WEIGHTS, self, strict=True))))


def also_told(matters: Weighed, passages: Passages, people: Mapping[str, StoryEntity], likely: Likely) -> Weighed:
    """Matters -> the same with the clauses of accounts that they lack and that tell them too.

    ``likely`` is how likely the story's words for happenings are for one, by pairs of them. A matter of which another
    has all claims then is left out.
    """
    near = _near(likely)
    clauses = passages.clauses()
    claims = {one.claim.id: passages.claim(one) for matter, _ in matters for one in matter}
    cued: dict[str, list[tuple[Span, Told]]] = defaultdict(list)
    for one in (one for matter, _ in matters for one in matter):
        if (cue := cue_of(one)) is not None:
            cued[one.claim.article].append((cue, one))
    grown = []
    for matter, parted in matters:
        told = [claim for one in matter if (claim := claims[one.claim.id]) is not None and not claim.words.are_few]
        silent = sorted(clauses.keys() - {one.claim.article for one in matter})
        best = [(name, clause) for name in silent if (clause := _best(told, clauses[name], near)) is not None]
        new = [_told(clause, cued[name], people) for name, clause in best]
        grown.append(([*matter, *(one for one in new if _may_join(matter, one))], parted))
    return _each_once(grown)


def _near(likely: Likely) -> _Near:
    near: dict[tuple[str, int], dict[tuple[str, int], float]] = defaultdict(dict)
    for ((a, x), (b, y)), how in likely.items():
        near[a, x.start][b, y.start] = how
        near[b, y.start][a, x.start] = how
    return near


def _best(told: Sequence[Passage], clauses: Sequence[Clause], near: _Near) -> Passage | None:
    """What a matter's claims say, and an account's clauses -> the clause that surely tells it too, None for none."""
    found = [
        (sure + claim.words.literal(clause.passage.words), -clause.passage.span.start, clause.passage)
        for claim, clause in product(told, clauses)
        if (sure := _sure(claim, clause, near)) and not _are_apart(claim, clause.passage)
    ]
    return max(found, key=lambda f: f[:2])[2] if found else None


def _sure(claim: Passage, clause: Clause, near: _Near) -> float:
    """How sure it is that a clause tells what a claim does; 0 where it is not sure enough."""
    passage, around = clause
    if not claim.words.keys & passage.words.keys:
        return 0.0
    likely = _likely(claim, passage, near)
    if likely < _LIKELY:
        alike = likeness(claim.words, passage.words) if claim.words.literal(passage.words) >= _HALF else 0.0
        return alike if alike >= _ALIKE else 0.0
    rarest = float((claim.words.weights * claim.words.shared(passage.words)).max())
    sure = Traits(claim.words.covered(around), rarest, likely).sure
    return sure if sure >= _SURE else 0.0


def _likely(claim: Passage, clause: Passage, near: _Near) -> float:
    places = {(clause.reading.article.id, t.idx): t for t in clause.tokens}
    return max(
        (
            how
            for t in claim.tokens
            for place, how in near.get((claim.reading.article.id, t.idx), {}).items()
            if place in places and (t == claim.verb or places[place] == clause.verb)
        ),
        default=0.0,
    )


def _are_apart(claim: Passage, clause: Passage) -> bool:
    """Whether something in two passages forbids that they tell one thing."""
    if claim.is_ahead != clause.is_ahead or are_opposed(claim.lemma, clause.lemma):
        return True
    if claim.figures and not claim.figures & clause.contrasts.numbers:
        return True
    crossed = claim.doers & clause.words.keys or clause.doers & claim.words.keys
    if crossed and not claim.doers & clause.doers:
        return True  # the one does what the other suffers
    return not claim.contrasts.fit(clause.contrasts) or _are_said_apart(claim.statement, clause.statement)


def _are_said_apart(one: Told | None, two: Told | None) -> bool:
    """Whether what two passages stand in, a statement or an outlet's own voice, tells that they are two."""
    if one is None or two is None:
        return any(statement is not None and not _is_passed_on(statement) for statement in (one, two))
    quoting = bool(one.utterances and two.utterances)  # each has its own words
    speakers = bool(one.speaker and two.speaker) and one.speaker != two.speaker
    return quoting or speakers or one.denies != two.denies


def _is_passed_on(statement: Told) -> bool:
    """Whether a statement only passes on what is so: "police said", not "he denied" or "attacked it as"."""
    return not statement.denies and statement.cue_words.keys() <= _passing_on()


@cache
def _passing_on() -> frozenset[str]:
    """Cues that only pass something on; "said" and "told" are so common that they have no stem."""
    return frozenset(bag("according reported confirmed announced added stated noted"))


def _told(clause: Passage, cued: Sequence[tuple[Span, Told]], people: Mapping[str, StoryEntity]) -> Told:
    """A clause -> the claim that its verb is the cue of, else a claim of its own, on the word of whom it is told."""
    verb = Span(clause.verb.idx, clause.verb.idx + len(clause.verb))
    known = next((one for cue, one in cued if cue.meets(verb)), None)
    if known is not None:
        return known
    reading, article = clause.reading, clause.reading.article.id
    sentence = next(s.span for s in reading.of(Sentence) if s.span.covers(verb))
    span = clause.span if sentence.covers(clause.span) else verb
    name = hashed(article, "also told", verb)
    slots: dict[str, Slot] = {
        "trigger": TextSlot(verb.of(reading.text), verb),
        "what": TextSlot(span.of(reading.text), span),
    }
    chain = clause.statement.claim.chain if clause.statement is not None else own_chain(reading)
    within = clause.statement.claim.finding if clause.statement is not None else None
    claim = Claim(hashed(article, "claim", "also told", name), article, "event", name, (span,), chain, slots, within)
    return Told(claim, reading, None, sentence, quoted=False, clause=clause_of(reading, verb), people=people)


def _may_join(matter: Matter, new: Told) -> bool:
    """Whether a matter with a further claim parts in nothing in which it did not part before."""
    return may_be_joined([matter, [new]], {found.slot for found in differences(matter) if found.conflict})


def _each_once(matters: Weighed) -> Weighed:
    """Matters -> without those whose claims another of their kind has, too."""
    ids = [frozenset(one.claim.id for one in matter) for matter, _ in matters]
    kinds = [matter[0].claim.kind for matter, _ in matters]

    def is_held(n: int) -> bool:
        return any(
            kinds[n] == kinds[m] and (ids[n] < ids[m] or (ids[n] == ids[m] and m < n))
            for m in range(len(matters))
            if m != n
        )

    return [weighed for n, weighed in enumerate(matters) if weighed[1] or not is_held(n)]
