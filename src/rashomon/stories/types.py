"""Names of types and products in a story: "A380", "the Boeing 717", and "717 jets" where the story has told so."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Entity, Reading, Span
from rashomon.stories.nouns import one_word, thing_key
from rashomon.text.grammar import phrase

_DESIGNATION = re.compile(r"[A-Z]{0,4}-?\d[\w-]*(?:'s)?")
_LETTERED = re.compile(r"[A-Z]{1,4}-?\d{2,4}")
_PLAIN = re.compile(r"[A-Z]{1,4}-?\d{2,4}[A-Z]{0,3}|\d{3}(?:-\d{1,4})?[A-Z]{0,3}")
"""What names a type even where a story has it once: no time looks so, and an amount is none."""
_MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod"})
_BEFORE = _MODIFYING | {"nummod"}
_LEAST = 3  # digits of a number that is a type's name: "Terminal 3" is none


class Types:
    """The types that a story names, asked of its tokens."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        told = list(readings)
        self._numbers = {number for reading in told for number in _numbers(reading)}
        lettered = sorted({t.lower_ for reading in told for t in reading.doc if _LETTERED.fullmatch(t.text)})
        self._whole = {
            number: [one for one in lettered if re.sub(r"\D", "", one) == number] for number in self._numbers
        }

    def names(self, token: Any) -> bool:
        """Whether a token is the name of a type: "A380", and "747" where the story has it with its maker or alone."""
        if _DESIGNATION.fullmatch(token.text) is None:
            return False
        return not token.text.isdigit() or token.text in self._numbers or any(_tells_type(c) for c in token.lefts)

    def of(self, head: Any) -> Any:
        """Head of the words for a thing -> the type's name in them: of "the A380 airliner", not of "A380 delays"."""
        if self.names(head):
            return head
        if head.text.islower() and one_word(head.lemma_.lower()) not in load("things.yaml")["of types"]:
            return None
        found = [token for token in _before(head) if self.names(token)]
        return max(found, key=lambda t: t.i) if found else None

    def key(self, head: Any) -> str:
        """Head of the words for a thing -> its key: that of the type in them, else the head's own.

        A bare number is that of the only type with it: "the Aker 380" is the A380.
        """
        found = self.of(head)
        key = thing_key(head if found is None else self._family(found))
        whole = self._whole.get(key, [])
        return whole[0] if len(whole) == 1 else key

    def name(self, head: Any) -> Span | None:
        """Head of the words for a type -> the type's name with its maker's in front: "Aker A380"."""
        last = self.of(head)
        if last is None:
            return None
        first = self._family(last)
        while first.i > head.sent.start and _is_maker(first.nbor(-1)):
            first = first.nbor(-1)
        return Span(first.idx, last.idx + len(last))

    def stands_alone(self, token: Any) -> bool:
        """Whether the name of a type is no part of the words for a thing of it: "[A380] delays", not "[A380] jet"."""
        if _hyphen_behind(token):
            return False  # "A380-800": what stands behind the hyphen stands for it
        noun = token.head
        while noun.i < token.i and noun.dep_ in _BEFORE and noun.head != noun:
            noun = noun.head  # "Boeing 787 Dreamliner": the number hangs on the maker
        return token.dep_ not in _BEFORE or noun.i < token.i or self.of(noun) != token

    def _family(self, token: Any) -> Any:
        """Name of a type -> its first part, by which its variants are one: of "777-200LR" the 777."""
        while token.i > 1 and _hyphen_behind(before := token.nbor(-2)) and _DESIGNATION.fullmatch(before.text):
            token = before
        return token

    def words(self, head: Any) -> list[Any]:
        """Head of the words for a thing -> all of them, a number's maker and a variant's family among them."""
        if self._family(head) != head:
            return list(head.doc[head.left_edge.i : head.i + 1])
        return phrase(self.governor(head))

    def governor(self, head: Any) -> Any:
        """Head of the words for a thing -> itself, or the maker that its number hangs on: "the final [Aker] 717"."""
        maker = head.head
        behind = head.text.isdigit() and maker.i + 1 == head.i and maker.pos_ == "PROPN"
        return maker if behind else head


def _is_maker(token: Any) -> bool:
    capital = token.pos_ == "PROPN" and token.text[:1].isupper()
    return capital and token.lower_ not in load("things.yaml")["numbering"]  # "First Aker A380"


def _before(head: Any) -> Iterator[Any]:
    """Head -> the words before it that modify it, and those that modify these: "60 [Boeing 787] Dreamliner jets"."""
    for child in head.children:
        if child.dep_ in _BEFORE:
            yield child
            yield from _before(child)


def _hyphen_behind(token: Any) -> bool:
    return (
        token.i + 2 < len(token.doc)
        and token.nbor(1).text == "-"
        and not (token.whitespace_ or token.nbor(1).whitespace_)
    )


def is_plain(words: str) -> bool:
    """Whether a word is a type's name by its look."""
    return _PLAIN.fullmatch(words) is not None


def _numbers(reading: Reading) -> Iterator[str]:
    """Reading -> the numbers that it has behind a maker's name or an article, and in no name of somebody."""
    named = {at for entity in reading.of(Entity) for span in entity.mentions for at in range(span.start, span.end)}
    for token in reading.doc:
        number = token.text.removesuffix("s")
        if number.isdigit() and len(number) >= _LEAST and token.idx not in named:
            maker = token.nbor(-1) if token.i else token
            behind = maker != token and maker.pos_ == "PROPN" and token.ent_type_ == "PRODUCT"
            if behind or (number == token.text and any(_tells_type(c) for c in token.lefts)):
                yield number


def _tells_type(child: Any) -> bool:
    """Whether a word before a number makes it a type: a maker's name, or the article ("Boeing 747", "the 787")."""
    return bool(child.pos_ == "PROPN" or (child.lower_ == "the" and child.i + 1 == child.head.i))
