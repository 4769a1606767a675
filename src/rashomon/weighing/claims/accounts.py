"""The accounts of a story: its articles under letters, each with what is known of it."""

from collections.abc import Sequence

from rashomon.model import Account, Block, Published, Quotation, Reading, Unresolved
from rashomon.weighing.compared.days import Place, place

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def accounts(readings: Sequence[Reading]) -> tuple[Account, ...]:
    """Readings -> accounts A, B, … by day as on a timeline, then by id; an article that comes twice is one account."""
    known = {reading.article.id: reading for reading in readings}
    ordered = sorted(known.values(), key=lambda reading: (_place(reading.published), reading.article.id))
    return tuple(_account(label(number), reading) for number, reading in enumerate(ordered))


def label(number: int) -> str:
    """0, 1, … -> A, B, … Z, AA, AB, …"""
    before, letter = divmod(number, len(_LETTERS))
    return (label(before - 1) if before else "") + _LETTERS[letter]


def _place(published: Published | Unresolved) -> Place:
    return place(published.earliest, published.latest) if isinstance(published, Published) else place(None, None)


def _account(letter: str, reading: Reading) -> Account:
    article, blocks = reading.article, reading.of(Block)
    quoted = tuple(q.inner for q in reading.of(Quotation) if q.level == 1 and not q.scare)
    return Account(
        label=letter,
        name=article.outlet or _unnamed(letter, article.path),
        article=article,
        published=reading.published,
        blocks=blocks,
        credits=tuple(block.span for block in blocks if block.kind == "credit"),
        quoted=quoted,
    )


def _unnamed(letter: str, path: str | None) -> str:
    return f"Account {letter} ({path.replace(chr(92), '/').rsplit('/', 1)[-1]})" if path else f"Account {letter}"
