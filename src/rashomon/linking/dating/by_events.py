"""Public events with known days that a text tells of -> what they say of the day of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rashomon.linking.dates.rules import arguments
from rashomon.linking.dating.almanac import Almanac, by_place, elections_told
from rashomon.linking.dating.belonging import belongs, telling_verb
from rashomon.linking.dating.by_anniversary import returns_in
from rashomon.linking.dating.counting import counted, counts, is_nested
from rashomon.linking.dating.dated_event import Told, witness
from rashomon.linking.dating.pointing import POINTING, pointing, reach
from rashomon.linking.dating.solver import Constraint, Option, bounded
from rashomon.linking.dating.told_ahead import not_yet
from rashomon.linking.dating.undated import LOOKS_BACK, SAME_IN_PAST, Sent, Undated, days_written
from rashomon.linking.dating.whose_death import own
from rashomon.model import Span, TimeExpression
from rashomon.text.grammar import tokens_in

_HOURS_AFTER = re.compile(r"\b(?:hours?|minutes?|moments|shortly|soon|right|immediately|just) after\b")
_BEFORE = 20
_CHECKED = frozenset({"weekday", "month-day"})
_BACK = 2
"""Sentences before that of a happening in which the rest of a dated event's words may stand."""


def constraints(text: Undated, almanac: Almanac) -> Iterator[Constraint]:
    """Article and the dated events -> the bounds that the events it tells of set."""
    events = _Events(text, almanac)
    yield from events.pointed_to()
    yield from events.counted_from()
    yield from events.told_as_past()


class _Events:
    """The dated events that an article tells of, and how it places itself in time to them."""

    def __init__(self, text: Undated, almanac: Almanac) -> None:
        self._text = text
        self._almanac = almanac
        self._told = [(s, by_place(own(text, s, self._told_near(s), self._since(s)))) for s in text.sentences]

    def pointed_to(self) -> Iterator[Constraint]:
        """Words such as "last week's forum", "reimposed sanctions on Tuesday": the words' day on the event's days."""
        for sent, places in self._told:
            for e in self._text.within(sent.span):
                if e.rule not in POINTING or self._is_time_of_day(e, sent):
                    continue
                for told in places:
                    if e.rule == "month" and not all(t.by_name for t in told):
                        continue  # every year has that month, and many a state such a deed
                    ahead = e.tense == "future" or not told[0].done
                    if ahead or not not_yet(self._text, sent, told[0]):
                        if belongs(self._text, e, told[0]):
                            yield self._on_its_day(e, told)
                        elif same := self._of_its_weekday(e, sent, told):
                            yield self._on_its_weekday(e, same)
        yield from self._told_again()

    def _is_time_of_day(self, e: TimeExpression, sent: Sent) -> bool:
        """Whether an expression is a time by the clock beside the day that it is of: "at 10:35 a.m. Friday"."""
        return e.rule == "clock" and any(
            other.rule in {"weekday", "month-day"} for other in self._text.within(sent.span)
        )

    def _told_again(self) -> Iterator[Constraint]:
        """A happening that a text has told, told again by its word alone, with the weekday on which it was."""
        known: dict[str, Told] = {}
        for sent, places in self._told:
            for e in (e for e in self._text.within(sent.span) if e.rule == "weekday"):
                for first in (t for t in known.values() if arguments(e).get("weekday") in t.event.weekdays):
                    for start, end in self._almanac.told_by_word(first.event, self._text.text, sent.span):
                        again = [replace(first, start=start, end=end, whole=False)]
                        if not not_yet(self._text, sent, again[0]) and self._of_its_weekday(e, sent, again, hung=True):
                            yield self._on_its_weekday(e, again)
            if not LOOKS_BACK.search(self._text.text, sent.span.start, sent.span.end):
                known |= {t.event.id: t for told in places for t in told if t.done}

    def _on_its_weekday(self, e: TimeExpression, told: list[Told]) -> Constraint:
        days = [(t.event.first, t.event.last) for t in told]
        options = [Option(*reach(e, *on), t.named) for on, t in zip(days, told, strict=True)]
        why = f"{self._text.quoted(e.span)} beside it is the weekday of"
        return replace(pointing(e, days, why, options, sure=False), witness=witness(told, checked=True))

    def counted_from(self) -> Iterator[Constraint]:
        """Words such as "one day after the U.S. reimposed sanctions", "shortly after", told of the news."""
        for count in counts(self._text):
            found, sure, told = self._days_told(count.clause, count.sent)
            if found:
                yield counted(self._text, count, found, sure=sure, told=told)

    def told_as_past(self) -> Iterator[Constraint]:
        """A dated event told as past, each once: the article came out on its day or later."""
        seen: set[str] = set()
        for sent, places in self._told:
            for told in places:
                event = told[0].event
                past = event.numbered or (told[0].done and not not_yet(self._text, sent, told[0]))
                if past and event.id not in seen:
                    seen.add(event.id)
                    shown = self._text.quoted(Span(self._word_before(sent, told[0].start), told[0].end))
                    options = tuple(Option(t.event.first, dt.date.max, t.named) for t in told)
                    first = min(t.event.first for t in told)
                    sure = all(t.whole for t in told)
                    how = "is named" if event.numbered else "is told as past"
                    within = [(first, dt.date.max)]
                    if witness(told).weight > 1 or sure:  # what its state and kind alone tell may be another
                        yield bounded(f"{shown} {how}:", within, options=options, sure=sure, witness=witness(told))

    def _on_its_day(self, e: TimeExpression, told: list[Told]) -> Constraint:
        days = [(t.event.first, t.event.last) for t in told]
        ahead, done = e.tense == "future", all(t.done for t in told)
        either = (not done and not self._is_past(e, told[0])) or (ahead and self._may_be_past(told[0]))
        options = [Option(*reach(e, *days, either=either), t.named) for days, t in zip(days, told, strict=True)]
        why = f"{self._text.quoted(e.span)} points {'ahead ' if ahead else ''}to"
        sure = not ahead and done and all(t.whole for t in told)
        found = pointing(e, days, why, options, sure=sure, either=either)
        return replace(found, witness=witness(told, checked=e.rule in _CHECKED))

    def _of_its_weekday(self, e: TimeExpression, sent: Sent, told: list[Told], *, hung: bool = False) -> list[Told]:
        """A weekday told in the past, and dated events told done in its sentence -> those that fell on that weekday.

        What is told with the happening in one breath was on the same day, or hours after it: "was seized and flown home
        on Tuesday", "the looting began on Thursday, hours after a crowd had stormed the palace".
        """
        weekday = arguments(e).get("weekday")
        if e.rule != "weekday" or e.tense != "past" or weekday is None or not all(t.done for t in told):
            return []
        if self._text.in_another_year(sent) or told[0].event.numbered or self._text.is_set_for(e):
            return []
        doc = self._text.reading.doc
        verb = telling_verb(tokens_in(doc, e.span).root)
        word = tokens_in(doc, Span(told[0].start, told[0].end)).root
        told_with = hung and belongs(self._text, e, told[0])
        if verb is None or not (told_with or word in (verb, *verb.conjuncts) or self._is_hours_after(verb, word)):
            return []
        return [t for t in told if weekday in t.event.weekdays]

    def _is_hours_after(self, verb: Any, word: Any) -> bool:
        """Whether a verb tells what was done hours after that in whose clause a word stands."""
        clause = next((t for t in (word, *word.ancestors) if t.dep_ == "advcl" and t.head == verb), None)
        if clause is None:
            return False
        start = min(t.idx for t in clause.subtree)
        return _HOURS_AFTER.search(self._text.text, max(verb.idx, start - _BEFORE), start + _BEFORE) is not None

    def _may_be_past(self, told: Told) -> bool:
        """Whether the words for a happening begin with a verb whose past is no other word: "put their names to"."""
        return tokens_in(self._text.reading.doc, Span(told.start, told.end))[0].lower_ in SAME_IN_PAST

    def _is_past(self, e: TimeExpression, told: Told) -> bool:
        """Whether an expression says when something was done at a gathering or in a vote, and not when that is."""
        after = self._text.text[e.span.end : e.span.end + 2]
        happened = told.event.gathered or told.event.elected
        return happened and e.tense == "past" and not after.startswith(("'", "\u2019"))

    def _days_told(self, clause: Span, sent: Sent) -> tuple[list[tuple[dt.date, dt.date, str]], bool, list[Told]]:
        """A clause of a sentence -> the days that it can tell of, each first, last, and what it is; whether it must."""
        returns = returns_in(self._text, self._almanac, sent, clause)
        if returns is not None:
            return returns, True, []
        dates = ((days_written(e), e) for e in self._text.within(clause) if e.rule in {"date", "iso"})
        written = [(*days, self._text.quoted(e.span)) for days, e in dates if days]
        if written:
            return written[:1], True, []
        places = by_place(self._told_in(clause, Span(self._since(sent), clause.end)))
        told = next((t for t in places if not is_nested(self._text, t[0], clause)), [])
        return [(t.event.first, t.event.last, t.named) for t in told], not any(t.event.elected for t in told), told

    def _word_before(self, sent: Sent, place: int) -> int:
        """A sentence and a place in it -> where a word begins, some thirty characters before."""
        start = max(sent.span.start, place - 30)
        return start if start == sent.span.start else self._text.text.find(" ", start, place) + 1 or place

    def _since(self, sent: Sent) -> int:
        """A sentence -> where the words begin that a dated event told in it may have before it.

        At the head of an article they may stand in its title and dateline as well.
        """
        return self._text.sentences[sent.number - _BACK].span.start if sent.number > _BACK else 0

    def _told_near(self, sent: Sent) -> list[Told]:
        """A sentence -> the dated events whose happening it tells, though some of their words stand just around it."""
        around = Span(self._since(sent), self._text.told_further(sent))
        if sent not in self._text.lead[:1]:
            return self._told_in(sent.span, around)
        return self._with_elections(
            self._almanac.told_in_lead(
                self._text.text, sent.span, self._text.lower, around, self._text.weekday_of_news
            ),
            sent.span,
        )

    def _told_in(self, span: Span, around: Span) -> list[Told]:
        told = self._almanac.told_in(self._text.text, span.start, span.end, self._text.lower, around)
        return self._with_elections(told, span)

    def _with_elections(self, told: list[Told], span: Span) -> list[Told]:
        """Dated events told in a stretch -> those that date by more than anniversaries, and elections named there."""
        told = [t for t in told if not t.event.recalled]
        elections = elections_told(self._text.text, span.start, span.end, self._text.lower)
        return [*told, *(e for e in elections if not any(t.start < e.end and e.start < t.end for t in told))]
