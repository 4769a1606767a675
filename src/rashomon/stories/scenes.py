"""A word for a happening -> its scene: who and what takes part, the words around it, when, in whose voice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rashomon.model import Attribution, Encoding, Mention, Reading, Span, StoryEntity, Time
from rashomon.stories.happenings import Happening
from rashomon.stories.terms import folded, is_common
from rashomon.text.grammar import head_of, is_negated, is_passive, subjects, tense

_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "VERB", "ADJ"})
_MODIFIERS = frozenset({"compound", "poss", "nmod", "amod", "nummod"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "nsubjpass"})
_NEAR = 5  # words to either side
_LEAD = 250  # characters: the title and the first sentence
ROLES = ("actor", "object", "beside", "modifier")
"""Who does it; what it is done to; what stands with it under a preposition; what a noun is qualified by."""

Whose = Mapping[tuple[str, int], str]
"""An article's id and the place of a word's first character -> the story's entity that the word is for."""


@dataclass(frozen=True, eq=False)
class Scene:
    """What a reading tells around a word for a happening. Words are folded lemmas, entities stand with a mark before.

    ``written`` is the lemma as it stands, ``lemma`` the one that stands for it and its kin. ``span`` and ``lemma``
    are the happening's own, the rest hangs on its head.
    """

    article: str
    span: Span
    lemma: str
    written: str
    surface: str
    at: int
    sentence: int
    verb: bool
    vector: Any
    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    days: tuple[Time, ...] = ()
    tense: str = ""
    denied: bool = False
    in_lead: bool = False
    quoted: bool = False
    tells: bool = False

    @property
    def all_parts(self) -> frozenset[str]:
        """Everything that takes part, in whatever role."""
        return frozenset().union(*self.parts.values())


def whose(entities: Sequence[StoryEntity], readings: Sequence[Reading]) -> Whose:
    """Entities of a story and its readings -> whom a word is for, by article and place of the mention's head."""
    heads = {(r.article.id, m.span.start, m.span.end): m.head.start for r in readings for m in r.of(Mention)}
    return {
        (p.article, heads.get((p.article, p.start, p.end), p.start)): f"@{entity.id}"
        for entity in entities
        for p in entity.mentions
    }


def scenes(reading: Reading, happenings: Sequence[Happening], who: Whose) -> Iterator[Scene]:
    """Reading with its parse, words for happenings in it, and whom words are for -> a scene each, in the same order."""
    spoken = [span for a in reading.of(Attribution) for span in a.content]
    cues = [span for a in reading.of(Attribution) if a.stated for span in a.cue]
    encodings = reading.of(Encoding)
    for happening in happenings:
        token = head_of(reading.doc, happening.span)
        around = [t for t in token.sent if t.i != token.i and t.pos_ in _CONTENT]
        within = Span(token.sent.start_char, token.sent.end_char)
        yield Scene(
            article=reading.article.id,
            span=happening.span,
            lemma=happening.lemma,
            written=token.lemma_.lower(),
            surface=happening.span.of(reading.text).lower(),
            at=token.i,
            sentence=token.sent.start,
            verb=token.pos_ == "VERB",
            vector=encodings[0].vectors[token.i] if encodings else (),
            words=_telling(around),
            near=_telling(t for t in around if abs(t.i - token.i) <= _NEAR),
            names=frozenset(folded(t.text) for t in token.sent if t.pos_ == "PROPN"),
            numbers=frozenset(t.text for t in token.sent if t.like_num),
            parts=_parts(token, {t.i: who.get((reading.article.id, t.idx), "") for t in token.sent}),
            days=tuple(t for t in reading.of(Time) if t.earliest and within.meets(t.span)),
            tense=tense(token) if token.pos_ == "VERB" else "",
            denied=token.pos_ == "VERB" and is_negated(token),
            in_lead=token.sent.start_char < _LEAD,
            quoted=any(span.start <= token.idx < span.end for span in spoken),
            tells=any(span.start <= token.idx < span.end for span in cues),
        )


def _telling(tokens: Any) -> frozenset[str]:
    return frozenset(word for t in tokens if not is_common(word := folded(t.text)))


def _parts(token: Any, who: Mapping[int, str]) -> dict[str, frozenset[str]]:
    """Head of a happening, and whom the words of its sentence are for -> lemmas and entities by role."""
    found: dict[str, set[str]] = {role: set() for role in ROLES}
    for role, part in _roles(token):
        for t in [part, *(c for c in part.children if c.dep_ in _MODIFIERS)]:
            found[role] |= {t.lemma_.lower()} if t.pos_ in _CONTENT else set()
            found[role] |= {who[t.i]} if who.get(t.i) else set()
    return {role: frozenset(words) for role, words in found.items() if words}


def _roles(token: Any) -> Iterator[tuple[str, Any]]:
    """Head of a happening -> the words that take part in it, with their roles."""
    if token.pos_ in {"VERB", "AUX"}:
        yield from (("object" if is_passive(token) else "actor", subject) for subject in subjects(token))
    for child in token.children:
        if child.dep_ in _OBJECTS:
            yield "object", child
        elif child.dep_ in _MODIFIERS - {"nummod"}:
            yield "modifier", child
        elif child.dep_ in {"prep", "agent"}:
            role = "actor" if child.dep_ == "agent" else "object" if child.lower_ == "of" else "beside"
            yield from ((role, noun) for noun in child.children if noun.dep_ == "pobj")
