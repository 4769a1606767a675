"""Common nouns for outlets -> the outlet that they name or point back to: "the Chosun Ilbo newspaper", "the paper"."""

from typing import Any

from rashomon.lexicon.actors import trades_of
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.described import Description


def outlet_inside(cast: Cast, said: Description) -> Draft | None:
    """Description like "South Korea's Chosun Ilbo newspaper" -> the outlet that the phrase names."""
    if said.role.sector != "JRN" or said.role.denotes == "office" or said.plural:
        return None
    drafts = [cast.draft_at(c) for c in _tied(said.head)]
    found = [d for d in dict.fromkeys(drafts) if d is not None and d.kind == "outlet" and d.named]
    return found[0] if len(found) == 1 else None


def outlet_before(cast: Cast, said: Description, window: int) -> Draft | None:
    """Definite noun for an outlet ("the paper", "the agency") -> the outlet of such a kind lately spoken of.

    None where it has a name of its own ("the RT network"), or another is spoken of more than the last one.
    """
    if not said.definite or said.owner is not None or (said.role.sector != "JRN" and len(said.front) > 2):
        return None
    if any(t.pos_ == "PROPN" for t in said.front if t != said.head):
        return None
    trades = trades_of(said.role.words)
    found = [d for d in cast.recent(said.mention, window) if d.kind == "outlet" and d.trade in trades]
    if not found or (len(found) > 1 and said.states):
        return None
    return found[0] if len(found[0].seen) == max(len(d.seen) for d in found) else None


def _tied(head: Any) -> list[Any]:
    """Noun -> the names tied to it as one phrase: before it, or in apposition."""
    return [c for c in head.children if c.dep_ in {"compound", "nmod", "amod", "appos"}]
