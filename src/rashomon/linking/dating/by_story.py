"""Dated events that a text names beside the weekdays on which they fell -> the day of publication.

News tells on of what has gone on for days: "Wirecard filed for insolvency on Thursday ... Braun gave himself up on
Monday". That a weekday fits an event says little, as one in seven does. That two of a text fit two events of the same
days says much, however they are told: nothing need hang on the words for what happened. One alone is heard where the
head of the article tells the event for the first time.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rashomon.linking.dates.rules import arguments
from rashomon.linking.dating.almanac import Almanac
from rashomon.linking.dating.belonging import telling_verb
from rashomon.linking.dating.by_other_words import COMPARED, Named, weekday_of
from rashomon.linking.dating.dated_event import DatedEvent, Told
from rashomon.linking.dating.families import places_of
from rashomon.linking.dating.kinds import lemmas
from rashomon.linking.dating.pointing import pointing, reach
from rashomon.linking.dating.solver import ENOUGH, Constraint, Option, Witness
from rashomon.linking.dating.told_ahead import not_yet
from rashomon.linking.dating.undated import LOOKS_BACK, Sent, Undated, is_past, is_plain
from rashomon.model import Span, TimeExpression
from rashomon.text.grammar import tokens_in

_ONE_STORY = dt.timedelta(9)
"""Between the first and last day of what news tells by the weekday: a week, and the days before it told as "last"."""
_AROUND = 1
"""Sentences before and after that of a weekday in which an event is named or told."""
_TOLD, _NAMED = 2, 1
"""Points of an event that is told as past beside its weekday, and of one that is only named there, or told as ahead."""
_HEAD = 4
"""Sentences at the head of an article that tell its news and how it came."""
_COUNTED = re.compile(
    r"\b(?:days?|weeks?|months?|years?|fortnight) (?:ago|earlier|later|after|since|before|on)\b", re.IGNORECASE
)
"""Words by which what a sentence tells may be of another week than its weekday."""
_ASIDE = frozenset({"relcl", "acl", "ccomp", "pcomp", "csubj"})
_DONE = frozenset({"VBD", "VBN", "JJ"})


@dataclass(frozen=True)
class _Fit:
    """A time in a sentence, an event that is named beside it and fell on that weekday, and what that is worth.

    ``ahead``: whether the words may tell it before it happens.
    """

    e: TimeExpression
    sent: Sent
    event: DatedEvent
    points: int
    ahead: bool
    pieces: int

    @property
    def day(self) -> dt.date:
        """The first day of the event."""
        return self.event.first


def constraints(text: Undated, almanac: Almanac, named: Sequence[Named]) -> Iterator[Constraint]:
    """Article and the events that it names -> the days of those that tell one story, none of them sure."""
    fits = [fit for sent in text.sentences for fit in _fits(text, almanac, sent, named)]
    stories = [story for fit in fits if (story := _story(fit, fits))]
    if stories and max(s[0].day for s in stories) - min(s[0].day for s in stories) <= 2 * _ONE_STORY:
        best = max(stories, key=lambda story: (sum(f.points for f in story), story[0].day))
        witness = Witness(frozenset(fit.event.id for fit in best), ENOUGH)
        yield from (_pointing(text, fit, witness) for fit in best)
    if stories:
        return
    alone = [fit for fit in fits if fit.points == _TOLD and _is_new(text, almanac, fit)]
    if alone and max(f.day for f in alone) - min(f.day for f in alone) <= _ONE_STORY:
        yield from (
            _pointing(text, fit, Witness(frozenset({fit.event.id}), min(ENOUGH, 1 + fit.pieces))) for fit in alone
        )


def _fits(text: Undated, almanac: Almanac, sent: Sent, named: Sequence[Named]) -> Iterator[_Fit]:
    times = [e for e in text.within(sent.span) if weekday_of(text, e) and _is_of_these_days(text, e)]
    if not times or text.in_another_year(sent) or LOOKS_BACK.search(text.text, sent.span.start, sent.span.end):
        return
    near = _near(text, sent)
    words = COMPARED.sub(" ", near.of(text.text)).lower()
    for one in named:
        fitting = [e for e in times if weekday_of(text, e) in one.event.weekdays]
        if fitting and almanac.times_named(one.event, words):
            told = _is_told(text, almanac, one, near)
            for e in fitting:
                ahead = _may_be_ahead(text, e)
                yield _Fit(e, sent, one.event, _TOLD if told and not ahead else _NAMED, ahead, one.pieces)


def _near(text: Undated, sent: Sent) -> Span:
    """A sentence -> the stretch of it and those around it."""
    near = text.sentences[max(0, sent.number - _AROUND) : sent.number + _AROUND + 1]
    return Span(near[0].span.start, near[-1].span.end)


def _is_of_these_days(text: Undated, e: TimeExpression) -> bool:
    """Whether a time names a weekday of the news, past or ahead: not "on a Friday in May", "every Friday"."""
    return not text.is_any(e) and (is_plain(e) or arguments(e).get("which") == "last")


def _may_be_ahead(text: Undated, e: TimeExpression) -> bool:
    """Whether a time may lie ahead: its clause tells nothing past."""
    verb = telling_verb(tokens_in(text.reading.doc, e.span).root)
    return e.tense == "future" or text.is_set_for(e) or verb is None or not (is_past(verb) or verb.tag_ in _DONE)


def _is_told(text: Undated, almanac: Almanac, named: Named, span: Span) -> bool:
    """Whether a stretch has words for the happening of an event, or of its family."""
    if almanac.told_by_word(named.event, text.text, span):
        return True
    return any(True for family in named.families for _ in places_of(family, text.lower[span.start : span.end]))


def _story(first: _Fit, fits: Sequence[_Fit]) -> list[_Fit]:
    """An event that fits, and all that do -> those of its story, one for each day; [] where too few are."""
    best: dict[dt.date, _Fit] = {first.day: first}
    for fit in sorted(fits, key=lambda fit: -fit.points):
        new = fit.day not in best and all(fit.e is not other.e for other in best.values())
        if new and abs(fit.day - first.day) <= _ONE_STORY:
            best[fit.day] = fit
    return list(best.values()) if len(best) > 1 and sum(f.points for f in best.values()) >= ENOUGH else []


def _is_new(text: Undated, almanac: Almanac, fit: _Fit) -> bool:
    """Whether the head of an article tells an event as new beside its weekday: in a main clause, or as "a fire"."""
    near = _near(text, fit.sent)
    if _COUNTED.search(text.text, near.start, near.end):
        return False
    if fit.sent.number >= _HEAD:
        return _is_told_whole(text, almanac, fit)
    for sent in text.sentences[:_HEAD]:
        named = almanac.times_named(fit.event, COMPARED.sub(" ", text.text[: sent.span.end]).lower())
        for start, end in almanac.told_by_word(fit.event, text.text, sent.span) if named else ():
            told = Told(fit.event, start, end)
            if near.covers(Span(start, end)) and not not_yet(text, sent, told) and _tells_first(text, told):
                return True
    return False


def _is_told_whole(text: Undated, almanac: Almanac, fit: _Fit) -> bool:
    """Whether the sentence of a weekday tells an event by all of its words, in its main clause or as made known."""
    told_in = almanac.told_in(text.text, fit.sent.span.start, fit.sent.span.end, text.lower)
    told = [t for t in told_in if t.event.id == fit.event.id and t.whole and t.done]
    return any(not not_yet(text, fit.sent, t) and _tells_first(text, t, fit.e) for t in told)


def _tells_first(text: Undated, told: Told, e: TimeExpression | None = None) -> bool:
    """Whether words tell a happening in a main clause or one of its time, or by a noun with "a"."""
    word = tokens_in(text.reading.doc, Span(told.start, told.end)).root
    if e is not None and _is_made_known(text, word, e):
        return True
    if word.pos_ in {"NOUN", "PROPN"}:
        return any(c.lower_ in {"a", "an"} for c in word.children)
    earlier = any(c.lower_ == "had" for c in word.children)  # than what the weekday is of
    return word.tag_ in _DONE and not earlier and all(t.dep_ not in _ASIDE for t in (word, *word.ancestors))


def _is_made_known(text: Undated, word: Any, e: TimeExpression) -> bool:
    """Whether a word tells what was done as what was made known at a time: "officials said on Friday that ..."."""
    verb = telling_verb(tokens_in(text.reading.doc, e.span).root)
    told = word.tag_ in _DONE and word.dep_ == "ccomp" and word.head == verb
    return told and verb.lemma_.lower() in lemmas("makes known")


def _pointing(text: Undated, fit: _Fit, witness: Witness) -> Constraint:
    event, days = fit.event, (fit.event.first, fit.event.last)
    why = f"{text.quoted(fit.e.span)} stands beside the names of"
    option = Option(*reach(fit.e, *days, either=fit.ahead), Told(event, 0, 0).named)
    found = pointing(fit.e, [days], why, [option], sure=False, either=fit.ahead)
    return replace(found, witness=witness)
