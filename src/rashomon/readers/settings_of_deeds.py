"""A deed told in a sentence -> when and where it happened, whether it did, and whether it is old."""

import re
from typing import Any

from rashomon.lexicon.frames import classes
from rashomon.model import Reading, Span, Status, TimeExpression
from rashomon.readers.attributions.sayers import is_nobody
from rashomon.readers.frames import Match
from rashomon.readers.parties import is_had_done, teller_of
from rashomon.readers.times.sayings import saying_of
from rashomon.readers.undone import calling_off, disposal, full_lemma, promise_of, undone
from rashomon.readers.vouching import unvouched
from rashomon.text.grammar import (
    auxiliaries,
    ends_the_deed,
    head_of,
    is_finite,
    is_negated,
    is_passive,
    is_set_against,
    phrase,
    sharing_its_end,
    span_of,
    status_of,
    subjects,
    tense,
)

_DEPENDENT = frozenset({"xcomp", "advcl", "acl", "relcl", "pcomp", "ccomp"})
_RANKED = frozenset({"first", "last", "second", "third", "latest"})
_STOPS = frozenset({"VERB", "AUX"})
_OLD = frozenset({"once", "formerly", "previously", "earlier", "historically", "ago"})
_WEEKDAY = re.compile(r"day\b|yesterday|tonight|overnight|prior day|morning|evening", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:(?:19|20)\d\d|(?:last|previous) (?:year|month|decade|century)|years? ago|months? ago|"
    r"January|February|March|April|June|July|August|September|October|November|December|May \d|(?:in|last) May)\b"
)


class Deeds:
    """When, where and whether, for the deeds of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        dated = [t for t in reading.of(TimeExpression) if t.type in {"DATE", "TIME"} or t.rule == "past-unit"]
        self._times = [(t.span, head_of(reading.doc, t.span)) for t in dated]
        self._sayings = {t.span: verb.i for t in dated if (verb := saying_of(reading.doc, t.span, t.type)) is not None}
        self._weekdays = any(_WEEKDAY.search(span.of(reading.text)) for span, _ in self._times)

    def status(self, match: Match) -> Status:
        """Deed -> whether it happened, is planned, denied, or only supposed."""
        return _noun_status(match.token) if match.nominal else _verb_status(match.token, match)

    def time(self, match: Match) -> Span | None:
        """Deed -> the words for its time: those that its own clause or noun governs."""
        disposed = disposal(promise_of(match.token))
        if disposed is not None and full_lemma(disposed) in classes()["retracting"]:
            return None  # "dropped a plan to leave on Monday": it may be the day of the dropping
        own = {match.token.i} if disposed is None else {match.token.i, disposed.i}
        told = is_causing(match.token) or match.token.lemma_.lower() in classes()["failing"]
        own |= {c.i for c in match.token.children if c.dep_ == "xcomp" and told}
        if match.object is not None and match.frame.objects:
            own.add(match.object.i)
        if match.nominal and (teller := teller_of(match.token)) and teller.lemma_.lower() in classes()["running"]:
            own.add(teller.i)  # "the talks collapsed on Friday"
        near = [(span, head) for span, head in self._times if match.token.sent.start <= head.i < match.token.sent.end]
        for span, head in near:
            governor = self._sayings.get(span, _governor(head, own))
            shared = ends_the_deed(head, sharing_its_end(match.token))
            if head.head.lower_ != "since" and (shared or governor in own):
                return span
        return None

    def place(self, match: Match) -> Span | None:
        """Deed -> the words for its place: a name behind "in", "at" or "near"."""
        holders = [match.token] + ([match.object] if match.object is not None and match.frame.objects else [])
        for holder in [*holders, *sharing_its_end(match.token)]:
            for prep in holder.children:
                if prep.dep_ == "prep" and prep.lower_ in {"in", "at", "near", "outside", "to"}:
                    for noun in (p for p in prep.children if p.dep_ == "pobj"):
                        named = noun.ent_type_ in {"GPE", "LOC", "FAC"} and noun not in match.recipients
                        if named and (prep.lower_ != "to" or match.frame.swap):
                            return span_of(phrase(noun))
        return None

    def is_background(self, match: Match, when: Span | None) -> bool:
        """Deed and its time -> whether the article tells it as older than its own news."""
        verb = _clause(match.token)
        if verb is not None:
            past = auxiliaries(verb) and any(c.lower_ in {"had", "'d"} and c.dep_ == "aux" for c in verb.children)
            if past and verb.dep_ != "ccomp":
                return True
            if any(c.lower_ in _OLD and c.dep_ in {"advmod", "mark"} for c in verb.children):
                return True
        if when is None:
            return False
        words = when.of(self._reading.text)
        return bool(_DATED.search(words) and not _WEEKDAY.search(words) and self._weekdays)


def is_causing(verb: Any) -> bool:
    """Whether a verb makes somebody do what its infinitive says: "forced him to resign", "persuaded them to sign"."""
    return verb.lemma_.lower() in classes()["causing"] and any(c.dep_ in {"dobj", "nsubjpass"} for c in verb.children)


def _clause(token: Any) -> Any:
    while token.pos_ not in _STOPS:
        if token.head == token:
            return None
        token = token.head
    return token


def _governor(head: Any, own: set[int]) -> int:
    """Head of a time -> the verb, or the deed among ``own``, that governs it."""
    token = head
    if is_set_against(head):
        return -1
    if head.dep_ in {"nummod", "compound", "amod", "nmod"}:
        noun = head.head.lemma_.lower()  # "left the 1987 accord", "lifted a night-time curfew": not when it was left
        if noun in classes()["instrument"] | classes()["restriction"] or head.head.i not in own:
            return -1
    while token.head != token:
        if token.i in own:
            return int(token.i)
        if token.pos_ in _STOPS and token != head:
            return int(token.i)
        if token.lower_ == "of" and token.head.i not in own and token.head.pos_ == "NOUN":
            return -1  # "the withdrawal from the accord of 1990": the accord's year
        token = token.head
    return int(token.i)


def _noun_status(noun: Any) -> Status:
    left = {c.lower_ for c in noun.children if c.i < noun.i}
    if "no" in left or (noun.dep_ == "pobj" and noun.head.lower_ == "without"):
        return "denied"
    if left & classes()["proposing"] or {"any", "another"} & left:
        return "planned"
    clause = _clause(noun)
    if clause is None:
        return "happened"
    if calling_off(noun) is not None:
        return "planned"
    if noun.dep_ in {"dobj", "nsubjpass"} and clause.lemma_.lower() in classes()["sketched"]:
        return "planned"
    if noun.dep_ == "nsubj" and any(c.dep_ == "acomp" and c.lower_ in classes()["due"] for c in clause.children):
        return "planned"
    if noun.dep_ in {"dobj", "nsubj", "nsubjpass"} or (noun.dep_ == "pobj" and noun.head.head == clause):
        own = _verb_status(clause, None)
        return own if own != "denied" or noun.dep_ == "dobj" else "happened"
    if not any(c.dep_ in {"det", "poss"} for c in noun.children) and _only_may(noun, clause):
        return "hypothetical"
    return "happened"


def _only_may(noun: Any, clause: Any) -> bool:
    """Whether a noun deep in a phrase ("on the agenda of talks") belongs to a clause that says what may be."""
    token = noun
    while token != clause and token.dep_ in {"pobj", "prep", "compound", "dobj", "attr"}:
        token = token.head
    return bool(token == clause and status_of(clause) == "hypothetical")


def _verb_status(verb: Any, match: Match | None) -> Status:
    if verb.pos_ == "ADJ":
        return status_of(verb.head)
    if match is not None and match.object is not None and any(c.lower_ == "no" for c in match.object.children):
        return "denied"
    if verb.dep_ == "amod":
        return "happened"
    if is_negated(verb) or _by_nobody(verb, match):
        return "denied"
    if is_had_done(verb):
        return _verb_status(verb.head, None)
    if left := undone(verb):
        return left
    if (found := unvouched(verb)) and found.status:
        return found.status
    helpers = set(auxiliaries(verb))
    if "must" in helpers and "have" not in helpers:
        return "hypothetical"
    governor = verb.head if verb.head != verb else None
    if "would" in helpers and not is_negated(verb) and verb.dep_ == "ccomp" and governor is not None:
        return "planned" if tense(governor) == "past" else "hypothetical"
    if verb.tag_ in {"VB", "VBG"} and verb.dep_ in _DEPENDENT and governor is not None and not is_finite(verb):
        if _gathers(verb, governor) and (_joined(governor) or (match is not None and match.frame.label == "PROTEST")):
            return _verb_status(governor, None)
        return _dependent_status(verb, governor)
    joined = verb.dep_ == "conj" and verb.tag_ == "VB" and not is_finite(verb)  # "vowed to go and [stay]"
    if joined and governor is not None and governor.pos_ == "VERB":
        return _verb_status(governor, None)
    return status_of(verb)


def _by_nobody(verb: Any, match: Match | None) -> bool:
    """Whether those who do a deed, or whom it is done to, are told to be none: "no troops", "none of the rebels"."""
    named = [*subjects(verb), *(match.recipients if match is not None else [])]
    named += [match.object] if match is not None and match.object is not None else []
    return any(is_nobody(noun) and noun.lower_ != "few" for noun in named)


def _gathers(verb: Any, governor: Any) -> bool:
    """Whether a purpose is done by gathering for it: "took to the streets to protest", "joined forces to bomb"."""
    return bool(verb.dep_ == "advcl" and verb.tag_ == "VB" and governor.lemma_.lower() in classes()["assembling"])


def _joined(governor: Any) -> bool:
    return governor.lemma_.lower() == "join" and any(c.lower_ in {"forces", "hands"} for c in governor.children)


def _dependent_status(verb: Any, governor: Any) -> Status:
    """An infinitive or participle -> what its governing clause says of it."""
    if is_negated(verb):
        return "denied"
    disposed = disposal(promise_of(verb))
    if disposed is not None and full_lemma(disposed) in classes()["fulfilling"]:
        return _verb_status(disposed, None)
    lemma = governor.lemma_.lower()
    clause = governor.head if verb.dep_ == "pcomp" else governor
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in clause.children):
        return "hypothetical"
    if verb.dep_ in {"relcl", "acl"} and verb.tag_ == "VB" and any(c.lower_ in _RANKED for c in governor.children):
        return "happened"  # "the first president to visit Chile"
    if lemma in classes()["causing"] and verb.dep_ in {"xcomp", "ccomp"} and verb.tag_ == "VB":
        return _verb_status(governor, None)
    if verb.tag_ == "VBG":
        if verb.dep_ == "pcomp" and governor.lower_ == "by" and clause.pos_ in {"VERB", "AUX"}:
            return _verb_status(clause, None)  # "could answer by attacking"
        if verb.dep_ == "pcomp":
            return "hypothetical" if governor.head.lemma_.lower() in classes()["unproved"] else "happened"
        if verb.dep_ == "xcomp" and lemma in classes()["postponing"]:
            return "planned"
        return status_of(governor) if governor.pos_ == "VERB" and subjects(governor) else "happened"
    if lemma in classes()["failing"]:
        return "denied"
    if lemma in classes()["reckoning"] and is_passive(governor):
        return "hypothetical"  # "is believed to hold nine hostages" is no plan
    if lemma in classes()["doubting"] or (lemma == "able" and tense(governor.head) != "past"):
        return "hypothetical"
    if lemma in classes()["implicative"] and verb.dep_ == "xcomp" and lemma != "agree":
        return _verb_status(governor, None)
    if lemma in {"try", "attempt"}:
        return _verb_status(governor, None)
    if verb.dep_ in {"advcl", "relcl"} and "to" in {c.lower_ for c in verb.children if c.i < verb.i}:
        return "hypothetical"
    if verb.dep_ == "ccomp" and not any(c.lower_ == "to" for c in verb.children):
        return status_of(verb)
    if is_negated(governor) and verb.dep_ == "xcomp":
        return "hypothetical" if lemma in {"need", "have"} else "denied"  # who need not come may come
    return "planned"
