"""Text -> what reads like a time, before its clause is asked: matches of the rules, none within another."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rashomon.model import Block, Span, TimeExpression
from rashomon.readers.times.rules import Rule, rules_at, triggers
from rashomon.readers.times.tense import Tense

_WORD = re.compile(r"[A-Za-z]+|\d+s?|[/:]")
_REACH = 60
"""Characters round a trigger word that a rule may look at."""


class Match(NamedTuple):
    """A rule, the span of its expression, and the match of its pattern, which may begin before it."""

    rule: Rule
    span: Span
    match: re.Match[str]

    def expression(self, tense: Tense, narrates: bool) -> TimeExpression:  # noqa: FBT001 - as in the finding
        """Tense of its clause, and whether it narrates -> the time expression that the match is."""
        arguments = self.rule.arguments(self.match)
        mod = next((a.partition("=")[2] for a in arguments if a.startswith(("stage=", "approx=", "mod="))), "")
        return TimeExpression(self.span, self.rule.type, self.rule.name, arguments, mod, tense, narrates)


@lru_cache(maxsize=1)
def matches_in(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Block, tuple[Match, ...]], ...]:
    """Shadow text and its blocks -> each block that is no promotion, with its matches; remembered of the last text.

    Of matches that overlap one is kept: the leftmost, then the longest, then the first in the file.
    """
    return tuple((b, tuple(_longest(_matches(text, b.span)))) for b in blocks if b.kind != "promotion")


def _longest(found: Iterator[Match]) -> Iterator[Match]:
    end = -1
    for one in sorted(found, key=lambda m: (m.span.start, -m.span.end, m.rule.order)):
        if one.span.start >= end:
            yield one
            end = one.span.end


def _matches(text: str, block: Span) -> Iterator[Match]:
    """Shadow text and a block -> every match of every rule whose trigger word stands in it, with what it needs."""
    for window, classes in _windows(text, block):
        words = window.of(text).lower()
        for rule in rules_at(frozenset(classes)):
            if rule.needs and not any(needed in words for needed in rule.needs):
                continue
            for match in rule.pattern.finditer(text, window.start, window.end):
                start = match.end("cut") if "cut" in rule.pattern.groupindex else match.start()
                yield Match(rule, Span(start, match.end()), match)


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
