"""Whether a clause tells of an earlier happening of the kind that its account tells of besides: "in January, too"."""

import re
from typing import Any

from rashomon.linking.dates.calendar import MONTHS, WEEKDAYS
from rashomon.text.grammar import is_finite, subjects, tense
from rashomon.weighing.compared.heads import own_tokens
from rashomon.weighing.compared.wordings import kin

_REMOTE = re.compile(
    rf"(?<!\d )\b(?:(?:{'|'.join(MONTHS[1:])})\b(?! \d)|(?:19|20)\d\d\b|(?i:earlier this|last) (?:month|year)\b)"
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS[1:])})\b")
_AGAIN = re.compile(r"(?i)\b(?:also|again|earlier this)\b")


def are_of_two_times(one: Any, two: Any) -> bool:
    """Verbs of two accounts' clauses -> whether one alone tells of an earlier happening, beside that of the day.

    An account that writes "three cables were cut on Friday" and "in January, five cables were cut" tells of two; who
    tells only that cables were cut may tell of either, and is nearer to the one without a month.
    """
    return is_of_before(one) != is_of_before(two)


def is_of_before(verb: Any) -> bool:
    """Whether a clause has a month or year of its own, and its account another clause of that kind without.

    Of that kind is what verbs for one happening tell of one noun, in another number, or where this clause says "also".
    """
    if verb.pos_ != "VERB" or verb.lemma_ == "have" or not _is_remote(verb):
        return False
    again = _AGAIN.search("".join(t.text_with_ws for t in own_tokens(verb, verb)))
    about, count, deed = _about(verb), _numbers(verb), kin(verb.lemma_.lower())
    for other in verb.doc:
        told = other.i != verb.i and other.pos_ == "VERB" and is_finite(other) and tense(other) != "future"
        if not told or deed.isdisjoint(kin(other.lemma_.lower())):
            continue
        counted = _numbers(other)
        parted = again or (count and counted and count.isdisjoint(counted))
        if parted and not about.isdisjoint(_about(other)) and not _is_remote(other):
            return True
    return False


def _is_remote(verb: Any) -> bool:
    """Whether a clause is told to be of a month or year, and of no day: "in January", "earlier this year"."""
    within = verb.sent
    if not _REMOTE.search(within.text) or _WEEKDAY.search("".join(t.text_with_ws for t in own_tokens(verb, verb))):
        return False
    spans = (within.char_span(*match.span()) for match in _REMOTE.finditer(within.text))
    return any(span is not None and _hangs_on(span.root, verb) for span in spans)


def _hangs_on(time: Any, verb: Any) -> bool:
    """Whether a time tells when a verb's deed was: "in January", "early November", and no "January's deal"."""
    return bool(time.head == verb or (time.dep_ == "pobj" and time.head.head == verb))


def _nouns(verb: Any) -> list[Any]:
    return [*subjects(verb), *(c for c in verb.children if c.dep_ == "dobj")]


def _about(verb: Any) -> frozenset[str]:
    """Verb -> the nouns for who does it, and for what it is done to."""
    nouns = _nouns(verb)
    return frozenset(n.lemma_.lower() for n in nouns if n.pos_ in {"NOUN", "PROPN"})


def _numbers(verb: Any) -> frozenset[str]:
    """Verb -> how many of these there are."""
    return frozenset(c.lower_ for n in _nouns(verb) for c in n.children if c.dep_ == "nummod")
