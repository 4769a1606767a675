"""Parse -> windows of wordpieces: what the encoder sees at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.encoder.wordpieces import END, START, spelled
from rashomon.model import READ_KINDS, Block, Reading
from rashomon.text.quotemarks import marks

BUDGET = 190
"""Wordpieces a window at most, its two end marks left out."""


@dataclass(frozen=True)
class Unit:
    """A sentence, or a part of one too long for a window: the numbers of its tokens and their wordpieces.

    ``block`` is the number of the block that it stands in.
    """

    block: int
    tokens: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        """Its length in wordpieces."""
        return sum(map(len, self.pieces))


@dataclass(frozen=True)
class Window:
    """Wordpieces that are read together, with their end marks; ``first[k]`` is where the word of ``tokens[k]`` begins.

    The first ``context`` words are only read along: the window before tells of them.
    """

    ids: tuple[int, ...]
    tokens: tuple[int, ...]
    first: tuple[int, ...]
    context: int = 0


def units(reading: Reading) -> list[Unit]:
    """Reading with blocks and parse -> its sentences in wordpieces.

    Quotation marks are spelled as what they are, opening or closing, however the text sets them.
    """
    doc, text = reading.doc, reading.text
    blocks = [b.span for b in reading.of(Block) if b.kind in READ_KINDS]
    curly = {m.at: "“" if m.opens else "”" for b in blocks for m in marks(text, b.start, b.end) if m.family == "double"}
    found: list[Unit] = []
    at = 0
    for sentence in doc.sents:
        while at < len(blocks) and blocks[at].end <= sentence.start_char:
            at += 1
        if at == len(blocks):
            break
        words = [t for t in sentence if not t.is_space and blocks[at].start <= t.idx < blocks[at].end]
        pieces = [spelled(curly.get(t.idx, text[t.idx : t.idx + len(t)])) for t in words]
        found += _cut(Unit(at, tuple(t.i for t in words), tuple(pieces)))
    return found


def _cut(unit: Unit) -> Iterator[Unit]:
    """Unit -> the same in parts that fit into a window, none where it is empty."""
    start = size = 0
    for index, word in enumerate(unit.pieces):
        if size + len(word) > BUDGET:
            yield Unit(unit.block, unit.tokens[start:index], unit.pieces[start:index])
            start, size = index, 0
        size += len(word)
    if size:
        yield Unit(unit.block, unit.tokens[start:], unit.pieces[start:])


def windows(said: Sequence[Unit], budget: int = BUDGET) -> Iterator[Window]:
    """Units -> windows of whole blocks where they fit, in text order.

    A window that begins inside a block reads the unit before it along, where that leaves room enough.
    """
    start = 0
    while start < len(said):
        before = _along(said, start, budget)
        stop, size = start + 1, said[start].size + sum(u.size for u in before)
        while stop < len(said) and size + said[stop].size <= budget:
            size += said[stop].size
            stop += 1
        edges = [k for k in range(start + 1, stop + 1) if k == len(said) or said[k].block != said[k - 1].block]
        stop = edges[-1] if edges else stop
        yield _window(said[start:stop], before)
        start = stop


def _along(said: Sequence[Unit], start: int, budget: int) -> Sequence[Unit]:
    """Units, the first one of a window and the budget -> the unit before it, if it is of the same block and short."""
    if not start or said[start - 1].block != said[start].block:
        return ()
    size = said[start - 1].size
    return said[start - 1 : start] if size <= min(budget // 3, budget - said[start].size) else ()


def _window(said: Sequence[Unit], before: Sequence[Unit]) -> Window:
    ids, tokens, first = [START], [], []
    for unit in [*before, *said]:
        for token, word in zip(unit.tokens, unit.pieces, strict=True):
            tokens.append(token)
            first.append(len(ids))
            ids += word
    return Window((*ids, END), tuple(tokens), tuple(first), sum(len(u.tokens) for u in before))
