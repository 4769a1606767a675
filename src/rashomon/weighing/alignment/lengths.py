"""How long a deed went on, by the clock or in days, where two accounts each tell one length of it and both cannot hold.

"Police spent two hours negotiating", "for almost three hours while they negotiated": what goes on while another deed
does goes on as long. So for what has its length before it, and is done by one doer: "serving a 12-year sentence".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product
from typing import Any, NamedTuple

from rashomon.model import AmountSlot, Difference, Reading, Span, StoryEntity, TimeExpression
from rashomon.text.grammar import head_of, is_passive
from rashomon.weighing.alignment.parts import NOBODY, Part, fit
from rashomon.weighing.alignment.sole_figures import are_of_one_deed
from rashomon.weighing.alignment.stances import Facing
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.alignment.values import value
from rashomon.weighing.compared.measures import hold
from rashomon.weighing.compared.wordings import kin, nouns_for

_SURE = 3.5  # as that two figures are of one deed
_HOURS = {"S": 1 / 3600, "MIN": 1 / 60, "H": 1.0, "D": 24.0, "W": 168.0, "FN": 336.0, "M": 730.0, "Y": 8760.0}
_BOUNDS: Mapping[str, str] = {
    "": "exactly", "APPROX": "about", "LESS_THAN": "under", "MORE_THAN": "over", "EQUAL_OR_MORE": "at least",
    "EQUAL_OR_LESS": "at most",
}  # fmt: skip
_NEARLY = re.compile(r"(?i)(?:nearly|almost|not quite|just under) ")
_BARELY = re.compile(r"(?i)(?:just|slightly|a little|a bit) (?:over|above|more than) ")
_PART = re.compile(r"(?i)\b(?:last|past|next|first|final|previous|another|additional|more|further|other)\b")
"""In words for a length of time: it is a part of another."""
_ROUNDED = 1.15  # times: so far may two lengths be apart that are one, told in other words
_VERBS = frozenset({"VERB", "AUX"})
_STATES = frozenset({"be", "have"})
_NOT_LONG = frozenset({"later", "after", "before", "earlier", "ago", "early", "late", "ahead", "away", "apart"})
_SPENDING = frozenset({"spend"})
_LASTING = frozenset({"last", "take"})  # the parser takes what they measure for an object
_WHILE = frozenset({"while", "as"})


@dataclass(frozen=True, eq=False)
class _Length:
    """A length of time, and the clause whose deed took so long, or was done to what is so long."""

    amount: AmountSlot
    span: Span
    telling: Telling
    actor: Part
    noun: frozenset[str]
    """What has the length itself, by its nouns; empty where the deed has it."""

    @property
    def thing(self) -> Part:
        """What the deed is done to, if it is done to anything."""
        own = self.telling
        if not (own.doer.keys or is_passive(own.verb)):
            return NOBODY
        kinds = frozenset(kind for kind in own.thing.kinds if not (self.noun and "-" in kind))  # "12-year"
        return replace(own.thing, kinds=kinds)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The verbs that can stand for its own."""
        lemma = self.telling.verb.lemma_.lower()
        return frozenset() if lemma in _STATES else kin(lemma)

    def is_of_one_kind(self, other: "_Length") -> bool:
        """Whether both are of a deed, or of what is called by one noun."""
        return bool(self.noun & other.noun) if self.noun or other.noun else True

    def is_sole(self, given: Sequence["_Length"]) -> bool:
        """Whether an account gives a deed of this kind no other length: "two hours and 40 minutes" are two."""
        return all(can_be_one(x.amount, self.amount) for x in given if not x.deeds.isdisjoint(self.deeds))

    def is_of_one_deed(self, other: "_Length", people: Mapping[str, StoryEntity]) -> bool:
        """Whether one doer, or what it is done to, and verbs that stand for one another tell of one deed."""
        if self.deeds.isdisjoint(other.deeds) or not self.is_of_one_kind(other):
            return False
        parts = {fit(self.actor, other.actor, people), fit(self.thing, other.thing, people)}
        figures = (self.span, other.span)
        known = "same" in parts and "apart" not in parts
        return known and are_of_one_deed(self.telling, other.telling, people, figures)


class _Named(NamedTuple):
    """A length that a noun for a deed has: "two hours of negotiations"."""

    amount: AmountSlot
    span: Span
    telling: Telling
    deeds: frozenset[str]


def lengths(told: Sequence[Telling], people: Mapping[str, StoryEntity]) -> Iterator[Facing]:
    """Tellings -> pairs of two accounts that part in how long one deed went on, of which neither has both lengths.

    Who gives one of the lengths with a noun for the deed stands with those who tell it by a verb.
    """
    given, named = _given(told), _named(told)
    known = {t.article: list(lengths_in(t.reading)) for t in told}

    def gives(article: str, amount: AmountSlot) -> bool:
        return any(can_be_one(one, amount) for one in known[article])

    for a, b in combinations(sorted(given), 2):
        for one, two in product(given[a], given[b]):
            both = gives(a, two.amount) or gives(b, one.amount)
            sole = one.is_sole(given[a]) and two.is_sole(given[b])
            if both or not sole or not one.is_of_one_deed(two, people):
                continue
            yield _apart(one, two)
            for side, other in ((one, two), (two, one)):
                same = (x for x in named if x.deeds & side.deeds and can_be_one(x.amount, side.amount))
                yield from (_apart(x, other) for x in same if not gives(x.telling.article, other.amount))


def _apart(one: "_Length | _Named", two: _Length) -> Facing:
    values = tuple(sorted(value(x.telling, x.span) for x in (one, two)))
    return Facing(_SURE, one.telling, two.telling, (Difference("amount", values, conflict=True),))


def can_be_one(one: AmountSlot, two: AmountSlot) -> bool:
    """Whether two lengths can be one, each rounded."""
    low, high = sorted((one.value, two.value))
    return hold(one, two) != "apart" or high <= _ROUNDED * low


def _given(told: Sequence[Telling]) -> dict[str, list[_Length]]:
    """Tellings -> the lengths of each account's deeds."""
    plain = {(t.article, t.verb.i): t for t in told if not t.axis and t.count is None and not t.rank}
    known = _called(told)
    found: dict[str, list[_Length]] = defaultdict(list)
    for article, reading in {t.article: t.reading for t in told}.items():
        for amount, span in ((amount, amount.span) for amount in lengths_in(reading) if amount.span is not None):
            unit = head_of(reading.doc, span)
            noun = _noun_behind(unit)
            own_noun = nouns_for(noun.lemma_.lower()) if noun is not None else frozenset[str]()
            for verb in _measured(unit) if noun is None else _done_to(noun):
                telling = plain.get((article, verb.i))
                if telling is not None and telling.time == "past" and not telling.denied:
                    own = telling.doer if telling.doer.keys or is_passive(verb) else telling.thing
                    keys = own.keys.union(*(known.get((article, entity), ()) for entity in own.entities))
                    found[article].append(_Length(amount, span, telling, replace(own, keys=keys), own_noun))
    return found


def _named(told: Sequence[Telling]) -> list[_Named]:
    """Tellings -> the lengths of deeds that they tell by a noun."""
    plain = {(t.article, t.verb.i): t for t in told if not t.axis and t.count is None and not t.rank}
    found = []
    for article, reading in {t.article: t.reading for t in told}.items():
        for amount, span in ((amount, amount.span) for amount in lengths_in(reading) if amount.span is not None):
            unit = head_of(reading.doc, span)
            nouns = [n for c in unit.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
            verb = next((t for t in unit.ancestors if t.pos_ in _VERBS), None)
            telling = plain.get((article, verb.i)) if verb is not None else None
            if nouns and telling is not None and telling.time == "past" and not telling.denied:
                found.append(_Named(amount, span, telling, kin(nouns[0].lemma_.lower())))
    return found


def _called(told: Sequence[Telling]) -> dict[tuple[str, str], frozenset[str]]:
    """Tellings -> by account and entity, the nouns by which that account calls it elsewhere: "they" are "police"."""
    found: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for one in told:
        for part in (one.doer, one.thing):
            if len(part.entities) == 1:
                found[one.article, next(iter(part.entities))] |= part.keys
    return found


def lengths_in(reading: Reading) -> Iterator[AmountSlot]:
    """Reading -> the lengths of time in it, all in hours."""
    for time in reading.of(TimeExpression):
        told = dict(part.split("=", 1) for part in time.arguments)
        words, number = time.span.of(reading.text), told.get("num", "")
        whole = time.rule == "duration" and told.keys() <= {"num", "unit", "approx"} and not _PART.search(words)
        if whole and number.replace(".", "").isdigit() and told.get("unit", "") in _HOURS:
            hours = float(number) * _HOURS[told["unit"]]
            bound = "nearly" if _NEARLY.match(words) else _BOUNDS[told.get("approx", "")]
            bound = "exactly" if _BARELY.match(words) else bound
            yield AmountSlot(hours, hours, "hour", words, bound=bound, span=time.span)


def _noun_behind(unit: Any) -> Any:
    """The noun of a length of time -> that which it stands before: "a two-week truce"; None for none."""
    noun = unit.head
    beside = unit.dep_ in {"compound", "nmod", "amod"} and noun.pos_ == "NOUN" and noun.i > unit.i
    return noun if beside else None


def _done_to(noun: Any) -> Iterator[Any]:
    """Noun -> the verb of what is done to it: "sign a deal", "agree to a deal"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun.head
    if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and above.pos_ == "VERB":
        yield above


def _measured(unit: Any) -> Iterator[Any]:
    """The noun of a length of time -> the verbs of what went on so long."""
    above = unit.head
    after = unit.nbor(1).lower_ if unit.i + 1 < len(unit.doc) else ""
    if after in _NOT_LONG:
        return
    if above.lemma_.lower() in _SPENDING and unit.dep_ in {"dobj", "npadvmod"}:
        yield from (c for c in (*above.children, *unit.children) if c.tag_ == "VBG" and c.i > unit.i)
        return
    if unit.dep_ == "pobj" and above.lower_ == "for":
        above = above.head
    elif unit.dep_ not in {"npadvmod", "attr", "dobj"}:
        return
    if above.pos_ not in _VERBS:
        return
    if unit.dep_ in {"pobj", "npadvmod"} or (unit.dep_ == "dobj" and above.lemma_.lower() in _LASTING):
        yield above
    for clause in (*unit.children, *above.children):
        if clause.dep_ == "advcl" and clause.i > unit.i and any(c.lower_ in _WHILE for c in clause.children):
            yield clause
