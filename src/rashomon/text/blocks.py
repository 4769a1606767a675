"""Text -> typed blocks."""

import re
from collections.abc import Iterator

from rashomon.model import Block, Reading, Span
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(gives=[Block])
def read_blocks(reading: Reading, settings: Settings) -> Iterator[Block]:  # noqa: ARG001 - a stage's shape
    """Reading -> its blocks in text order."""
    for match in re.finditer(r"[^\s][^\n]*", reading.text):
        yield Block(Span(match.start(), match.start() + len(match[0].rstrip())), "paragraph")
