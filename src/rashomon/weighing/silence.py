"""Which accounts do not have a line, and why that may be."""

from collections.abc import Sequence

from rashomon.model import Account, Published, Silence
from rashomon.weighing.told import Days, Told

_EXCERPT = 0.25  # of the middle length of the story's accounts: so short a text leaves out most of everything
_SHORT = 1200  # characters; a longer text is no excerpt however long the others are


def silences(matter: Sequence[Told], days: Days | None, accounts: Sequence[Account]) -> tuple[Silence, ...]:
    """A matter, its days and the story's accounts -> those that do not have it, each with the likeliest reason."""
    telling = {one.claim.article for one in matter}
    lengths = sorted(len(account.article.text) for account in accounts)
    middle = lengths[len(lengths) // 2]
    return tuple(
        Silence(account.article.id, _reason(account, days, middle))
        for account in accounts
        if account.article.id not in telling
    )


def _reason(account: Account, days: Days | None, middle: int) -> str:
    published = account.published
    if isinstance(published, Published) and days and published.latest < days[0]:
        return "came out before it happened"
    size = len(account.article.text)
    if size < _SHORT and size < _EXCERPT * middle:
        return "an excerpt: much shorter than the others"
    return "does not mention it"
