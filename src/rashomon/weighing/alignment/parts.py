"""Who and what takes part in a clause, by entities and nouns, and whether those of two clauses can be one."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from rashomon.lexicon.files import load
from rashomon.model import Reading, StoryEntity
from rashomon.stories.scenes import Whose
from rashomon.text.grammar import subjects
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.heads import antecedent, anything, counted_noun, is_one_more, lemma_of, members
from rashomon.weighing.compared.wordings import nouns_for
from rashomon.weighing.compared.words import Bag, weighed
from rashomon.weighing.standings.covering import covers

Fit = Literal["same", "open", "apart"]
_SELF = frozenset({"i", "we", "me", "us"})
_BESIDE = frozenset({"amod", "compound", "nmod", "poss", "appos"})
_OF_NO_STATE = frozenset({"IGO", "IMG", "NGO"})
"""What begins the code of a body that is of no one state (PLOVER)."""
_BY_THEMSELVES = frozenset({"BUS", "PTY", "REB"})
"""Codes of bodies that are part of no other: firms, parties, armed groups (PLOVER)."""
_YOUNGER = frozenset({"jr", "jr.", "sr", "sr."})
_LAST = frozenset({"last", "next", "final", "previous"})
_ANOTHER = "another"
"""The quality of what is told to be one more of its kind: "a second deputy"."""
_ENTITY = 3.0  # what somebody who is named weighs at least, by whatever word


@dataclass(frozen=True)
class Part:
    """Who or what takes part: entities and nouns, and what qualifies it; ``loose`` are nouns that can be anything.

    ``kinds`` are the nouns among the qualities that tell of which kind it is: "exports of herring".
    """

    keys: frozenset[str] = frozenset()
    qualities: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether nothing tells who or what it is."""
        return not self.keys

    @property
    def entities(self) -> frozenset[str]:
        """Those of its keys that are the story's entities."""
        return frozenset(key for key in self.keys if key.startswith("@"))


NOBODY = Part()


class Parts:
    """Who the words of one reading are for."""

    def __init__(self, reading: Reading, who: Whose) -> None:
        self._article, self._who = reading.article.id, who

    def entity(self, word: Any) -> str:
        """Word -> the story's entity that it is for, "" for none."""
        return self._who.get((self._article, word.idx), "")

    def keys(self, word: Any) -> frozenset[str]:
        """Word -> its entity and the nouns for it."""
        entity = self.entity(word)
        return frozenset(({entity} - {""}) | (nouns_for(lemma_of(word)) if weighed(word.text)[0] else set()))

    def part(self, nouns: Sequence[Any], statement: Told | None) -> Part:
        """Nouns, and the statement that they stand in -> who or what they are together."""
        keys: set[str] = set()
        qualities: set[str] = set()
        loose: set[str] = set()
        kinds: set[str] = set()
        named = [counted_noun(known) for noun in nouns if (known := antecedent(noun)) is not None]
        for noun in named:
            if noun.lower_ in _SELF and statement is not None:
                keys |= {f"@{entity}" for entity in statement.who("actor")}
                continue
            called = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and noun.tag_ == "NN"]
            keys |= {entity for word in (noun, *called, *members(noun)) if (entity := self.entity(word))}
            lemma = lemma_of(noun)
            if lemma in anything():
                loose |= {lemma} if noun.pos_ == "NOUN" else set()
            elif noun.pos_ in {"NOUN", "PROPN", "VERB"}:
                keys |= nouns_for(lemma)
                names = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == noun.pos_ == "PROPN"]
                keys |= {key for name in names for key in nouns_for(lemma_of(name))}
            qualities |= self.qualities(noun)
            kinds |= self._kinds(noun)
        return Part(frozenset(keys), frozenset(qualities), frozenset(loose), frozenset(kinds))

    def ranked(self, noun: Any, verb: Any, statement: Told | None) -> Part | None:
        """A ranked noun, its verb -> who is said to be it: "Peru is the largest exporter", "Berg, the third minister".

        Of "his third victory" and "earning him a third victory" it is who has won it; none where that is not known.
        """
        of_person = noun.dep_ == "appos" and noun.head.ent_type_ == "PERSON"
        named = subjects(verb) if noun.dep_ == "attr" else [noun.head] if of_person else []
        owners = [c for c in noun.children if c.dep_ == "poss"] or [c for c in noun.head.children if c.dep_ == "dative"]
        one = self.part(named or owners, statement)
        return None if owners and not named and one.is_open else one

    def _kinds(self, noun: Any) -> set[str]:
        of = [n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
        words = [*of, *(c for c in noun.children if c.dep_ == "compound")]
        common = [w for w in words if w.pos_ == "NOUN" and not self.entity(w) and lemma_of(w) not in anything()]
        return {key for word in common for key in nouns_for(lemma_of(word))}

    def qualities(self, noun: Any) -> set[str]:
        """Noun -> nouns, adjectives and entities that tell which one it is: "imports of scooters", "last train"."""
        beside = [c for c in noun.children if c.dep_ in _BESIDE and not (c.i + 2 == noun.i and c.nbor(1).text == "-")]
        behind = [n for c in noun.children if c.dep_ == "prep" for n in c.children if n.dep_ == "pobj"]
        told: set[str] = {_ANOTHER} if is_one_more(noun) else set()
        for word in [*beside, *behind, *(c for n in (*beside, *behind) for c in n.children if c.dep_ in _BESIDE)]:
            entity = self.entity(word)
            root, _ = weighed(word.text)
            told |= {word.lower_} & (load("contrasts.yaml")["ordinals"].keys() | _LAST)
            if entity or (root and word.pos_ in {"NOUN", "PROPN", "ADJ"} and lemma_of(word) not in anything()):
                told |= ({entity} - {""}) | (nouns_for(lemma_of(word)) if root else set())
        return told

    def words(self, tokens: Sequence[Any], without: set[int]) -> Bag:
        """Words of a clause -> its telling words but those that tell the deed; who is named stands as an entity."""
        words: Bag = {}
        for token in tokens:
            if token.i in without or token.pos_ == "ADV" or token.lower_.endswith("day"):
                continue
            entity = self.entity(token)
            root, weight = weighed(token.text)
            for key in {entity, root} - {""}:
                words[key] = max(weight, words.get(key, 0.0), _ENTITY if key == entity else 0.0)
        return words


def fit(one: Part, two: Part, people: Mapping[str, StoryEntity]) -> Fit:
    """Who or what takes part in two tellings -> whether it is the same, can be, or is not."""
    if one.is_open or two.is_open:
        by_kind = (a.is_open and a.loose and a.kinds & b.keys for a, b in ((one, two), (two, one)))
        both = one.loose & two.loose and one.is_open and two.is_open
        return "same" if both or any(by_kind) else "open"  # "a bond measure" and "a bond"
    if bool(_YOUNGER & (one.keys | one.qualities)) != bool(_YOUNGER & (two.keys | two.qualities)):
        return "apart"
    if one.entities & two.entities:
        return "same"
    if (_ANOTHER in one.qualities) != (_ANOTHER in two.qualities):
        return "apart"
    named = [{key for key in part.entities if is_named(key, people)} for part in (one, two)]
    if one.keys & two.keys and not all(named):
        told = [{q for q in part.qualities if not q.startswith("@") or is_named(q, people)} for part in (one, two)]
        other = all(told) and not one.qualities & two.qualities and not _persons() & (told[0] | told[1])
        other_kind = one.kinds and two.kinds and not one.kinds & two.kinds
        return "apart" if other or other_kind else "same"
    names = [{key.removeprefix("@") for key in part} for part in named]
    one_name = covers(names[0], names[1], people) or _share_a_name(names[0], names[1], people)
    return "same" if all(names) and one_name else "apart"


def with_nouns(part: Part, people: Mapping[str, StoryEntity]) -> Part:
    """A part -> the same with the nouns for those of its entities that have no name: "he" is "the senator".

    Only where one sentence is nearly the other: of two climbers each account has "the man".
    """
    unnamed = (people.get(key.removeprefix("@")) for key in part.entities)
    nouns = [known.name.split()[-1].lower() for known in unnamed if known is not None and known.kind == "unnamed"]
    return replace(part, keys=part.keys.union(*map(nouns_for, nouns))) if nouns else part


def _share_a_name(one: AbstractSet[str], two: AbstractSet[str], people: Mapping[str, StoryEntity]) -> bool:
    """Whether one of some is called as one of the others, with a word before it: "Leo Marsh", "sprinter Leo Marsh"."""
    called = [[people[name].name.lower() for name in names if name in people] for names in (one, two)]
    pairs = ((a, b) for first in called[0] for second in called[1] for a, b in ((first, second), (second, first)))
    return any(" " in a and b.endswith(f" {a}") for a, b in pairs)


def are_two(one: Part, two: Part, people: Mapping[str, StoryEntity]) -> bool:
    """Whether two parts are two by name."""
    return fit(one, two, people) == "apart" and all(any(is_named(k, people) for k in p.entities) for p in (one, two))


def act_for_two(one: AbstractSet[str], two: AbstractSet[str], people: Mapping[str, StoryEntity]) -> bool:
    """Who does what two clauses tell, by entities -> whether they are of two states, persons, firms or the like.

    Each by name. Not so the navy and its ship, or a body and its spokesman: of these each account may name another.
    """
    known = [[people[key.removeprefix("@")] for key in keys if is_named(key, people)] for keys in (one, two)]
    first, second = ({entity.id for entity in side} for side in known)
    if not all(known) or covers(first, second, people) or _share_a_name(first, second, people):
        return False
    states = [{(entity.code or "")[:3] for entity in side} for side in known]
    if not {"", *_OF_NO_STATE} & (states[0] | states[1]):
        return states[0].isdisjoint(states[1])
    words = [{entity.name.split()[-1] for entity in side} for side in known]
    if words[0].isdisjoint(words[1]) and all(e.kind == "person" for side in known for e in side):
        return True
    words = [{word for entity in side for word in entity.name.split()} for side in known]
    return words[0].isdisjoint(words[1]) and all(_acts_for_itself(e) for side in known for e in side)


def _acts_for_itself(entity: StoryEntity) -> bool:
    """Whether an entity is a firm, a party, a team or the like, and no part of another body."""
    sector = (entity.code or "")[3:]
    of_its_own = sector in _BY_THEMSELVES or not sector
    return entity.kind == "organization" and of_its_own and entity.name.split()[-1] not in _bodies()


@cache
def _bodies() -> frozenset[str]:
    """Nouns that the name of a body ends in which may be part of another: "Sheriff's Department"."""
    return frozenset(load("bodies.yaml")["takes the article"])


@cache
def _persons() -> frozenset[str]:
    """Nouns for somebody: who is "a businessman" can be called "a trader" elsewhere."""
    return frozenset(key for noun in load("contrasts.yaml")["somebody"] for key in nouns_for(noun))


def is_somebody(part: Part, people: Mapping[str, StoryEntity]) -> bool:
    """Whether a part is a person or a group of them."""
    known = (people.get(key.removeprefix("@")) for key in part.entities)
    return any(one is not None and one.kind in {"person", "unnamed", "group"} for one in known)


def is_named(entity: str, people: Mapping[str, StoryEntity]) -> bool:
    """Whether an entity is somebody by name, and not "the bank" or "prosecutors"."""
    known = people.get(entity.removeprefix("@"))
    return known is not None and known.kind not in {"unnamed", "group"} and any(c.isupper() for c in known.name)
