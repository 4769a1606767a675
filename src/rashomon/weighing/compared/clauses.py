"""What the clause of a cue says: from its finite verb to the end of its core, without what is said aside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.lexicon.files import load
from rashomon.lexicon.frames import classes
from rashomon.model import Reading, Span, Syntax
from rashomon.readers.parties import object_of
from rashomon.readers.vouching import unvouched
from rashomon.text.grammar import (
    SUBJECTS,
    conjuncts,
    first_of_neither,
    head_of,
    is_finite,
    is_mark,
    is_negated,
    subject_behind_time,
    subjects,
)
from rashomon.weighing.compared.heads import counted_noun, is_counting, is_dated, lemma_of, rest_of_word
from rashomon.weighing.compared.wordings import nouns_for

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONDITIONS = frozenset({"if", "unless", "until", "till", "once", "provided", "whether"})
_TAILS = frozenset({"despite", "amid", "following", "given", "notwithstanding"})
_SPITE = ("in", "spite")
_CONCEDING = frozenset({"though", "although", "while"})
_COMING_ABOUT = frozenset({"when", "after", "as", "because", "before"}) | _CONCEDING
_LINKS = frozenset({"xcomp", "advcl", "pcomp", "prep", "advmod"})  # "stopped short of saying"
_BESIDE = 2  # words: "shot and killed"
_UNSAID_ADVERBS = frozenset({"also", "then", "however", "meanwhile", "therefore", "thus", "still"})


@dataclass(frozen=True)
class Clause:
    """A finite verb's clause: from its first auxiliary to its end without what is said aside, and its subjects.

    ``things`` are the nouns for what the cue's verb is done to, and those that accounts put for them.
    """

    span: Span
    subjects: tuple[int, ...]
    things: frozenset[str] = frozenset()


def clause_of(reading: Reading, cue: Span) -> Clause | None:
    """Reading and cue -> the clause of the cue's verb, or of the verb that it completes; None for a noun."""
    if not reading.of(Syntax):
        return None
    verb = first_of_neither(head_of(reading.doc, cue))
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    finite = next((v for v in _upwards(verb) if _is_finite(v)), None)
    if finite is None:
        return None
    inside = _core(verb, len(reading.doc))
    first = _first(finite)
    turned = any(first.i < c.i < finite.i for c in finite.children if c.dep_ in SUBJECTS)  # "had they come"
    if not inside or first.i > inside[-1].i or turned:
        return None
    if verb != finite and any(t.lower_ == "or" and t.i > inside[-1].i for t in finite.subtree):
        return None  # "could answer by leaving or by staying"
    return Clause(
        Span(first.idx, inside[-1].idx + len(inside[-1])),
        tuple(t.idx for t in subjects(finite)),
        _things(verb),
    )


def told_on(reading: Reading, cue: Span, clause: Clause, taken: Sequence[Span]) -> Span:
    """A cue, its clause, and the words of other findings -> the clause with what went with it and none of them tells.

    "Killed two [and wounded three]", "fired on the crowd[, killing six]", "were killed [when a bus left the road]".
    """
    verb, end, further = head_of(reading.doc, cue), clause.span.end, True
    while further:
        further = False
        for part in sorted((c for c in verb.children if c.idx >= end and _is_done_besides(c)), key=lambda t: t.i):
            inside = _core(part, len(reading.doc))
            first = part.left_edge
            span = Span(first.idx, inside[-1].idx + len(inside[-1]))
            joins = re.fullmatch(r",?(?: and)?\s", reading.text[end : first.idx])
            if joins and not any(other.meets(span) for other in taken):
                verb, end, further = part, span.end, True
                break
    return Span(clause.span.start, end)


def turned(reading: Reading, cue: Span, end: int, taken: Sequence[Span]) -> int:
    """A cue, the end of what its clause tells, and the words of other findings -> the end with what took it back.

    "Had offered to resign [but later withdrew the offer]", "pledged to sign [but did not]": told without it, it would
    stand. The parser may tie it to the infinitive. So too with what came of it: "threatened to leave [and did so]".
    """
    verb = head_of(reading.doc, cue)
    for part in (c for v in (verb, *(x for x in verb.children if x.dep_ == "xcomp")) for c in v.children):
        if part.dep_ != "conj" or part.idx < end or part.tag_ not in _FINITE | {"VBN"} or _own_subject(part):
            continue
        inside = [part.nbor(1)] if does_so(part) else _core(part, len(reading.doc))
        span = Span(end, inside[-1].idx + len(inside[-1]))
        joins = re.match(rf",? (?:but|yet{'|and' if does_so(part) else ''}) ", reading.text[end : part.idx])
        whole = not reading.text[span.end : span.end + 1].isspace() or does_so(part)
        alone = reading.text.find("\n", end, span.end) < 0 and not any(other.meets(span) for other in taken)
        if joins and whole and alone:
            return span.end
    return end


def does_so(verb: Any) -> bool:
    """Whether a verb only takes up the one before it: "and [did so]"."""
    return verb.lemma_ == "do" and any(c.lower_ == "so" and c.i == verb.i + 1 for c in verb.children)


def _is_done_besides(part: Any) -> bool:
    """Whether a part of a clause tells what its doer did besides, or how the deed came about."""
    if part.dep_ == "advcl" and is_finite(part):
        marks = {c.lower_ for c in part.children if c.dep_ in {"mark", "advmod"}}
        return bool(marks & _COMING_ABOUT) and not (_comma_before(part.left_edge) and marks.isdisjoint(_CONCEDING))
    if part.pos_ != "VERB" or any(c.dep_ in SUBJECTS | {"mark", "aux", "neg"} for c in part.children):
        return False
    if part.dep_ == "conj":
        return bool(part.tag_ == part.head.tag_ and not _are_alternatives(part))
    return bool(part.dep_ == "advcl" and part.tag_ == "VBG" and _comma_before(part.left_edge))


def _things(verb: Any) -> frozenset[str]:
    thing = object_of(verb)
    listed = [counted_noun(noun) for noun in conjuncts(thing)] if thing is not None else []
    return frozenset(
        key for noun in listed if noun.pos_ == "NOUN" and not is_counting(noun) for key in nouns_for(lemma_of(noun))
    )


def coordinate(reading: Reading, cue: Span) -> Span | None:
    """Reading and cue -> the clause with its own subject that holds it, where "and" ties it to others; else None."""
    if not reading.of(Syntax):
        return None
    head = head_of(reading.doc, cue)
    verb = next((t for t in (head, *head.ancestors) if t.pos_ in {"VERB", "AUX"} and t.dep_ in {"conj", "ROOT"}), None)
    if verb is None or not _own_subject(verb) or not _is_finite(verb):
        return None  # "with the Senate refusing to act" is no sentence
    later = [c for c in verb.conjuncts if c.i > verb.i and _own_subject(c) and c.head == verb]
    if verb.dep_ == "ROOT" and not later:
        return None
    inside = [t for t in verb.subtree if not any(t == o or o.is_ancestor(t) for o in later)]
    while inside and (inside[-1].dep_ == "cc" or is_mark(inside[-1])):
        inside.pop()
    return Span(inside[0].idx, inside[-1].idx + len(inside[-1])) if len(inside) > 2 else None


def doubt(reading: Reading, cue: Span) -> str:
    """Reading and cue -> the word by which the text itself does not vouch for a deed, "" where it does.

    "allegedly met", "the alleged meeting", "is said to have met", "allegations that he met".
    """
    if not reading.of(Syntax):
        return ""
    head, doubts = head_of(reading.doc, cue), load("summary.yaml")["doubt"]
    for above in dict.fromkeys([head, *_upwards(head)]):
        beside = [c for c in above.children if c.dep_ in {"advmod", "amod"} and c.lower_ in doubts["beside"]]
        if beside:
            return str(beside[0].text)
        passive = any(c.dep_ == "auxpass" for c in above.children)
        if above != head and passive and above.lower_ in doubts["verbs"]:
            return str(above.text)
        if above.dep_ in {"acl", "relcl", "ccomp"} and above.head.lemma_.lower() in doubts["nouns"]:
            return str(above.head.text)
        if found := unvouched(above):
            return found.word
    return ""


def terms_of(verb: Any) -> Any:
    """Finite verb -> the noun for the accord by which it must or would be done, where its clause begins with that.

    "Under the [accord], Chad would leave and Mali would stay": for both.
    """
    over = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    for before in (c for v in over for c in v.children if c.dep_ == "prep" and c.lower_ == "under" and c.i < v.i):
        noun = next((p for p in before.children if p.dep_ == "pobj"), None)
        if noun is not None and {t.lemma_.lower() for t in before.subtree} & classes()["instrument"]:
            return noun
    return None


def _upwards(verb: Any) -> Iterator[Any]:
    """Verb -> itself and the verbs before it that it completes: "has appeared … to stress", "had been trying to"."""
    yield verb
    purpose = verb.dep_ in {"relcl", "acl"} and any(c.tag_ == "TO" for c in verb.children)  # "for days to stress"
    links = _LINKS | {"relcl", "acl", "pobj", "dobj"} if purpose else _LINKS
    while verb.dep_ in links and verb.head != verb and verb.head.i < verb.i and not _own_subject(verb):
        verb = verb.head
        if verb.pos_ in {"VERB", "AUX"}:
            yield verb


def _own_subject(verb: Any) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _is_finite(verb: Any) -> bool:
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i]
    if verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in helpers):
        return True
    past = verb.tag_ == "VBN" and not helpers  # a past tense that the parser took for a participle
    return past and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)


def _first(verb: Any) -> Any:
    """Finite verb -> the first word of its predicate: an auxiliary, or an adverb that changes what is said."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
    first = min([verb, *helpers], key=lambda t: t.i)
    while first.i > 0:
        before = first.nbor(-1)
        if before.lower_ == "but" and before.i and before.nbor(-1).lower_ == "all":
            first = before.nbor(-1)  # "all but admitted it"
            continue
        if not _changes(before, verb, first) or before.lower_ in _UNSAID_ADVERBS or before.head.pos_ == "ADP":
            break  # no "particular" of "France in particular"
        first = before
    if first.i > 1 and first.nbor(-1).lower_ == "but" and first.nbor(-2).lower_ == "all":
        return first.nbor(-2)  # "all but ruled out"
    return first


def _changes(word: Any, verb: Any, after: Any) -> bool:
    """Whether the word before a predicate changes what is said: both words of "most likely will not"."""
    if word.dep_ == "amod":  # the parser takes "likely" for an adjective of the subject before it
        return bool(word.head.i < word.i)
    return bool(word.dep_ in {"advmod", "neg", "preconj"} and word.head in {verb, after})  # both words of "no longer"


def _core(verb: Any, size: int) -> list[Any]:
    opened = max((c.i for c in verb.children if subject_behind_time(c) is not None), default=verb.i)
    stops = [_stop(part, verb) for part in verb.subtree if part.i > opened and _is_aside(part, verb)]
    stops += [t.i for t in verb.subtree if t.i > verb.i and _turns(t, size)]
    inside = [t for t in verb.subtree if verb.i <= t.i < min(stops, default=size)]
    while len(inside) > 1 and (is_mark(inside[-1]) or inside[-1].dep_ == "cc"):
        inside.pop()
    return [*inside, *rest_of_word(inside[-1])] if inside else []


def _turns(token: Any, size: int) -> bool:
    """Whether a new clause of the same doer begins here: "yet did not …", "but refused …"."""
    return token.lower_ in {"yet", "but"} and token.i + 1 < size and token.nbor(1).tag_ in _FINITE


def _stop(part: Any, verb: Any) -> int:
    """What is said aside -> where the core ends before it: before the whole relative clause, if it lies in one."""
    around = part
    for above in part.ancestors:
        if above.i <= verb.i:
            break
        if above.dep_ == "relcl":
            around = above
    return int(min(t.i for t in around.subtree))


def _is_aside(part: Any, verb: Any) -> bool:
    """Whether a part of a clause can be left out without making the rest false: what is coordinated, or said aside."""
    if subject_behind_time(part) is not None or is_dated(part) or (part.dep_ == "conj" and _are_alternatives(part)):
        return False
    if part.head == verb and part.dep_ in {"conj", "parataxis"}:
        return not _share_an_object(verb, part)
    first = min(part.subtree, key=lambda t: t.i)
    if part.dep_ == "advcl" and part.head == verb and part.i > verb.i:
        words = {t.lower_ for t in part.children if t.dep_ in {"mark", "advmod"}}
        if words and is_negated(verb):
            return False  # "has not spoken since she lost": it did speak before
        aim = first.tag_ == "TO" or (first.lower_ == "for" and any(c.tag_ == "TO" for c in part.children))
        return not words & _CONDITIONS and not (aim and not _comma_before(first))
    if part.dep_ in {"relcl", "advcl"} and _comma_before(first):
        return True
    if part.dep_ == "conj" and part.head.pos_ in {"VERB", "AUX"} and _own_subject(part):
        return True
    if part.dep_ != "prep":
        return False
    following = part.nbor(1).lower_ if part.i + 1 < len(part.doc) else ""
    return part.lower_ in _TAILS or (part.lower_, following) == _SPITE


def _are_alternatives(part: Any) -> bool:
    """Whether a coordinate is one of several that an "or" or "nor" joins: none of them is told without the others."""
    while part.dep_ == "conj":
        part = part.head
    return any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for t in (part, *part.conjuncts) for c in t.children)


def _share_an_object(verb: Any, other: Any) -> bool:
    """Whether two verbs side by side have one object, behind the second: "shot and killed one man", "nor denied it"."""
    beside = 0 < other.i - verb.i <= _BESIDE and other.pos_ == "VERB" and not _own_subject(other)
    own = any(c.dep_ in {"dobj", "prep", "xcomp", "ccomp"} and c.i > verb.i for c in verb.children)
    objects = {"dobj", "ccomp", "xcomp"} if any(c.lower_ == "nor" for c in verb.children) else {"dobj"}
    return bool(beside and not own and any(c.dep_ in objects for c in other.children))


def _comma_before(first: Any) -> bool:
    return first.i > 0 and first.nbor(-1).lower_ in {",", "—", "–", "--"}
