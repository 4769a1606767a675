"""What stands in quotation marks -> somebody's words as a sentence of the record gives them, where it can."""

import re

from rashomon.model import Attribution, Sentence, Span, Syntax, hull
from rashomon.readers.attributions.tagged import cue_of
from rashomon.text.grammar import head_of, is_finite, tokens_in
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.sentences import quoted, typeset

_SINGLE = re.compile(r"^[‘']((?:[^‘’']|(?<=\w)[’'](?=\w))+)[’']$")
_SHUT_AND_OPENED = re.compile(r"(?:”\s+“|(?<=[.,?!])\"\s+\"(?=\w))")
"""Between two quotations of one speaker with nothing told between them: “Yes.” “I saw it.”."""
_REOPENED = re.compile(r"(?:(?<=[.?!])\s+[“\"](?=[A-Z][^“”\"]*$))")
"""Opened once more, as at the head of a paragraph, and not shut in between: “It is late. “We will go”."""
_THAT = re.compile(r"^that (?=[A-Z]|(?:the|an?|he|she|it|they|we|I|you|his|her|its|their|our|there) )")
"""What ties what is said to a verb outside the quotation: "“sure that Aas will win”"."""
_SCRAP = 3  # words
_SAID = frozenset({"said", "says", "say", "saying"})
_NAMED = re.compile(
    r"(?i)\b(?:of|for|against|about|over|on"
    r"|(?:the|that|this|a) (?:\w+ )?(?:term|phrase|word|label|expression|slogan),?) [“‘\"']*$"
)
"""What stands before words that are spoken of: "shunned the term “war”"."""


def is_no_speech(one: Told, finding: Attribution) -> bool:
    """Whether what is quoted is no sentence of somebody's: a few words, a thing's name, the object of a verb."""
    return is_scrap(one.text, finding) or _completes_its_verb(one, finding) or _is_named_thing(one, finding)


def _completes_its_verb(one: Told, finding: Attribution) -> bool:
    """Whether what is quoted only ends the clause of its verb: "vowing “to end it”", "condemned “what they did”".

    What somebody "said" is told with that verb anyway, also half a sentence: "said: “not one of them”".
    """
    content = finding.content[0]
    if one.cue is None or one.cue.of(one.text).split()[-1].lower() in _SAID:
        return False
    at_once = len(finding.content) == 1 and bool(finding.cue) and one.text[finding.cue[-1].end : content.start] == " "
    return at_once and one.text[content.start : content.start + 3].lstrip("“‘`\"'")[:1].islower()


def is_scrap(text: str, finding: Attribution) -> bool:
    """Whether somebody's words are a few within a clause of the text's own: "called ‘vile’", "defends ‘open ports’"."""
    content = finding.content[0]
    between = text[hull(finding.cue).end : content.start].split() if finding.cue else ()
    short = len(finding.content) == 1 and len(content.of(text).split()) <= _SCRAP
    inside = bool(between) or content.of(text).lstrip("“‘`\"'")[:1].islower()
    named = _NAMED.search(text[: content.start])
    return short and (bool(named) or (inside and not re.search(r"[.!?,][”’\"']*$", content.of(text))))


def _is_named_thing(one: Told, finding: Attribution) -> bool:
    """Whether quotation marks stand around the name of a thing that is spoken of: "praised “Hamlet,” and left"."""
    content = finding.content[0]
    before = one.text[: content.start]
    if one.cue is None or not one.reading.of(Syntax) or not finding.cue or finding.cue[-1].end + 1 != content.start:
        return False
    known = cue_of(head_of(one.reading.doc, one.cue))
    few = len(finding.content) == 1 and len(content.of(one.text).split()) <= _SCRAP
    return few and before.endswith(" ") and known is not None and "quote" not in known.frames


def is_fragment(one: Told, finding: Attribution) -> bool:
    """Whether what is quoted first only ends a sentence of the text's: "there was no fire, Aas said, “to warm us”"."""
    return _ends_a_sentence(one, finding, finding.content[0])


def utterance(one: Told, finding: Attribution) -> str:
    """Direct quotation -> its words; what the text sets between two pieces of it becomes "…".

    A piece that ends another sentence of the text is left out: 'But that is not “fair to miners”'.
    """
    first, *others = finding.content
    spoken = (first, *(piece for piece in others if not _ends_a_sentence(one, finding, piece)))
    pieces = (part for piece in spoken for part in _SHUT_AND_OPENED.split(typeset(piece.of(one.text))))
    return quoted(" … ".join(_REOPENED.sub(" ", _bare(piece)) for piece in pieces))


def _ends_a_sentence(one: Told, finding: Attribution, piece: Span) -> bool:
    """Whether a quoted piece goes on from a clause of the text's own, which stands before it and before who speaks."""
    if not one.reading.of(Syntax) or not piece.of(one.text).lstrip("“‘`\"' ")[:1].islower():
        return False
    sentence = next((s.span for s in one.reading.of(Sentence) if s.span.start <= piece.start < s.span.end), piece)
    attributed = [part.start for part in (*finding.source, *finding.cue) if sentence.start <= part.start < piece.start]
    until = min((piece.start, *attributed))
    start = max((sentence.start, *(other.end for other in finding.content if other.end <= piece.start)))
    own = tokens_in(one.reading.doc, Span(start, until)) if start < until else ()
    return any(is_finite(t) or t.dep_ in {"mark", "neg"} for t in own if t.idx + len(t) <= until)


def _bare(words_: str) -> str:
    """Piece of a quotation -> without the marks around it, single ones too: a headline's; and without its "that"."""
    inner = _THAT.sub("", words_.strip(' ,“”"'))
    return _SINGLE.sub(r"\1", inner)
