"""The time of a saying, apart from the times in what is said.

Three times are kept apart: when a thing happened (slot ``when`` of an event or undertaking), when it was said (``when``
of a statement, ``said`` of what is told within it), and when it was reported (``Published``, of the article). None is
ever filled from another.
"""

from typing import Any

from rashomon.lexicon.cues import lemma_of, words
from rashomon.model import Attribution, Reading, Span, Time
from rashomon.readers.times.sayings import content_behind, saying_of
from rashomon.text.grammar import is_set_against, tokens_in

_VERBS = frozenset({"VERB", "AUX"})
_QUALIFIES = frozenset({"compound", "nummod", "nmod", "amod", "poss"})


def said_at(reading: Reading, found: Attribution) -> Span | None:
    """Attribution -> the words for when it was said: those that hang on its cue, or date the document that speaks."""
    if not found.cue:
        return None
    saying = _Saying(reading, found)
    near = saying.sentence
    times = (t for t in reading.of(Time) if near.covers(t.span) and (t.type in {"DATE", "TIME"} or t.earliest))
    return next((t.span for t in times if saying.has(t)), None)


class _Saying:
    """One attribution, and which times are those of its cue."""

    def __init__(self, reading: Reading, found: Attribution) -> None:
        self._doc = reading.doc
        self._text = reading.text
        self._found = found
        self._cue = {t.i for piece in found.cue for t in tokens_in(self._doc, piece)}
        self._verb = tokens_in(self._doc, found.cue[-1]).root
        self.sentence = Span(self._verb.sent.start_char, self._verb.sent.end_char)

    def has(self, time: Time) -> bool:
        """Whether a time is that of the saying."""
        head = tokens_in(self._doc, time.span).root
        if is_set_against(head) or content_behind(self._doc, time.span) is not None:
            return False
        if any(s.covers(time.span) for s in self._found.source):
            return self._dates_the_source(head)
        if saying_of(self._doc, time.span, time.type) in {self._verb, *self._verbs()}:
            return True
        if any(c.covers(time.span) for c in self._found.content) and not self._stands_before(head, time.span):
            return False
        if dates_a_thing(head) or (self._verb.tag_ in {"VBZ", "VBP"} and time.span.of(self._text).isdigit()):
            return False
        return self._governs(head)

    def _verbs(self) -> list[Any]:
        return [self._doc[i] for i in self._cue if self._doc[i].pos_ in _VERBS]

    def _governs(self, token: Any) -> bool:
        """Whether a time's governor is the cue, a noun that the cue governs, or a participle of speaking with it."""
        time = token
        while token.i not in self._cue and token.head != token:
            if token.lower_ == "since" and time.head != token:
                return False  # "has not spoken since the debate of Monday"
            if token.pos_ in _VERBS:
                if _issues(token):
                    token = token.head
                    continue
                return bool(_speaks_beside(token) and token.head.i in self._cue)
            token = token.head
        carries = lemma_of(token) in words("quoting") and any(v.i > token.i for v in self._verbs())
        return token.i in self._cue and not carries  # "was quoted on Monday as saying": when he said it is not told

    def _stands_before(self, head: Any, span: Span) -> bool:
        """Whether a time hangs on the cue, and the verb of the content follows: "accused A on Monday of lying"."""
        over = head.head if head.dep_ in {"pobj", "npadvmod"} else head
        over = over.head if over.dep_ == "prep" else over
        holding = next(c for c in self._found.content if c.covers(span))
        inside = tokens_in(self._doc, holding)
        before = any(t.pos_ in _VERBS for t in inside if t.idx < span.start)
        return over.i in self._cue and not before and any(t.pos_ in _VERBS for t in inside if t.idx >= span.end)

    def _dates_the_source(self, token: Any) -> bool:
        """Whether a time inside the words for the source tells when the document came out that speaks there."""
        if token.dep_ in _QUALIFIES and token.like_num:
            return False  # "the 2005 book"
        noun = next((s for s in self._found.source if s.start <= token.idx < s.end), None)
        root = tokens_in(self._doc, noun).root if noun else token
        while token not in {root, token.head}:
            if token.pos_ in _VERBS and not _issues(token):
                return False
            over = token.head.head if token.head.pos_ == "ADP" else token.head
            if over.pos_ in {"NOUN", "PROPN"} and over != root:
                return False  # "a report on the vote of Monday"
            token = token.head
        return token == root and _is_document(root)


def dates_a_thing(time: Any) -> bool:
    """Whether a time tells which thing is meant ("their May 3 dinner", "the 2005 book"), if that is no utterance."""
    if time.dep_ not in _QUALIFIES or time.head.pos_ in _VERBS:
        return False
    return time.like_num or not _is_document(time.head)


def _is_document(noun: Any) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in words("documents") or lemma in words("occasions")


def _issues(verb: Any) -> bool:
    """Whether a verb tells that the document or speech it hangs on came out: "a statement released on Monday"."""
    return verb.dep_ in {"acl", "relcl"} and lemma_of(verb) in words("issuing") and _is_document(verb.head)


def _speaks_beside(verb: Any) -> bool:
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and lemma_of(verb) in words("speaking")
