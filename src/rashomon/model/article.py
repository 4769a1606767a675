"""An article: text fixed for ever, and what is known of where it came from."""

import datetime as dt
from typing import Literal

import msgspec

from rashomon.model.identity import hashed
from rashomon.model.span import Span

BlockKind = Literal["title", "heading", "paragraph", "quote", "list", "caption", "credit", "promotion", "dateline"]
READ_KINDS: frozenset[BlockKind] = frozenset({"title", "paragraph", "quote", "list"})
"""Kinds of block that readers take content from; the others are typed and kept, and read for nothing else."""


class Block(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """A stretch of the text that is set as one, and what it is; blocks never overlap and stand in text order."""

    span: Span
    kind: BlockKind


class Published(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """The first and last day on which the article can have come out, and the reasons that prove it."""

    earliest: dt.date
    latest: dt.date
    basis: tuple[str, ...]


class Article(msgspec.Struct, frozen=True):
    """Text fixed for ever.

    ``id`` is given by the source (JSON Lines) or hashed from text, outlet and address. ``published`` is the day that
    the source states; an article without one may still be dated by what it says (``Reading.published``).
    ``outlet`` is None where nothing names it. ``blocks`` are set only where the source knows them (HTML);
    elsewhere the text room types them.
    """

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    published: dt.date | None = None
    published_basis: str = "given with the article"
    url: str | None = None
    path: str | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def digest(self) -> str:
        """Hash of the text alone: tells two articles of one id apart."""
        return hashed(self.text)

    @property
    def name(self) -> str:
        """What a person knows the article by: the id that its source gave, else the path it was read from."""
        return self.path if self.path and self.id == _hashed_id(self.text, self.outlet, self.url) else self.id


def make_article(text: str, **known: object) -> Article:
    """Text and what is known of it (Article's fields) -> an article whose id is hashed from what makes it itself."""
    given = {key: value for key, value in known.items() if value is not None}
    name = given.pop("id", None) or _hashed_id(text, given.get("outlet"), given.get("url"))
    return Article(id=str(name), text=text, **given)  # type: ignore[arg-type]


def _hashed_id(text: str, outlet: object, url: object) -> str:
    return hashed(text, outlet or "", url or "")


class Failure(msgspec.Struct, frozen=True, tag=True, tag_field="is"):
    """An article, or a part of the work on it, that could not be read: which, at which stage, and why."""

    article: str
    stage: str
    reason: str
