"""Names of bodies that the name finder takes for longer than they are."""

from collections.abc import Mapping
from typing import Any

from rashomon.readers.mentions_persons import Name


def before_flight(doc: Any, start: int, end: int) -> int:
    """Tokens of a name -> where it ends before a flight's number: "[Aker Air] Flight 574" is the airline's."""
    cut = next((i for i in range(start + 1, end) if doc[i].text == "Flight"), end)
    return cut if cut + 1 < len(doc) and doc[cut + 1].like_num else end


def of_its_state(known: Mapping[tuple[int, int], Name], start: int, inside: list[tuple[int, int]]) -> bool:
    """Whether a name is a known body's with its state before it: "the US [Federal Reserve]" is two names."""
    if len(inside) != 2 or inside[0][0] != start or inside[0][1] != inside[1][0]:
        return False
    state, body = (known[key].found for key in inside)
    return (
        state is not None and body is not None and state.actor.kind == "state" and body.actor.state == state.actor.state
    )
