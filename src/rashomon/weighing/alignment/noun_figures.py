"""Figures that a noun bears ("winds of 185 km/h", "a crew of 22", "a three-day visit") and that cannot both hold.

Of such a noun each account gives one figure. Two nouns are one where they can stand for one another and nothing that
qualifies them parts them, or where the judges of happenings hold them likely for one happening: then a verb bears the
figure as well ("lost $310 million", "a loss of $130 million").
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, product
from typing import Any

from rashomon.lexicon.files import load
from rashomon.lexicon.units import are_akin
from rashomon.linking.claims.slots import amount_slot
from rashomon.model import (
    Amount,
    AmountSlot,
    Attribution,
    Difference,
    Quotation,
    Reading,
    Sentence,
    Span,
    StoryEntity,
    Syntax,
    Value,
)
from rashomon.model import Time as Dated
from rashomon.readers.amounts import bound_before
from rashomon.readers.numerals import number_of
from rashomon.stories.joining import Likely
from rashomon.stories.scenes import Whose
from rashomon.text.grammar import head_of, is_negated, subjects
from rashomon.weighing.alignment.figures_apart import met_in_values
from rashomon.weighing.alignment.lengths import can_be_one, lengths_in
from rashomon.weighing.claims.told import Told
from rashomon.weighing.claims.unread import Unread, claimed
from rashomon.weighing.compared.days import meet, published
from rashomon.weighing.compared.heads import is_converted, is_measure, is_of_each, lemma_of, shares_its_noun
from rashomon.weighing.compared.measures import are_near, grain, hold
from rashomon.weighing.compared.periods import are_of_two_periods
from rashomon.weighing.compared.wordings import nouns_for

_LIKELY = 0.6  # that two words are for one happening
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_BESIDE = frozenset({"compound", "nmod", "amod", "nummod", "npadvmod"})
_BARE = ""
_NEVER = frozenset({"percent"})
_HOUR = "hour"
_HOME = "home"  # "an island, home to 120,000 people"
_OLD = 5  # days before the account came out
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AMOUNTING = frozenset({"be", "last", "reach", "total", "run", "exceed", "measure", "number", "comprise"})
_PEOPLE = "people"
_ALL = frozenset({"all", "entire", "whole"})
_IDLE = frozenset({"new", "board"})
"""Words that tell a thing from no other: a force that is set up now, a crew "on board"."""


@dataclass(frozen=True, eq=False)
class Figure:
    """An amount and the word that bears it: a noun, or a verb."""

    reading: Reading
    amount: AmountSlot
    span: Span
    bearer: Any
    who: Whose

    @property
    def article(self) -> str:
        """The article that gives it."""
        return self.reading.article.id

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The bearer by its noun; empty for a verb."""
        if lemma_of(self.bearer) == _HOME:
            return frozenset({_HOME})
        return nouns_for(lemma_of(self.bearer)) if self.bearer.pos_ in _NOUNS else frozenset()

    @cached_property
    def qualities(self) -> frozenset[str]:
        """What tells which of its kind the bearer is: words and entities beside and behind it, and what it is of."""
        if _HOME in self.nouns:
            return frozenset(key for t in self._place_before() for key in self._keys(t))
        beside = [c for c in self.bearer.children if c.dep_ in _BESIDE | {"poss"} and not c.like_num]
        tied = (c for c in self.bearer.children if c.dep_ == "prep" and c.lower_ != "including")
        behind = [n for c in tied for n in c.children if n.dep_ == "pobj"]
        of = self.bearer.head if self.bearer.dep_ in _BESIDE else None
        if self.bearer.dep_ == "pobj" and self.bearer.head.head.pos_ in _NOUNS:
            of = self.bearer.head.head
        words = [
            t
            for t in (*beside, *behind, *([of] if of is not None and of.pos_ in _NOUNS else ()))
            if self._is_telling(t)
        ]
        return frozenset(key for t in words if t.lower_ not in _IDLE for key in self._keys(t))

    def whole(self, *prepositions: str) -> frozenset[str]:
        """Of whom or what a share is, told behind it or behind its bearer by one of some prepositions."""
        hosts = {head_of(self.reading.doc, self.span), self.bearer}
        behind = [c for host in hosts for c in host.children if c.dep_ == "prep" and c.lower_ in prepositions]
        nouns = [n for c in behind for n in c.children if n.dep_ == "pobj" and not is_measure(n)]
        return frozenset(key for noun in nouns for key in self._keys(noun))

    def _place_before(self) -> list[Any]:
        """The words for a place that is somebody's home: "[Qeshm island], home to 120,000 people"."""
        at = self.bearer.i
        place = self.bearer.doc[at - 2] if at > 1 and self.bearer.nbor(-1).text == "," else None
        return [] if place is None else [place, *(c for c in place.children if c.dep_ in _BESIDE)]

    def _is_telling(self, token: Any) -> bool:
        inside = self.span.start <= token.idx < self.span.end
        return not (inside or is_measure(token) or token.like_num or self._is_dated(token)) and token.pos_ in _NOUNS | {
            "ADJ"
        }

    def _keys(self, token: Any) -> frozenset[str]:
        entity = self.who.get((self.article, token.idx), "")
        return frozenset({entity} - {""}) | (nouns_for(lemma_of(token)) if token.pos_ != "PRON" else frozenset())

    def _is_dated(self, token: Any) -> bool:
        return any(t.span.start <= token.idx < t.span.end for t in self.reading.of(Dated))

    @cached_property
    def doers(self) -> frozenset[str]:
        """Who acts in its clause, where that is not the bearer itself; else whose it is: "his only sentence"."""
        verb = next((t for t in self.bearer.ancestors if t.pos_ in _VERBS), None)
        if verb is not None and not self._told_in.start <= verb.idx < self._told_in.end:
            verb = None  # "Aas said during the visit …": he only says it
        acting = [t for t in subjects(verb) if t != self.bearer] if verb is not None else []
        named = acting or [c for c in self.bearer.children if c.dep_ == "poss"]
        return frozenset(key for t in named if t.pos_ in _NOUNS | {"PRON"} for key in self._keys(t))

    @cached_property
    def days(self) -> list[Dated]:
        """The days in its sentence; of what somebody says not that on which he says it."""
        place = self._told_in
        return [t for t in self.reading.of(Dated) if t.earliest and t.latest and place.meets(t.span)]

    @cached_property
    def _told_in(self) -> Span:
        """What somebody says that it stands in, else its sentence."""
        said = (c for a in self.reading.of(Attribution) if a.stated for c in a.content if c.covers(self.span))
        return min(said, key=len, default=self.sentence)

    @cached_property
    def is_of_old(self) -> bool:
        """Whether its sentence names a day long before its account came out: the figure of another happening."""
        out = published(self.reading)
        return out is not None and any(t.latest and (out[0] - t.latest).days > _OLD for t in self.days)

    @cached_property
    def sentence(self) -> Span:
        """The sentence that it stands in."""
        return next(s.span for s in self.reading.of(Sentence) if s.span.meets(self.span))

    @cached_property
    def is_told(self) -> bool:
        """Whether its sentence tells it as one that was or is to be, neither denied nor only thought of."""
        words = f" {self.sentence.of(self.reading.text).lower()} "
        loose = any(f" {word} " in words for word in load("contrasts.yaml")["counting"])
        above = next((t for t in (self.bearer, *self.bearer.ancestors) if t.pos_ in _VERBS), None)
        return not loose and (above is None or not is_negated(above))

    @property
    def is_by_itself(self) -> bool:
        """Whether it is borne by no word but the noun that it counts: "all 22 sailors"."""
        return bool(self.span.start <= self.bearer.idx < self.span.end)

    def shown(self) -> Value:
        """Its words, and where they stand."""
        return Value(self.article, self.span.of(self.reading.text), self.span.start, self.span.end)

    def is_akin(self, other: "Figure") -> bool:
        """Whether two figures can be compared at all."""
        a, b = self.amount.unit, other.amount.unit
        return a == b or are_akin(a, b)

    def is_apart(self, other: "Figure") -> bool:
        """Whether two figures cannot both hold."""
        if self.amount.unit == _HOUR == other.amount.unit and not self.amount.per:
            return not can_be_one(self.amount, other.amount)
        a, b = self.amount.value, other.amount.value
        rounded = self.amount.unit == other.amount.unit and abs(a - b) <= max(grain(a), grain(b))  # "54", "54.3"
        return not rounded and hold(self.amount, other.amount) == "apart"


def figures_in(reading: Reading, who: Whose) -> Iterator[Figure]:
    """Reading -> its figures, each with every word that bears it."""
    if not reading.of(Syntax):
        return
    quoted = [q.span for q in reading.of(Quotation)]
    for amount in _amounts(reading):
        if amount.span is None or any(q.meets(amount.span) for q in quoted):
            continue
        head = head_of(reading.doc, amount.span)
        listed = head.dep_ == "conj" or any(c.dep_ == "conj" for c in head.children)
        if listed or is_of_each(head) or shares_its_noun(head, amount.span) or is_converted(reading.text, amount.span):
            continue
        for bearer in _bearers(head, amount):
            if not any(c.lower_ == "another" for c in bearer.children):
                yield Figure(reading, amount, amount.span, bearer, who)


def _amounts(reading: Reading) -> Iterator[AmountSlot]:
    """Reading -> amounts, lengths of time, and numbers that stand alone: "a crew of 22"."""
    known = [amount.span for amount in reading.of(Amount)]
    yield from (amount_slot(reading.text, amount) for amount in reading.of(Amount))
    yield from lengths_in(reading)
    timed = [time.span for time in reading.of(Dated)]
    for token in reading.doc:
        place = Span(token.idx, token.idx + len(token))
        if not token.like_num or any(span.meets(place) for span in (*known, *timed)):
            continue
        value = number_of(token.text)
        if value is not None:
            bound = bound_before(reading.text, place.start)
            yield AmountSlot(value, value, _BARE, token.text, bound=bound, span=place)


def _bearers(head: Any, amount: AmountSlot) -> Iterator[Any]:
    """The head of an amount -> the nouns and the verb that bear it."""
    above = head.head
    if amount.unit == _BARE:
        yield from (noun for noun in _borne_bare(head) if lemma_of(noun) in _bare())
    elif head.dep_ in _BESIDE and above.pos_ in _NOUNS and above.i > head.i:
        yield above
    elif head.dep_ == "pobj" and (_is_of_a_noun(above) or (above.lower_ == "to" and lemma_of(above.head) == _HOME)):
        yield above.head
    elif head.dep_ == "pobj" and above.head.pos_ in _VERBS:
        verb, lasting = above.head, above.lower_ in {"after", "for"} and amount.unit == _HOUR
        yield verb
        if above.lower_ in {"at", "to"} or lasting:
            roles = _SUBJECTS if lasting else {*_SUBJECTS, "dobj"}
            yield from (c for c in verb.children if c.dep_ in roles and c.pos_ in _NOUNS and not _is_a_name(c))
    elif head.dep_ in {"dobj", "attr", "npadvmod", "nsubj", "nsubjpass"} and above.pos_ in _VERBS:
        yield above
        if head.dep_ in {"attr", "dobj"} and (above.lemma_ in _AMOUNTING or _has_people(above, amount)):
            yield from (noun for noun in map(_taken_up, subjects(above)) if noun.pos_ in _NOUNS)
    if amount.unit == _PEOPLE and any(c.lower_ in _ALL or c.lower_ == "the" or c.dep_ == "poss" for c in head.lefts):
        yield head


def _has_people(verb: Any, amount: AmountSlot) -> bool:
    """Whether a body is told to have so many people: "the force would have 6,000 soldiers", and not "Peru has"."""
    having = bool(verb.lemma_ == "have") and amount.unit == _PEOPLE
    return having and all(_taken_up(c).pos_ == "NOUN" for c in subjects(verb))


def _taken_up(noun: Any) -> Any:
    """Subject -> what a "which" or "that" takes up."""
    clause = noun.head
    return clause.head if noun.tag_ in {"WDT", "WP"} and clause.dep_ == "relcl" else noun


def _is_all(noun: Any) -> bool:
    """Whether a counted noun is told to be all of its kind there: "all 22 sailors", "all of its 23 crew"."""
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return over.lower_ in _ALL or any(c.lower_ in _ALL for c in noun.lefts)


def _is_a_name(noun: Any) -> bool:
    """Whether a noun is somebody's name, that bears no figure: "leads [Berg] by 52 percent to 37 percent"."""
    return bool(noun.pos_ == "PROPN" and (noun.ent_type_ == "PERSON" or noun.dep_ == "dobj"))


def _is_of_a_noun(preposition: Any) -> bool:
    return bool(preposition.lower_ == "of" and preposition.head.pos_ in _NOUNS)


def _borne_bare(number: Any) -> Iterator[Any]:
    """A number without a unit -> the nouns that may bear it: "magnitude 6.8", "a crew of 22"."""
    above = number.head
    behind = number.nbor(1) if number.i + 1 < len(number.doc) else number
    if number.dep_ == "nummod" and behind.pos_ in _NOUNS and behind != above:
        yield behind  # "a 5.9 magnitude earthquake"
    if number.dep_ in {"nummod", "appos"}:
        yield above
    elif number.dep_ in {"pobj", "attr", "dobj"}:
        yield from (n for n in (above, above.head) if n.pos_ in _NOUNS)
        verb = above if above.pos_ in _VERBS else above.head
        yield from (c for c in verb.children if c.dep_ in {*_SUBJECTS, "dobj"} and c.pos_ in _NOUNS)


@cache
def _bare() -> frozenset[str]:
    """Nouns of which a bare number tells something that has one value in one happening."""
    return frozenset({*load("contrasts.yaml")["quantities"], *load("contrasts.yaml")["numbered"]})


Apart = tuple[Figure, Figure]


def noun_figures(readings: Sequence[Reading], who: Whose, likely: Likely) -> Iterator[Apart]:
    """Readings of a story, whom words are for, likely happenings -> pairs of figures that cannot both hold."""
    given = {reading.article.id: list(figures_in(reading, who)) for reading in readings}
    how = {frozenset([(a, x.start), (b, y.start)]): p for ((a, x), (b, y)), p in likely.items() if p >= _LIKELY}
    for a, b in combinations(sorted(given), 2):
        for one, two in product(given[a], given[b]):
            if not (one.is_akin(two) and one.is_apart(two) and one.is_told and two.is_told and _of_one_time(one, two)):
                continue
            words = frozenset([(a, one.bearer.idx), (b, two.bearer.idx)])
            one_happening = words in how and one.amount.unit not in _NEVER and (one.nouns or two.nouns)
            if not one_happening and not (one.nouns & two.nouns and _fit(one, two)):
                continue
            if (one.is_by_itself or two.is_by_itself) and not _are_all(one, two):
                continue
            if one.nouns and two.nouns and one.doers and two.doers and one.doers.isdisjoint(two.doers):
                continue  # the sentence of Bo Holm, and of "Bo Holm's brother"
            sides = ((one, two), (two, one))
            if all(_is_sole(x, given[x.article]) and not _gives(y, given[x.article]) for x, y in sides):
                yield one, two


def _are_all(one: Figure, two: Figure) -> bool:
    """Whether two count people who are all of their kind in one account at least: "all 22 men", "the 23 men"."""
    return one.is_by_itself and two.is_by_itself and (_is_all(one.bearer) or _is_all(two.bearer))


def _fit(one: Figure, two: Figure) -> bool:
    """Whether nothing that qualifies two bearers parts them; of the people of a place it must be one place."""
    if _HOME in one.nouns:
        return bool(one.qualities & two.qualities)
    if one.amount.unit in _NEVER and _are_of_two_wholes(one, two):
        return False
    return not one.qualities or not two.qualities or bool(one.qualities & two.qualities)


def _are_of_two_wholes(one: Figure, two: Figure) -> bool:
    """Whether two shares are of two things: "the support of 40 percent of voters", "34 percent support among women"."""
    among = [x.whole("among") for x in (one, two)]
    wholes = [x.whole("among", "of") for x in (one, two)]
    return bool(among[0]) != bool(among[1]) or (all(wholes) and wholes[0].isdisjoint(wholes[1]))


def _of_one_time(one: Figure, two: Figure) -> bool:
    if are_of_two_periods(*(x.sentence.of(x.reading.text) for x in (one, two))):
        return False
    if one.days and two.days:
        return any(meet((x.earliest, x.latest), (y.earliest, y.latest)) for x in one.days for y in two.days)
    return one.is_of_old == two.is_of_old


def _is_sole(one: Figure, given: Sequence[Figure]) -> bool:
    """Whether an account gives no other figure of the same kind for the word that bears it."""
    others = [
        x for x in given if x.is_akin(one) and x.span != one.span and (x.bearer == one.bearer or x.nouns & one.nouns)
    ]
    return not [x for x in others if x.is_of_old == one.is_of_old]


def _gives(one: Figure, given: Sequence[Figure]) -> bool:
    """Whether an account gives a figure, for whatever it is."""
    return any(x.is_akin(one) and not x.is_apart(one) and are_near(x.amount, one.amount) for x in given)


def matters_of(
    pairs: Sequence[Apart],
    statements: Mapping[str, Sequence[Told]],
    told: AbstractSet[Value],
    people: Mapping[str, StoryEntity],
) -> Iterator[tuple[list[Told], tuple[Difference, ...]]]:
    """Pairs of figures, the statements of each article, the values that part elsewhere -> a matter for each figure."""

    def parts_elsewhere(value: Value) -> bool:
        return any(value.article == t.article and value.start < t.end and t.start < value.end for t in told)

    given = [{x.shown(): x for x in pair} for pair in pairs]
    for group in met_in_values(each for each in given if not any(map(parts_elsewhere, each))):
        values = tuple(sorted(group))
        yield [_claim(group[v], statements, people) for v in values], (Difference("amount", values, conflict=True),)


def _claim(one: Figure, statements: Mapping[str, Sequence[Told]], people: Mapping[str, StoryEntity]) -> Told:
    above = next((t for t in (one.bearer, *one.bearer.ancestors) if t.pos_ in _VERBS), one.bearer)
    verb = Span(above.idx, above.idx + len(above))
    held = [s for s in statements.get(one.article, ()) if any(e.covers(one.span) for e in s.claim.evidence)]
    within = min(held, key=lambda s: len(s.evidence), default=None)
    clause = Unread(one.reading, one.span, verb, one.sentence, one.sentence, within)
    return claimed(clause, "figure", {"amount": one.amount}, people)
