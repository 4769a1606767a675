"""To whom a statement is told to be said: the name of a "her", of "the minister", of an outlet."""

import re

from rashomon.model import Attribution, EntitySlot, Span, Syntax, TextSlot
from rashomon.text.grammar import head_of
from rashomon.weighing.claims.deeds import people
from rashomon.weighing.claims.told import Told

_HEARER = re.compile(r"(\w+) (him|her|them|us|me|you)\b(?! \w+(?:s|ed)\b)")


def to_whom(one: Told, predicate: str) -> str:
    """Predicate that tells a pronoun something ("told her that …") -> the same with a name; "" where none is known.

    So it is for who is told as "the president" alone: the record's reader does not know which.
    """
    whom = people(one, "addressee")
    found = _HEARER.match(predicate)
    if found is None or not one.cue or found[1].lower() not in one.cue.of(one.text).lower().split() or _owns(one):
        described = _described_hearer(one)
        named = described.removeprefix("the ") == whom  # "told the Tribune"
        return predicate.replace(f" {described} ", f" {whom} ", 1) if whom and described and not named else predicate
    return predicate[: found.start(2)] + whom + predicate[found.end(2) :] if whom else ""


def _owns(one: Told) -> bool:
    """Whether what is said begins with a "her" to whom something belongs: "said [her] mill was shut"."""
    if not isinstance(one.finding, Attribution) or not one.finding.content or not one.reading.of(Syntax):
        return False
    first = one.finding.content[0].start
    return bool(head_of(one.reading.doc, Span(first, first + 1)).tag_ == "PRP$")


def _described_hearer(one: Told) -> str:
    """Statement -> the words for who hears it where these follow its verb and only describe him: "the minister"."""
    slot = one.claim.slots.get("addressee")
    if not isinstance(slot, EntitySlot) or not slot.span or not one.cue or len(slot.entities) != 1:
        return ""
    words_for = slot.span.of(one.text)
    behind = one.text[one.cue.end : slot.span.start].strip() == ""
    return " ".join(words_for.split()) if behind and words_for.startswith("the ") else ""


def addressee(one: Told) -> str:
    """Statement -> " to X", where the text tells who hears it."""
    slot = one.claim.slots.get("addressee")
    found = people(one, "addressee")
    return f" to {found}" if found and not isinstance(slot, TextSlot) else ""
