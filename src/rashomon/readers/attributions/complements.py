"""Frames of a cue verb: verb and sayer -> the spans of the content, none where the frame is not filled."""

from collections.abc import Callable
from typing import Any

from rashomon.lexicon.cues import CueVerb, lemma_of, noun_cues, verb_cues, words
from rashomon.lexicon.frames import classes
from rashomon.model import Span
from rashomon.readers.attributions.draft import noun_span, pieces
from rashomon.readers.attributions.sayers import Sayer
from rashomon.text.grammar import is_finite, own_clause

_NAMING = frozenset({"call", "dub", "label", "brand", "declare", "deem", "pronounce", "term"})
_MARKS = frozenset({'"', "'", "``"})
Complement = Callable[[Any, Sayer], list[Span]]


def addressee(verb: Any, cue: CueVerb | None, frame: str) -> Span | None:
    """Cue verb -> the words for whom it is said to: its object where the lexicon says so, else a "to" phrase."""
    if cue is not None and frame in {*cue.addresses, "quote"} and cue.addresses:
        objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.pos_ in {"NOUN", "PROPN", "PRON"}]
        inner = [c for c in _infinitives(verb) for c in c.children if c.dep_ == "nsubj"] if frame == "to" else []
        heard = [n for n in objects or inner if n.tag_ not in {"WDT", "WP", "IN"} and n.lower_ != "that"]
        listed = [n for n in heard if n.ent_type_ not in {"DATE", "TIME"}]
        if listed:
            return _before_about(verb, noun_span(listed[0])) if frame == "object-about" else noun_span(listed[0])
    if frame in {"that", "quote"}:
        return _to_whom(verb)
    return None


def _to_whom(verb: Any) -> Span | None:
    for prep in verb.children:
        if prep.lower_ == "to" and prep.dep_ in {"prep", "dative"}:
            for noun in prep.children:
                if noun.dep_ == "pobj" and noun.pos_ in {"NOUN", "PROPN", "PRON"}:
                    return noun_span(noun)
    return None


def that(verb: Any, who: Sayer) -> list[Span]:
    """As in "said that A", "A, said X", "A, X said, B": a finite clause under the verb or around it."""
    found = [c for c in verb.children if c.dep_ == "ccomp" and not _is_infinitive(c)] or _with_a_doing(verb)
    own = {t.i for t in who.head.subtree} if who.head.head == verb else set()
    if found:
        inner = {t.i for c in found for t in c.subtree} - own
        inner -= {t.i for c in found for t in (*_others_words(c), *_consequence(c))}
        return pieces([t for t in verb.doc[min(inner) : max(inner) + 1] if t.i in inner])
    if verb.dep_ == "parataxis" and verb.head.pos_ in {"VERB", "AUX"} and own:
        return _around(verb, verb.head)
    return []


def _with_a_doing(verb: Any) -> list[Any]:
    """As in "said [leaving the bridge was wrong]": the parser takes the doing that is its subject for its governor."""
    cue = verb_cues().get(lemma_of(verb))
    doings = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > verb.i]
    if cue is None or "ing" in cue.frames:
        return []
    return [c for c in doings if any(f.dep_ == "ccomp" and is_finite(f) for f in c.children)]


def _others_words(clause: Any) -> list[Any]:
    """Clause of a content -> what the parser hung on it of somebody else's saying: ", while Cruz said that ..."."""
    cues = verb_cues()
    for other in clause.children:
        if (
            other.dep_ not in {"conj", "advcl"}
            or other.i < clause.i
            or "that" not in getattr(cues.get(lemma_of(other)), "frames", ())
        ):
            continue
        named = any(c.dep_ == "nsubj" and c.pos_ in {"PROPN", "NOUN"} for c in other.children)
        first = other.left_edge
        before = [t.lower_ for t in first.doc[max(0, first.i - 2) : first.i + 1]]
        if named and any(c.dep_ == "ccomp" for c in other.children) and {",", ";", "while"} & set(before):
            return [t for t in clause.doc[first.i - 1 : clause.sent.end] if t.i >= first.i or t.dep_ == "cc"]
    return []


def _consequence(clause: Any) -> list[Any]:
    """Clause of a content -> what the author says came of the saying: ", sparking an outcry"."""
    behind = (c for c in clause.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.left_edge.i > clause.i)
    ends = (c for c in behind if lemma_of(c) in words("consequences") and c.left_edge.nbor(-1).lower_ == ",")
    return next((list(c.subtree) for c in ends), [])


def _around(verb: Any, host: Any) -> list[Span]:
    mine = {t.i for t in verb.subtree}
    return pieces([t for t in host.subtree if t.i not in mine])


def infinitive(verb: Any, _: Sayer) -> list[Span]:
    """As in "vowed to stay", "urged Oslo to wait"; also where the parser hung the infinitive on a phrase between."""
    for clause in _infinitives(verb) or _slipped(verb):
        to = next(c for c in clause.children if c.dep_ == "aux" and c.lower_ == "to")
        return pieces([t for t in own_clause(clause) if t.i >= to.i])
    return []


def gerund(verb: Any, _: Sayer) -> list[Span]:
    """As in "denied leaving the bridge"."""
    return next(
        (pieces(list(c.subtree)) for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > verb.i), []
    )


def noun_phrase(verb: Any, _: Sayer) -> list[Span]:
    """As in "denounced the raid": the object with all that hangs on it."""
    for noun in verb.children:
        if (
            noun.dep_ == "dobj"
            and noun.i > verb.i
            and noun.ent_type_ not in {"DATE", "TIME"}
            and noun.lower_ not in {"it", "that", "what", "which"}
        ):
            return pieces(list(noun.subtree))
    return [noun_span(verb.head)] if _is_of_what_was_said(verb) else []


def _is_of_what_was_said(verb: Any) -> bool:
    """Whether a verb's clause tells what was done to a saying named before it: "an allegation Oslo denied"."""
    said = noun_cues().get(lemma_of(verb.head))
    if verb.dep_ != "relcl" or lemma_of(verb) not in classes()["refuting"] or not said or "that" not in said.frames:
        return False
    return not any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.tag_ not in {"WDT", "IN"} for c in verb.children)


def called(verb: Any, _: Sayer) -> list[Span]:
    """As in "hailed it as a start", "called him a coward": the object and what it is called, as one."""
    named = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None) or _to_object(verb)
    hosts = [verb] if named is None else [verb, named]
    as_what = next(
        (c for h in hosts for c in h.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None
    )
    if as_what is not None and named is not None:
        return pieces(list(verb.doc[named.left_edge.i : as_what.right_edge.i + 1]))
    if verb.lemma_.lower() not in _NAMING:
        return []
    small = next(
        (c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "oprd"} and c.i > verb.i and not _has_to(c)), None
    )
    if named is not None and (loose := _in_marks(named)):
        return loose
    if small is None or (named is None and not any(c.dep_ == "nsubj" for c in small.children)):
        return []
    first = min(small.left_edge.i, named.left_edge.i if named is not None else small.i)
    return pieces(list(verb.doc[first : small.right_edge.i + 1]))


def _in_marks(named: Any) -> list[Span]:
    """As in 'called the vote "rigged"', where the parser hung the words in marks on the noun, or it on them."""
    doc = named.doc
    behind = next((c for c in named.children if c.dep_ in {"acl", "amod"} and c.i > named.i), None)
    if behind is not None and doc[behind.i - 1].lower_ in _MARKS:
        return pieces(list(doc[named.left_edge.i : behind.i + 2]))
    before = any(c.dep_ in {"nmod", "compound", "poss"} and c.i < named.i for c in named.children)
    if before and doc[named.i - 1].lower_ in _MARKS:
        return pieces(list(doc[named.left_edge.i : named.right_edge.i + 1]))
    return []


def object_about(verb: Any, _: Sayer) -> list[Span]:
    """As in "briefed the press on the flood": what stands after the preposition; the object is the addressee."""
    about = _about(verb)
    return pieces([t for c in about.children if c.dep_ in {"pobj", "pcomp"} for t in c.subtree]) if about else []


def _about(verb: Any) -> Any:
    """Verb -> the preposition after its object that leads to what it is about, wherever the parser hung it."""
    for noun in verb.children:
        if noun.dep_ == "dobj" and noun.i > verb.i:
            for prep in [*verb.children, *noun.children]:
                if prep.dep_ == "prep" and prep.lower_ in {"on", "of", "about"} and prep.i > noun.i:
                    return prep
    return None


def _before_about(verb: Any, heard: Span) -> Span:
    """Verb and the words for who hears -> these without what it is about: "apprised [the president] of the talks"."""
    about = _about(verb)
    last = verb.doc[about.i - 1] if about is not None else None
    end = last.idx + len(last) if last is not None else heard.end
    return Span(heard.start, end) if heard.start < end < heard.end else heard


def preposition(*forms: str) -> Complement:
    """Prepositions -> the frame of a verb that takes one of them."""

    def complement(verb: Any, _: Sayer) -> list[Span]:
        for prep in verb.children:
            if prep.dep_ == "prep" and prep.lower_ in forms and prep.i > verb.i:
                inner = [t for c in prep.children if c.dep_ in {"pobj", "pcomp"} for t in c.subtree]
                if inner and prep.nbor(1).ent_type_ not in {"DATE", "TIME"}:
                    return pieces([*inner, *_to_do(verb, inner[-1])] if prep.lower_ == "for" else inner)
        return []

    return complement


def _to_do(verb: Any, last: Any) -> list[Any]:
    """As in "pushed for the guards to leave" -> "to leave", where the parser hung it on the verb."""
    for clause in verb.children:
        if clause.i > last.i and _has_to(clause) and clause.left_edge.i == last.i + 1:
            return own_clause(clause)
    return []


def object_and(*forms: str) -> Complement:
    """Prepositions -> the frame of a verb with an object and one of them: "accused Oslo of delay"."""

    def complement(verb: Any, _: Sayer) -> list[Span]:
        for noun in verb.children:
            if noun.dep_ != "dobj" or noun.i < verb.i:
                continue
            for prep in [*verb.children, *noun.children]:
                if prep.dep_ == "prep" and prep.lower_ in forms and prep.i > noun.i:
                    return pieces(list(verb.doc[noun.left_edge.i : prep.right_edge.i + 1]))
        return []

    return complement


def for_to(verb: Any, _: Sayer) -> list[Span]:
    """As in "called for the guards to leave"."""
    for clause in verb.children:
        if clause.dep_ in {"advcl", "ccomp", "xcomp"} and any(
            c.dep_ == "mark" and c.lower_ == "for" for c in clause.children
        ):
            return pieces([t for t in clause.subtree if t.i > clause.left_edge.i])
    return []


def _to_object(verb: Any) -> Any:
    to = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"), None)
    return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None


def _infinitives(verb: Any) -> list[Any]:
    return [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i and _has_to(c)]


def _slipped(verb: Any) -> list[Any]:
    """Infinitives that the parser made an adverbial of the verb, or hung on the noun of a prepositional phrase."""
    nouns = [n for p in verb.children if p.dep_ == "prep" and p.i > verb.i for n in p.children if n.dep_ == "pobj"]
    loose = [c for c in verb.children if c.dep_ == "advcl"] if verb.tag_ != "VBG" else []
    hung = [c for n in nouns for c in n.children if c.dep_ in {"acl", "relcl"}]
    object_ = any(c.dep_ == "dobj" for c in verb.children)
    listed = [c for c in [*loose, *hung] if c.i > verb.i and _has_to(c) and (nouns or object_)]
    return listed[:1] if verb.lemma_.lower() in words("commissives") else []


def _is_infinitive(clause: Any) -> bool:
    return _has_to(clause) and not any(
        c.lower_ in {"how", "what", "whether", "where", "when", "that"} for c in clause.children
    )


def _has_to(clause: Any) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


COMPLEMENTS: dict[str, Complement] = {
    "that": that,
    "to": infinitive,
    "ing": gerund,
    "np": noun_phrase,
    "as": called,
    "for-to": for_to,
    "for": preposition("for"),
    "against": preposition("against"),
    "of": preposition("of"),
    "on": preposition("on"),
    "about": preposition("about", "regarding"),
    "to-np": preposition("to"),
    "at": preposition("at"),
    "object-about": object_about,
    "object-of": object_and("of"),
    "object-for": object_and("for"),
    "object-over": object_and("over"),
}
"""What fills each frame of the cue lexicon."""
