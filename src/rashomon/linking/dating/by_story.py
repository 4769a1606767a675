"""Several dated events of one story that a text names, each with the weekday on which it fell -> the day of publication.

News tells on of what has gone on for days: "Wirecard filed for insolvency on Thursday ... Braun gave himself up on
Monday". That one weekday fits an event says little, as one in seven does. That two weekdays of one text fit two events
of the same days says much, however they are told: nothing need hang on the words for what happened.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.linking.dating.almanac import Almanac
from rashomon.linking.dating.by_other_words import COMPARED, Named, is_of_the_news, weekday_of
from rashomon.linking.dating.families import places_of
from rashomon.linking.dating.pointing import pointing, reach
from rashomon.linking.dating.solver import Constraint, Option, Witness
from rashomon.linking.dating.undated import LOOKS_BACK, Sent, Undated
from rashomon.model import Span, TimeExpression

_ONE_STORY = dt.timedelta(9)
"""Between the first and last day of what news tells by the weekday: a week, and the days before it told as "last"."""
_AROUND = 1
"""Sentences before and after that of a weekday in which an event is named or told."""
_TOLD, _NAMED = 2, 1
"""Points of an event that is told beside its weekday, and of one that is only named there."""
_ENOUGH = 3


@dataclass(frozen=True)
class _Fit:
    """A time of the text, and an event that is named beside it and fell on that weekday."""

    e: TimeExpression
    named: Named
    points: int

    @property
    def day(self) -> dt.date:
        return self.named.event.first


def constraints(text: Undated, almanac: Almanac, named: Sequence[Named]) -> Iterator[Constraint]:
    """Article and the events that it names -> the days of those that tell one story, none of them sure."""
    fits = [fit for sent in text.sentences for fit in _fits(text, almanac, sent, named)]
    stories = {tuple(sorted(story, key=lambda f: f.e.span.start)) for fit in fits if (story := _story(fit, fits))}
    if len({story[0].day.year for story in stories}) == 1:
        best = max(stories, key=lambda story: (sum(f.points for f in story), story[0].day))
        witness = Witness(frozenset(f.named.event.id for f in best), _ENOUGH)
        yield from (_pointing(text, fit, witness) for fit in best)


def _fits(text: Undated, almanac: Almanac, sent: Sent, named: Sequence[Named]) -> Iterator[_Fit]:
    times = [e for e in text.within(sent.span) if is_of_the_news(text, e) and weekday_of(text, e)]
    if not times or text.in_another_year(sent) or LOOKS_BACK.search(text.text, sent.span.start, sent.span.end):
        return
    near = text.sentences[max(0, sent.number - _AROUND) : sent.number + _AROUND + 1]
    span = Span(near[0].span.start, near[-1].span.end)
    words = COMPARED.sub(" ", span.of(text.text))
    for one in named:
        fitting = [e for e in times if weekday_of(text, e) in one.event.weekdays]
        if fitting and almanac.has_rare_name(one.event, words):
            told = _is_told(text, almanac, one, span)
            yield from (_Fit(e, one, _TOLD if told else _NAMED) for e in fitting)


def _is_told(text: Undated, almanac: Almanac, named: Named, span: Span) -> bool:
    """Whether a stretch has words for the happening of an event, or of its family."""
    if almanac.told_by_word(named.event, text.text, span):
        return True
    return any(True for family in named.families for _ in places_of(family, text.lower[span.start : span.end]))


def _story(first: _Fit, fits: Sequence[_Fit]) -> list[_Fit]:
    """An event that fits, and all that do -> those that are of its story and of other days; [] where too few are."""
    near = [f for f in fits if abs(f.day - first.day) <= _ONE_STORY]
    best: dict[dt.date, _Fit] = {first.day: first}
    for fit in sorted(near, key=lambda f: -f.points):
        if fit.day not in best and fit.e not in [f.e for f in best.values()]:
            best[fit.day] = fit
    return list(best.values()) if len(best) > 1 and sum(f.points for f in best.values()) >= _ENOUGH else []


def _pointing(text: Undated, fit: _Fit, witness: Witness) -> Constraint:
    event = fit.named.event
    days = (event.first, event.last)
    why = f"{text.quoted(fit.e.span)} is beside the names of, as other weekdays are of other events of the story,"
    option = Option(*reach(fit.e, *days), f"{event.name} ({event.days}; {event.grounds})")
    found = pointing(fit.e, [days], why, [option], sure=False)
    return Constraint(found.why, found.holds, found.within, found.options, sure=False, witness=witness)
