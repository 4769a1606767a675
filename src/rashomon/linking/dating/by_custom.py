"""What news writers are used to do -> what that says of the day of publication."""

import datetime as dt
from collections.abc import Iterator
from functools import cache, partial

from rashomon.lexicon.actors import actor_named, find_actors
from rashomon.lexicon.roles import role_at
from rashomon.linking.dates.calendar import MONTHS, WEEKDAYS
from rashomon.linking.dating.solver import NEWS_WEEK, Constraint, Test
from rashomon.linking.dating.undated import Undated, is_plain, told_day
from rashomon.model import Span, TimeExpression
from rashomon.text.grammar import tokens_in

_NEXT_DAY = dt.timedelta(1)
_OTHER_TIME = frozenset({"after", "before", "following", "since"})


def constraints(text: Undated) -> Iterator[Constraint]:
    """Article -> the bounds that the custom of news writing sets, none of them sure."""
    yield from _still_new(text)
    yield from _parts_of_the_news(text)
    yield from _newest_first(text)


def _still_new(text: Undated) -> Iterator[Constraint]:
    """News that names its weekday with the date is as fresh as news that names the weekday alone."""
    named = text.news_weekday
    if named is not None and named.rule == "month-day":
        told = cache(partial(told_day, named))
        why = f"{text.quoted(named.span)} in the lead is the day of the news, which is told within a week"
        yield Constraint(why, lambda day, _news: (day - told(day)).days <= NEWS_WEEK, sure=False)


def _parts_of_the_news(text: Undated) -> Iterator[Constraint]:
    """Weekdays told of those whom the lead brings together: parts of the news, no older than its start."""
    if text.news_weekday is not None or not text.lead:
        return
    lead = _names_in(text, _main_clause(text, text.lead[0].span))
    for sent in text.sentences:
        for e in text.within(sent.span):
            if e.rule == "weekday" and e.tense == "past" and is_plain(e):
                shared = lead & _names_in(text, sent.span)
                if len(shared) >= 2:
                    both = " and ".join(sorted(shared))
                    why = f"{text.quoted(e.span)} tells a part of the news, as {both} stand in both"
                    yield Constraint(why, _not_before_news(e), of_news=True, sure=False)


def _newest_first(text: Undated) -> Iterator[Constraint]:
    """News leads with its newest day: weekdays told further down are not later, but for what followed the day after.

    On every second document of TimeBank and AQUAINT train no day was later for 66 of the 68 weekdays that it speaks
    of. Told at length, an evening's news ends with the next morning.
    """
    named = text.news_weekday
    if named is None:
        return
    for e in text.expressions:
        if text.is_set_for(e) or _is_of_telling(text, e, named):
            continue
        if e.rule == "weekday" and e.tense == "past" and is_plain(e) and e.span.start > named.span.start:
            later, lead = text.quoted(e.span), text.quoted(named.span)
            why = f"news leads with its newest day, so {later} is not long after {lead}"
            yield Constraint(why, _not_after_news(e), of_news=True, sure=False)


def _is_of_telling(text: Undated, expression: TimeExpression, named: TimeExpression) -> bool:
    """Whether an expression says when the other was told: "were abducted on Monday, officials said on Tuesday"."""
    later, earlier = (tokens_in(text.reading.doc, e.span).root for e in (expression, named))
    verb = next((t for t in later.ancestors if t.pos_ == "VERB"), None)
    return verb is not None and any(t.dep_ == "ccomp" and t.head == verb for t in earlier.ancestors)


def _main_clause(text: Undated, sentence: Span) -> Span:
    """Sentence -> what stands before its first "after" or "since"."""
    tokens = tokens_in(text.reading.doc, sentence)
    return Span(sentence.start, next((t.idx for t in tokens if t.lower_ in _OTHER_TIME), sentence.end))


def _names_in(text: Undated, span: Span) -> set[str]:
    """Stretch of text -> the states and persons in it."""
    states = {f.actor.name for f in find_actors(span.of(text.text)) if f.actor.state}
    tokens = tokens_in(text.reading.doc, span) if span.end > span.start else ()
    proper = {t.text for t in tokens or () if t.pos_ == "PROPN" and t.text.istitle() and not _is_common(t.text)}
    return states | proper


def _is_common(name: str) -> bool:
    """Whether a capitalized word names no one: a state, of which states speak already, or an office."""
    return actor_named(name) is not None or role_at([name.lower()]) is not None or name in (*WEEKDAYS, *MONTHS)


def _not_before_news(expression: TimeExpression) -> Test:
    """A weekday told in the past -> the test that it is not before the news."""
    told = cache(partial(told_day, expression))
    return lambda day, news: told(day) >= news


def _not_after_news(expression: TimeExpression) -> Test:
    """A weekday told in the past -> the test that it is not later than the day after the news."""
    return lambda day, news: told_day(expression, day) <= news + _NEXT_DAY
