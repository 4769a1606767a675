"""Whom a sentence is about that a line gives as it stands: "He [Bo Aas] was sentenced to twelve years in prison"."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from rashomon.lexicon.leaders import gender_of, pieces
from rashomon.linking.entities.pronouns import FEMALE, MALE
from rashomon.model import Sentence, Span
from rashomon.text.grammar import head_of, subjects
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

    As they stand where they or ``shown``, what the line says before them, name him, where he has no full name, and
    where another may be meant: one of the sentence before, or told of behind ("In his time as mayor, Aas …").
    """
    plain = place.of(one.text)
    known = _mentions(one)
    told = [mention for mention in known if place.covers(mention.span)]
    first = next((mention for mention in told if mention.is_pronoun), None)
    if first is None or " " not in first.name or first.name in shown or _ANYBODY.match(one.text, first.span.start):
        return plain
    word = head_of(one.reading.doc, first.span)
    is_named = any(m.person == first.person and not m.is_pronoun for m in told)
    if is_named or _points_ahead(word, first, told) or not _is_sole(first, known, one.reading.of(Sentence)):
        return plain
    joined = _JOINED.match(one.text, first.span.end)
    end = (joined.end() if joined else first.span.end) - place.start
    return f"{plain[:end]} [{first.name}{'’s' if word.dep_ == 'poss' else ''}]{plain[end:]}"


def without_antecedent(text: str) -> str:
    """Words of a line -> the same without a name that stands there in brackets."""
    return _ADDED.sub("", text)


def _mentions(one: Told) -> list[_Mention]:
    """Claim -> where its text has a person, or what has the name of one ("Leo Marsh's law"), in order."""
    article = one.claim.article
    persons = [known for known in one.people.values() if known.kind == "person" or gender_of(pieces(known.name))]
    spans = [(Span(p.start, p.end), who) for who in persons for p in who.mentions if p.article == article]
    return sorted(_Mention(s, who.id, who.name, s.of(one.text).lower() in _PRONOUNS) for s, who in spans)


def _points_ahead(word: Any, pronoun: _Mention, told: Sequence[_Mention]) -> bool:
    """Whether a "he" outside of the main clause may be for whom the sentence tells of behind it, by name or not."""
    root = word.sent.root
    named = any(not m.is_pronoun and m.span.start > pronoun.span.start for m in told)
    acting = any(t.left_edge.i > word.i and t.pos_ in {"NOUN", "PROPN"} for t in subjects(root))
    return word.head != root and (named or acting)


def _is_sole(pronoun: _Mention, known: Sequence[_Mention], sentences: Sequence[Sentence]) -> bool:
    """Whether nobody else is told of from the beginning of the sentence before that of a "he" up to it."""
    starts = [s.span.start for s in sentences if s.span.start <= pronoun.span.start][-2:]
    before = (m for m in known if starts and starts[0] <= m.span.start < pronoun.span.start)
    return all(m.person == pronoun.person for m in before)
