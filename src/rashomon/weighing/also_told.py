"""Which accounts tell a line's matter in a clause that no line of it has: nobody is silent who only words it otherwise.

A judge of three traits looks at each clause of an account that a line does not have; its weights were fitted on stories
tabled by hand (training/also_told.py). It can tell that two passages tell of one thing, never that they part: what
could part them keeps them apart.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from rashomon.linking.chains import own_chain
from rashomon.model import Claim, Difference, Sentence, Slot, Span, StoryEntity, TextSlot, hashed
from rashomon.stories.joining import Place
from rashomon.weighing.clauses import clause_of
from rashomon.weighing.faced import may_be_joined
from rashomon.weighing.likeness import Words, likeness
from rashomon.weighing.passages import Clause, Passage, Passages, cue_of
from rashomon.weighing.sides import are_opposed
from rashomon.weighing.standing import differences
from rashomon.weighing.told import Told
from rashomon.weighing.words import bag

Matter = list[Told]
Weighed = list[tuple[Matter, tuple[Difference, ...]]]
Likely = Mapping[tuple[Place, Place], float]
_Start = tuple[str, int]
"""An article and the place of a word's first character in it."""

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
    clauses = _Clauses(passages.clauses(), likely)
    cued: dict[str, list[tuple[Span, Told]]] = defaultdict(list)
    for one in (one for matter, _ in matters for one in matter):
        if (cue := cue_of(one)) is not None:
            cued[one.claim.article].append((cue, one))
    grown = []
    for matter, parted in matters:
        has = {one.claim.article for one in matter}
        claims = [claim for one in matter if (claim := passages.claim(one)) is not None and not claim.words.are_few]
        best: dict[str, tuple[float, int, Passage]] = {}
        for claim in claims:
            for sure, clause in clauses.that_tell(claim, has):
                found = (sure + claim.words.literal(clause.words), -clause.span.start, clause)
                best[clause.article] = max(best.get(clause.article, found), found, key=lambda f: f[:2])
        new = [_told(best[article][2], cued[article], people) for article in sorted(best)]
        grown.append(([*matter, *(one for one in new if _may_join(matter, one))], parted))
    return _each_once(grown)


class _Clauses:
    """The clauses of a story, by the words for happenings and by the telling words that they have."""

    def __init__(self, clauses: Sequence[Clause], likely: Likely) -> None:
        self._clauses = clauses
        self._near: dict[_Start, dict[_Start, float]] = defaultdict(dict)
        for ((a, x), (b, y)), how in likely.items():
            if how >= _LIKELY:
                self._near[a, x.start][b, y.start] = how
                self._near[b, y.start][a, x.start] = how
        self._at: dict[_Start, list[int]] = defaultdict(list)
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, (clause, _) in enumerate(clauses):
            for token in clause.tokens:
                self._at[clause.article, token.idx].append(number)
            for key in sorted(clause.words.keys):
                self._with[key].append(number)

    def that_tell(self, claim: Passage, without: AbstractSet[str]) -> Iterator[tuple[float, Passage]]:
        """Claim, and articles that are out of the question -> the clauses that surely tell it, each with how sure."""
        likely = self._likely(claim)
        for number in sorted(likely.keys() | self._alike(claim)):
            clause, around = self._clauses[number]
            if clause.article in without or not claim.words.keys & clause.words.keys:
                continue
            how = likely.get(number, 0.0)
            sure = _sure(claim, clause, around, how) if how else likeness(claim.words, clause.words)
            if sure >= (_SURE if how else _ALIKE) and not _are_apart(claim, clause):
                yield sure, clause

    def _likely(self, claim: Passage) -> dict[int, float]:
        """Claim -> clauses with a word that is likely for its deed, or that tell a deed for which it has a word."""
        found: dict[int, float] = {}
        for token in claim.tokens:
            for place, how in self._near.get((claim.article, token.idx), {}).items():
                for number in self._at[place]:
                    verb = self._clauses[number].passage.verb
                    if token == claim.verb or place[1] == verb.idx:
                        found[number] = max(how, found.get(number, 0.0))
        return found

    def _alike(self, claim: Passage) -> set[int]:
        """Claim -> clauses that have half of its telling words to the letter."""
        held: dict[int, float] = defaultdict(float)
        for keys, weight in zip(claim.words.each, claim.words.weights, strict=True):
            for number in {number for key in keys for number in self._with.get(key, ())}:
                held[number] += float(weight)
        half = _HALF * float(claim.words.weights.sum())
        return {number for number, weight in held.items() if weight >= half}


def _sure(claim: Passage, clause: Passage, around: Words, likely: float) -> float:
    """How sure it is that a clause tells what a claim does, by the judge."""
    rarest = float((claim.words.weights * claim.words.shared(clause.words)).max())
    return Traits(claim.words.covered(around), rarest, likely).sure


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
    reading, article = clause.reading, clause.article
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
