"""A word for a death told after another sentence's name -> whether it is somebody else's."""

from collections.abc import Iterator
from functools import cache

from rashomon.lexicon.letters import plain
from rashomon.linking.dating.dated_event import DatedEvent, Told
from rashomon.linking.dating.kinds import SOMEBODY, found_in, kinds
from rashomon.linking.dating.namesakes import is_state
from rashomon.linking.dating.undated import Sent, Undated


def own(text: Undated, sent: Sent, told: list[Told], since: int) -> list[Told]:
    """A sentence, the events told in it and where their words may begin -> those whose the words are."""
    return [t for t in told if not _is_of_another(text, sent, t, since)]


def _is_of_another(text: Undated, sent: Sent, told: Told, since: int) -> bool:
    """A noun for a death in a sentence, and where its event's words may begin -> whether it is not the event's.

    Whom the sentence does not name may be anybody: where somebody else is named since the event's name, or the lead
    tells of another death, it is theirs.
    """
    if text.lower[told.start : told.end] not in _deaths():
        return False
    named = [end for _, end in _named(text.lower[since : sent.span.end], told.event)]
    if not named or since + max(named) > sent.span.start:
        return False
    lead = sent.span if not text.lead else text.lead[0].span
    return SOMEBODY.search(text.text, since + max(named), told.start) is not None or (
        lead != sent.span and _tells_another_death(lead.of(text.text), told.event)
    )


def _tells_another_death(lead: str, event: DatedEvent) -> bool:
    """Whether a lead tells that somebody died or was killed, and does not name whom an event is of."""
    lower = lead.lower()
    died = (*kinds()["die"].does, *kinds()["kill"].does, *kinds()["kill"].done)
    return any(found_in(died, lower)) and SOMEBODY.search(lead) is not None and not any(_named(lower, event))


def _named(lower: str, event: DatedEvent) -> Iterator[tuple[int, int]]:
    """A stretch in lower case and an event -> where its words but those for the happening stand."""
    for group in event.words[:-1]:
        yield from found_in(tuple(word for word in group if not is_state(word)), plain(lower))


@cache
def _deaths() -> frozenset[str]:
    return frozenset((*kinds()["death"].noun, *kinds()["kill"].noun))
