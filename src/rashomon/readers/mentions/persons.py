"""Names that are a person's by what stands around them, whatever the name finder took them for."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rashomon.lexicon.actors import Found, actor_named
from rashomon.lexicon.leaders import is_first_name
from rashomon.lexicon.ranks import ranks as known_ranks
from rashomon.lexicon.roles import gender_in, is_also_of_bodies, role_at, title
from rashomon.model import EntityKind
from rashomon.text.grammar import is_many
from rashomon.text.stand_ins import MONTH_NAMES
from rashomon.text.words import tokens_of, words_of

_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})


class Name(NamedTuple):
    """A name: its tokens (half-open), what it seems to name, and what the lexicon knows of it."""

    start: int
    end: int
    kind: EntityKind | None
    found: Found | None = None


def as_persons(doc: Any, names: list[Name]) -> Iterator[Name]:
    """Names -> those of a person's surname, or after an office, called persons whatever the name finder said."""
    words: set[str] = set()
    for name in names:
        if name.kind == "person" and name.end - name.start > 1:
            last = name.end - 1 - (doc[name.end - 1].lower_.strip(".") in {"jr", "sr", "ii", "iii"})
            words |= {doc[name.start].lower_, doc[last].lower_}
    for name in names:
        name = _behind_rank(doc, name)  # noqa: PLW2901 - mended
        lone = name.end - name.start == 1
        if lone and _is_calling(doc[name.start]):
            continue
        if (
            name.kind in {"person", None}
            and is_many(doc[name.end - 1])
            and not _is_family(doc[name.end - 1].lower_, words)
        ):
            yield name._replace(kind="group")
        elif (lone and (doc[name.start].lower_ in words or _is_relative(doc[name.start]))) or (
            name.kind in {"organization", "group", "place", None}
            and (_after_office(doc, name) or _explained(doc, name) or _is_given_a_name(doc, name))
        ):
            yield name._replace(kind="person")
        else:
            yield name


def _behind_rank(doc: Any, name: Name) -> Name:
    """Name taken for a body's -> the person's of two or three words behind a rank: "Rear Admiral [Ana Duarte]"."""
    ranks = [i for i in range(name.start, name.end - 2) if doc[i].lower_.strip(".") in known_ranks()]
    rest = range(ranks[-1] + 1, name.end) if ranks and name.kind == "organization" and name.found is None else range(0)
    alone = all(doc[i].pos_ == "PROPN" and doc[i].text.istitle() and not role_at([doc[i].lower_]) for i in rest)
    return name._replace(start=rest[0], kind="person") if rest and alone and len(rest) < 4 else name


def _is_calling(noun: Any) -> bool:
    """Whether the capital is only that of a first word, which tells what somebody is: "[Filmmaker] and pilot Bo"."""
    beside = [c for c in noun.rights if c.dep_ == "conj" and c.tag_ == "NN" and c.text.islower()]
    named = any(c.dep_ == "appos" and c.pos_ == "PROPN" for word in (noun, *beside) for c in word.rights)
    return bool(noun.is_sent_start and beside and named)


def _is_relative(name: Any) -> bool:
    """Whether a lone name tells who somebody's relative is: "Aas's widow, [Candee]", "his son, [Austin]"."""
    kin = name.head
    return bool(name.dep_ == "appos" and name.tag_ == "NNP" and gender_in(kin.lower_) and _owned(kin))


def _is_family(many: str, words: set[str]) -> bool:
    """Whether a name in the plural is that of a person of the text: "the Aases", and elsewhere "Bo Aas"."""
    return not words.isdisjoint({many.removesuffix("s"), many.removesuffix("es"), many})


def month_surnames(doc: Any, names: list[Name]) -> Iterator[Name]:
    """Words that are both a month and the surname of somebody in the text -> his name, where they act or undergo."""
    ends = {i for n in names for i in range(n.start, n.end)}
    surnames = {w for i, w in enumerate(words_of(doc)) if w in MONTH_NAMES and i and _bears(doc, doc[i], ends)}
    if not surnames:
        return
    for token in doc:
        acts = token.text in surnames and token.i not in ends and token.dep_ in _PARTIES
        if acts and (token.i == 0 or doc[token.i - 1].pos_ not in {"ADP", "ADJ", "NUM"}):
            yield Name(token.i, token.i + 1, "person")


def noun_surnames(doc: Any, names: list[Name], surnames: set[str]) -> Iterator[Name]:
    """Capitalized words tagged as nouns that are the surname of somebody in the text -> his name: "Cummings"."""
    taken = {i for n in names for i in range(n.start, n.end)}
    for token in tokens_of(doc, "NOUN") if surnames else ():
        if token.i not in taken and token.text[:1].isupper() and token.lower_ in surnames:
            yield Name(token.i, token.i + 1, "person")


def _bears(doc: Any, month: Any, named: set[int]) -> bool:
    """Whether a month's word is the surname of a person named whole: "Theresa [May]"."""
    before = doc[month.i - 1]
    named_so = before.tag_ == "NNP" and before.dep_ == "compound" and before.head == month and not before.is_upper
    return bool(named_so and (month.i in named or month.ent_type_ == "PERSON"))


def _explained(doc: Any, name: Name) -> bool:
    """Whether a person's age, office or calling stands behind a name of two or three words, or an office before it.

    Before it not one that a body may have, too: "the bank's owner, Duarte Holdings"; but "Peru's leader, Bo Aas".
    """
    if not 1 < name.end - name.start < 4 or not all(doc[i].tag_ == "NNP" for i in range(name.start, name.end)):
        return False
    if _is_aged(doc, name.end):
        return True
    last = doc[name.end - 1]
    apposed = [c for c in last.rights if c.dep_ == "appos" and c.pos_ == "NOUN" and not _owned(c)]
    roles = [role_at([c.lemma_.lower()], plural=c.tag_ == "NNS") for c in apposed]
    before = last.head
    bodies_too = is_also_of_bodies(before.lower_) and not _is_of_a_state(before)
    if last.dep_ == "appos" and before.tag_ == "NN" and name.found is None and not bodies_too:
        roles.append(role_at([before.lower_]))
    return any(r is not None and r.denotes == "office" for r in roles)


def _is_of_a_state(office: Any) -> bool:
    """Whether a state is named for whose the office is: no firm leads a state."""
    owners = (c for c in office.lefts if c.dep_ == "poss")
    named = (actor_named(office.doc[c.left_edge.i : c.i + 1].text) for c in owners)
    return any(actor is not None and actor.kind == "state" for actor in named)


def _is_given_a_name(doc: Any, name: Name) -> bool:
    """Whether a given name opens it right behind somebody's office: "her counterpart [Dmytro Lubinets]"."""
    words = [doc[i] for i in range(name.start, name.end)]
    if not name.start or not 1 < len(words) < 4 or not all(t.text.istitle() for t in words):
        return False
    before = doc[name.start - 1]
    role = role_at([before.lower_])
    office = role is not None and role.denotes == "office" and not is_also_of_bodies(before.lower_)
    return office and name.found is None and is_first_name(words[0].lower_)


def _is_aged(doc: Any, at: int) -> bool:
    """Whether behind a name stands somebody's age between commas: "Ana Duarte, [34], was late"."""
    behind = [t.text for t in doc[at : at + 3]]
    return len(behind) > 2 and behind[0] == "," and behind[1].isdigit() and len(behind[1]) == 2 and behind[2] in ",."


def _owned(noun: Any) -> bool:
    return any(c.dep_ == "poss" for c in noun.lefts)


def _after_office(doc: Any, name: Name) -> bool:
    """Whether an office or a form of address stands directly before the name and governs nothing else."""
    if name.start == 0 or name.end - name.start > 3:
        return False
    before = doc[name.start - 1]
    if before.whitespace_ == "" or before.head.i >= name.end:
        return False
    if title(before.text) is not None and before.text[:1].isupper():
        return True
    found = role_at([before.lower_])
    return (
        found is not None
        and found.denotes == "office"
        and found.sector not in {"", "EDU"}
        and before.text[:1].isupper()
    )
