"""Parses of a story's articles -> nouns for things that it keeps speaking of ("the tariffs", "the memos")."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from rashomon.lexicon.files import load
from rashomon.model import Entity, Mention, Reading, Sentence, Span, Syntax, Time
from rashomon.stories.happenings import happenings
from rashomon.text.grammar import phrase, span_of, tokens_in

_LEAST = 2  # a thing spoken of once is scenery
_DESIGNATION = re.compile(r"[A-Z]{0,4}-?\d[\w-]*(?:'s)?")
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod"})


class Thing(NamedTuple):
    """Words for a thing in one article: the noun phrase, its head, and the head's lemma.

    ``spoken_of``: the words are a subject, or definite, so that the sentence is about a thing that one knows.
    """

    article: str
    span: Span
    head: Span
    lemma: str
    spoken_of: bool = True


def things(readings: Sequence[Reading]) -> list[Thing]:
    """Readings of one story -> the nouns for things that come at least twice in it, by article and place.

    What is somebody, a time or a happening is no thing, nor are nouns that only count or place ("a number of"), nor
    what the story has neither for a subject nor as a known one ("the tariffs") anywhere.
    """
    found = [thing for reading in readings if reading.of(Syntax) for thing in _nouns(reading)]
    counts = Counter(thing.lemma for thing in found)
    spoken_of = {thing.lemma for thing in found if thing.spoken_of}
    return [thing for thing in found if counts[thing.lemma] >= _LEAST and thing.lemma in spoken_of]


def _nouns(reading: Reading) -> list[Thing]:
    doc, article = reading.doc, reading.article.id
    taken = _taken(reading)
    found = []
    for sentence in reading.of(Sentence):
        for token in tokens_in(doc, sentence.span):
            if token.idx not in taken and (_is_thing(token) or is_designation(token)):
                head = Span(token.idx, token.idx + len(token))
                found.append(Thing(article, span_of(phrase(token)), head, thing_key(token), _is_spoken_of(token)))
    return found


def _is_thing(token: Any) -> bool:
    if token.pos_ != "NOUN" or token.dep_ in _MODIFYING or len(token) < 3 or not token.text[0].isalpha():
        return False
    return token.lemma_.lower() not in load("happenings.yaml")["no things"]


def is_designation(token: Any) -> bool:
    """Whether a token is the name of a product or a type: a proper noun, or a number that is one ("the [787]").

    A name before a noun ("[A380] superjumbo") is not asked for: the noun is.
    """
    if token.dep_ in _MODIFYING and token.head.i > token.i:
        return False
    if any(c.isdigit() for c in token.text):
        return _DESIGNATION.fullmatch(token.text) is not None and (
            not token.text.isdigit() or any(_names_type(c) for c in token.lefts)
        )
    return bool(token.pos_ == "PROPN" and token.text[:1].isupper() and len(token) > 2)


def _names_type(child: Any) -> bool:
    """Whether a word before a number makes it a type: a maker's name, or the article ("Boeing 747", "the 787")."""
    return child.pos_ == "PROPN" or (child.lower_ == "the" and child.i + 1 == child.head.i)


def thing_key(head: Any) -> str:
    """Head of the words for a thing -> the word by which a story's accounts mean the same one."""
    word = str(head.lemma_.lower()).removesuffix("'s")
    if any(c.isdigit() for c in word):
        return word.rstrip("s")
    return word.removesuffix("s") if head.tag_ == "NNPS" else word


def _is_spoken_of(noun: Any) -> bool:
    return noun.dep_ in {"nsubj", "nsubjpass"} or any(c.lower_ in _KNOWN for c in noun.lefts)


def _taken(reading: Reading) -> set[int]:
    """Reading -> the offsets inside names of somebody, heads of other mentions, times, and words for happenings."""
    taken = {h.span.start for h in happenings(reading)}
    owned = {span for entity in reading.of(Entity) for span in entity.mentions}
    for mention in reading.of(Mention):
        if mention.form != "name":
            taken.add(mention.head.start)
        elif mention.span in owned:
            taken.update(range(mention.span.start, mention.span.end))
    for time in reading.of(Time):
        taken.update(range(time.span.start, time.span.end))
    return taken
