"""Whether a text tells a happening as one that is still to come, or that may not have been."""

import re
from typing import Any

from rashomon.linking.dating.dated_event import Told
from rashomon.linking.dating.kinds import lemmas
from rashomon.linking.dating.undated import Sent, Undated
from rashomon.model import Span
from rashomon.text.grammar import auxiliaries, status_of, tense, tokens_in

_NOT_YET = re.compile(
    r"\b(?:if|unless|would|could|(?-i:may)|might|will|threat\w*|plan\w*|propos\w*|upcoming|ahead of|before|expected|"
    r"possible|potential|call\w* (?:on|for)|ask\w* for|vow\w*|pledg\w*|urg\w*|wants?|wanted|warn\w*|should|next)\b",
    re.IGNORECASE,
)
_STILL_AHEAD = re.compile(
    r"\b(?:if|unless|planned|proposed|expected|scheduled|due|possible|likely|would|could|(?-i:may)|might|will)\b",
    re.IGNORECASE,
)
"""Words after those for a happening that say that it is to come."""
_ON_THE_WAY = re.compile(
    r"\b(?:setting out|set out|leav\w+|left|head\w*|travel\w*|fl(?:y|ies|ew|ying)|depart\w*|bound|on \w+ way)\b"
    r"(?: \w+){0,3} (?:for|to)\b(?: \w+){0,4} $",
    re.IGNORECASE,
)
"""Words for a way that somebody takes, and may not have taken yet, up to what lies at its end."""
_NEW_CLAUSE = re.compile(r"[;:\u2014]\s|\s[-\u2013]{1,2}\s|, (?:and|but|while|although|though|whereas)\b")
_PERHAPS = frozenset({"will", "would", "can", "could", "may", "might", "should", "must", "'ll", "'d"})


def not_yet(text: Undated, sent: Sent, told: Told) -> bool:
    """Whether a clause tells a happening as planned, possible or denied, or in words that need not be past.

    The words for the happening themselves may hold such a word: "would not fight on".
    """
    words, span = text.text, sent.span
    start = max((m.end() for m in _NEW_CLAUSE.finditer(words, span.start, told.start)), default=span.start)
    end = next((m.start() for m in _NEW_CLAUSE.finditer(words, told.end, span.end)), span.end)
    token = tokens_in(text.reading.doc, Span(told.start, told.end)).root
    if is_announced(text, told) or _is_fact(token):
        return False
    if _is_expected(token, words[start : token.idx]):
        return True
    if _NOT_YET.search(words, start, told.start) or _STILL_AHEAD.search(words, told.end, end):
        return True
    return bool(token.tag_ in {"VB", "VBP", "VBZ"} or any(c.dep_ == "neg" for c in token.children))


def _is_expected(noun: Any, before: str) -> bool:
    """Whether a noun for what is done on a day that was set is what somebody goes to or faces: "left for the vote"."""
    if noun.lower_ not in lemmas("set for a day"):
        return False
    if _ON_THE_WAY.search(before):
        return True
    while noun.dep_ == "conj":
        noun = noun.head
    above = noun.head
    if noun.dep_ == "pobj":
        return above.lower_ in {"for", "to", "toward", "towards"}
    return bool(noun.dep_ == "dobj" and (above.tag_ in {"VBZ", "VBP", "VB", "VBG"}))


def is_announced(text: Undated, told: Told) -> bool:
    """Whether the words are those with which somebody makes known what is to come: "would not fight on"."""
    words = ("would ", "was ", "were ", "could ")
    return bool(text.lower.startswith(words, told.start))


def _is_fact(verb: Any) -> bool:
    """Whether a verb tells something past that its clause does not make depend on something to come.

    "The court held that clubs may not ask for a fee"; not "would resign after parliament approved the budget".
    """
    depends = verb.dep_ == "advcl" and not _PERHAPS.isdisjoint(auxiliaries(verb.head))
    past = verb.tag_ == "VBD" or (
        verb.tag_ == "VBN" and tense(verb) == "past" and _PERHAPS.isdisjoint(auxiliaries(verb))
    )
    return past and not depends and status_of(verb) == "happened"
