"""A web page and what an extractor kept of it -> the pieces of its article, as the page itself sets them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rashomon.model import BlockKind

Piece = tuple[str, BlockKind]

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "iframe", "svg", "form", "button", "select", "input", "textarea",
    "object", "video", "audio", "canvas", "nav", "footer", "aside", "head", "title", "amp-sidebar", "amp-ad", "dialog",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr",
})  # fmt: skip
_KINDS: dict[str, BlockKind] = {
    "blockquote": "quote", "li": "list", "dt": "list", "dd": "list", "figcaption": "caption", "caption": "caption",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
_NOT_STORY = re.compile(
    r"(?:^|[\s_-])(?:related|newsletter|sign-?up|comments?|share|sharing|social|promo|paywall|subscribe|subscription"
    r"|cookies?|consent|advert\w*|ads?(?!-free)|banner|breadcrumbs?|recommended|most-?read|read-?more|trending|tags|hidden)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"(?:^|[\s_-])(?:byline|author|credits?)(?:$|[\s_-])", re.IGNORECASE)
_LONG = 60  # characters of a paragraph that is taken though the extractor left it out
_SHARE = 0.9
_MUCH = 0.4  # of the story's words: an element that holds as many is the story's, whatever it is called
_LONGEST_CREDIT = 160


@dataclass
class _Chunk:
    """Words that a page sets as one, the elements that they stand in, outermost first, and how many are links."""

    around: tuple[Any, ...]
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    is_row: bool = False

    @property
    def words(self) -> str:
        return " ".join("".join(self.parts).split())

    @property
    def kind(self) -> BlockKind:
        """What the nearest element that says so makes of the words; a heading or caption is one wherever it stands."""
        kinds = [_KINDS[e.tag] for e in self.around if e.tag in _KINDS]
        marked = any(_CREDIT.search(_names(e)) for e in self.around[-2:])
        if marked and len(self.words) <= _LONGEST_CREDIT:
            return "credit"
        return "list" if self.is_row else kinds[-1] if kinds else "paragraph"


def story_pieces(tree: Any, kept: str) -> list[Piece]:
    """Page and the words an extractor kept of it -> the story's pieces in order; none where no paragraph is in them.

    Extractors find the story well and copy it badly: they drop headings, glue words over tags and cut long lists. So
    their words only say where the story stands; the pieces are read off the page.
    """
    kept = "".join(kept.split())
    chunks = [c for c in _chunks(tree) if c.words]
    sure = [c for c in chunks if _is_prose(c) and "".join(c.words.split()) in kept]
    if not sure:
        return []
    story = _innermost(sure)
    inside = [c for c in chunks if c.around[: len(story)] == story]
    furniture = _furniture(sure, len(story))
    told = [c for c in inside if not furniture(c) and _of_story(c, kept)]
    return [(c.words, c.kind) for c in _trimmed(told)]


def _chunks(tree: Any) -> Iterator[_Chunk]:
    """Page -> its chunks in order: words between two borders of elements that start a line, or two line breaks."""
    now = _Chunk(())
    stack: list[tuple[Any, tuple[Any, ...], bool, bool]] = [(tree, (), False, False)]  # element, around, in link, leave
    while stack:
        element, around, linked, leaving = stack.pop()
        inline = element.tag in _INLINE
        if leaving:
            if not inline:
                yield now
                now = _Chunk(around)
            _add(now, element.tail, linked=linked)
            continue
        seen = isinstance(element.tag, str) and element.tag not in _UNSEEN
        if element.tag == "br" and _is_break(element):
            yield now
            now = _Chunk(around)
        if not seen or element.tag == "br":
            _add(now, " " if element.tag == "br" else "", linked=False)
            _add(now, element.tail, linked=linked)
            continue
        if element.tag == "tr" and _is_row(element):
            yield now
            yield _Chunk((*around, element), [" ".join("".join(cell.itertext()) for cell in element)], is_row=True)
            now = _Chunk(around)
            continue
        within = around if inline else (*around, element)
        if not inline:
            yield now
            now = _Chunk(within)
        if element.tag == "cite":
            _add(now, " ", linked=False)  # set apart by pages that name a speaker so
        _add(now, element.text, linked=linked or element.tag == "a")
        stack.append((element, around, linked, True))
        stack += [(child, within, linked or element.tag == "a", False) for child in reversed(element)]
    yield now


def _add(chunk: _Chunk, words: str | None, *, linked: bool) -> None:
    if words:
        chunk.parts.append(words)
        chunk.linked += len("".join(words.split())) if linked else 0


def _is_break(br: Any) -> bool:
    """Whether a line break is one of two in a row, which is how old pages set paragraphs."""
    after = br.getnext()
    return after is not None and after.tag == "br" and not (br.tail or "").strip()


def _is_row(row: Any) -> bool:
    """Whether a table's row is one of data, not of an old page's layout: a few short cells with nothing set in them."""
    return (
        len(row) > 1
        and all(e.tag in {"td", "th", *_INLINE} for e in row.iterdescendants())
        and all(len("".join(cell.itertext())) < _LONG for cell in row)
    )


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_prose(chunk: _Chunk) -> bool:
    words = chunk.words
    return len(words) >= 40 and chunk.linked < 0.5 * len(words) and any(mark in words[-3:] for mark in ".!?…:")


def _innermost(chunks: list[_Chunk]) -> tuple[Any, ...]:
    """Chunks that are the story's -> the innermost element that holds nearly all their words, with those around it."""
    whole = sum(len(c.words) for c in chunks)
    story: tuple[Any, ...] = ()
    while True:
        weights: dict[Any, int] = {}
        for chunk in chunks:
            if len(chunk.around) > len(story):
                inner = chunk.around[len(story)]
                weights[inner] = weights.get(inner, 0) + len(chunk.words)
        heaviest = max(weights, key=lambda e: weights[e], default=None)
        if heaviest is None or weights[heaviest] < _SHARE * whole or heaviest.tag in {"p", *_KINDS}:
            return story
        story = (*story, heaviest)
        chunks = [c for c in chunks if c.around[: len(story)] == story]


def _furniture(sure: list[_Chunk], depth: int) -> Callable[[_Chunk], bool]:
    """Chunks that are the story's -> whether a chunk stands in an element named as furniture that holds few of them."""
    held: Counter[Any] = Counter()
    for chunk in sure:
        held.update(dict.fromkeys(chunk.around[depth:], len(chunk.words)))
    most = _MUCH * sum(len(c.words) for c in sure)

    def is_furniture(chunk: _Chunk) -> bool:
        return any(held[e] < most and _NOT_STORY.search(_names(e)) for e in chunk.around[depth:])

    return is_furniture


def _of_story(chunk: _Chunk, kept: str) -> bool:
    """Whether a chunk in the story's element is the story's: kept by the extractor, prose, or typed by the page."""
    words = chunk.words
    size = len("".join(words.split()))
    if not any(c.isalnum() for c in words) or (chunk.linked > 0.7 * size and size < 200):
        return False
    if chunk.kind in {"heading", "caption", "credit", "quote"}:
        return True
    if size >= _LONG and _is_prose(chunk):
        return True
    return (size >= 4 or chunk.kind == "list") and "".join(words.split()) in kept


def _trimmed(chunks: Iterable[_Chunk]) -> list[_Chunk]:
    """Chunks -> the same without headings that nothing of the story follows."""
    listed = list(chunks)
    while listed and listed[-1].kind == "heading":
        listed.pop()
    return listed
