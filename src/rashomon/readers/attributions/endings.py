"""Contents and sources that end within a clause or phrase -> whether they do, and where these end."""

import re
from typing import Any

from rashomon.lexicon.cues import words
from rashomon.model import Span
from rashomon.readers.attributions.sayers import RELATIVES
from rashomon.text.grammar import DASHES, SUBJECTS, phrase, span_of, tokens_in

_BEFORE_NOUNS = frozenset({"det", "predet", "amod", "compound", "nmod", "poss", "nummod", "quantmod"})
_HALVES = frozenset({"a.m.", "p.m.", "am", "pm"})
_WHICH = re.compile(r"\s(?:--?|–|—)\s+which\b(?:(?!\s--?\s)[^\n\"“”—–])*?(?=\.?$|\.\s)")
"""What the author sets behind a dash at the end of a sentence."""
_OF_VERBS = frozenset({"dobj", "attr", "acomp"})
_OBJECTS = _OF_VERBS | {"pobj", "ccomp", "xcomp"}


def breaks_off(doc: Any, content: list[Span], whole: list[Span]) -> bool:
    """Whether a content ends before a verb's object or a subject's verb: "it had reached [a sum]", "Aas [was late]".

    Or before the clause that its "that" opens: "that days after he won, [Aas left]"; or before the noun that its last
    word only tells more of: "because the Oslo, [Minn., carrier did not answer]".
    """
    if not content or not whole:
        return False
    opening = tokens_in(doc, content[0])[0]
    if opening.dep_ == "mark" and opening.lower_ == "that" and opening.head.idx >= content[-1].end:
        return any(w.start <= opening.head.idx < w.end for w in whole)
    inside = [piece for piece in content if any(w.start < piece.end < w.end for w in whole)]
    named = _named_in_marks(doc, content[-1])
    if named is not None and any(w.start <= named.head.idx < w.end for w in whole):
        return True
    return _lacks_its_verb(doc, content[-1]) or any(_is_cut(doc, piece) for piece in inside)


def _named_in_marks(doc: Any, piece: Span) -> Any:
    """The subject that ends a piece of a content in marks, its verb behind them: "“Moon,” [a new film], won"."""
    last = next((t for t in reversed(tokens_in(doc, piece)) if not t.is_punct and not t.is_space), None)
    return last if last is not None and last.dep_ in SUBJECTS and last.head.idx >= piece.end else None


def _lacks_its_verb(doc: Any, piece: Span) -> bool:
    """Whether a piece of a content ends with a subject whose verb stands behind it."""
    last = tokens_in(doc, piece)[-1]
    if last.lower_ in RELATIVES and last.head.dep_ == "relcl" and last.i and last.nbor(-1).text in DASHES:
        last = last.head.head  # "the deal [— which she opposed — would hold]"
    return last.dep_ in SUBJECTS and last.head.idx >= piece.end


def _is_cut(doc: Any, piece: Span) -> bool:
    """Whether a piece of a content, cut within what the grammar has, ends before its verb, object or noun."""
    last = tokens_in(doc, piece)[-1]
    behind = _behind(last)
    of_last = any(c.dep_ in _OBJECTS and c.left_edge.i == last.i + 1 for c in last.children)
    of_a_verb = behind is not None and behind.dep_ in _OF_VERBS and _is_in(behind.head, piece)
    return of_last or of_a_verb or _noun_of(last) != last or _lacks_its_verb(doc, piece)


def with_its_verb(doc: Any, content: list[Span]) -> list[Span]:
    """Content that ends within a clause tied to its noun by "that" -> with all of it: "a claim that it [had left]"."""
    last = tokens_in(doc, content[-1])[-1] if content else None
    if last is None or last.dep_ not in SUBJECTS or last.head.idx < content[-1].end or last.head.dep_ != "acl":
        return content
    opened = last.i and last.nbor(-1).lower_ == "that" and content[-1].start <= last.head.head.idx < last.idx
    whole = span_of(t for t in last.head.subtree if not t.is_punct)
    return [*content[:-1], Span(content[-1].start, whole.end)] if opened else content


def with_its_phrase(doc: Any, content: list[Span], barred: list[Span]) -> list[Span]:
    """Content, and words of which it can have none -> with what its last word leads to: "for [the third quarter]".

    So too for the day of a participle ("in the year ended [June 30]"), the noun that its last word tells more of and
    the hour until which it lasts ("between 10 p.m. [and 4 a.m.]").
    """
    last = tokens_in(doc, content[-1])[-1] if content else None
    if last is None:
        return content
    behind, noun = _behind(last), _noun_of(last)
    led = behind is not None and behind.head == last and behind.dep_ == "pobj"
    dated = behind is not None and behind.head == last and last.tag_ == "VBN" and behind.ent_type_ == "DATE"
    ending = behind if led or dated else noun if noun.dep_ not in SUBJECTS else last
    hour = _other_hour(last)
    if ending == last and hour is None:
        return content
    end = span_of([ending.right_edge]).end if hour is None else span_of([hour]).end
    rest = Span(content[-1].end, end) if end > content[-1].end else None
    if rest is None or any(rest.meets(span) for span in barred) or any(map(_parts, tokens_in(doc, rest))):
        return content
    return [*content[:-1], Span(content[-1].start, end)]


def without_the_authors(cue: Any, content: list[Span], text: str) -> list[Span]:
    """Verb of a cue and its content -> without the clauses behind it in which the author, or another, goes on.

    "Said the road was open[, and it is unlikely that it will close]", "Aas saying he won [and Vik calling it a draw]",
    "is for Aas to quit [- which he will not do]".
    """
    beside = [(c, who) for c in cue.children for who in c.children if who.dep_ in SUBJECTS and who.i > cue.i + 1]
    ends = [w.left_edge.nbor(-1).idx for c, w in beside if _judges(c, w) or _is_of_another(cue, c, w)]
    ends += [m.start() for piece in content if (m := _WHICH.search(text, piece.start, _end_of(cue)))]
    for end in (at for at in ends if at > cue.idx and any(c.start < at for c in content)):
        content = [Span(c.start, min(c.end, end)).stripped(text) for c in content if c.start < end]
    return content


def _end_of(cue: Any) -> int:
    last = cue.sent[-1]
    return int(last.idx + len(last))


def _judges(clause: Any, who: Any) -> bool:
    """Whether a clause behind a comma tells how sure a thing is: "said A, and [it is unlikely that B]"."""
    sure = any(c.lower_ in words("judging") and c.dep_ in {"acomp", "oprd", "attr"} for c in clause.children)
    return bool(sure and clause.dep_ == "conj" and who.lower_ == "it" and who.nbor(-2).text == ",")


def _is_of_another(cue: Any, clause: Any, who: Any) -> bool:
    """Whether a bare participle beside that of a cue has a subject of its own: "Aas saying A and [Vik calling B]"."""
    bare = cue.tag_ == clause.tag_ == "VBG" and not any(c.dep_ in {"aux", "mark"} for c in clause.children)
    return bare and clause.dep_ in {"conj", "ccomp"} and who.dep_ == "nsubj" and who.left_edge.nbor(-1).dep_ == "cc"


def with_the_last(doc: Any, source: Span) -> Span:
    """Span of who speaks -> with whom the "and" at its end joins to them: "[Bo and] Eva have left, hoping for rain"."""
    last = tokens_in(doc, source)[-1]
    joined = [c for c in last.head.children if c.dep_ == "conj" and c.i > last.i and last.dep_ == "cc"]
    return Span(source.start, span_of(phrase(joined[0])).end) if joined else source


def _other_hour(last: Any) -> Any:
    """The end of the hours of which a last word is the beginning: "between 10 p.m. and 4 [a.m.]"; else None."""
    behind = last.doc[last.i + 1 : min(last.i + 4, last.sent.end)]
    opened = any(t.lower_ == "between" for t in last.doc[max(last.i - 2, 0) : last.i])
    hours = len(behind) == 3 and behind[1].like_num and {last.lower_, behind[2].lower_} <= _HALVES
    return behind[2] if opened and hours and behind[0].lower_ == "and" else None


def _parts(token: Any) -> bool:
    """Whether a mark ends what stands before it: a dash or quotation mark, no hyphen."""
    return token.is_quote or (token.text in DASHES and bool(token.nbor(-1).whitespace_))


def _behind(last: Any) -> Any:
    """Word -> the head of the phrase that begins right behind it, with no mark between; None where none does."""
    if last.i + 1 >= last.sent.end or last.nbor(1).is_punct:
        return None
    first = top = last.nbor(1)
    while top.head != top and top.head.left_edge.i == first.i:
        top = top.head
    return top


def _noun_of(last: Any) -> Any:
    """Word -> the noun behind it that it only tells more of; itself where there is none."""
    while last.dep_ in _BEFORE_NOUNS and last.head.i > last.i:
        last = last.head
    return last


def _is_in(token: Any, span: Span) -> bool:
    return bool(span.start <= token.idx < span.end)
