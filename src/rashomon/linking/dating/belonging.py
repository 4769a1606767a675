"""Whether a time that a text tells is that of a happening told with it."""

import re
from itertools import islice
from typing import Any

from rashomon.linking.dating.dated_event import Told
from rashomon.linking.dating.elections import is_when_held, may_point
from rashomon.linking.dating.kinds import lemmas
from rashomon.linking.dating.resolutions import adoption
from rashomon.linking.dating.told_ahead import is_announced
from rashomon.linking.dating.undated import Undated
from rashomon.model import Span, TimeExpression
from rashomon.text.grammar import tokens_in

_WHEN = re.compile(r",?[ \n](?P<when>when)\b")
_FINDS = frozenset({"find", "declare", "judge", "hold", "rule"})  # guilty: the parse may hang it on either
_SAID_OF = frozenset({"oprd", "acomp", "amod", "ccomp"})
_TO_VERB = 6
"""Steps up the parse within which a time belongs to a happening."""


def belongs(text: Undated, e: TimeExpression, told: Told) -> bool:
    """Whether the parse hangs an expression on the words for a happening, or on the verb that says it happened.

    The date in a name ("the Sept. 11 attacks") says nothing of when: it is a part of the words.
    """
    if told.start <= e.span.start < told.end:
        return False
    if told.event.numbered:
        return _is_when_adopted(text, e, told)
    if told.event.elected and not may_point(e):
        return False
    if _is_told_of(text, e, told):
        return True
    token = tokens_in(text.reading.doc, e.span).root
    for _ in range(_TO_VERB):
        if told.start <= token.idx < told.end:
            return True
        if token.head == token:
            return False
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            word = tokens_in(text.reading.doc, Span(told.start, told.end)).root
            within = told.start <= token.idx < told.end
            return bool(within) or _tells_of(text, token, told) or _is_singled_out(token, word)
    return False


def _is_told_of(text: Undated, e: TimeExpression, told: Told) -> bool:
    """Whether a clause says of the time of an expression what happened then: "since Tuesday, when he resigned"."""
    doc = text.reading.doc
    match = _WHEN.match(text.text, e.span.end)
    verb = tokens_in(doc, Span(match.start("when"), match.end())).root.head if match else None
    if verb is None or verb.pos_ not in {"VERB", "AUX"}:
        return False
    word = tokens_in(doc, Span(told.start, told.end)).root
    return word.idx > e.span.end and any(v == word or _tells_of(text, v, told) for v in (verb, *verb.conjuncts))


def _is_when_adopted(text: Undated, e: TimeExpression, told: Told) -> bool:
    """Whether an expression hangs on the words that say that a resolution was adopted.

    One that stands with the name may tell when something was done under it: "violated Resolution 1701 on Friday".
    """
    doc = text.reading.doc
    word, token = tokens_in(doc, Span(told.start, told.end)).root, tokens_in(doc, e.span).root
    if token.dep_ in {"poss", "compound", "nmod"} and token.head == word:
        return True
    telling = adoption(word, told.end)
    above = islice(token.ancestors, _TO_VERB) if telling else ()
    return next((t in telling or t == word for t in above if t in telling or t == word or t.pos_ == "VERB"), False)


def _tells_of(text: Undated, verb: Any, told: Told) -> bool:
    """Whether a verb says of a noun for a happening that it happened ("struck Kobe"), or who did it ("held")."""
    word = tokens_in(text.reading.doc, Span(told.start, told.end)).root
    if told.event.elected and is_when_held(word, verb):
        return True
    if told.event.gathered and _is_done_at(word, verb):
        return True
    if verb.lemma_.lower() in lemmas("makes known"):
        return bool(is_announced(text, told) and word.dep_ == "ccomp" and word.head == verb)
    if verb.lemma_.lower() in lemmas("strikes"):
        struck = word.dep_ in {"nsubj", "nsubjpass"} and word.head == verb
        return bool(struck or (verb.dep_ == "relcl" and verb.head == word))
    if verb.lemma_ in _FINDS and word.dep_ in _SAID_OF and verb in islice(word.ancestors, 3):
        return True
    while word.dep_ in {"compound", "pobj"}:  # "filed for bankruptcy protection"
        word = word.head
    return bool(word.dep_ in {"dobj", "prep"} and word.head == verb and verb.lemma_.lower() in lemmas("performs"))


def telling_verb(token: Any) -> Any:
    """A token -> the verb that it hangs on, or that which the participles tell on that it hangs on; None for none."""
    verb = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    while verb is not None and (verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ in {"VBN", "VBG"})):
        if any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
            break
        verb = verb.head
    return verb


def _is_singled_out(verb: Any, word: Any) -> bool:
    """A form of "be", and the word for a happening -> whether they are "it was (on Friday) that they seized it"."""
    if verb.lemma_ != "be" or not any(c.lower_ == "it" and c.dep_ == "nsubj" for c in verb.children):
        return False
    clauses = (t for t in verb.subtree if t.dep_ in {"relcl", "ccomp", "advcl", "acl"} and t.i > verb.i)
    return any(t in (word, word.head) and any(c.lower_ == "that" for c in t.children) for t in clauses)


def _is_done_at(word: Any, verb: Any) -> bool:
    """The word for a gathering, and a verb -> whether the verb tells what is done there.

    "Said at the summit", "the summit agreed", "delegates at the summit agreed".
    """
    there = word.head if word.dep_ == "pobj" and word.head.lower_ in {"at", "during"} else word
    if there != word and there.head.dep_ in {"nsubj", "nsubjpass"}:
        there = there.head
    return bool((there != word or there.dep_ in {"nsubj", "nsubjpass"}) and there.head == verb)
