"""A time right behind a verb of speech: it dates the saying, whatever the parser makes of it."""

from typing import Any

from rashomon.lexicon.cues import lemma_of, verb_cues
from rashomon.model import Span, TimexType
from rashomon.text.grammar import SUBJECTS, tokens_in

_BEFORE = frozenset({"on", "in", "at", "late", "early"})
_ENDS = frozenset({".", "!", "?", "“", "”", '"', ";"})
_MODIFIES = frozenset({"compound", "nmod", "amod", "poss", "nummod"})


def saying_of(doc: Any, time: Span, kind: TimexType) -> Any:
    """Doc, the words of a time and its type -> the verb of speech right before it if what is said begins behind it.

    "Norland said on Tuesday it had left": it spoke on Tuesday, when it left is not told. Else None; a bare year may be
    either's.
    """
    words = tokens_in(doc, time)
    if kind not in {"DATE", "TIME"} or words.text.isdigit() or _belongs_to_a_thing(words.root):
        return None
    at = words.start - 1
    while at >= 0 and doc[at].lower_ in _BEFORE:
        at -= 1
    verb = _speaking(doc[at]) if at >= 0 else None
    if verb is None or verb.sent != words.root.sent or words.end >= len(doc):
        return None
    first = doc[words.end]
    while first.dep_ not in SUBJECTS and first.head.left_edge.i == words.end and first.head != first:
        first = first.head
    opens = first.dep_ in SUBJECTS and first.left_edge.i == words.end and verb in first.ancestors
    return verb if opens or doc[words.end].lower_ == "that" else None


def content_behind(doc: Any, time: Span) -> Any:
    """Doc and the words of a time -> the verb of what is said, where it begins with the time, however it is parsed.

    "Police say (that) on Monday [he was] home": what is told in the present has no day on which it is said. Else None.
    """
    words = tokens_in(doc, time)
    at = words.start - 1
    while at >= 0 and doc[at].lower_ in _BEFORE:
        at -= 1
    at -= at > 0 and doc[at].lower_ == "that"
    verb = _speaking(doc[at]) if at >= 0 else None
    if verb is None or verb.tag_ not in {"VBP", "VBZ"} or at == words.start - 1:
        return None
    for token in doc[words.end :]:
        if token.lower_ in _ENDS:
            return None
        if token.pos_ in {"VERB", "AUX"} and any(c.dep_ in SUBJECTS and c.i >= words.end for c in token.lefts):
            return token
    return None


def time_with_preposition(doc: Any, time: Span) -> Span:
    """Doc and the words of a time -> the same with the "on" or "late" before it."""
    words = tokens_in(doc, time)
    start = words.start
    while start > 0 and doc[start - 1].lower_ in _BEFORE:
        start -= 1
    return Span(doc[start].idx, time.end)


def _speaking(token: Any) -> Any:
    """Token -> itself if it is a verb of speech, its verb if it is whom that verb addresses; else None."""
    heard = token.dep_ in {"dobj", "dative", "pobj"} and token.head.i < token.i
    verb = token.head if heard and token.head.pos_ == "VERB" else token
    known = verb_cues().get(lemma_of(verb)) if verb.pos_ == "VERB" else None
    if known is None or known.frames.get("that") not in {"speech", "document"}:
        return None
    return verb if verb is token or known.addresses else None


def _belongs_to_a_thing(time: Any) -> bool:
    """Whether a time only qualifies a noun: "Monday talks", "Tuesday's vote"."""
    return time.dep_ in _MODIFIES and time.head.pos_ not in {"VERB", "AUX"}
