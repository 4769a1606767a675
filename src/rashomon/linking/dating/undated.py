"""An article's text, asked for what bears on the day on which it came out."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, takewhile
from typing import Any

from rashomon.lexicon.letters import lowered
from rashomon.linking.dates.calendar import Context, days_of
from rashomon.linking.dates.rules import arguments, is_free, work_out
from rashomon.linking.dating.solver import Interval, any_day_of_a_week
from rashomon.model import READ_KINDS, Block, Quotation, Reading, Span, TimeExpression
from rashomon.text.grammar import tense, tokens_in

WITH_YEAR = frozenset({"date", "iso", "month-year", "year", "year-range", "decade", "spoken-year", "century"})
"""Rules whose words name a year."""
_WRITTEN_OUT = frozenset({"date", "iso", "month-year", "year"})
_RELATIONS = frozenset({"which", "side", "every", "shifted"})
_UP_TO = ("until ", "till ", "by ", "before ", "through ", " for ", "ahead of ")
"""Words before a weekday that is not that of the news."""
_HEAD = 3
"""Sentences at the head of an article that tells nothing in the past tense."""
_TOLD_ON = 2
"""Sentences after the lead that tell on of its news."""
LOOKS_BACK = re.compile(
    r"\banniversar|\byears? (?:ago|later|since|after|on)\b|\bdecades?\b|\bcentur|\bremember|\bhistor(?:y|ian)|"
    r"\bmemoir|\bobituar",
    re.IGNORECASE,
)
_OF_OTHER_YEARS = re.compile(r",? (?:[\w-]+ ){1,3}years? (?:ago|earlier|before)\b")
"""Words after a month by which it is not the last of its name: "in April two years ago"."""
_OF_ANOTHER_WEEK = re.compile(r" of (?:the |that )?(?:last|previous|preceding|following|next|coming) week\b| week\b")
"""Words after a weekday by which it is not the next or last of its name: "Wednesday of last week", "Friday week"."""
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
SAME_IN_PAST = frozenset({"put", "cut", "hit", "set", "let", "shut", "quit", "split", "burst", "cast", "beat", "read"})
"""Verbs whose past is no other word than their present, which with one person or thing has an "s"."""
_ONE = frozenset({"NN", "NNP"})
_FAR_YEARS = 3
"""Sentences for which a year that the story has moved to holds."""


@dataclass(frozen=True)
class Sent:
    """A sentence that is read, its number among those, and whether it is told in the past."""

    number: int
    span: Span
    root: Any
    past: bool


class Undated:
    """One article's text, its sentences and its time expressions."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text: str = reading.doc.text
        self.lower = lowered(self.text)
        self.expressions = [e for e in _outside(reading, {"promotion", "credit"}) if not self._is_of_other_years(e)]
        self._starts = [e.span.start for e in self.expressions]

    @cached_property
    def sentences(self) -> list[Sent]:
        """The sentences of the blocks that are read, in text order."""
        blocks = [b.span for b in self.reading.of(Block) if b.kind in READ_KINDS]
        ends = [b.end for b in blocks]
        found: list[Sent] = []
        for sent in self.reading.doc.sents:
            span = Span(sent.start_char, sent.end_char)
            at = bisect_right(ends, span.start)
            if at < len(blocks) and blocks[at].meets(span) and self.text[span.start : span.end].strip():
                found.append(Sent(len(found), span, sent.root, is_past(sent.root)))
        return found

    @cached_property
    def lead(self) -> list[Sent]:
        """The sentence that tells the news, which is the first in the past tense, and the one after it."""
        at = next((n for n, s in enumerate(self.sentences[:8]) if s.past), None)
        return [] if at is None else self.sentences[at : at + 2]

    @property
    def head(self) -> list[Sent]:
        """The sentences at the head of the article, up to the one that tells the news."""
        return self.sentences[: self.lead[0].number + 1] if self.lead else self.sentences[:_HEAD]

    @cached_property
    def news_weekday(self) -> TimeExpression | None:
        """The words in the lead that name the weekday of the news ("on Friday, June 10", "yesterday"), if any do."""
        lead = [s for s in self.lead if not self.in_another_year(s)]
        told = (e for sent in lead for e in self.within(sent.span) if not self._is_aside(e))
        named = (e for e in told if _names_weekday(e) and is_plain(e) and e.tense == "past")
        return next((e for e in named if not (self.is_set_for(e) or self.is_any(e))), None)

    def is_any(self, expression: TimeExpression) -> bool:
        """Whether an expression names some weekday of another time: "on a Friday in May"."""
        return self.lower[: expression.span.start].endswith((" a ", " one ", " that "))

    @cached_property
    def weekday_of_news(self) -> str:
        """The number of the weekday that the lead names ("1" is Monday), "" where it names none."""
        named = self.news_weekday
        return arguments(named).get("weekday", "") if named is not None else ""

    def _is_aside(self, expression: TimeExpression) -> bool:
        """Whether an expression says when somebody or something did what is told of them by the way."""
        token = tokens_in(self.reading.doc, expression.span).root
        verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
        return verb is not None and verb.dep_ == "relcl" and any(t.tag_ in _RELATIVE for t in verb.lefts)

    def is_set_for(self, expression: TimeExpression) -> bool:
        """Whether an expression says up to when or for when something is: "put off until Friday", "due for Friday"."""
        return self.lower[: expression.span.start].endswith(_UP_TO)

    @property
    def news_days(self) -> Callable[[dt.date], Iterator[dt.date]]:
        """Day of publication -> the days of the news: that of the weekday named, or the past week."""
        named = self.news_weekday
        return any_day_of_a_week if named is None else lambda day: iter([told_day(named, day)])

    def told_further(self, sent: Sent) -> int:
        """A sentence -> where the words end that tell on what it begins: it, and for the lead the two after it.

        Leads say what happened, and where and to whom just after. What looks back tells of something else.
        """
        if sent not in self.lead[:1]:
            return sent.span.end
        after = self.sentences[sent.number + 1 : sent.number + 1 + _TOLD_ON]
        on = takewhile(lambda s: not self._looks_back(s), after)
        return max((s.span.end for s in on), default=sent.span.end)

    def _looks_back(self, sent: Sent) -> bool:
        return self.in_another_year(sent) or LOOKS_BACK.search(self.text, sent.span.start, sent.span.end) is not None

    def within(self, span: Span) -> list[TimeExpression]:
        """Stretch of text -> the time expressions in it."""
        listed = self.expressions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return [e for e in listed if span.covers(e.span)]

    def _is_of_other_years(self, e: TimeExpression) -> bool:
        if e.rule == "weekday" and _OF_ANOTHER_WEEK.match(self.text, e.span.end):
            return True
        return e.rule in {"month", "month-day"} and _OF_OTHER_YEARS.match(self.text, e.span.end) is not None

    def sentence_of(self, span: Span) -> Sent | None:
        """Stretch of text -> the sentence that holds it, None where none that is read does."""
        at = bisect_right(self._sentence_starts, span.start) - 1
        return self.sentences[at] if at >= 0 and self.sentences[at].span.covers(span) else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.span.start for s in self.sentences]

    def is_quoted(self, span: Span) -> bool:
        """Whether a stretch of text stands in somebody's utterance, given word for word."""
        starts, ends = self._quoted
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and ends[at] >= span.end

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        """Where utterances begin, in order, and the last end of those that have begun by then."""
        spans = sorted(q.span for q in self.reading.of(Quotation) if not q.scare)
        return [s.start for s in spans], list(accumulate((s.end for s in spans), max))

    def in_another_year(self, sent: Sent) -> bool:
        """Whether a sentence, or one just before it, moves the story to a year that it names and that is not ahead."""
        near = self.sentences[max(0, sent.number - _FAR_YEARS) : sent.number + 1]
        told = ((s, e) for s in near for e in self.within(s.span) if e.rule in WITH_YEAR and self._is_of_then(e))
        return any(s is sent or e.narrates for s, e in told)

    def _is_of_then(self, e: TimeExpression) -> bool:
        return e.tense != "future" and not self.is_set_for(e)

    def quoted(self, span: Span) -> str:
        """Stretch of text -> its words in quotation marks, on one line."""
        return f"\u201c{' '.join(span.of(self.reading.text).split())}\u201d"


def is_past(verb: Any) -> bool:
    """Whether a verb tells something past; a main verb with a subject that is read as a participle does as well."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    clipped = verb.tag_ == "VBN" and verb.dep_ == "ROOT" and subjects
    same = verb.lower_ in SAME_IN_PAST and verb.tag_ in {"VB", "VBP"} and any(s.tag_ in _ONE for s in subjects)
    return bool(clipped or same) or tense(verb) == "past"


def is_plain(expression: TimeExpression) -> bool:
    """Whether a weekday is named alone: neither "last Friday" nor "every Friday"."""
    return not arguments(expression).keys() & _RELATIONS


def _names_weekday(e: TimeExpression) -> bool:
    return e.rule in {"weekday", "day"} or (e.rule == "month-day" and e.narrates and "weekday" in arguments(e))


def days_written(expression: TimeExpression) -> Interval | None:
    """A day, month or year that is written out -> its first and last day; None for other expressions."""
    if expression.rule not in _WRITTEN_OUT or not is_free(expression):
        return None
    first, last = days_of(work_out(expression, Context(dt.date(2000, 1, 1))).value)
    return (first, last) if first and last else None


def told_day(expression: TimeExpression, day: dt.date) -> dt.date:
    """A weekday told in the past, and the day of publication -> that day."""
    return work_out(expression, Context(day, "past")).first or dt.date.min


def _outside(reading: Reading, kinds: set[str]) -> list[TimeExpression]:
    """Reading and kinds of block -> the time expressions that stand in no such block."""
    left_out = [b.span for b in reading.of(Block) if b.kind in kinds]
    return [e for e in reading.of(TimeExpression) if not any(b.covers(e.span) for b in left_out)]
