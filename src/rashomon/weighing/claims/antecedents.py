"""Whom a sentence is about that a line gives as it stands: "He [Bo Aas] was sentenced to twelve years in prison"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rashomon.lexicon.leaders import gender_of, pieces
from rashomon.linking.entities.pronouns import FEMALE, MALE
from rashomon.model import Sentence, Span
from rashomon.text.grammar import head_of
from rashomon.weighing.claims.told import Told

_PRONOUNS = MALE | FEMALE
_ADDED = re.compile(r" \[[^\]]*\]")
_JOINED = re.compile(r"[’'](?:s|ll|d)\b")
"""What a pronoun and its verb make one word with: "he's"."""
_ANYBODY = re.compile(r"(?i)(?:his|him|he|her|she) or (?:his|him|he|her|she)\b")


class _Mention(NamedTuple):
    """Where a text has somebody, by which entity and name, and whether by a pronoun."""

    span: Span
    person: str
    name: str
    is_pronoun: bool


def with_antecedent(one: Told, place: Span, shown: str = "") -> str:
    """Claim, and the stretch of its text that a line quotes -> the words, with a name behind the first "he" or "her".

    As they stand where they or ``shown``, what the line says before them, name him, and where he has no full name or is
    only named behind ("In his time as mayor, Aas …"): that may be another.
    """
    plain = place.of(one.text)
    known = _mentions(one)
    told = [mention for mention in known if place.covers(mention.span)]
    first = next((mention for mention in told if mention.is_pronoun), None)
    if first is None or " " not in first.name or first.name in shown or _ANYBODY.match(one.text, first.span.start):
        return plain
    word = head_of(one.reading.doc, first.span)
    named_behind = (
        any(not m.is_pronoun and m.span.start > first.span.start for m in told) and word.head != word.sent.root
    )
    is_named = any(m.person == first.person and not m.is_pronoun for m in told)
    owns = word.dep_ == "poss"
    if is_named or named_behind or (owns and not _is_sole(first, known, one.reading.of(Sentence))):
        return plain
    joined = _JOINED.match(one.text, first.span.end)
    end = (joined.end() if joined else first.span.end) - place.start
    return f"{plain[:end]} [{first.name}{'’s' if owns else ''}]{plain[end:]}"


def without_antecedent(text: str) -> str:
    """Words of a line -> the same without a name that stands there in brackets."""
    return _ADDED.sub("", text)


def _mentions(one: Told) -> list[_Mention]:
    """Claim -> where its text has a person, or what has the name of one ("Leo Marsh's law"), in order."""
    article = one.claim.article
    persons = [known for known in one.people.values() if known.kind == "person" or gender_of(pieces(known.name))]
    spans = [(Span(p.start, p.end), who) for who in persons for p in who.mentions if p.article == article]
    return sorted(_Mention(s, who.id, who.name, s.of(one.text).lower() in _PRONOUNS) for s, who in spans)


def _is_sole(pronoun: _Mention, known: Sequence[_Mention], sentences: Sequence[Sentence]) -> bool:
    """Whether nobody else is named from the beginning of the sentence before a "his" to the word."""
    starts = [s.span.start for s in sentences if s.span.start <= pronoun.span.start][-2:]
    before = (m for m in known if starts and starts[0] <= m.span.start < pronoun.span.start)
    return all(m.person == pronoun.person for m in before)
