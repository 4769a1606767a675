"""Verb -> who says it, as far as the grammar tells."""

from dataclasses import dataclass
from typing import Any

from rashomon.lexicon.cues import lemma_of, words
from rashomon.model import Span
from rashomon.readers.attributions.draft import noun_span
from rashomon.text.grammar import SUBJECTS, conjuncts, is_passive, span_of

_BORROWING = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True)
class Sayer:
    """Head of the source's phrase, and the spans of its words."""

    head: Any
    spans: tuple[Span, ...]


def sayer(verb: Any) -> Sayer | None:
    """Verb in the active -> its subject as a speaker, found through participles, coordination and relative clauses."""
    noun = _subject(verb)
    if noun is None or noun.dep_ == "expl" or noun.pos_ in {"VERB", "AUX", "ADJ", "NUM", "PUNCT", "SPACE"}:
        return None
    if noun.lower_ in _RELATIVES and noun.pos_ == "PRON":
        return _antecedent(noun)
    if noun.lower_ in words("nobody"):
        return None
    return of_noun(noun)


def of_noun(noun: Any) -> Sayer:
    """Head noun -> it and what is coordinated with it as a speaker."""
    listed = [n for n in conjuncts(noun) if n.pos_ in {"NOUN", "PROPN", "PRON"}] or [noun]
    spans = [noun_span(n) for n in listed]
    first = min(s.start for s in spans)
    return Sayer(noun, (Span(first, max(s.end for s in spans)),) if len(spans) > 1 else tuple(spans))


def is_document(sayer_: Sayer) -> bool:
    """Whether the speaker is a document, a poll or the like."""
    return lemma_of(sayer_.head) in words("documents")


def finds_out(sayer_: Sayer) -> bool:
    """Whether the speaker can show or find something: a document, a person or a body that looks into things."""
    head = sayer_.head
    if is_document(sayer_) or lemma_of(head) in words("finders"):
        return True
    return head.pos_ == "PROPN" or head.lower_ in {"he", "she", "they", "who"}


def _subject(verb: Any) -> Any:
    """Verb -> the token of its subject, or None; a subject is not borrowed from a passive or past an object."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    if own:
        return None if own[0].dep_ == "nsubjpass" else own[0]
    if any(c.dep_ == "expl" for c in verb.children) or is_passive(verb):
        return None
    if verb.dep_ == "acl":
        return verb.head if verb.tag_ == "VBG" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
    if verb.dep_ == "relcl":
        return verb.head if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} and _relative(verb) is None else None
    if verb.dep_ not in _BORROWING or verb.head is verb:
        return None
    return _borrowed(verb)


def _borrowed(verb: Any) -> Any:
    governor = verb.head
    while governor.dep_ in {"prep", "prt", "advmod"} and governor.head is not governor:
        governor = governor.head
    if governor.pos_ not in {"VERB", "AUX"} or governor is verb:
        return None
    if verb.dep_ == "xcomp" and any(c.dep_ in {"dobj", "dative"} for c in governor.children):
        return None
    passive = [c for c in governor.children if c.dep_ == "nsubjpass"]
    if passive and verb.dep_ in {"conj", "advcl"}:
        return passive[0] if verb.tag_ == "VBG" else None
    return _subject(governor)


def _relative(verb: Any) -> Any:
    return next((c for c in verb.children if c.lower_ in _RELATIVES and c.dep_ not in {"mark"}), None)


def _antecedent(pronoun: Any) -> Sayer | None:
    """"who" in a relative clause -> the noun it stands for, with the pronoun as a second piece of the source."""
    clause = pronoun.head
    while clause.dep_ in {"conj", "xcomp"} and clause.head is not clause:
        clause = clause.head
    if clause.dep_ != "relcl" or clause.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    if pronoun.lower_ != "who" and lemma_of(clause.head) not in words("documents") and clause.head.pos_ != "PROPN":
        return None
    return Sayer(clause.head, (noun_span(clause.head), span_of([pronoun])))
