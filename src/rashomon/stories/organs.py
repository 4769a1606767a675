"""Organs of several states that bear one name: who of a story's accounts names one without its state."""

from collections import defaultdict
from collections.abc import Mapping

from rashomon.linking.entities.organs import is_organ
from rashomon.model import Entity
from rashomon.stories.forms import Local, one_form


def of_unknown_state(known: Mapping[Local, Entity], names: Mapping[Local, str]) -> frozenset[Local]:
    """Entities of a story and the folded name of each -> organs without a state whose name two states' organs bear.

    "The Foreign Ministry", where one account tells of Peru's and another of Chile's, may be either.
    """
    states: dict[str, set[str]] = defaultdict(set)
    bare: dict[Local, str] = {}
    for at, entity in known.items():
        words = tuple(one_form(names[at]).split()) if entity.kind == "organization" else ()
        if entity.state and words[:1] == (entity.state.lower(),):
            states[" ".join(words[1:])].add(entity.state)
        elif is_organ(words):
            states[" ".join(words)] |= {entity.state} if entity.state else set()
            bare |= {} if entity.state else {at: " ".join(words)}
    return frozenset(at for at, name in bare.items() if len(states[name]) > 1)
