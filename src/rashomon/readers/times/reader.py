"""Parse -> time expressions, each a function of the publication day."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Literal

from rashomon.model import Block, Mention, Reading, Span, Syntax, TimeExpression
from rashomon.readers.times.rules import Rule, rules, triggers
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.grammar import auxiliaries, tense

Tense = Literal["past", "present", "future", ""]

_WORD = re.compile(r"[A-Za-z]+|\d+s?|[/:]")
_REACH = 60
_MODALS = frozenset({"will", "shall", "may", "can", "should", "must", "might", "would", "could", "'ll"})
_AHEAD = frozenset({"expect", "schedule", "plan", "intend", "due", "set", "likely", "slate", "want", "prepare"})
_MONTH_OR_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|TODAY|Today)\b"
)
_ALSO_NAMES = frozenset({"May", "March", "April", "June", "August"})
_BEFORE_MONTHS = frozenset({"early", "late", "mid", "last", "next", "this"})
_VERBAL = frozenset({"VERB", "AUX"})


@stage(needs=[Block, Syntax, Mention], gives=[TimeExpression])
def read_times(reading: Reading, settings: Settings) -> Iterator[TimeExpression]:  # noqa: ARG001 - a stage's shape
    """Reading with its parse -> its time expressions in text order, none within another."""
    doc = reading.doc
    text = doc.text
    starts = [token.idx for token in doc]
    named = _named_after_a_time(reading)
    for block in reading.of(Block):
        if block.kind == "promotion":
            continue
        for rule, span, match in _longest(_matches(text, block.span)):
            token = _token(doc, starts, span)
            if any(span.meets(name) for name in named) or _is_other_word(rule, match, token):
                continue
            arguments = rule.arguments(match)
            mod = next((a.partition("=")[2] for a in arguments if a.startswith(("stage=", "approx=", "mod="))), "")
            yield TimeExpression(span, rule.type, rule.name, arguments, mod, _tense(token))


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
    return frozenset({"decade"}) if word.endswith("s") and len(word) == 5 else None


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


def _named_after_a_time(reading: Reading) -> list[Span]:
    """Reading -> names that hold a month, a weekday or "today": "Theresa May", "The Sunday Times", "USA TODAY"."""
    names = [m.span for m in reading.of(Mention) if m.form == "name" and m.kind in {"person", "outlet", "organization"}]
    return [span for span in names if _MONTH_OR_DAY.search(span.of(reading.text))]


def _is_other_word(rule: Rule, match: re.Match[str], token: Any) -> bool:
    """Whether a match is the verb "may" or "march", or a number that is no year."""
    if rule.name in {"month", "weekday"} and " " not in match[0] and _is_part_of_name(token):
        return True
    if rule.name == "month" and match[0] == "May" and _acts(token):
        return True
    if rule.name == "month" and match[0] in {"May", "March"}:
        return bool(token.pos_ in _VERBAL or (token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", "ORG"}))
    if rule.name == "duration" and match[0].lower().endswith("-quarters"):
        return True  # a fraction
    if rule.name == "year" and match[0].isdigit():
        after = token.nbor() if token.i + 1 < len(token.doc) else None
        before = token.nbor(-1) if token.i else None
        if before is not None and before.text in {"$", "#", "£", "€", "No", "No.", "some", "Some", "about", "over"}:
            return True
        counted = after is not None and after.tag_ == "NNS" and token.dep_ == "nummod"
        return counted and (before is None or before.lower_ not in {"the", "of", "in"})
    return False


def _acts(token: Any) -> bool:
    """Whether a token stands where people stand and months seldom do: "Trump and [May] met", "[May]'s plan"."""
    if token.dep_ == "conj":
        return bool(token.head.pos_ == "PROPN" and token.head.ent_type_ != "DATE")
    return token.dep_ in {"nsubj", "nsubjpass", "poss", "agent", "dative"}


def _is_part_of_name(token: Any) -> bool:
    """Whether a month or weekday belongs to the name beside it: "Theresa [May]", "[April] Ryan", "[Sunday] Times"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if (
        after is not None
        and after.tag_ == "NNP"
        and token.whitespace_
        and token.dep_ == "compound"
        and token.head == after
    ):
        return True
    before = token.nbor(-1) if token.i else None
    if before is None or token.text not in _ALSO_NAMES or before.head not in {token, token.head}:
        return False
    return bool(before.tag_ == "NNP" and before.dep_ == "compound" and before.lower_ not in _BEFORE_MONTHS)


def _tense(token: Any) -> Tense:
    """Head token of an expression -> the tense of the clause it stands in, ahead where it is planned."""
    modifies_verb = token.head.pos_ in _VERBAL or token.head.dep_ == "prep" or token.dep_ == "npadvmod"
    at = token
    for _ in range(12):
        if at.pos_ in _VERBAL:
            helpers = set(auxiliaries(at))
            if helpers & _MODALS and "have" not in helpers:
                return "future"
            if at.tag_ == "VB" and "to" in helpers:
                return "future"
            told = tense(at)
            if told in {"past", "future"}:
                return told
            if told == "present":
                return "present" if modifies_verb else ""
        if at.lemma_.lower() in _AHEAD and at != token and _has_infinitive(at):
            return "future"
        if at.head == at:
            return ""
        at = at.head
    return ""


def _has_infinitive(word: Any) -> bool:
    """Whether a word governs an infinitive with "to"."""
    return any(c.dep_ == "xcomp" and any(g.tag_ == "TO" for g in c.children) for c in word.children)
