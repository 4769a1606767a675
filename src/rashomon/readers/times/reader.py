"""Parse -> time expressions, each a function of the publication day."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from rashomon.model import Block, Mention, Reading, Span, Syntax, TimeExpression
from rashomon.readers.times.other_words import is_named, is_other_word, named_after_a_time
from rashomon.readers.times.rules import Rule, rules, triggers
from rashomon.readers.times.sayings import saying_of
from rashomon.readers.times.tense import Tense, is_adverbial, is_narrating, tense_of
from rashomon.registry import stage
from rashomon.settings import Settings

_WORD = re.compile(r"[A-Za-z]+|\d+s?|[/:]")
_REACH = 60
"""Characters round a trigger word that a rule may look at."""
_HEADLINES = frozenset({"title", "heading", "caption"})


@stage(needs=[Block, Syntax, Mention], gives=[TimeExpression])
def read_times(reading: Reading, settings: Settings) -> Iterator[TimeExpression]:  # noqa: ARG001 - a stage's shape
    """Reading with its parse -> its time expressions in text order, none within another."""
    doc = reading.doc
    text = doc.text
    starts = [token.idx for token in doc]
    named = named_after_a_time(reading)
    surnames = {span.of(reading.text).rpartition(" ")[2] for span in named}
    for block in reading.of(Block):
        if block.kind == "promotion":
            continue
        for rule, span, match in _longest(_matches(text, block.span)):
            token = _token(doc, starts, span)
            if _meets_any(span, named) or is_other_word(rule, match, token) or is_named(match[0], token, surnames):
                continue
            arguments = rule.arguments(match)
            mod = next((a.partition("=")[2] for a in arguments if a.startswith(("stage=", "approx=", "mod="))), "")
            tense, narrates = _direction(rule, span, token, block)
            yield TimeExpression(span, rule.type, rule.name, arguments, mod, tense, narrates)


def _direction(rule: Rule, span: Span, token: Any, block: Block) -> tuple[Tense, bool]:
    """Rule, span, head token and block of an expression -> the tense of its clause, and whether it narrates."""
    tense = tense_of(token)
    if tense == "future" and (verb := saying_of(token.doc, span, rule.type)) is not None:
        tense = tense_of(verb)  # "said on Monday it would leave", whatever the parser makes of it
    if tense == "present" and block.kind in _HEADLINES:
        return "", False  # headlines tell the past in the present tense
    if rule.name == "month-day" and not is_adverbial(token) and (tense == "future" or block.kind in _HEADLINES):
        return "", False  # "will be bound by the Feb. 23 accord", "Visit on 13 July confirmed"
    return tense, is_narrating(token)


def _meets_any(span: Span, others: list[Span]) -> bool:
    """Whether a span shares a character with one of others that stand in text order."""
    at = bisect_left(others, span.start, key=lambda other: other.end)
    return any(span.meets(other) for other in others[at : at + 2])


def _matches(text: str, block: Span) -> Iterator[tuple[Rule, Span, re.Match[str]]]:
    """Shadow text and a block -> every match of every rule whose trigger word stands in it."""
    for window, classes in _windows(text, block):
        tried = {rule.order: rule for name in classes for rule in rules()[name]}
        for rule in tried.values():
            for match in rule.pattern.finditer(text, window.start, window.end):
                start = match.end("cut") if "cut" in rule.pattern.groupindex else match.start()
                yield rule, Span(start, match.end()), match


def _windows(text: str, block: Span) -> Iterator[tuple[Span, set[str]]]:
    """Shadow text and a block -> the stretches round trigger words, with the classes of the words in each."""
    known = triggers()
    start = end = -1
    classes: set[str] = set()
    for match in _WORD.finditer(text, block.start, block.end):
        word = match[0].lower()
        at = known.get(word) or (_digits(word) if word[0].isdigit() else None)
        if not at:
            continue
        if not classes or match.start() - _REACH > end:
            if classes:
                yield Span(start, end), classes
            start, classes = max(block.start, match.start() - _REACH), set()
        end = min(block.end, match.end() + _REACH)
        classes |= at
    if classes:
        yield Span(start, end), classes


def _digits(word: str) -> frozenset[str] | None:
    """A number in digits -> the classes of rules that it may start."""
    if len(word) == 4 and word.isdigit():
        return frozenset({"year"})
    return frozenset({"decade"}) if word.endswith("s") and len(word) in {3, 5} else None


def _longest(found: Iterator[tuple[Rule, Span, re.Match[str]]]) -> Iterator[tuple[Rule, Span, re.Match[str]]]:
    """Matches -> those kept where they overlap: the leftmost, then the longest, then the first in the file."""
    end = -1
    for rule, span, match in sorted(found, key=lambda f: (f[1].start, -f[1].end, f[0].order)):
        if span.start >= end:
            yield rule, span, match
            end = span.end


def _token(doc: Any, starts: list[int], span: Span) -> Any:
    """The head token of a span."""
    first = max(0, min(bisect_left(starts, span.start), len(doc) - 1))
    last = first
    while last + 1 < len(doc) and starts[last + 1] < span.end:
        last += 1
    return next((t for t in doc[first : last + 1] if not first <= t.head.i <= last), doc[first])
