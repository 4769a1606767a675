"""Claims of one article with the entities of its story for its own."""

from collections.abc import Mapping

import msgspec

from rashomon.model import Claim, Entity, EntitySlot, Hop, Reading, Slot, Span, StoryEntity
from rashomon.stories.pronouns import is_of_another
from rashomon.stories.weave import Woven
from rashomon.weighing.compared.governments import bare, is_government, is_seat


def mapped(claim: Claim, woven: Woven, seats: Mapping[str, str], text: str, people: Mapping[str, StoryEntity]) -> Claim:
    """Claim with the article's entities -> the same with the story's; governments by the seat that its text names."""

    def of(entity: str) -> str:
        return woven.names.get((claim.article, entity), entity)

    def called(words: str, entity: str | None, span: Span | None) -> str:
        if entity is None or entity not in seats:
            return words
        own = bare(span.of(text)) if span else ""
        if is_seat(own):
            return own
        return words if own.lower().endswith("government") else seats[entity] or words

    def is_anothers(span: Span | None, entity: str) -> bool:
        known = people.get(entity)
        return span is not None and known is not None and is_of_another(span.of(text), known.name)

    slots: dict[str, Slot] = dict(claim.slots)
    for name, slot in claim.slots.items():
        if isinstance(slot, EntitySlot):
            alone = slot.entities[0] if len(slot.entities) == 1 else None
            known = dict.fromkeys(map(of, slot.entities))
            kept = tuple(one for one in known if not is_anothers(slot.span, one))
            words = called(slot.text, alone, slot.span) if kept or not slot.span else slot.span.of(text)
            slots[name] = msgspec.structs.replace(slot, entities=kept, text=words)

    def linked(hop: Hop) -> Hop:
        if not hop.entity:
            return hop
        if hop.span and is_anothers(hop.span, of(hop.entity)):
            return Hop(hop.span.of(text), "unresolved", span=hop.span)
        return msgspec.structs.replace(hop, entity=of(hop.entity), name=called(hop.name, hop.entity, hop.span))

    return msgspec.structs.replace(claim, slots=slots, chain=tuple(map(linked, claim.chain)))


def seats_in(reading: Reading) -> dict[str, str]:
    """Reading -> for each government in it the one seat by which the text names it ("White House"), "" for several."""
    found = {}
    for entity in reading.of(Entity):
        if is_government(entity.name):
            named = {words for m in entity.mentions if is_seat(words := bare(m.of(reading.text)))}
            found[entity.id] = named.pop() if len(named) == 1 else ""
    return found
