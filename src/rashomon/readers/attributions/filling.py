"""Which frame of a cue its content fills, where no rule has looked for one."""

from collections.abc import Iterator
from typing import Any

from rashomon.lexicon.cues import CueVerb
from rashomon.model import Span
from rashomon.text.grammar import tokens_in

_PREPOSITIONS = {p: p for p in ("for", "against", "of", "on", "about", "at")} | {"to": "to-np", "regarding": "about"}
_OPENING = frozenset({"that", "whether", "if", "how", "what", "why", "when", "where", "who", "which"})
_PHRASES = ("np", "as", "object-of", "object-for", "object-over", "object-about")
_QUOTES = frozenset({'"', "“", "‘", "«", "''", "``"})


def frame_of(cue: Any, known: CueVerb | None, content: list[Span]) -> str:
    """First word of a cue, what the lexicon knows of it, and its content -> the frame that is filled, "" for none.

    What stands before the cue is told by it whatever its shape: "The bridge, he said, was safe."
    """
    if known is None or not content:
        return ""
    shapes = _shapes(cue.doc, tokens_in(cue.doc, content[0]))
    before = ("that",) if content[0].start < cue.idx and cue.pos_ != "NOUN" else ()
    return next((frame for frame in (*before, *shapes) if frame in known.frames), "")


def _shapes(doc: Any, words: Any) -> Iterator[str]:
    """Doc and the first piece of a content -> the frames that words of this shape can fill, the likeliest first."""
    first, root = words[0], words.root
    if any(t.text in _QUOTES for t in words):
        yield from ("quote", "that")
    if first.lower_ == "to" and first.tag_ == "TO" and first.dep_ == "aux":
        yield "to"
        return
    before = doc[first.i - 1].lower_ if first.i else ""
    within = before == "of" and doc[first.i - 1].head.dep_ == "pobj"  # "speak to the interest [of] fans"
    if before in _PREPOSITIONS and not within:
        yield _PREPOSITIONS[before]
    if first.lower_ in _OPENING or (root.pos_ in {"VERB", "AUX"} and root.tag_ != "VBG"):
        yield "that"
        return
    if root.tag_ == "VBG":
        yield "ing"
    yield from _PHRASES
