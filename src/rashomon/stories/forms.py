"""Names of one body, place or person that accounts write or take differently: which entities they make one.

A name finder takes "Toulouse" for a place in one account and for a person in the next; "the U.S. Labor Department" is
"the United States Department of Labor", and "EADS" what its initials stand for.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from rashomon.lexicon.actors import actor_named
from rashomon.linking.entities.names import FIRM
from rashomon.model import Entity

Local = tuple[str, str]
"""An article's id and the id of an entity in it."""

_BODIES = frozenset({"organization", "outlet"})
_TAKEN_FOR = _BODIES | {"person", "place", "group"}
_OF_STATE = re.compile(r"^(?:(.+) )?(department|ministry|bureau) of (.+)$")
_SPELT = {"defence": "defense"}
_NOT_SPELLED = frozenset({"of", "and", "the", "for"})
_LEAST = 3  # letters; two stand for too much


def by_one_name(known: Mapping[Local, Entity], names: Mapping[Local, str]) -> Iterator[tuple[Local, Local]]:
    """Entities of a story and the folded name of each -> pairs that bear one name, whatever each was taken for.

    One word is nobody's full name: where a story has fuller names of persons with it, it may be any of theirs.
    """
    fuller = {word for at, name in names.items() if known[at].kind == "person" for word in _ends(name)}
    yield from _paired({at: name for at, name in names.items() if _is_named(known[at]) and name not in fuller})


def by_form(known: Mapping[Local, Entity], names: Mapping[Local, str]) -> Iterator[tuple[Local, Local]]:
    """Entities of a story and the folded name of each -> pairs of bodies whose names differ in their form alone."""
    bodies = {at: one_form(name) for at, name in names.items() if _is_body(known[at])}
    yield from _paired(bodies)
    spelled: dict[str, list[Local]] = defaultdict(list)
    for at, name in bodies.items():
        spelled["".join(word[0] for word in name.split() if word not in _NOT_SPELLED)].append(at)
    for at, name in bodies.items():
        written = known[at].name
        whole = [other for other in spelled.get(name, ()) if other != at]
        if len(name) >= _LEAST and written.isupper() and len({bodies[other] for other in whole}) == 1:
            yield whole[0], at


def by_longer_name(known: Mapping[Local, Entity], names: Mapping[Local, str]) -> Iterator[tuple[Local, Local]]:
    """Entities of a story and the folded name of each -> pairs of which one has more words in front, as no other has.

    A person's full name with what he is before it ("Receiver Bo Aas"), a body's with its state ("the US Coast Guard").
    """
    for kinds, of_state in ((frozenset({"person"}), False), (_BODIES, True)):
        alike = {at: name for at, name in names.items() if known[at].kind in kinds and known[at].names}
        longer: dict[str, set[str]] = defaultdict(set)
        for name in set(alike.values()):
            words = name.split()
            for start in range(1, len(words) - 1):
                if not of_state or _state(" ".join(words[:start])):
                    longer[" ".join(words[start:])].add(name)
        first = {name: at for at, name in reversed(alike.items())}
        for at, name in alike.items():
            if len(longer[name]) == 1:
                yield first[next(iter(longer[name]))], at


def by_own_surname(known: Mapping[Local, Entity], names: Mapping[Local, str]) -> Iterator[tuple[Local, Local]]:
    """Entities of a story and the folded name of each -> pairs in one account: a surname, and the full name it ends.

    The name finder took "Ana Duarte" for a place there, and other accounts know her for a person.
    """
    persons = {name for at, name in names.items() if known[at].kind == "person" and " " in name}
    whole: dict[Local, list[Local]] = defaultdict(list)
    for at, name in names.items():
        if name in persons and known[at].kind in _TAKEN_FOR:
            whole[at[0], name.split()[-1]].append(at)
    for at, name in names.items():
        bearers = whole.get((at[0], name), [])
        if known[at].kind == "person" and len(bearers) == 1 and all(" " not in one for one in known[at].names):
            yield bearers[0], at


def described_so(known: Mapping[Local, Entity], names: Mapping[Local, str]) -> Iterator[tuple[Local, Local]]:
    """Entities of a story and the folded name of each -> pairs of a body and one that an account only describes so.

    "The Indian Navy", and elsewhere "the Indian navy".
    """
    bodies: dict[str, Local] = {}
    for at, entity in known.items():
        if entity.kind in _BODIES and entity.names:
            bodies.setdefault(one_form(names[at]), at)
    for at, entity in known.items():
        if entity.kind in _BODIES and entity.state and not entity.names and one_form(names[at]) in bodies:
            yield bodies[one_form(names[at])], at


def one_form(name: str) -> str:
    """Folded name of a body -> the form that stands for all that mean the same.

    Without what only says that it is a firm, its state in full, "Department of Labor" as "Labor Department".
    """
    words = [_SPELT.get(word, word) for word in name.split()]
    while len(words) > 1 and words[-1] in FIRM:
        words.pop()
    for end in range(min(len(words) - 1, 3), 0, -1):
        if state := _state(" ".join(words[:end])):
            words = [state.lower(), *words[end:]]
            break
    turned = _OF_STATE.fullmatch(" ".join(words))
    return " ".join(part for part in (turned[1], turned[3], turned[2]) if part) if turned else " ".join(words)


def _state(words: str) -> str:
    """Folded words -> the code of the state that they name, "" for none."""
    for written in (words.title(), words.upper()):
        actor = actor_named(written)
        if actor is not None and actor.kind == "state" and actor.naming in {"name", "adjective"}:
            return actor.code
    return ""


def _paired(names: Mapping[Local, str]) -> Iterator[tuple[Local, Local]]:
    holders: dict[str, list[Local]] = defaultdict(list)
    for at, name in names.items():
        holders[name].append(at)
    for name in sorted(holders):
        first, *rest = holders[name]
        yield from ((first, other) for other in rest)


def _is_named(entity: Entity) -> bool:
    return bool(entity.names) and entity.kind in _TAKEN_FOR


def _is_body(entity: Entity) -> bool:
    """Whether an entity is a body by its name, or a place of several words, for which the name finder takes many."""
    place = entity.kind == "place" and " " in entity.name
    return _is_named(entity) and (entity.kind in _BODIES or place)


def _ends(name: str) -> set[str]:
    words = name.split()
    return {words[0], words[-1]} if len(words) > 1 else set()
