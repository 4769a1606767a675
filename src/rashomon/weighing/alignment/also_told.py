"""Which accounts tell a line's matter in a clause that no line of it has: nobody is silent who only words it otherwise.

A judge of three traits looks at each clause of an account that a line does not have; its weights were fitted on stories
tabled by hand (training/also_told.py). It can tell that two passages tell of one thing, never that they part: what
could part them keeps them apart.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rashomon.lexicon.units import are_akin
from rashomon.linking.claims.slots import amount_slot
from rashomon.model import Amount, AmountSlot, ClaimKind, Sentence, Span, StoryEntity
from rashomon.stories.joining import Likely
from rashomon.text.grammar import is_finite, is_negated
from rashomon.weighing.alignment.align import rank
from rashomon.weighing.alignment.faced import may_be_joined
from rashomon.weighing.alignment.gathered import are_two_kinds
from rashomon.weighing.alignment.parts import act_for_two
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.passages import Passage, Passages
from rashomon.weighing.claims.quotations import is_open, same_speaker
from rashomon.weighing.claims.told import Told
from rashomon.weighing.claims.unread import Unread, claimed
from rashomon.weighing.compared.befores import are_of_two_times
from rashomon.weighing.compared.days import are_two_news, published
from rashomon.weighing.compared.likeness import Words, likeness
from rashomon.weighing.compared.measures import are_near, hold
from rashomon.weighing.compared.persons import are_of_two_persons, are_one_and_several
from rashomon.weighing.compared.plain_clauses import is_awaited
from rashomon.weighing.compared.sides import are_opposed
from rashomon.weighing.compared.thoughts import is_thought
from rashomon.weighing.compared.wordings import kin
from rashomon.weighing.standings.standing import differences

_Start = tuple[str, int]
"""An article and the place of a word's first character in it."""

_SURE = 0.5  # that a clause tells the line's matter; set on dev stories
_ONE_DEED = 0.35  # where both name one doer and have one verb
_STATES = frozenset({"be", "have"})
_LIKELY = 0.6  # that a word of the clause is for the line's deed
_WEIGHTS = (2.78, 0.73, 2.03)
_BIAS = -5.71
_HALF = 0.5  # of the claim's weight, to the letter
_ALIKE = 0.78  # in what their words mean, where the judges of happenings do not know the verbs for one deed


class Traits(NamedTuple):
    """What the judge looks at.

    ``covered`` is how much of what the claim says the clause's sentence has, by weight of its words, each as near as
    the nearest of the sentence (0 to 1); ``rarest`` the weight of the rarest word that clause and claim share;
    ``likely`` how likely a word of the clause is for the claim's deed (stories/joining.py; 0 to 1).
    """

    covered: float
    rarest: float
    likely: float

    @property
    def sure(self) -> float:
        """How sure it is that the clause tells what the claim does, 0 to 1."""
        return how_sure(self, _WEIGHTS, _BIAS)


def how_sure(traits: Sequence[float], weights: Sequence[float], bias: float) -> float:
    """Traits, and the weights and bias of a logistic regression -> how sure its judge is, 0 to 1."""
    return 1 / (1 + math.exp(-bias - math.fsum(w * t for w, t in zip(weights, traits, strict=True))))


def also_told(matters: Weighed, passages: Passages, people: Mapping[str, StoryEntity], likely: Likely) -> Weighed:
    """Matters -> the same with the clauses of accounts that they lack and that tell them too.

    ``likely`` is how likely the story's words for happenings are for one, by pairs of them. A matter of which another
    has all claims then is left out.
    """
    clauses = Clauses(passages, likely)
    cued: dict[str, list[tuple[Span, Told]]] = defaultdict(list)
    for one in (one for matter, _ in matters for one in matter):
        if (cue := one.trigger) is not None:
            cued[one.claim.article].append((cue, one))
    grown = []
    for matter, parted in matters:
        if parted:
            grown.append((matter, parted))
            continue
        has, quotes = {one.claim.article for one in matter}, any(one.utterances for one in matter)
        claims = [claim for one in matter if (claim := passages.claim(one)) is not None and not claim.words.are_few]
        best: dict[str, tuple[tuple[float, bool, int], Passage, Passage]] = {}
        for claim in claims:
            for sure, clause in clauses.that_tell(claim):
                if clause.article in has or (quotes and clause.statement and clause.statement.utterances):
                    continue  # two utterances, each with its own words, are two lines
                if claim.is_told_by(clause.verb) and act_for_two(claim.doers, clause.doers, people):
                    continue
                near = sure + claim.words.literal(clause.words)
                found = ((near, claim.is_told_by(clause.verb), -clause.span.start), clause, claim)
                best[clause.article] = max(best.get(clause.article, found), found, key=lambda f: f[0])
        for article in sorted(best):
            new = _told(*best[article][1:], cued[article], people)
            matter = [*matter, new] if _may_join(matter, new) else matter  # noqa: PLW2901 - it grows
        grown.append((sorted(matter, key=rank) if matter[0].is_only_named else matter, parted))
    return _each_once(grown)


class Clauses:
    """The clauses of a story, by the words for happenings and by the telling words that they have."""

    def __init__(self, passages: Passages, likely: Likely) -> None:
        self._passages = passages
        self._clauses = passages.clauses
        self._near: dict[_Start, dict[_Start, float]] = defaultdict(dict)
        for ((a, x), (b, y)), how in likely.items():
            if how >= _LIKELY:
                self._near[a, x.start][b, y.start] = how
                self._near[b, y.start][a, x.start] = how
        self._at: dict[_Start, list[int]] = defaultdict(list)
        self._words: dict[_Start, Any] = {}
        self._with: dict[str, list[int]] = defaultdict(list)
        self._beside: dict[Words, list[Passage]] = defaultdict(list)
        for number, (clause, around) in enumerate(self._clauses):
            self._beside[around].append(clause)
            for token in clause.tokens:
                self._at[clause.article, token.idx].append(number)
                self._words[clause.article, token.idx] = token
            for key in sorted(clause.words.keys):
                self._with[key].append(number)

    def that_tell(self, claim: Passage) -> Iterator[tuple[float, Passage]]:
        """Claim -> the clauses of others that surely tell what it does, each with how sure."""
        known = set()
        for clause, around, how in self.likely_for(claim):
            known.add(clause)
            sure = traits(claim, clause, around, how).sure
            enough = _ONE_DEED if _is_one_deed(claim, clause) else _SURE
            if sure >= enough and not are_apart(claim, clause):
                yield sure, self._nearest(claim, clause, around)
        for clause in self._alike(claim):
            alike = likeness(claim.words, clause.words) if clause not in known else 0.0
            if alike >= _ALIKE and not are_apart(claim, clause):
                yield alike, clause

    def _nearest(self, claim: Passage, clause: Passage, around: Words) -> Passage:
        """A claim, a clause that tells it, its sentence's words -> it or, of half a clause, the whole one with most."""
        if is_finite(clause.verb):
            return clause
        whole = [c for c in self._beside[around] if is_finite(c.verb) and not are_apart(claim, c)]
        return max([clause, *whole], key=lambda one: claim.words.literal(one.words))

    def likely_for(self, claim: Passage) -> Iterator[tuple[Passage, Words, float]]:
        """Claim -> clauses with a word in common and one that is likely for its deed.

        Each with the words of its sentence, and how likely that is.
        """
        found: dict[int, float] = {}
        start = claim.verb.idx if claim.verb is not None else -1
        for place, how in self._near.get((claim.article, start), {}).items():
            word = self._words.get(place)
            if word is not None and self._passages.is_for(word, place[0], claim):
                found |= {number: max(how, found.get(number, 0.0)) for number in self._at[place]}
        for number in sorted(found):
            clause, around = self._clauses[number]
            if claim.words.keys & clause.words.keys:
                yield clause, around, found[number]

    def _alike(self, claim: Passage) -> Iterator[Passage]:
        """Claim -> clauses that have half of its telling words to the letter."""
        held: dict[int, float] = defaultdict(float)
        for keys, weight in zip(claim.words.each, claim.words.weights, strict=True):
            for number in {number for key in keys for number in self._with.get(key, ())}:
                held[number] += float(weight)
        half = _HALF * float(claim.words.weights.sum())
        clauses = (self._clauses[number].passage for number in sorted(held) if held[number] >= half)
        yield from (clause for clause in clauses if self._passages.tells(clause, claim))


def traits(claim: Passage, clause: Passage, around: Words, likely: float) -> Traits:
    """Claim, clause, the words of the clause's sentence, and how likely the deed is one -> what the judge looks at."""
    rarest = float((claim.words.weights * claim.words.shared(clause.words)).max())
    return Traits(claim.words.covered(around), rarest, likely)


def are_apart(claim: Passage, clause: Passage) -> bool:
    """Whether something in two passages forbids that they tell one thing."""
    if _is_open(claim) != _is_open(clause) or _lead_to_two(claim, clause):
        return True
    if claim.verb is not None and clause.verb is not None and are_of_two_times(claim.verb, clause.verb):
        return True
    if claim.verb is not None and clause.verb is not None and is_thought(claim.verb) != is_thought(clause.verb):
        return True
    if claim.is_ahead != clause.is_ahead or are_opposed(claim.lemma, clause.lemma):
        return True
    if claim.amount is not None and not _gives(clause, claim.amount):
        return True
    if _are_two_news(claim, clause) or _are_of_two_persons(claim, clause):
        return True
    crossed = claim.doers & clause.words.keys or clause.doers & claim.words.keys
    if crossed and not claim.doers & clause.doers:
        return True  # the one does what the other suffers
    return not claim.contrasts.fit(clause.contrasts) or _are_said_apart(claim.statement, clause.statement)


def _is_open(one: Passage) -> bool:
    """Whether a passage leaves open what it tells: "did not say whether he was armed", "until it is mended"."""
    if one.verb is None or one.names:
        return False
    asked = any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in one.verb.children)
    unsaid = asked and one.verb.dep_ == "ccomp" and is_negated(one.verb.head)
    return unsaid or is_awaited(one.verb)


def _lead_to_two(one: Passage, two: Passage) -> bool:
    """Whether two passages tell by one verb of two deeds that it leads to: "is scheduled to begin", "… to open"."""
    if one.lemma != two.lemma or one.names or two.names:
        return False
    deeds = [
        [kin(c.lemma_.lower()) for c in x.verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"] for x in (one, two)
    ]
    return all(deeds) and deeds[0][0].isdisjoint(deeds[1][0])


def _are_of_two_persons(one: Passage, two: Passage) -> bool:
    """Whether two passages tell of two persons, or of one and of several."""
    if one.verb is not None and two.verb is not None and are_one_and_several(one.verb, two.verb):
        return True
    known = one.verb is not None and two.verb is not None and not one.doers & two.doers
    return known and are_of_two_persons(one.verb, two.verb)


def _is_one_deed(claim: Passage, clause: Passage) -> bool:
    """Whether two passages tell by one verb what one of the story's entities does."""
    return bool(claim.doers & clause.doers) and claim.lemma == clause.lemma and clause.lemma not in _STATES


def _gives(clause: Passage, amount: AmountSlot) -> bool:
    """Whether a clause gives an amount; by its digits, where no reader has taken what it gives for one like it."""
    given = [amount_slot(clause.reading.text, a) for a in clause.reading.of(Amount) if clause.span.covers(a.span)]
    akin = [one for one in given if are_akin(one.unit, amount.unit)]
    if akin:
        return any(hold(one, amount) != "apart" and are_near(one, amount) for one in akin)
    return f"{amount.value:g}" in clause.contrasts.numbers


def _are_two_news(one: Passage, two: Passage) -> bool:
    """Whether articles that came out days apart each tell a deed as their news, without a date: last week's fall."""
    months = one.contrasts.months & two.contrasts.months
    return not months and are_two_news(*(published(passage.reading) for passage in (one, two)))


def _are_said_apart(one: Told | None, two: Told | None) -> bool:
    """Whether what two passages stand in, a statement or an outlet's own voice, tells that they are two."""
    if one is None or two is None:
        return any(statement is not None and not statement.is_passed_on for statement in (one, two))
    quoting = bool(one.utterances and two.utterances)  # each has its own words
    passed = one.is_passed_on and two.is_passed_on
    one_voice = same_speaker(one, two) or (passed and is_open(one, two)) or one.is_of_a_paper != two.is_of_a_paper
    speakers = bool(one.speaker and two.speaker) and one.speaker != two.speaker and not one_voice
    return quoting or speakers or one.denies != two.denies


def _told(
    clause: Passage, claim: Passage, cued: Sequence[tuple[Span, Told]], people: Mapping[str, StoryEntity]
) -> Told:
    """A clause and what it tells -> the claim that its verb is the cue of, if for that deed, else one of its own."""
    its_own = claim.names or claim.is_told_by(clause.verb)
    known = next((one for cue, one in cued if cue.meets(clause.cue)), None) if its_own else None
    return known if known is not None else claim_of(clause, "event", people)


def claim_of(clause: Passage, kind: ClaimKind, people: Mapping[str, StoryEntity]) -> Told:
    """A clause, the kind of claim that it makes, and the story's entities -> the claim."""
    sentence = next(s.span for s in clause.reading.of(Sentence) if s.span.covers(clause.cue))
    span = clause.span if sentence.covers(clause.span) else clause.cue
    return claimed(Unread(clause.reading, clause.cue, clause.cue, span, sentence, clause.statement), kind, {}, people)


def _may_join(matter: Matter, new: Told) -> bool:
    """Whether a matter is of no other kind of deed than a claim, and parts in nothing with the claim as without it.

    Where accounts part, nobody knows on whose side the claim would be.
    """
    if any(are_two_kinds(one, new) for one in matter):
        return False
    return not any(found.conflict for found in differences([*matter, new])) and may_be_joined([matter, [new]], set())


def _each_once(matters: Weighed) -> Weighed:
    """Matters -> without those whose claims another of their kind has, too."""
    ids = [frozenset(one.claim.id for one in matter) for matter, _ in matters]
    kinds = [matter[0].claim.kind for matter, _ in matters]

    holders: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(ids):
        for name in held:
            holders[name].append(number)

    def is_held(n: int) -> bool:
        return any(
            kinds[n] == kinds[m] and (ids[n] < ids[m] or (ids[n] == ids[m] and m < n))
            for m in holders[next(iter(ids[n]))]
            if m != n
        )

    return [weighed for n, weighed in enumerate(matters) if weighed[1] or not is_held(n)]
