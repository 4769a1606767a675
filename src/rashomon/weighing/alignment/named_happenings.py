"""What accounts only name, each by a noun with the place where it was: "the shooting in Orlando", "an Orlando attack".

Where all accounts write of what came after, no clause of any tells the deed itself; its line is that they name it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from rashomon.lexicon.actors import Actor, find_actors
from rashomon.lexicon.files import load
from rashomon.linking.claims.times import time_slot
from rashomon.model import Block, Quotation, Reading, Sentence, Slot, Span, StoryEntity, Syntax
from rashomon.model import Time as Dated
from rashomon.stories.happenings import happenings
from rashomon.text.grammar import head_of, phrase, span_of, subjects
from rashomon.weighing.claims.told import Told
from rashomon.weighing.claims.unread import Unread, claimed
from rashomon.weighing.compared.contrasts import Contrasts, contrasts
from rashomon.weighing.compared.days import gap
from rashomon.weighing.compared.heads import lemma_of
from rashomon.weighing.compared.wordings import nouns_for

_NOUNS = frozenset({"NOUN", "PROPN"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BODIES = frozenset({"ORG", "FAC", "PERSON", "PRODUCT"})
_PLACING = frozenset({"in", "at", "near", "outside"})
_BEHIND = len(" in 2011,")
_ONE_WEEK = 6  # days by which accounts of one happening can be apart at most
_HOLDING = frozenset({"of", "for", "against", "from", "off"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARTIES_VOTES = frozenset({"primary", "caucus"})
_UNTOLD = frozenset({"caption", "credit", "promotion"})


class _Named(NamedTuple):
    """A noun for what happened, its phrase, the sentence, the nouns that can stand for it, and the places.

    ``camps`` are whose vote it is: "the Republican contest in Ohio"; ``owner`` is by what name somebody has won or
    held it, ``sites`` what it was held at: "[Berg]'s meeting at a [hotel] in Oslo".
    """

    reading: Reading
    noun: Any
    phrase: Span
    sentence: Span
    names: frozenset[str]
    places: frozenset[str]
    contrasts: Contrasts
    camps: frozenset[str]
    owner: str
    sites: frozenset[str]


def named_happenings(readings: Sequence[Reading], people: Mapping[str, StoryEntity]) -> list[list[Told]]:
    """Readings of a story and its entities -> what two texts or more name, of each the longest first."""
    parsed = [reading for reading in readings if reading.of(Syntax)]
    places = _known_places([t for reading in parsed for t in reading.doc if t.pos_ == "PROPN"])
    found = [one for reading in parsed for one in _named(reading, places)]
    groups = {n: [n] for n in range(len(found))}
    for m, n in combinations(range(len(found)), 2):
        first, second = groups[m], groups[n]
        if first is not second and all(_are_one(found[i], found[j]) for i in first for j in second):
            first.extend(second)
            groups |= dict.fromkeys(second, first)
    listed = sorted({id(group): sorted(group) for group in groups.values()}.values())
    best = [_one_an_account([found[n] for n in group]) for group in listed]
    return [[_told(one, people) for one in group] for group in best if len({one.reading.text for one in group}) > 1]


def _named(reading: Reading, known: frozenset[str]) -> Iterator[_Named]:
    """Reading, names of places -> the happenings that it names by a noun and a place, and that were; none it quotes."""
    aside = [block.span for block in reading.of(Block) if block.kind in _UNTOLD]
    aside += [quotation.span for quotation in reading.of(Quotation) if not quotation.scare]
    sentences = [sentence.span for sentence in reading.of(Sentence)]
    for happening in happenings(reading):
        noun = head_of(reading.doc, happening.span)
        if not _can_name(noun) or any(span.meets(happening.span) for span in aside):
            continue
        tokens = phrase(noun)
        places = _places(tokens, noun) & known
        sentence = next((span for span in sentences if span.covers(happening.span)), None)
        if places and sentence is not None and _is_one_that_was(noun, tokens):
            yield _Named(
                reading,
                noun,
                span_of(tokens),
                sentence,
                _names(noun),
                places,
                contrasts(tokens, {}),
                _camps(noun, tokens),
                _owner(noun),
                _sites(noun),
            )


def _can_name(noun: Any) -> bool:
    """Whether a noun can be for one happening: no part of a body's name, and nothing that goes on and on."""
    alone = noun.pos_ in _NOUNS and noun.dep_ != "compound" and noun.ent_type_ not in _BODIES
    return alone and lemma_of(noun) not in _words("lasting")


def _known_places(names: Sequence[Any]) -> frozenset[str]:
    """A story's names, word by word -> those for places; none that stands for a person more often than for a place."""
    places = Counter(t.lower_ for t in names if _is_a_place(t))
    persons = Counter(t.lower_ for t in names if t.ent_type_ == "PERSON")
    return frozenset(name for name in places if places[name] >= persons[name])


def _is_a_place(name: Any) -> bool:
    """Whether a name is taken for a place, or something is said to be in or near it."""
    placed = name.dep_ == "pobj" and name.head.lower_ in _PLACING and name.ent_type_ not in {"DATE", "TIME"}
    return bool(name.ent_type_ in _PLACES or placed)


def _places(tokens: Sequence[Any], noun: Any) -> frozenset[str]:
    """Words of a phrase -> the places by which it tells which happening it is; a whole state tells nothing."""
    names = [t for t in tokens if t.pos_ == "PROPN" and t != noun and t.dep_ != "poss"]
    words = " ".join(t.lower_ for t in names)
    states = [f for f in find_actors(" ".join(t.text for t in names)) if _is_a_whole_state(f.actor)]
    return frozenset(words.split()) - {word for f in states for word in words[f.start : f.end].split()}


def _is_a_whole_state(actor: Actor) -> bool:
    return bool(actor.state) and actor.naming != "capital" and actor.state not in load("states.yaml")["towns"]


def _is_one_that_was(noun: Any, tokens: Sequence[Any]) -> bool:
    """Whether a phrase names one happening, and not a kind of it or one that may come: "more attacks in Paris"."""
    words = {token.lower_ for token in tokens if token.i <= noun.i}
    several = noun.tag_ in {"NNS", "NNPS"} and not words & {"the", "these", "those"} and not _has_a_place_before(noun)
    return not several and words.isdisjoint(_words("loose")) and not _is_governed(noun)


def _is_governed(noun: Any) -> bool:
    """Whether another word tells what came of it: "cancelled the opening", "the threat of an attack"."""
    if noun.dep_ in {"dobj", "nsubjpass"}:
        return noun.head.lemma_.lower() not in _words("true_of")
    held = noun.dep_ == "pobj" and noun.head.lower_ in _HOLDING
    return held and noun.head.head.lemma_.lower() in _words("untrue")


def _names(noun: Any) -> frozenset[str]:
    """Noun -> its lemma, and the groups of nouns for one happening that it stands in."""
    lemma = lemma_of(noun).removesuffix("s") if noun.pos_ == "PROPN" else lemma_of(noun)
    return frozenset(
        {lemma, *(f"named {n}" for n, group in enumerate(load("happenings.yaml")["named"]) if lemma in group)}
    )


def _camps(noun: Any, tokens: Sequence[Any]) -> frozenset[str]:
    """A noun and its phrase -> of a vote, whose it is: on one day two parties can have theirs in one place."""
    votes = {word for group in load("happenings.yaml")["named"] if "vote" in group for word in group} | _PARTIES_VOTES
    camps = (t for t in tokens if t.ent_type_ == "NORP" and not find_actors(t.text))
    return frozenset(t.lower_ for t in camps) if lemma_of(noun) in votes else frozenset()


def _owner(noun: Any) -> str:
    """Noun -> the surname of the person whose it is, or who wins with it; "" for nobody's."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun.head
    wins = above.pos_ == "VERB" and noun.dep_ in {"pobj", "dobj"} and lemma_of(noun) in _words("won")
    owners = [c for c in noun.children if c.dep_ == "poss"] or (subjects(above) if wins else [])
    return next((t.lower_ for t in owners if t.ent_type_ == "PERSON"), "")


def _sites(noun: Any) -> frozenset[str]:
    """Noun -> what it is said to be at, by the nouns that can stand for that: "a meeting at a [hotel] in Oslo"."""
    at = (n for c in noun.children if c.dep_ == "prep" and c.lower_ == "at" for n in c.children if n.dep_ == "pobj")
    return frozenset(name for site in at if site.pos_ == "NOUN" for name in nouns_for(lemma_of(site)))


def _has_a_place_before(noun: Any) -> bool:
    return any(c.pos_ == "PROPN" and c.dep_ in {"compound", "nmod", "poss"} for c in noun.children)


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(load("happenings.yaml")[which])


def _are_one(one: _Named, two: _Named) -> bool:
    years = [set(_YEAR.findall(x.reading.text, x.phrase.start, x.phrase.end + _BEHIND)) for x in (one, two)]
    named_alike = one.names & two.names and one.places & two.places
    alike = named_alike and one.camps == two.camps and not _are_two(one, two)
    return bool(alike) and years[0] == years[1] and one.contrasts.fit(two.contrasts)


def _are_two(one: _Named, two: _Named) -> bool:
    """Whether two persons have each one, or where people gather at two sites; harm has many words for its site.

    A speech is somebody's: where an account does not name him, it can be anybody's.
    """
    if lemma_of(one.noun) in _words("one's own") and not (one.owner and two.owner):
        return True
    days = [(day.earliest, day.latest) for x in (one, two) for day in _days(x)[:1] if day.earliest and day.latest]
    if len(days) == 2 and gap(*days) > _ONE_WEEK:
        return True  # "Wednesday's poll" of two Wednesdays
    owners = {one.owner, two.owner} - {""}
    held = one.sites and two.sites and lemma_of(one.noun) in _words("held")
    return len(owners) > 1 or bool(held and one.sites.isdisjoint(two.sites))


def _one_an_account(group: Sequence[_Named]) -> list[_Named]:
    """Phrases for one happening -> of each account the one with most words, the longest of all first."""
    by_account: dict[str, list[_Named]] = defaultdict(list)
    for one in group:
        by_account[one.reading.article.id].append(one)
    best = [max(held, key=lambda one: (len(one.phrase), -one.phrase.start)) for held in by_account.values()]
    return sorted(best, key=lambda one: (-len(one.phrase), one.reading.article.id))


def _told(one: _Named, people: Mapping[str, StoryEntity]) -> Told:
    mark = Span(one.noun.idx, one.noun.idx + len(one.noun))
    days = _days(one)
    slots: dict[str, Slot] = {"when": time_slot(one.reading, days[0].span)} if len(days) == 1 else {}
    return claimed(Unread(one.reading, mark, mark, one.phrase, one.sentence), "event", slots, people)


def _days(one: _Named) -> list[Dated]:
    """A phrase for a happening -> the single days that it names."""
    return [t for t in one.reading.of(Dated) if one.phrase.covers(t.span) and t.earliest and t.earliest == t.latest]
