"""Words of an article -> whom they refer to: the one question that claims and renderers ask of the entities."""

from bisect import bisect_left
from collections.abc import Iterable

from rashomon.lexicon.actors import actor_named
from rashomon.model import Entity, Mention, Reading, Span, Unresolved
from rashomon.readers.mentions.nouns import role_of
from rashomon.text.grammar import conjuncts, head_of

_WHERE = frozenset({"in", "at", "near", "off", "outside", "inside"})


class Referents:
    """The entities of one reading, asked by span; make one per reading and ask it often."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.text = reading.text
        self._owner = {span: entity for entity in reading.of(Entity) for span in entity.mentions}
        self._mentions = sorted(reading.of(Mention), key=lambda m: (m.head, m.span))
        self._heads = [m.head.start for m in self._mentions]
        self._names = _by_name(reading.of(Entity))
        self._by_id = {entity.id: entity for entity in reading.of(Entity)}

    def at(self, span: Span) -> Entity | Unresolved:
        """Span of words -> the entity that their head noun refers to, or why it cannot be told.

        Of several mentions in the words the head's own counts, then one that modifies no other noun.
        """
        mention = self.mention(span)
        if mention is None:
            return Unresolved(f"{span.of(self._reading.text)!r} names nobody")
        return self.entity(mention)

    def named(self, words: str) -> Entity | None:
        """Words -> the one entity of that name or, for a person, surname, however it is spelled; None for several.

        For names that stand where no mention was read: the label of a turn, an odd place in a sentence.
        """
        found = self._names.get(" ".join(words.casefold().split()), ())
        return found[0] if len(found) == 1 else None

    def mention(self, span: Span) -> Mention | None:
        """Span of words -> the mention that is their head; a modifier only where the span holds nothing else."""
        inside = [m for m in self.within(span) if not self._only_owns(m, span) and not self._is_where(m, span)]
        if len(inside) < 2:
            return inside[0] if inside else None
        head = head_of(self._reading.doc, span)
        own = [m for m in inside if m.head.start <= head.idx < m.head.end]
        plain = [m for m in inside if not m.modifier]
        return (own or plain or inside)[0]

    def _only_owns(self, mention: Mention, span: Span) -> bool:
        """Whether a mention is the owner of a noun of the words: "his" in "his aide", "Peru" in "Peru's withdrawal".

        So is a place or state tied to a participle: "Chile" in "the Chile-born Australian".
        """
        behind = self._reading.text[mention.span.end : mention.span.end + 2]
        if behind[:1] == "-" and behind[1:].islower() and mention.form == "name" and mention.span.end < span.end:
            return True
        owner = head_of(self._reading.doc, mention.head)
        return bool(owner.dep_ == "poss" and span.start <= owner.head.idx < span.end)

    def _is_where(self, mention: Mention, span: Span) -> bool:
        """Whether a mention only tells where that is which the words are for: "a bomb in Larvik" is no town."""
        before = head_of(self._reading.doc, mention.head).head
        return bool(before.lower_ in _WHERE and span.start < before.idx < mention.span.start)

    def is_owner_of_more(self, mention: Mention, span: Span) -> bool:
        """Whether a mention is the owner of a noun that stands outside the words: "his", of "his claim"."""
        owner = head_of(self._reading.doc, mention.head)
        return bool(owner.dep_ == "poss" and not span.start <= owner.head.idx < span.end)

    def entity(self, mention: Mention) -> Entity | Unresolved:
        """Mention -> its entity, or why it has none."""
        found = self._owner.get(mention.span)
        if found is not None:
            return found
        return Unresolved(f"{mention.span.of(self._reading.text)!r}: the text does not settle whom this means")

    def within(self, span: Span) -> list[Mention]:
        """Span -> the mentions whose head lies in it, in text order."""
        first, last = bisect_left(self._heads, span.start), bisect_left(self._heads, span.end)
        return [m for m in self._mentions[first:last] if m.head.end <= span.end]

    def all_at(self, span: Span) -> tuple[Entity, ...]:
        """Span of words -> the entities of its head noun and of what is coordinated with it, in text order.

        For a group of two who are known these: "the two leaders".
        """
        if not self.within(span):
            return ()
        found: list[Entity] = []
        for noun in conjuncts(head_of(self._reading.doc, span)):
            mention = self.mention(Span(noun.idx, noun.idx + len(noun)))
            entity = self.entity(mention) if mention is not None else None
            if isinstance(entity, Entity) and span.covers(Span(noun.idx, noun.idx + 1)) and entity not in found:
                found.append(entity)
        if not found:
            one = self.at(span)
            found = [one] if isinstance(one, Entity) else []
        known = [member for one in found for member in ([self._by_id[m] for m in one.members] or [one])]
        return tuple(dict.fromkeys(known))

    def codes(self, span: Span) -> tuple[str, ...]:
        """Span of words -> the PLOVER codes of the actors it names, coordinated ones each by itself."""
        found: dict[str, None] = {}
        for entity in self.all_at(span):
            found |= dict.fromkeys(self._codes(entity, span))
        return tuple(found)

    def _codes(self, entity: Entity, span: Span) -> tuple[str, ...]:
        """Entity and words for it -> its codes: several states that share a noun each have their own."""
        mention = self.mention(span)
        if mention is None or self.entity(mention) != entity:
            return (entity.code,) if entity.code else ()
        if mention.form == "nominal":
            states = [
                e.state for m in self.within(mention.span) if m.modifier and (e := self._owner.get(m.span)) and e.state
            ]
            role = role_of(head_of(self._reading.doc, mention.head))
            if len(set(states)) > 1 and role is not None and entity.state is None:
                return tuple(dict.fromkeys(state + role.sector for state in states))
        elif mention.form == "name" and entity.kind == "state" and entity.code:
            actor = actor_named(mention.span.of(self._reading.text))
            sector = {"capital": "GOV", "people": "CVL"}.get(actor.naming, "") if actor is not None else ""
            return (entity.code + sector,)
        return (entity.code,) if entity.code else ()


def _by_name(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Entities -> by each of their names, and a person's surname, in lower case: those that bear it."""
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        names = {entity.name, *entity.names}
        names |= {name.rsplit(maxsplit=1)[-1] for name in names if entity.kind == "person" and name.strip()}
        for name in {name.casefold() for name in names}:
            found.setdefault(name, []).append(entity)
    return found


def who(reading: Reading, span: Span) -> Entity | Unresolved:
    """Reading and words of it -> whom they refer to; for many questions to one reading keep a ``Referents``."""
    return Referents(reading).at(span)
