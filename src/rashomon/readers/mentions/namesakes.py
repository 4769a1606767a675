"""Names of the lexicon that a text gives to something else: a province or person called like a state, initials."""

import re
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import ORTH

from rashomon.lexicon.actors import Actor, actor_named
from rashomon.lexicon.files import load
from rashomon.lexicon.leaders import is_first_name
from rashomon.lexicon.roles import long_form
from rashomon.text.grammar import SUBJECTS
from rashomon.text.words import text_of

_OF_PROVINCES = frozenset(
    {"senator", "governor", "lieutenant governor", "representative", "congressman", "congresswoman"}
)
_PLACES = frozenset(
    {"capital", "city", "town", "country", "state", "nation",
     "home", "seat", "place", "site", "ally", "member", "power"}
)  # fmt: skip
_FEWEST = 3
"""Letters of initials below which many a pair of words would spell them."""
_STEM = 4
_OF_STATES = frozenset({"GPE", "NORP", "LOC", "LANGUAGE"})
_SMALL = r"(?:(?:of|and|for|the|&)\s+)*"


def is_of_another(doc: Any, start: int, end: int, actor: Actor) -> bool:
    """Tokens of a name and what the lexicon knows under it -> whether the text gives the name to something else."""
    if actor.kind in {"outlet", "organization"}:
        return end - start == 1 and _is_spelled_out(doc[start].text, actor, text_of(doc))
    return actor.kind == "state" and (_is_province(doc, start, end) or (end - start == 1 and _is_surname(doc[start])))


def _is_surname(word: Any) -> bool:
    """Whether a state's or people's name ends a person's: "Gordon [English]"; and alone where none is in the text.

    Or where it is told who that is: "[English], star of the show, left".
    """
    alike = [word.doc[i] for i in np.flatnonzero(word.doc.to_array(ORTH) == word.orth)]
    if _is_called_no_place(word):
        return any(_ends_a_name(t) for t in alike)
    borne = any(_ends_a_persons_name(t) for t in alike)
    return borne and (_ends_a_persons_name(word) or not any(t.ent_type_ in _OF_STATES for t in alike))


def _is_called_no_place(name: Any) -> bool:
    """Whether a name that is a subject is called something else than a place behind it: "Aas, a singer, sang"."""
    called = [c for c in name.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i > name.i]
    return name.dep_ in SUBJECTS and bool(called) and not any(c.lemma_.lower() in _PLACES for c in called)


def _ends_a_persons_name(word: Any) -> bool:
    """Whether a first name stands right before a word, and the name finder takes both for a person's name."""
    return _ends_a_name(word) and is_first_name(word.nbor(-1).lower_)


def _ends_a_name(word: Any) -> bool:
    """Whether the name finder takes a word and the one right before it for a person's name."""
    if not word.i or word.dep_ in {"compound", "amod", "nmod"} or word.ent_type_ != "PERSON":
        return False
    before = word.nbor(-1)
    return bool(before.ent_type_ == "PERSON" and before.head == word and word.ent_iob_ == "I")


def _is_province(doc: Any, start: int, end: int) -> bool:
    """Whether a name is a province's: "Sen. Ana Duarte of [Georgia]", or where the text names its neighbours."""
    name = " ".join(t.text for t in doc[start:end])
    known = load("states.yaml")["namesakes"].get(name)
    if known is None or _names_one(tuple(known["state"]), text_of(doc)):
        return False
    alike = [t for t in doc if t.text == name] if known["province"] else [doc[start]]
    return any(map(_is_an_officers, alike)) or _names_one(tuple(known["province"]), text_of(doc))


def _is_an_officers(name: Any) -> bool:
    """Whether somebody who holds an office of a province is said to be of there."""
    preposition = name.head
    if preposition.lower_ not in {"of", "from"}:
        return False
    holder = preposition.head
    told = {long_form(t.lower_) for t in (holder, *(c for c in holder.lefts if c.dep_ == "compound"))}
    return not told.isdisjoint(_OF_PROVINCES)


@lru_cache(maxsize=16)
def _names_one(names: tuple[str, ...], text: str) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)


def _is_spelled_out(letters: str, actor: Actor, text: str) -> bool:
    """Whether a text spells out initials that the lexicon knows as another's: "the Congressional Black Caucus"."""
    if len(letters) < _FEWEST or not (letters.isupper() and letters.isalpha()):
        return False
    if actor.kind == "organization" and actor.name == letters:
        return False  # what they stand for, the lexicon does not tell
    bodies = _spelled_out(letters, text)
    return bool(bodies) and all(actor_named(b) != actor and not _share_a_word(b, actor.name) for b in bodies)


def _share_a_word(one: str, two: str) -> bool:
    """Whether two names of a body can be forms of one: "Islamic Revolution Guards Corps", "... Revolutionary Guard"."""
    first, second = ({word[:_STEM].lower() for word in name.split() if len(word) >= _STEM} for name in (one, two))
    return not first.isdisjoint(second)


@lru_cache(maxsize=64)
def _spelled_out(letters: str, text: str) -> tuple[str, ...]:
    """Initials and a text -> the names in it that they stand for."""
    spelled = r"\s+".join(rf"{_SMALL}{letter}[a-z’']+" for letter in letters)
    return tuple(body[1] for body in re.finditer(rf"(?<=[a-z] )({spelled})\b(?! [A-Z])", text))
