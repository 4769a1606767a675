"""Figures of one thing done, of which each of two accounts gives one, and these cannot both hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import Any

from msgspec.structs import replace

from rashomon.lexicon.files import load
from rashomon.lexicon.units import are_akin
from rashomon.linking.claims.slots import amount_slot
from rashomon.model import Amount, AmountSlot, Difference, Span, StoryEntity, Value
from rashomon.text.grammar import head_of, is_passive
from rashomon.weighing.alignment.moments import of_one_moment
from rashomon.weighing.alignment.parts import Part, are_two, fit
from rashomon.weighing.alignment.stances import Facing
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import Values, value
from rashomon.weighing.compared.contrasts import contrasts
from rashomon.weighing.compared.heads import (
    counted_noun,
    is_converted,
    is_counting,
    is_of_each,
    lemma_of,
    shares_its_noun,
)
from rashomon.weighing.compared.measures import Held, hold
from rashomon.weighing.compared.periods import are_of_two_periods
from rashomon.weighing.compared.small_counts import small_counts
from rashomon.weighing.compared.wordings import kin, nouns_for

_SURE = 3.5  # more than two clauses that are near one another, less than what two of one doer and thing are
_STATES = frozenset({"be", "have", "include"})
_VERBS = frozenset({"VERB", "AUX"})
_QUALIFYING = frozenset({"amod", "compound", "nmod"})
_TAKING_PART = frozenset({"by", "with"})
_PEOPLE = "people"
_PERCENT = "percent"  # of what, a verb does not tell


@dataclass(frozen=True, eq=False)
class _Figure:
    """An amount, the noun that it counts or that measures, its verb, and what that tells, None for nothing."""

    amount: AmountSlot
    span: Span
    noun: Any
    verb: Any
    telling: Telling | None
    is_small: bool = False

    def is_of_one_thing(self, other: "_Figure") -> bool:
        """Whether two figures measure in one way, or count the same: people by one noun, or by one for anybody."""
        if self.qualities and other.qualities and not self.qualities & other.qualities:
            return False  # Somali pirates and Yemeni ones
        if _PEOPLE not in {self.amount.unit, other.amount.unit} and are_akin(self.amount.unit, other.amount.unit):
            return True
        nouns = [_named(figure.noun) for figure in (self, other)]
        anybody = self.amount.unit == other.amount.unit and bool(set(load("contrasts.yaml")["anybody"]) & set(nouns))
        return anybody or not nouns_for(nouns[0]).isdisjoint(nouns_for(nouns[1]))

    @cached_property
    def qualities(self) -> frozenset[str]:
        """Words that tell what kind of thing is counted."""
        return frozenset(c.lemma_.lower() for c in self.noun.children if c.dep_ in _QUALIFYING and not c.like_num)

    def is_against(self, other: "_Figure") -> bool:
        """Whether two figures are of one thing that verbs for one deed tell, and cannot both hold."""
        if not self.telling or not other.telling or self.deeds.isdisjoint(other.deeds) or not self.has_scope_of(other):
            return False
        return self.is_of_one_thing(other) and self._held(other) == "apart"

    def _held(self, other: "_Figure") -> Held:
        """How two counts of one thing stand to each other, whatever it is called: "a dozen ships", "14 vessels"."""
        counted = not are_akin(self.amount.unit, other.amount.unit)
        return hold(self.amount, replace(other.amount, unit=self.amount.unit) if counted else other.amount)

    def shown(self, telling: Telling, *, hedged: bool) -> Value:
        """Its words, with how exact it is told to be where ``hedged``."""
        plain = value(telling, self.span)
        return replace(plain, value=f"{self.amount.bound} {plain.value}") if hedged else plain

    @property
    def is_done(self) -> bool:
        """Whether what is counted does it, or it is done to that, and not only in it: "houses in seven villages"."""
        first = self.noun
        while first.dep_ in {"conj", "appos"} and first.head != first:
            first = first.head
        return first.dep_ != "pobj" or first.head.lower_ in _TAKING_PART

    def has_scope_of(self, other: "_Figure") -> bool:
        """Whether small counts are of what is done, and not of two parts of it: "three touchdowns on punt returns"."""
        if not (self.is_small or other.is_small):
            return True
        scopes = [Values(figure.telling).scope for figure in (self, other) if figure.telling]
        return self.is_done and other.is_done and (not all(scopes) or bool(scopes[0] & scopes[-1]))

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The verbs that can stand for its own; none of a verb that only tells what is."""
        lemma = self.verb.lemma_.lower() if self.verb is not None else ""
        return frozenset() if lemma in _STATES else kin(lemma)

    def is_given(self, others: Sequence["_Figure"]) -> bool:
        """Whether one of others is the same, or can be."""
        return any(self.is_of_one_thing(x) and self._held(x) in {"same", "fits"} for x in others)

    def is_sole(self, left: Sequence["_Figure"], given: Sequence["_Figure"]) -> bool:
        """Whether of the thing it is the only figure of those left, and of all that its verb and its noun give.

        "12 Somali and 11 Yemeni pirates" tells how many pirates there are in two figures.
        """
        beside = [x for x in given if x.verb == self.verb]
        turned = is_converted(self.noun.doc.text, self.span)
        told = [x for x in left if not ((x.is_small or self.is_small) and x.deeds.isdisjoint(self.deeds))]
        alone = all(sum(map(self.is_of_one_thing, held)) == 1 for held in (told, beside))
        return alone and not turned and not shares_its_noun(self.noun, self.span)


def _named(noun: Any) -> str:
    """Counted noun -> what it is; of those who are only counted as such, of what: "crew members" are crew."""
    kinds = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN"]
    return lemma_of(kinds[-1] if kinds and is_counting(noun) else noun)


def sole_figures(told: Sequence[Telling], people: Mapping[str, StoryEntity]) -> Iterator[Facing]:
    """Tellings -> pairs of two accounts that part in a figure of one thing done.

    Each gives one figure that the other does not have: a total and its parts, a sum in two currencies, are no conflict.
    """
    given = _given(told)
    for a, b in combinations(sorted(given), 2):
        apart = [(x, y) for x, y in product(given[a], given[b]) if x.is_against(y)]
        if not apart:
            continue
        mine, yours = ([x for x in given[one] if not x.is_given(given[other])] for one, other in ((a, b), (b, a)))
        for one, two in apart:
            sole = one in mine and two in yours and one.is_sole(mine, given[a]) and two.is_sole(yours, given[b])
            if sole and one.telling and two.telling and are_of_one_deed(one.telling, two.telling, people):
                one_number = one.amount.value == two.amount.value  # "nearly 300", "more than 300"
                values = sorted(x.shown(x.telling, hedged=one_number) for x in (one, two) if x.telling)
                yield Facing(_SURE, one.telling, two.telling, (Difference("amount", tuple(values), conflict=True),))


def are_of_one_deed(
    one: Telling, two: Telling, people: Mapping[str, StoryEntity], figures: Sequence[Span] = ()
) -> bool:
    """Whether nothing but a figure keeps two tellings of one kind of deed apart; ``figures`` are that of each."""
    if one.denied != two.denied or one.time != two.time:
        return False
    if are_of_two_periods(*(x.sentence.of(x.reading.text) for x in (one, two))):
        return False
    if are_two(one.doer, two.doer, people) or are_two(one.thing, two.thing, people):
        return False
    if are_two(_busy(one), _busy(two), people) and fit(one.thing, two.thing, people) != "same":
        return False
    left_out = figures or (Span(0, 0), Span(0, 0))
    around = [
        contrasts([t for t in x.verb.sent if not t.is_space and not own.start <= t.idx < own.end], {})
        for x, own in zip((one, two), left_out, strict=True)
    ]
    first, second = (c._replace(numbers=frozenset(), percents=frozenset(), names={}) for c in around)
    found = Difference("amount", (), conflict=True)
    return first.fit(second) and of_one_moment(Values(one), Values(two), found)


def _busy(one: Telling) -> Part:
    """Who a clause is about: who acts, or of whom alone it tells: "Berg finished with 20 points"."""
    return one.thing if one.doer.is_open and not is_passive(one.verb) else one.doer


def _given(told: Sequence[Telling]) -> dict[str, list[_Figure]]:
    """Tellings -> the figures of each account; those that count the dead and the like are compared by tallied.py."""
    plain = {(t.article, t.verb.i): t for t in told if not t.axis and t.count is None and not t.rank}
    tallied = {(t.article, t.count.amount.span) for t in told if t.count is not None}
    found: dict[str, list[_Figure]] = {}
    for article, reading in {t.article: t.reading for t in told}.items():
        found[article] = []
        small = list(small_counts(reading, reading.doc))
        for amount in (*reading.of(Amount), *small):
            head = head_of(reading.doc, amount.span)
            noun = counted_noun(head.head if head.dep_ == "nummod" else head)
            verb = next((t for t in noun.ancestors if t.pos_ in _VERBS), None)
            compared = amount.unit != _PERCENT and (article, amount.span) not in tallied and not is_of_each(head)
            telling = plain.get((article, verb.i)) if compared and verb is not None else None
            slot = amount_slot(reading.text, amount)
            found[article].append(_Figure(slot, amount.span, noun, verb, telling, is_small=amount in small))
    return found
