"""What restricts what is said, before who speaks or acts: "[In Peru,] polls showed", "[not all] miners left"."""

import re
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import EntitySlot, Syntax, Time
from rashomon.text.grammar import SUBJECTS, head_of, span_of
from rashomon.weighing.claims.carried import carried
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import Days
from rashomon.weighing.compared.sentences import words

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OWN = frozenset({"his", "her", "its", "their"})
_NARROW = r"(?:not(?! (?:only|just|even)\b)|(?<!not )(?:only|just)|merely|barely|scarcely|hardly|nearly|almost)"
_NARROWED = re.compile(rf"(?i)\b({_NARROW})(?: (?:all|any|one|every|half|but|the|an?|of))* $")
_NARROWING = re.compile(rf"(?i){_NARROW}\b")
_ALONE = frozenset({"only", "just", "merely", "barely"})
_BEFORE = 24  # characters
_THERE = re.compile(r"\w+ (?:that\b|the [a-z]+$)")
"""What means a place or rule told before: "in that state", "under the law"."""
_YEAR = re.compile(r"[12]\d{3}")


def restricted(one: Told, days: Days | None) -> tuple[str, bool]:
    """Statement and its days -> the phrase before its source without which more would be said, and whether it is dated.

    Where, among whom, by how much, in which old book: "in Peru", "among women", "by a slim margin", "in a 1979 book".
    "" for none; what points back, the caller must see to.
    """
    if one.cue is None or not one.reading.of(Syntax):
        return "", False
    verb = head_of(one.reading.doc, one.cue)
    while verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head  # "in Peru, polls showed that he led and [suggested] that he would win"
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if subject is None:
        return "", False
    leading = (c for c in verb.children if c.dep_ == "prep" and c.i < subject.left_edge.i)
    found = next((phrase for phrase in leading if _restricts(one, phrase)), None)
    return _phrase(one, found, subject.left_edge.i, days) if found is not None else ("", False)


def _restricts(one: Told, preposition: Any) -> bool:
    """Whether a prepositional phrase before who speaks limits what he says, and tells not only when or how he did."""
    said, word = load("summary.yaml")["restricting"], preposition.lower_
    thing = next((c for c in preposition.children if c.dep_ in {"pobj", "pcomp", "amod"}), None)
    if thing is None or thing.lemma_.lower() in said["idle"]:
        return False
    if any(time.span.covers(span_of([thing])) for time in one.reading.of(Time)):
        return False
    limits = any(t.lower_ in said["limits"] for t in (thing, *thing.lefts))
    place = thing.ent_type_ in _PLACES or (thing.pos_ == "PROPN" and word == "in")
    old = thing.lemma_.lower() in said["works"] and any(_YEAR.fullmatch(t.text) for t in thing.lefts)
    return bool(word in said["always"] or (word in said["where"] and (limits or place)) or old)


def _phrase(one: Told, preposition: Any, end: int, days: Days | None) -> tuple[str, bool]:
    """Preposition, and where its phrase ends -> the phrase to begin a sentence with, less what is told of its noun."""
    aside = [c for t in preposition.subtree for c in t.children if _is_aside(c)]
    end = min((c.left_edge.i for c in aside), default=end)
    span = span_of(t for t in preposition.subtree if t.i < end)
    has_year = bool(_YEAR.search(span.of(one.text)))
    text, has_days = carried(one, span, None if has_year else days)
    return text[:1].lower() + text[1:], has_days or has_year


def points_back(phrase: str) -> bool:
    """Whether such a phrase is nothing without a sentence before it: "in that state", unlike "in his 1979 memoir"."""
    loose = set(re.findall(r"[a-z’']+", phrase.lower())) & words("pointing")
    return bool(_THERE.match(phrase) or loose - (_OWN if _YEAR.search(phrase) else frozenset()))


def _is_aside(part: Any) -> bool:
    """Whether a part of a phrase only tells more of its noun, or belongs to who speaks: "in Peru[, the mayor,]"."""
    return part.dep_ == "relcl" or (part.dep_ == "appos" and part.ent_type_ not in _PLACES)


def narrowing(one: Told) -> str:
    """Claim -> the word that tells how few of those named act or speak ("[only] Peru", "[not] all the men"), or ""."""
    named = one.claim.slots.get("actor")
    span = named.span if isinstance(named, EntitySlot) else None
    if span is None:
        return ""
    inside = _NARROWING.match(span.of(one.text))
    before = one.text[max(one.sentence.start, span.start - _BEFORE) : span.start]
    found = inside[0] if inside else match[1] if (match := _NARROWED.search(before)) else ""
    return found.lower()


def only_he(one: Told, speaker: str) -> str:
    """Who speaks, as a line names him -> the same behind the "only" that its text has: "only Aas said"."""
    word = narrowing(one)
    return f"{word} {speaker}" if word in _ALONE and not re.search(rf"(?i)\b{word}\b", speaker) else speaker
