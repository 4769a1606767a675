"""Two attributions in text order -> whether the second goes on where the first left off."""

from rashomon.lexicon.cues import lemma_of
from rashomon.lexicon.files import load
from rashomon.linking.refer import Referents
from rashomon.model import Attribution, Entity, Reading, Sentence, Span
from rashomon.readers.attributions.draft import without
from rashomon.text.grammar import head_of

_ACTING = frozenset({"organization", "state", "outlet"})
_PERSONAL = frozenset({"he", "she", "they"})


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
