"""In what one word accounts part that tell one thing: a name in a quotation, who said it, the side of a place.

That a tweet was sent, both accounts tell, whether they read "Wendy" in it or "Debbie": its line agrees and shows the
two names, and the conflict over the name is a line of its own, as that over a deed's figures is (`measured.py`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from msgspec.structs import replace

from rashomon.lexicon.files import load
from rashomon.model import Difference, Sentence, Slot, Span, StoryEntity, TextSlot, Value
from rashomon.weighing.claims.bearings import bearings
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.quotations import are_named_apart, one_utterance
from rashomon.weighing.claims.told import Told, of_one_kind
from rashomon.weighing.claims.unread import Unread, claimed
from rashomon.weighing.standings.misquoted import misquoted

_WORDS_OF_A_QUOTATION = frozenset({"name", "amount", "when"})
"""What can be misheard or mistyped in a quotation; a "not" and a tense make another statement of it."""
_SPEAKER = "actor"


def slips(matters: Weighed, people: Mapping[str, StoryEntity]) -> Weighed:
    """Matters and a story's entities -> a matter for each word in which the accounts of one of them part."""
    return [(_own_matter(matter, found, people), (found,)) for matter, _ in matters for found in _slips_of(matter)]


def without_slips(matter: Sequence[Told], parted: Sequence[Difference]) -> tuple[Difference, ...]:
    """A matter and in what its accounts part -> the same; what has a line of its own is no conflict of this one."""
    own = _slips_of(matter)
    speakers = any(found.slot == _SPEAKER for found in own)
    return tuple(
        replace(found, conflict=False) if found in own or (speakers and found.slot == _SPEAKER) else found
        for found in parted
    )


def _slips_of(matter: Sequence[Told]) -> list[Difference]:
    alike = of_one_kind(matter)
    side = bearings(alike)
    words = (found for found in misquoted(alike) if found.slot in _WORDS_OF_A_QUOTATION)
    return [*words, *_speakers(alike), *([side] if side else [])]


def _speakers(matter: Sequence[Told]) -> Iterator[Difference]:
    """A matter -> the two names of one speaker that its accounts give."""
    said = [one for one in matter if one.claim.kind == "statement" and one.who(_SPEAKER)]
    pairs = [pair for pair in combinations(said, 2) if are_named_apart(*pair) and one_utterance(*pair)]
    values = {_name(one) for pair in pairs for one in pair}
    if values:
        yield Difference(_SPEAKER, tuple(sorted(values)), conflict=True)


def _name(one: Told) -> Value:
    """Statement of somebody -> his name, where his account names him for it."""
    slot, hop = one.claim.slots[_SPEAKER], one.behind[-1]
    entity = one.people.get(hop.entity or "")
    place = slot.span or one.cue or one.evidence
    return Value(one.claim.article, entity.name if entity else hop.name, place.start, place.end)


def _own_matter(matter: Sequence[Told], found: Difference, people: Mapping[str, StoryEntity]) -> Matter:
    """A matter and one word in which its accounts part -> what each has for it, what most have first."""
    usual = Counter(value.value for value in found.values)
    told = sorted(found.values, key=lambda value: (-usual[value.value], value))
    return [_claim(matter, found.slot, value, {v.value for v in told}, people) for value in told]


def _claim(
    matter: Sequence[Told], slot: str, value: Value, all_values: AbstractSet[str], people: Mapping[str, StoryEntity]
) -> Told:
    place = Span(value.start, value.end)
    one = next(x for x in matter if x.claim.article == value.article)
    sentence = next((s.span for s in one.reading.of(Sentence) if s.span.meets(place)), place)
    quoted = slot in _WORDS_OF_A_QUOTATION
    said = load("particulars.yaml")["slips"][slot if slot in load("particulars.yaml")["slips"] else "quotation"]
    words = " or ".join(f"“{words}”" for words in sorted(all_values))
    slots: dict[str, Slot] = {"particular": TextSlot(said.format(words=words), place)}
    clause = Unread(one.reading, place, place, place, sentence, one if quoted else None)
    return claimed(clause, "statement" if quoted else "background", slots, people)
