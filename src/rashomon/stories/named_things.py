"""Nouns for things -> the names that the text ties to them: "the FTSE 100 index", and "the index" behind it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rashomon.lexicon.files import load
from rashomon.model import Entity, Mention, Reading, Span
from rashomon.stories.nouns import Thing, one_word
from rashomon.stories.types import Types
from rashomon.text.grammar import head_of, phrase

_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_BODIES = frozenset({"organization", "outlet"})
_TYPES = "types"
_Bodies = Mapping[int, tuple[Mention, str]]


class _Name(NamedTuple):
    """A name for a thing at a place of an article: the same ``key`` is the same one in every account of the story."""

    at: int
    key: tuple[str, str]
    thing: Thing


def with_names(readings: Sequence[Reading], nouns: Sequence[Sequence[Thing]], types: Types) -> list[list[Thing]]:
    """Readings of a story, the nouns for things of each, and its types -> the same, those for a name told so.

    A noun stands for the name in apposition to it ("the largest index, the FTSE 100"), for the one before it where
    things are called so ("the FTSE 100 index"), and as a bare known one ("the index", "the plane") for the only name
    of its text before it that the story calls by that noun.
    """
    bodies = [_bodies(reading) for reading in readings]
    tied = [list(_tied(*told, types)) for told in zip(readings, nouns, bodies, strict=True)]
    names = [sorted(_names(*told), key=lambda n: n.at) for told in zip(readings, tied, bodies, strict=True)]
    called = _called(readings, tied, bodies)
    return [
        [_pointing_back(reading, thing, before, called) for thing in known]
        for reading, known, before in zip(readings, tied, names, strict=True)
    ]


def _bodies(reading: Reading) -> _Bodies:
    """Reading -> by where its head begins each name of a body, and the name under which the body goes."""
    owners = {span: entity for entity in reading.of(Entity) if entity.kind in _BODIES for span in entity.mentions}
    named = (m for m in reading.of(Mention) if m.form == "name" and m.span in owners)
    return {m.head.start: (m, owners[m.span].name.lower()) for m in sorted(named, key=lambda m: len(m.span))}


def _tied(reading: Reading, known: Sequence[Thing], bodies: _Bodies, types: Types) -> Iterator[Thing]:
    """Reading, its nouns for things, its bodies, the story's types -> the nouns, those with a name told so."""
    heads = [(thing, head_of(reading.doc, thing.head)) for thing in known]
    told = [(t._replace(name=types.name(head)) if _is_of_type(t) else t, head) for t, head in heads]
    typed = {thing.head.start: thing for thing, _ in told if _is_of_type(thing)}
    return (_with_name(thing, head, bodies, typed) for thing, head in told)


def _with_name(thing: Thing, head: Any, bodies: _Bodies, types: Mapping[int, Thing]) -> Thing:
    """A noun for a thing and its head -> the same with the name beside it, if it has one."""
    if _is_of_type(thing) or head.tag_ not in {"NN", "NNP"}:
        return thing
    for other in _apposed(head):
        if other.idx in bodies and head.tag_ == "NN":
            return thing._replace(whose=bodies[other.idx][0].span)
        if other.idx in types:
            return thing._replace(lemma=types[other.idx].lemma)
    if one_word(head.lemma_.lower()) in load("things.yaml")["behind their names"]:
        inside = [m for m, _ in bodies.values() if thing.span.start <= m.span.start and m.span.end < thing.head.start]
        if inside and not any(t.dep_ == "cc" for t in head.lefts):
            name = max(m.span for m in inside)
            return thing._replace(whose=name, name=Span(name.start, thing.head.end))
    return thing


def _is_of_type(thing: Thing) -> bool:
    return any(c.isdigit() for c in thing.lemma)


def _apposed(head: Any) -> Iterator[Any]:
    """Noun -> what stands in apposition to it, or it to that.

    The parser ties it to a noun further up: "a test of [the A380], [the largest jet]", "at noon [the index, the DAX]".
    """
    yield from (child for child in head.rights if child.dep_ == "appos" and not list(child.conjuncts))
    if head.dep_ == "appos" and not list(head.conjuncts):
        yield head.head
        if head.left_edge.i > 1 and head.left_edge.nbor(-1).text == ",":
            yield head.left_edge.nbor(-2)
    last = phrase(head)[-1]
    if last.i + 2 < len(last.doc) and last.nbor(1).text == ",":
        behind = (t for t in (last.nbor(2), *last.nbor(2).ancestors) if t.dep_ == "appos" and not list(t.conjuncts))
        yield from (t for t in behind if t.left_edge.i == last.i + 2)


def _names(reading: Reading, things: Sequence[Thing], bodies: _Bodies) -> Iterator[_Name]:
    """Reading, its things and its bodies -> every name of a body or type in it."""
    for mention, name in bodies.values():
        thing = Thing(reading.article.id, mention.span, mention.head, "", whose=mention.span)
        yield _Name(mention.head.start, ("bodies", name), thing)
    for thing in things:
        if _is_of_type(thing):
            yield _Name(thing.head.start, (_TYPES, thing.lemma), thing)


def _called(
    readings: Sequence[Reading], tied: Sequence[Sequence[Thing]], bodies: Sequence[_Bodies]
) -> Mapping[str, set[tuple[str, str]]]:
    """Readings, their things and bodies -> for each noun the names that the story calls by it."""
    called: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for reading, things, known in zip(readings, tied, bodies, strict=True):
        named = {mention.span: name for mention, name in known.values()}
        for name in named.values():
            called[one_word(name.split()[-1])].add(("bodies", name))
        for thing in things:
            noun = one_word(head_of(reading.doc, thing.head).lemma_.lower())
            if thing.whose is not None:
                called[noun].add(("bodies", named[thing.whose]))
            elif _is_of_type(thing) and noun.isalpha():
                called[noun].add((_TYPES, thing.lemma))
    return called


def _is_known(head: Any) -> bool:
    """Whether a noun is a known one, told by nothing that would set it apart from others: "the new plane(s)"."""
    left = [c for c in head.lefts if not (c.dep_ == "compound" and c.tag_ == "NN")]
    apart = any(c.tag_ not in {"DT", "JJ"} or c.lower_ in load("things.yaml")["setting apart"] for c in left)
    return head.tag_ in {"NN", "NNS"} and not apart and any(c.lower_ in _KNOWN for c in left)


def _pointing_back(
    reading: Reading, thing: Thing, names: Sequence[_Name], called: Mapping[str, set[tuple[str, str]]]
) -> Thing:
    """A known noun -> the only name before it that is called by it; any other thing stays as it is."""
    head = head_of(reading.doc, thing.head)
    if thing.whose is not None or _is_of_type(thing):
        return thing
    fitting = called.get(one_word(head.lemma_.lower()), set())
    if head.pos_ == "PROPN" and len(fitting) == 1 and (only := next(iter(fitting)))[0] == _TYPES:
        return thing._replace(lemma=only[1])  # "the Gannet", elsewhere "the A380 Gannet"
    if not _is_known(head):
        return thing
    before = [name for name in names if name.at < thing.head.start and name.key in fitting]
    if head.tag_ == "NNS":
        before = [name for name in before if name.key[0] == _TYPES]
    if len({name.key for name in before}) != 1:
        return thing
    meant = before[-1].thing
    return thing._replace(whose=meant.whose, lemma=thing.lemma if meant.whose else meant.lemma)
