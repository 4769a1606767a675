"""Words that somebody points at in a story's articles -> for whom or what they stand, as the story's mentions tell."""

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Entity, Mention, Place, Reading, Span, StoryEntity, Time
from rashomon.renderers.readings import time_cluster
from rashomon.stories.collectives import collectives
from rashomon.stories.happenings import one_happening
from rashomon.stories.names_elsewhere import names_elsewhere
from rashomon.stories.nouns import Thing, thing_key
from rashomon.stories.one_name import JOINING, one_name
from rashomon.stories.things import thing_cluster, things
from rashomon.stories.times import untold_times
from rashomon.stories.unnamed import clusters_of_unnamed
from rashomon.stories.weave import acting_for, fold
from rashomon.text.grammar import head_of, tokens_in

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where"})
_WORDS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X", "ADV", "INTJ", "SYM"})
_BESIDE = frozenset({"appos", "compound", "nmod", "npadvmod", "dep"})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_PARTS_OF_DAYS = frozenset({"morning", "afternoon", "evening", "night"})
_STEPS = 4  # from "hundreds of members of the group, which" to the group is four


class Given:
    """One story, asked of any words of its articles: whom or what do they mean? Answers are names of clusters."""

    def __init__(self, story: str, entities: Iterable[StoryEntity], readings: Sequence[Reading]) -> None:
        self._story = story
        self._readings = {reading.article.id: reading for reading in readings}
        self._mentions = {reading.article.id: _by_head(reading) for reading in readings}
        entities = tuple(entities)
        self._whose, self._named = _known(story, entities, readings)
        kinds = {entity.id: entity.kind for entity in entities}
        self._one = one_name(self._named, kinds)
        self._heads = _by_last_word(self._named, self._one)
        self._members = collectives(readings)
        self._holders = _holders(entities)
        self._times = _times(story, readings)
        self._elsewhere = {(n.article, n.head.start): n.entity for n in names_elsewhere(entities, readings)}
        spoken_of = things(readings)
        self._things = {(t.article, t.head.start): self._thing(t) for t in spoken_of}
        texts = {reading.article.id: reading.text for reading in readings}
        self._kept = {t.lemma for t in spoken_of if t.head.of(texts[t.article]).islower()}

    def cluster(self, article: str, span: Span) -> str:
        """Article of the story and a span of it -> the cluster; words that can be told of nobody are alone.

        Asked in turn: whose the mention of the same head is, who bears that name, what noun it is. Where none tells,
        the same of the word that the head stands beside: what it measures, what it is in apposition to.
        """
        found = self._asked(article, span)
        noun = found.removeprefix(f"{self._story}/noun/")
        if noun != found:
            found = self._heads.get(noun, found)
        return self._one.get(found, found)

    def _thing(self, thing: Thing) -> str:
        """A thing that the story keeps speaking of -> its cluster; of one that stands for a name, whose that is."""
        place = Place(thing.article, thing.whose.start, thing.whose.end) if thing.whose else None
        return (place and self._whose.get(place)) or thing_cluster(self._story, thing.lemma)

    def _asked(self, article: str, span: Span) -> str:
        first = head = _spoken_of(head_of(self._readings[article].doc, span))
        for _ in range(_STEPS):
            measured = _measured(head)
            found = self._person(article, head, span)
            subject = None if self._is_known(article, head) else _said_of(head)
            if not found and measured is None and subject is None:
                found = self._told(article, head, span)
            if found:
                return found
            further = next((one for one in (measured, subject, _antecedent(head)) if one is not None), None)
            if further is None:
                break
            head = further
        return self._told(article, first, span) or f"{article}/{span.start}-{span.end}"

    def _is_known(self, article: str, head: Any) -> bool:
        """Whether a head is somebody's mention, or a thing that the story keeps speaking of."""
        return head.idx in self._mentions[article] or (article, head.idx) in self._things

    def _many(self, head: Any) -> str:
        """Plural head of a name -> the things that the story speaks of by it: "the Duarte [Memos]"; "" for none."""
        word = thing_key(head)
        known = next((one for one in (word, word.removesuffix("s")) if one in self._kept), "")
        return known if head.lower_.endswith("s") and head.text[:1].isupper() else ""

    def _person(self, article: str, head: Any, span: Span) -> str:
        """Head that is no mention -> the cluster of the person named beside it: "his son-in-law, [Bo Aas]"."""
        if head.idx in self._mentions[article] or head.pos_ not in {"NOUN", "PROPN"} or self._many(head):
            return ""
        for mention in self._mentions[article].values():
            if mention.form == "name" and mention.kind == "person" and span.covers(mention.span):
                name = head_of(head.doc, mention.head)
                between = [name, *itertools.takewhile(lambda t: t != head, name.ancestors)]
                if head.i < name.i and head in name.ancestors and all(t.dep_ in _BESIDE for t in between):
                    return self._whose.get(Place(article, mention.span.start, mention.span.end), "")
        return ""

    def _told(self, article: str, head: Any, span: Span) -> str:
        if found := self._elsewhere.get((article, head.idx)) or self._times.get((article, head.idx)):
            return found
        mention = self._mentions[article].get(head.idx)
        thing = thing_key(head)
        if many := self._many(head):
            return thing_cluster(self._story, many)
        if mention is not None:
            whose = self._whose.get(Place(article, mention.span.start, mention.span.end))
            if whose:
                return whose
        if (article, head.idx) in self._things:
            return self._things[article, head.idx]
        if head.pos_ == "PRON" or head.lower_ in _RELATIVE:
            return ""
        holders = self._holders.get(_office(head, span.of(self._readings[article].text)), set())
        if len(holders) == 1:
            return next(iter(holders))
        bearers = self._named.get(fold(span.of(self._readings[article].text)), set())
        if len(bearers) == 1:
            return next(iter(bearers))
        if head.pos_ in {"VERB", "AUX"}:
            return f"{self._story}/event/{one_happening(head.lemma_.lower())}"
        return thing_cluster(self._story, self._members.get(thing, thing)) if head.pos_ in _WORDS else ""


def _times(story: str, readings: Sequence[Reading]) -> dict[tuple[str, int], str]:
    """Story and its readings -> by article and where each word of a time begins, the cluster of that time."""
    untold = untold_times(readings)
    found: dict[tuple[str, int], str] = {}
    for reading in readings:
        for time in reading.of(Time):
            own, said = untold.get((reading.article.id, time.span), ("", ""))
            cluster = time_cluster(time) or (said and f"{own or story}/time/{said}")
            if cluster:
                found |= {(reading.article.id, t.idx): cluster for t in tokens_in(reading.doc, time.span)}
    return found


def _spoken_of(head: Any) -> Any:
    """Head of given words -> the noun they are for: of "in the Gulf of Aden" the gulf, of "Friday night" the Friday."""
    if head.pos_ in {"ADP", "SCONJ"}:
        head = next((c for c in head.children if c.dep_ == "pobj"), head)
    day = next((c for c in head.lefts if c.lower_ in _WEEKDAYS), None)
    return day if day is not None and head.lemma_.lower() in _PARTS_OF_DAYS else head


def _by_last_word(named: Mapping[str, Collection[str]], one: Mapping[str, str]) -> dict[str, str]:
    """Names and who bears them -> the last word of a name, where a single one of the story is called so."""
    bearers: dict[str, set[str]] = {}
    for name, ids in named.items():
        if " " in name and not JOINING & set(name.split()):
            last = name.split()[-1]
            for word in {last, last.removesuffix("s")}:
                bearers.setdefault(word, set()).update(one[entity] for entity in ids)
    return {word: next(iter(ids)) for word, ids in bearers.items() if len(ids) == 1}


def _known(
    story: str, entities: Iterable[StoryEntity], readings: Sequence[Reading]
) -> tuple[dict[Place, str], dict[str, set[str]]]:
    """Story -> whose each mention of an entity is, and who bears which name; the unnamed are told by their noun."""
    entities = tuple(entities)
    unnamed = clusters_of_unnamed(story, entities, readings)
    one = acting_for(entities)
    whose: dict[Place, str] = {}
    named: dict[str, set[str]] = {}
    for entity in entities:
        whose.update(dict.fromkeys(entity.mentions, one.get(entity.id, entity.id)))
        for name in {entity.name, *entity.names}:
            named.setdefault(fold(name), set()).add(one.get(entity.id, entity.id))
    for reading in readings:
        for local in reading.of(Entity):
            cluster = unnamed.get((reading.article.id, local.id))
            if cluster is not None:
                places = (Place(reading.article.id, span.start, span.end) for span in local.mentions)
                whose.update(dict.fromkeys(places, cluster))
    return whose, named


def _holders(entities: Iterable[StoryEntity]) -> dict[str, set[str]]:
    """Entities of a story -> by each office, without its place, the persons who hold it."""
    found: dict[str, set[str]] = {}
    for entity in (one for one in entities if one.kind == "person"):
        for role in entity.roles:
            found.setdefault(role.partition(" of ")[0], set()).add(entity.id)
    return found


def _office(head: Any, words: str) -> str:
    """Head and the words around it -> the office that they name as one that is known: "the Queen"; "" for "a queen"."""
    if head.tag_ not in {"NN", "NNP"} or any(c.lower_ in {"a", "an", "any", "no", "another"} for c in head.lefts):
        return ""
    return " ".join(words.lower().split()).removeprefix("the ")


def _by_head(reading: Reading) -> dict[int, Mention]:
    """Reading -> its mentions by where their head word begins; of several one that modifies nothing, the longest."""
    found: dict[int, Mention] = {}
    for mention in sorted(reading.of(Mention), key=lambda m: (m.modifier, -len(m.span))):
        found.setdefault(head_of(reading.doc, mention.head).idx, mention)
    return found


def _measured(head: Any) -> Any:
    """Head that only measures or singles out -> the noun behind its "of": "hundreds of migrants"; else None."""
    if head.lemma_.lower() not in load("things.yaml")["measuring"]:
        return None
    behind = next((c for c in head.rights if c.lower_ == "of"), None)
    return next((c for c in behind.children if c.dep_ == "pobj"), None) if behind is not None else None


def _said_of(head: Any) -> Any:
    """Head that only says what somebody or something is -> the word for that: "[it] is overkill"."""
    verb = head.head
    if head.dep_ in {"attr", "acomp"} and verb.lemma_.lower() in {"be", "become", "remain", "seem"}:
        return next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    as_what = head.dep_ == "pobj" and verb.lower_ == "as" and verb.head.pos_ == "VERB"
    if head.dep_ == "oprd" or as_what:
        verb = verb.head if as_what else verb
        return next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    return None


def _antecedent(head: Any) -> Any:
    """Head that tells nobody -> the word that it stands for or beside: a relative pronoun's noun, an apposition's."""
    if head.lower_ in _RELATIVE:
        clause = next((t for t in (head, *head.ancestors) if t.dep_ in {"relcl", "acl", "ccomp"}), None)
        return clause.head if clause is not None and clause.head.i < head.i else None
    return head.head if head.dep_ == "appos" else None
