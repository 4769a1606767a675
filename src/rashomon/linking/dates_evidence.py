"""A reading -> what its text tells of the day on which it came out, as constraints."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rashomon.lexicon.actors import actor_named, find_actors
from rashomon.lexicon.roles import role_at
from rashomon.linking.dates_calendar import MONTHS, WEEKDAYS, Context, days_of
from rashomon.linking.dates_distance import Distance, distance_of, vague_distance
from rashomon.linking.dates_events import Almanac, Told
from rashomon.linking.dates_rules import arguments, work_out
from rashomon.linking.dates_solver import NEWS_WEEK, Constraint, Option, Test, any_day_of_a_week
from rashomon.model import READ_KINDS, Block, Reading, Span, TimeExpression
from rashomon.text.grammar import tense, tokens_in

_CLAUSE_END = re.compile(r"[,;\n](?=\s|$)")
_OTHER_TIME = re.compile(r"\b(?:after|before|following|since)\b")
_SIGNAL = re.compile(r" {1,3}(after|since|following)\b")
_VAGUE = re.compile(
    r"\b(?:(hours|days|weeks|just days|just weeks|shortly|soon|just hours|right|immediately) )(after|following)\b"
)
_NEWS_NOUN = re.compile(
    r"\b(?:whose|the|his|her|their|its|this) (?:\w+ )?"
    r"(?:visit|trip|meeting|talks|summit|arrival|announcement|statement|move|decision|call|tour|remarks|vote|election|attack|strike)"
    r" (?:also )?(?:came|comes|took place|takes place|happened|followed|was held|were held)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:if|unless|would|could|may|might|will|threat\w*|plan\w*|propos\w*|upcoming|ahead of|before|expected|possible|"
    r"potential|"
    r"call\w* (?:on|for)|"
    r"vow\w*|pledg\w*|urg\w*|wants?|wanted|warn\w*|should|next)\b",
    re.IGNORECASE,
)
_POINTING = frozenset({"weekday", "day", "unit", "month-day", "month", "ago", "past-unit"})
_TO_VERB = 4
"""Steps up the parse within which a time belongs to a happening."""


@dataclass(frozen=True)
class Sent:
    """A sentence, with its tense and the dated events that it speaks of."""

    span: Span
    root: Any
    past: bool
    told: tuple[Told, ...]


class Evidence:
    """One article's text, asked for what it tells of the day on which it came out."""

    def __init__(self, reading: Reading, almanac: Almanac) -> None:
        self.reading = reading
        self.almanac = almanac
        self.text: str = reading.doc.text
        self.lower = self.text.lower()
        self.expressions = _outside(reading, {"promotion", "credit"})
        self._starts = [e.span.start for e in self.expressions]

    @cached_property
    def sentences(self) -> list[Sent]:
        """The sentences of the blocks that are read, in text order."""
        blocks = [b.span for b in self.reading.of(Block) if b.kind in READ_KINDS]
        ends = [b.end for b in blocks]
        found = []
        for sent in self.reading.doc.sents:
            span = Span(sent.start_char, sent.end_char)
            at = bisect_right(ends, span.start)
            if at < len(blocks) and blocks[at].meets(span) and self.text[span.start : span.end].strip():
                told = self.almanac.told_in(self.text, span.start, span.end, self.lower)
                found.append(Sent(span, sent.root, tense(sent.root) == "past", tuple(told)))
        return found

    @cached_property
    def lead(self) -> list[Sent]:
        """The sentence that tells the news, which is the first in the past tense, and the one after it."""
        at = next((n for n, s in enumerate(self.sentences[:8]) if s.past), None)
        return [] if at is None else self.sentences[at : at + 2]

    @cached_property
    def news_weekday(self) -> TimeExpression | None:
        """The words in the lead that name the weekday of the news ("on Wednesday", "yesterday"), if any do."""
        for sent in self.lead:
            for e in self._in(sent.span):
                given = arguments(e)
                plain = not given.keys() & {"which", "side", "every", "shifted"}
                if e.rule in {"weekday", "day"} and e.tense == "past" and plain:
                    return e
        return None

    @property
    def news_days(self) -> Callable[[dt.date], Iterator[dt.date]]:
        """Day of publication -> the days of the news: that of the weekday named, or the past week."""
        named = self.news_weekday
        return any_day_of_a_week if named is None else lambda day: iter([_first(named, day)])

    def constraints(self) -> Iterator[Constraint]:
        """Everything in the text that bounds the day of publication."""
        yield from self._pointed()
        yield from self._counted()
        yield from self._followed()
        yield from self._mentioned()
        yield from self._dated()
        yield from self._parts_of_the_news()
        yield from self._newest_first()

    # -- what the text says

    def _pointed(self) -> Iterator[Constraint]:
        """Words such as "last week's forum", "reimposed sanctions on Tuesday": the words' day on the event's days."""
        for sent in self.sentences:
            for e in self._in(sent.span):
                if e.rule not in _POINTING or e.tense == "future":
                    continue
                for alternatives in _by_place(sent.told):
                    if self._belongs(e, alternatives[0]) and not self._not_yet(sent, alternatives[0]):
                        yield self._on_its_day(e, alternatives)

    def _on_its_day(self, e: TimeExpression, alternatives: list[Told]) -> Constraint:
        slack = _slack(e)
        days = [(t.event.first - slack, t.event.last + slack) for t in alternatives]

        def holds(day: dt.date, _news: dt.date) -> bool:
            worked = work_out(e, Context(day, "past"))
            return (
                worked.first is not None
                and worked.last is not None
                and any(worked.first <= last and first <= worked.last for first, last in days)
            )

        near = e.rule not in {"month", "month-day"}
        reach = dt.timedelta(days=800 if e.rule == "ago" or arguments(e).get("unit") == "Y" else 75)
        within = tuple((t.event.first, t.event.last + reach) for t in alternatives) if near else ()
        options = tuple(Option(t.event.first, t.event.last + reach, _named(t)) for t in alternatives)
        return Constraint(f"{self._quoted(e.span)} points to", holds, within, options)

    def _counted(self) -> Iterator[Constraint]:
        """Words such as "one day after the U.S. reimposed sanctions", told of the news."""
        for sent in self.sentences:
            for e in self._in(sent.span):
                signal = _SIGNAL.match(self.text, e.span.end) if e.rule == "duration" else None
                if signal and (distance := distance_of(e)):
                    yield from self._after(sent, e.span, signal.end(), distance)

    def _followed(self) -> Iterator[Constraint]:
        """Words such as "whose visit came shortly after Washington reintroduced sanctions"."""
        for sent in self.sentences:
            for match in _VAGUE.finditer(self.lower, sent.span.start, sent.span.end):
                yield from self._after(sent, Span(match.start(), match.end()), match.end(), vague_distance(match[1]))

    def _after(self, sent: Sent, words: Span, start: int, distance: Distance) -> Iterator[Constraint]:
        """Sentence, words up to "after" in it and the start of the clause that follows -> what it says of the news."""
        end = _CLAUSE_END.search(self.text, start, sent.span.end)
        stop = end.start() if end else sent.span.start + len(self.text[sent.span.start : sent.span.end].rstrip(' .\n"'))
        told = _by_place(tuple(self.almanac.told_in(self.text, start, stop, self.lower)))
        if not told or not self._is_news(sent, words):
            return
        spans = [distance.after(t.event.first, t.event.last) for t in told[0]]
        shown = self._quoted(Span(words.start, stop))
        within = tuple((low, high + dt.timedelta(NEWS_WEEK)) for low, high in spans)
        yield Constraint(
            f"the news came {shown}:",
            lambda _day, news: any(low <= news <= high for low, high in spans),
            within,
            tuple(Option(*days, _named(t)) for days, t in zip(within, told[0], strict=True)),
        )

    def _is_news(self, sent: Sent, words: Span) -> bool:
        """Whether what is told to come after something is the article's news: its lead, or "the visit came ..."."""
        before = self.text[sent.span.start : words.start]
        return (sent in self.lead[:1] and sent.past) or bool(_NEWS_NOUN.search(before[-60:]))

    def _mentioned(self) -> Iterator[Constraint]:
        """A dated event told as past, each once: the article came out on its day or later."""
        seen: set[str] = set()
        for sent in self.sentences:
            for alternatives in _by_place(sent.told):
                if alternatives[0].event.id not in seen and not self._not_yet(sent, alternatives[0]):
                    seen.add(alternatives[0].event.id)
                    first = min(t.event.first for t in alternatives)
                    told = alternatives[0]
                    shown = self._quoted(Span(max(sent.span.start, told.start - 30), told.end))
                    options = tuple(Option(t.event.first, dt.date.max, _named(t)) for t in alternatives)
                    yield Constraint(f"{shown} is told as past:", _since(first), options=options)

    def _dated(self) -> Iterator[Constraint]:
        """The latest date with its year that is told in the past: the article came out on it or later."""
        latest: tuple[dt.date, Span] | None = None
        for e in self.expressions:
            if e.tense == "past" and e.rule in {"date", "iso", "month-year", "year"}:
                first, _ = days_of(work_out(e, Context(dt.date(2000, 1, 1))).value)
                if first and (latest is None or first > latest[0]):
                    latest = first, e.span
        if latest:
            yield Constraint(f"{self._quoted(latest[1])} is told as past", _since(latest[0]))

    def _parts_of_the_news(self) -> Iterator[Constraint]:
        """Weekdays told of those whom the lead brings together: parts of the news, no older than its start."""
        if self.news_weekday is not None or not self.lead:
            return
        lead = self._names_in(self.lead[0].span, main=True)
        for sent in self.sentences:
            for e in self._in(sent.span):
                if e.rule == "weekday" and e.tense == "past" and not arguments(e).keys() & {"which", "side", "every"}:
                    shared = lead & self._names_in(sent.span, main=False)
                    if len(shared) >= 2:
                        both = " and ".join(sorted(shared))
                        why = f"{self._quoted(e.span)} tells a part of the news, as {both} stand in both"
                        yield Constraint(why, _not_before_news(e))

    # -- what news writers do

    def _newest_first(self) -> Iterator[Constraint]:
        """News leads with its newest day: weekdays told further down are not later than that of the lead.

        On every second document of TimeBank and AQUAINT train it held for 66 of the 68 weekdays that it speaks of.
        """
        named = self.news_weekday
        if named is None:
            return
        for e in self.expressions:
            plain = not arguments(e).keys() & {"which", "side", "every", "shifted"}
            if e.rule == "weekday" and e.tense == "past" and plain and e.span.start > named.span.start:
                why = (
                    f"news leads with its newest day, so {self._quoted(e.span)} is not after {self._quoted(named.span)}"
                )
                yield Constraint(why, _not_after_news(e), custom=True)

    # -- small questions to the text

    def _in(self, span: Span) -> list[TimeExpression]:
        listed = self.expressions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return [e for e in listed if span.covers(e.span)]

    def _quoted(self, span: Span) -> str:
        return f"\u201c{' '.join(span.of(self.reading.text).split())}\u201d"

    def _belongs(self, e: TimeExpression, told: Told) -> bool:
        """Whether the parse hangs an expression on the words for a happening."""
        token = tokens_in(self.reading.doc, e.span).root
        for _ in range(_TO_VERB):
            if told.start <= token.idx < told.end:
                return True
            if token.head == token:
                return False
            token = token.head
            if token.pos_ in {"VERB", "AUX"}:
                return bool(told.start <= token.idx < told.end)
        return False

    def _not_yet(self, sent: Sent, told: Told) -> bool:
        """Whether a sentence tells a happening as planned, possible or denied, or in words that need not be past."""
        if _NOT_YET.search(self.text, sent.span.start, sent.span.end):
            return True
        token = tokens_in(self.reading.doc, Span(told.start, told.end)).root
        return bool(token.tag_ in {"VB", "VBP", "VBZ"} or any(c.dep_ == "neg" for c in token.children))

    def _names_in(self, span: Span, *, main: bool) -> set[str]:
        """Sentence -> the states and persons in it; for ``main``, without what follows its "after" or "since"."""
        end = span.end
        if main and (cut := _OTHER_TIME.search(self.lower, span.start, span.end)):
            end = cut.start()
        states = {f.actor.name for f in find_actors(self.text[span.start : end]) if f.actor.state}
        tokens = tokens_in(self.reading.doc, Span(span.start, max(end, span.start + 1)))
        proper = {t.text for t in tokens or () if t.pos_ == "PROPN" and t.text.istitle() and not _is_common(t.text)}
        return states | proper


def _outside(reading: Reading, kinds: set[str]) -> list[TimeExpression]:
    """Reading and kinds of block -> the time expressions that stand in no such block."""
    left_out = [b.span for b in reading.of(Block) if b.kind in kinds]
    return [e for e in reading.of(TimeExpression) if not any(b.covers(e.span) for b in left_out)]


def _is_common(name: str) -> bool:
    """Whether a capitalized word names no one: a state, of which states speak already, or an office."""
    return actor_named(name) is not None or role_at([name.lower()]) is not None or name in (*WEEKDAYS, *MONTHS)


def _first(expression: TimeExpression, day: dt.date) -> dt.date:
    """A weekday told in the past, and the day of publication -> that day."""
    return work_out(expression, Context(day, "past")).first or dt.date.min


def _by_place(told: tuple[Told, ...] | list[Told]) -> list[list[Told]]:
    """Dated events in a stretch -> those that the same words may mean, place by place."""
    places: dict[int, list[Told]] = {}
    for one in told:
        places.setdefault(one.start, []).append(one)
    return [places[start] for start in sorted(places)]


def _named(told: Told) -> str:
    """A dated event -> its name with its day and source."""
    return f"{told.event.name} ({told.event.days}; {told.event.source})"


def _since(first: dt.date) -> Test:
    """A day -> the test that the article came out on it or later."""
    return lambda day, _news: day >= first


def _not_before_news(expression: TimeExpression) -> Test:
    """A weekday told in the past -> the test that it is not before the news."""
    return lambda day, news: _first(expression, day) >= news


def _not_after_news(expression: TimeExpression) -> Test:
    """A weekday told in the past -> the test that it is not after the news."""
    return lambda day, news: _first(expression, day) <= news


def _slack(expression: TimeExpression) -> dt.timedelta:
    """How far an event may lie off the days of the words: weeks may begin on Sunday, "a year ago" is round."""
    given = arguments(expression)
    if expression.rule == "ago":
        return dt.timedelta({"D": 0, "W": 4, "M": 20, "Y": 190}.get(given["unit"], 0))
    if expression.rule == "past-unit":
        return dt.timedelta(1)
    return dt.timedelta(1 if given.get("unit") == "W" else 0)
