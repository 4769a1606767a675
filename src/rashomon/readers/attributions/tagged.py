"""What the encoder tags -> drafts of attributions."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rashomon.lexicon.cues import CueVerb, lemma_of, noun_cues, verb_cues
from rashomon.model import Act, Block, Encoding, Mention, Quotation, Reading, Span
from rashomon.readers.attributions.complements import addressee
from rashomon.readers.attributions.decode import Run, decoded
from rashomon.readers.attributions.draft import Draft, pieces
from rashomon.readers.attributions.filling import frame_of
from rashomon.readers.attributions.sayers import RELATIVES, Sayer, is_beside, is_document, is_done_to, of_noun, sayer
from rashomon.readers.attributions.stating import Speakers, states
from rashomon.readers.undone import is_unsaid
from rashomon.text.before_nouns import without_another
from rashomon.text.grammar import SUBJECTS, head_of, is_contact, is_passive, span_of, tokens_in

_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "det"})


def tagged(reading: Reading) -> Iterator[Draft]:
    """Reading with its encoding -> a draft of each cue that the encoder tags, with what it links to it in its block.

    Nobody is given what the author says in another paragraph; quotations that stand there are joined later. Nobody is
    named as a source by the words that are quoted.
    """
    doc, places, speakers = reading.doc, _Places(reading), Speakers(reading)
    for found in decoded(reading, reading.of(Encoding)[0]):
        cue = _without_speaker([doc[i] for i in found.cue.tokens])
        if places.is_name(found.cue) or [t.lower_ for t in cue] == ["under"]:
            continue  # "Omar Said": a name, and nobody's saying; what must be under a rule, nobody says
        named = found.source if found.source and places.are_near(found.source, found.cue) else None
        near = [run for run in found.content if places.block(run) == places.block(found.cue) and _says(doc, run)]
        content = [span for run in near for span in pieces([doc[i] for i in run.tokens])]
        yield _draft(cue, _source(doc, named, _head(cue)), content, speakers)


def _without_speaker(cue: list[Any]) -> list[Any]:
    """Tokens of a cue -> without who speaks, where he stands behind the verb: "Added [Aas:] “…”"."""
    verb = cue[0]
    named = [c for c in verb.rights if c.dep_ == "nsubj" and c.i <= cue[-1].i] if verb.pos_ == "VERB" else []
    return [t for t in cue if t.i < named[0].left_edge.i] if named else cue


class _Places:
    """Where the runs of one reading stand: in which block, in which quotation, in a name."""

    def __init__(self, reading: Reading) -> None:
        self._doc = reading.doc
        self._blocks = [b.span.start for b in reading.of(Block)]
        self._quotations = [q.span for q in reading.of(Quotation) if q.level == 1]
        self._opened = [q.start for q in self._quotations]
        names = (m.span for m in reading.of(Mention) if m.form == "name")
        self._names = {token.i for span in names for token in tokens_in(self._doc, span)}

    def block(self, run: Run) -> int:
        """Run -> the number of its block."""
        return bisect_right(self._blocks, self._doc[run.first].idx)

    def are_near(self, source: Run, cue: Run) -> bool:
        """Whether a source stands in its cue's block, in no later sentence, and both in one quotation or in none."""
        later = any(self._doc[i].is_sent_start for i in range(cue.stop, source.first + 1))
        here = self.block(source) == self.block(cue) and not later
        return here and self._quotation(source) == self._quotation(cue)

    def is_name(self, run: Run) -> bool:
        """Whether all of the run belongs to names."""
        return self._names.issuperset(run.tokens)

    def _quotation(self, run: Run) -> int | None:
        start = self._doc[run.first].idx
        at = bisect_right(self._opened, start) - 1
        return at if at >= 0 and self._quotations[at].end > start else None


def _says(doc: Any, run: Run) -> bool:
    """Whether the run has a word that says something: "that" and "a" are what is left of a content cut short."""
    return any(doc[i].pos_ in _TELLING for i in run.tokens)


def _source(doc: Any, run: Run | None, verb: Any) -> list[Span]:
    """Tagged source, if there is one, and the head of the cue -> the source's words, up to the noun they belong to.

    Where none is tagged, only a relative pronoun or what cannot be the subject, the grammar is asked for it.
    """
    if run is None or all(doc[i].lower_ in RELATIVES for i in run.tokens) or _is_not_the_subject(doc, run, verb):
        who = sayer(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if who is not None or run is None or _is_agent_of_another(doc, run, verb):
            return list(who.spans) if who is not None else []
    words = without_another([doc[i] for i in run.tokens])
    words = words[1:] if len(words) > 1 and words[0].tag_ in {"WP", "WDT"} else words  # "the man [who] police say ran"
    found = pieces(words[:-1] if words[-1].dep_ == "case" else words)  # "the king's" decision
    agent = doc[run.first - 1].lower_ == "by" if run.first else False
    elsewhere = run.first > verb.i or run.stop <= verb.sent.start  # whose word a passive is, no sentence before tells
    if not found or (is_passive(verb) and elsewhere and not agent):
        return []
    one = doc[run.first : run.stop].root
    if one.dep_ == "conj" and one.head.dep_ in SUBJECTS and run.first and doc[run.first - 1].text == ",":
        found[0] = Span(one.head.left_edge.idx, found[0].end)  # a headline's "Aas, [Beck] say"
    last = doc[run.stop - 1]
    noun = last.head
    between = doc[run.stop : noun.i]
    cut = last.dep_ in _MODIFIERS and noun.i >= run.stop and noun.pos_ in {"NOUN", "PROPN"}
    if cut and len(between) <= 2 and not any(t.is_punct or t.is_space for t in between):
        found[-1] = Span(found[-1].start, noun.idx + len(noun))
    return found


def _is_not_the_subject(doc: Any, run: Run, verb: Any) -> bool:
    """Whether a tagged source stands in a clause that tells of a verb's subject, or is its object or another's agent.

    "Memos seen by [the BBC] say", "an aide told [Reuters]".
    """
    if is_contact(verb) and verb.head.i in run.tokens:
        return True  # "[the man police] say shot him"
    if _is_agent_of_another(doc, run, verb):
        return True
    if any(c.dep_ == "nsubj" and c.tag_ == "WP" for c in verb.children) and verb.dep_ == "relcl":
        inside = {verb.head.i, *(t.i for t in verb.subtree)}
        return inside.isdisjoint(run.tokens)  # "[voters] chose a judge who mocked her"
    above = [doc[run.first : run.stop].root]
    while above[-1].head not in {above[-1], verb}:
        above.append(above[-1].head)
    known, own = cue_of(verb), any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    if above[-1].dep_ in {"dobj", "dative"} and known and known.addresses and own:
        return len(above) == 1  # "an aide told [Reuters]"
    beside = above[-1].dep_ == "nsubj" and above[-1].head == verb
    return beside and any(token.dep_ in {"acl", "relcl"} for token in above[:-1])


def _is_agent_of_another(doc: Any, run: Run, verb: Any) -> bool:
    """Whether a source is by whom the subject was done something before: "he was fired by [the mayor], and denied"."""
    root = doc[run.first : run.stop].root
    by = next((t for t in root.ancestors if t.dep_ == "agent" and t.head in verb.conjuncts), verb)
    return by.i < run.stop <= verb.i and not any(t.is_quote for t in doc[by.i : verb.i])


def _draft(cue: list[Any], source: list[Span], content: list[Span], speakers: Speakers) -> Draft:
    doc, verb = cue[0].doc, _head(cue)
    clear = _making_clear(verb, cue)
    known = clear or cue_of(verb)
    frame = frame_of(cue[0], known, content)
    head = head_of(doc, source[0]) if source else None
    act: Act = known.frames.get(frame, "speech") if known else "speech" if verb.is_punct else "belief"
    if act in {"speech", "document"}:
        act = "document" if head is not None and is_document(Sayer(head, ())) else "speech"
    denied = is_unsaid(verb) or any(t.lower_ in _NOT for t in cue) or bool(known and frame in known.denies)
    heard = addressee(verb, known, frame) if verb.pos_ in {"VERB", "AUX"} else None
    agent = next((n for c in verb.children if c.dep_ == "agent" for n in c.children if n.dep_ == "pobj"), None)
    spoken = act in {"speech", "document"}
    if head is not None and (is_beside(verb) or (spoken and _undergoes(verb, head, agent))):
        heard = source[0] if known and known.addresses else None
        source, head = ([], None) if agent is None else (list(of_noun(agent).spans), agent)
    draft = Draft(verb, [span_of(cue)], source, content, act, denied, heard, frame=frame, head=head)
    somebody = clear is None or speakers.fit(replace(draft, frame="np"))  # and no storm
    return replace(draft, stated=somebody and states(draft, known, speakers))


def _making_clear(verb: Any, cue: list[Any]) -> CueVerb | None:
    """Cue and its verb -> what the lexicon knows of a verb alike, where it is "made (it) clear"; else None."""
    return verb_cues()["stress"] if lemma_of(verb) == "make" and cue[-1].lower_ in {"clear", "plain"} else None


def _undergoes(verb: Any, head: Any, agent: Any) -> bool:
    """Whether the head of a source says nothing: "he was told", "asked, he left", "he, warned by guards", its agent.

    So too where the passive is that of the verb before: "he was phoned and told".
    """
    bare = verb.dep_ == "advcl" and is_done_to(verb)
    by_another = agent is not None and head.i < verb.i
    over = verb.head if verb.dep_ == "conj" and is_passive(verb) else verb
    return bare or by_another or (head.dep_ == "nsubjpass" and head.head in {verb, over})


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
