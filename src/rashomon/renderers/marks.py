"""An account's text cut where marks begin and end, so that marks may overlap and the text stays untouched."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rashomon.model import Account, Block, Span

ASIDE_WORDS = {kind: f"set aside: {kind}" for kind in ("promotion", "credit", "caption", "dateline")}
_QUOTED = "\0quoted"  # no key of a line or an entity


@dataclass(frozen=True)
class Piece:
    """Characters that carry the same marks throughout: ``on`` are keys of lines and entities, in order."""

    text: str
    on: tuple[str, ...]
    quoted: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """The keys of lines among its marks: entities have an e before their number."""
        return tuple(key for key in self.on if not key.startswith("e"))


@dataclass(frozen=True)
class Passage:
    """A block of the text, or the blanks between two: ``kind`` is the block's, "" for what stands between blocks."""

    kind: str
    label: str
    pieces: tuple[Piece, ...]

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it but white space."""
        return not any(piece.text.strip() for piece in self.pieces)

    @property
    def aside(self) -> bool:
        """Whether no reader took content from it."""
        return self.kind in ASIDE_WORDS


def passages(account: Account, marks: Mapping[str, Iterable[Span]]) -> Iterator[Passage]:
    """Account and the spans of each key -> its text in passages; their pieces joined are the text, to the character."""
    text = account.article.text
    bounds = list(_blocks(account.blocks, len(text)))
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for key, spans in [*marks.items(), (_QUOTED, account.quoted)]:
        for span in spans:
            opening.setdefault(span.start, []).append(key)
            closing.setdefault(span.end, []).append(key)
    cuts = sorted({edge for _, span in bounds for edge in (span.start, span.end)} | opening.keys() | closing.keys())
    order = {key: place for place, key in enumerate(marks)}
    active: Counter[str] = Counter()
    pieces: dict[int, Piece] = {}
    for start, end in pairwise(cuts):
        active.update(opening.get(start, ()))
        active.subtract(closing.get(start, ()))
        active = +active  # only what is open: a long text has many marks, and few of them at one place
        on = tuple(sorted(active.keys() - {_QUOTED}, key=order.__getitem__))
        pieces[start] = Piece(text[start:end], on, _QUOTED in active)
    starts = sorted(pieces)
    for kind, span in bounds:
        inside = starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        yield Passage(kind, ASIDE_WORDS.get(kind, ""), tuple(pieces[start] for start in inside))


def _blocks(blocks: Iterable[Block], length: int) -> Iterator[tuple[str, Span]]:
    """Blocks and what stands between them, in text order, so that every character is in exactly one stretch."""
    at = 0
    for block in sorted(blocks, key=lambda block: block.span):
        if block.span.start > at:
            yield "", Span(at, block.span.start)
        yield block.kind, block.span
        at = block.span.end
    if at < length:
        yield "", Span(at, length)
