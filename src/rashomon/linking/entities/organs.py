"""Organs that every state has under one name: the "Defense Ministry" of one state is not that of another."""

import re

from rashomon.lexicon.actors import actor_named
from rashomon.lexicon.roles import role_at
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.offices import states_in
from rashomon.model import Block, Mention

_BESIDE = frozenset({"poss", "compound", "amod"})
_OF = frozenset({"of", "in"})
_SECTORS = frozenset({"GOV", "MIL", "JUD", "LEG", "COP"})
_LEAST = 2  # words: "the parliament" alone is more often a noun


def is_organ(words: tuple[str, ...]) -> bool:
    """Whether a name, by its words, is what many states call an organ of theirs: "Foreign Ministry"."""
    role = role_at(list(words)) if len(words) >= _LEAST else None
    if role is None or role.denotes != "organization" or role.sector not in _SECTORS:
        return False
    front = words[: len(words) - len(role.words.split())]
    of_a_state = (actor := actor_named(" ".join(front))) is not None and actor.kind == "state"
    return not front or of_a_state or words[-1] == "ministry"


def state_beside(cast: Cast, mention: Mention) -> str:
    """Name of an organ -> the one state whose it is told to be, within it or beside it; "" where none or two are."""
    head = cast.head(mention)
    near = [*cast.tokens(mention.span), *(c for c in head.children if c.dep_ in _BESIDE)]
    near += [n for p in head.children if p.lower_ in _OF for n in p.children if n.dep_ == "pobj"]
    states = states_in(cast, near)
    return states[0] if len(states) == 1 else ""


def named_with_state(cast: Cast, mention: Mention) -> str:
    """Name of an organ -> the same with its state right before it: "Peru's Foreign Ministry"."""
    owner = next((c for c in cast.head(mention).children if c.dep_ == "poss" and c.idx < mention.span.start), None)
    start = owner.left_edge.idx if owner is not None else mention.span.start
    return " ".join(cast.text[start : mention.span.end].split())


def untold_state(cast: Cast) -> str:
    """The state whose organs a state's own agency names barely: that of the capital it writes from, else its own."""
    outlet = actor_named(cast.reading.article.outlet or "")
    if outlet is None or outlet.trade != "state-media":
        return ""
    return _state_of_dateline(cast) or outlet.state


def told_of(cast: Cast, mention: Mention, organs: list[Draft]) -> tuple[Draft | None, str]:
    """A name without a state and the organs so called -> which of them it is, or the state of the dateline.

    The last named before it; before all of them it is the only one, or, where that is another state's than the one
    the news comes from, that state's own.
    """
    before = [d for d in organs if min(d.mentions) < mention.span]
    if before:
        return max(before, key=lambda d: max(s for s in d.mentions if s < mention.span)), ""
    here = _state_of_dateline(cast)
    if not here or any(d.state == here for d in organs):
        return next((d for d in organs if d.state == here), organs[0] if len(organs) == 1 else None), ""
    return None, here


def _state_of_dateline(cast: Cast) -> str:
    """The one state in whose capital the news is written, by its dateline: "LIMA, Peru"."""
    lines = [b.span.of(cast.text) for b in cast.reading.of(Block) if b.kind == "dateline"]
    places = [place.strip() for line in lines for place in re.split("[,./]", line.split("(")[0])]
    actors = [actor_named(place) or actor_named(place.title()) for place in places]
    states = {actor.state for actor in actors if actor is not None and actor.kind == "state"}
    return states.pop() if len(states) == 1 else ""
