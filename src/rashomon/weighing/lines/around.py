"""Statements whose source stands within or behind what is said ("The bank, Prado said, was shut") -> sentences."""

import re
from typing import Any

from rashomon.lexicon.cues import lemma_of
from rashomon.lexicon.files import load
from rashomon.model import Attribution, Span, Syntax, hull
from rashomon.readers.attributions.stating import is_aside
from rashomon.text.grammar import SUBJECTS, head_of, is_contact, is_finite, tokens_in
from rashomon.weighing.claims.carried import carried, dated
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import Days
from rashomon.weighing.compared.sentences import words

LOOSE_START = re.compile(
    r"(?i)(?:he|she|it|they|his|her|its|their|this|that|these|those|there|we|i|you|such|who|which)\b"
)
"""What a sentence of ours that stands for itself never begins with."""
_DUMMY = re.compile(r"There |It (?:seem|appear|look)(?:s|ed) |It (?:is|was) (?:not )?\w+ that ")
"""Pronouns that stand for nothing."""
OPENING = re.compile(r"^(?:(?:But|And|Yet|So(?! (?:far|long|many|much)\b)),?|However,|Meanwhile,|Still,|Also,) ")
"""What goes on from the sentence before, and tells nothing."""
STRANDED = re.compile(
    r"(?i) (?:of|for|with|from|at|on|to|by|into|than|because|as|and|or|but|the|an?|in case|so that|as if|as though"
    r"|whose|which|whom)$"
    r"|^(?:\S+ ){1,10}(?<!and )(?:do|does|did|done|doing) (?:so|the same|likewise)$"
)
"""What ends in a word that something goes with, or takes up a deed told before."""
_ASIDE_AND_ON = re.compile(
    r"\s?(?:—|–|--?)\s?(?:[^—–\n.;”]|(?<=\d)\.(?=\d)){1,160}?\s?(?:—|–|(?<=\s)--?)\s?"
    r"(?:from|to|in|at|for|with|without|until|unless|if|but|not|before|after|by|of|against|than|because|only)\b"
)
_IN_TRUTH = re.compile(
    r"(?i)\b(?:when|while|(?:al)?though) (?:(?:in (?:fact|reality|truth)|actually)\b"
    r"|(?:[\w’'-]+ ){1,3}?(?:in (?:fact|reality|truth)\b|(?:was|were|had) (?:really|actually)\b))"
)
_POINTING = re.compile(r"(?i)(?:it|its|they|their|this|that|these|those|such|which|who)\b")
_HEADLESS = re.compile(r"(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should)\b")
_HE = re.compile(r"(?i)(?:that )?s?he\b")
_MEASURED = re.compile(r"(?i)\bthan $")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SOMEBODY = frozenset({"PERSON", "ORG", ""})
"""What a surname by itself is taken for."""
_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})


def is_headless(one: Told, finding: Attribution) -> bool:
    """Whether the subject of what is said stands elsewhere: "a move that lawyers say [is aimed at …]"."""
    if not finding.content:
        return False
    content = finding.content[0]
    if _HEADLESS.match(content.of(one.text)):
        return True
    if not one.reading.of(Syntax) or len(finding.content) > 1:
        return False
    verb = head_of(one.reading.doc, content)
    first = verb.tag_ in _FINITE and verb.dep_ in {"ccomp", "relcl"} and verb.idx == content.start
    return first and not any(c.dep_ in SUBJECTS for c in verb.children)


def may_be_another(one: Told, finding: Attribution) -> bool:
    """Whether a "he" that opens what is said can be whom its sentence names before: "attacked Aas, saying [he] lied".

    As a sentence of its own, "Berg said he lied", it would be the speaker.
    """
    if one.cue is None or not one.reading.of(Syntax) or not _HE.match(finding.content[0].of(one.text)):
        return False
    verb = head_of(one.reading.doc, one.cue)
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or one.claim.slots.get("topic") is not None:
        return False
    over = verb.head
    between = (t for t in over.subtree if over.i < t.i < verb.i and t.pos_ == "PROPN" and t.ent_type_ in _SOMEBODY)
    spoken = one.people.get(one.behind[-1].entity or "")
    own = set(" ".join((spoken.name, *spoken.names)).split()) if spoken is not None else set()
    return any(t.text not in own for t in between)


def is_loose(text: str) -> bool:
    """Whether words begin with a pronoun that stands for something: "it was late", and not "it seems late"."""
    return bool(LOOSE_START.match(text)) and not _DUMMY.match(text)


def goes_on_behind_an_aside(one: Told, finding: Attribution) -> bool:
    """Whether what is said was cut before an aside between dashes: "to ban them [— all six — from the port]"."""
    return bool(finding.content) and _ASIDE_AND_ON.match(one.text, hull(finding.content).end) is not None


def is_cited(one: Told, source: Span) -> bool:
    """Whether the words for a source are the object of the verb by which another cites him: "quoting [an aide]"."""
    if not one.reading.of(Syntax):
        return False
    noun = head_of(one.reading.doc, source)
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in load("chains.yaml")["quoting"]


def is_corrected(one: Told, finding: Attribution) -> bool:
    """Whether words not quoted may end in the text's own of what is true: "said he was in bed when in fact he was out".

    They may be the speaker's as well: who reads the sentence as it stands can tell.
    """
    return finding.kind != "direct" and any(_IN_TRUTH.search(part.of(one.text)) for part in finding.content)


def is_beside(one: Told, content: Span) -> bool:
    """Whether a saying stands in a clause before what is said: "As Aas told reporters, the plan was dead"."""
    if one.cue is None or not one.reading.of(Syntax):
        return False
    verb, head = head_of(one.reading.doc, one.cue), head_of(one.reading.doc, content)
    return verb.dep_ == "advcl" and is_aside(verb) and verb.idx < content.start and not verb.is_ancestor(head)


def asked(one: Told) -> str:
    """Statement by which somebody answers -> the question that its sentence gives before him, "" for none.

    "Asked whether it would close, Aas said yes" is nothing without it: "Aas, asked whether it would close, said yes".
    """
    if one.cue is None or not one.reading.of(Syntax):
        return ""
    verb = head_of(one.reading.doc, one.cue)
    for clause in verb.children:
        bare = clause.dep_ == "advcl" and clause.tag_ == "VBN" and not any(c.dep_ in SUBJECTS for c in clause.children)
        first = clause.i < verb.i or any(c.lower_ == "when" for c in clause.children)
        if bare and first and lemma_of(clause) in words("asking"):
            speaker = one.behind[-1].span
            last = clause.right_edge
            if speaker is not None and clause.idx < speaker.start < last.idx:
                last = head_of(one.reading.doc, speaker).left_edge.nbor(-1)
            text, _ = carried(one, Span(clause.idx, last.idx + len(last)))
            asks = any(is_finite(t) for t in clause.subtree if t != clause)  # unlike "asked about it"
            empty = " " not in text or (_POINTING.fullmatch(last.text) and not asks)
            return "" if empty else text[:1].lower() + text[1:]
    return ""


def is_of_one_before(one: Told) -> bool:
    """Whether the object of a statement's verb, or the subject of what it says, is a "whom" or "which" before it.

    Or what it is measured by: "more than the mayor says the dam can hold".
    """
    if one.cue is None or not one.reading.of(Syntax):
        return False
    verb = head_of(one.reading.doc, one.cue)
    if _MEASURED.search(one.text[one.sentence.start : _first_word_of_who_speaks(one)]):
        return True
    over = verb.head if verb.dep_ in {"xcomp", "conj"} else verb
    if is_contact(over) or (over.dep_ == "relcl" != verb.dep_ and any(c.dep_ in SUBJECTS for c in verb.children)):
        return True  # "the bill Aas opposed and Nord said he would veto", "a term he used to describe"
    objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    called = any(c.dep_ == "oprd" and c.pos_ == "ADJ" for c in verb.children)
    if called and not objects and not any(c.dep_ == "nsubjpass" for c in verb.children):
        return True  # "a move he considered essential"
    subjects = [c for said in verb.children if said.dep_ == "ccomp" for c in said.children if c.i < verb.i]
    return any(c.tag_ in {"WP", "WDT"} for c in (*objects, *subjects))


def _first_word_of_who_speaks(one: Told) -> int:
    """Statement -> where the words for its source begin, with their article."""
    source = one.finding.source if isinstance(one.finding, Attribution) else ()
    return int(head_of(one.reading.doc, source[0]).left_edge.idx) if source else one.sentence.start


def before_another(one: Told, content: Span) -> int:
    """Content of a participle -> its end, before another participle beside it: "criticizing the mayor[ and calling …]".

    As a sentence of its own the first would be "criticized", the other would still be "calling".
    """
    doc = one.reading.doc
    if one.cue is None or not one.reading.of(Syntax):
        return content.end
    verb = head_of(doc, one.cue)
    said = [c for clause in verb.children if clause.dep_ == "ccomp" and clause.tag_ != "VBG" for c in clause.conjuncts]
    beside = [c for c in (*verb.conjuncts, *said) if c.tag_ == "VBG" and content.start < c.idx < content.end]
    beside = [c for c in beside if not any(t.dep_ in {"aux", *SUBJECTS} for t in c.children)]
    starts = [doc[c.i - 1].idx if doc[c.i - 1].dep_ == "cc" else c.idx for c in beside]
    return min(starts, default=content.end)


def set_between(one: Told, finding: Attribution, days: Days | None) -> tuple[str, bool]:
    """Statement set between commas in what is said -> its verb, and all that is said behind it as one clause.

    "The bank, Prado said on Monday, was shut" -> "said on Monday that the bank was shut".
    """
    if len(finding.source) != 1 or len(finding.content) != 2 or finding.denied or not one.reading.of(Syntax):
        return "", False
    first, second = finding.content
    source, verb = finding.source[0], head_of(one.reading.doc, hull(finding.cue))
    inside = first.end <= source.start and source.end <= second.start and verb.tag_ in _FINITE
    if not inside or verb.dep_ != "parataxis" or first.start != one.sentence.start or is_aside(verb):
        return "", False
    if source.of(one.text).lower() in words("pronouns") and one.behind[-1].kind == "unresolved":
        return "", False
    cue = hull(finding.cue)
    behind = Span(max(cue.end, source.end), second.start) if source.start > cue.start else Span(cue.end, second.start)
    beside = one.text[behind.start : behind.end].startswith(",") or _tells_who(one, source, behind)
    rest = "" if beside else carried(one, behind, days)[0]
    predicate = f"{cue.of(one.text)} {rest}".strip()
    said, has_days = _one_clause(one, (first, second), verb, days)
    that = "that " if rest and not said.startswith("that ") else ""
    return (f"{predicate} {that}{said}", has_days) if said else ("", False)


def _tells_who(one: Told, source: Span, behind: Span) -> bool:
    """Whether the words behind a speaker only tell more of him: "said a rival [who ran against her]"."""
    told = head_of(one.reading.doc, behind) if behind.of(one.text).strip() else None
    return told is not None and source.start <= told.head.idx < source.end and told.dep_ in {"relcl", "acl", "appos"}


def _one_clause(one: Told, pieces: tuple[Span, Span], verb: Any, days: Days | None) -> tuple[str, bool]:
    """Two pieces of what is said and the verb set between them -> both as one clause, behind "that" if need be."""
    (start, dated_first), (end, dated_last) = (carried(one, piece, days) for piece in pieces)
    if not start or not end:
        return "", False
    opening = OPENING.match(start.rstrip(",") + ", ") or OPENING.match(start.rstrip(",") + " ")
    start = start[opening.end() :] if opening else start
    subject = next((c for c in verb.head.children if c.dep_ in SUBJECTS), None)
    whole = subject is not None and pieces[0].start <= subject.idx < pieces[0].end
    if _POINTING.match(start if whole and start else end):
        return "", False
    word = tokens_in(one.reading.doc, Span(pieces[0].start, pieces[0].start + 1))[0]
    if start and not (opening or word.pos_ == "PROPN" or word.ent_type_ in _NAMED or word.text == "I"):
        start = start[0].lower() + start[1:]
    has_days = dated_first or dated_last
    if whole or not start or start.startswith("of "):  # "said of the plan, “It was late”"
        closed = start and (not whole or _is_set_off_behind(subject, pieces[0]))
        return f"{start}{',' if closed else ''} {end}".strip(), has_days
    return f"that {start}, {end}", has_days


def _is_set_off_behind(noun: Any, piece: Span) -> bool:
    """Whether a piece ends in what commas set off behind a noun: "the bank, a branch of Nordea[,] was shut"."""
    last = next((c for c in noun.children if c.dep_ in {"appos", "relcl", "acl"} and c.i > noun.i), None)
    return last is not None and last.left_edge.nbor(-1).text == "," and piece.start <= last.idx < piece.end


def around_the_source(one: Told, finding: Attribution, days: Days | None) -> str:
    """Content on both sides of cue and source ("A was described by B as C") -> all of it as it stands."""
    whole = hull(finding.content)
    inside = len(finding.source) == 1 and whole.covers(finding.source[0]) and whole.start == one.sentence.start
    if inside and finding.source[0].of(one.text).lower() in words("pronouns"):
        return ""  # "Still, he said, there was no way": who he is, the sentence does not tell
    if not inside or finding.denied or not all(whole.covers(cue) for cue in finding.cue):
        return ""
    if one.reading.of(Syntax) and head_of(one.reading.doc, whole).pos_ not in {"VERB", "AUX"}:
        return ""  # "the treaty, which Aas called a gift": no sentence
    text, has_days = carried(one, whole, days)
    opening = OPENING.match(text)
    text = text[opening.end()].upper() + text[opening.end() + 1 :] if opening else text
    return dated(text, days, has_days=has_days, said=True) if text and not LOOSE_START.match(text) else ""


def judged(one: Told, finding: Attribution, days: Days | None) -> str:
    """Content that is the subject of a passive ("the raid was condemned by Peru") -> the sentence as it stands."""
    if len(finding.content) != 1 or len(finding.source) != 1 or not finding.cue or one.quoted:
        return ""
    content, cue, source = finding.content[0], hull(finding.cue), finding.source[0]
    ordered = content.start == one.sentence.start and content.end <= cue.start < source.start
    if not ordered or not re.search(r"(?i)\bby\s*$", one.text[cue.start : source.start]):
        return ""
    text, has_days = carried(one, one.sentence, days)
    return "" if LOOSE_START.match(text) or not text else dated(text, days, has_days=has_days, said=True)
