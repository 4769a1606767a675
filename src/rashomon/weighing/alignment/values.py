"""A clause -> its values that another's can contradict: how much, how long, on which day, at what hour, where."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import msgspec

from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.files import load
from rashomon.linking.claims.slots import amount_slot
from rashomon.linking.dates.calendar import MONTHS, WEEKDAYS
from rashomon.model import Amount, AmountSlot, Difference, Span, TimeExpression, Value
from rashomon.model import Time as Dated
from rashomon.stories.weave import fold
from rashomon.text.grammar import tokens_in
from rashomon.weighing.alignment.clock import BOUNDS, are_apart, hours_in
from rashomon.weighing.alignment.tellings import Telling
from rashomon.weighing.compared.contrasts import is_of_late
from rashomon.weighing.compared.days import LEADING_ON, Bounds, are_one
from rashomon.weighing.compared.heads import is_of_a_noun_within, is_of_each, shares_its_noun, tells_which
from rashomon.weighing.compared.measures import hold
from rashomon.weighing.compared.periods import are_of_two_periods
from rashomon.weighing.compared.places import is_house
from rashomon.weighing.compared.sentences import days_in_words
from rashomon.weighing.compared.small_counts import small_counts

Fit = Literal["same", "fits", "apart", ""]
"""How values of two clauses stand to each other; "" where one of them has none."""
_ROLES = {"to": "level", "at": "level", "by": "change", "from": "before", "than": "before", "since": "since"}
_DURATION = re.compile(r"P(?:\d+(?:\.\d+)?[DWMY])+$")
_LENGTH = re.compile(r"([\d.]+)([DWMY])")
_DAYS = {"D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.0}
_PLACING = {
    "in": "at", "at": "at", "on": "at", "near": "at", "off": "at", "outside": "at", "inside": "at",
    "from": "from", "to": "to", "for": "to", "into": "to", "towards": "to", "toward": "to",
}  # fmt: skip
_PARTIAL = frozenset({"last", "past", "first", "next", "final", "previous", "another", "further", "more", "other"})
_AT_NIGHT = frozenset({"night", "midnight", "overnight", "late", "early", "dawn", "evening", "a.m."})
_MONTHS = frozenset({"month-day", "month"})
_SCOPES = frozenset({"on", "in", "at", "with", "for", "against"})
_PEOPLE = "people"
_LONGEST_FIRST = sorted(load("contrasts.yaml")["many"], key=len, reverse=True)
_MANY = re.compile(rf"(?i)\b({'|'.join(_LONGEST_FIRST)}) of ([a-z]+)\b")


@dataclass(frozen=True, eq=False)
class Values:
    """What one telling gives: see the module."""

    of: Telling

    @cached_property
    def amounts(self) -> dict[tuple[str, str], list[AmountSlot]]:
        """Amounts by how they stand in the clause (a level, a change, what was before) and their unit."""
        found = self._by_unit(self.of.reading.of(Amount))
        for slot in self._many():
            found.setdefault(("", slot.unit), []).append(slot)
        return found

    @cached_property
    def few(self) -> dict[tuple[str, str], list[AmountSlot]]:
        """The same for what it counts in a few words: "seven times"."""
        return self._by_unit(small_counts(self.of.reading, self.of.tokens))

    @cached_property
    def scope(self) -> frozenset[str]:
        """Of what part its counts can be: "three touchdowns on punt returns"."""
        behind = (t for t in self.of.tokens if t.dep_ == "pobj" and t.head.lower_ in _SCOPES)
        return frozenset(
            t.lemma_.lower() for t in behind if not any(time.span.start <= t.idx < time.span.end for time in self.times)
        )

    def _by_unit(self, amounts: Iterable[Amount]) -> dict[tuple[str, str], list[AmountSlot]]:
        found: dict[tuple[str, str], list[AmountSlot]] = {}
        for amount in amounts:
            if not self._governs(amount.span) or self.of.counts or self._is_by_the_way(amount):
                continue
            unit = _PEOPLE if amount.unit in load("contrasts.yaml")["anybody"] else amount.unit
            slot = msgspec.structs.replace(amount_slot(self.of.reading.text, amount), unit=unit)
            found.setdefault((_ROLES.get(self.before(amount.span), ""), unit), []).append(slot)
        return found

    def _governs(self, span: Span) -> bool:
        """Whether a stretch of text hangs on the verb itself, and on no other between."""
        inside = [t for t in self.of.tokens if span.start <= t.idx < span.end]
        verbs = (next((a for a in t.ancestors if a.pos_ in {"VERB", "AUX"}), None) for t in inside)
        return any(verb == self.of.verb for verb in verbs)

    def _is_by_the_way(self, amount: Amount) -> bool:
        """Whether an amount is one of a list, of what has come together in time, of who takes part, or of each poll."""
        inside = [t for t in self.of.tokens if amount.span.start <= t.idx < amount.span.end]
        listed = any(t.dep_ == "conj" or any(c.dep_ == "conj" for c in t.children) for t in inside)
        listed = listed or any(shares_its_noun(t, amount.span) for t in inside if t.pos_ == "NOUN")
        return (
            listed
            or any(map(tells_which, inside))
            or any(map(is_of_each, inside))
            or any(f" {word} " in f" {self._sentence} " for word in load("contrasts.yaml")["counting"])
        )

    @cached_property
    def _sentence(self) -> str:
        return self.of.sentence.of(self.of.reading.text).lower()

    def _many(self) -> Iterator[AmountSlot]:
        """Words for many with what they are many of: "hundreds of thousands of signatures"."""
        start, end = self.of.span.start, self.of.span.end
        for match in _MANY.finditer(self.of.reading.text, start, end):
            low, high = load("contrasts.yaml")["many"][" ".join(match[1].lower().split())]
            unit = match[2].lower().removesuffix("s")
            unit = _PEOPLE if unit in load("contrasts.yaml")["anybody"] or match[2].lower() == _PEOPLE else unit
            yield AmountSlot(float(low), float(high), unit, match[0], span=Span(match.start(), match.end()))

    @cached_property
    def durations(self) -> list[tuple[float, Span]]:
        """How long, in days."""
        return [
            (sum(float(number) * _DAYS[unit] for number, unit in _LENGTH.findall(time.value)), time.span)
            for time in self.times
            if time.type == "DURATION" and _DURATION.match(time.value) and self._lasts(time.span)
        ]

    def _lasts(self, span: Span) -> bool:
        """Whether a length of time stands for itself: "for two weeks", "last 30 days", not "a four-year low"."""
        words = [t for t in self.of.tokens if span.start <= t.idx < span.end]
        if any(t.lower_ in _PARTIAL for t in words):
            return False  # "for the last five years"
        return bool(words) and words[-1].dep_ in {"pobj", "dobj", "npadvmod", "attr", "advmod"}

    @cached_property
    def days(self) -> list[Dated]:
        """The days it names, without those that something is only after, before or since, or that can be of that."""
        dated = (t for t in self.times if t.earliest or t.latest)
        kept = [t for t in dated if self.before(t.span) not in BOUNDS and not self._is_led_on_to(t.span)]
        return [t for t in kept if not any(map(is_of_a_noun_within, tokens_in(self.of.reading.doc, t.span)))]

    def _is_led_on_to(self, span: Span) -> bool:
        """Whether a day can be that of what was before: "charged after a shooting at a party [Friday]"."""
        return any(t.lower_ in LEADING_ON for t in self.of.reading.doc[self.of.verb.i : self.first(span)])

    @property
    def dated(self) -> list[tuple[str, Bounds]]:
        """The words for its days, each with the first and the last that it can be."""
        return [(t.span.of(self.of.reading.text), (t.earliest, t.latest)) for t in self.days]

    @cached_property
    def months(self) -> list[tuple[tuple[int, ...], Span]]:
        """The months that it names, with their day where it gives one: "November 19", whatever the year."""
        found = []
        for time in self.of.reading.of(TimeExpression):
            if time.rule in _MONTHS and self._dates(time.span):
                told = dict(part.split("=", 1) for part in time.arguments)
                found.append((tuple(int(told[name]) for name in ("month", "day") if name in told), time.span))
        return found

    def _dates(self, span: Span) -> bool:
        """Whether a day is that of the clause, and of nothing within it: not "since its deployment on November 2"."""
        at = next((t.head for t in self.of.tokens if span.start <= t.idx < span.end and t.head.pos_ == "ADP"), None)
        of_another = at is not None and at.lower_ != "of" and at.head.pos_ == "NOUN"
        return self._has(span) and self.before(span) not in BOUNDS and not of_another

    @cached_property
    def hours(self) -> tuple[AbstractSet[int], Span] | None:
        """The hours of the clock that it can have been, and the words for them; None where none or several are told."""
        found = [told for told in hours_in(self) if told[0]]
        return found[0] if len(found) == 1 or (found and len({t[0] for t in found}) == 1) else None

    @cached_property
    def places(self) -> dict[str, list[tuple[frozenset[str], frozenset[str], Span]]]:
        """Where, from where and to where: the words of a name, the states that it is or is in, and its place."""
        found: dict[str, list[tuple[frozenset[str], frozenset[str], Span]]] = {}
        for token in self.of.tokens:
            if token.pos_ != "PROPN" or token.dep_ not in {"pobj", "dobj", "appos", "conj"} or token.ent_type_ in {
                "DATE", "TIME", "PERSON"}:  # fmt: skip
                continue
            above = token.head
            while above.dep_ in {"pobj", "appos", "conj"} and above.pos_ in {"PROPN", "NOUN"}:
                above = above.head
            key = _PLACING.get(above.lower_, "")
            if token.dep_ == "dobj" and above.lemma_ in {"leave", "depart", "flee"}:
                key = "from"
            elif token.dep_ == "dobj" and above.lemma_ in {"reach", "visit"}:
                key = "at"
            if not key or (above.pos_ != "VERB" and above.head.pos_ not in {"VERB", "AUX", "ADP", "PROPN", "NOUN"}):
                continue
            words = [c for c in token.children if c.pos_ == "PROPN" and c.dep_ in {"compound", "nmod", "amod"}] + [
                token
            ]
            words.sort(key=lambda t: t.i)
            name = " ".join(t.text for t in words)
            states = frozenset(f.actor.state for f in find_actors(name)) - {""}
            span = Span(words[0].idx, words[-1].idx + len(words[-1]))
            found.setdefault(key, []).append((frozenset(t.lower_ for t in words), states, span))
        return found

    @cached_property
    def times(self) -> list[Dated]:
        """The time expressions in it."""
        return [time for time in self.of.reading.of(Dated) if self._has(time.span)]

    def _has(self, span: Span) -> bool:
        """Whether a clause has a stretch of text, or the time that it hangs on: "at noon, when they marched"."""
        verb = self.of.verb
        if verb.dep_ in {"relcl", "advcl"} and any(c.lower_ == "when" for c in verb.children):
            above = next((t for t in verb.ancestors if t.pos_ in {"VERB", "AUX"}), verb)
            inside = {t.i for t in verb.subtree}
            if any(span.start <= t.idx < span.end for t in above.subtree if t.i not in inside):
                return any(time.span == span for time in self.of.reading.of(Dated))
        return any(span.start <= t.idx < span.end for t in self.of.tokens)

    def before(self, span: Span) -> str:
        """The word before a stretch, in lower case; past "about", "the" and the like, "" at the start."""
        first = self.first(span)
        for token in reversed(list(self.of.reading.doc[max(0, first - 3) : first])):
            bound = token.lower_ == "than" and token.i and token.nbor(-1).lower_ in {"more", "less", "fewer"}
            if not bound and token.lower_ not in {"the", "a", "an", "this", "late", "early", "more", "less", "fewer"}:
                return "" if token.dep_ == "agent" else str(token.lower_)
        return ""

    def first(self, span: Span) -> int:
        """Where the word of the clause stands in its text that a stretch begins with."""
        return next((t.i for t in self.of.tokens if t.idx + len(t) > span.start), 0)


def conflicts(one: Values, two: Values) -> tuple[list[Difference], int]:
    """Values of two tellings of one thing -> where they cannot both hold, and how many of them are the same."""
    apart = are_of_two_periods(*(x.of.sentence.of(x.of.reading.text) for x in (one, two)))
    compared = [
        "" if apart else _amounts(one, two) or _few(one, two),
        _durations(one, two),
        _days(one, two),
        _hours(one, two),
        *_places(one, two),
    ]
    return [found for found in compared if isinstance(found, Difference)], compared.count("same")


def _amounts(one: Values, two: Values) -> Difference | Fit:
    alike = [
        (hold(a[0], b[0]), a[0], b[0])
        for key, a in one.amounts.items()
        if len(a) == 1 and len(b := two.amounts.get(key, [])) == 1
    ]
    if not alike:
        return ""
    apart = [(a, b) for how, a, b in alike if how == "apart"]
    if apart and not any(how == "same" for how, _, _ in alike):
        return _difference("amount", [(one, a.span) for a, _ in apart[:1]] + [(two, b.span) for _, b in apart[:1]])
    return "same" if any(how == "same" for how, _, _ in alike) else "fits" if not apart else ""


def _few(one: Values, two: Values) -> Difference | Fit:
    """Values of two tellings -> where their one count of a thing, small in one of them at least, is not the other's.

    Small counts that are the same tell nothing.
    """
    for key in one.few.keys() | two.few.keys():
        given = [[*x.amounts.get(key, ()), *x.few.get(key, ())] for x in (one, two)]
        if not all(len(found) == 1 for found in given) or (one.scope and two.scope and not one.scope & two.scope):
            continue
        if hold(given[0][0], given[1][0]) == "apart":
            return _difference("amount", [(one, given[0][0].span), (two, given[1][0].span)])
    return ""


def _durations(one: Values, two: Values) -> Difference | Fit:
    """Values of two tellings -> where the one length that they do not share parts them: "2 years, 9 months served"."""
    if not one.durations or len(one.durations) != len(two.durations):
        return ""
    first, second = (
        [span for length, span in x.durations if not any(_is_as_long(length, other) for other, _ in y.durations)]
        for x, y in ((one, two), (two, one))
    )
    if len(first) == len(second) == 1:
        return _difference("duration", [(one, first[0]), (two, second[0])])
    return "" if first or second else "same"


def _is_as_long(one: float, two: float) -> bool:
    return abs(one - two) <= 0.15 * max(one, two)


def _days(one: Values, two: Values) -> Difference | Fit:
    if not one.days or not two.days:
        return _months(one, two)
    if any(are_one(a, b) for a in one.dated for b in two.dated):
        exact = {a.earliest for a in one.days if a.earliest == a.latest}
        return "same" if exact & {b.earliest for b in two.days if b.earliest == b.latest} else "fits"
    if len(one.days) > 1 or len(two.days) > 1 or _of_one_night(one, two):
        return ""
    return _difference("when", [(one, one.days[0].span), (two, two.days[0].span)])


def _of_one_night(one: Values, two: Values) -> bool:
    """Whether two days are next to one another and one is told with a part of it that passes into the next."""
    (first,), (second,) = one.days, two.days
    if not first.earliest or not second.earliest or (first.earliest, second.earliest) != (first.latest, second.latest):
        return False
    next_to = abs((first.earliest - second.earliest).days) == 1
    return next_to and any(t.lower_ in _AT_NIGHT for x in (one, two) for t in x.of.tokens)


def _months(one: Values, two: Values) -> Difference | Fit:
    """Values of two tellings without a year -> how their one month, or day of a month, stand to each other."""
    if len(one.months) != 1 or len(two.months) != 1 or one.days or two.days:
        return ""
    (first, a), (second, b) = one.months[0], two.months[0]
    if all(x == y for x, y in zip(first, second, strict=False)):
        return "same" if first == second else "fits"
    return _difference("when", [(one, a), (two, b)])


def _hours(one: Values, two: Values) -> Difference | Fit:
    if one.hours is None or two.hours is None or (apart := are_apart(one, two)) is None:
        return ""
    if not apart:
        return "fits"
    return _difference("when", [(one, one.hours[1]), (two, two.hours[1])])


def _places(one: Values, two: Values) -> Iterator[Difference | Fit]:
    for key in one.places.keys() & two.places.keys():
        pairs = [(a, b) for a in one.places[key] for b in two.places[key]]
        if any(a[0] & b[0] or a[1] & b[1] for a, b in pairs):
            yield "same"
        elif all(a[1] and b[1] for a, b in pairs):
            yield _difference("where", [(one, pairs[0][0][2]), (two, pairs[0][1][2])])
        elif not all(is_house(a[0]) != is_house(b[0]) for a, b in pairs):
            yield "apart"


def same_figures(one: Values, two: Values) -> tuple[tuple[str, Span], ...]:
    """Values of two tellings -> where they give the same amounts, each with its article."""
    return tuple(
        (values.of.article, amount.span)
        for key, given in one.amounts.items()
        for a in given
        for b in two.amounts.get(key, ())
        if hold(a, b) == "same"
        for values, amount in ((one, a), (two, b))
        if amount.span is not None
    )


def dated_otherwise(one: Values, two: Values) -> bool:
    """Whether both clauses name days of the week or months, and none in common."""
    first, second = ({t.text for t in x.of.tokens} & {*WEEKDAYS, *MONTHS} for x in (one, two))
    return bool(first and second and not first & second)


def counted_otherwise(one: Values, two: Values) -> bool:
    """Whether both clauses have figures and none in common, so that nothing tells that they count one thing."""
    counting = [(x, [t for t in x.of.tokens if t.like_num and not is_of_late(t)]) for x in (one, two)]
    first, second = (
        {t.lower_ for t in held if not any(time.span.start <= t.idx < time.span.end for time in x.times)}
        for x, held in counting
    )
    return bool(first and second and not first & second) and _amounts(one, two) not in {"same", "fits"}


def elsewhere(one: Values, two: Values) -> bool:
    """Whether two tellings name other places behind one preposition, and nothing tells that these cannot be one."""
    return "apart" in list(_places(one, two))


def _difference(slot: str, told: Sequence[tuple[Values, Span | None]]) -> Difference:
    return Difference(
        slot, tuple(sorted(v for values, span in told if span for v in [value(values.of, span)])), conflict=True
    )


def value(of: Telling, span: Span) -> Value:
    """A telling and words of it -> the words with the days that they are for."""
    text = span.of(of.reading.text)
    days = next((t for t in of.reading.of(Dated) if t.span == span and t.earliest and t.latest), None)
    known = days_in_words(days.earliest, days.latest) if days else ""
    return Value(of.article, f"{text} ({known})" if known and fold(known) != fold(text) else text, span.start, span.end)
