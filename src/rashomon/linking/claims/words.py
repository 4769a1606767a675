"""Small questions about the words of claims: what a content takes for granted, and what it speaks of."""

import re
from typing import Any

from rashomon.lexicon.cues import lemma_of, verb_cues
from rashomon.model import Attribution, Reading, Span
from rashomon.text.grammar import head_of, phrase, span_of

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SAYING = frozenset({"that", "quote", "to", "for"})
_UNSPOKEN = frozenset({
    "responsibility", "credit", "blame", "concern", "regret", "hope", "fear", "doubt", "statement", "comment", "detail",
    "reason", "part", "care", "action", "step", "steps", "place",
})  # fmt: skip
"""Objects that no "it" stands for: who "claimed responsibility, saying it had attacked" has attacked."""
_HE = re.compile(r"(?i)(?:that )?(he|she)\b")
_POINTING = frozenset({"they", "it", "this", "that", "these", "those"})


def is_presupposed(reading: Reading, words: Span, content: Span) -> bool:
    """Words of a deed and a content that holds them -> whether the content takes the deed for granted.

    In what is to be done ("pledged to keep the deal reached in May"): an infinitive vouches for nothing, and what it
    says of a definite thing the author says. And in what he adds to a thing that is only named to be judged
    ("criticized the treaty, which banned nets").
    """
    token = head_of(reading.doc, words)
    if _is_added(token, head_of(reading.doc, content)):
        return True
    if not content.of(reading.text).lower().startswith("to "):
        return False
    if token.tag_ in {"VBN", "VBD"} and token.dep_ in {"acl", "relcl"}:
        token = token.head
    elif token.pos_ not in {"NOUN", "PROPN"}:
        return False
    return any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in token.children if c.i < token.i)


def is_only_judged(reading: Reading, found: Attribution) -> bool:
    """Whether somebody only takes a stand on a thing: what it amounts to ("praised the plan to spend $5") he tells not.

    So for verbs of judging, behind which no clause, infinitive or quotation tells what he says.
    """
    cue = verb_cues().get(lemma_of(head_of(reading.doc, found.cue[0]))) if found.cue else None
    judges = cue is not None and _SAYING.isdisjoint(cue.frames) and found.kind == "indirect"
    return judges and head_of(reading.doc, found.content[0]).pos_ in {"NOUN", "PROPN"}


def _is_added(token: Any, thing: Any) -> bool:
    """Whether a token stands in a relative clause set off by a comma that hangs on a thing or on what it is of."""
    if thing.pos_ not in {"NOUN", "PROPN"}:
        return False
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl" or t == thing), thing)
    return bool(clause.dep_ == "relcl" and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ",")


def _agrees(pronoun: str, noun: Any) -> bool:
    """Whether a pronoun can stand for a noun by its number, unlike "filed a suit, saying they"."""
    many = noun.tag_ in {"NNS", "NNPS"} or bool(noun.conjuncts)
    return many == (pronoun in {"they", "these", "those"})


def topic_of(reading: Reading, found: Attribution) -> Span | None:
    """Attribution -> the object of the verb that its cue hangs on ("criticized X, saying that they ..."): X."""
    first = found.content[0].of(reading.text).removeprefix("that ").split()
    if not found.cue or not first or first[0].lower() not in _POINTING:
        return None
    cue = head_of(reading.doc, found.cue[-1])
    if cue.dep_ != "advcl" or cue.tag_ != "VBG" or cue.head.pos_ not in {"VERB", "AUX"}:
        return None
    over = verb_cues().get(lemma_of(cue.head))
    if over is not None and over.addresses and "that" in over.frames:
        return None  # "told parliament, adding that it …": that is who hears it
    named = next((c for c in cue.head.children if c.dep_ == "dobj" and c.i < cue.i), None)
    if named is not None and named.ent_type_ == "PERSON" and first[0].lower() == "it":
        return None  # "trashed Aas, calling it a shame to go"
    speaks = named is not None and any(s.start <= named.idx < s.end for s in found.source)
    if named is None or speaks or named.lemma_.lower() in _UNSPOKEN or not _agrees(first[0].lower(), named):
        return None
    return span_of([t for t in named.subtree if t.i < cue.i]) if named.conjuncts else span_of(phrase(named))


def other_in(found: Attribution, text: str) -> Span | None:
    """Attribution and its text -> the "he" or "she" with which what is said begins, None where it begins otherwise."""
    opened = _HE.match(found.content[0].of(text))
    return Span(found.content[0].start + opened.start(1), found.content[0].start + opened.end(1)) if opened else None
