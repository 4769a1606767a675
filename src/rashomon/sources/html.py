"""A saved web page -> an article, with the blocks, outlet, title, date and address that the page itself gives."""

import datetime as dt
import logging
import re
from collections.abc import Iterator
from typing import IO, Any

import trafilatura
from courlan import clean_url

from rashomon.errors import InputError
from rashomon.model import Block, Span, make_article
from rashomon.sources.door import Loaded, source
from rashomon.sources.encoding import refuse_binary
from rashomon.sources.page import Piece, story_pieces

for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # what fails becomes a Failure, told once

_LOOK = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body|article|!--)", re.IGNORECASE)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""A date stated by the page, never one guessed from its words; the bound is fixed so that no run's day matters."""


@source(endings=(".html", ".htm", ".xhtml"), looks=lambda head: _LOOK.match(head) is not None)
def read_html(file: IO[bytes], path: str) -> Iterator[Loaded]:
    """A web page and its path -> its article; the text is its story, one block a paragraph, typed as the page sets it.

    The outlet is the site that the page names; where it names none, the host of its canonical address; else unknown.
    The day is one that the page states, never one guessed from its words or file.
    """
    data = file.read()
    refuse_binary(data)
    page: Any = trafilatura.bare_extraction(
        data, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=_DATES
    )
    tree = trafilatura.load_html(data)
    kept = "".join(page.body.itertext()) if page is not None and page.body is not None else ""
    pieces = story_pieces(tree, kept) if tree is not None else []
    if not pieces:
        raise InputError("no main text was found in the page: save the article's words as plain text instead")
    title = " ".join((page.title or "").split()) or None
    text, blocks = _set(_with_title(pieces, title))
    yield make_article(
        text,
        title=title,
        outlet=(page.sitename or "").strip() or None,
        url=_address(page.url),
        published=dt.date.fromisoformat(page.date) if page.date else None,
        published_basis="stated by the page" if page.date else None,
        path=path,
        blocks=blocks,
    )


def _address(url: str | None) -> str | None:
    cleaned = clean_url(url) if url else None
    return cleaned if cleaned and cleaned.startswith(("http://", "https://")) else None


def _with_title(pieces: list[Piece], title: str | None) -> list[Piece]:
    """Pieces and the page's title -> the pieces with the title first, typed, and once."""
    if title is None:
        return pieces
    head = [(words, kind) for words, kind in pieces[:3] if words.casefold() != title.casefold()]
    return [(title, "title"), *head, *pieces[3:]]


def _set(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Pieces -> the article's text, a blank line between two of them, and their blocks in it."""
    blocks: list[Block] = []
    at = 0
    for words, kind in pieces:
        blocks.append(Block(Span(at, at + len(words)), kind))
        at += len(words) + 2
    return "\n\n".join(words for words, _ in pieces), tuple(blocks)
