"""Parse -> sentences of the blocks that are read."""

from collections.abc import Iterator

from rashomon.model import READ_KINDS, Block, Reading, Sentence, Span, Syntax
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(needs=[Block, Syntax], gives=[Sentence])
def read_sentences(reading: Reading, settings: Settings) -> Iterator[Sentence]:  # noqa: ARG001 - a stage's shape
    """Reading with its parse -> its sentences, without white space at their ends, in text order."""
    read = iter([b.span for b in reading.of(Block) if b.kind in READ_KINDS])
    block = next(read, None)
    for sent in reading.doc.sents:
        start, end = sent.start_char, sent.end_char
        words = reading.text[start:end]
        if not words.strip():
            continue
        span = Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
        while block is not None and block.end <= span.start:
            block = next(read, None)
        if block is not None and block.covers(span):
            yield Sentence(span)
