"""Parse -> sentences of the blocks that are read."""

import re
from collections.abc import Iterator

from rashomon.model import READ_KINDS, Block, Reading, Sentence, Span, Syntax
from rashomon.registry import stage
from rashomon.settings import Settings

_WORD = re.compile(r"\w")


@stage(needs=[Block, Syntax], gives=[Sentence])
def read_sentences(reading: Reading, settings: Settings) -> Iterator[Sentence]:  # noqa: ARG001 - a stage's shape
    """Reading with its parse -> its sentences, without white space at their ends, in text order.

    Marks without a word are no sentence of their own: they belong to the sentence before them in their block.
    """
    held: tuple[Span, Span] | None = None
    for block, span in _pieces(reading):
        if held is not None and held[0] == block and not (_worded(reading, held[1]) and _worded(reading, span)):
            held = block, Span(held[1].start, span.end)
            continue
        if held is not None and _worded(reading, held[1]):
            yield Sentence(held[1])
        held = block, span
    if held is not None and _worded(reading, held[1]):
        yield Sentence(held[1])


def _worded(reading: Reading, span: Span) -> bool:
    return _WORD.search(reading.text, span.start, span.end) is not None


def _pieces(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Reading -> each read block, with the part of each parsed sentence that lies in it."""
    blocks = [b.span for b in reading.of(Block) if b.kind in READ_KINDS]
    at = 0
    for sentence in reading.doc.sents:
        start, end = sentence.start_char, sentence.end_char
        while at < len(blocks) and blocks[at].end <= start:
            at += 1
        for block in blocks[at:]:
            if block.start >= end:
                break
            inside = Span(max(start, block.start), min(end, block.end)).stripped(reading.text)
            if inside:
                yield block, inside
