"""Entities that no account names -> the noun by which a story's accounts may mean the same one ("the gunman")."""

from collections.abc import Mapping, Sequence

from rashomon.model import Attribution, Entity, Mention, Reading, Syntax
from rashomon.text.grammar import head_of

_DESCRIBED = frozenset({"unnamed", "group", "organization"})


def unnamed(readings: Sequence[Reading]) -> Mapping[tuple[str, str], str]:
    """Readings of one story -> for each entity without a name, by article and id, the lemma of its noun.

    Unnamed sources are left out: two accounts' "officials" who speak may be two men, and are two witnesses at most.
    """
    found: dict[tuple[str, str], str] = {}
    for reading in (one for one in readings if one.of(Syntax)):
        names = {m.span for m in reading.of(Mention) if m.form == "name"}
        speaking = [a for a in reading.of(Attribution) if a.stated and a.act == "speech"]
        sources = [span for attribution in speaking for span in attribution.source]
        heads = {m.span: m.head for m in reading.of(Mention)}
        for entity in reading.of(Entity):
            first = entity.mentions[0]
            if entity.kind not in _DESCRIBED or first not in heads or any(s in names for s in entity.mentions):
                continue
            if any(source.meets(span) for source in sources for span in entity.mentions):
                continue
            found[reading.article.id, entity.id] = head_of(reading.doc, heads[first]).lemma_.lower()
    return found
