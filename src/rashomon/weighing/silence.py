"""Which accounts do not have a line, and why that may be."""

from collections.abc import Sequence

from rashomon.model import Account, Published, Silence
from rashomon.weighing.told import Days, Told

_EXCERPT = 0.25  # of the middle length of the story's accounts: so short a text leaves out most of everything
_SHORT = 1200  # characters; a longer text is no excerpt however long the others are


IMPLIED = "implies it: tells what the same person did there"


def silences(
    matter: Sequence[Told], days: Days | None, accounts: Sequence[Account], told: Sequence[Told]
) -> tuple[Silence, ...]:
    """A matter, its days, the story's accounts and claims -> who does not have it, each with the likeliest reason."""
    telling = {one.claim.article for one in matter}
    lengths = sorted(len(account.article.text) for account in accounts)
    middle = lengths[len(lengths) // 2]
    implying = _implying(matter, told)
    return tuple(
        Silence(name, IMPLIED if name in implying else _reason(account, days, middle))
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


def _reason(account: Account, days: Days | None, middle: int) -> str:
    published = account.published
    if isinstance(published, Published) and days and published.latest < days[0]:
        return "came out before it happened"
    size = len(account.article.text)
    if size < _SHORT and size < _EXCERPT * middle:
        return "an excerpt: much shorter than the others"
    return "does not mention it"
