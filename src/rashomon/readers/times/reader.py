"""Parse -> time expressions, each a function of the publication day."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from rashomon.model import Block, Mention, Reading, Span, Syntax, TimeExpression
from rashomon.readers.times.matching import matches_in
from rashomon.readers.times.other_words import is_named, is_other_word, named_after_a_time
from rashomon.readers.times.rules import Rule
from rashomon.readers.times.sayings import content_behind, saying_of
from rashomon.readers.times.tense import Tense, is_adverbial, is_narrating, tense_of
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.words import starts_of, text_of

_HEADLINES = frozenset({"title", "heading", "caption"})
_TO_AN_END = frozenset({"until", "till", "through"})


@stage(needs=[Block, Syntax, Mention], gives=[TimeExpression])
def read_times(reading: Reading, settings: Settings) -> Iterator[TimeExpression]:  # noqa: ARG001 - a stage's shape
    """Reading with its parse -> its time expressions in text order, none within another."""
    doc = reading.doc
    starts = starts_of(doc)
    named = named_after_a_time(reading)
    surnames = {span.of(reading.text).rpartition(" ")[2] for span in named}
    for block, matches in matches_in(text_of(doc), reading.of(Block)):
        for found in matches:
            rule, span, match = found
            token = _token(doc, starts, span)
            if _meets_any(span, named) or is_other_word(rule, match, token) or is_named(match[0], token, surnames):
                continue
            yield found.expression(*_direction(rule, span, token, block))


def _direction(rule: Rule, span: Span, token: Any, block: Block) -> tuple[Tense, bool]:
    """Rule, span, head token and block of an expression -> the tense of its clause, and whether it narrates."""
    tense = tense_of(token)
    if tense == "future" and (verb := saying_of(token.doc, span, rule.type)) is not None:
        tense = tense_of(verb)  # "said on Monday it would leave", whatever the parser makes of it
    if tense in {"present", "future"} and (verb := content_behind(token.doc, span)) is not None:
        tense = tense_of(verb)
    if tense == "present" and block.kind in _HEADLINES:
        return "", False  # headlines tell the past in the present tense
    if rule.name == "month-day" and not is_adverbial(token) and (tense == "future" or block.kind in _HEADLINES):
        return "", False  # "will be bound by the Feb. 23 accord", "Visit on 13 July confirmed"
    if rule.name == "month-day" and tense == "past" and token.head.lower_ in _TO_AN_END:
        tense = ""  # "held until Oct. 29": the end may lie ahead
    return tense, is_narrating(token)


def _meets_any(span: Span, others: list[Span]) -> bool:
    """Whether a span shares a character with one of others that stand in text order."""
    at = bisect_left(others, span.start, key=lambda other: other.end)
    return any(span.meets(other) for other in others[at : at + 2])


def _token(doc: Any, starts: list[int], span: Span) -> Any:
    """The head token of a span."""
    first = max(0, min(bisect_left(starts, span.start), len(doc) - 1))
    last = first
    while last + 1 < len(doc) and starts[last + 1] < span.end:
        last += 1
    return next((t for t in doc[first : last + 1] if not first <= t.head.i <= last), doc[first])
