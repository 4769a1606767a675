"""What the encoder tags -> drafts of attributions."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rashomon.lexicon.cues import CueVerb, lemma_of, noun_cues, verb_cues
from rashomon.model import Act, Block, Encoding, Mention, Reading, Span
from rashomon.readers.attributions.complements import addressee
from rashomon.readers.attributions.decode import Run, decoded
from rashomon.readers.attributions.draft import Draft, pieces
from rashomon.readers.attributions.sayers import Sayer, is_document, sayer
from rashomon.readers.attributions.stating import Speakers, states
from rashomon.text.grammar import head_of, is_negated, span_of, tokens_in

_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})
_PREPOSITIONS = frozenset({"for", "against", "of", "on", "about", "at"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})


def tagged(reading: Reading) -> Iterator[Draft]:
    """Reading with its encoding -> a draft of each cue that the encoder tags, with what it links to it in its block.

    Nobody is given what the author says in another paragraph; quotations that stand there are joined later.
    """
    doc = reading.doc
    speakers = Speakers(reading)
    starts = [b.span.start for b in reading.of(Block)]

    def block(run: Run) -> int:
        return bisect_right(starts, doc[run.first].idx)

    named = {t.i for m in reading.of(Mention) if m.form == "name" for t in tokens_in(doc, m.span)}
    for found in decoded(reading, reading.of(Encoding)[0]):
        if named.issuperset(found.cue.tokens):
            continue  # "Omar Said": a name, and nobody's saying
        home = block(found.cue)
        cue = [doc[i] for i in found.cue.tokens]
        is_near = found.source is not None and block(found.source) == home
        source = _source(doc, found.source if is_near else None, _head(cue))
        near = [run for run in found.content if block(run) == home]
        content = [span for run in near if _says(doc, run) for span in pieces([doc[i] for i in run.tokens])]
        yield _draft(cue, source, content, speakers)


def _says(doc: Any, run: Run) -> bool:
    """Whether the run has a word that says something: "that" and "a" are what is left of a content cut short."""
    return any(doc[i].pos_ in _TELLING for i in run.tokens)


def _source(doc: Any, run: Run | None, verb: Any) -> list[Span]:
    """Tagged source, if there is one, and the head of the cue -> the source's words, up to the noun they belong to.

    Where none is tagged the grammar is asked for the subject.
    """
    if run is None:
        who = sayer(verb) if verb.pos_ in {"VERB", "AUX"} else None
        return list(who.spans) if who is not None else []
    found = pieces([doc[i] for i in run.tokens])
    if not found:
        return []
    last = doc[run.stop - 1]
    noun = last.head
    between = doc[run.stop : noun.i]
    cut = last.dep_ in _MODIFIERS and noun.i >= run.stop and noun.pos_ in {"NOUN", "PROPN"}
    if cut and len(between) <= 2 and not any(t.is_punct or t.is_space for t in between):
        found[-1] = Span(found[-1].start, noun.idx + len(noun))
    return found


def _draft(cue: list[Any], source: list[Span], content: list[Span], speakers: Speakers) -> Draft:
    doc, verb = cue[0].doc, _head(cue)
    known = cue_of(verb)
    frame = _frame(doc, known, content)
    head = head_of(doc, source[0]) if source else None
    act: Act = known.frames.get(frame, "speech") if known else "belief"
    if act in {"speech", "document"}:
        act = "document" if head is not None and is_document(Sayer(head, ())) else "speech"
    denied = is_negated(verb) or any(t.lower_ in _NOT for t in cue) or bool(known and frame in known.denies)
    heard = addressee(verb, known, frame) if verb.pos_ in {"VERB", "AUX"} else None
    if known is not None and known.addresses and head is not None and head.dep_ == "nsubjpass" and head.head == verb:
        source, heard, head = [], source[0], None  # "he was told": by whom, the text does not say
    draft = Draft(verb, [span_of(cue)], source, content, act, denied, heard, frame=frame, head=head)
    return replace(draft, stated=states(draft, known, speakers))


def _head(cue: list[Any]) -> Any:
    """Tokens of a cue -> the one that says what is done: a verb or noun that the lexicon knows, else the governor."""
    known = [t for t in cue if cue_of(t) is not None]
    if known:
        return next((t for t in reversed(known) if t.pos_ != "NOUN"), known[-1])
    inside = {t.i for t in cue}
    return next((t for t in cue if t.head.i not in inside or t.head == t), cue[0])


def cue_of(token: Any) -> CueVerb | None:
    """Token -> what the lexicon knows of it as a cue."""
    if token.pos_ in {"VERB", "AUX"}:
        return verb_cues().get(lemma_of(token))
    return noun_cues().get(lemma_of(token)) if token.pos_ == "NOUN" else None


def _frame(doc: Any, known: CueVerb | None, content: list[Span]) -> str:
    """What the lexicon knows of a cue, and its content -> the frame that the content fills, "" for none."""
    if known is None or not content:
        return ""
    first = doc.char_span(content[0].start, content[0].end, alignment_mode="expand")[0]
    before = doc[first.i - 1].lower_ if first.i else ""
    wanted = "to" if first.lower_ == "to" else before if before in _PREPOSITIONS else "that"
    return next((f for f in (wanted, "that", "quote", *known.frames) if f in known.frames), "")
