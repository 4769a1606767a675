"""Words with a name set under them -> drafts of attributions: "“…” — Nora Beck", a post with its handle."""

import re
from collections.abc import Iterator

from rashomon.model import READ_KINDS, Block, Quotation, Reading, Span
from rashomon.readers.attributions.draft import Draft
from rashomon.text.grammar import tokens_in

_NAME = r"[^\W\d_a-zß-ÿ][\w.’'-]*(?:\s+(?:[^\W\d_a-zß-ÿ][\w.’'-]*|de|da|van|von|bin|al))*"
_SIGNATURE = re.compile(
    rf"\s*(?P<dash>―|—|–|--)\s*(?P<name>{_NAME})(?P<handle>\s+\(@\w+\))?(?:,?\s+[A-Z][a-z]+ \d\d?,? \d{{4}})?[.\s]*$"
)
_LONGEST = 80
"""Characters of a signature."""


def signed(reading: Reading) -> Iterator[Draft]:
    """Reading -> a draft for each quotation that a dash and a name end the paragraph of, and each post with its handle.

    Without quotation marks only a handle tells that the words before the name are somebody's.
    """
    text = reading.text
    ends = {q.span.end: q.span for q in reading.of(Quotation) if q.level == 1 and not q.scare}
    for block in (b.span for b in reading.of(Block) if b.kind in READ_KINDS):
        found = _signature(text, block)
        if found is None:
            continue
        words = ends.get(block.start + len(text[block.start : found.start()].rstrip()))
        if words is None and found["handle"]:
            words = Span(block.start, found.start()).stripped(text)
        if words:
            dash, name = Span(*found.span("dash")), Span(*found.span("name"))
            yield Draft(tokens_in(reading.doc, dash)[0], [dash], [name], [words], frame="signed")


def _signature(text: str, block: Span) -> re.Match[str] | None:
    """Text and block -> the dash and name that end it."""
    start = max(block.start, block.end - _LONGEST)
    dashes = [m.start() for m in re.finditer(r"―|—|–|--", text[start : block.end])]
    return _SIGNATURE.match(text, start + dashes[-1], block.end) if dashes else None
