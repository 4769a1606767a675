"""Entities of several accounts become the entities of their story: one somebody under all its names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

from rashomon.lexicon.actors import actor_named, state_name
from rashomon.lexicon.leaders import given_name
from rashomon.lexicon.letters import plain
from rashomon.lexicon.roles import telling
from rashomon.model import Claim, Entity, EntityKind, Place, Reading, StoryEntity, hashed
from rashomon.stories.forms import Local, by_form, by_longer_name, by_one_name, by_own_surname, described_so, one_form
from rashomon.stories.organs import of_unknown_state
from rashomon.stories.pronouns import is_of_another
from rashomon.stories.romanized import can_be_one_name, sounds

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady", "the", "president", "minister"})
_IN_FULL = {"mt": "mount", "ft": "fort"}
_GOVERNMENTS = frozenset({"government", "administration", "regime"})
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "each", "every", "no"})
_JUNIOR = frozenset({"jr", "sr"})  # a bare surname is the elder's
_NUMBERED = frozenset({"ii", "iii", "iv"})
_BODIES = frozenset({"organization", "outlet", "group"})
_LONG_NAME = 9  # letters; shorter names are too easily one slip away from another man's
_LONG_NAME_OF_BODY = 15
_SHORT_SURNAME = 3  # letters


@dataclass(frozen=True)
class Woven:
    """The entities of a story, and which of them each account's own entities are."""

    entities: tuple[StoryEntity, ...] = ()
    names: dict[Local, str] = field(default_factory=dict)


def weave(readings: Sequence[Reading]) -> Woven:
    """Readings of one story -> its entities; entities that one account keeps apart are never joined."""
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    known = {(r.article.id, e.id): e for r in ordered for e in r.of(Entity)}
    relays = _relays(claim for reading in ordered for claim in reading.of(Claim))
    shown = {local: fold(entity.name) for local, entity in known.items()}
    joined = _Groups(known, of_unknown_state(known, shown))
    ways = (_by_key(known, relays), _by_middle_name(known, joined), _by_spelling(known, joined), _by_sound(known))
    for pairs in (*ways, _by_surname(known, joined)):
        for one, two in pairs:
            joined.join(one, two)
    ways_of_names = (by_one_name, by_form, by_longer_name, described_so)
    for one, two in (pair for way in ways_of_names for pair in way(known, shown)):
        if _compatible(known[one], known[two]):
            joined.join(one, two)
    for one, two in (*by_own_surname(known, shown), *_by_office(known, joined)):
        joined.join(one, two, sure=True)
    return _woven(joined, {r.article.id: r.text for r in ordered})


class _Groups:
    """Union-find that keeps apart what one account keeps apart, states excepted."""

    def __init__(self, known: dict[Local, Entity], anybodys: frozenset[Local] = frozenset()) -> None:
        self.known = known
        self.anybodys = anybodys
        self.members = {local: [local] for local in known}

    def of(self, local: Local) -> list[Local]:
        return self.members[local]

    def join(self, one: Local, two: Local, *, sure: bool = False) -> None:
        """Two entities -> nothing; they are one now, if no account keeps them apart or it is ``sure`` all the same."""
        first, second = self.members[one], self.members[two]
        if first is second or not (sure or self._may(first, second)):
            return
        first.extend(second)
        for local in second:
            self.members[local] = first

    def _may(self, first: list[Local], second: list[Local]) -> bool:
        if "state" in {self.known[first[0]].kind, self.known[second[0]].kind}:
            return True
        if not self.anybodys.isdisjoint((*first, *second)):
            return False
        return not {article for article, _ in first} & {article for article, _ in second}

    def all(self) -> list[list[Local]]:
        return sorted({id(group): sorted(group) for group in self.members.values()}.values())


def fold(name: str) -> str:
    """Name -> the same in lower case, without article, titles, possessive, hyphens and accents; "Mt." as "mount"."""
    words = re.findall(r"\w+", plain(name).lower().replace("’s", "").replace("'s", "").replace(".", ""))
    words[:-1] = [_IN_FULL.get(word, word) for word in words[:-1]]
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def _names(entity: Entity) -> set[str]:
    names = {folded for name in (entity.name, *entity.names) if (folded := fold(name))}
    return names | {_plain(name) for name in names} if entity.kind == "person" else names


def _plain(name: str) -> str:
    """Folded name of a person -> the same without middle initials and namesake's number, the first name in full."""
    words = name.split()
    while len(words) > 2 and words[-1] in _NUMBERED:
        words.pop()
    first = [given_name(words[0]) if len(words) > 1 else words[0]]
    return " ".join([*first, *(w for w in words[1:-1] if len(w) > 1), *words[1:][-1:]])


def _keys(local: Local, entity: Entity, relays: dict[Local, set[str]]) -> Iterator[tuple[str, ...]]:
    """Entity -> what makes it the same as any other entity of another account that has it too."""
    if entity.kind == "state":
        yield "state", (entity.code or entity.state or fold(entity.name))[:3]
    elif entity.kind == "place" and entity.state and entity.name == state_name(entity.state):
        yield "state", entity.state  # "in Singapore" and "Singapore's"
    elif entity.kind == "unnamed":
        yield from (("unnamed", fold(entity.name), relay) for relay in sorted(relays.get(local, ())))
    else:
        kind = "body" if entity.kind in _BODIES else entity.kind
        for name in sorted(_names(entity)):
            if kind != "person" or " " in name:
                yield kind, name
        if kind == "body" and (state := _governed(entity.name)):
            yield "government", state


def _governed(name: str) -> str:
    """Name of a body -> the state that it governs by its words ("Russian government"), or ""."""
    words = name.removeprefix("the ").split()
    if words[:2] == ["government", "of"]:
        actor = actor_named(" ".join(words[2:]).removeprefix("the "))
    elif len(words) > 1 and words[-1] in _GOVERNMENTS:
        actor = actor_named(" ".join(words[:-1]))
    else:
        return ""
    return actor.state if actor is not None and actor.kind == "state" else ""


def acting_for(entities: Iterable[StoryEntity]) -> dict[str, str]:
    """Entities of a story -> for each government in it the id of its state, which accounts put for one another.

    The record keeps them apart. Ministries, parliaments and courts are none: they may be at odds with the state.
    """
    listed = list(entities)
    states = {entity.code: entity.id for entity in listed if entity.kind == "state" and entity.code}
    found = {}
    for entity in listed:
        code, words = entity.code or "", set(fold(entity.name).split())
        if entity.kind == "organization" and code[3:] == "GOV" and words & _GOVERNMENTS and code[:3] in states:
            found[entity.id] = states[code[:3]]
    return found


def _by_key(known: dict[Local, Entity], relays: dict[Local, set[str]]) -> Iterator[tuple[Local, Local]]:
    holders: dict[tuple[str, ...], list[Local]] = defaultdict(list)
    for local, entity in known.items():
        for key in _keys(local, entity, relays):
            holders[key].append(local)
    for key in sorted(holders):
        ordered = _usual_state_first(holders[key], known)
        first, *rest = ordered
        usual = known[first].state
        # One account that lays a person to another state than two others do has misread it: it is no namesake.
        sure = key[0] == "person" and sum(known[local].state == usual for local in ordered) > 1
        yield from ((first, other) for other in rest if sure or _compatible(known[first], known[other]))


def _usual_state_first(locals_: Sequence[Local], known: dict[Local, Entity]) -> list[Local]:
    """Holders of a key -> the same, those of the state that most of them have first; the order kept otherwise."""
    states = [known[local].state for local in locals_ if known[local].state]
    usual = max(sorted({s for s in states if s}), key=states.count, default=None)
    return sorted(locals_, key=lambda local: known[local].state != usual)


def _compatible(one: Entity, two: Entity) -> bool:
    """Whether nothing that is known of two entities of one name tells that they are two."""
    return not (one.state and two.state) or one.state == two.state


def _by_surname(known: dict[Local, Entity], joined: _Groups) -> Iterator[tuple[Local, Local]]:
    """A person with one name only, and the only person of the story whose full name begins or ends with it."""
    full: dict[str, list[Local]] = defaultdict(list)
    for local, entity in known.items():
        if entity.kind == "person":
            whole = [name.split() for name in _names(entity) if " " in name and name.split()[-1] not in _JUNIOR]
            ends = {part for words in whole for part in (words[0], words[-1])}
            for part in ends:
                full[part].append(local)
    for local, entity in known.items():
        if entity.kind != "person" or any(" " in name for name in _names(entity)):
            continue
        bearers = [other for name in sorted(_names(entity)) for other in full.get(name, ())]
        one_bearer = len({id(joined.of(other)) for other in bearers}) == 1
        if one_bearer and any(_compatible(entity, known[other]) for other in bearers):
            yield bearers[0], local


def _by_middle_name(known: dict[Local, Entity], joined: _Groups) -> Iterator[tuple[Local, Local]]:
    """A person without a middle name, and the only person of the story who has one between the same names."""
    shorter: dict[tuple[str, str], list[Local]] = defaultdict(list)
    longer: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for local, entity in known.items():
        for words in (name.split() for name in _names(entity) if entity.kind == "person" and " " in name):
            (shorter if len(words) == 2 else longer)[words[0], words[-1]].append(local)
    for ends in sorted(shorter.keys() & longer.keys()):
        if len({id(joined.of(local)) for local in longer[ends]}) == 1:
            whole = longer[ends][0]
            yield from ((whole, local) for local in shorter[ends] if _compatible(known[whole], known[local]))


def _by_spelling(known: dict[Local, Entity], joined: _Groups) -> Iterator[tuple[Local, Local]]:
    """Long full names that differ in one letter: of persons of one state, office or first name, and of bodies."""
    named = [(local, e) for local, e in known.items() if e.kind == "person" or (e.kind in _BODIES and e.names)]
    told = [(local, max(_names(e), key=len)) for local, e in named if _names(e)]
    long = [(local, name) for local, name in told if " " in name and len(name) >= _LONG_NAME]
    for (one, first), (two, second) in combinations(long, 2):
        if joined.of(one) is joined.of(two) or abs(len(first) - len(second)) > 1 or first[0] != second[0]:
            continue
        if _may_be_misspelt(known[one], known[two], first, second) and _is_a_letter_off(first, second):
            yield one, two


def _by_sound(known: dict[Local, Entity]) -> Iterator[tuple[Local, Local]]:
    """Persons whose full names can be one name of another script, and whom nothing else tells apart."""
    alike: dict[tuple[str, ...], list[tuple[Local, str]]] = defaultdict(list)
    for local, entity in known.items():
        name = max(_names(entity), key=len, default="") if entity.kind == "person" else ""
        if sound := sounds(name):
            alike[sound].append((local, name))
    for (one, first), (two, second) in (pair for bearers in alike.values() for pair in combinations(bearers, 2)):
        if first != second and _compatible(known[one], known[two]) and can_be_one_name(first, second):
            yield one, two


def _may_be_misspelt(one: Entity, two: Entity, first: str, second: str) -> bool:
    """Whether two whose long names, folded, are nearly alike are of one sort, and nothing else tells them apart."""
    if one.kind == two.kind == "person":
        return bool(one.state and one.state == two.state) or _is_of_one_first_name(first.split(), second.split())
    return one.kind in _BODIES and two.kind in _BODIES and min(len(first), len(second)) >= _LONG_NAME_OF_BODY


def _is_of_one_first_name(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the words of two persons' names differ in the last alone, and not in how that begins: "Rait", "Raite"."""
    return one[:-1] == two[:-1] and one[-1][:2] == two[-1][:2] and len(one[-1]) > _SHORT_SURNAME


def _is_a_letter_off(one: str, two: str) -> bool:
    """Whether two names differ in one letter, and in no digit."""
    digits = [[c for c in name if c.isdigit()] for name in (one, two)]
    return digits[0] == digits[1] and DamerauLevenshtein.distance(one, two, score_cutoff=1) == 1


def _by_office(known: dict[Local, Entity], joined: _Groups) -> Iterator[tuple[Local, Local]]:
    """One account's definite office-holder without a name, and the only person whom the others name in that office.

    "the former FBI director", and elsewhere James Comey, former director of the FBI; an office of no state or body is
    anybody's. An account may have both and not tell that they are one, if it tells no office of the person.
    """
    holders: dict[str, list[Local]] = defaultdict(list)
    for local, entity in known.items():
        if entity.kind == "person":
            for role in (role for role in entity.roles if " of " in role):
                holders[role].append(local)
    for local, entity in known.items():
        if entity.kind != "unnamed" or entity.name.split(maxsplit=1)[0].lower() in _INDEFINITE:
            continue
        named = [other for role in entity.roles for other in holders.get(role, ())]
        if len({id(joined.of(other)) for other in named}) != 1:
            continue
        apart = [other for other in joined.of(named[0]) if other[0] == local[0]]
        if not any(known[other].roles or known[other].kind == "unnamed" for other in apart):
            yield named[0], local


def _relays(claims: Iterable[Claim]) -> dict[Local, set[str]]:
    """Claims -> for each entity in a chain, the names of those that pass on its word; the account's outlet is none."""
    found: dict[Local, set[str]] = defaultdict(set)
    for claim in claims:
        for before, hop in zip(claim.chain[1:], claim.chain[2:], strict=False):
            if hop.entity:
                found[claim.article, hop.entity].add(fold(before.name))
    return found


def _woven(joined: _Groups, texts: Mapping[str, str]) -> Woven:
    entities, names, taken = [], {}, set()
    for group in joined.all():
        members = [joined.known[local] for local in group]
        name = _shown(members)
        kind = _kind(members)
        same = _same_everywhere(kind, name, members)
        made = hashed("entity", *same)
        if made in taken:
            made = hashed("entity", *same, *group[0])
        taken.add(made)
        entities.append(_story_entity(made, name, group, members, texts))
        names.update(dict.fromkeys(group, made))
    return Woven(tuple(sorted(entities, key=lambda e: (e.kind, e.name, e.id))), names)


def _same_everywhere(kind: EntityKind, name: str, members: Sequence[Entity]) -> tuple[str, str]:
    """Kind and name of entities that are one -> what makes them the same in every story.

    A state is one where a story has it for a place only ("in Norway"), a body whatever the form of its name.
    """
    if any(e.kind in {"state", "place"} and e.state and e.name == state_name(e.state) for e in members):
        return "state", fold(name)
    return kind, one_form(fold(name)) if kind in _BODIES else fold(name)


def _shown(members: Sequence[Entity]) -> str:
    """Entities that are one -> the name to show: a full name before a part of it, the more usual before the rarer."""
    uses: dict[str, int] = defaultdict(int)
    for entity in members:
        uses[entity.name] += len(entity.mentions) or 1
    if _kind(members) == "person":
        most = max(min(len(fold(name).split()), 2) for name in uses)
        uses = {name: n for name, n in uses.items() if min(len(fold(name).split()), 2) == most}
    return min(uses, key=lambda name: (-uses[name], len(name), name))


def _kind(members: Sequence[Entity]) -> EntityKind:
    """Entities that are one -> its kind: what most mentions were taken for, a state where one account has one."""
    if any(member.kind == "state" for member in members):
        return "state"
    uses: Counter[EntityKind] = Counter()
    for member in members:
        uses[member.kind] += len(member.mentions)
    if uses.keys() & _BODIES and not any(" " in name for member in members for name in member.names):
        uses.pop("person", None)  # "operator JANAF", whom an account that has the word alone takes for somebody
    return max(uses, key=lambda kind: (uses[kind], kind == members[0].kind, kind))


def _story_entity(
    made: str, name: str, group: Sequence[Local], members: Sequence[Entity], texts: Mapping[str, str]
) -> StoryEntity:
    spans = ((a, s) for (a, _), e in zip(group, members, strict=True) for s in e.mentions)
    places = (Place(a, s.start, s.end) for a, s in spans if not is_of_another(s.of(texts[a]), name))
    given = [e.code for e in members if e.code]
    codes = sorted(set(given), key=lambda code: (-given.count(code), -len(code), code))
    return StoryEntity(
        id=made,
        name=name,
        kind=_kind(members),
        mentions=tuple(sorted(places)),
        code=codes[0] if codes else None,
        roles=telling(sorted({role for e in members for role in e.roles})),
        names=tuple(sorted({n for e in members for n in (e.name, *e.names)})),
    )
