"""Two attributions in text order -> whether the second goes on where the first left off."""

from rashomon.lexicon.cues import lemma_of, words
from rashomon.lexicon.files import load
from rashomon.linking.refer import Referents
from rashomon.model import Attribution, Entity, Hop, Reading, Sentence, Span
from rashomon.readers.attributions.draft import without
from rashomon.text.grammar import head_of, tokens_in

_ACTING = frozenset({"organization", "state", "outlet"})
_PERSONAL = frozenset({"he", "she", "they"})
_READS = frozenset({"read", "reads"})


def follows(reading: Reading, before: Attribution, now: Attribution) -> bool:
    """Whether nothing stands between them: the second's cue is in the sentence that the first ends in, or the next."""
    end = max(s.end for s in (*before.cue, *before.content))
    between = [s.span for s in reading.of(Sentence) if s.span.end > end and s.span.start < min(now.cue).start]
    return len([s for s in between if s.start >= end and not any(c.covers(s) for c in now.content)]) <= 1


def speaks_on(reading: Reading, before: Attribution, now: Attribution) -> bool:
    """Whether a named speaker, once more by a pronoun or with "added", speaks on the same occasion.

    Nothing else may stand in the sentence: whom it is said to, when, where or how are another occasion's.
    """
    if not now.cue or not before.cue or now.addressee is not None or not follows(reading, before, now):
        return False
    if now.source == before.source:
        return before.cue[0] != now.cue[0]  # "told the BBC that A, adding that B"
    verb = head_of(reading.doc, now.cue[0])
    named = now.source[0].of(reading.text).lower() not in _PERSONAL
    if lemma_of(verb) not in load("chains.yaml")["adding" if named else "speaking_on"]:
        return False
    sentence = Span(verb.sent.start_char, verb.sent.end_char)
    left = without([sentence], [*now.cue, *now.source, *now.content])
    said = {w.strip(".,:;“”\"'").lower() for span in left for w in span.of(reading.text).split()}
    return said <= {"", *load("chains.yaml")["no_occasion"]}


def means_the_speaker(reading: Reading, who: Referents, before: Attribution, now: Attribution) -> bool:
    """Whether "it" can only be whoever spoke before: what was said speaks of no body, state or outlet."""
    if now.source[0].of(reading.text).lower() != "it" or before.relay or not follows(reading, before, now):
        return False
    spoken_of = [who.entity(m) for content in before.content for m in who.within(content)]
    return not any(isinstance(e, Entity) and e.kind in _ACTING for e in spoken_of)


def are_the_speakers(reading: Reading, before: Attribution, now: Attribution) -> bool:
    """Whether "they", of whom words are quoted right behind those of two who speak together, are the two."""
    they = now.source[0].of(reading.text).lower() == "they"
    return they and now.kind != "indirect" and bool(now.cue) and bool(before.cue) and follows(reading, before, now)


def what_reads(reading: Reading, now: Attribution) -> Hop | None:
    """Attribution -> the document that "it" is where "it reads" what is quoted; ``unresolved`` where two could be it.

    None of any other attribution. Nobody is read out but a document: of "Bo sent Peru a letter" it is the letter.
    """
    if not now.cue or now.kind == "indirect" or now.source[0].of(reading.text).lower() != "it":
        return None
    verb = head_of(reading.doc, now.cue[0])
    if verb.lower_ not in _READS:
        return None
    start = min(now.content).start
    before = next((s.span for s in reversed(reading.of(Sentence)) if s.span.end <= start), None)
    inside = tokens_in(reading.doc, before) if before is not None else ()
    nouns = {lemma_of(t) for t in inside if t.pos_ == "NOUN" and lemma_of(t) in words("documents")}
    return Hop(f"the {nouns.pop()}", "document", None, now.source[0]) if len(nouns) == 1 else Hop("it", "unresolved")
