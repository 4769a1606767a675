"""Parses of a story's articles -> nouns for things that it keeps speaking of ("the tariffs", "the memos")."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rashomon.lexicon.files import load
from rashomon.linking.entities.pronouns import governing_subjects
from rashomon.model import Entity, Mention, Reading, Sentence, Span, Syntax, Time
from rashomon.stories.collectives import collectives
from rashomon.stories.happenings import happenings
from rashomon.stories.named_things import with_names
from rashomon.stories.nouns import Thing
from rashomon.stories.owned_things import apart_by_lands, with_lands
from rashomon.stories.types import Types, is_plain
from rashomon.text.grammar import head_of, span_of, tokens_in

_LEAST = 2  # a thing spoken of once is scenery
_SINGULAR = frozenset({"it", "its", "itself"})
_FOR_THINGS = _SINGULAR | {"they", "them", "their", "themselves"}
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_WHOLE = frozenset({"whole", "entire", "wide", "wider"})
_MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod"})


def things(readings: Sequence[Reading]) -> list[Thing]:
    """Readings of one story -> the nouns for things that come at least twice in it, by article and place.

    What is somebody, a time or a happening is no thing, nor are nouns that only count or place ("a number of"), nor
    what the story has neither for a subject nor as a known one ("the tariffs") anywhere.
    """
    parsed = [reading for reading in readings if reading.of(Syntax)]
    members = collectives(parsed)
    types = Types(parsed)
    plain = [_nouns(reading, types) for reading in parsed]
    nouns = with_names(parsed, plain, types)
    told = [t for r, known in zip(parsed, nouns, strict=True) for t in _with_pronouns(r, with_lands(r, known))]
    found = [thing._replace(lemma=members.get(thing.lemma, thing.lemma)) for thing in told]
    counts = Counter(thing.lemma for thing in found) | Counter(thing.lemma for known in plain for thing in known)
    spoken_of = {thing.lemma for thing in (*found, *(t for known in plain for t in known)) if thing.spoken_of}
    kept = (t for t in found if _is_named(t) or (counts[t.lemma] >= _LEAST and t.lemma in spoken_of))
    docs = {reading.article.id: reading.doc for reading in parsed}
    told_apart = [one for thing in apart_by_lands(kept) for one in _one_of_type(thing, docs[thing.article], types)]
    return list(_those_counted(told_apart, docs))


def _one_of_type(thing: Thing, doc: Any, types: Types) -> Iterator[Thing]:
    """A thing -> itself; so many of a type and the first of it are not the type, whose name stands in them.

    "22 [new A380s]", "the first [A380]".
    """
    head = head_of(doc, thing.head)
    before = thing.name.start if thing.name is not None else head.idx
    apart = [c.lower_ for c in types.governor(head).lefts if c.idx < before and _sets_apart(c)]
    if not apart or thing.form == "pronoun" or thing.name is None or types.of(head) is None:
        yield thing
        return
    yield thing._replace(lemma=f"{apart[0]} {thing.lemma}", name=None)
    yield thing._replace(span=Span(thing.name.start, thing.head.end))


def _those_counted(things: Iterable[Thing], docs: Mapping[str, Any]) -> Iterator[Thing]:
    """Things of a story -> the same, "the planes" those of the type that the text has last counted: "five A380s"."""
    counted: dict[tuple[str, str], str] = {}
    for thing in things:
        head = head_of(docs[thing.article], thing.head)
        number, _, kind = thing.lemma.partition(" ")
        if kind and is_plain(kind.upper()) and number not in load("things.yaml")["numbering"]:
            counted[thing.article, kind] = thing.lemma
        if head.tag_ == "NNS" and thing.form == "thing" and thing.name is None:
            yield thing._replace(lemma=counted.get((thing.article, thing.lemma), thing.lemma))
        else:
            yield thing


def _sets_apart(word: Any) -> bool:
    return word.dep_ == "nummod" or word.lower_ in load("things.yaml")["numbering"]


def _is_named(thing: Thing) -> bool:
    """Whether a thing is told by a name, so that it is one though the story has it once: "the US economy" too."""
    of_land = bool(thing.land) and thing.lemma in load("things.yaml")["lasting"]
    return thing.whose is not None or of_land or is_plain(thing.lemma.upper())


def _nouns(reading: Reading, types: Types) -> list[Thing]:
    doc, article = reading.doc, reading.article.id
    taken = _taken(reading)
    found = []
    for sentence in reading.of(Sentence):
        for token in tokens_in(doc, sentence.span):
            if token.idx not in taken and (_is_thing(token) or is_designation(token, types)):
                head = Span(token.idx, token.idx + len(token))
                span = span_of(types.words(token))
                found.append(Thing(article, span, head, _key(token, types), _is_spoken_of(token)))
    return found


def _with_pronouns(reading: Reading, nouns: list[Thing]) -> list[Thing]:
    """Nouns for things of a reading -> the same and the pronouns that stand for one of them, in text order.

    A pronoun of nobody's stands for the thing that is subject over it ("the plane made [its] first flight"), a subject
    at the head of a sentence for the subject of the sentence before.
    """
    by_head = {thing.head.start: thing for thing in nouns}
    by_head |= {thing.name.start: thing for thing in nouns if thing.name and thing.name.end == thing.head.end}
    settled = {span for entity in reading.of(Entity) for span in entity.mentions}
    found = list(nouns)
    for mention in reading.of(Mention):
        if mention.form != "pronoun" or mention.span in settled:
            continue
        pronoun = head_of(reading.doc, mention.head)
        if pronoun.lower_ in _FOR_THINGS and (thing := _subject(pronoun, by_head)) is not None:
            singular = head_of(reading.doc, thing.head).tag_ in {"NN", "NNP", "CD"}
            if (pronoun.lower_ in _SINGULAR) == singular:
                found.append(thing._replace(span=mention.span, head=mention.span, form="pronoun", name=None))
    return sorted(found, key=lambda thing: thing.head)


def _subject(pronoun: Any, by_head: dict[int, Thing]) -> Thing | None:
    """Pronoun and things by their heads -> the thing that is subject over it, or was that of the last sentence."""
    for subject in governing_subjects(pronoun):
        if subject.idx in by_head or subject.pos_ != "PRON":
            return by_head.get(subject.idx)
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or pronoun.head.dep_ != "ROOT" or pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent.root
    subjects = [c for c in before.lefts if c.dep_ in {"nsubj", "nsubjpass"}]
    return by_head.get(subjects[0].idx) if len(subjects) == 1 else None


def _key(head: Any, types: Types) -> str:
    """Head of the words for a thing -> its key: with what tells the "financial world" from the only world there is."""
    key = types.key(head)
    if key not in load("things.yaml")["only one"]:
        return key
    apart = [c.lower_ for c in head.lefts if c.dep_ in {"amod", "compound"} and c.lower_ not in _WHOLE]
    return " ".join([*apart, key])


def _is_thing(token: Any) -> bool:
    if token.pos_ != "NOUN" or token.dep_ in _MODIFYING or len(token) < 3 or not token.text[0].isalpha():
        return False
    return token.lemma_.lower() not in load("happenings.yaml")["no things"]


def is_designation(token: Any, types: Types) -> bool:
    """Whether a token is the name of a product or a type: a proper noun, or a number that is one ("the [787]").

    A name before a noun for things of it ("[A380] superjumbo") is not asked for: the noun is.
    """
    if any(c.isdigit() for c in token.text):
        return types.names(token) and types.stands_alone(token)
    if token.dep_ in _MODIFYING and token.head.i > token.i:
        return False
    return bool(token.pos_ == "PROPN" and token.text[:1].isupper() and len(token) > 2)


def _is_spoken_of(noun: Any) -> bool:
    return bool(noun.dep_ in {"nsubj", "nsubjpass"} or any(c.lower_ in _KNOWN for c in noun.lefts))


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


def thing_cluster(story: str, key: str) -> str:
    """Story's id and the key of a thing -> its cluster.

    A type's name is the same in every story, and so are what every state has and what there is one of; any other
    noun is not.
    """
    noun, _, state = key.partition(" ")
    is_type = any(c.isdigit() for c in key) and " " not in key
    lasts = state and noun in load("things.yaml")["lasting"]
    return f"thing/{key}" if is_type or lasts or key in load("things.yaml")["only one"] else f"{story}/noun/{key}"
