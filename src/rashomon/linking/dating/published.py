"""The day on which an article came out: as given, as printed in it, or as its text proves."""

import datetime as dt
import re
from dataclasses import dataclass, replace

from rashomon.linking.dates.calendar import Context
from rashomon.linking.dates.rules import arguments, work_out
from rashomon.linking.dating import (
    by_accounts,
    by_anniversary,
    by_calendar,
    by_custom,
    by_events,
    by_lead,
    by_markets,
    by_other_words,
    by_story,
    by_terms,
)
from rashomon.linking.dating.almanac import almanac
from rashomon.linking.dating.careers import is_of_another_time
from rashomon.linking.dating.solver import ENOUGH, Constraint, Test, Witness
from rashomon.linking.dating.sureness import sure
from rashomon.linking.dating.terms import terms_of_office
from rashomon.linking.dating.undated import Undated
from rashomon.model import Block, Reading, Span, TimeExpression
from rashomon.settings import Settings

_LABEL = re.compile(
    r"^\W*(?:first )?(?:published|posted|date|publication date|filed|issued|created)\b[ :,]*(?:on |at )?", re.IGNORECASE
)
_FETCHED = re.compile(r"\b(?:downloaded|retrieved|accessed|viewed|archived|captured)\b", re.IGNORECASE)
"""Words before a day on which somebody came for a page, and it did not come out."""
_CORRECTED = re.compile(
    r"\b(?:correction|corrected|misstat\w+|misidentif\w+|incorrectly|erroneously|an earlier version|"
    r"editors?['’] note)\b",
    re.IGNORECASE,
)
_CORRECTION = 1500
"""Characters that a correction has at most."""
_DATELINE = re.compile(r"^[A-Z][A-Z .'/-]{2,}(?:, [A-Z][A-Za-z. ]+)?,? .{0,60}?(?:\)|-{1,2}|–|—|_)")
DISCORD = "these do not go together"
"""What is said of statements that contradict each other."""
_TO_PRINT = 1
"""Days from that of the dateline, on which a report is filed, to that on which it is printed at the latest."""
_ABOUT = (dt.timedelta(-1), dt.timedelta(0), dt.timedelta(1))
_CALLED = dt.timedelta(14)
"""Days after the end of a term on which its holder may be called by the office, as the text tells how it ended."""
_EDGE = 6
"""Blocks at the beginning in which a page prints its day; half as many at its end."""


@dataclass(frozen=True)
class Dated:
    """The days from which an article's words count, and the reasons; without days, those that contradict each other.

    The article came out on one of them, or, where only its dateline tells of them, up to ``to_print`` days later.
    """

    days: tuple[dt.date, ...]
    basis: tuple[str, ...]
    to_print: int = 0

    @property
    def contradiction(self) -> str:
        """The statements that contradict each other as one sentence, "" where none do."""
        return "; ".join((*self.basis, DISCORD)) if self.basis and not self.days else ""

    @property
    def unknown(self) -> str:
        """Why words that hang on the day have no value."""
        why = "the day of publication is not known"
        return f"{why}: {self.contradiction}" if self.contradiction else why


def dated(reading: Reading, settings: Settings) -> Dated:
    """Reading with time expressions -> the days on which the article can have come out, and why."""
    article = reading.article
    if article.published is not None:
        return Dated((article.published,), (article.published_basis,))
    if (printed := _printed(reading)) is not None:
        return printed
    text = Undated(reading)
    events = almanac(settings.dated_events)
    terms = terms_of_office(settings.terms_of_office)
    known = by_other_words.named_in(text, events)
    told = [
        *by_events.constraints(text, events),
        *by_custom.constraints(text),
        *by_other_words.constraints(text, events, known),
        *by_story.constraints(text, events, known),
    ]
    offices = _past_its_end(list(by_terms.constraints(text, terms)), told)
    constraints = [
        *told,
        *by_accounts.constraints(text),
        *by_anniversary.constraints(text, events),
        *by_calendar.constraints(text),
        *offices,
        *by_lead.constraints(text, events),
        *by_markets.constraints(text),
    ]
    line = _yearless_dateline(reading)
    if line is not None:
        constraints.append(line)
    solution = sure(constraints, text.news_days)
    if solution.days and is_of_another_time(text, terms, (solution.days[0], solution.days[-1]), offices):
        return Dated((), ())
    named = text.news_weekday
    if named is None or not solution.days:
        lead: tuple[str, ...] = ()
    else:
        lead = (f"{text.quoted(named.span)} in the lead is the day of the news",)
    return Dated(solution.days, (*solution.basis, *lead), to_print=_TO_PRINT if line else 0)


def _past_its_end(offices: list[Constraint], told: list[Constraint]) -> list[Constraint]:
    """Offices in which a text has somebody, and the events that it tells -> the offices, longer where one ended them.

    Whom soldiers have shut in his palace is called the president for some time.
    """
    ends = {o.first + near for c in told for o in c.options for near in _ABOUT if o.first > dt.date.min + _CALLED}
    return [
        replace(c, within=tuple((first, last + _CALLED * (last in ends)) for first, last in c.within)) for c in offices
    ]


def _printed(reading: Reading) -> Dated | None:
    """The day that the page prints on a line of its own, after "Published", or in its dateline."""
    for block, expression in _edges(reading):
        worked = work_out(expression, Context(dt.date(2000, 1, 1)))
        if _is_of_correction(reading, block):
            continue
        if _is_of_a_day(expression) and worked.first is not None and _is_stamp(reading, block, expression):
            shown = " ".join(block.span.of(reading.text)[:90].split())
            late = _TO_PRINT if _is_dateline(reading, block, expression) else 0
            return Dated((worked.first,), (f"the page says \u201c{shown}\u201d",), to_print=late)
    return None


def _is_of_a_day(expression: TimeExpression) -> bool:
    """Whether an expression gives a day with its year, alone or behind an hour ("02:31 GMT, 12 March 2013")."""
    return expression.rule in {"date", "iso"} or (
        expression.rule == "clock" and arguments(expression).keys() >= {"year", "month", "day"}
    )


def _yearless_dateline(reading: Reading) -> Constraint | None:
    """A dateline with month and day ("LONDON, Aug. 8 -"): the day of publication in a year that it leaves open."""
    for block, expression in _edges(reading):
        if expression.rule == "month-day" and _is_dateline(reading, block, expression):
            given = arguments(expression)
            month, day = int(given["month"]), int(given["day"])
            shown = " ".join(block.span.of(reading.text)[:60].split())
            why = f"the dateline says \u201c{shown}\u201d"
            return Constraint(why, _on(month, day), witness=Witness(frozenset({why}), ENOUGH, happened=False))
    return None


def _on(month: int, day: int) -> Test:
    """Month and day -> the test that the article came out on that day of some year."""
    return lambda published, _news: (published.month, published.day) == (month, day)


def _edges(reading: Reading) -> list[tuple[Block, TimeExpression]]:
    """The blocks at the beginning and end of the text, with the time expressions in them."""
    blocks = [b for b in reading.of(Block) if b.kind != "promotion"]
    edges = blocks[:_EDGE] + blocks[max(_EDGE, len(blocks) - _EDGE // 2) :]
    expressions = reading.of(TimeExpression)
    return [(b, e) for b in edges for e in expressions if b.span.covers(e.span)]


def _is_stamp(reading: Reading, block: Block, expression: TimeExpression) -> bool:
    """Whether a date is the page's own: alone on its line but for a label and a clock time, or in a dateline."""
    if _is_dateline(reading, block, expression):
        return True
    before = reading.text[block.span.start : expression.span.start]
    after = reading.text[expression.span.end : block.span.end]
    if len(before) + len(after) > 60 or _FETCHED.search(before):
        return False
    return bool(_LABEL.match(before)) or (
        not before.strip() and len(after) <= 30 and not re.search(r"[a-z]{4,}", after)
    )


def _is_of_correction(reading: Reading, block: Block) -> bool:
    """Whether what stands before a block corrects the article: the date that follows is that of the correction."""
    return _CORRECTED.search(reading.text, max(0, block.span.start - _CORRECTION), block.span.start) is not None


def _is_dateline(reading: Reading, block: Block, expression: TimeExpression) -> bool:
    """Whether an expression stands in "CITY, Aug. 8 (Agency) -" at the head of a block."""
    head = _DATELINE.match(reading.text[block.span.start : block.span.start + 100])
    return head is not None and Span(block.span.start, block.span.start + head.end()).covers(expression.span)
