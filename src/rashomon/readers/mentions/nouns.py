"""Common nouns and pronouns that refer to somebody: offices, bodies, groups of people, sources."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rashomon.lexicon.actors import actor_named
from rashomon.lexicon.ranks import ranks
from rashomon.lexicon.roles import Role, role_at
from rashomon.text.grammar import phrase

PRONOUNS = frozenset(
    {
        "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "themselves",
        "it", "its", "itself", "we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself",
    }
)  # fmt: skip
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_EQUIPMENT = frozenset({"warship", "tank", "helicopter", "aircraft", "warplane", "jet", "fighter jet"})
_BARE_THINGS = frozenset(
    {
        "justice", "office", "business", "industry", "intelligence", "power", "force", "state", "capital",
        "body", "school", "college", "university", "hospital", "church", "television", "radio", "site", "side",
    }
)  # fmt: skip
"""Nouns that without an article are what one obstructs, takes or goes to, and nobody: "to obstruct justice"."""
_NO_PART = frozenset({"and", "but", "or", "nor", "so", "yet", "even", "also", "just", "only", "merely", "mainly"})
_POWERS = frozenset(
    {"world", "foreign", "great", "major", "nuclear", "regional", "colonial", "occupying", "western", "european",
     "rising", "imperial", "military", "global", "big", "economic", "a", "another"}
)  # fmt: skip
"""Words by which a power is a state."""
_TELLING = _MODIFIERS | {"det", "poss", "nummod"}
_ADJECTIVES = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV"})


class Noun(NamedTuple):
    """A noun phrase: first and last token (half-open), its head token, and what the head denotes."""

    start: int
    end: int
    head: int
    role: Role


def role_of(noun: Any) -> Role | None:
    """Noun token -> the office, body or group that it and the words tied to it denote ("Secretary of State")."""
    plural = noun.tag_ in {"NNS", "NNPS"}
    lemma = noun.lemma_.lower()
    for child in noun.rights:
        if child.lower_ in {"of", "in"}:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None:
                found = role_at([lemma, child.lower_, inner.lower_], plural=plural)
                if found is not None and " " in found.words:
                    return found
    words = [lemma]
    for before in reversed(noun.doc[max(noun.i - 4, 0) : noun.i]):
        if before.ent_type_ == "ORG" and before.text[:1].isupper() and noun.text.islower():
            break
        if before.lower_ == "-" or (before.pos_ in _ADJECTIVES and before.lower_.isalpha()):
            if before.lower_ != "-":
                words.insert(0, before.lower_)
        else:
            break
    return role_at(words, plural=plural)


def nouns_in(doc: Any, start: int, end: int, named: set[int], name_starts: set[int]) -> Iterator[Noun]:
    """Tokens of a sentence -> its noun phrases headed by an office, a body or a group of people.

    ``named`` are the tokens inside names, ``name_starts`` where names begin: an office before a name belongs to it.
    """
    for noun in doc[start:end]:
        if noun.i in named or noun.pos_ not in {"NOUN", "PROPN"} or not noun.text[:1].isalpha():
            continue
        if noun.dep_ in _MODIFIERS and noun.head.i > noun.i and not _starts_name(doc, noun, name_starts):
            continue
        if _starts_name(doc, noun, name_starts):
            continue
        if noun.dep_ in {"nmod", "compound"} and any(c.lower_ == "of" for c in noun.rights) and noun.head.i > noun.i:
            continue
        role = role_of(noun)
        if role is None:
            continue
        if noun.i + 1 < len(doc) and doc[noun.i + 1].text == "-" and not noun.whitespace_:
            continue
        if not _is_actor(noun, role):
            continue
        run = [t for t in phrase(noun) if start <= t.i < end]
        on_day = next((n for n, t in enumerate(run) if t.i > noun.i and t.lower_ == "on" and _is_of_a_day(t)), len(run))
        run = run[: min(on_day, _before_a_person(run))]
        while len(run) > 1 and run[-1].lower_ in {"'s", "'"}:
            run.pop()
        while len(run) > 1 and run[-1].dep_ == "cc":
            run.pop()  # "leaders across Europe and elsewhere"
        if len(run) > 1 and run[0].lower_ in _NO_PART:
            run = run[1:]  # "And lawmakers disagree", "even banks"
        yield Noun(run[0].i, run[-1].i + 1, noun.i, role)


def _before_a_person(run: list[Any]) -> int:
    """Tokens of a noun phrase -> how many stand before a comma and the name of the person: "the head of it, Bo Aas"."""
    for n, token in enumerate(run[:-2]):
        behind = run[n + 1 :]
        if (
            token.text == ","
            and all(t.pos_ == "PROPN" for t in behind)
            and any(t.ent_type_ == "PERSON" or t.lower_.strip(".") in ranks() for t in behind)
        ):
            return n
    return len(run)


def _is_of_a_day(on: Any) -> bool:
    """Whether a preposition is that of the verb's day: "summoned the ambassador [on] Monday"."""
    return any(c.dep_ == "pobj" and c.ent_type_ == "DATE" for c in on.children)


def _is_actor(noun: Any, role: Role) -> bool:
    """Whether a noun that can denote an actor does so here: not what something is called, no source of oil."""
    if noun.dep_ in {"attr", "oprd", "acomp"} and not any(
        c.lower_ in {"the", "his", "her", "its", "their"} for c in noun.lefts
    ):
        return False
    if (
        role.denotes == "office"
        and noun.dep_ == "pobj"
        and noun.head.lower_ == "as"
        and not any(c.dep_ in {"det", "poss"} for c in noun.lefts)
    ):
        return False  # "sworn in as president"
    if role.words in _BARE_THINGS and noun.tag_ == "NN" and not any(c.dep_ in _TELLING for c in noun.lefts):
        return False
    if role.words == "justice" and not any(c.dep_ in {"det", "poss"} or c.text[:1].isupper() for c in noun.lefts):
        return False  # "education and criminal justice"
    if role.words == "power" and not (noun.tag_ == "NNS" or {c.lower_ for c in noun.lefts} & _POWERS):
        return False  # "too much power"
    if any(c.dep_ in {"acl", "xcomp"} and c.tag_ == "VB" for c in noun.rights) and role.words in {"authority", "power"}:
        return False  # "the authority to invade", "a power to veto"
    if noun.i and noun.nbor(-1).text == "-" and not noun.nbor(-1).whitespace_ and role.words == "maker":
        return False  # "the difference-maker"
    if role.words == "host" and any(c.lower_ == "of" and c.i == noun.i + 1 for c in noun.rights):
        return False  # "a host of others" are many
    if role.words in _EQUIPMENT:
        return any(c.dep_ in _MODIFIERS and _names_state(c) for c in noun.lefts)
    if noun.pos_ == "PROPN" and not any(
        c.dep_ in {"det", "poss"} or c.ent_type_ in {"NORP", "GPE"} for c in noun.lefts
    ):
        return False  # "Showing Up For Racial Justice"
    if role.words == "side":
        return not any(c.dep_ == "prep" for c in noun.rights) and (
            noun.tag_ == "NNS" or any(c.text[:1].isupper() for c in noun.lefts if c.dep_ in _MODIFIERS | {"poss"})
        )
    if role.words == "source":
        if any(c.dep_ == "compound" and c.pos_ == "NOUN" and role_at([c.lemma_.lower()]) is None for c in noun.lefts):
            return False  # "oil import sources"
        speaks = noun.dep_ in {"nsubj", "nsubjpass"} and noun.head.pos_ == "VERB"
        return speaks or (noun.dep_ == "pobj" and noun.head.lower_ in {"by", "to"} and noun.head.head.lower_ != "back")
    return True


def _names_state(modifier: Any) -> bool:
    """Whether a word before equipment says whose it is: "[Syrian] warplanes", and not who made it ("Aker jets")."""
    actor = actor_named(modifier.text)
    return actor is not None and actor.kind == "state"


def _starts_name(doc: Any, noun: Any, name_starts: set[int]) -> bool:
    """Whether a name follows the noun with nothing between: "Foreign Minister Ri", "newspaper Hankyoreh"."""
    after = noun.i + 1
    while (
        after < min(noun.i + 5, len(doc))
        and after not in name_starts
        and doc[after].text[:1].isupper()
        and doc[after].pos_ != "VERB"
    ):
        if not role_at([t.lower_ for t in doc[after : after + 2]]) and not role_at([doc[after].lower_]):
            break
        after += 1
    if after >= len(doc):
        return False
    return (
        after in name_starts
        and not doc[after].is_punct
        and (noun.text[:1].isupper() or role_at([noun.lower_]) is not None)
    )


def pronouns_in(doc: Any, start: int, end: int) -> Iterator[Any]:
    """Tokens of a sentence -> its personal and possessive pronouns that can refer to somebody."""
    for token in doc[start:end]:
        if token.lower_ not in PRONOUNS or token.text in {"US", "IT"}:
            continue
        if token.pos_ not in {"PRON", "DET", "ADJ"} and token.text not in {"HE", "SHE", "THEY"}:
            continue
        if token.lower_ == "it" and _expletive(token):
            continue
        yield token


def _expletive(token: Any) -> bool:
    """Whether "it" stands for a clause or for nothing: "it is necessary that", "it seems"."""
    verb = token.head
    if token.dep_ == "expl":
        return True
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if verb.lemma_ in {"seem", "appear", "rain", "snow", "turn", "happen"}:
        return True
    return (
        verb.lemma_ == "be"
        and any(c.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} and c.i > verb.i for c in verb.children)
        and any(c.dep_ in {"acomp", "attr"} for c in verb.children)
    )
