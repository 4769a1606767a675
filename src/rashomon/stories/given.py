"""Words that somebody points at in a story's articles -> for whom or what they stand, told as the story's mentions are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.model import Mention, Place, Reading, Span, StoryEntity
from rashomon.stories.things import thing_cluster, thing_key, things  # noqa
from rashomon.stories.unnamed import unnamed
from rashomon.stories.weave import fold
from rashomon.text.grammar import head_of, tokens_in

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where"})
_SAME = frozenset({"be", "become", "remain"})


class Given:
    """One story, asked of any words of it: whom or what do they mean? Answers are names of clusters."""

    def __init__(self, story: str, entities: Iterable[StoryEntity], readings: Sequence[Reading]) -> None:
        self._story = story
        self._readings = {reading.article.id: reading for reading in readings}
        self._whose: dict[Place, str] = {}
        self._named: dict[str, set[str]] = {}
        nouns = _nouns(story, readings)
        for entity in entities:
            for place in entity.mentions:
                self._whose[place] = nouns.get(place, entity.id)
            for name in {entity.name, *entity.names}:
                self._named.setdefault(fold(name), set()).add(entity.id)
        self._things = {(t.article, t.head.start): thing_cluster(story, t.lemma) for t in things(readings)}
        self._mentions = {name: _by_head(reading) for name, reading in self._readings.items()}

    def clusters(self, article: str, spans: Sequence[Span]) -> list[str]:
        """Article of the story and spans of it -> the cluster of each; one that can be told of nobody is alone."""
        return [self._cluster(article, span) for span in spans]

    def _cluster(self, article: str, span: Span) -> str:
        reading = self._readings[article]
        head = _head(reading.doc, span)
        for _ in range(4):
            found = self._of(article, head, span)
            if found:
                return found
            further = _antecedent(head)
            if further is None:
                break
            head = further
        return f"{article}/{span.start}-{span.end}"

    def _of(self, article: str, head: Any, span: Span) -> str:
        """Head of a phrase -> its cluster: that of a mention of the same head, of a name it bears, of its noun."""
        mention = self._mentions[article].get(head.idx)
        if mention is not None:
            place = Place(article, mention.span.start, mention.span.end)
            if place in self._whose:
                return self._whose[place]
        if (article, head.idx) in self._things:
            return self._things[article, head.idx]
        if head.pos_ == "PRON" or head.lower_ in _RELATIVE:
            return ""
        bearers = self._named.get(fold(span.of(self._readings[article].text)), set())
        if len(bearers) == 1:
            return next(iter(bearers))
        return thing_cluster(self._story, thing_key(head)) if head.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "X"} else ""


def _nouns(story: str, readings: Sequence[Reading]) -> Mapping[Place, str]:
    """Places of entities without a name -> the cluster of the noun that a story's accounts have for them."""
    known = {(r.article.id, e.id): e for r in readings for e in r.of_entities()} if False else {}
    del known
    from rashomon.model import Entity

    found = {}
    entities = {(r.article.id, e.id): e for r in readings for e in r.of(Entity)}
    for (article, name), noun in unnamed(readings).items():
        for span in entities[article, name].mentions:
            found[Place(article, span.start, span.end)] = f"{story}/noun/{noun}"
    return found


def _by_head(reading: Reading) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in sorted(reading.of(Mention), key=lambda m: (m.modifier, -len(m.span))):
        at = head_of(reading.doc, mention.head).idx
        found.setdefault(at, mention)
    return found


def _head(doc: Any, span: Span) -> Any:
    return head_of(doc, span)


def _antecedent(head: Any) -> Any:
    """Head of a phrase that tells nobody -> the word that it stands for: what it is in apposition to, or is said to be."""
    if head.lower_ in _RELATIVE:
        clause = next((t for t in (head, *head.ancestors) if t.dep_ in {"relcl", "acl", "ccomp"}), None)
        return clause.head if clause is not None and clause.head.i < head.i else None
    if head.dep_ == "appos":
        return head.head
    return None
