"""Verbs with a complement -> drafts of attributions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rashomon.lexicon.cues import carriers, lemma_of, verb_cues
from rashomon.model import Act, Reading, Span
from rashomon.readers.attributions.complements import COMPLEMENTS, addressee
from rashomon.readers.attributions.draft import Draft, noun_span, without
from rashomon.readers.attributions.relays import listed
from rashomon.readers.attributions.sayers import Sayer, finds_out, is_commissive, is_document, of_noun, sayer
from rashomon.readers.attributions.stating import (
    PREPOSITIONAL,
    Speakers,
    explains,
    is_an_act,
    is_aside,
    says_nothing,
    unsaid,
)
from rashomon.readers.undone import is_unsaid
from rashomon.text.grammar import is_passive, of_the_passive, span_of

_FRAMES = (
    "that",
    "as",
    "object-about",
    "object-of",
    "object-for",
    "object-over",
    "to",
    "ing",
    "for-to",
    "for",
    "against",
    "of",
    "on",
    "about",
    "to-np",
    "at",
    "np",
)


def clauses(reading: Reading) -> Iterator[Draft]:
    """Reading -> a draft for every verb of the cue lexicon that has a sayer and a complement in one of its frames."""
    speakers = Speakers(reading)
    known = verb_cues()
    carrying, _ = carriers()
    for token in reading.doc:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        lemma = lemma_of(token)
        cue = lemma in known or lemma in carrying or _as_saying(token) is not None
        if cue and not unsaid(token) and not explains(token):
            draft = _passive(token) if is_passive(token) and not is_commissive(token) else _active(token)
            if draft is not None and speakers.fit(draft):
                yield replace(draft, stated=not is_an_act(draft) and not says_nothing(token))


def quoting(verb: Any, noun: Any = None) -> Draft | None:
    """Verb that stands beside a quotation -> a draft without content, if it is a cue that takes one and has a sayer.

    A noun that is given is the sayer's.
    """
    cue = verb_cues().get(lemma_of(verb))
    if is_passive(verb) and not unsaid(verb):
        return _passive(verb)
    if _as_saying(verb) is not None and not unsaid(verb):
        return _quotes(verb)
    if cue is None or "quote" not in cue.frames or unsaid(verb):
        return None
    who = sayer(verb) if noun is None else of_noun(noun)
    return _draft(verb, who, [], "quote") if who is not None else None


def cue_span(verb: Any, *more: Any) -> Span:
    """Verb and other tokens of the cue -> the span of the verb with the auxiliaries and adverbs right before it."""
    first = verb
    before = {c.i: c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and c.i < verb.i}
    while first.i - 1 in before:
        first = before[first.i - 1]
    particles = [c for c in verb.children if c.dep_ in {"prt", "neg"} and c.i == verb.i + 1]
    return span_of([first, verb, *particles, *more])


def _active(verb: Any) -> Draft | None:
    if _as_saying(verb) is not None:
        return _quotes(verb)
    who = sayer(verb)
    if who is None or _as_saying(verb.head.head) == verb:
        return None
    carried = _carried(verb, who)
    if carried is not None:
        return carried
    cue = verb_cues().get(lemma_of(verb))
    if cue is None:
        return None
    for frame in _FRAMES:
        if frame not in cue.frames or (frame in cue.documents and not finds_out(who)):
            continue
        content = COMPLEMENTS[frame](verb, who)
        if content and not (is_aside(verb) and frame not in {"that", "quote"}):
            return _draft(verb, who, content, frame)
    return None


def _passive(verb: Any) -> Draft | None:
    """As in "was quoted as saying by X", "was accused by X of Y": the agent says it, or the quoted one does."""
    agent = next((p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    lemma = lemma_of(verb)
    if agent is not None and subject is not None and subject.lower_ == "it":
        return _impersonal(verb, agent)
    if lemma in listed("quoting") and subject is not None:
        return _quoted_as_saying(verb, subject)
    cue = verb_cues().get(lemma)
    if cue is not None and agent is not None and subject is not None and cue.addresses:
        who = of_noun(agent)
        told = COMPLEMENTS["that"](verb, who) or COMPLEMENTS["to"](verb, who)
        if told:
            return replace(_draft(verb, who, told, "passive"), addressee=noun_span(subject))
    if cue is None or agent is None or subject is None or not {"as", "object-of"} & set(cue.frames):
        return None
    tail = [c for c in verb.children if (c.dep_ == "prep" and c.lower_ in {"as", "of", "for"}) or c.dep_ == "oprd"]
    tail += of_the_passive(agent)
    if not tail:
        return None
    who = of_noun(agent)
    content = without([span_of(subject.subtree), *(span_of(t.subtree) for t in tail)], list(who.spans))
    return _draft(verb, who, content, "as")


def _impersonal(verb: Any, agent: Any) -> Draft | None:
    """As in "it was reported by X that A": the clause hangs on the verb or, for the parser, on X."""
    cue = verb_cues().get(lemma_of(verb))
    if cue is None or "that" not in cue.frames:
        return None
    clauses_ = [c for t in (verb, agent) for c in t.children if c.dep_ in {"ccomp", "relcl", "acl"} and c.i > agent.i]
    told = next((c for c in clauses_ if any(s.dep_ in {"nsubj", "nsubjpass"} for s in c.children)), None)
    opens = told is not None and any(t.lower_ == "that" and t.head == told for t in told.subtree)
    if told is None or not opens:
        return None
    who = of_noun(agent)
    content = [t for t in told.subtree if not (t.lower_ == "that" and t.head == told)]
    return _draft(verb, who, [span_of(content)], "passive")


def _as_saying(verb: Any) -> Any:
    """Verb of quoting -> the "saying" of "quoted him as saying", None where it has none."""
    if lemma_of(verb) not in listed("quoting"):
        return None
    under = (p for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" for p in c.children)
    return next((p for p in under if p.dep_ == "pcomp" and p.tag_ == "VBG" and lemma_of(p) in verb_cues()), None)


def _quotes(verb: Any) -> Draft | None:
    """As in "X quoted Y as saying": the object says it."""
    quoted = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    return _quoted_as_saying(verb, quoted) if quoted is not None else None


def _quoted_as_saying(verb: Any, subject: Any) -> Draft | None:
    saying = _as_saying(verb)
    if saying is None:
        return None
    who = of_noun(subject)
    content = COMPLEMENTS["that"](saying, who) or COMPLEMENTS["that"](verb, who)
    draft = _draft(verb, who, content, "quoted")
    close = saying.head.i == verb.i + 1
    draft.cue = [cue_span(verb, saying)] if close else [cue_span(verb), span_of([saying.head, saying])]
    draft.relay = [
        span_of(p.subtree)
        for v in (verb, saying)
        for c in v.children
        if c.lower_ == "by"
        for p in c.children
        if p.dep_ == "pobj"
    ]
    draft.content = without(content, [*draft.relay, *draft.cue])
    return draft


def _carried(verb: Any, who: Sayer) -> Draft | None:
    """As in "offered a grim assessment of X": the noun is the cue, what hangs on it by a preposition the content."""
    carrying, speech = carriers()
    if lemma_of(verb) not in carrying:
        return None
    noun = next((c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in speech), None)
    if noun is None or any(c.dep_ == "relcl" for c in noun.children):
        return None
    content = [
        span_of(p.subtree) for c in noun.children if c.dep_ == "prep" for p in c.children if p.dep_ in {"pobj", "pcomp"}
    ]
    content += [span_of(c.subtree) for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.i > noun.i]
    last = max((c for c in noun.children if c.i < noun.i), key=lambda c: c.i, default=noun)
    draft = _draft(verb, who, content, "carried")
    draft.cue = [cue_span(verb, last, noun)]
    return draft


def _governed(verb: Any, frame: str) -> list[Any]:
    """The preposition of a frame that asks for one, if it stands right behind the verb."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    wanted = {"to"} if frame == "to-np" else {"about", "regarding"} if frame == "about" else {frame}
    fits = frame in PREPOSITIONAL and after is not None and after.dep_ == "prep" and after.lower_ in wanted
    return [after] if fits else []


def _closed(verb: Any, content: list[Span]) -> list[Span]:
    """Content that breaks off at a conjunction -> the same up to the end of its sentence."""
    if not content or verb.doc.char_span(content[-1].start, content[-1].end, alignment_mode="expand")[-1].dep_ != "cc":
        return content
    last = [t for t in verb.sent if not t.is_punct and not t.is_space][-1]
    return [*content[:-1], Span(content[-1].start, last.idx + len(last))]


def _draft(verb: Any, who: Sayer, content: list[Span], frame: str) -> Draft:
    cue = verb_cues().get(lemma_of(verb))
    act: Act = cue.frames.get(frame, "speech") if cue else "speech"
    if act in {"speech", "document"}:
        act = "document" if is_document(who) else "speech"
    denied = is_unsaid(verb) or bool(cue and frame in cue.denies)
    heard = addressee(verb, cue, frame)
    said = [cue_span(verb, *_governed(verb, frame))]
    source = list(who.spans)
    holes = [*said, *source] if frame == "that" else said
    content = _closed(verb, content)
    return Draft(verb, said, source, without(content, holes), act, denied, heard, frame=frame, head=who.head)
