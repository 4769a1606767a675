"""What the encoder tags -> drafts of attributions."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.cues import CueVerb, lemma_of, noun_cues, verb_cues
from rashomon.model import Act, Encoding, Reading, Span
from rashomon.readers.attributions.complements import addressee
from rashomon.readers.attributions.decode import decoded
from rashomon.readers.attributions.draft import Draft, pieces
from rashomon.readers.attributions.sayers import Sayer, is_document
from rashomon.text.grammar import head_of, is_negated, span_of

_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})
_PREPOSITIONS = ("for", "against", "of", "on", "about", "at")


def tagged(reading: Reading) -> Iterator[Draft]:
    """Reading with its encoding -> a draft for each cue that the encoder tags, with what it links to it."""
    doc = reading.doc
    for found in decoded(reading, reading.of(Encoding)[0]):
        cue = [doc[i] for i in found.cue.tokens]
        source = pieces([doc[i] for i in found.source.tokens]) if found.source else []
        content = [span for run in found.content for span in pieces([doc[i] for i in run.tokens])]
        yield _draft(doc, cue, source, content)


def _draft(doc: Any, cue: list[Any], source: list[Span], content: list[Span]) -> Draft:
    verb = _head(cue)
    known = _known(verb)
    frame = _frame(doc, known, content)
    head = head_of(doc, source[0]) if source else None
    act = known.frames.get(frame, "speech") if known else "speech"
    if act in {"speech", "document"}:
        act = "document" if head is not None and is_document(Sayer(head, ())) else "speech"
    denied = is_negated(verb) or any(t.lower_ in _NOT for t in cue) or bool(known and frame in known.denies)
    heard = addressee(verb, known, frame) if verb.pos_ in {"VERB", "AUX"} else None
    return Draft(verb, [span_of(cue)], source, content, act, denied, heard, frame=frame, head=head)


def _head(cue: list[Any]) -> Any:
    """Tokens of a cue -> the one that says what is done: a verb or noun that the lexicon knows, else the governor."""
    for known, kinds in ((verb_cues(), {"VERB", "AUX"}), (noun_cues(), {"NOUN"})):
        listed = [t for t in cue if t.pos_ in kinds and lemma_of(t) in known]
        if listed:
            return listed[-1]
    inside = {t.i for t in cue}
    return next((t for t in cue if t.head.i not in inside or t.head == t), cue[0])


def _known(verb: Any) -> CueVerb | None:
    return (verb_cues() if verb.pos_ in {"VERB", "AUX"} else noun_cues()).get(lemma_of(verb))


def _frame(doc: Any, known: CueVerb | None, content: list[Span]) -> str:
    """What the lexicon knows of a cue, and its content -> the frame that the content fills."""
    if known is None or not content:
        return ""
    first = doc.char_span(content[0].start, content[0].end, alignment_mode="expand")[0]
    before = doc[first.i - 1].lower_ if first.i else ""
    wanted = "to" if first.lower_ == "to" else before if before in _PREPOSITIONS else "that"
    return next((f for f in (wanted, "that", "quote", *known.frames) if f in known.frames), "")
