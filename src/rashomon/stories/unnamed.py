"""Entities that no account names -> the noun by which a story's accounts may mean the same one ("the gunman")."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Attribution, Entity, Mention, Place, Reading, Span, StoryEntity, Syntax
from rashomon.stories.ages import by_age
from rashomon.stories.collectives import collectives
from rashomon.stories.nouns import one_word
from rashomon.stories.things import thing_cluster
from rashomon.text.grammar import head_of

_APART = frozenset({"one", "another", "other", "second", "third"})
_DESCRIBED = frozenset({"unnamed", "group", "organization"})


def unnamed(readings: Sequence[Reading]) -> Mapping[tuple[str, str], str]:
    """Readings of one story -> for each entity without a name, by article and id, the lemma of its noun.

    Nouns that accounts put for one another have one lemma. Where a story has the officials of several states, the
    state stands behind it. A single unnamed source is left out: two accounts' "an official" may be two men.
    """
    parsed = [one for one in readings if one.of(Syntax)]
    members = collectives(parsed)
    found = {
        (reading.article.id, entity.id): (members.get(noun, noun), entity.state or "")
        for reading in parsed
        for entity, noun in _described(reading)
    }
    states: dict[str, set[str]] = {}
    for noun, state in found.values():
        states.setdefault(noun, set()).update({state} - {""})
    return {one: f"{noun} {state}".strip() if len(states[noun]) > 1 else noun for one, (noun, state) in found.items()}


def clusters_of_unnamed(
    story: str, entities: Iterable[StoryEntity], readings: Sequence[Reading]
) -> Mapping[tuple[str, str], str]:
    """Story, its entities and readings -> for each entity without a name, by article and id, its cluster.

    Whom the record takes for somebody that another account names is that one. Whose age only one named person has is
    that one, and so are all who go by the same noun, if it has no other. The record keeps them apart.
    """
    persons = {place: e.id for e in entities for place in e.mentions}
    first = {(r.article.id, e.id): Place(r.article.id, *_ends(e.mentions[0])) for r in readings for e in r.of(Entity)}
    named = {persons[first[r.article.id, e.id]] for r in readings for e in r.of(Entity) if e.names}
    nouns = {at: noun for at, noun in unnamed(readings).items() if persons.get(first[at]) not in named}
    known = {local: persons[first[person]] for person, local in by_age(readings) if first[person] in persons}
    called: dict[str, set[str]] = {}
    for local, who in known.items():
        if local in nouns:
            called.setdefault(nouns[local], set()).add(who)
    one = {noun: next(iter(ids)) for noun, ids in called.items() if len(ids) == 1}
    return {local: one.get(noun) or thing_cluster(story, noun) for local, noun in nouns.items()} | known


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _described(reading: Reading) -> Iterator[tuple[Entity, str]]:
    """Reading -> its entities without a name, and the word for each one's noun."""
    names = {m.span for m in reading.of(Mention) if m.form == "name"}
    heads = {m.span: m.head for m in reading.of(Mention)}
    sources = [s for a in reading.of(Attribution) if a.stated and a.act == "speech" for s in a.source]
    for entity in reading.of(Entity):
        first = entity.mentions[0]
        if entity.kind not in _DESCRIBED or first not in heads or any(s in names for s in entity.mentions):
            continue
        if entity.kind == "unnamed" and _speaks(entity, sources):
            continue
        if entity.kind == "organization" and (entity.code or "")[3:] == "GOV":
            continue  # "the administration" and "the Trump administration": the record tells which
        yield entity, _noun(_counted(head_of(reading.doc, heads[first])))


def _noun(head: Any) -> str:
    """Head of the words for somebody -> the word for his noun, with what sets him apart: "one man", "another man"."""
    apart = next((c.lower_ for c in head.lefts if c.lower_ in _APART and head.tag_ == "NN"), "")
    return f"{apart} {one_word(head.lemma_.lower())}".lstrip()


def _counted(head: Any) -> Any:
    """Head of a noun phrase -> itself, or the plural or collective behind its "of" where it only counts those.

    "A group of migrants", "members of the caravan".
    """
    if head.lemma_.lower() not in load("things.yaml")["measuring"]:
        return head
    behind = (p for c in head.rights if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
    found = next((p for p in behind if p.pos_ == "NOUN"), None)
    return head if found is None else _counted(found)


def _speaks(entity: Entity, sources: Sequence[Span]) -> bool:
    return any(source.meets(span) for source in sources for span in entity.mentions)
