"""Where a sentence can and cannot begin: told to the parser before it runs, so that every reader sees the same."""

from typing import Any

from rashomon.model import READ_KINDS, Block
from rashomon.text.quotemarks import marks

_ENDS = frozenset({".", "!", "?"})


def preset(doc: Any, text: str, blocks: tuple[Block, ...]) -> None:
    """Unparsed doc, its text and blocks -> the doc's tokens told where sentences begin (True) or cannot (False).

    A sentence begins at a block's edge, and after a full stop where quotation marks stand; none begins at a closing
    mark, after an opening one, or at a small letter or bracket inside a sentence.
    """
    if not len(doc):
        return
    opening, closing = _quotation_marks(text, blocks)
    last, before_last = "", ""
    shut = opened = False
    for token in doc:
        words = token.text
        first = words[0]
        at = token.idx
        if at in closing or (opened and at not in opening):
            token.is_sent_start = False
        elif (last == "." and at in opening) or (shut and before_last == "." and (first.isupper() or at in opening)):
            token.is_sent_start = True
        elif (first.islower() or first == "[") and last not in _ENDS:
            token.is_sent_start = False
        else:
            token.is_sent_start = None
        if not first.isspace():
            before_last, last = last, words
            shut, opened = at in closing, at in opening
    _begin_at_edges(doc, blocks)


def _quotation_marks(text: str, blocks: tuple[Block, ...]) -> tuple[set[int], set[int]]:
    opening: set[int] = set()
    closing: set[int] = set()
    for block in blocks:
        if block.kind in READ_KINDS:
            for mark in marks(text, block.span.start, block.span.end):
                (opening if mark.opens else closing).add(mark.at)
    return opening, closing


def _begin_at_edges(doc: Any, blocks: tuple[Block, ...]) -> None:
    """Make a sentence begin with the first token at or after every edge of a block."""
    edges = iter(sorted({edge for b in blocks for edge in (b.span.start, b.span.end)}))
    edge = next(edges, None)
    for token in doc:
        if edge is None:
            return
        if token.idx >= edge:
            token.is_sent_start = True
            while edge is not None and token.idx >= edge:
                edge = next(edges, None)
