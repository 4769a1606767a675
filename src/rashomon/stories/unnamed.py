"""Entities that no account names -> the noun by which a story's accounts may mean the same one ("the gunman")."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model import Attribution, Entity, Mention, Reading, Span, Syntax
from rashomon.stories.collectives import collectives
from rashomon.stories.nouns import one_word
from rashomon.text.grammar import head_of

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
        yield entity, one_word(head_of(reading.doc, heads[first]).lemma_.lower())


def _speaks(entity: Entity, sources: Sequence[Span]) -> bool:
    return any(source.meets(span) for source in sources for span in entity.mentions)
