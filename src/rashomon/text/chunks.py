"""Text -> the stretches that are set as one: a line, a hard-wrapped paragraph, or a block that the source knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rashomon.lexicon.lines import WORD, is_sentence_like
from rashomon.model import Article, BlockKind, Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WIDEST = 120
_SHORT = 12  # words


@dataclass
class Chunk:
    """A stretch of text set as one; ``kind`` is None until somebody knows what it is."""

    text: str
    start: int
    end: int
    kind: BlockKind | None = None

    @cached_property
    def line(self) -> str:
        """Its words."""
        return self.text[self.start : self.end]

    @cached_property
    def size(self) -> int:
        """How many words it has; a long one is not counted out."""
        return len(WORD.findall(self.line[:1000]))

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as sentences end."""
        return is_sentence_like(self.line)

    def cut(self, at: int) -> tuple["Chunk", "Chunk"]:
        """Offset -> what stands before it, and what stands after it."""
        first, second = _trimmed(self.text, self.start, at), _trimmed(self.text, at, self.end)
        assert first is not None
        assert second is not None
        return first, second


def chunks(article: Article) -> list[Chunk]:
    """Article -> its chunks in text order; together they cover every character that is no white space."""
    found: list[Chunk] = []
    at = 0
    for block in article.blocks:
        found += _lines(article.text, at, block.span.start)
        known = _trimmed(article.text, block.span.start, block.span.end)
        if known is not None:
            known.kind = None if block.kind == "paragraph" else block.kind
            found.append(known)
        at = block.span.end
    rest = list(_lines(article.text, at, len(article.text)))
    return found + (rest if article.blocks else _unwrapped(rest))


def _lines(text: str, start: int, end: int) -> Iterator[Chunk]:
    for match in _LINE.finditer(text, start, end):
        line = _trimmed(text, match.start(), match.end())
        if line is not None:
            yield line


def _trimmed(text: str, start: int, end: int) -> Chunk | None:
    words = Span(start, end).stripped(text)
    return Chunk(text, words.start, words.end) if words else None


def _unwrapped(lines: list[Chunk]) -> list[Chunk]:
    """Lines -> paragraphs: of a text broken into lines of one width, and of one broken within a sentence."""
    width = max((line.end - line.start for line in lines), default=0)
    if not any(_runs_on(a, b) for a, b in pairwise(lines)):
        return lines
    joined: list[Chunk] = []
    tail = None
    for line in lines:
        if tail is not None and (_is_stray(tail, line) if width > _WIDEST else _is_wrap(tail, line, width)):
            joined[-1] = Chunk(line.text, joined[-1].start, line.end)
        else:
            joined.append(line)
        tail = line
    return joined


def _adjacent(first: Chunk, second: Chunk) -> bool:
    gap = first.text[first.end : second.start].replace("\r\n", "\n")
    return sum(not c.isspace() or c in "\n\r\v\f\x85\u2028\u2029" for c in gap) == 1


def _runs_on(first: Chunk, second: Chunk) -> bool:
    """Whether the second line goes on with the first one's sentence."""
    return _adjacent(first, second) and second.line[0].islower() and not first.ends and not first.line.endswith(":")


def _is_wrap(first: Chunk, second: Chunk, width: int) -> bool:
    """Whether the break between two lines is only the end of the paper: the next word would not have fitted."""
    if not _adjacent(first, second):
        return False
    word = len(second.line.split(None, 1)[0])
    return first.end - first.start + 1 + word > width or _runs_on(first, second)


def _is_stray(first: Chunk, second: Chunk) -> bool:
    """Whether a break stands within a sentence of a paragraph; what is short may be a title or an item of a list."""
    return _runs_on(first, second) and first.size > _SHORT and first.line[-1].isalnum() and second.size > 1
