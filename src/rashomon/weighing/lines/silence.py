"""Which accounts do not have a line, and why that may be."""

import datetime as dt
from collections.abc import Sequence

from rashomon.model import Account, Published, Silence
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import Bounds

_EXCERPT = 0.25  # of the middle length of the story's accounts: so short a text leaves out most of everything
_SHORT = 1200  # characters; a longer text is no excerpt however long the others are


IMPLIED = "implies it: tells what the same person did there"


def silences(
    matter: Sequence[Told], days: Bounds | None, accounts: Sequence[Account], told: Sequence[Told]
) -> tuple[Silence, ...]:
    """A matter, its days, the story's accounts and claims -> who does not have it, each with the likeliest reason."""
    telling = {one.claim.article for one in matter}
    lengths = sorted(len(account.article.text) for account in accounts)
    middle = lengths[len(lengths) // 2]
    implying = _implying(matter, told)
    before = _before(matter, days[0] if days else None, [a for a in accounts if a.article.id in telling])
    return tuple(
        Silence(name, IMPLIED if name in implying else _reason(account, before, middle))
        for account in accounts
        if (name := account.article.id) not in telling
    )


def _implying(matter: Sequence[Told], told: Sequence[Told]) -> set[str]:
    """A visit and a story's claims -> the articles in which the visitor does something at the place."""
    if matter[0].term("mode") != "visit":
        return set()
    visitors = {who for one in matter for who in one.who("actor")}
    places = {place for one in matter for name in ("where", "recipient") if (place := _words(one, name))}
    return {
        one.claim.article
        for one in told
        if one.is_event and visitors & (one.who("actor") | one.who("recipient")) and _words(one, "where") in places
    }


def _words(one: Told, name: str) -> str:
    slot = one.claim.slots.get(name)
    return slot.span.of(one.text).lower() if slot is not None and slot.span is not None else ""


def _before(matter: Sequence[Told], first: dt.date | None, telling: Sequence[Account]) -> tuple[dt.date | None, str]:
    """A matter, its first day and who tells it -> the day before which nobody could, and the reason; None for no such.

    What is planned, or told by somebody who himself came out before it, could be told ahead.
    """
    ahead = any(one.term("status") in {"planned", "hypothetical"} for one in matter)
    told = any(first and isinstance(a.published, Published) and a.published.latest < first for a in telling)
    reason = "came out before it was said" if matter[0].claim.kind == "statement" else "came out before it happened"
    return (None if ahead or told else first), reason


def _reason(account: Account, before: tuple[dt.date | None, str], middle: int) -> str:
    published = account.published
    first, reason = before
    if isinstance(published, Published) and first and published.latest < first:
        return reason
    size = len(account.article.text)
    if size < _SHORT and size < _EXCERPT * middle:
        return "an excerpt: much shorter than the others"
    return "does not mention it"
