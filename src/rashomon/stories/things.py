"""Parses of a story's articles -> nouns for things that it keeps speaking of ("the tariffs", "the memos")."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from rashomon.lexicon.files import load
from rashomon.model import Mention, Reading, Sentence, Span, Syntax, Time
from rashomon.stories.happenings import happenings
from rashomon.text.grammar import phrase, span_of, tokens_in

_LEAST = 2  # a thing spoken of once is scenery
_MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod"})


class Thing(NamedTuple):
    """Words for a thing in one article: the noun phrase, its head, and the head's lemma."""

    article: str
    span: Span
    head: Span
    lemma: str


def things(readings: Sequence[Reading]) -> list[Thing]:
    """Readings of one story -> the nouns for things that come at least twice in it, by article and place.

    What is somebody, a time or a happening is no thing, nor are nouns that only count or place ("a number of").
    """
    found = [thing for reading in readings if reading.of(Syntax) for thing in _nouns(reading)]
    counts = Counter(thing.lemma for thing in found)
    return [thing for thing in found if counts[thing.lemma] >= _LEAST]


def _nouns(reading: Reading) -> list[Thing]:
    doc, article = reading.doc, reading.article.id
    taken = _taken(reading)
    found = []
    for sentence in reading.of(Sentence):
        for token in tokens_in(doc, sentence.span):
            if _is_thing(token) and token.idx not in taken:
                head = Span(token.idx, token.idx + len(token))
                found.append(Thing(article, span_of(phrase(token)), head, token.lemma_.lower()))
    return found


def _is_thing(token: Any) -> bool:
    if token.pos_ != "NOUN" or token.dep_ in _MODIFYING or len(token) < 3 or not token.text[0].isalpha():
        return False
    return token.lemma_.lower() not in load("happenings.yaml")["no things"]


def _taken(reading: Reading) -> set[int]:
    """Reading -> the offsets inside names, heads of other mentions, times, and words for happenings."""
    taken = {h.span.start for h in happenings(reading)}
    for mention in reading.of(Mention):
        taken.update(range(mention.span.start, mention.span.end) if mention.form == "name" else (mention.head.start,))
    for time in reading.of(Time):
        taken.update(range(time.span.start, time.span.end))
    return taken
