"""Dated events that a text names, and tells in other words than our file has for them -> the day of publication.

"A sniper hit the premier in the chest on Wednesday" tells the murder of Zoran Djindjic where the text names him. Such
words are heard with a time alone: a weekday on which the event fell, or a time counted from publication.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from rashomon.linking.dates.rules import arguments
from rashomon.linking.dating.almanac import Almanac
from rashomon.linking.dating.belonging import belongs, telling_verb
from rashomon.linking.dating.counting import Count, agrees, counted, counts, earlier, is_nested
from rashomon.linking.dating.dated_event import DatedEvent, Told, witness
from rashomon.linking.dating.families import families_of, places_of
from rashomon.linking.dating.kinds import is_done
from rashomon.linking.dating.pointing import pointing, reach
from rashomon.linking.dating.solver import Constraint, Option
from rashomon.linking.dating.told_ahead import not_yet
from rashomon.linking.dating.undated import LOOKS_BACK, Sent, Undated, is_plain
from rashomon.model import Span, TimeExpression
from rashomon.text.grammar import tokens_in

_NEAR = 3
"""Sentences between the name of an event and its happening, where no person is known by the name."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OF_WEEK = re.compile(rf"\b({'|'.join(_WEEKDAYS)}) of $")
_OFTEN = 2
"""Times that a text names a person whose happening it may tell far from the name."""
_DAYS = frozenset({"D", "W"})
_COUNTED = 3
"""Points of an event that is named, and from which the news is counted to the weekday that its lead names."""
_SOMEBODY = frozenset({"he", "she", "him", "her", "who"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_RELATIVE = frozenset({"WDT", "WP"})
_KNOWN = frozenset({"the", "his", "her", "its", "their", "this"})
COMPARED = re.compile(
    r"\b(?:since|like|unlike|than|recall\w*|remember\w*|compar\w+|similar|echo\w*|reminiscent|read about|"
    r"blam\w+|loyal|captain|widow|brother|son|father|follower\w*|supporter\w*|alli\w+|ally|aide\w*|heir)\b[^.;,\n]{0,60}"
)
"""What a text names by the way, to which it likens or ties its news."""


class Named(NamedTuple):
    """A dated event that a text names, the families of its happening, and how many names of it the text has."""

    event: DatedEvent
    families: frozenset[str]
    pieces: int


def named_in(text: Undated, almanac: Almanac) -> list[Named]:
    """Article and the dated events -> those that it names, otherwise than to liken or tie its news to them."""
    told = almanac.named_in(COMPARED.sub(" ", text.text))
    return [Named(event, families_of(event), pieces) for event, pieces in told]


def constraints(text: Undated, almanac: Almanac, all_named: Sequence[Named]) -> Iterator[Constraint]:
    """Article, the dated events and those it names -> the days of those told in other words, none of them sure."""
    named = [one for one in all_named if one.families]
    for sent in text.sentences if named else ():
        times = [e for e in text.within(sent.span) if _is_of_the_news(text, e)]
        if times and not text.in_another_year(sent) and not LOOKS_BACK.search(text.text, *_ends(sent.span)):
            yield from _Sentence(text, almanac, sent).telling(times, named)
    for count in counts(text) if named else ():
        yield from _Sentence(text, almanac, count.sent).counted(count, named)
    for count, e in earlier(text) if named else ():
        yield from _Sentence(text, almanac, count.sent).counted(count, named, e)


class _Sentence:
    """A sentence with a time, and the dated events that it may tell."""

    def __init__(self, text: Undated, almanac: Almanac, sent: Sent) -> None:
        self._text, self._almanac, self._sent = text, almanac, sent
        self._named_near: dict[str, bool] = {}
        self._places: dict[str, list[Span]] = {}

    def telling(self, times: list[TimeExpression], named: list[Named]) -> Iterator[Constraint]:
        """Times, and the events that the text names -> a constraint for each time that is that of some of them."""
        known: set[str] = set()
        for e in sorted(times, key=lambda e: not weekday_of(self._text, e)):
            weekday = weekday_of(self._text, e)
            fitting = (one for one in named if weekday in one.event.weekdays or not weekday)
            told = [t for one in fitting if one.event.id not in known and (t := self._told(e, one))]
            known.update(t.event.id for t in told)
            if told:
                yield self._on_its_day(e, told)

    def counted(self, count: Count, named: list[Named], e: TimeExpression | None = None) -> Iterator[Constraint]:
        """How long after something the news came, and the events that the text names -> what that leaves.

        The weekday that the lead names must be that on which the news then came.
        ``e``: the words for the distance, where they stand with what happened, and not before it.
        """
        places = (told for one in named for told in self._all_told(one, near=False))
        inside = (t for t in places if count.clause.covers(Span(t.start, t.end)))
        inside = (t for t in inside if e is not None or not is_nested(self._text, t, count.clause))
        told = [t for t in inside if e is None or self._is_time_of(e, t)]
        told = list({t.event.id: t for t in told if t.start == told[0].start}.values())
        if told := [t for t in told if agrees(self._text, count, t)]:
            if e is not None:
                count = replace(count, clause=Span(told[0].start, e.span.end))
            days = [(t.event.first, t.event.last, t.named) for t in told]
            found = counted(self._text, count, days, sure=False, told=told)
            weight = _COUNTED if all(t.by_name for t in told) else _COUNTED - 1
            yield replace(found, witness=replace(witness(told), weight=weight))

    def _told(self, e: TimeExpression, named: Named) -> Told | None:
        return next((told for told in self._all_told(named) if self._is_time_of(e, told)), None)

    def _all_told(self, named: Named, *, near: bool = True) -> Iterator[Told]:
        """An event that the text names -> the places of the sentence that may tell it."""
        event, known = named.event, bool(named.event.tied) or named.pieces > 1
        often = event.tied and self._almanac.times_named(event, self._text.lower) >= _OFTEN
        if often or not near or self._is_near(event):
            for place in (place for family in sorted(named.families) for place in self._of(family)):
                told = Told(event, place.start, place.end, whole=False, by_name=known, pieces=named.pieces)
                if not not_yet(self._text, self._sent, told) and not self._is_of_another(event, told):
                    yield told

    def _is_near(self, event: DatedEvent) -> bool:
        """Whether an event is named in the head of the article or around the sentence."""
        if event.id not in self._named_near:
            self._named_near[event.id] = self._almanac.is_named_in(event, self._near)
        return self._named_near[event.id]

    @cached_property
    def _near(self) -> str:
        """The head of the article, with its title and dateline, and the sentences around this one."""
        sentences, number = self._text.sentences, self._sent.number
        around = sentences[max(0, number - _NEAR) : number + 2]
        head = self._text.head[-1].span.end if self._text.head else 0
        parts = self._text.text[:head], self._text.text[max(head, around[0].span.start) : around[-1].span.end]
        return COMPARED.sub(" ", "\n".join(parts))

    def _of(self, family: str) -> list[Span]:
        """A family -> where the sentence has a word of it that is not denied or ahead."""
        if family not in self._places:
            start, stretch = self._sent.span.start, self._sent.span.of(self._text.text)
            found = (at for at in places_of(family, self._text.lower[start : self._sent.span.end]))
            self._places[family] = [Span(start + a, start + b) for a, b in found if is_done(stretch, a)]
        return self._places[family]

    def _is_time_of(self, e: TimeExpression, told: Told) -> bool:
        """Whether a time hangs on the word for a happening, or on a verb told in one breath with it."""
        if belongs(self._text, e, told):
            return True
        verb = telling_verb(self._root(e.span))
        if verb is None:
            return False
        word = self._root(Span(told.start, told.end))
        done = [word, *(t.head for t in (word,) if t.dep_ == "xcomp")]  # "took five hours to flatten it"
        if any(t in (verb, *verb.conjuncts) for t in done):
            return True
        said = word.dep_ == "ccomp" and word.head == verb and bool(told.event.tied)
        return said and bool(weekday_of(self._text, e)) and not self._text.is_quoted(Span(told.start, told.end))

    def _is_of_another(self, event: DatedEvent, told: Told) -> bool:
        """Whether whom or what a happening is told of has a name that is none of an event's.

        Of whom an event is told by a name must be the one of that name, or somebody known to the reader.
        """
        word = self._root(Span(told.start, told.end))
        verb = word if word.pos_ in {"VERB", "AUX"} else None
        told_of = [c for c in verb.children if c.dep_ in _ARGUMENTS] if verb is not None else [word]
        told_of = [c.head.head if c.tag_ in _RELATIVE and c.head.dep_ == "relcl" else c for c in told_of]
        told_of = [t for c in told_of for t in (c, *c.conjuncts)] or [word.head]  # "the man gunned down"
        named = {t: name for t in told_of if (name := _name_with(t)) and verb is not None}
        own = {part for group in event.words for word in group for part in word.lower().replace(".", "").split()}
        whose = [t for t, name in named.items() if any(part.lower_ in own for part in name)]
        if whose and event.tied:
            done_to = any(c.dep_ == "dobj" for c in word.children)
            return done_to and all(t.dep_ == "nsubj" and t.head == word for t in whose)  # "he killed two"
        return len(whose) < len(named) or (bool(event.tied) and not any(map(self._is_known, told_of)))

    def _is_known(self, token: Any) -> bool:
        """Whether a word is a name, a pronoun of one person, or one of somebody whom the text has told of."""
        if token.pos_ == "PROPN" or token.lower_ in _SOMEBODY:
            return True
        return token.tag_ == "NN" and any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in token.children)

    def _root(self, span: Span) -> Any:
        return tokens_in(self._text.reading.doc, span).root

    def _on_its_day(self, e: TimeExpression, told: list[Told]) -> Constraint:
        days = [(t.event.first, t.event.last) for t in told]
        options = [Option(*reach(e, *on), t.named) for on, t in zip(days, told, strict=True)]
        shown = self._text.quoted(Span(told[0].start, told[0].end))
        why = f"{self._text.quoted(e.span)} with {shown} is taken for the day of"
        found = pointing(e, days, why, options, sure=False)
        checked = bool(weekday_of(self._text, e))
        weighed = witness(told, checked=checked)
        return replace(found, witness=weighed if checked else replace(weighed, weight=1))


def _is_of_the_news(text: Undated, e: TimeExpression) -> bool:
    """Whether a time in a sentence may be that of a happening of the news told there: not "on a Friday in May"."""
    if text.is_set_for(e) or e.tense == "future" or text.is_any(e):
        return False
    given = arguments(e)
    if "weekday" in given:
        return is_plain(e) or given.get("which") == "last"
    return bool(weekday_of(text, e)) or (e.rule == "ago" and is_plain(e) and given.get("unit") in _DAYS)


def _name_with(token: Any) -> list[Any]:
    """A word -> the parts of the name that it is, or has beside it: "his brother Jo"."""
    return [t for t in (token, *token.children) if t.pos_ == "PROPN" and t.dep_ not in {"poss", "prep"}]


def weekday_of(text: Undated, e: TimeExpression) -> str:
    """A time -> the number of the weekday that it is or stands with ("Wednesday of last week"), "" for none."""
    of_last = _OF_WEEK.search(text.text[: e.span.start]) if e.rule == "unit" else None
    return str(_WEEKDAYS.index(of_last[1]) + 1) if of_last else arguments(e).get("weekday", "")


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
